#!/usr/bin/env node
"use strict";
// Answers --version and --help without loading the rest; everything else is src/main.ts, built to dist/.
const { readFileSync, writeSync } = require("fs");
const { join } = require("path");

const root = join(__dirname, "..");
const argv = process.argv.slice(2);
const text = argv.length === 1 && { "--version": "version.txt", "-V": "version.txt", "--help": "help.txt", "-h": "help.txt" }[argv[0]];
try {
  if (text) writeSync(1, readFileSync(join(root, "dist", text)));
  else
    require("./load.js")
      .load("main.cjs")
      .main(argv, root)
      .then((code) => {
        process.exitCode = code;
      });
} catch (error) {
  if (error.code !== "ENOENT") throw error;
  writeSync(2, "meldcode is nog niet gebouwd. Draai eerst: npm ci\n");
  process.exitCode = 70;
}
