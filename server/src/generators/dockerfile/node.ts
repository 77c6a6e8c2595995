import { basename, dirname, isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';
import { variableSet } from '../../facts/dotenv.js';
import type {} from '../../facts/image/kinds.js';
import { pinFor } from '../../facts/runtime-pin.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type { Deployable } from '../../facts/deployable.js';
import type {} from '../../facts/node/next-output.js';
import { isKorean, nodePort, writesFiles, type Port } from './evidence.js';
import { relative, type Layout } from './layout.js';
import { packageManagerOf, setupFor, type PackageManager, type Workspace } from './node-packages.js';
import { dropSources, startsCompiled } from './node-sources.js';
import { directTypeScript, startOf, type NodeStart } from './node-start.js';
import { nodeFor } from './node-version.js';
import type {} from '../../facts/procfile.js';
import { renderedOf, type Rendered } from './node-rendered.js';
import { prismaClients, prismaEnvironment } from './node-prisma.js';
import { neededBy, type Member } from './node-workspace.js';
import { copy, environmentLines, exposeLines, json, localeLines, render, run, userLine, type Section } from './parts.js';

/** Release and Debian of the image: lines before 16 were never made for Debian 12. */
export function debianOf(major: number): string {
  return `${major}-${major < 16 ? (major < 12 ? 'buster' : 'bullseye') : 'bookworm'}`;
}

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
  const rendered = renderedOf(model, dir, module);
  if (start) return { ...start, environment: { ...rendered?.environment, ...start.environment }, known: true };
  if (rendered) return { words: rendered.words, before: [], environment: rendered.environment, known: rendered.known };
  const web = model.facts('procfile.process').find((fact) => fact.value.name === 'web' && dirname(fact.file) === dir)?.value.command;
  const started = web === undefined ? undefined : startOf({ ...module.scripts, start: web });
  if (started) return { ...started, known: true };
  const plain = (file: string): Program => ({ words: ['node', file], before: [], environment: {}, known: true });
  if (module.main !== undefined && /\.[cm]?js$/.test(module.main) && (model.hasFile(join(dir, module.main) ?? '') || module.scripts['build'] !== undefined)) return plain(module.main);
  const direct = directTypeScript(module.scripts);
  if (direct !== undefined && module.dependencies.includes('tsx')) return { ...plain(direct), words: ['node', '--import', 'tsx', direct] };
  const file = entries.find((entry) => model.hasFile(join(dir, entry) ?? ''));
  return file !== undefined ? plain(file) : { words: ['node', 'dist/index.js'], before: [], environment: {}, known: false };
}

/** Scripts of the package itself that npm would run on install; they need sources that are copied later. */
export function installScripts(module: BuildModule): readonly string[] {
  return ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => module.scripts[name] !== undefined && !/husky|lefthook|simple-git-hooks|only-allow/.test(module.scripts[name] ?? ''));
}

/** Installs by lock file before the sources come, so that the layer is reused until a manifest changes. */
function installSection(manager: PackageManager, layout: Layout, scripts: readonly string[], major: number): Section {
  const root = layout.manifests.filter((path) => !path.includes('/'));
  const below = layout.manifests.filter((path) => path.includes('/'));
  const install = scripts.length > 0 ? manager.installWithoutScripts : manager.install;
  return [
    `# Dependencies first: this layer is reused until ${manager.locked ? 'the lock file' : 'package.json'} changes.`,
    ...(manager.locked ? [] : ['# TODO: commit a lock file; without one every build may install other versions.']), ...manager.todo,
    ...(scripts.length > 0 ? [`# What the package runs on install (${scripts.join(', ')}) needs the sources and follows below.`] : []),
    copy([...root, ...manager.files], './'),
    ...below.map((path) => copy([path], path)),
    ...run([...setupFor(manager, major), install], [manager.mount]),
  ];
}

/** The script that builds the package: one that is made for images leaves out what needs a database, unless it makes the image itself. */
function buildScriptOf({ scripts }: BuildModule): string | undefined {
  return ['build:docker', 'build-docker', 'docker:build', 'docker-build'].find((name) => scripts[name] !== undefined && !/\b(?:docker|podman|buildx|buildah|nerdctl)\s/.test(scripts[name] ?? '')) ?? (scripts['build'] === undefined ? undefined : 'build');
}

/** Packages that the image is built from: the started one behind those of its workspace that it needs. */
function membersOf(model: Model, { dir, module }: Deployable, { context, module: place }: Layout): readonly Member[] {
  return place === '' ? [{ dir, module }] : neededBy(model, context, dir);
}

/** Commands that build the package and before it those of its workspace that it needs. */
function buildCommands(model: Model, manager: PackageManager, members: readonly Member[], layout: Layout): readonly string[] {
  const { context, module: place } = layout;
  const build = members.filter(({ dir }) => place === '' || dir !== context).flatMap(({ dir, module }) => {
    const script = buildScriptOf(module);
    return script === undefined ? [] : [manager.runs(script, place === '' ? undefined : { dir: relative(dir, context), name: module.name })];
  });
  return [...prismaClients(model, manager, members, layout), ...build];
}

function buildSection(manager: PackageManager, build: readonly string[], program: Program, scripts: readonly string[], workspace: Workspace | undefined, leave: readonly string[]): Section {
  const before = program.before.filter((name) => name !== 'build');
  const commands = [
    ...(scripts.length > 0 ? [manager.rebuild, ...scripts.map((name) => manager.runs(name, undefined))] : []),
    ...build, ...before.map((name) => manager.runs(name, workspace)),
    ...leave,
  ];
  const drops = leave.length === 0 ? '' : `drops what only development needs${leave.some((command) => /^(?:rm|find .* -delete)/.test(command)) ? ', sources included' : ''}`;
  const what = build.length + before.length === 0 ? drops.replace('d', 'D') : ['Builds', drops].filter(Boolean).join(', then ');
  return [`# ${what}.`, 'COPY . .', ...run(commands, [manager.mount])];
}

function variables(program: Program, port: Port, standalone: boolean): readonly string[] {
  const given = Object.entries(program.environment).filter(([name]) => name !== 'NODE_ENV' && name !== port.env);
  const own: Readonly<Record<string, string>> = { NODE_ENV: 'production', ...(port.env === undefined ? {} : { [port.env]: String(port.port) }), ...(standalone ? { HOSTNAME: '0.0.0.0' } : {}) };
  return environmentLines({ ...own, ...Object.fromEntries(given) });
}

/** Folder of the image that the program works in: that of its package, as with every package manager. */
function folderOf(layout: Layout): string {
  return layout.module === '' ? '/app' : `/app/${layout.module}`;
}

/** Whether the build makes a server of its own with the packages that it needs. */
function isStandalone(model: Model, { dir, module }: Deployable): boolean {
  return module.dependencies.includes('next') && model.facts('node.next-output').some((fact) => dirname(fact.file) === dir && fact.value.kind === 'standalone');
}

/** The command of the image. */
export function commandOf(model: Model, deployable: Deployable, layout: Layout): readonly string[] {
  if (isStandalone(model, deployable)) return ['node', 'server.js'];
  const { words } = programOf(model, deployable);
  // pnpm keeps the packages of each member in its own folder, the others put them together at the root.
  if (layout.module === '' || model.hasFile(join(layout.context, 'pnpm-lock.yaml') ?? '')) return words;
  return words.map((word) => (word.startsWith('node_modules/') ? `/app/${word}` : word));
}

/** The port of the image that the workspace has now, or of the variable that files for users set, for where the code does not say. */
function portGiven(model: Model, dir: string): Port | undefined {
  const image = model.facts('image.dockerfile').find(({ value }) => value.purpose === 'application' && isInside(dir, value.context) && value.ports.length === 1);
  const [port] = image?.value.ports ?? [];
  if (image && port !== undefined) return { port, source: basename(image.file) };
  const set = Number(variableSet(model, join(dir, 'x') ?? 'x', 'PORT')?.value);
  return Number.isInteger(set) && set > 0 && set < 65536 ? { port: set, source: 'the variable PORT', env: 'PORT' } : undefined;
}

/** The port of the program; Next.js reads it from `PORT`. */
export function portOf(model: Model, { dir, module }: Deployable): Port {
  const port = nodePort(model, dir);
  const rendered = renderedOf(model, dir, module);
  if (port.source !== undefined) return port;
  if (rendered && rendered.kind !== 'next') return { port: rendered.port, source: undefined, env: 'PORT' };
  return module.dependencies.includes('next') ? { ...port, env: 'PORT' } : { ...port, ...portGiven(model, dir) };
}

/** Folders of the image that the program writes to. */
export function writableOf(model: Model, { dir, module }: Deployable, layout: Layout): readonly string[] {
  return [...(writesFiles(model, dir) ? ['/app'] : []), ...(module.dependencies.includes('next') ? [`${folderOf(layout)}/.next/cache`] : [])];
}

function writableSection(model: Model, deployable: Deployable, layout: Layout): Section {
  const { target } = model.settings;
  const folders = writableOf(model, deployable, layout).join(' ');
  if (folders === '') return [];
  const group = target === 'openshift' ? 0 : nodeUser;
  const why = writesFiles(model, deployable.dir) ? 'The program writes files below its folder; they are lost with the container unless a volume is mounted there.' : 'Next.js keeps pages and pictures that it made again here, for as long as the container lives.';
  return [`# ${why}`, ...run([...(folders.includes('.next') ? [`mkdir -p ${folders}`] : []), `chown ${nodeUser}:${group} ${folders}`, ...(target === 'openshift' ? [`chmod g=u ${folders}`] : [])])];
}

/** What is taken from the build: everything that was not dropped, or the server that Next.js put together. */
function copies(model: Model, deployable: Deployable, layout: Layout): Section {
  const { target } = model.settings;
  const owner = writesFiles(model, deployable.dir) ? `--chown=${nodeUser}:${target === 'openshift' ? 0 : nodeUser} ` : '';
  if (!isStandalone(model, deployable)) return [`COPY ${owner}--from=build /app/ ${layout.module === '' ? './' : '/app/'}`];
  const folder = folderOf(layout);
  const isPublic = model.files.some((file) => isInside(file, join(deployable.dir, 'public') ?? 'public'));
  return [
    '# The server with the packages it needs, and what it hands out as it is.',
    `COPY ${owner}--from=build ${folder}/.next/standalone/ /app/`,
    `COPY ${owner}--from=build ${folder}/.next/static/ .next/static/`,
    ...(isPublic ? [`COPY ${owner}--from=build ${folder}/public/ public/`] : []),
  ];
}

function portReason({ source }: Port, module: BuildModule, rendered: Rendered | undefined): string {
  if (source !== undefined) return `The port that ${source} names`;
  if (rendered) return `The default port of ${rendered.name}`;
  return module.dependencies.includes('next') ? 'The default port of Next.js' : 'TODO: nothing tells the port; 3000 is only the usual one';
}

/** A Dockerfile for a Node server. */
export function nodeDockerfile(model: Model, deployable: Deployable, layout: Layout, serves = true): string {
  const { dir, module } = deployable;
  const { target } = model.settings;
  const root = effectiveModule(model, layout.context) ?? module;
  const manager = packageManagerOf(model, layout.context, root);
  const program = programOf(model, deployable);
  const { major, reason } = nodeFor(module.nodeEngine ?? root.nodeEngine, pinFor(model, dir, 'node'));
  const scripts = installScripts(root);
  const port = portOf(model, deployable);
  const workspace = layout.module === '' ? undefined : { dir: layout.module, name: module.name };
  const standalone = isStandalone(model, deployable);
  const members = membersOf(model, deployable, layout);
  const leave = standalone ? [] : [...manager.prune(workspace), ...dropSources(model, layout, program.known && startsCompiled(model, dir, program.words))];
  return render([
    ['# syntax=docker/dockerfile:1'],
    [`# Build. ${reason}.`, '# This variant has the compilers that native modules need.', `FROM node:${debianOf(major)} AS build`, 'WORKDIR /app', ...prismaEnvironment(model, members)],
    installSection(manager, layout, scripts, major),
    buildSection(manager, buildCommands(model, manager, members, layout), program, scripts, workspace, leave),
    ['# Run: the same Debian without compilers.', `FROM node:${debianOf(major)}-slim`, `WORKDIR ${folderOf(layout)}`],
    writableSection(model, deployable, layout),
    localeLines(isKorean(model, dir, module)),
    variables(program, port, standalone),
    copies(model, deployable, layout),
    userLine(target, nodeUser),
    serves ? exposeLines(port.port, portReason(port, module, renderedOf(model, dir, module))) : [],
    [
      ...(program.known ? [] : ['# TODO: nothing tells how the program starts in production; name its compiled entry file.']),
      '# Node itself, not npm: npm would not pass SIGTERM on.',
      `CMD ${json(commandOf(model, deployable, layout))}`,
    ],
  ]);
}
