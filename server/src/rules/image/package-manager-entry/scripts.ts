import { basename, dirname, join } from '../../../base/paths.js';
import type { Fact, FactKind, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';
import type {} from '../../../facts/image/kinds.js';
import type { ImageStart } from '../../../facts/image/start.js';

/** What {@link scriptsFor} looks at. */
export const scriptReads: readonly FactKind[] = ['build.module', 'image.dockerfile'];

/** Folders whose package the image may hold: where it is built, what it copies, and where its Dockerfile stands. */
function foldersOf(model: Model, file: string): readonly string[] {
  const image = model.facts('image.dockerfile').find((each) => each.file === file)?.value;
  if (!image) return [dirname(file)];
  const copied = image.copies.flatMap((path) => {
    const folder = /package(?:-lock)?\*?(?:-lock)?\.json$/.test(basename(path)) ? dirname(path) : path.replace(/[*?[{$].*$/, '');
    return join(image.context, folder === '' ? '.' : folder) ?? [];
  });
  return [...copied, image.context, dirname(file)];
}

/** The scripts of the package that a start command runs one of; `undefined` where none of that name stands in the workspace. */
export function scriptsFor(model: Model, file: string, { script, elsewhere }: ImageStart): Fact<'build.module'>['value'] | undefined {
  if (script === undefined || elsewhere) return undefined;
  const modules = model.facts('build.module').filter(({ value }) => value.tool === 'npm' && value.scripts[script] !== undefined);
  for (const folder of foldersOf(model, file)) {
    const found = modules.find((module) => dirname(module.file) === folder);
    if (found) return found.value;
  }
  return undefined;
}
