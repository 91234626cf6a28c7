/** The user's own editor, on a real disk: what comes back, and that nothing stays behind. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { edit, sweepEdited } from "../../src/adapters/editor.ts";
import { nl } from "../../src/core/nl.ts";

const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const ours = (): readonly string[] => readdirSync(memory).filter((name) => name.startsWith(`meldcode-tekst-${String(process.pid)}-`));
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-editor-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
/** An editor that is a script: $1 is the file. */
function editor(script: string): string {
  const path = join(folder, "editor met spatie");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return `'${path}'`;
}

test.each([
  ["nothing changed", ":", "Täter in der Küche\nregel 2", { text: "Täter in der Küche\nregel 2" }],
  ["a word changed", 'sed -i s/Mueller/Müller/ "$1"', "Mueller", { text: "Müller" }],
  ["lines added, Windows ends", 'printf "a\\r\\nb\\r\\n" > "$1"', "", { text: "a\nb" }],
  ["emptied", ': > "$1"', "weg", { text: "" }],
  ["another encoding", 'printf "M\\374ller" > "$1"', "Müller", { why: nl.editor.notUtf8 }],
  ["ends with an error", "exit 1", "blijft", { why: nl.editor.failed }],
])("%s", (_, script, text, back) => {
  expect(edit(text, { EDITOR: editor(script) })).toEqual(back);
  expect(ours()).toEqual([]);
});

test("VISUAL goes before EDITOR, with its arguments", () => {
  const other = editor('test "$1" = -x && printf v > "$2"');
  expect(edit("", { VISUAL: `${other} -x`, EDITOR: "false" })).toEqual({ text: "v" });
});

test("without an editor of her own nano is opened, never one that she may not know how to leave", () => {
  const path = process.env["PATH"];
  for (const name of ["vi", "nano"]) {
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf ${name} > "$1"\n`);
    chmodSync(join(folder, name), 0o755);
  }
  try {
    symlinkSync("/bin/sh", join(folder, "sh"));
    process.env["PATH"] = folder;
    expect(edit("", {})).toEqual({ text: "nano" });
    rmSync(join(folder, "nano"));
    expect(edit("", {})).toEqual({ why: nl.editor.none });
  } finally {
    process.env["PATH"] = path;
  }
});

test("the file is hers only, in a folder that is hers only", () => {
  const look = editor(`stat -c %a "$1" "$(dirname "$1")" > ${folder}/gezien`);
  edit("geheim", { EDITOR: look });
  expect(readFileSync(join(folder, "gezien"), "utf8")).toBe("600\n700\n");
});

test("what a cut-off session left is swept, what a living one has is not", () => {
  const left = join(memory, "meldcode-tekst-4194305-abc");
  const living = join(memory, `meldcode-tekst-${String(process.pid)}-abc`);
  for (const at of [left, living]) mkdirSync(at, { recursive: true });
  sweepEdited();
  expect([existsSync(left), existsSync(living)]).toEqual([false, true]);
  rmSync(living, { recursive: true });
});
