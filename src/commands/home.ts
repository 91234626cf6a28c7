import { fold } from "../core/case.ts";
import { Defect, EXIT } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { statusOf } from "../core/chapters.ts";
import type { Status } from "../core/walk.ts";
import type { World } from "../ports.ts";
import { resume } from "./resume.ts";
import { start } from "./start.ts";

const NEW = "nieuw";
const fresh = {
  answers: undefined,
  exercise: false,
  practice: undefined,
  reason: undefined,
  recipients: [],
  flow: undefined,
  chapter: undefined,
};

/** Without a command: a new case, or on with an open one. Only in a terminal. @returns the exit code */
export async function home(world: World): Promise<number> {
  const open: { readonly id: string; readonly text: string }[] = [];
  for (const path of world.cases.list()) {
    const status = await statusIn(world, path);
    if (status !== "finished") open.unshift({ id: path, text: nl.home.on(path, status) });
  }
  if (open.length === 0 || world.prompt === undefined) return start(world, fresh);
  const prompt = await world.prompt();
  const reply = await prompt.choose({
    title: nl.home.title,
    label: nl.home.title,
    place: "",
    lines: [],
    help: undefined,
    outside: true,
    options: [{ id: NEW, text: nl.home.fresh }, ...open],
  });
  prompt.close();
  if (reply.kind !== "answer") return reply.kind === "stop" ? EXIT.interrupt : EXIT.fine;
  return reply.value === NEW ? start(world, fresh) : resume(world, reply.value, fresh);
}

/** A case that cannot be read is left out: `list` says why. Of an encrypted one it is not known: who is in a hurry is asked no passphrase first. */
async function statusIn(world: World, path: string): Promise<Status | "encrypted"> {
  if (world.cases.isEncrypted(path)) return "encrypted";
  try {
    return statusOf(fold((await world.cases.read(path)).events));
  } catch (error) {
    const why = await world.cases.blamed(error);
    if (why instanceof Defect) return "finished";
    throw why;
  }
}
