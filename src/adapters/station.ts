/** The piece of the machine a terminal is made of. */
import { Writable } from "node:stream";

/** What of the machine a terminal needs; tests pass their own. */
export interface Station {
  readonly input: NodeJS.ReadableStream & { readonly setRawMode?: (raw: boolean) => unknown };
  readonly output: NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number };
  /** Signals and `exit`: process. */
  readonly events: {
    readonly on: (event: string, listener: () => void) => unknown;
    readonly removeListener: (event: string, listener: () => void) => unknown;
  };
  /** Ends the process by this signal. */
  readonly die: (signal: "SIGHUP" | "SIGTERM") => void;
  /** Stops the process until it is continued; the shell comes back meanwhile. */
  readonly suspend: () => void;
}

/** Some terminals say that they have no columns at all. */
export const known = (size: number | undefined, otherwise: number): number => (size === undefined || size === 0 ? otherwise : size);

/** A stream to the output that can be ended without ending the output. */
export function through(output: Station["output"]): Writable {
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      output.write(chunk);
      done();
    },
  });
  return Object.defineProperties(stream, {
    columns: { get: () => known(output.columns, 80) },
    rows: { get: () => known(output.rows, 24) },
  });
}

export const machine = (): Station => ({
  input: process.stdin,
  output: process.stdout,
  events: process,
  die: (signal) => {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  },
  suspend: () => {
    // The whole group, as the terminal itself would: npm stands between us and the shell.
    process.kill(0, "SIGTSTP");
  },
});
