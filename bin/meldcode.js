#!/usr/bin/env node
"use strict";
// dist/ has texts and bundles: module -> its function, or the bundle that has it.
// V8's code cache beside one is used when it fits this Node: that halves the start.
const { readFileSync, writeSync } = require("fs");
const { Script } = require("vm");

const dist = `${__dirname}/../dist/`;
const scripts = new Map();
const makers = new Map();
const loaded = new Map();

function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  if (typeof makers.get(name) !== "function") read(makers.get(name) || name);
  const module = { exports: {} };
  loaded.set(name, module);
  makers.get(name)(module.exports, (id) => (id.startsWith("./") ? load(id.slice(2)) : require(id)), module);
  return module.exports;
}

function read(file) {
  const filename = dist + file;
  const script = new Script(readFileSync(filename, "latin1"), { filename, cachedData: cached(filename) });
  scripts.set(filename, script);
  for (const [name, maker] of Object.entries(script.runInThisContext())) makers.set(name, maker);
}

function cached(filename) {
  try {
    return readFileSync(`${filename}.cache`);
  } catch {
    return undefined;
  }
}

function main(argv) {
  const [first, second = "-"] = argv;
  const text = { "--version": "version.txt", "-V": "version.txt", "--help": "help.txt", "-h": "help.txt" }[first];
  if (text && argv.length === 1) writeSync(1, readFileSync(dist + text));
  else {
    const plain = first === "export" && argv.length === 2 && second[0] !== "-";
    process.exitCode = plain ? load("quick.cjs").exportOnly(second) : undefined;
    if (process.exitCode === undefined)
      load("main.cjs")
        .main.main(argv, `${__dirname}/..`)
        .then((code) => (process.exitCode = code));
  }
}

module.exports = { load, scripts };
try {
  if (require.main === module) main(process.argv.slice(2));
} catch (error) {
  if (!error.errno) throw error;
  writeSync(2, "meldcode is niet te lezen of niet gebouwd. Draai: npm ci\n");
  process.exitCode = 70;
}
