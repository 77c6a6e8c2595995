/** A function of one object that is worked out once for each; what it tells must depend on nothing else. */
export function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) };
    known.set(key, found);
    return found.value;
  };
}

/** Texts that {@link memoText} keeps the answers of, so that what is typed and gone does not add up. */
const keptTexts = 20_000;

/** The same for a function of a text alone, asked for the same few again and again. */
export function memoText<V>(compute: (text: string) => V): (text: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (text) => {
    const found = known.get(text) ?? { value: compute(text) };
    if (known.size >= keptTexts) known.clear();
    known.set(text, found);
    return found.value;
  };
}
