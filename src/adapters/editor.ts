/** The user's own editor for a long text. What it needs on a disk stands in memory where that can be, for her only, and goes at once. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nl } from "../core/nl.ts";
import { clean } from "../core/value.ts";

const MEMORY = "/dev/shm";
const PREFIX = "meldcode-tekst-";

/** The text as it came back, or why there is none. */
export type Edited = { readonly text: string } | { readonly why: string };

/**
 * Opens a text in the editor of VISUAL or EDITOR, else nano: not vi, which nobody leaves without knowing how. The terminal must be free.
 * @returns the text without the line end that editors put last
 */
export function edit(text: string, environment: NodeJS.ProcessEnv): Edited {
  const folder = mkdtempSync(join(memory(), `${PREFIX}${String(process.pid)}-`));
  const file = join(folder, "antwoord.txt");
  try {
    writeFileSync(file, `${text}\n`, { mode: 0o600, flag: "wx" });
    for (const editor of [environment["VISUAL"], environment["EDITOR"], "nano"]) {
      if (editor === undefined || editor.trim() === "") continue;
      // As git does it: an editor can have arguments.
      const { status, error } = spawnSync("sh", ["-c", `${editor} "$1"`, "sh", file], { stdio: "inherit" });
      if (error === undefined && status === 0) return read(file);
      if (error === undefined && status !== 127) return { why: nl.editor.failed };
    }
    return { why: nl.editor.none };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** UTF-8 only: guessing another encoding damages umlauts. */
function read(file: string): Edited {
  try {
    return { text: clean(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file)).replace(/\r?\n$/, "")) };
  } catch {
    return { why: nl.editor.notUtf8 };
  }
}

/** Takes away what an editor left when its session was cut off. */
export function sweepEdited(): void {
  const folder = memory();
  for (const name of readdirSync(folder)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Another user's, who sweeps it herself.
    }
  }
}

const memory = (): string => (existsSync(MEMORY) ? MEMORY : tmpdir());

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
