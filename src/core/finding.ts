/** What `flow check` finds in a definition. */
import type { Document } from "./answers.ts";
import type { At } from "./parts.ts";

/** Only an error refuses a flow. */
export type Severity = "error" | "warning" | "note";

/** The names of findings; they never change. */
export type Code =
  | "yaml"
  | "vorm"
  | "onbekende-naam"
  | "onbekende-keuze"
  | "onbekende-bron"
  | "latere-vraag"
  | "norm-in-kring"
  | "afgeleid-feit"
  | "gereserveerd-woord"
  | "dubbel"
  | "geen-datum"
  | "toets-past-niet"
  | "waarde-past-niet"
  | "aanpassing-past-niet"
  | "onbereikbaar"
  | "keuze-onbereikbaar"
  | "doodlopend"
  | "geen-uitkomst"
  | "twee-uitkomsten"
  | "uitkomst-nooit"
  | "geen-regel"
  | "regel-nooit"
  | "norm-nooit"
  | "norm-altijd"
  | "norm-zonder-regel"
  | "nooit-waar"
  | "altijd-waar"
  | "overbodig"
  | "buiten-grenzen"
  | "niet-zonder-asked"
  | "niet-bewezen"
  | "ongebruikt"
  | "geen-uitleg"
  | "geen-bron"
  | "herziening-voorbij";

export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** Keys from the top of the bundle. */
  readonly at: At;
  /** The other side, when two definitions do not fit: keys from the top of the edition. */
  readonly base?: At;
  /** Plain Dutch. */
  readonly text: string;
  /** Answers that show it, as an answers file holds them. */
  readonly example?: Document;
}

/** A spot in a file, line and column from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Placed = Omit<Finding, "at" | "base"> & Spot;
