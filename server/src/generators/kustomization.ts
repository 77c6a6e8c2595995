import { dirname, join } from '../base/paths.js';
import type { Edit } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import { items, pairOf, text as scalarText } from '../syntax/yaml/ask.js';
import { addItem, mapAt } from '../syntax/yaml/edit.js';
import { readStream } from '../syntax/yaml/stream.js';

/** The manifest that a new file is put beside. */
export interface Manifests {
  readonly model: Model;
  readonly workload: WorkloadFact;
  /** Current text of a workspace file. */
  text(path: string): string | undefined;
}

/** A path for a new file beside the workload's own that nothing has yet: `shop-hpa.yaml`, `shop-hpa-2.yaml`. */
export function pathBeside({ model, workload, text }: Manifests, name: string): string {
  const stem = join(dirname(workload.file), name) ?? name;
  const taken = (path: string): boolean => model.hasFile(path) || text(path) !== undefined;
  for (let number = 1; ; number++) {
    const path = `${stem}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!taken(path)) return path;
  }
}

/** Names a new file, which stands beside the workload's own, wherever a kustomization names the workload's own. */
export function kustomizationEdits({ model, workload, text }: Manifests, created: string): readonly Edit[] {
  return model.facts('kustomize.kustomization').filter(({ value }) => value.resources.includes(workload.file)).flatMap(({ file }) => {
    const written = text(file);
    const doc = written === undefined ? undefined : readStream(written).documents[0]?.doc;
    const map = doc && mapAt(doc, []);
    if (written === undefined || !doc || !map) return [];
    const entry = items(doc, pairOf(doc, map, 'resources')?.value ?? undefined).map((item) => scalarText(item) ?? '').find((path) => join(dirname(file), path) === workload.file);
    if (entry === undefined) return [];
    const folder = entry.slice(0, entry.lastIndexOf('/') + 1);
    return addItem(file, written, map, 'resources', `${folder}${created}`, entry) ?? [];
  });
}
