/** How an organisation's own meldcode stands: fourteen points, and what the law asks that its profile does not say. */
import type { OrganisationSource } from "./formats.ts";
import { words } from "./nl-organisation.ts";

export interface Standing {
  readonly n: number;
  readonly stand: "ja" | "deels" | "nee";
  readonly date: string | undefined;
  readonly owner: string | undefined;
  readonly notes: readonly string[];
  /** The date has passed, and it does not stand yet. */
  readonly isLate: boolean;
}

type Key = keyof OrganisationSource;

/** What the profile itself says of a point: with it a point stands at least partly, and where the law asks it, not wholly without it. */
const SAYS: ReadonlyMap<number, { readonly key: Key; readonly isAsked: boolean }> = new Map([
  [3, { key: "eindverantwoordelijke", isAsked: true }],
  [7, { key: "bewaartermijn", isAsked: false }],
  [8, { key: "verwijsindex", isAsked: false }],
  [10, { key: "aandachtsfunctionaris", isAsked: false }],
]);

/** @param today yyyy-mm-dd */
export function points(source: OrganisationSource, today: string): readonly Standing[] {
  return words.points.map((_, i): Standing => {
    const n = i + 1;
    const said = source.meldcode?.find(({ punt }) => punt === n);
    const profile = SAYS.get(n);
    const isThere = profile !== undefined && source[profile.key] !== undefined;
    const lacks = profile?.isAsked === true && !isThere;
    const own = said?.stand ?? (isThere ? "deels" : "nee");
    const stand = own === "ja" && lacks ? "deels" : own;
    return {
      n,
      stand,
      date: said?.datum,
      owner: said?.eigenaar,
      notes: [
        ...(said?.toelichting === undefined ? [] : [said.toelichting]),
        ...(profile !== undefined && isThere ? [words.inProfile(profile.key)] : []),
        ...(profile !== undefined && lacks ? [words.notInProfile(profile.key)] : []),
        ...(said === undefined ? [words.notSaid] : []),
      ],
      isLate: stand !== "ja" && said?.datum !== undefined && said.datum < today,
    };
  });
}

/** What the law asks of every meldcode and texts of this program name, as far as the profile does not say it. */
export const lacking = (source: OrganisationSource): readonly string[] =>
  (["naam", "eindverantwoordelijke", "aandachtsfunctionaris", "leidinggevende", "veilig-thuis", "bewaartermijn"] as const).flatMap((key) =>
    source[key] === undefined ? [words.lacks[key]] : [],
  );
