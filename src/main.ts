/** One command line: which command it is; the only catch, where errors become words and exit codes. */
import type { Face } from "./adapters/face.ts";
import { say, told } from "./adapters/output.ts";
import type { CaseOptions, OrganisationOptions, Verbs } from "./cli/verbs.ts";
import type { InitOptions } from "./commands/organisation.ts";
import { EXIT, UsageDefect } from "./core/defect.ts";
import { nl } from "./core/nl.ts";
import type { World } from "./ports.ts";
import { checking, isTerminal, officeOf, ownIn, worldOf } from "./world.ts";

declare const MELDCODE_VERSION: string;

/**
 * Runs one command line.
 * @param argv what the user typed behind the program's name
 * @param root the folder of the package
 * @returns the exit code
 */
export async function main(argv: readonly string[], root: string): Promise<number> {
  let exit: number = EXIT.fine;
  const run = async (command: () => number | Promise<number>): Promise<void> => {
    exit = await command();
  };
  let face: Face = { linear: false, plain: false };
  let kept: World["cases"] | undefined;
  const world = (dir: string | undefined, flows?: string, profile?: string, { quiet = false, exercise = false } = {}): World => {
    const made = worldOf(root, dir, face, ownIn(flows, exercise), profile, quiet);
    kept = made.cases;
    return made;
  };
  const asking = ({ dir, flows, organisation, geenTips: quiet, oefenen }: CaseOptions): World =>
    world(dir, flows, organisation, { ...(quiet === undefined ? {} : { quiet }), exercise: oefenen !== undefined });
  const verbs: Verbs = {
    face: (wanted) => {
      face = wanted;
    },
    home: ({ dir }) =>
      run(async () => {
        if (!isTerminal()) throw new UsageDefect(`${nl.cli.needsCommand}\n\n${await help()}`);
        return (await import("./commands/home.ts")).home(world(dir));
      }),
    start: (options) => run(async () => (await import("./commands/start.ts")).start(asking(options), asked(options))),
    resume: (file, options) => run(async () => (await import("./commands/resume.ts")).resume(asking(options), file, asked(options))),
    exportCase: (file, { dir, format, output, force, as, voor, veiligTeBewaren }) =>
      run(async () => {
        const { exportCase, exportDocument } = await import("./commands/export.ts");
        const options = { format, output, force: force ?? false };
        if (as !== undefined) return exportDocument(world(dir), file, { kind: as, voor, safe: veiligTeBewaren ?? false }, options);
        if (voor !== undefined || veiligTeBewaren === true) throw new UsageDefect(nl.cli.onlyWithAs);
        return exportCase(world(dir), file, options);
      }),
    lint: (file, { dir, json, soort }) =>
      run(async () => {
        const { textOf, wording } = await import("./adapters/wording.ts");
        const reading = { text: textOf, wording: async () => wording(root, await world(dir).organisation()), out: say };
        return (await import("./commands/lint.ts")).lint(reading, file, { json: json ?? false, kind: soort });
      }),
    agenda: ({ dir, tekst, days, ics, onderwerp, force }) =>
      run(async () => {
        const { agenda, reminder } = await import("./commands/agenda.ts");
        return tekst === undefined ? agenda(world(dir), { days, ics, onderwerp, force: force ?? false }) : reminder(world(dir), tekst);
      }),
    check: (file, { dir, json }) =>
      run(async () => (await import("./commands/care.ts")).checkCase(world(dir), file, { json: json ?? false })),
    list: ({ dir }) => run(async () => (await import("./commands/list.ts")).list(world(dir))),
    organisationInit: (options) =>
      run(async () => {
        const { dir, organisation, sector, force, name, ...given } = options;
        const here = world(dir, undefined, organisation);
        const { organisationInit } = await import("./commands/organisation.ts");
        return organisationInit(here, officeOf(here), { sector, force: force ?? false, given: named({ naam: name, ...given }) });
      }),
    organisationCheck: ({ dir, organisation }) =>
      run(async () => {
        const here = world(dir, undefined, organisation);
        return (await import("./commands/organisation.ts")).organisationCheck(here, officeOf(here));
      }),
    keyNew: ({ dir }) => run(async () => (await import("./commands/key.ts")).keyNew(world(dir))),
    encrypt: (file, { dir, recipient }) =>
      run(async () => (await import("./commands/encrypt.ts")).encrypt(world(dir), file, recipient ?? [])),
    decrypt: (file, { dir }) => run(async () => (await import("./commands/encrypt.ts")).decrypt(world(dir), file)),
    purge: ({ dir, dryRun }) => run(async () => (await import("./commands/purge.ts")).purge(world(dir), { dryRun: dryRun ?? false })),
    verify: (files, { dir, record, fingerprint }) =>
      run(async () => (await import("./commands/verify.ts")).verify(checking(world(dir)), files, { record, fingerprint })),
    note: (file, { dir, by, text, about }) =>
      run(async () => (await import("./commands/note.ts")).note(world(dir), file, { by, text, about })),
    erase: (file, line, { dir, reason }) =>
      run(async () => (await import("./commands/erase.ts")).erase(world(dir), file, line, { reason })),
    unlock: (file, { dir }) => run(async () => (await import("./commands/unlock.ts")).unlock(world(dir), file)),
    flowCheck: (files, options) =>
      run(async () => {
        const { sectorFile, submitted } = await import("./adapters/submitted.ts");
        return (await import("./commands/check.ts")).flowCheck(
          world(undefined),
          () => submitted(root, [...files, ...sectorFile(root, options.sector)]),
          options,
        );
      }),
    flowExplain: (code) => run(async () => (await import("./commands/explain.ts")).flowExplain(world(undefined), code)),
    flowTemplate: (id, { flows, sector }) =>
      run(async () => (await import("./commands/flow.ts")).flowTemplate(world(undefined, flows), id, sector)),
    flowSchema: (id, { flows, sector }) =>
      run(async () => (await import("./commands/schema.ts")).flowSchema(world(undefined, flows), id, sector)),
    flowGraph: (id, { dir, flows, sector, format, case: name, coverage }) =>
      run(async () => {
        const { bench } = await import("./adapters/bench.ts");
        const options = { format, case: name, sector, coverage: coverage ?? false };
        return (await import("./commands/graph.ts")).flowGraph(world(dir, flows), bench(root, ownIn(flows)), id, options);
      }),
    flowTest: (files, { flows, sector, generate, mutate }) =>
      run(async () => {
        const { bench } = await import("./adapters/bench.ts");
        const options = { sector, generate: generate ?? false, mutate: mutate ?? false };
        return (await import("./commands/scenarios.ts")).flowTest(world(undefined, flows), bench(root, ownIn(flows)), files, options);
      }),
  };
  try {
    const verb = bare(argv, verbs);
    if (verb === undefined) return (await (await import("./typed.ts")).typed(argv, MELDCODE_VERSION, verbs)) ?? exit;
    await verb();
    return exit;
  } catch (error) {
    return told(kept === undefined ? error : await kept.blamed(error));
  }
}

/** What is typed most needs no parser of command lines, and that is felt at the start. */
function bare(argv: readonly string[], verbs: Verbs): (() => Promise<void>) | undefined {
  const [verb, file = "-"] = argv;
  if (verb === "start" && argv.length === 1) return () => verbs.start({});
  if (verb === "resume" && argv.length === 2 && !file.startsWith("-")) return () => verbs.resume(file, {});
  return undefined;
}

/** The help texts, for the build: what --help prints is generated, so that it costs nothing. */
export const help = async (): Promise<string> => (await import("./typed.ts")).help(MELDCODE_VERSION);

/** An empty reason is none. */
const asked = ({
  answers,
  oefenen,
  reason,
  recipient,
  flow,
  chapter,
  sector,
}: CaseOptions): {
  answers: string | undefined;
  sector: string | undefined;
  exercise: boolean;
  practice: string | undefined;
  reason: string | undefined;
  recipients: readonly string[];
  flow: string | undefined;
  chapter: number | undefined;
} => ({
  answers,
  sector,
  exercise: oefenen !== undefined,
  practice: typeof oefenen === "string" ? oefenen : undefined,
  reason: reason?.trim() || undefined,
  recipients: recipient ?? [],
  flow,
  chapter,
});

/** What was given, and nothing else: also options that belong to every command arrive here. */
const named = (given: OrganisationOptions & { readonly naam: string | undefined }): InitOptions["given"] => ({
  ...(given.naam === undefined ? {} : { naam: given.naam }),
  ...(given.eindverantwoordelijke === undefined ? {} : { eindverantwoordelijke: given.eindverantwoordelijke }),
  ...(given.aandachtsfunctionaris === undefined ? {} : { aandachtsfunctionaris: given.aandachtsfunctionaris }),
  ...(given.leidinggevende === undefined ? {} : { leidinggevende: given.leidinggevende }),
  ...(given.veiligThuis === undefined ? {} : { "veilig-thuis": given.veiligThuis }),
  ...(given.telefoon === undefined ? {} : { telefoon: given.telefoon }),
});
