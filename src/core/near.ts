/** The name nearest to a wrong one, or undefined when none looks like it: of a short word at least half must be right ("yes" is not "nee"). */
export function nearest(wrong: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(Math.max(2, Math.floor(wrong.length / 3)), Math.max(1, Math.floor(wrong.length / 2))) + 1;
  for (const name of names) {
    const far = distance(wrong.toLowerCase(), name.toLowerCase(), least);
    if (far < least) {
      best = name;
      least = far;
    }
  }
  return best;
}

/** Damerau-Levenshtein (adjacent swaps), given up as soon as it must reach `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? limit;
}
