/** Every document of the family story, as a reader gets it. The files beside this test were read as that reader. */
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { html } from "../../src/export/html.ts";
import { written } from "../../src/export/markdown.ts";
import { DOCUMENTS, family, made } from "./family.ts";

const golden = (name: string): string => join(import.meta.dirname, "golden", name);

beforeAll(family, 60_000);

test.each(DOCUMENTS)("%s", async (name, kind, voor) => {
  const { paper, refused } = await made(kind, voor);
  expect(refused).toEqual([]);
  await expect(written(paper)).toMatchFileSnapshot(golden(`${name}.md`));
  await expect(html(paper)).toMatchFileSnapshot(golden(`${name}.html`));
});
