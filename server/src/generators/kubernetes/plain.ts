import { join } from '../../base/paths.js';
import { yamlText } from '../manifest-data.js';
import type { Manifest } from './objects.js';
import { folderFor, type Plan } from './plan.js';
import { developmentOf, manifestsOf } from './set.js';

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** A file of plain YAML: what it is for, then its objects. */
export function plainText({ head, objects }: Manifest): string {
  return head.map((line) => `# ${line}\n`).join('') + objects.map(yamlText).join('---\n');
}

export function fileIn(folder: string, name: string, text: string): GeneratedFile {
  return { path: join(folder, name) ?? name, text };
}

/** The set as plain YAML; `kubectl apply -f k8s/` takes all but the folder for development. */
export function plainFiles(plan: Plan): readonly GeneratedFile[] {
  const folder = folderFor(plan, 'k8s');
  return [
    ...manifestsOf(plan).map((manifest) => fileIn(folder, `${manifest.file}.yaml`, plainText(manifest))),
    ...developmentOf(plan).map((manifest) => fileIn(folder, `development/${manifest.file}.yaml`, plainText(manifest))),
  ];
}
