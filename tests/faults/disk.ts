/** A disk of which one call goes wrong. */
import * as fs from "node:fs";
import type { Disk } from "../../src/adapters/disk.ts";

/** A disk that loses nothing: the power stays on, so that nothing need be synced. */
export const calm: Disk = { ...fs, fsyncSync: () => undefined, fdatasyncSync: () => undefined };

export type Fault =
  /** The call is refused, nothing of it happened. */
  | "EIO"
  /** This call is refused, and every one after it. */
  | "EIO from then on"
  /** A write takes half of what it was given, and says so. */
  | "short"
  /** This call is refused, but of a write half is taken; what comes next and needs room is refused, once or always. */
  | "ENOSPC"
  | "ENOSPC from then on"
  /** kill -9 in the middle of a write, and before a call: after the call before it is the same. */
  | "torn"
  | "killed";

/** Thrown by every call from a kill on: no system error, so that nobody takes it for one. */
export class Killed extends Error {
  override readonly name = "Killed";
}

const CALLS = [
  "closeSync",
  "fdatasyncSync",
  "fstatSync",
  "fsyncSync",
  "ftruncateSync",
  "linkSync",
  "mkdirSync",
  "openSync",
  "readdirSync",
  "readFileSync",
  "renameSync",
  "statSync",
  "unlinkSync",
  "writeSync",
] as const satisfies readonly (keyof Disk)[];

export interface Call {
  readonly name: (typeof CALLS)[number];
  readonly args: readonly unknown[];
}

const LOOKS: ReadonlySet<Call["name"]> = new Set(["closeSync", "fstatSync", "readdirSync", "readFileSync", "statSync"]);
const opensWhatIsThere = ({ name, args }: Call): boolean => name === "openSync" && (Number(args[1]) & fs.constants.O_CREAT) === 0;
/** Whether a call leaves the disk otherwise than it was. */
const changes = (call: Call): boolean => !LOOKS.has(call.name) && !opensWhatIsThere(call);
const needsRoom = (call: Call): boolean => changes(call) && call.name !== "unlinkSync" && call.name !== "ftruncateSync";

/** Whether a fault can strike at a call. To be killed before a call that only looks is the same as before the call after it. */
export function strikes(fault: Fault, call: Call): boolean {
  switch (fault) {
    case "short":
    case "torn":
      return call.name === "writeSync";
    case "ENOSPC":
    case "ENOSPC from then on":
      return needsRoom(call);
    case "killed":
    case "EIO from then on":
      return changes(call);
    case "EIO":
      return true;
  }
}

export interface Faulty {
  readonly disk: Disk;
  /** What was called until now. */
  readonly calls: readonly Call[];
}

/** A disk that goes wrong at its n-th call. @param at counted from 1; 0 is never */
export function faulty(under: Disk, fault: Fault, at: number): Faulty {
  const calls: Call[] = [];
  const open = new Set<number>();
  let now: "sound" | "full" | "broken" | "killed" = "sound";

  const pass = ({ name, args }: Call): unknown => {
    const result: unknown = Reflect.apply(under[name], undefined, args);
    if (name === "openSync") open.add(result as number);
    if (name === "closeSync") open.delete(args[0] as number);
    return result;
  };
  const half = ({ args: [descriptor, bytes, offset, length] }: Call): number =>
    under.writeSync(descriptor as number, bytes as Uint8Array, offset as number, Math.ceil((length as number) / 2));
  const die = (): never => {
    now = "killed";
    for (const descriptor of open) under.closeSync(descriptor);
    throw new Killed("kill -9");
  };
  const refuse = (call: Call, code: string): never => {
    // Whatever close says, the descriptor is gone.
    if (call.name === "closeSync") pass(call);
    throw Object.assign(new Error(`${code}: ${call.name}`), { code });
  };
  const strike = (call: Call): unknown => {
    switch (fault) {
      case "EIO":
        return refuse(call, "EIO");
      case "EIO from then on":
        now = "broken";
        return refuse(call, "EIO");
      case "short":
        return half(call);
      case "ENOSPC":
      case "ENOSPC from then on":
        if (call.name === "writeSync" || fault === "ENOSPC from then on") now = "full";
        return call.name === "writeSync" ? half(call) : refuse(call, "ENOSPC");
      case "torn":
        half(call);
        return die();
      case "killed":
        return die();
    }
  };
  const on = (call: Call): unknown => {
    if (now === "killed") throw new Killed("kill -9");
    calls.push(call);
    if (calls.length === at) return strike(call);
    if (now === "broken") return refuse(call, "EIO");
    if (now === "sound" || !needsRoom(call)) return pass(call);
    if (fault === "ENOSPC") now = "sound";
    return refuse(call, "ENOSPC");
  };
  return { disk: through(on), calls };
}

/** A sound disk, of which every call goes to another one once it is put in its place. */
export function exchangeable(): { readonly disk: Disk; readonly put: (next: Disk) => void } {
  let now = calm;
  return {
    disk: through(({ name, args }) => Reflect.apply(now[name], undefined, args) as unknown),
    put: (next) => {
      now = next;
    },
  };
}

/** A disk on which somebody else comes in before the n-th call. */
export function interrupted(under: Disk, at: number, meanwhile: () => void): Faulty {
  const calls: Call[] = [];
  const disk = through((call) => {
    calls.push(call);
    if (calls.length === at) meanwhile();
    return Reflect.apply(under[call.name], undefined, call.args);
  });
  return { disk, calls };
}

const through = (on: (call: Call) => unknown): Disk =>
  Object.fromEntries(CALLS.map((name) => [name, (...args: readonly unknown[]) => on({ name, args })])) as unknown as Disk;
