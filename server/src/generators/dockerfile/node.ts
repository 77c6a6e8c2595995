import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type { Deployable } from '../../facts/deployable.js';
import { isKorean, nodePort, writesFiles } from './evidence.js';
import type { Layout } from './layout.js';
import { packageManagerOf, type PackageManager } from './node-packages.js';
import { directTypeScript, startOf, type NodeStart } from './node-start.js';
import { nodeFor } from './node-version.js';
import { environmentLines, exposeLines, json, localeLines, render, run, userLine, type Section } from './parts.js';

/** Uid and gid of the account `node` in the official images. */
export const nodeUser = 1000;

/** Files that a package is started with when its scripts do not tell. */
const entries = ['dist/main.js', 'dist/server.js', 'dist/index.js', 'server.js', 'app.js', 'index.js', 'main.js', 'server.mjs', 'app.mjs', 'index.mjs', 'src/server.js', 'src/app.js', 'src/index.js'];

export interface Program extends NodeStart {
  /** False when nothing tells how the program is started in production. */
  readonly known: boolean;
}

/** How the image starts a package. */
export function programOf(model: Model, { dir, module }: Deployable): Program {
  const start = startOf(module.scripts);
  if (start) return { ...start, known: true };
  const plain = (file: string): Program => ({ words: ['node', file], before: [], environment: {}, known: true });
  if (module.main !== undefined && /\.[cm]?js$/.test(module.main) && (model.hasFile(join(dir, module.main) ?? '') || module.scripts['build'] !== undefined)) return plain(module.main);
  const direct = directTypeScript(module.scripts);
  if (direct !== undefined && module.dependencies.includes('tsx')) return { ...plain(direct), words: ['node', '--import', 'tsx', direct] };
  const file = entries.find((entry) => model.hasFile(join(dir, entry) ?? ''));
  return file !== undefined ? plain(file) : { words: ['node', 'dist/index.js'], before: [], environment: {}, known: false };
}

/** Scripts of the package itself that npm would run on install; they need sources that are copied later. */
function installScripts(module: BuildModule): readonly string[] {
  return ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => module.scripts[name] !== undefined && !/husky|lefthook|simple-git-hooks|only-allow/.test(module.scripts[name] ?? ''));
}

/** Installs by lock file before the sources come, so that the layer is reused until a manifest changes. */
function installSection(manager: PackageManager, layout: Layout, scripts: readonly string[]): Section {
  const root = layout.manifests.filter((path) => !path.includes('/'));
  const below = layout.manifests.filter((path) => path.includes('/'));
  const install = scripts.length > 0 ? manager.installWithoutScripts : manager.install;
  return [
    `# Dependencies first: this layer is reused until ${manager.locked ? 'the lock file' : 'package.json'} changes.`,
    ...(manager.locked ? [] : ['# TODO: commit a lock file; without one every build may install other versions.']),
    ...(scripts.length > 0 ? [`# What the package runs on install (${scripts.join(', ')}) needs the sources and follows below.`] : []),
    `COPY ${[...root, ...manager.files].join(' ')} ./`,
    ...below.map((path) => `COPY ${path} ${path}`),
    ...run([...manager.setup, install], [manager.mount]),
  ];
}

function buildSection(manager: PackageManager, module: BuildModule, program: Program, scripts: readonly string[], workspace: string | undefined): Section {
  const build = module.scripts['build'] === undefined ? [] : ['build'];
  const before = program.before.filter((name) => name !== 'build');
  const commands = [
    ...(scripts.length > 0 ? [manager.rebuild, ...scripts.map((name) => manager.runs(name, undefined))] : []),
    ...[...build, ...before].map((name) => manager.runs(name, workspace)),
    manager.prune,
  ];
  const what = build.length + before.length > 0 ? 'Builds, then drops what only development needs.' : 'Drops what only development needs.';
  return [`# ${what}`, 'COPY . .', ...run(commands, [manager.mount])];
}

function variables(program: Program, port: { readonly port: number; readonly env?: string }): readonly string[] {
  const given = Object.entries(program.environment).filter(([name]) => name !== 'NODE_ENV' && name !== port.env);
  return environmentLines(Object.fromEntries([['NODE_ENV', 'production'], ...(port.env === undefined ? [] : [[port.env, String(port.port)]]), ...given]) as Readonly<Record<string, string>>);
}

/** Paths of the command as seen from the context. */
export function wordsFrom(program: Program, layout: Layout): readonly string[] {
  if (layout.module === '') return program.words;
  return program.words.map((word, index) => (index > 0 && /^[\w./-]+\.[cm]?[jt]s$/.test(word) && !word.startsWith('node_modules/') ? (join(layout.module, word) ?? word) : word));
}

function writableSection(model: Model, dir: string, target: 'kubernetes' | 'openshift'): Section {
  const group = target === 'openshift' ? 0 : nodeUser;
  if (!writesFiles(model, dir)) return [];
  return ['# The program writes files below its folder; they are lost with the container unless a volume is mounted there.', ...run([`chown ${nodeUser}:${group} /app`, ...(target === 'openshift' ? ['chmod g=u /app'] : [])])];
}

/** A Dockerfile for a Node server. */
export function nodeDockerfile(model: Model, deployable: Deployable, layout: Layout): string {
  const { dir, module } = deployable;
  const { target } = model.settings;
  const root = effectiveModule(model, layout.context) ?? module;
  const manager = packageManagerOf(model, layout.context, root);
  const program = programOf(model, deployable);
  const { major, reason } = nodeFor(module.nodeEngine ?? root.nodeEngine);
  const scripts = installScripts(root);
  const port = nodePort(model, dir);
  const writable = writableSection(model, dir, target);
  const owner = writable.length > 0 ? `--chown=${nodeUser}:${target === 'openshift' ? 0 : nodeUser} ` : '';
  return render([
    ['# syntax=docker/dockerfile:1'],
    [`# Build. ${reason}.`, '# This variant has the compilers that native modules need.', `FROM node:${major}-bookworm AS build`, 'WORKDIR /app'],
    installSection(manager, layout, scripts),
    buildSection(manager, module, program, scripts, layout.module === '' ? undefined : layout.module),
    ['# Run: the same Debian without compilers.', `FROM node:${major}-bookworm-slim`, 'WORKDIR /app'],
    writable,
    localeLines(isKorean(model, dir, module)),
    variables(program, port),
    [`COPY ${owner}--from=build /app/ ./`],
    userLine(target, nodeUser),
    exposeLines(port.port, port.source ? `The port that ${port.source} names` : 'TODO: nothing tells the port; 3000 is only the usual one'),
    [
      ...(program.known ? [] : ['# TODO: nothing tells how the program starts in production; name its compiled entry file.']),
      '# Node itself, not npm: npm would not pass SIGTERM on.',
      `CMD ${json(wordsFrom(program, layout))}`,
    ],
  ]);
}
