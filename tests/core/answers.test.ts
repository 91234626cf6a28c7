import { describe, expect, test } from "vitest";
import { cleaned, faults, intake, type Document } from "../../src/core/answers.ts";
import { imagined } from "../../src/core/case.ts";
import type { NewEvent } from "../../src/core/event.ts";
import { begun, choice, flowOf, tiny } from "../tiny.ts";

const people = { id: "p", kind: "list" as const, text: "p", item: "persoon", fields: [{ id: "rol", kind: "line" as const, text: "rol" }] };
const facts = {
  id: "f",
  kind: "list" as const,
  text: "f",
  item: "feit",
  fields: [{ id: "wie", kind: "ref" as const, text: "wie", to: "p" }],
};
const questions = [
  choice("a"),
  { id: "let-op", kind: "notice" as const, text: "Let op", when: { a: ["ja"] } },
  choice("b", { when: { a: ["ja"] } }),
  people,
  facts,
  choice("c", { required: false }),
];
const edition = tiny(questions);
const start = begun(edition);

const take = (document: Document, before: readonly NewEvent[] = [], reason?: string) =>
  intake(imagined([...start, ...before]), 1, document, reason);
const said = (result: ReturnType<typeof intake>): string[] => {
  if (result === "reason") return ["reason"];
  if ("code" in result) return [`${result.code} ${result.path.join(".")}`];
  return result.events.map(({ type, body }) =>
    [type, "q" in body ? body.q : "", "item" in body ? body.item : "", "value" in body ? JSON.stringify(body.value) : ""].join(" ").trim(),
  );
};
const events = (document: Document): readonly NewEvent[] => {
  const result = take(document);
  if (result === "reason" || "code" in result) throw new Error("refused");
  return result.events;
};

describe("an answers file becomes events", () => {
  test.each<[string, Document, string[]]>([
    ["an empty one says nothing", {}, []],
    [
      "in flow order, whatever the order of the keys; notices acknowledge themselves",
      { b: "ja", a: "ja" },
      ['answered a  "ja"', "answered let-op  true", 'answered b  "ja"'],
    ],
    ["a notice behind an open question waits", { b: "ja" }, ['answered b  "ja"']],
    [
      "a known answer off the path is kept, last",
      { b: "ja", a: "nee", c: null },
      ['answered a  "nee"', "answered c  null", 'answered b  "ja"'],
    ],
    [
      "entries get ids in their order, and the list is closed",
      { p: [{ rol: "kind" }, { rol: "moeder" }] },
      ['added p p-1 {"rol":"kind"}', 'added p p-2 {"rol":"moeder"}', "closed p"],
    ],
    [
      "an own id is kept; the others go on behind it",
      { p: [{ rol: "kind", id: "p-4" }, { rol: "moeder" }] },
      ['added p p-4 {"rol":"kind"}', 'added p p-5 {"rol":"moeder"}', "closed p"],
    ],
    ["an empty list is closed", { p: [] }, ["closed p"]],
    [
      "a reference to an entry of the same file",
      { f: [{ wie: "p-1" }], p: [{ rol: "kind" }] },
      ['added p p-1 {"rol":"kind"}', "closed p", 'added f f-1 {"wie":"p-1"}', "closed f"],
    ],
    ["a reference to nothing is refused", { f: [{ wie: "p-2" }], p: [{ rol: "kind" }] }, ["unknown-ref f.0.wie"]],
    [
      "an id twice is refused",
      {
        p: [
          { id: "p-1", rol: "kind" },
          { id: "p-1", rol: "moeder" },
        ],
      },
      ["item-twice p.1.id"],
    ],
  ])("%s", (_, document, expected) => {
    expect(said(take(document))).toEqual(expected);
  });
});

describe("the same file again, or another one", () => {
  const first = { a: "ja", b: "ja", p: [{ rol: "kind" }, { rol: "moeder" }], f: [{ wie: "p-2" }] };
  test.each<[string, Document, string[]]>([
    ["equal is nothing", first, []],
    ["different is a correction", { a: "nee" }, ['answered a  "nee"']],
    ["an equal entry keeps its id, whatever its place", { p: [{ rol: "moeder" }, { rol: "kind" }] }, []],
    [
      "one left over in a list that others point to may be somebody else: a new id",
      { p: [{ rol: "moeder" }, { rol: "baby" }] },
      ["removed p p-1", 'added p p-3 {"rol":"baby"}'],
    ],
    ["with its own id it changes", { p: [{ rol: "moeder" }, { id: "p-1", rol: "baby" }] }, ['changed p p-1 {"rol":"baby"}']],
    ["in a list that nobody points to the one left over changes", { f: [{ wie: "p-1" }] }, ['changed f f-1 {"wie":"p-1"}']],
    ["what is no longer there is removed, with a reason", { p: [{ rol: "moeder" }] }, ["removed p p-1"]],
    ["unless something still points to it", { p: [{ rol: "kind" }] }, ["unknown-ref f.0.wie"]],
    [
      "a number is never used again",
      { p: [{ rol: "kind" }, { rol: "moeder" }, { id: "p-2", rol: "oma" }] },
      ['changed p p-2 {"rol":"oma"}', 'added p p-3 {"rol":"moeder"}'],
    ],
  ])("%s", (_, document, expected) => {
    expect(said(take(document, events(first)))).toEqual(expected);
  });

  test("after finishing, a change needs a reason and an equal file does not", () => {
    const whole = { a: "nee", p: [], f: [], c: "ja" };
    const done: readonly NewEvent[] = [...events(whole), { type: "finished", ch: 1, body: { outcome: "klaar", norms: {} } }];
    expect(said(take(whole, done))).toEqual([]);
    expect(said(take({ c: "nee" }, done))).toEqual(["reason"]);
    expect(said(take({ p: [{ rol: "kind" }] }, done))).toEqual(["reason"]);
    expect(take({ p: [{ rol: "kind" }] }, done, "alsnog bekend")).toMatchObject({
      events: [{ type: "added", body: { reason: "alsnog bekend" } }],
    });
    expect(said(take({ p: [{ rol: "kind" }] }, done, "alsnog bekend"))).toEqual(['added p p-1 {"rol":"kind"}']);
    expect(take({ c: "nee" }, done, "nieuw")).toMatchObject({ events: [{ body: { reason: "nieuw" } }] });
  });
});

test("a notice that stands behind an open question is not acknowledged by a file: nobody has seen it yet", () => {
  const later = begun(tiny([choice("a"), { id: "let-op", kind: "notice", text: "Let op" }, choice("b")]));
  expect(said(intake(imagined(later), 1, { b: "ja" }, undefined))).toEqual(['answered b  "ja"']);
});

test("faults name the key and the spot, the first of each key", () => {
  const found = faults(flowOf(questions), {
    a: "misschien",
    d: 1,
    p: [{ rol: "kind" }, { rol: 3 }],
    c: null,
    f: [{ wie: "p-9007199254740992" }],
  });
  expect(found.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
    "option a",
    "unknown-key d",
    "kind p.1.rol",
    "item-id f.0.wie",
  ]);
});

test("NUL and lone surrogates become U+FFFD, line ends one line feed", () => {
  expect(cleaned({ a: "x\0y\uD800", b: ["1\r\n2\r3"] })).toEqual({ document: { a: "x\uFFFDy\uFFFD", b: ["1\n2\n3"] }, replaced: true });
  expect(cleaned({ a: "goed 😀" }).replaced).toBe(false);
});
