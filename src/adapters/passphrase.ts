/** The passphrase of the user's key: asked on the terminal, or read from a file that only she can read. */
import { readFileSync } from "node:fs";
import { EXIT, Stopped, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { openFace, type Face } from "./face.ts";

/** @throws UsageDefect when there is nobody to ask, Stopped when she stops */
export async function passphrase(environment: NodeJS.ProcessEnv, face: Face, title: string): Promise<string> {
  const file = environment["MELDCODE_PASSPHRASE_FILE"];
  if (file !== undefined && file !== "") return inFile(file);
  if (!process.stdin.isTTY || !(process.stdout.isTTY || process.stderr.isTTY)) throw new UsageDefect(nl.key.noTerminal);
  const prompt = await openFace(face, environment, { output: process.stdout.isTTY ? process.stdout : process.stderr });
  try {
    const reply = await prompt.secret(title);
    if (reply.kind === "answer") {
      prompt.tell(nl.key.patience);
      return reply.value;
    }
    throw new Stopped(nl.key.stopped, reply.kind === "stop" ? EXIT.interrupt : EXIT.unfinished);
  } finally {
    prompt.close();
  }
}

/** The first line of the file. */
function inFile(path: string): string {
  try {
    return readFileSync(path, "utf8").split(/\r?\n/, 1)[0] ?? "";
  } catch {
    throw new UsageDefect(nl.key.unreadable(path));
  }
}
