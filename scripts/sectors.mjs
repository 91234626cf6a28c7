// Writes docs/sectoren.md: what differs per sector, from flows/sectoren/. `--check` only compares, and exits 1 when the page is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const TARGET = "docs/sectoren.md";
const yaml = (path) => parse(readFileSync(path, "utf8"));
const base = yaml("flows/meldcode.yaml");
const terms = yaml("flows/bewaartermijnen.yaml").terms;
const sectors = JSON.parse(readFileSync("schemas/organisation.schema.json", "utf8")).$defs.sector.enum;

/** An overlay behind those that it builds on. */
function chain(id) {
  const own = yaml(`flows/sectoren/${id}.yaml`);
  return own.extends === undefined ? [own] : [...chain(own.extends), own];
}
const labels = new Map(base.steps.flatMap(({ questions }) => questions.map(({ id, label, text }) => [id, label ?? text])));
for (const id of [...sectors, "verwijsindex"])
  for (const { question } of yaml(`flows/sectoren/${id}.yaml`).add ?? []) labels.set(question.id, question.label);

const whole = new Map(
  sectors.map((id) => {
    const overlays = chain(id);
    const step = new Map(base.steps.flatMap(({ number, questions }) => questions.map((question) => [question.id, number])));
    for (const { steps = [] } of overlays)
      for (const { id: at, order = [] } of steps) for (const q of order) step.set(q, base.steps.find((one) => one.id === at).number);
    const merged = (key) => Object.assign({}, base[key], ...overlays.map((overlay) => overlay[key]));
    const all = (key) => overlays.flatMap((overlay) => overlay[key] ?? []);
    return [
      id,
      {
        title: overlays.at(-1).title,
        framework: overlays.findLast(({ framework }) => framework !== undefined).framework,
        words: merged("words"),
        roles: merged("roles"),
        step,
        builds: overlays.slice(0, -1).map(({ title }) => title),
        added: all("add").map(({ question }) => question),
        removed: all("remove"),
        replaced: all("replace"),
        steps: all("steps").filter(({ title }) => title !== undefined),
        afwegingen: overlays.findLast(({ afwegingen }) => afwegingen !== undefined)?.afwegingen,
        norms: [...all("norms"), ...all("replaceNorms")],
        withoutNorms: all("removeNorms"),
        terms: terms.filter((term) => term.sectors?.includes(id)),
      },
    ];
  }),
);
const fill = (text, { words, roles }) =>
  text
    .replace(/\{([A-Za-z-]+)\}/g, (hole, name) => {
      const word = { ...words, ...roles }[name.toLowerCase()] ?? hole;
      return name === name.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .trim();
const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const placed = ({ step }) => ["vermoeden", "acuut", "hulp-mogelijk"].map((q) => String(step.get(q))).join(", ");
const doubt = ({ withoutNorms }) => (withoutNorms.includes("voorzorg-twijfel") ? "telt als ja: melden" : "eerst advies van Veilig Thuis");
const advice = ({ added, builds, title }) =>
  added.some(({ id }) => id === "advies-vt") ? (builds.includes("Artsen") ? "verplicht (afgeleid)" : "verplicht") : "bij twijfel";
const keep = ({ number, unit, from, bound }) =>
  `${{ least: "minstens ", most: "hoogstens ", about: "ongeveer " }[bound] ?? ""}${unit === "levensjaar" ? `tot het ${number}e levensjaar van ${from}` : `${number} jaar na ${from}`}`;

const rows = [...whole].map(([, one]) => [
  one.title,
  one.framework.name + (one.framework.general ? " (de vragen zijn algemeen)" : ""),
  one.framework.date,
  fill("{eindverantwoordelijke}", one),
  placed(one),
  doubt(one),
  advice(one),
  String(one.added.filter(({ id }) => !one.removed.includes(id)).length),
]);
const table = (head, body) => [head, head.map(() => "---"), ...body].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
const list = (title, items) =>
  items.length === 0 ? [] : [`**${title}**`, "", ...items.map((item) => `- ${item.replaceAll("\n", " ")}`), ""];
const detail = (id, one) => [
  `## ${one.title}`,
  "",
  `\`--sector ${id}\`. Kader: ${one.framework.name} (${one.framework.date}).${one.builds.length === 0 ? "" : ` Bouwt op: ${one.builds.join(", ")}.`}`,
  "",
  `Woorden: ${fill("{wie-client}", one)}. Eindverantwoordelijk, tenzij het profiel iets anders zegt: ${fill("{eindverantwoordelijke}", one)}.`,
  "",
  ...list("Niet geverifieerd", [
    ...(one.framework.missing ?? []),
    ...(one.framework.place === undefined ? [] : [`De eigen tekst van het beroep staat bij: ${one.framework.place}.`]),
  ]),
  ...list(
    "Stappen die anders heten",
    one.steps.map(({ id: at, title }) => `stap ${base.steps.find((step) => step.id === at).number}: ${title}`),
  ),
  ...list(
    "De vijf afwegingen heten",
    (one.afwegingen ?? []).map(({ title }) => title),
  ),
  ...list("Normen die anders zijn", [
    ...one.norms.map(({ id: norm, text, met }) => `${norm}: ${text ?? (met === undefined ? "andere uitleg" : "andere voorwaarde")}`),
    ...one.withoutNorms.map((norm) => `${norm}: vervalt`),
  ]),
  ...list(
    "Vragen erbij",
    one.added
      .filter(({ id: q }) => !one.removed.includes(q))
      .map((question) => `${fill(question.text, one).split("\n")[0]} (\`${question.id}\`)`),
  ),
  ...list(
    "Vragen eruit",
    one.removed.map((q) => `${fill(labels.get(q) ?? q, one)} (\`${q}\`)`),
  ),
  ...list(
    "Vragen met andere tekst, uitleg, keuzes of voorbeelden",
    [...new Set(one.replaced.map(({ id: q }) => q))].map((q) => {
      const asked = one.replaced.findLast((question) => question.id === q && question.text !== undefined)?.text;
      return `${fill(labels.get(q) ?? q, one)} (\`${q}\`)${asked === undefined ? "" : `: ${fill(asked, one).split("\n\n")[0]}`}`;
    }),
  ),
  ...list(
    "Bewaartermijn van het eigen dossier (advies)",
    one.terms.map(
      (term) =>
        `${term.file}: ${term.keep === undefined ? "geen getal" : keep(term.keep)} (${term.ground})${term.unverified ? ", niet geverifieerd" : ""}`,
    ),
  ),
];
const page = `# Wat per sector verschilt

Deze pagina is gemaakt uit \`flows/sectoren/\`. Pas haar niet met de hand aan: \`npm run generate\` maakt haar opnieuw.

De vijf afwegingen zijn overal gelijk. Wat verschilt: wie beslist, waar de afwegingen staan, hoe twijfel telt, wat eerst moet, de woorden en de
voorbeelden. Wat niet is gevonden of niet is nagegaan, staat bij de sector onder ‘Niet geverifieerd’; het programma zegt het ook bij het begin
van een zaak. De laag ‘Verwijsindex risicojongeren’ geeft alleen vragen als het profiel van de organisatie zegt dat zij hem gebruikt.

${table(["Sector", "Kader", "Datum", "Wie beslist", "Afweging 1, 2 en 3 in stap", "Twijfel over veiligheid", "Advies Veilig Thuis voor een melding", "Vragen erbij"], rows)}

${[...whole].flatMap(([id, one]) => detail(id, one)).join("\n")}`;

const text = `${page.trimEnd()}\n`;
const old = readFileSync(TARGET, { encoding: "utf8", flag: "a+" });
if (old === text) process.exit(0);
if (process.argv.includes("--check")) {
  console.error(`${TARGET} is stale: run npm run generate`);
  process.exit(1);
}
writeFileSync(TARGET, text);
