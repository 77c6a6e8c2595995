import { dirname, isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { relative, type Layout } from './layout.js';
import { neededBy } from './node-workspace.js';

const typeScript = /\.[cm]?tsx?$/;

/** Compiler settings and sources beside package.json; Next reads its own configuration when it starts. */
function isLooseSource(name: string): boolean {
  return /^tsconfig[\w.-]*\.json$/.test(name) || (typeScript.test(name) && !name.startsWith('next.config.'));
}

/** Names that a shell takes as they are. */
function isPlain(path: string): boolean {
  return /^[\w@][\w./@-]*$/.test(path);
}

interface Leftovers {
  /** Folders and files that only the compiler reads. */
  readonly whole: readonly string[];
  /** Folders that hold other files as well: templates, styles, pictures. */
  readonly mixed: readonly string[];
}

/** What the compiler alone reads of one package, as paths from the context. */
function leftoversOf(model: Model, context: string, dir: string, packages: readonly string[]): Leftovers {
  const files = model.files.filter((file) => isInside(file, dir) && !packages.some((other) => other !== dir && isInside(other, dir) && isInside(file, other)));
  const entries = [...new Set(files.map((file) => relative(file, dir).split('/')[0] ?? ''))];
  const whole: string[] = [];
  const mixed: string[] = [];
  for (const entry of entries) {
    const path = join(dir, entry) ?? entry;
    const below = files.filter((file) => file !== path && isInside(file, path));
    const place = relative(path, context);
    if (!isPlain(place)) continue;
    if (below.length === 0 ? isLooseSource(entry) : below.every((file) => typeScript.test(file))) whole.push(place);
    else if (below.some((file) => typeScript.test(file))) mixed.push(place);
  }
  return { whole, mixed };
}

/** Folders of packages that the started one does not need: other programs of the same workspace, and what only builds. */
function othersIn(model: Model, context: string, dir: string, packages: readonly string[]): readonly string[] {
  const needed = [context, ...neededBy(model, context, dir).map((each) => each.dir)];
  return packages.filter((each) => !needed.some((one) => one === each || isInside(one, each)));
}

/** Commands that drop other packages of the workspace, and what was compiled when its sources are not run themselves. */
export function dropSources(model: Model, { context, module }: Layout, isCompiled: boolean): readonly string[] {
  const modules = model.facts('build.module').filter(({ file, value }) => value.tool === 'npm' && isInside(file, context));
  const packages = modules.map(({ file }) => dirname(file));
  const others = othersIn(model, context, module === '' ? context : join(context, module) ?? context, packages);
  const compiled = isCompiled ? modules.filter(({ file, value }) => !typeScript.test(value.main ?? '') && !others.includes(dirname(file))).map(({ file }) => dirname(file)) : [];
  const all = compiled.map((dir) => leftoversOf(model, context, dir, packages));
  const whole = [...others.map((dir) => relative(dir, context)).filter(isPlain), ...all.flatMap((each) => each.whole)];
  const mixed = all.flatMap((each) => each.mixed);
  return [
    ...(whole.length > 0 ? [`rm -rf ${whole.join(' ')}`] : []),
    ...(mixed.length > 0 ? [`find ${mixed.join(' ')} -type f \\( -name '*.ts' -o -name '*.tsx' \\) -delete`] : []),
  ];
}

/** Whether the file that starts is made by the build, rather than kept in the repository. */
export function startsCompiled(model: Model, dir: string, words: readonly string[]): boolean {
  const entry = words.find((word, index) => index > 0 && !word.startsWith('-') && !/^(?:-r|--require|--import)$/.test(words[index - 1] ?? ''));
  const loads = words.some((word) => /(?:^|\/)(?:tsx|ts-node|@swc-node|esbuild-register|@babel)(?:\/|$)|strip-types|transform-types/.test(word));
  return entry !== undefined && !loads && !['', '.js', '/index.js'].some((ending) => model.hasFile(join(dir, entry + ending) ?? entry));
}
