import type { Fact } from '../contract/workspace.js';
import type { Folder } from './folder.js';
import type { Session } from './session.js';

/** An autoscaler of an open folder; `id` finds it again as long as its file keeps its documents. */
export interface Autoscaler {
  readonly id: string;
  readonly folder: Folder;
  readonly fact: Fact<'k8s.hpa'>;
}

/** Autoscalers that say what they scale, in the order of folders and files; patches of others leave it out. */
export function autoscalersOf({ folders }: Session): readonly Autoscaler[] {
  return folders.flatMap((folder) => (folder.conclusion?.model.facts('k8s.hpa') ?? []).flatMap((fact) => {
    const { where, target } = fact.value;
    return target.name === undefined ? [] : [{ id: `${folder.uriOf(fact.file)}#${[where.document, ...where.path].join('/')}`, folder, fact }];
  }));
}
