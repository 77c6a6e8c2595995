import { basename, dirname, isInside, join } from '../../base/paths.js';
import type { Fact, Model, Module } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { buildOf } from '../../facts/build/effective.js';
import { startedGo } from '../../facts/go/listen.js';
import type {} from '../../facts/go/server.js';
import { pins } from '../../facts/image/pins.js';
import { pinFor } from '../../facts/runtime-pin.js';
import { endedOn } from '../../syntax/dockerfile/release-lines.js';
import { exposedPort, isKorean, versionNumber, writesFiles } from '../dockerfile/evidence.js';
import { cgoOf, goDockerfile, goUser, type GoProgram } from '../dockerfile/go.js';
import { relative, type Layout } from '../dockerfile/layout.js';
import { toolsOf } from '../dockerfile/tools.js';
import type { Application, Platform, Port, RuntimeChoice } from './kinds.js';
import { nameOf } from './names.js';

interface GoApplication extends Application {
  readonly program: GoProgram;
}

type Main = Fact<'go.main'>;

/** Libraries of programs that people run at a prompt. */
const prompts = /^github\.com\/(?:spf13\/cobra|urfave\/cli(?:\/v\d)?|alecthomas\/kong|jessevdk\/go-flags|charmbracelet\/\w+)$/;

/** Libraries that only what answers requests is built with. */
const serverLibraries = /^(?:github\.com\/(?:gin-gonic\/gin|labstack\/echo(?:\/v\d+)?|gofiber\/fiber(?:\/v\d+)?|go-chi\/chi(?:\/v\d+)?|gorilla\/mux|julienschmidt\/httprouter|valyala\/fasthttp|kataras\/iris(?:\/v\d+)?|beego\/beego(?:\/v\d+)?|go-kratos\/kratos(?:\/v\d+)?|zeromicro\/go-zero|cloudwego\/hertz))$/;

function has(model: Model, dir: string, name: string): boolean {
  return model.hasFile(join(dir, name) ?? name);
}

const newest = pins['golang']?.tag ?? '1';

function isOlder(version: string, other: string): boolean {
  const [a, b] = [versionNumber(version) ?? 0, versionNumber(other) ?? 0];
  return a < b;
}

function versionOf(model: Model, dir: string, module: BuildModule | undefined): RuntimeChoice {
  const pin = pinFor(model, dir, 'go');
  const pinned = /^(?:go)?(\d+\.\d+)/.exec(pin?.version ?? '')?.[1];
  if (pin && pinned !== undefined) return { version: pinned, reason: `Go ${pinned}: ${pin.source} names it`, known: true };
  const stated = /^\d+\.\d+/.exec(module?.properties['go'] ?? '')?.[0];
  if (stated === undefined) return { version: newest, reason: `Go ${newest}`, known: module !== undefined };
  // Newer compilers keep the language of the version that go.mod names, and only supported ones are mended.
  if (isOlder(stated, newest) && endedOn('go', stated) !== undefined) return { version: newest, reason: `Go ${newest}: go.mod asks for ${stated} or newer, and ${stated} is no longer supported`, known: true };
  return { version: stated, reason: `Go ${stated}: go.mod names it`, known: true };
}

interface MainPackage {
  readonly dir: string;
  readonly facts: readonly Main[];
}

/** Folders of a module that are built into programs. */
function mainsOf(model: Model, { dir }: Module): readonly MainPackage[] {
  const facts = model.facts('go.main').filter((fact) => fact.module === dir && !/_test\.go$/.test(fact.file));
  return [...new Set(facts.map(({ file }) => dirname(file)))].sort().map((each) => ({ dir: each, facts: facts.filter(({ file }) => dirname(file) === each) }));
}

/** Whether one of the programs of a module serves: by its own code, or by a package that it takes in; a single program may reach it through others. */
function serves(model: Model, module: Module, main: MainPackage, isOnly: boolean): boolean {
  const listens = [...model.facts('go.listen'), ...model.facts('go.address'), ...model.facts('go.server')].filter((fact) => fact.module === module.dir);
  if (listens.some(({ file }) => dirname(file) === main.dir)) return true;
  const build = buildOf(model, module.dir)?.value;
  if (isOnly && build?.dependencies.some((name) => serverLibraries.test(name)) === true) return true;
  if (isOnly) return model.facts('go.listen').some((fact) => fact.module === module.dir && !fact.value.main) || listens.some((fact) => fact.kind === 'go.address');
  const imports = main.facts.flatMap(({ value }) => value.imports);
  return listens.some(({ file }) => { const folder = relative(dirname(file), module.dir); return folder !== '' && imports.some((path) => path.endsWith(`/${folder}`)); })
    || (/^(?:server|api|web|http|app)$/.test(basename(main.dir)) && model.facts('go.listen').some((fact) => fact.module === module.dir && (!fact.value.main || startedGo(model, fact))));
}

/** The port of the program's own folder, else of the packages of the module. */
function portOf(model: Model, module: Module, mainDir: string, context: string): Port {
  const all = model.facts('go.address').filter((fact) => fact.module === module.dir && (fact.value.port !== undefined || fact.value.env !== undefined));
  const others = mainsOf(model, module).map(({ dir }) => dir).filter((dir) => dir !== mainDir);
  const found = all.find(({ file }) => dirname(file) === mainDir) ?? all.find(({ file }) => !others.includes(dirname(file)));
  const env = found?.value.env === undefined ? {} : { env: found.value.env };
  const stated = found?.value.port === undefined ? exposedPort(model, mainDir, context) : { port: found.value.port, source: basename(found.file) };
  return { ...(stated ?? { port: 8080, source: undefined }), ...env };
}

/** The command that serves, where the program's own folder or a package that it takes in has one. */
function commandOf(model: Model, module: Module, main: MainPackage): string | undefined {
  const imports = main.facts.flatMap(({ value }) => value.imports);
  return model.facts('go.command').find(({ file, module: own }) => {
    const folder = relative(dirname(file), module.dir);
    return own === module.dir && (dirname(file) === main.dir || (folder !== '' && imports.some((path) => path.endsWith(`/${folder}`))));
  })?.value.name;
}

/** The image is built at the root of a workspace of Go, which may take the place of dependencies. */
function layoutOf(model: Model, { dir }: Module, applicationDir: string): Layout {
  const work = model.files.filter((file) => basename(file) === 'go.work' && isInside(dir, dirname(file))).map(dirname).sort((a, b) => a.length - b.length)[0];
  const context = work ?? dir;
  const files = work === undefined ? ['go.mod', 'go.sum'] : [];
  return { context, module: relative(applicationDir, context), dockerfile: join(applicationDir, 'Dockerfile') ?? 'Dockerfile', manifests: files.filter((name) => has(model, context, name)) };
}

function describe(model: Model, module: Module, main: MainPackage, isOnly: boolean, isServer: boolean): GoApplication {
  const mainDir = main.dir;
  const build = module.tool === 'go' ? buildOf(model, module.dir)?.value : undefined;
  const dir = isOnly ? module.dir : mainDir;
  const layout = layoutOf(model, module, dir);
  const cgo = cgoOf(model, build, module.dir);
  const command = isServer ? commandOf(model, module, main) : undefined;
  const program = { module: build, moduleDir: module.dir, mainDir, manifests: layout.manifests, cgo, tools: toolsOf(model, dir, layout.context) };
  const short = build?.name.replace(/\/v\d+$/, '').split('/').at(-1);
  return {
    program,
    dir, name: nameOf(dir === module.dir ? short : undefined, dir), platform: 'go', kind: 'go', runtime: versionOf(model, module.dir, build),
    start: ['/app/server', ...(command === undefined ? [] : [command])], startKnown: true,
    port: portOf(model, module, mainDir, layout.context), ...(isServer ? {} : { serves: false as const }), user: goUser(program),
    writable: writesFiles(model, module.dir) ? ['/app'] : [], korean: build ? isKorean(model, module.dir, build) : false, layout,
  };
}

/** Modules of Go, and a folder with programs that has none. */
function all(model: Model): readonly GoApplication[] {
  return model.modules.filter(({ tool }) => tool === 'go' || tool === undefined).flatMap((module) => {
    // Without a go.mod, only the folder itself tells that it is a program's.
    const mains = mainsOf(model, module).filter((main) => module.tool === 'go' || main.dir === module.dir);
    return mains.flatMap((main) => {
      const isServer = serves(model, module, main, mains.length === 1);
      const asksPeople = main.facts.some(({ value }) => value.imports.some((path) => prompts.test(path) || path === 'flag'));
      return isServer || !asksPeople ? [describe(model, module, main, mains.length === 1, isServer)] : [];
    });
  });
}

export const go: Platform = {
  name: 'go',
  find: (model) => all(model).filter((each) => each.serves !== false),
  programs: (model) => all(model).filter((each) => each.serves === false),
  dockerfile: (model, application) => goDockerfile(model, (application as GoApplication).program, application),
  ignored: () => ['bin', 'tmp', '**/*_test.go', '**/testdata', '**/node_modules'],
  notes: () => [],
};
