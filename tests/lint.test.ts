/** `meldcode lint` as a user runs it, and the tips while somebody answers, through both faces. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linearPrompt } from "../src/adapters/linear.ts";
import { openLines } from "../src/adapters/linear/lines.ts";
import { terminalPrompt } from "../src/adapters/prompt.ts";
import { openTerminal } from "../src/adapters/terminal.ts";
import { askWithTips, tipsOf, type Tips } from "../src/commands/tips.ts";
import { FlowDefect } from "../src/core/defect.ts";
import { lint } from "../src/core/language/lint.ts";
import { words } from "../src/core/nl-language.ts";
import { walk } from "../src/core/walk.ts";
import type { Asking, Menu, Prompt, Reply, Wording } from "../src/ports.ts";
import type { Value } from "../src/core/value.ts";
import { wired } from "./adapters/station.ts";
import { keys, lines } from "./faces/hands.ts";
import { shipped } from "./core/language/words.ts";
import { inFolder, run } from "./program.ts";
import { choice, flowOf } from "./tiny.ts";

const VAGUE = "Vader is vaak agressief.\n";

describe("meldcode lint", () => {
  test("names line and column with the question to ask, and ends with 1", () =>
    inFolder(async (dir) => {
      const file = join(dir, "brief.txt");
      writeFileSync(file, `Geachte collega,\n\n${VAGUE}`);
      const { status, stdout, stderr } = await run(["lint", file]);
      expect([status, stderr]).toEqual([1, ""]);
      expect(stdout.split("\n")).toEqual([
        `${file}:3:10: U schrijft ‘vaak’. Hoe vaak was het, en in welke periode? Wanneer was de laatste keer? [frequentie]`,
        `${file}:3:15: U noemt iemand ‘agressief’. Wat deed of zei deze persoon? Is het een diagnose, van wie is die dan? [oordeel]`,
        "2 vragen bij deze tekst. Het zijn geen fouten: u beslist of het preciezer kan.",
        "",
      ]);
      expect(readFileSync(file, "utf8")).toContain(VAGUE);
    }));

  test("ends with 0 when there is nothing, also for an empty text", async () => {
    expect(await run(["lint", "-"], { input: "Op 3 mei om 16.10 uur zag ik twee blauwe plekken." })).toMatchObject({
      status: 0,
      stdout: "invoer: niets gevonden.\n",
    });
    expect(await run(["lint", "-"], { input: "" })).toMatchObject({ status: 0 });
  });

  test("--json has the same, for programs", async () => {
    const { status, stdout } = await run(["lint", "-", "--json"], { input: `😀 ${VAGUE}` });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      file: "invoer",
      kind: "signalen",
      findings: [
        { line: 1, column: 12, end: { line: 1, column: 16 }, class: "frequentie", words: "vaak", sentence: { line: 1, column: 1 } },
        { line: 1, column: 17, class: "oordeel", words: "agressief" },
      ],
    });
    expect(JSON.parse((await run(["lint", "-", "--json"], { input: "Ja." })).stdout)).toMatchObject({ findings: [] });
  });

  test("--soort afspraken looks for what makes an agreement soft", async () => {
    const { status, stdout } = await run(["lint", "-", "--soort", "afspraken"], { input: "De agressieve vader zal proberen te komen." });
    expect([status, stdout.split("\n")[0]]).toEqual([
      1,
      "invoer:1:25: U schrijft ‘proberen’. Wie doet wat, wanneer, en hoe weet u dat het is gebeurd? [zacht]",
    ]);
  });

  test("words of the organisation, from its profile", () =>
    inFolder(async (dir) => {
      const profile = "naam: De Wilg\nsector: ggz\ntaal:\n  woorden:\n    - { woord: casus*, vraag: 'Wie bedoelt u met {woord}?' }\n";
      writeFileSync(join(dir, "organisatie.yaml"), profile);
      const { stdout } = await run(["lint", "-", "--dir", dir], { input: "De casusfamilie komt." });
      expect(stdout.split("\n")[0]).toBe("invoer:1:4: Wie bedoelt u met casusfamilie? [eigen]");
    }));

  test.each<[string, readonly string[], Buffer | undefined, number, string]>([
    ["a file that is not there", ["nergens.txt"], undefined, 2, "kan niet worden gelezen"],
    ["a file that is no text", ["brief.txt"], Buffer.from([0x50, 0x4b, 0, 1]), 2, "platte tekst"],
    ["a file in another encoding", ["brief.txt"], Buffer.from([0x65, 0xe9, 0x6e]), 2, "geen UTF-8"],
    ["another kind", ["brief.txt", "--soort", "brief"], Buffer.from("Ja."), 2, "signalen"],
    ["no file", [], undefined, 2, ""],
  ])("refuses %s", (_, args, bytes, status, said) =>
    inFolder(async (dir) => {
      if (bytes !== undefined) writeFileSync(join(dir, "brief.txt"), bytes);
      const ran = await run(["lint", ...args], { cwd: dir });
      expect([ran.status, ran.stdout]).toEqual([status, ""]);
      expect(ran.stderr).toContain(said);
    }),
  );

  test("nothing in the text can steer a terminal", async () => {
    const { stdout } = await run(["lint", "-"], { input: "\u001b[31m Vaak\u202e ruzie.\n" });
    expect(["\u001b", "\u202e"].filter((sign) => stdout.includes(sign))).toEqual([]);
    expect(stdout).toContain("[frequentie]");
  });
});

const flow = flowOf([
  choice("nu", { required: false }),
  { id: "wat", kind: "text", text: "Wat zag u?", taal: "signalen" },
  { id: "advies", kind: "text", text: "Wat was het advies?", taal: "geen" },
  choice("later", { defer: { nu: ["ja"] } }),
]);
const question = (id: string): Asking["askable"] => {
  const found = flow.questions.get(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const calm = walk(flow, new Map());
const urgent = walk(flow, new Map([["nu", { kind: "value", value: "ja" }]]));
const wording = (tips = true): Wording => ({ lint: (kind, text) => lint(shipped, kind, text), tips });
const asking = (id: string, more: Partial<Asking> = {}): Asking => ({
  askable: question(id),
  options: [],
  place: "",
  current: undefined,
  note: undefined,
  urgent: false,
  sources: [],
  draft: undefined,
  keep: undefined,
  ...more,
});

/** A prompt that is answered from lists, and what it was asked. */
function answering(said: readonly string[], chosen: readonly string[]): { prompt: Prompt; asked: Asking[]; menus: Menu[] } {
  const [texts, picks] = [[...said], [...chosen]];
  const asked: Asking[] = [];
  const menus: Menu[] = [];
  const next = <T>(from: string[]): Promise<Reply<T>> => {
    const one = from.shift();
    return Promise.resolve(
      one === undefined || one === "STOP" ? { kind: "stop" } : one === "TERUG" ? { kind: "back" } : { kind: "answer", value: one as T },
    );
  };
  const prompt: Pick<Prompt, "ask" | "choose"> = {
    ask: (one) => {
      asked.push(one);
      return next<Value | null>(texts);
    },
    choose: (menu) => {
      menus.push(menu);
      return next<string>(picks);
    },
  };
  return { prompt: prompt as Prompt, asked, menus };
}
const tips = (more: Partial<Wording> = {}): Tips =>
  tipsOf({ wording: () => Promise.resolve({ ...wording(), ...more }), tell: () => undefined });
const VAAK = "Er is vaak heel veel ruzie, zegt men.";

describe("tips while somebody answers", () => {
  test.each<[string, string, string, Tips, typeof calm]>([
    ["a concrete text", "wat", "Op 3 mei zag ik twee blauwe plekken.", tips(), calm],
    ["advice", "advies", VAAK, tips(), calm],
    ["an urgent case", "wat", VAAK, tips(), urgent],
    ["an organisation that wants none", "wat", VAAK, tips({ tips: false }), calm],
    ["--geen-tips", "wat", VAAK, tipsOf({ wording: undefined, tell: () => undefined }), calm],
  ])("none for %s", async (_, id, text, of, now) => {
    const { prompt, menus } = answering([text], []);
    expect(await askWithTips({ prompt, tips: of }, asking(id), now)).toEqual({ kind: "answer", value: text });
    expect(menus).toEqual([]);
  });

  test("none for what stood there already", async () => {
    const { prompt, menus } = answering([VAAK], []);
    await askWithTips({ prompt, tips: tips() }, asking("wat", { current: VAAK }), calm);
    expect(menus).toEqual([]);
  });

  test("at most two, with the question to ask; kept as it is when she says so", async () => {
    const { prompt, asked, menus } = answering([VAAK], ["zo-laten"]);
    expect(await askWithTips({ prompt, tips: tips() }, asking("wat"), calm)).toEqual({ kind: "answer", value: VAAK });
    expect(asked).toHaveLength(1);
    expect(menus.map(({ lines }) => lines)).toEqual([
      [
        "U schrijft ‘ruzie’. Wat gebeurde er? Wie deed wat, bij wie, wanneer, met welk gevolg?",
        "U schrijft ‘zegt men’. Wie zei dit, wanneer, en met welke woorden? Hebt u het zelf gehoord?",
      ],
    ]);
  });

  test.each(["aanpassen", "TERUG"])("%s: asked again with her words in it, and not a second time about tips", async (chosen) => {
    const { prompt, asked, menus } = answering([VAAK, "Er is soms ruzie."], [chosen]);
    expect(await askWithTips({ prompt, tips: tips() }, asking("wat"), calm)).toEqual({ kind: "answer", value: "Er is soms ruzie." });
    expect([asked.map(({ draft }) => draft), menus.length]).toEqual([[undefined, VAAK], 1]);
  });

  test("no more tips in this talk when she says so", async () => {
    const { prompt, menus } = answering([VAAK, VAAK], ["uit"]);
    const of = tips();
    expect(await askWithTips({ prompt, tips: of }, asking("wat"), calm)).toEqual({ kind: "answer", value: VAAK });
    expect(await askWithTips({ prompt, tips: of }, asking("wat"), calm)).toEqual({ kind: "answer", value: VAAK });
    expect(menus).toHaveLength(1);
  });

  test("while she reads them her words are kept; stopping there stops", async () => {
    const kept: string[] = [];
    const { prompt } = answering([VAAK], ["STOP"]);
    const keep = (text: string): Promise<void> => Promise.resolve(void kept.push(text));
    expect(await askWithTips({ prompt, tips: tips() }, asking("wat", { keep }), calm)).toEqual({ kind: "stop" });
    expect(kept).toEqual([VAAK]);
  });

  test("words or a profile that are wrong do not stand in her way: it is said once, and her answer counts", async () => {
    const told: string[] = [];
    const of = tipsOf({ wording: () => Promise.reject(new FlowDefect("taal.yaml:1:1: fout")), tell: (...all) => void told.push(...all) });
    const { prompt, menus } = answering([VAAK, VAAK], []);
    for (let time = 0; time < 2; time++)
      expect(await askWithTips({ prompt, tips: of }, asking("wat"), calm)).toEqual({ kind: "answer", value: VAAK });
    expect([told, menus]).toEqual([["taal.yaml:1:1: fout"], []]);
  });

  test.each(["terminal", "linear"] as const)("on the %s face: read, chosen, changed", async (face) => {
    const machine = wired();
    const hand = face === "terminal" ? keys : lines;
    const real =
      face === "terminal"
        ? terminalPrompt(openTerminal(machine.station), { today: () => "2026-12-31", plain: true })
        : linearPrompt(
            openLines(machine.station, false, () => true),
            { today: () => "2026-12-31" },
          );
    const put = async <T>(ask: () => Promise<T>, typed: string): Promise<T> => {
      const before = machine.written.length;
      const reply = ask();
      while (machine.written.length === before) await new Promise(setImmediate);
      machine.input.write(typed);
      return reply;
    };
    let times = 0;
    const prompt: Prompt = {
      ...real,
      ask: (one) => put(() => real.ask(one), hand.answer(one, times++ === 0 ? VAAK : "Op 3 mei riep vader: 'weg'.")),
      choose: (menu) => put(() => real.choose(menu), hand.pick(menu, "aanpassen")),
    };
    const reply = await askWithTips({ prompt, tips: tips() }, asking("wat"), calm);
    prompt.close();
    const [shown, changed] = [machine.written.join("").replace(/\s+/g, " "), reply.kind === "answer" ? String(reply.value) : ""];
    expect(shown).toContain(words.tips.title);
    expect(shown).toContain("U schrijft ‘ruzie’.");
    expect(changed).toContain("Op 3 mei riep vader: 'weg'.");
  });
});
