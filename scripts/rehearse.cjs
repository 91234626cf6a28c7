// Runs of the built program for its code cache; each bundle that has none yet gets what these runs compiled.
// node scripts/rehearse.cjs export FILE | key FOLDER FILE | terminal FOLDER HALF-ANSWERED-FILE | ARGUMENTS...
// terminal plays a terminal on which somebody answers the first question of a new case and presses Ctrl-C, then resumes another.
const { writeFileSync } = require("node:fs");
const { PassThrough } = require("node:stream");
const { load, scripts } = require("../bin/meldcode.js");

const root = process.cwd();
const argv = process.argv.slice(2);

async function rehearse() {
  if (argv[0] === "export") return load("quick.cjs").exportOnly(argv[1]);
  if (argv[0] === "key") return sealing(argv[1], argv[2]);
  if (argv[0] !== "terminal") return load("main.cjs").main.main(argv, root);
  await atTerminal("direct gevaar", ["\x1b[B\r", "\x03"], ["start", "--oefenen=zonder", "--dir", argv[1]]);
  return atTerminal("Ctrl-C", ["\x03"], ["resume", argv[2]]);
}

/** Makes a key, and opens and seals a case with it. */
async function sealing(folder, file) {
  process.env.MELDCODE_HOME = folder;
  process.env.MELDCODE_PASSPHRASE_FILE = "LICENSE";
  const { main } = load("main.cjs").main;
  return (await main(["key", "new"], root)) || (await main(["encrypt", file], root)) || main(["decrypt", file], root);
}

/** Presses the keys one after another once a text is shown. */
function atTerminal(shown, keys, command) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let screen = "";
  let asked = false;
  output.on("data", (chunk) => {
    screen += chunk;
    if (asked || !screen.includes(shown)) return;
    asked = true;
    keys.forEach((key, i) => setTimeout(() => input.write(key), 100 + 300 * i));
  });
  Object.defineProperty(process, "stdin", { value: input, configurable: true });
  Object.defineProperty(process, "stdout", { value: output, configurable: true });
  return load("main.cjs").main.main(command, root);
}

rehearse().then((code) => {
  process.exitCode = code;
  for (const [filename, script] of scripts) {
    try {
      writeFileSync(`${filename}.cache`, script.createCachedData(), { flag: "wx" });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
});
