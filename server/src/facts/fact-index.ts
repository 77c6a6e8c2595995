import type { Fact, FactKind, Model } from '../contract/workspace.js';

/**
 * Facts of a kind by one or several keys, worked out once for a model. A workspace may hold thousands of manifests, of
 * which each asks for those it belongs to.
 */
export class FactIndex<K extends FactKind> {
  constructor(private readonly kind: K, private readonly keysOf: (fact: Fact<K>) => readonly string[] | string) {}

  get(model: Model, key: string): readonly Fact<K>[] {
    return this.of(model).get(key) ?? [];
  }

  /** Facts with any of the keys, each once, in the order of the model. */
  any(model: Model, keys: readonly string[]): readonly Fact<K>[] {
    const found = [...new Set(keys.flatMap((key) => this.get(model, key)))];
    return keys.length < 2 ? found : found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start));
  }

  private of(model: Model): ReadonlyMap<string, readonly Fact<K>[]> {
    return model.once(this, () => {
      const index = new Map<string, Fact<K>[]>();
      for (const fact of model.facts(this.kind)) {
        const keys = this.keysOf(fact);
        for (const key of typeof keys === 'string' ? [keys] : new Set(keys)) {
          const known = index.get(key);
          if (known) known.push(fact);
          else index.set(key, [fact]);
        }
      }
      return index;
    });
  }
}
