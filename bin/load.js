"use strict";
// Loads what the build left in dist/. A file there is a table: name of a module -> its function, or the file that has it.
// V8's code cache beside a file is used when it fits this version of Node: that halves the start.
const { readFileSync, writeFileSync } = require("fs");
const { join } = require("path");
const vm = require("vm");

const dist = join(__dirname, "..", "dist");
const scripts = new Map();
const makers = new Map();
const loaded = new Map();

/** The exports of a module of dist/, by its name. */
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
  const filename = join(dist, file);
  const script = new vm.Script(readFileSync(filename, "latin1"), { filename, cachedData: cached(`${filename}.cache`) });
  scripts.set(filename, script);
  for (const [name, maker] of Object.entries(script.runInThisContext())) makers.set(name, maker);
}

function cached(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes the cache of everything loaded so far; the build calls it after a first run. */
function save() {
  for (const [filename, script] of scripts) writeFileSync(`${filename}.cache`, script.createCachedData());
}

module.exports = { load, save };
