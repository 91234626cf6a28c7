/** Ten thousand cases that were never seen are looked at by several processors at once. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Glance } from "../core/glance.ts";

/** Fewer are read before a thread has begun. */
const LEAST = 500;
/** Each takes some 70 MB. */
const MOST_THREADS = 2;
/** `bin/meldcode.js` loads a bundle when it is required. */
const PROGRAM = `const { parentPort, workerData: { bin, paths } } = require("node:worker_threads");
parentPort.postMessage(require(bin).load("glimpse.cjs").glimpses(paths));`;

/**
 * @param root of the built package
 * @returns what was seen, by path; what is not there must still be read, also because there is little to read, or threads are refused
 */
export async function survey(paths: readonly string[], root: string): Promise<ReadonlyMap<string, Glance>> {
  if (paths.length < LEAST) return new Map();
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const parts = Array.from({ length: threads }, (_, i) => paths.filter((__, at) => at % threads === i));
  const seen = await Promise.all(parts.map((part) => inThread(part, join(root, "bin", "meldcode.js"))));
  return new Map(seen.flatMap((part) => [...part]));
}

const inThread = (paths: readonly string[], bin: string): Promise<ReadonlyMap<string, Glance>> =>
  new Promise((resolve) => {
    const worker = new Worker(PROGRAM, { eval: true, workerData: { bin, paths }, resourceLimits: { maxYoungGenerationSizeMb: 32 } });
    worker.once("message", resolve);
    for (const end of ["error", "exit"])
      worker.once(end, () => {
        resolve(new Map());
      });
  });
