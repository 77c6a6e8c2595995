/** Letters to add, drop or change to make one text of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

function words(name: string): readonly string[] {
  return name.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
}

function holds(all: readonly string[], some: readonly string[]): boolean {
  return some.length > 0 && some.every((word) => all.includes(word));
}

/** The one name that is meant by another: a few letters apart, or with a word more or less; `undefined` when none or several are. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const near = names.map((other) => ({ other, apart: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, apart }) => apart <= Math.max(1, Math.floor(name.length / 5)) || holds(words(other), words(name)) || holds(words(name), words(other)))
    .sort((a, b) => a.apart - b.apart);
  const [first, second] = near;
  return first && second?.apart !== first.apart ? first.other : undefined;
}
