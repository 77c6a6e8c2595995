import { dirname, isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { pinFor } from '../../facts/runtime-pin.js';
import { relative } from './layout.js';
import { debianOf, installScripts } from './node.js';
import { packageManagerOf, setupFor } from './node-packages.js';
import { nodeFor } from './node-version.js';
import { copy, run, type Section } from './parts.js';

/** The package of npm beside another build, whose script makes what browsers are sent. */
export function assetsPackage(model: Model, dir: string): { readonly module: BuildModule; readonly script: string } | undefined {
  const file = join(dir, 'package.json') ?? 'package.json';
  const module = model.facts('build.module').find((fact) => fact.file === file)?.value;
  const script = ['build', 'production', 'prod'].find((name) => module?.scripts[name] !== undefined);
  return module && script !== undefined ? { module, script } : undefined;
}

/** Files by which the packages of a workspace say what they need. */
function manifestsOf(model: Model, dir: string, module: BuildModule): readonly string[] {
  if (module.modules.length === 0 && !model.hasFile(join(dir, 'pnpm-workspace.yaml') ?? 'pnpm-workspace.yaml')) return [];
  return model.facts('build.module').filter(({ file, value }) => value.tool === 'npm' && isInside(file, dir) && dirname(file) !== dir).map(({ file }) => relative(file, dir)).sort();
}

/** A stage that runs the script; `before` are lines that bring what the script reads of the other build, `inside` the package's folder as seen from the context, `leave` what is done last. */
export function assetsStage(model: Model, dir: string, before: readonly string[], inside = '', leave: readonly string[] = []): Section {
  const found = assetsPackage(model, dir);
  if (!found) return [];
  const { module, script } = found;
  const manager = packageManagerOf(model, dir, module);
  const { major, reason } = nodeFor(module.nodeEngine, pinFor(model, dir, 'node'));
  const from = (path: string): string => (inside === '' ? path : `${inside}/${path}`);
  const scripts = installScripts(module);
  const after = scripts.length === 0 ? [] : [manager.rebuild, ...scripts.map((name) => manager.runs(name, undefined))];
  return [
    `# Assets for browsers. ${reason}.`, `FROM node:${debianOf(major)} AS assets`, 'WORKDIR /app',
    ...(manager.locked ? [] : ['# TODO: commit a lock file; without one every build may install other versions.']), ...manager.todo,
    copy(['package.json', ...manager.files].map(from), './'), ...manifestsOf(model, dir, module).map((path) => copy([from(path)], path)),
    ...run([...setupFor(manager, major), scripts.length === 0 ? manager.install : manager.installWithoutScripts], [manager.mount]),
    copy([inside === '' ? '.' : `${inside}/`], '.'), ...before, ...run([...after, manager.runs(script, undefined), ...leave], after.length === 0 ? [] : [manager.mount]),
  ];
}
