import { dirname, isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type {} from '../../facts/go/program.js';
import type { Application } from '../application/kinds.js';
import { assetsPackage, assetsStage } from './assets.js';
import { writesFiles } from './evidence.js';
import { relative } from './layout.js';
import { appUser, aptSection, copy, environmentLines, exposeLines, json, localeLines, render, run, shell, userLine, userSection, type Section } from './parts.js';
import { toolSection, type Tools } from './tools.js';

/** Uid of the account `nonroot` in the images of distroless. */
export const nonRoot = 65532;

/** A program of Go as its Dockerfile is written from it. */
export interface GoProgram {
  readonly module: BuildModule | undefined;
  /** Folder of the module, and of the program's main package; the same for a program at the top. */
  readonly moduleDir: string;
  readonly mainDir: string;
  /** Build files that are read before the sources, relative to the context. */
  readonly manifests: readonly string[];
  /** Name of what needs a compiler for C; `undefined` for a program that is all of Go. */
  readonly cgo: string | undefined;
  readonly tools: Tools;
}

/** Account of the image: a distribution is there only for a C library or for programs that the code starts. */
export function goUser(program: Pick<GoProgram, 'cgo' | 'tools'>): number {
  return needsDistribution(program) ? appUser : nonRoot;
}

function needsDistribution({ cgo, tools }: Pick<GoProgram, 'cgo' | 'tools'>): boolean {
  return cgo !== undefined || tools.names.length > 0;
}

/** Packages whose code is C. */
const compiled = /^github\.com\/(?:mattn\/go-sqlite3|confluentinc\/confluent-kafka-go(?:\/v2)?|h2non\/bimg|davidbyttow\/govips\/v2|godror\/godror|mattn\/go-oci8|marcboeker\/go-duckdb|gographics\/imagick(?:\/[\w.]+)*|DataDog\/zstd|linxGnu\/grocksdb|bytedance\/sonic\/cgo)$|^gorm\.io\/driver\/sqlite$|^gocv\.io\/x\/gocv$/;
/** What these load while they run; the others are compiled in as a whole. */
const loaded: Readonly<Record<string, string>> = { 'github.com/h2non/bimg': 'libvips42=8.14.*', 'github.com/davidbyttow/govips/v2': 'libvips42=8.14.*' };
const headers: Readonly<Record<string, string>> = { 'github.com/h2non/bimg': 'libvips-dev=8.14.*', 'github.com/davidbyttow/govips/v2': 'libvips-dev=8.14.*' };

export function cgoOf(model: Model, module: BuildModule | undefined, moduleDir: string): string | undefined {
  return module?.dependencies.find((name) => compiled.test(name)) ?? model.facts('go.cgo').find((fact) => fact.module === moduleDir)?.value.via;
}

/** Folders and files of the project that the program opens while it runs, as far as they are there and not compiled in. */
export function readPaths(model: Model, moduleDir: string): readonly string[] {
  const embedded = model.facts('go.embed').filter((fact) => fact.module === moduleDir).map((fact) => join(dirname(fact.file), fact.value.pattern.replace(/\/?\*.*$/, '')));
  const wanted = model.facts('go.reads').filter((fact) => fact.module === moduleDir).map(({ value }) => value.path.replace(/\/[^/]*\*.*$|\/$/, ''));
  const there = wanted.filter((path) => path !== '' && !path.includes('*') && !path.startsWith('..') && !/\.go$/.test(path)).flatMap((path) => {
    const full = join(moduleDir, path) ?? path;
    if (embedded.some((each) => each !== undefined && isInside(full, each))) return [];
    return model.files.some((file) => isInside(file, full)) ? [path] : [];
  });
  const sorted = [...new Set(there)].sort();
  return sorted.filter((path) => !sorted.some((other) => other !== path && isInside(path, other)));
}

/** A front end that the compiler takes in once a package of npm has built it. */
interface EmbeddedFrontEnd {
  /** Folder of the package. */
  readonly dir: string;
  /** Folder in it that is taken in. */
  readonly output: string;
}

function embeddedFrontEnd(model: Model, moduleDir: string): EmbeddedFrontEnd | undefined {
  for (const { file, value } of model.facts('go.embed').filter((fact) => fact.module === moduleDir)) {
    const path = join(dirname(file), value.pattern.replace(/\/?\*.*$/, ''));
    const dir = path && model.modules.filter((module) => module.dir !== '' && module.tool === 'npm' && isInside(path, module.dir) && path !== module.dir).map((module) => module.dir).at(-1);
    if (path !== undefined && dir !== undefined && assetsPackage(model, dir)) return { dir, output: relative(path, dir).replace(/\/[^/]*\.\w+$/, '') };
  }
  return undefined;
}

/** The image that compiles: those before 1.20 were never made for the present Debian. */
function compiler(version: string): string {
  const [, minor = '0'] = version.split('.');
  const number = Number(minor);
  return `golang:${version}-${number >= 20 ? 'bookworm' : number >= 16 ? 'bullseye' : 'buster'}`;
}

function buildStage(model: Model, program: GoProgram, { layout, runtime }: Application): readonly Section[] {
  const { module, moduleDir, mainDir, manifests, cgo } = program;
  const inside = relative(moduleDir, layout.context);
  const at = inside === '' ? '/src' : `/src/${inside}`;
  const main = relative(mainDir, moduleDir);
  const reads = readPaths(model, moduleDir);
  const needed = [...new Set((module?.dependencies ?? []).flatMap((name) => headers[name] ?? []))];
  const pages = embeddedFrontEnd(model, moduleDir);
  const taken = pages && relative(pages.dir, layout.context);
  const mounts = ['type=cache,target=/go/pkg/mod', 'type=cache,target=/root/.cache/go-build'];
  const downloads = manifests.length > 0 && manifests.every((path) => !path.includes('/'));
  const command = `go build -trimpath -ldflags="-s -w" -o /out/app/server ${main === '' ? '.' : shell(`./${main}`)}`;
  return [
    ...(pages && taken !== undefined ? [assetsStage(model, pages.dir, [], taken)] : []),
    [
      `# Build. ${runtime.reason}.`, `FROM ${compiler(runtime.version)} AS build`, `WORKDIR ${at.includes(' ') ? JSON.stringify(at) : at}`,
      ...(cgo === undefined ? ['# All of it is Go: without C the program needs no library of a distribution.', 'ENV CGO_ENABLED=0'] : [`# ${cgo} is compiled from C, so the program needs the C library it is built with.`, 'ENV CGO_ENABLED=1']),
      ...(module === undefined ? ['ENV GO111MODULE=off'] : []),
    ],
    aptSection('Headers of the libraries that are linked.', needed),
    ...(downloads ? [['# Dependencies first: this layer is reused until go.mod changes.', copy(manifests, './'), ...run(['go mod download'], mounts.slice(0, 1))]] : []),
    [
      copy(['.'], inside === '' ? '.' : '/src/'),
      ...(pages && taken !== undefined ? ['# The front end that the program holds.', copy([`/app/${pages.output}/`], `/src/${taken}/${pages.output}/`, '--from=assets')] : []),
      ...run([command, ...reads.map((path) => `mkdir -p ${shell(dirname(`/out/app/${path}`))} && cp -R ${shell(path)} ${shell(`/out/app/${path}`)}`), ...(model.settings.target === 'openshift' && writesFiles(model, moduleDir) ? ['chmod -R g=u /out/app'] : [])], mounts),
    ],
  ];
}

/** The image that runs: without a distribution where nothing needs one. */
function runStage(model: Model, program: GoProgram): readonly Section[] {
  const { cgo, module, moduleDir, tools } = program;
  if (!needsDistribution(program)) return [['# Run: certificates, time zones and an account, but no shell and no distribution.', 'FROM gcr.io/distroless/static-debian12:nonroot', 'WORKDIR /app']];
  const packages = ['ca-certificates=20230311*', 'tzdata=202*', ...new Set((module?.dependencies ?? []).flatMap((name) => loaded[name] ?? []))];
  return [
    [cgo === undefined ? '# Run: a Debian for the programs that the code starts.' : '# Run: the Debian that the compiler comes with, for its C library.', 'FROM debian:bookworm-slim', 'WORKDIR /app'],
    aptSection('Certificates and time zones are not part of this variant.', packages),
    toolSection(tools),
    userSection(model.settings.target, writesFiles(model, moduleDir) ? { paths: ['/app'], reason: 'The program writes files below its folder; they are lost with the container unless a volume is mounted there.' } : undefined, '/app'),
  ];
}

/** A Dockerfile for a program of Go: one file, and what it opens. */
export function goDockerfile(model: Model, program: GoProgram, application: Application): string {
  const { target } = model.settings;
  const { port, runtime } = application;
  const serves = application.serves !== false;
  const user = goUser(program);
  const isWritten = writesFiles(model, program.moduleDir);
  const owner = isWritten ? `--chown=${user}:${target === 'openshift' ? 0 : user} ` : '';
  return render([
    ['# syntax=docker/dockerfile:1', ...(runtime.known ? [] : ['# TODO: there is no go.mod; run "go mod init" so that the version and the dependencies are told.'])],
    ...buildStage(model, program, application),
    ...runStage(model, program),
    application.korean ? localeLines(true) : [],
    serves && port.env !== undefined ? environmentLines({ [port.env]: /ADDR|LISTEN|BIND/i.test(port.env) && !/PORT/i.test(port.env) ? `:${port.port}` : String(port.port) }) : [],
    // The folder itself comes along, so that it belongs to who writes into it.
    [...(isWritten ? ['# The program writes files below its folder; they are lost with the container unless a volume is mounted there.'] : []), `COPY ${owner}--from=build /out/ /`],
    userLine(target, user),
    serves ? exposeLines(port.port, port.source ? `The port that ${port.source} names` : 'TODO: nothing tells the port; 8080 is only the usual one') : [],
    [...(application.startKnown ? [] : ['# TODO: the program has several commands; add the one that serves.']), `ENTRYPOINT ${json(application.start)}`],
  ]);
}
