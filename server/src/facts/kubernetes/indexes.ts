import { dirname } from '../../base/paths.js';
import type { Fact, Model } from '../../contract/workspace.js';
import { FactIndex } from '../fact-index.js';

/** A label of a map, as a key. */
export function labelKeys(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}

const named = ({ value }: { readonly value: { readonly name?: string | undefined } }): readonly string[] => (value.name === undefined ? [] : [value.name]);
const aimedAt = ({ value }: { readonly value: { readonly target: { readonly name?: string | undefined } } }): readonly string[] => (value.target.name === undefined ? [] : [value.target.name]);

export const objectsByKind = new FactIndex('k8s.object', ({ value }) => [value.kind]);
export const objectsByName = new FactIndex('k8s.object', named);
/** Under `updates`, the objects that name images whose version a tool writes; under `pods`, those that bring pods. */
export const objectsByPart = new FactIndex('k8s.object', ({ value }) => [...(value.updatesImages ? ['updates'] : []), ...(value.pods ? ['pods'] : [])]);
export const workloadsByName = new FactIndex('k8s.workload', named);
export const workloadsByFile = new FactIndex('k8s.workload', ({ file }) => [file]);
export const workloadsByLabel = new FactIndex('k8s.workload', ({ value }) => labelKeys(value.podLabels));
export const servicesByName = new FactIndex('k8s.service', named);
/** Services by each label that they ask for. */
export const servicesByLabel = new FactIndex('k8s.service', ({ value }) => labelKeys(value.selector));
export const hpasByTarget = new FactIndex('k8s.hpa', aimedAt);
export const scaledObjectsByTarget = new FactIndex('k8s.scaled-object', aimedAt);
export const resizersByTarget = new FactIndex('k8s.vpa', aimedAt);
export const composeServicesByName = new FactIndex('compose.service', named);
export const dockerfilesByPath = new FactIndex('image.dockerfile', ({ file }) => [file]);
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
