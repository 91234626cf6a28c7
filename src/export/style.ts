/** How a document looks: on a screen, on a telephone, on paper. Only fonts that are there, and colours with much contrast. */

export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: #fff; color: #1a1a1a; font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body { margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5rem 0 0.5rem; break-after: avoid; }
h1 { font-size: 1.75rem; margin-top: 0; }
h2 { font-size: 1.3rem; margin-top: 2rem; padding-bottom: 0.25rem; border-bottom: 2px solid #1f4e5f; color: #1f4e5f; }
h3 { font-size: 1.1rem; }
h4, h5, h6 { font-size: 1rem; color: #444; }
p { margin: 0.5rem 0; }
.said { white-space: pre-wrap; }
.warning { border: 2px solid #8a1c1c; padding: 0.5rem 0.75rem; color: #8a1c1c; }
dl { margin: 0.5rem 0 1rem; }
dl > div { display: grid; grid-template-columns: 13rem 1fr; column-gap: 1rem; padding: 0.3rem 0; border-bottom: 1px solid #ddd; break-inside: avoid; }
dl > div:last-child { border-bottom: 0; }
dt { grid-column: 1; font-weight: 600; color: #333; }
dd { grid-column: 2; margin: 0; }
.entry { margin: 0.75rem 0; padding: 0.25rem 0 0 0.9rem; border-left: 4px solid #b9cfd6; }
.entry dl { margin: 0.25rem 0 0; }
.name { margin: 0; break-after: avoid; }
.space { height: 9cm; margin: 0.75rem 0; padding: 0.5rem 0.75rem; border: 1px solid #666; break-inside: avoid; }
.space p { margin: 0; color: #444; }
@media (max-width: 34rem) {
  main { padding: 1rem 1rem 2rem; }
  h1 { font-size: 1.45rem; }
  dl > div { display: block; }
  dd + dd { margin-top: 0.25rem; }
  .space { height: 7cm; }
}
@page { size: A4; margin: 18mm 16mm; }
@media print {
  html { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  dl > div { grid-template-columns: 5cm 1fr; }
  p, dd { orphans: 2; widows: 2; }
  .entry { break-inside: avoid; }
  dl > div:first-child:not(:last-child), dl > div:nth-last-child(2) { break-after: avoid; }
  dl + p, .entry + p { break-before: avoid; }
}
`;

/** What the policy of a document names its style by; a test holds the two together. */
export const STYLE_HASH = "sha256-3V+gTescRVA3Zynjm1qgCkC0Hn6X7jZ9CXqV0vLqWyk=";
