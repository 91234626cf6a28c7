// Draws docs/verloop-meldcode.md again: the picture of the shipped flow. A test holds it equal to what `flow graph` says.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/meldcode.js", "flow", "graph", "--format", "mermaid"], {
  encoding: "utf8",
});
if (status !== 0) throw new Error(stderr);
writeFileSync(
  "docs/verloop-meldcode.md",
  `# Het verloop van de meldcode

Deze tekening is gemaakt uit \`flows/meldcode.yaml\`. Pas haar niet met de hand aan: \`npm run picture\` maakt haar opnieuw.

Lees van boven naar beneden, en in elke stap van links naar rechts. De nummers zijn de volgorde van de vragen. Vragen in één vak horen
bij elkaar. Bij een pijl staat het antwoord dat ernaartoe leidt; een lijn zonder tekst betekent: altijd. Een geel vak is een mededeling.
Onderaan staan de normen, met wanneer ze gelden, en de uitkomsten.

\`\`\`mermaid
${stdout}\`\`\`

Liever tekst, of de weg van één zaak? \`meldcode flow graph\`, \`meldcode flow graph --case KENMERK\` en
\`meldcode flow graph --coverage\` (wat de scenario's raken).
`,
);
