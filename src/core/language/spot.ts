/** Where in a text, as people and editors count. */

/** Both from 1; a column is a character as it is read (a code point). */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Made once for a text, as its lines are counted once. */
export function spots(text: string): (offset: number) => Spot {
  const begins = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
  return (offset) => {
    let [low, high] = [0, begins.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((begins[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: Array.from(text.slice(begins[low], offset)).length + 1 };
  };
}
