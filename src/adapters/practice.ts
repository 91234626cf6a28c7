/** The practice cases: the built JSON when it fits the YAML beside it, else the YAML itself. */
import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PracticeSource } from "../core/formats.ts";

export const PRACTICE = "oefeningen";

/** What the build leaves in dist/flows/oefeningen.json. */
export interface BuiltPractice {
  /** SHA-256 of the YAML it was made from. */
  readonly source: string;
  readonly practice: PracticeSource;
}

/** @param root the folder of the package, with flows/ and dist/. @throws FlowDefect when the YAML is wrong */
export async function practice(root: string): Promise<PracticeSource> {
  const folder = join(root, "flows");
  const built = join(root, "dist", "flows", `${PRACTICE}.json`);
  if (existsSync(built)) {
    const known = JSON.parse(readFileSync(built, "utf8")) as BuiltPractice;
    if (known.source === fingerprint(folder)) return known.practice;
  }
  const { author, authorPractice } = await import("./authored.ts");
  const file = (id: string): string => join(folder, `${id}.yaml`);
  return authorPractice(practiceFile(folder), (flow) => author(file(flow), file));
}

/** @param folder flows/ */
export const buildPractice = (practice: PracticeSource, folder: string): BuiltPractice => ({ source: fingerprint(folder), practice });

/** @param folder flows/ */
export const practiceFile = (folder: string): string => join(folder, `${PRACTICE}.yaml`);

const fingerprint = (folder: string): string => hash("sha256", readFileSync(practiceFile(folder)));
