import { dirname, join } from '../../base/paths.js';
import type { Fact, Model } from '../../contract/workspace.js';
import '../compose/kinds.js';
import { FactIndex } from '../fact-index.js';
import { hpasByTarget, objectsByName, resizersByTarget, rootsUsing, scaledObjectsByTarget } from './indexes.js';

const objectsByFolder = new FactIndex('k8s.object', ({ file }) => dirname(file));

function isOf<K extends 'k8s.object' | 'k8s.hpa' | 'k8s.scaled-object' | 'k8s.vpa' | 'compose.service'>(fact: Fact, kind: K): fact is Fact<K> {
  return fact.kind === kind;
}

/** Names of the objects that are described, and of those that autoscalers among them aim at. */
function namesIn(facts: readonly Fact[]): ReadonlySet<string> {
  return new Set(facts.flatMap((fact) => {
    if (isOf(fact, 'k8s.object')) return fact.value.name ?? [];
    return isOf(fact, 'k8s.hpa') || isOf(fact, 'k8s.scaled-object') || isOf(fact, 'k8s.vpa') ? fact.value.target.name ?? [] : [];
  }));
}

/** Dockerfiles that the services of a Compose file are built from. */
function dockerfilesOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => (isOf(fact, 'compose.service') && fact.value.context !== undefined ? join(fact.value.context, fact.value.dockerfile ?? 'Dockerfile') ?? [] : []));
}

/** Files of one kustomization with any of the files. */
function broughtWith(model: Model, files: readonly string[]): readonly string[] {
  const roots = files.flatMap((file) => [...rootsUsing(model, file)]);
  if (roots.length === 0) return [];
  const objects = model.facts('k8s.object').filter(({ file }) => roots.some((root) => rootsUsing(model, file).has(root)));
  return [...roots, ...objects].map(({ file }) => file);
}

/**
 * Files that may say something of the objects which some facts describe: in the same folder, about objects of the same
 * name, with autoscalers that aim at them, or brought to the cluster by the same kustomization;
 * and the Dockerfiles of services.
 */
export function filesBeside(model: Model, facts: readonly Fact[]): readonly string[] {
  const files = [...new Set(facts.map(({ file }) => file))];
  const named = [...namesIn(facts)].flatMap((name): readonly Fact[] => [
    ...objectsByName.get(model, name), ...hpasByTarget.get(model, name), ...scaledObjectsByTarget.get(model, name), ...resizersByTarget.get(model, name),
  ]);
  const beside = [...new Set(files.map(dirname))].flatMap((folder) => objectsByFolder.get(model, folder));
  return [...[...named, ...beside].map(({ file }) => file), ...broughtWith(model, files), ...dockerfilesOf(facts)];
}
