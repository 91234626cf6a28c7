// One run of the built program for its code cache: node scripts/rehearse.cjs [--terminal] ARGUMENTS...
// With --terminal it plays a terminal on which somebody answers the first question and then presses Ctrl-C.
const { PassThrough } = require("node:stream");
const { load, save } = require("../bin/load.js");

const argv = process.argv.slice(2);
if (argv[0] === "--terminal") {
  argv.shift();
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let shown = "";
  let asked = false;
  output.on("data", (chunk) => {
    shown += chunk;
    if (!asked && shown.includes("direct gevaar")) {
      asked = true;
      setTimeout(() => input.write("\x1b[B\r"), 100);
      setTimeout(() => input.write("\x03"), 400);
    }
  });
  Object.defineProperty(process, "stdin", { value: input });
  Object.defineProperty(process, "stdout", { value: output });
}
load("main.cjs")
  .main(argv, process.cwd())
  .then((code) => {
    save();
    process.exitCode = code;
  });
