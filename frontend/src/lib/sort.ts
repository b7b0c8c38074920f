/** Sorts a copy; equal entries keep their order in both directions. Missing values come last in both. */
export function sortBy<T>(
  entries: readonly T[],
  key: (entry: T) => string | number | null,
  descending: boolean,
): T[] {
  const sign = descending ? -1 : 1;
  return entries
    .map((entry, index) => ({ entry, index, key: key(entry) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) {
        return a.key === b.key ? a.index - b.index : a.key === null ? 1 : -1;
      }
      return sign * compare(a.key, b.key) || a.index - b.index;
    })
    .map(({ entry }) => entry);
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** Numbers inside ids count as numbers: `KPLO-TM/9` comes before `KPLO-TM/10`. */
function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : COLLATOR.compare(String(a), String(b));
}
