import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { pinFor } from '../../facts/runtime-pin.js';
import { debianOf } from './node.js';
import { packageManagerOf } from './node-packages.js';
import { nodeFor } from './node-version.js';
import { copy, run, type Section } from './parts.js';

/** The package of npm beside another build, whose script makes what browsers are sent. */
export function assetsPackage(model: Model, dir: string): { readonly module: BuildModule; readonly script: string } | undefined {
  const file = join(dir, 'package.json') ?? 'package.json';
  const module = model.facts('build.module').find((fact) => fact.file === file)?.value;
  const script = ['build', 'production', 'prod'].find((name) => module?.scripts[name] !== undefined);
  return module && script !== undefined ? { module, script } : undefined;
}

/** A stage that runs the script; `before` are lines that bring what the script reads of the other build, `inside` the package's folder as seen from the context. */
export function assetsStage(model: Model, dir: string, before: readonly string[], inside = ''): Section {
  const found = assetsPackage(model, dir);
  if (!found) return [];
  const { module, script } = found;
  const manager = packageManagerOf(model, dir, module);
  const { major, reason } = nodeFor(module.nodeEngine, pinFor(model, dir, 'node'));
  return [
    `# Assets for browsers. ${reason}.`, `FROM node:${debianOf(major)} AS assets`, 'WORKDIR /app',
    ...(manager.locked ? [] : ['# TODO: commit a lock file; without one every build may install other versions.']), ...manager.todo,
    copy(['package.json', ...manager.files].map((name) => (inside === '' ? name : `${inside}/${name}`)), './'), ...run([...manager.setup, manager.install], [manager.mount]),
    copy([inside === '' ? '.' : `${inside}/`], '.'), ...before, ...run([manager.runs(script, undefined)]),
  ];
}
