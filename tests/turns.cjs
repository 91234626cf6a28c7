"use strict";
// Command lines, one after the other in one process, as bin/meldcode.js would run each: { args, cwd, env } in, what it wrote and its code out.
const fs = require("node:fs");
const { join } = require("node:path");

const [, , root] = process.argv;
const written = { 1: [], 2: [] };
const { writeSync } = fs;
// What is not for the screen goes its way. Before the program is loaded, which may keep the function.
fs.writeSync = (descriptor, bytes, from = 0, length = bytes.length - from) =>
  written[descriptor]
    ? written[descriptor].push(Buffer.from(bytes.subarray(from, from + length))) && length
    : writeSync(descriptor, bytes, from, length);

const { load } = require(join(root, "bin", "meldcode.js"));

async function turn({ args, cwd, env }) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  const short = args.length === 2 && args[0] === "export" && !args[1].startsWith("-") ? load("quick.cjs").exportOnly(args[1]) : undefined;
  const status = short ?? (await load("main.cjs").main.main(args, root));
  return { status, stdout: taken(1), stderr: taken(2) };
}
const taken = (descriptor) => Buffer.concat(written[descriptor].splice(0)).toString("utf8");

process.on("message", (asked) => turn(asked).then((ran) => process.send(ran)));
