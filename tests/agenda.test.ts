/** `agenda` and `list`: all cases in a folder, and what they show of each. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cases } from "../src/adapters/cases.ts";
import { sha256 } from "../src/adapters/crypto.ts";
import { agenda, reminder, type AgendaOptions } from "../src/commands/agenda.ts";
import { list } from "../src/commands/list.ts";
import { EXIT, JournalDefect, Stopped, UsageDefect } from "../src/core/defect.ts";
import type { NewEvent } from "../src/core/event.ts";
import type { Edition } from "../src/core/formats.ts";
import { words } from "../src/core/nl-agenda.ts";
import type { World } from "../src/ports.ts";
import { noVault } from "./adapters/novault.ts";
import { inFolder, run } from "./program.ts";
import { begun, choice, tiny } from "./tiny.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-agenda-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const edition = tiny(
  [
    {
      id: "op",
      kind: "date",
      text: "op",
      required: false,
      agenda: "Vraag Veilig Thuis naar de uitkomst",
      reminder: { kind: "terugkijken" },
    },
    { id: "gemeld", kind: "date", text: "gemeld", required: false },
    { id: "naam", kind: "line", text: "naam", required: false },
  ],
  { deadlines: [{ id: "termijn", from: "gemeld", workdays: 5, kind: "navragen", sources: [] }] },
);
const answer = (q: string, value: string): NewEvent => ({ type: "answered", ch: 1, body: { q, value } });
const seen = (on: Parameters<typeof cases>[2] = noVault) => cases(folder, { MELDCODE_HOME: join(folder, "thuis") }, on);

/** @returns the path of a new case */
async function made(events: readonly NewEvent[], exercise = false, of: Edition = edition): Promise<string> {
  const journal = await seen().create(exercise, (id) =>
    begun(of).map((event) => (event.type === "opened" ? { ...event, body: { ...event.body, id, exercise } } : event)),
  );
  if (events.length > 0) await journal.append(events);
  journal.close();
  return journal.path;
}
const idOf = (path: string): string => path.replace(/^.*\//, "").replace(/\.jsonl(\.age)?$/, "");

const TODAY = "2026-11-21T10:00:00+01:00";
interface Said {
  readonly exit: number;
  readonly out: string;
  readonly told: readonly string[];
}
function worldOf(said: { out: string; told: string[] }, more: Partial<World>): World {
  const kept = seen();
  return {
    version: "test",
    cases: kept,
    now: () => TODAY,
    exerciseNow: () => TODAY,
    organisation: () => Promise.resolve(undefined),
    fingerprint: sha256,
    out: (text) => {
      said.out += text;
    },
    tell: (...lines) => void said.told.push(...lines),
    write: kept.write,
    ...more,
  } as World;
}
const OPTIONS: AgendaOptions = { days: undefined, ics: undefined, onderwerp: undefined, force: false };
async function shown(options: Partial<AgendaOptions> = {}, more: Partial<World> = {}): Promise<Said> {
  const said: { out: string; told: string[] } = { out: "", told: [] };
  const exit = await agenda(worldOf(said, more), { ...OPTIONS, ...options });
  return { exit, ...said };
}
const appointments = (path: string) =>
  new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")) as unknown[]).getAllSubcomponents("vevent");

describe("a row", () => {
  test("says the day, how late it is, the case and a neutral word", async () => {
    const late = idOf(await made([answer("op", "2026-11-19")]));
    const soon = idOf(await made([answer("gemeld", "2026-11-18"), answer("op", "2026-11-21")]));
    expect(await shown()).toEqual({
      exit: EXIT.fine,
      out: [
        `do 19-11-2026  2 dagen te laat  ${late}  terugkijken\n`,
        `za 21-11-2026  vandaag          ${soon}  terugkijken\n`,
        `wo 25-11-2026  over 4 dagen     ${soon}  navragen (na 5 werkdagen)\n`,
      ].join(""),
      told: [words.stays, words.terms],
    });
  });

  test("never says anything of the case: not what was answered, and not what the definition says is due", async () => {
    await made([answer("naam", "GEHEIM"), answer("op", "2026-11-19")]);
    const { out, told } = await shown({ ics: join(folder, "a.ics") });
    expect(out + readFileSync(join(folder, "a.ics"), "utf8")).not.toMatch(/geheim|veilig|thuis|klein|uitkomst/i);
    expect(told.join()).not.toContain("GEHEIM");
  });

  test("stands once for dates that look the same", async () => {
    const twice = tiny(["a", "b"].map((id) => ({ id, kind: "date" as const, text: id, agenda: id })));
    await made([answer("a", "2026-11-22"), answer("b", "2026-11-22")], false, twice);
    expect((await shown()).out).toMatch(/^zo 22-11-2026 {2}over 1 dag {2}\S+ {2}afspraak nakijken, 2 keer\n$/);
  });

  test.each<[string, number]>([
    ["2026-11-21T23:30:00Z", 1],
    ["2026-11-21T22:30:00Z", 0],
  ])("counts the days of the Netherlands: at %s it is %i late", async (now, late) => {
    await made([answer("op", "2026-11-21")]);
    expect((await shown({}, { now: () => now })).out).toContain(words.when(late));
  });

  test("of an exercise says so; a folder with nothing but exercises has their clock", async () => {
    await made([answer("op", "2026-11-19")], true);
    const exerciseNow = (): string => "2026-11-19T10:00:00+01:00";
    expect((await shown({}, { exerciseNow })).out).toMatch(/vandaag .* terugkijken, oefening\n$/);
    await made([answer("op", "2026-11-20")]);
    expect((await shown({}, { exerciseNow })).out).toMatch(/2 dagen te laat .*oefening\n.*1 dag te laat/);
  });

  test("says what a decision did not wait for, last and whatever --days says, until it is answered", async () => {
    const urgent = tiny([{ id: "op", kind: "date", text: "op", agenda: "x" }, choice("later", { defer: { all: [] } })]);
    const path = await made([answer("op", "2026-11-23")], false, urgent);
    const row = `zonder dag                   ${idOf(path)}  nog 1 vraag die kon wachten\n`;
    expect((await shown()).out).toBe(`ma 23-11-2026  over 2 dagen  ${idOf(path)}  afspraak nakijken\n${row}`);
    expect((await shown({ days: "0" })).out).toMatch(/^zonder dag\s+\S+ {2}nog 1 vraag die kon wachten\n$/);
    const journal = await seen().open(path);
    await journal.append([answer("later", "ja")]);
    journal.close();
    expect((await shown()).out).not.toContain("zonder dag");
  });

  test("tells until when a finished case is kept here, as the organisation says", async () => {
    const done: NewEvent = { type: "finished", ch: 1, body: { outcome: "klaar", norms: {} } };
    await made([{ type: "answered", ch: 1, body: { q: "q", value: "ja" } }, done], false, tiny([choice("q")]));
    const later = new Date(Date.now() + 21 * 86_400_000).toISOString();
    const weeks = { roles: {}, facts: {}, additions: undefined, weeks: 2 } as unknown as Awaited<ReturnType<World["organisation"]>>;
    expect((await shown({}, { now: () => later, organisation: () => Promise.resolve(weeks) })).out).toMatch(
      /7 dagen te laat .*einde van de bewaartermijn hier\n$/,
    );
  });
});

describe("--days", () => {
  test.each<[string | undefined, number, readonly string[]]>([
    [undefined, 3, []],
    ["0", 2, [words.later(1)]],
    ["4", 2, [words.later(1)]],
    ["5", 3, []],
  ])("%s: %i rows", async (days, count, told) => {
    for (const day of ["2026-11-19", "2026-11-21", "2026-11-26"]) await made([answer("op", day)]);
    const said = await shown({ days });
    expect(said.out.split("\n").filter(Boolean)).toHaveLength(count);
    expect(said.told).toEqual([words.stays, ...told]);
  });

  test.each(["-1", "1.5", "x", "", "9999", "99999"])("%j is no number of days", async (days) => {
    await expect(shown({ days })).rejects.toThrow(UsageDefect);
  });
});

describe("--ics", () => {
  test("writes what the rows say, for a calendar that others may read; no exercises", async () => {
    const path = await made([answer("op", "2026-11-19")]);
    await made([answer("op", "2026-11-20")], true);
    const file = join(folder, "a.ics");
    expect((await shown({ ics: file })).told).toContain(words.written(1, file));
    const read = appointments(file);
    expect(read.map((one) => ["summary", "description", "dtstart"].map((name) => String(one.getFirstPropertyValue(name))))).toEqual([
      ["afspraak", idOf(path), "2026-11-19"],
    ]);
  });

  test("the same date keeps its name when it is moved, and another has another", async () => {
    const path = await made([answer("op", "2026-11-19"), answer("gemeld", "2026-11-18")]);
    const [before, after] = [join(folder, "voor.ics"), join(folder, "na.ics")];
    await shown({ ics: before });
    const journal = await seen().open(path);
    await journal.append([answer("op", "2026-12-01")]);
    journal.close();
    await shown({ ics: after });
    const read = (file: string) =>
      appointments(file).map((one) => ["uid", "dtstart", "sequence"].map((name) => String(one.getFirstPropertyValue(name))));
    const [moved, stayed] = read(before);
    expect(read(after)).toEqual([stayed, [moved?.[0], "2026-12-01", "1"]]);
    expect(moved?.[0]).not.toBe(stayed?.[0]);
    expect(moved?.[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  test.each([
    ["  overleg,\n nr. 4\t", "overleg, nr. 4"],
    ["overleg v. tien uur", "overleg v. tien uur"],
  ])("has the subject that was asked for: %j", async (onderwerp, subject) => {
    await made([answer("op", "2026-11-19")]);
    await shown({ ics: join(folder, "a.ics"), onderwerp });
    expect(appointments(join(folder, "a.ics"))[0]?.getFirstPropertyValue("summary")).toBe(subject);
  });

  test.each([
    "",
    "   ",
    "x".repeat(101),
    "Veilig Thuis bellen",
    "VEILIGHEID",
    "v e i l i g",
    "véilig",
    "huiselijk-geweld",
    "Meldcode",
    "VT bellen",
    "overleg (vt)",
    "tijdelijk huisverbod",
    "kind\u00ADermishandeling",
  ])("refuses the subject %j", async (onderwerp) => {
    await made([answer("op", "2026-11-19")]);
    await expect(shown({ ics: join(folder, "a.ics"), onderwerp })).rejects.toThrow(UsageDefect);
    expect(existsSync(join(folder, "a.ics"))).toBe(false);
  });

  test("goes over nothing else without --force, and never over a case", async () => {
    const path = await made([answer("op", "2026-11-19")]);
    const file = join(folder, "a.ics");
    writeFileSync(file, "van mij");
    await expect(shown({ ics: file })).rejects.toThrow(UsageDefect);
    expect(readFileSync(file, "utf8")).toBe("van mij");
    await shown({ ics: file, force: true });
    expect(appointments(file)).toHaveLength(1);
    const bytes = readFileSync(path);
    await expect(shown({ ics: path, force: true })).rejects.toThrow(UsageDefect);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test("what belongs to it means nothing without it", async () => {
    await expect(shown({ onderwerp: "overleg" })).rejects.toThrow(UsageDefect);
    await expect(shown({ force: true })).rejects.toThrow(UsageDefect);
  });
});

describe("one case that cannot be read", () => {
  const spoil: readonly [string, (path: string) => void][] = [
    [
      "damaged",
      (path) => {
        writeFileSync(path, readFileSync(path, "utf8").replace('"salt":"', '"salt":"x'));
      },
    ],
    [
      "empty",
      (path) => {
        writeFileSync(path, "");
      },
    ],
    [
      "no text",
      (path) => {
        writeFileSync(path, Buffer.from([0xff, 0xfe, 10]));
      },
    ],
    [
      "encrypted, and no key here",
      (path) => {
        writeFileSync(`${path}.age`, "age-encryption.org/v1\nx");
        rmSync(path);
      },
    ],
  ];
  const locked = { ...noVault, unseal: () => Promise.reject(new JournalDefect("geen sleutel")) };

  test.each(spoil)("%s: hides none of the others, in front of it or behind it", async (_, ruin) => {
    const paths = [
      await made([answer("op", "2026-11-19")]),
      await made([answer("op", "2026-11-19")]),
      await made([answer("op", "2026-11-19")]),
    ].sort();
    ruin(paths[1] ?? "");
    const said = await shown({}, { cases: seen(locked) });
    expect(said.exit).toBe(EXIT.journal);
    expect(said.out.split("\n").filter(Boolean)).toHaveLength(2);
    expect(said.told.join("\n")).toContain(idOf(paths[1] ?? ""));
    expect(said.told.at(-1)).toBe(words.unread(1));
    const record: { out: string; told: string[] } = { out: "", told: [] };
    expect(await list(worldOf(record, { cases: seen(locked) }))).toBe(EXIT.journal);
    expect(record.out.split("\n").filter((line) => line.includes(", nog ") || line.startsWith("kan niet"))).toHaveLength(3);
  });

  test("who stops at the passphrase is not asked again", async () => {
    const path = await made([answer("op", "2026-11-19")]);
    writeFileSync(`${path}.age`, "age-encryption.org/v1\nx");
    const stops = { ...noVault, unseal: () => Promise.reject(new Stopped("gestopt", EXIT.interrupt)) };
    await expect(shown({}, { cases: seen(stops) })).rejects.toThrow(Stopped);
  });
});

test("an empty folder, or none, says so", async () => {
  expect(await shown()).toEqual({ exit: EXIT.fine, out: "", told: [words.none(folder)] });
});

test("looking changes nothing in the folder", async () => {
  await made([answer("op", "2026-11-19")]);
  const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  await shown();
  expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")])).toEqual(before);
});

test("a text to paste asks about safety without saying so", async () => {
  const path = await made([answer("naam", "GEHEIM")]);
  const said: { out: string; told: string[] } = { out: "", told: [] };
  expect(await reminder(worldOf(said, {}), path)).toBe(EXIT.fine);
  expect(said.out).toBe(`${words.reminder(idOf(path))}\n`);
  const letters = said.out.toLowerCase().replace(/[^a-z]/g, "");
  expect(words.tells.filter((word) => letters.includes(word))).toEqual([]);
  expect(said.out).not.toMatch(/GEHEIM|thuis|kind|ouder/i);
  expect(said.told).toEqual([words.aboutReminder]);
});

test.each<[string, readonly NewEvent[], string]>([
  ["more to answer", [answer("naam", "GEHEIM")], "open, nog 2 vragen"],
  ["one to answer", [answer("naam", "GEHEIM"), answer("op", "2026-12-01")], "open, nog 1 vraag"],
])("list shows reference and status, and nothing of the case: %s", async (_, events, status) => {
  const path = await made(events);
  const said: { out: string; told: string[] } = { out: "", told: [] };
  expect(await list(worldOf(said, {}))).toBe(EXIT.fine);
  expect(said.out).toBe(`${idOf(path)}  ${status}  ${path}\n`);
});

describe("what is kept of a hundred cases", () => {
  test("says the same as the cases, and goes when one of them is erased in, encrypted or taken away", async () => {
    const paths = [];
    for (let i = 0; i < 102; i++) paths.push(await made([answer("op", "2026-11-19")]));
    const [first = "", second = "", third = ""] = paths;
    const kept = join(folder, "overzicht.index");
    // Kept once the files have been still for some seconds.
    const still = (): ReturnType<typeof cases> => {
      const here = seen();
      return { ...here, catalogue: (all, version) => here.catalogue(all, version, () => Date.now() + 3_600_000) };
    };
    const cold = await shown({}, { cases: still() });
    expect(existsSync(kept)).toBe(true);
    expect(await shown({}, { cases: { ...still(), skim: () => Promise.reject(new Error("read")) } })).toEqual(cold);
    const gone = async (action: () => Promise<void>): Promise<void> => {
      await shown({}, { cases: still() });
      expect(existsSync(kept)).toBe(true);
      await action();
      expect(existsSync(kept)).toBe(false);
    };
    await gone(async () => {
      const journal = await seen().open(first);
      await journal.erase(3, "verzoek");
      journal.close();
    });
    await gone(async () => {
      const journal = await seen({ ...noVault, seal: (plain) => Promise.resolve(plain) }).open(second);
      await journal.keepAs(true, []);
      journal.close();
      rmSync(`${second}.age`);
    });
    await gone(async () => {
      const { events } = await seen().read(third);
      await seen().remove(third, `weg ${events.at(-1)?.hash ?? ""}`);
    });
    expect((await shown({}, { cases: still() })).out.split("\n").filter(Boolean)).toHaveLength(99);
  });
});

test("as it is typed", async () => {
  await inFolder(async (dir) => {
    await run(["start", "--oefenen", "--dir", dir, "--answers", "tests/cases/hulp-aanvaard.yaml"]);
    const said = await run(["agenda", "--dir", dir, "--days", "12"]);
    expect(said).toEqual({
      status: 0,
      stdout: [
        "ma 23-11-2026  over 2 dagen   2026-11-21-oefening1  afspraak nakijken, oefening\n",
        "di 01-12-2026  over 10 dagen  2026-11-21-oefening1  gesprek, oefening\n",
        "di 01-12-2026  over 10 dagen  2026-11-21-oefening1  afspraak nakijken, oefening\n",
      ].join(""),
      stderr: `${words.later(4)}\n`,
    });
    expect((await run(["agenda", "--dir", dir, "--tekst", "2026-11-21-oefening1"])).stdout).toBe(
      `${words.reminder("2026-11-21-oefening1")}\n`,
    );
    expect((await run(["agenda", "--dir", dir, "--tekst", "2026-11-21-geen"])).status).toBe(EXIT.journal);
    expect((await run(["agenda", "--dir", dir, "--days", "veel"])).status).toBe(EXIT.usage);
  });
});
