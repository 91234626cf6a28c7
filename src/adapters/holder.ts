/** A process that holds something, told apart from any other: it is dead only when that is proven, never by age. */
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import type { TakenOver } from "../core/formats.ts";
import { systemClock } from "./clock.ts";
import { codeOf } from "./files.ts";

export interface Holder extends TakenOver {
  readonly nonce: string;
  /** Which start of the machine, and when in it the process began; "" where the system does not tell. */
  readonly boot: string;
  readonly start: string;
}

/** This process. */
export const self = (): Holder => ({
  nonce: nonce(),
  host: hostname(),
  pid: process.pid,
  since: systemClock(),
  boot: bootId(),
  start: startOf(process.pid),
});

/** 24 hex digits that no other process has. It need not be hard to guess, and node:crypto is felt before the first question. */
const nonce = (): string =>
  [1, 2, 3]
    .map(() =>
      Math.floor(Math.random() * 2 ** 32)
        .toString(16)
        .padStart(8, "0"),
    )
    .join("");

/** The nonce of what nobody holds. */
export const NOBODY = "";

/** What a holder left appears whole, so text that cannot be read was cut off with the machine: nobody holds it. */
export function parsed(text: string): Holder {
  try {
    const holder: unknown = JSON.parse(text);
    if (isHolder(holder)) return holder;
  } catch {
    // Said below.
  }
  return { nonce: NOBODY, host: hostname(), pid: 0, since: "?", boot: "", start: "" };
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === "object" &&
  value !== null &&
  (["nonce", "host", "since", "boot", "start"] as const).every((key) => key in value && typeof (value as Holder)[key] === "string") &&
  "pid" in value &&
  Number.isInteger(value.pid);

export function isDead(holder: Holder): boolean {
  if (holder.nonce === NOBODY) return true;
  if (holder.host !== hostname()) return false;
  const boot = bootId();
  if (boot !== "" && holder.boot !== "" && boot !== holder.boot) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
  const start = startOf(holder.pid);
  return start !== "" && holder.start !== "" && start !== holder.start;
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
