/** The profile of an organisation: made, and held against what an own meldcode needs. */
import { EXIT, UsageDefect } from "../core/defect.ts";
import type { Askable } from "../core/flow.ts";
import type { OrganisationSource } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import { words } from "../core/nl-organisation.ts";
import { nearest } from "../core/near.ts";
import { paper } from "../core/paper.ts";
import { lacking, points } from "../core/points.ts";
import { accepts, clean } from "../core/value.ts";
import { board } from "../export/board.ts";
import type { Prompt, World } from "../ports.ts";
import { asked } from "./erase.ts";

/** Where the profile is kept. */
export interface Office {
  readonly path: string;
  /** undefined when there is none. @throws FlowDefect when it is wrong */
  readonly source: () => Promise<OrganisationSource | undefined>;
  /** Writes it whole, in a folder that is made when it is not there. @throws DiskDefect */
  readonly keep: (text: string, force: boolean) => void;
}

export interface InitOptions {
  readonly sector: string | undefined;
  /** By their key in the profile; veilig-thuis and telefoon apart. */
  readonly given: Readonly<Partial<Record<(typeof words.fields)[number]["id"], string>>>;
  /** Writes over a profile that says more than a sector. */
  readonly force: boolean;
}

/**
 * Makes the profile, or fills one up: what is there stays, unless something else was given. Asks in a terminal what is missing.
 * @returns the exit code
 * @throws UsageDefect when something does not fit, or a profile is there and `force` is not; nothing is changed then
 */
export async function organisationInit(world: World, office: Office, { sector, given, force }: InitOptions): Promise<number> {
  const before = await office.source();
  if (before !== undefined && !force && Object.keys(before).some((key) => key !== "sector"))
    throw new UsageDefect(words.exists(office.path));
  for (const field of words.fields) assertFits(field.id, given[field.id]);
  const sectors = Object.keys(words.sectors);
  if (sector !== undefined && !sectors.includes(sector)) throw new UsageDefect(nl.flow.noSector(sector, nearest(sector, sectors)));
  const filled = await complete(world, before, sector, given);
  if (filled === undefined) {
    world.tell(words.stopped);
    return EXIT.interrupt;
  }
  office.keep(`${words.head}\n${paper(filled)}${words.tail}`, before !== undefined);
  world.tell(words.made(office.path), ...lacking(await sure(office)).map(words.stillLacks));
  world.out(`${office.path}\n`);
  return EXIT.fine;
}

/** Read back: what was written is a profile. */
async function sure(office: Office): Promise<OrganisationSource> {
  const source = await office.source();
  if (source === undefined) throw new UsageDefect(nl.framework.noProfile(office.path));
  return source;
}

/** The whole profile; undefined when she stopped. @throws UsageDefect without a sector and without a terminal */
async function complete(
  world: World,
  before: OrganisationSource | undefined,
  sector: string | undefined,
  given: InitOptions["given"],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const known = sector ?? before?.sector;
  if (known === undefined && world.prompt === undefined) throw new UsageDefect(words.needsSector);
  const prompt = Object.keys(given).length > 0 || world.prompt === undefined ? undefined : await world.prompt();
  try {
    const chosen = known ?? (prompt === undefined ? undefined : await sectorFrom(prompt));
    if (chosen === undefined) return undefined;
    const { "veilig-thuis": regional, ...rest } = before ?? {};
    const there: Readonly<Record<string, unknown>> = { ...rest, "veilig-thuis": regional?.naam, telefoon: regional?.telefoon };
    const filled = new Map<string, unknown>();
    for (const field of words.fields) {
      const value = given[field.id] ?? there[field.id] ?? (prompt === undefined ? undefined : await ask(prompt, field));
      if (value === STOP) return undefined;
      if (typeof value === "string") filled.set(field.id, clean(value));
    }
    return document(chosen, rest, filled);
  } finally {
    prompt?.close();
  }
}

function document(sector: string, rest: object, filled: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> {
  const plain = [...filled].filter(([key]) => key !== "veilig-thuis" && key !== "telefoon");
  const name = filled.get("veilig-thuis");
  const phone = filled.get("telefoon");
  const regional =
    name === undefined && phone === undefined
      ? {}
      : { "veilig-thuis": { naam: name ?? words.regional, ...(phone === undefined ? {} : { telefoon: phone }) } };
  return { ...rest, ...Object.fromEntries(plain), sector, ...regional };
}

const STOP = Symbol("stopped");

async function sectorFrom(prompt: Prompt): Promise<string | undefined> {
  const reply = await prompt.choose(words.sectorMenu);
  return reply.kind === "answer" ? reply.value : undefined;
}

async function ask(prompt: Prompt, field: (typeof words.fields)[number]): Promise<string | undefined | typeof STOP> {
  const reply = await prompt.ask(asked(askableOf(field.id)));
  if (reply.kind === "back") return undefined;
  return reply.kind === "stop" ? STOP : reply.value === null ? undefined : String(reply.value);
}

const askableOf = (id: string): Askable => {
  const { text, label, help } = words.fields.find((field) => field.id === id) ?? words.fields[0];
  return { ...nl.interview.reason, id, kind: "line", text, label, help, required: false, maxLength: 160 };
};

/** @throws UsageDefect */
function assertFits(id: string, value: string | undefined): void {
  if (value === undefined) return;
  const refusal = accepts(askableOf(id), clean(value));
  if (refusal !== null) throw new UsageDefect(nl.trust.note.bad(`--${id}`, nl.refusal(refusal)));
  if (/[{}]/.test(value) || (id === "telefoon" && !/^[0-9][0-9 -]{2,19}$/.test(value))) throw new UsageDefect(words.badValue(`--${id}`));
}

/** Prints the fourteen points as a list for the board. @returns found when not all of them stand. @throws UsageDefect when there is no profile */
export async function organisationCheck(world: World, office: Office): Promise<number> {
  const source = await sure(office);
  const today = world.now().slice(0, 10);
  world.out(board(source, today));
  return lacking(source).length === 0 && points(source, today).every(({ stand }) => stand === "ja") ? EXIT.fine : EXIT.found;
}
