/** The main job in a real terminal: start, stop with Ctrl-C in step 3, resume, decide, export. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { nl } from "../../src/core/nl.ts";
import { words } from "../../src/core/nl-organisation.ts";
import { holds } from "../../src/core/condition.ts";
import { fieldPath, type Entry } from "../../src/core/value.ts";
import { walk, type Answer } from "../../src/core/walk.ts";
import { flow } from "../shipped.ts";
import { answers as anyAnswers } from "../tiny.ts";
import { run } from "../program.ts";
import { sitsDown } from "./terminal.ts";
import { typeAnswers, typeEntry } from "./typist.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-e2e-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: folder };
const caseOf = (name: string): Parameters<typeof typeAnswers>[1] =>
  parse(readFileSync(join(import.meta.dirname, "..", "cases", `${name}.yaml`), "utf8")) as Parameters<typeof typeAnswers>[1];

test.each([
  ["start", "--oefenen=zonder"],
  ["list"],
  ["start", "--oefenen", "--answers", join("tests", "cases", "onvolledig", "leeg.yaml")],
])("the name of a folder steers no terminal: meldcode %s", async (...argv) => {
  const dir = join(folder, "op\u001b[2Jroer\u202e", argv.join("").replaceAll("/", ""));
  await run(["start", "--oefenen", "--dir", dir], { env });
  const person = sitsDown([...argv, "--dir", dir], env);
  if (argv[0] === "start") {
    await person.sees("Is er op dit moment direct gevaar");
    person.types("\u0003");
  }
  const { shown } = await person.ends();
  expect(shown.trim().split("\n").at(-1)).toContain("op\\u{1b}[2Jroer\\u{202e}");
  expect(person.bytes()).not.toContain("op\u001b[2J");
  expect(person.bytes()).not.toContain("\u202e");
});

describe("a new case is made while its first question is read", () => {
  const first = "Is er op dit moment direct gevaar";
  test("Ctrl-C at that question leaves a case, which is named last", async () => {
    const person = sitsDown(["start", "--oefenen=zonder", "--dir", join(folder, "meteen")], env);
    await person.sees(first);
    person.types("\u0003");
    const { exitCode, shown } = await person.ends();
    expect(exitCode).toBe(130);
    expect(shown.trim().split("\n").at(-1)?.trim()).toBe(join(folder, "meteen", "2026-11-21-oefening1.jsonl"));
    expect(readdirSync(join(folder, "meteen"))).toEqual(["2026-11-21-oefening1.jsonl"]);
  });

  test("a path through a file is refused before it", async () => {
    writeFileSync(join(folder, "geen-map"), "");
    const { exitCode, shown } = await sitsDown(["start", "--oefenen=zonder", "--dir", join(folder, "geen-map", "zaken")], env).ends();
    expect(exitCode).toBe(74);
    expect(shown).not.toContain(first);
    expect(shown).toContain("dit is geen map");
  });

  test.skipIf(process.platform !== "linux")("where no folder can be made, that is said before she can answer", async () => {
    const { exitCode, shown } = await sitsDown(["start", "--oefenen=zonder", "--dir", "/proc/meldcode/zaken"], env).ends();
    expect(exitCode).toBe(74);
    expect(shown).toContain("/proc/meldcode: dit bestaat niet.");
  });
});

test.each(["", " --linear"])("a case of which only a hash is wrong is refused before she can answer: meldcode resume%s", async (face) => {
  const dir = join(folder, `beschadigd${String(face.length)}`);
  const { stdout } = await run(
    ["start", "--oefenen", "--dir", dir, "--answers", join("tests", "cases", "onvolledig", "gestopt-in-stap-3.yaml")],
    {
      env,
    },
  );
  const path = stdout.trim();
  const damaged = readFileSync(path, "utf8").replace(/"value":"nee"/, '"value":"ja"');
  writeFileSync(path, damaged);
  const { exitCode, shown } = await sitsDown(["resume", path, ...face.split(" ").slice(1)], env).ends();
  expect(exitCode).toBe(6);
  expect(shown.trim().split("\n").at(-1)).toMatch(/^\S+: Regel 3 van de zaak klopt niet/);
  expect([readFileSync(path, "utf8"), readdirSync(dir)]).toEqual([damaged, ["2026-11-21-oefening1.jsonl"]]);
});

test("what is pasted before a case turns out to be damaged is no mistake of the program", async () => {
  const dir = join(folder, "beschadigd-geplakt");
  const answers = join(folder, "twee.yaml");
  writeFileSync(answers, "direct-gevaar: nee\naanleiding: eigen-signaal\n");
  const path = (await run(["start", "--oefenen", "--dir", dir, "--answers", answers], { env })).stdout.trim();
  const damaged = readFileSync(path, "utf8").replace(/(?<="salt":")[0-9a-f]{32}(?=[^\n]*\n$)/, "f".repeat(32));
  writeFileSync(path, damaged);
  const person = sitsDown(["resume", path], env);
  person.types("\u001b[200~K 99\u001b[201~");
  const { exitCode, shown } = await person.ends();
  expect([exitCode, shown.replace(/\s+/g, " ")]).toEqual([
    6,
    expect.stringMatching(/: Regel \d+ van de zaak klopt niet: [^]* veranderd\. $/),
  ]);
  expect([readFileSync(path, "utf8"), readdirSync(dir)]).toEqual([damaged, ["2026-11-21-oefening1.jsonl"]]);
});

describe("a session", () => {
  const dir = join(folder, "sessie");
  const known = new Map<string, Answer>();
  const document = caseOf("acuut");
  let path = "";

  test("starts, and Ctrl-C in step 3 stops it with everything kept", async () => {
    const person = sitsDown(["start", "--oefenen=zonder", "--dir", dir, "--geen-tips"], env);
    await typeAnswers(person, document, known, ({ step }) => step.number === 3);
    await person.sees("Stap 3 van 5");
    person.types("\u0003");
    const { exitCode, shown } = await person.ends();
    expect(exitCode).toBe(130);
    const lines = shown.trim().split("\n");
    path = lines.at(-1)?.trim() ?? "";
    expect(path).toBe(join(dir, "2026-11-21-oefening1.jsonl"));
    expect(shown).toContain(`meldcode resume ${path}`);
  });

  test("resumes at the same question, decides and finishes", async () => {
    const person = sitsDown(["resume", path, "--geen-tips"], env);
    await typeAnswers(person, document, known, () => false);
    const { exitCode, shown } = await person.ends();
    expect(shown.trim().split("\n").at(-1)?.trim()).toBe(path);
    expect(shown).toContain("Klaar. Uitkomst:");
    expect(exitCode).toBe(0);
  });

  test("exports what a case file of the same answers gives, apart from where it came from", async () => {
    const typed = await run(["export", path], { env });
    const other = await run(
      ["start", "--oefenen", "--dir", join(folder, "bestand"), "--answers", join(import.meta.dirname, "..", "cases", "acuut.yaml")],
      { env },
    );
    const filed = await run(["export", other.stdout.trim()], { env });
    const body = (record: string): string => record.slice(0, record.lastIndexOf("\n## "));
    expect(typed.status).toBe(0);
    expect(body(typed.stdout)).toBe(body(filed.stdout));
  });

  test("a finished case asks whether something is to be corrected, and nothing more", async () => {
    const person = sitsDown(["resume", path, "--chapter", "1"], env);
    await person.sees("Wilt u iets verbeteren?");
    await person.sees("Ctrl-C");
    person.types("\r");
    const { exitCode, shown } = await person.ends();
    expect(exitCode).toBe(0);
    expect(shown).toContain("Klaar. Uitkomst:");
  });
});

describe("second thoughts", () => {
  test("Esc goes back, and the corrected answer leads on", async () => {
    const dir = join(folder, "terug");
    const person = sitsDown(["start", "--oefenen=zonder", "--dir", dir], env);
    const step = async (text: string, keys: string): Promise<void> => {
      await person.sees(text);
      await person.sees("Ctrl-C");
      person.types(keys);
    };
    await step("direct gevaar", "1\r");
    await step("Wie is er gebeld?", "\u001b");
    await step("direct gevaar", "2\r");
    await step("Wat is de aanleiding", "1\r");
    await step("nummer of kenmerk", "\r");
    await step("Wat is uw functie", "leerkracht\r");
    await step("Wie is uw cliënt", "1\r");
    await step("Om wie gaat het?", "\u0003");
    expect((await person.ends()).exitCode).toBe(130);
    const { stdout } = await run(["export", join(dir, "2026-11-21-oefening1.jsonl"), "--format", "json"], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      answers: { "direct-gevaar": "nee", "invuller-functie": "leerkracht", "zaak-referentie": null },
    });
    const record = await run(["export", join(dir, "2026-11-21-oefening1.jsonl")], { env });
    expect(record.stdout.slice(record.stdout.indexOf("### Correcties"))).toContain("Direct gevaar");
  });

  test("an entry is added, corrected and taken away with a reason", async () => {
    const dir = join(folder, "lijst");
    const file = join(folder, "lijst.yaml");
    const list = flow.questions.get("betrokken-professionals");
    if (list === undefined) throw new Error("the list is gone");
    const document = caseOf("acuut");
    const before = [...flow.questions.values()].filter(({ order }) => order < list.order).map(({ id }) => id);
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(document).filter(([q]) => before.includes(q)))));
    const person = sitsDown(["start", "--oefenen", "--dir", dir, "--answers", file], env);
    const menu = async (keys: string): Promise<void> => {
      await person.sees(nl.interview.listOptions(list.item, 1, 0, Infinity)[3]?.text ?? "");
      await person.sees("Ctrl-C");
      person.types(keys);
    };
    await person.sees(list.text.trim().slice(0, 40));
    await person.sees("Ctrl-C");
    person.types("1\r");
    const entry = { functie: "Logopedist", waarvoor: "Behandelt het stotteren", gesproken: "nee" };
    const people = (document["betrokkenen"] as readonly Entry[]).map((value, i) => ({ id: `betrokkenen-${String(i + 1)}`, value }));
    await typeEntry(person, list, entry, new Map([["betrokkenen", { kind: "list", closed: true, items: people }]]));
    await menu("3\r");
    await person.sees(nl.interview.which(list.item));
    await person.sees("Ctrl-C");
    person.types("1\r");
    for (const field of fieldPath(list, entry)) {
      await person.sees(field.text.trim().slice(0, 40));
      await person.sees("Ctrl-C");
      person.types(field.id === "functie" ? " op school\r" : field.kind === "text" ? "\u0004" : field.kind === "ref" ? "\u001b[F\r" : "\r");
    }
    await menu("4\r");
    await person.sees(nl.interview.which(list.item));
    await person.sees("1 Logopedist op school");
    await person.sees("Ctrl-C");
    person.types("1\r");
    await person.sees(nl.interview.reason.text);
    await person.sees("Ctrl-C");
    person.types("Hoort bij een ander kind\r");
    await person.sees(nl.interview.listOptions(list.item, 0, 0, Infinity)[1]?.text ?? "");
    await person.sees("Ctrl-C");
    person.types("\u0003");
    const { exitCode, shown } = await person.ends();
    expect(exitCode).toBe(130);
    const types = readFileSync(shown.trim().split("\n").at(-1)?.trim() ?? "", "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types.slice(-3)).toEqual(["added", "changed", "removed"]);
  });

  test("what could wait is offered after the decision; later stops with exit 3, and list remembers it", async () => {
    const dir = join(folder, "spoed");
    const document = caseOf("spoed");
    const all = walk(flow, anyAnswers(document));
    const deferred = new Set(all.path.filter(({ id, defer }) => holds(defer, all.scope) && id in document).map(({ id }) => id));
    const file = join(folder, "spoed.yaml");
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(document).filter(([q]) => !deferred.has(q)))));
    const person = sitsDown(["start", "--oefenen", "--dir", dir, "--answers", file], env);
    await person.sees("Een paar vragen mochten wachten");
    await person.sees("Ctrl-C");
    person.types("2\r");
    expect((await person.ends()).exitCode).toBe(3);
    expect((await run(["list", "--dir", dir], { env })).stdout).toMatch(/besloten, nog \d+ vragen/);
  });
});

describe("without a command", () => {
  const home = join(folder, "thuis");
  test("in a terminal the first case begins at once; later there is a choice, and an open case goes on", async () => {
    const first = sitsDown([], { ...env, MELDCODE_HOME: home });
    await first.sees("direct gevaar");
    first.types("\u001b[B\u001b[B\r");
    // The sector is asked once, behind the question about danger; the case goes on in it, and the profile remembers.
    await first.sees(words.sectorMenu.title);
    first.types("3\r");
    await first.sees("U volgt: Het afwegingskader voor onderwijs en leerplicht (datum niet gevonden");
    await first.sees("versleutelen?");
    first.types("2\r");
    await first.sees("Wat is de aanleiding");
    first.types("\u0003");
    expect((await first.ends()).exitCode).toBe(130);
    expect(readFileSync(join(home, "organisatie.yaml"), "utf8")).toMatch(/^sector: onderwijs$/m);
    const [begun = ""] = readdirSync(home).filter((name) => name.endsWith(".jsonl"));
    const { stdout } = await run(["export", join(home, begun), "--format", "json"], { env });
    expect(JSON.parse(stdout)).toMatchObject({ answers: { "direct-gevaar": "nee" }, chapters: [{ sector: "onderwijs" }] });
    expect((await run(["verify", join(home, begun)], { env })).status).toBe(0);

    const second = sitsDown([], { ...env, MELDCODE_HOME: home });
    await second.sees(nl.home.title);
    await second.sees("(open)");
    second.types("2\r");
    await second.sees("Wat is de aanleiding");
    second.types("\u0003");
    const { exitCode, shown } = await second.ends();
    expect(exitCode, shown).toBe(130);

    const third = sitsDown(["start"], { ...env, MELDCODE_HOME: home });
    await third.sees("direct gevaar");
    third.types("\u001b[B\u001b[B\r");
    await third.sees("versleutelen?");
    third.types("\u0003");
    expect((await third.ends()).exitCode).toBe(130);
  });

  test("without a terminal: the help, and exit 2", async () => {
    const { status, stderr, stdout } = await run([], { env });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Gebruik: meldcode");
  });
});

describe("a terminal that goes away", () => {
  test("ends the program by hang-up, and the answers are there", async () => {
    const dir = join(folder, "weg");
    const person = sitsDown(["start", "--oefenen=zonder", "--dir", dir], env);
    await person.sees("direct gevaar");
    person.types("\u001b[B\u001b[B\r");
    await person.sees("Wat is de aanleiding");
    person.leaves();
    expect((await person.ends()).signal).toBe(1);
    const { stdout } = await run(["export", "2026-11-21-oefening1", "--dir", dir, "--format", "json"], { env });
    expect(JSON.parse(stdout)).toMatchObject({ answers: { "direct-gevaar": "nee" } });
  });
});
