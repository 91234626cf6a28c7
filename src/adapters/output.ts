/** Text to stdout and stderr, at once and whole. Cheaper than the streams of process, and nothing is lost at exit. */
import { Defect, DiskDefect, EXIT } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { visible } from "../core/visible.ts";
import { disk } from "./disk.ts";
import { codeOf, writeAll } from "./files.ts";
import { wrap } from "./prompts/wrap.ts";

const OUT = 1;
const ERR = 2;

/** To stdout: a document or a path. Byte for byte, except that a terminal gets nothing it would obey: the name of a folder is somebody's too. */
export function say(text: string): void {
  put(OUT, isTerminal(OUT) ? visible(text) : text);
}

/** Cheaper than asking for a stream of process. What is no terminal and looks like one, such as /dev/null, does not mind. */
function isTerminal(descriptor: number): boolean {
  try {
    return disk.fstatSync(descriptor).isCharacterDevice();
  } catch {
    // Closed: writing to it says so.
    return false;
  }
}

/** Lines for the user, cleaned of what a terminal would obey; on a terminal broken between words. */
export function sayLines(...lines: readonly string[]): void {
  const columns = process.stderr.isTTY ? (process.stderr.columns || 80) - 1 : Infinity;
  // A path that is too long for a row stays whole, so that it can be copied.
  const fits = (line: string): boolean => line.length < columns || line.split(" ").some((word) => word.length > columns);
  const rows = lines.flatMap((line) => line.split("\n")).flatMap((line) => (fits(line) ? [visible(line)] : wrap(line, columns)));
  put(ERR, rows.map((row) => `${row}\n`).join(""));
}

/** The same, and never broken: for who has them read aloud. */
export function sayWhole(...lines: readonly string[]): void {
  put(ERR, lines.map((line) => `${visible(line)}\n`).join(""));
}

/** Says what went wrong. @returns the exit code */
export function told(thrown: unknown): number {
  const error = ofSystem(thrown) ?? thrown;
  if (error instanceof Defect) {
    sayLines(error.message);
    return error.exit;
  }
  sayLines(nl.bug, error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.bug;
}

/** A file of the program itself that cannot be read is the disk's fault as well. */
function ofSystem(error: unknown): DiskDefect | undefined {
  if (!(error instanceof Error && "errno" in error)) return undefined;
  const path = "path" in error ? String(error.path) : nl.disk.ours;
  return new DiskDefect(nl.disk.failed(path, nl.disk.why[codeOf(error)] ?? codeOf(error)), codeOf(error));
}

function put(descriptor: number, text: string): void {
  let rest = Buffer.from(text, "utf8");
  while (rest.length > 0) {
    try {
      writeAll(disk, descriptor, rest.subarray(0, 65_536));
      rest = rest.subarray(65_536);
    } catch (error) {
      if (codeOf(error) === "EPIPE") return;
      if (codeOf(error) !== "EAGAIN") throw new DiskDefect(nl.disk.failed(nl.disk.screen, nl.disk.why[codeOf(error)] ?? codeOf(error)));
      // A full pipe: wait for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
