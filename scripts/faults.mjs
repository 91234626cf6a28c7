// The real program on a disk that goes wrong: a library in front of libc, strace, and power cuts of a mounted image. What the machine
// lacks is said and skipped. `npm run test:faults [-- shim|strace|powercut]`; ends with 1 when an answer was lost or a record came out
// otherwise.
import { shim } from "./faults/shim.mjs";
import { strace } from "./faults/strace.mjs";
import { powercut } from "./faults/powercut.mjs";
import { prepare } from "./faults/session.mjs";

const began = Date.now();
const wanted = process.argv.slice(2);
const session = await prepare();
const rows = [];
try {
  for (const way of [shim, strace, powercut].filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const from = Date.now();
    const found = await way(session);
    const seconds = ((Date.now() - from) / 1000).toFixed(0);
    if (typeof found === "string") rows.push([way.name, "skipped:", found]);
    else
      for (const { fault, places, lost, wrong } of found) rows.push([way.name, fault, places, lost, wrong.length, `${seconds} s in all`]);
    if (typeof found !== "string")
      for (const { fault, wrong } of found) for (const what of wrong.slice(0, 5)) console.log(`${fault}: ${what}`);
  }
} finally {
  session.end();
}

const all = [["way", "fault", "places", "lost answers", "otherwise wrong", "time"], ...rows].map((row) => row.map(String));
const widths = all[0].map((_, column) => Math.max(...all.filter(([, second]) => second !== "skipped:").map((row) => row[column].length)));
for (const row of all)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
console.log(`${((Date.now() - began) / 1000).toFixed(0)} s`);
process.exitCode = rows.some(([, , , lost, wrong]) => lost > 0 || wrong > 0) ? 1 : 0;
