/** The last part of a qualified name: what people call a class. */
export function shortName(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('.'), id.lastIndexOf('/'), id.lastIndexOf('#')) + 1);
}

/** Names in a sentence: the first three, and how many more. */
export function listed(ids: readonly string[]): string {
  const names = ids.slice(0, 3).map(shortName).join(', ');
  return ids.length > 3 ? `${names} (+${ids.length - 3})` : names;
}
