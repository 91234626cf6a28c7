/** The practice cases. */
import { join } from "node:path";
import type { PracticeSource } from "../core/formats.ts";
import { built } from "./built.ts";

export const PRACTICE = "oefeningen";

/** @param root the folder of the package, with flows/ and dist/. @throws FlowDefect when the YAML is wrong */
export async function practice(root: string): Promise<PracticeSource> {
  const file = (id: string): string => join(root, "flows", `${id}.yaml`);
  const known = built<PracticeSource>(root, `${PRACTICE}.json`, () => [file(PRACTICE)]);
  if (known !== undefined) return known;
  const { author, authorPractice } = await import("./authored.ts");
  return authorPractice(file(PRACTICE), (flow) => author(file(flow), file));
}

/** @param folder flows/ */
export const practiceFile = (folder: string): string => join(folder, `${PRACTICE}.yaml`);
