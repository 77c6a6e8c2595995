import { dirname } from '../../base/paths.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';

/**
 * Facts of a kind by one or several keys, worked out once for a model. A workspace may hold thousands of manifests, of
 * which each asks for those it belongs to.
 */
export class FactIndex<K extends FactKind> {
  constructor(private readonly kind: K, private readonly keysOf: (fact: Fact<K>) => readonly string[]) {}

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
      for (const fact of model.facts(this.kind)) for (const key of new Set(this.keysOf(fact))) {
        const known = index.get(key);
        if (known) known.push(fact);
        else index.set(key, [fact]);
      }
      return index;
    });
  }
}

/** A label of a map, as a key. */
export function labelKeys(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}

const named = ({ value }: { readonly value: { readonly name?: string | undefined } }): readonly string[] => (value.name === undefined ? [] : [value.name]);
const aimedAt = ({ value }: { readonly value: { readonly target: { readonly name?: string | undefined } } }): readonly string[] => (value.target.name === undefined ? [] : [value.target.name]);

export const objectsByKind = new FactIndex('k8s.object', ({ value }) => [value.kind]);
export const objectsByName = new FactIndex('k8s.object', named);
export const workloadsByName = new FactIndex('k8s.workload', named);
export const workloadsByFile = new FactIndex('k8s.workload', ({ file }) => [file]);
export const workloadsByLabel = new FactIndex('k8s.workload', ({ value }) => labelKeys(value.podLabels));
export const servicesByName = new FactIndex('k8s.service', named);
/** Services by each label that they ask for. */
export const servicesByLabel = new FactIndex('k8s.service', ({ value }) => labelKeys(value.selector));
export const hpasByTarget = new FactIndex('k8s.hpa', aimedAt);
export const scaledObjectsByTarget = new FactIndex('k8s.scaled-object', aimedAt);
export const resizersByTarget = new FactIndex('k8s.vpa', aimedAt);
export const kustomizationsByUse = new FactIndex('kustomize.kustomization', ({ value }) => value.uses);

const rootsKey = {};

/** Kustomizations that bring in a file, directly or through the folders they use. */
export function rootsUsing(model: Model, file: string): ReadonlySet<Fact<'kustomize.kustomization'>> {
  const known = model.once(rootsKey, () => new Map<string, ReadonlySet<Fact<'kustomize.kustomization'>>>());
  const found = known.get(file) ?? above(model, file);
  known.set(file, found);
  return found;
}

function above(model: Model, file: string): ReadonlySet<Fact<'kustomize.kustomization'>> {
  const found = new Set<Fact<'kustomize.kustomization'>>();
  const open = [...kustomizationsByUse.get(model, file)];
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...kustomizationsByUse.get(model, dirname(next.file)));
  }
  return found;
}
