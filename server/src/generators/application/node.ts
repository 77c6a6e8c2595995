import { dirname, isInside, join } from '../../base/paths.js';
import type { Localized } from '../../contract/words.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';
import { pinFor } from '../../facts/runtime-pin.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { deployables, type Deployable } from '../../facts/deployable.js';
import { isKorean } from '../dockerfile/evidence.js';
import { layoutOf, relative } from '../dockerfile/layout.js';
import { commandOf, nodeDockerfile, nodeUser, portOf, programOf, writableOf } from '../dockerfile/node.js';
import { renderedOf } from '../dockerfile/node-rendered.js';
import { migratesFirst, startOf } from '../dockerfile/node-start.js';
import { nodeFor } from '../dockerfile/node-version.js';
import type { Application, Platform } from './kinds.js';
import { staticIn } from './static.js';

/** Frameworks by the package that tells, those that bring others along first. */
const frameworks: readonly (readonly [string, string])[] = [
  ['@nestjs/core', 'nest'], ['next', 'next'], ['nuxt', 'nuxt'], ['@remix-run/serve', 'remix'], ['@sveltejs/adapter-node', 'sveltekit'], ['@strapi/strapi', 'strapi'],
  ['fastify', 'fastify'], ['koa', 'koa'], ['@hapi/hapi', 'hapi'], ['hono', 'hono'], ['express', 'express'],
];

interface NodeApplication extends Application {
  readonly deployable: Deployable;
}

function describe(model: Model, deployable: Deployable, serves = true): NodeApplication {
  const { dir, module } = deployable;
  const layout = layoutOf(model, deployable);
  const program = programOf(model, deployable);
  const { major, reason } = nodeFor(module.nodeEngine ?? effectiveModule(model, layout.context)?.nodeEngine, pinFor(model, dir, 'node'));
  return {
    deployable, dir, name: module.name, platform: 'node',
    kind: renderedOf(model, dir, module)?.kind ?? frameworks.find(([name]) => module.dependencies.includes(name))?.[1] ?? 'node',
    runtime: { version: String(major), reason, known: true },
    start: commandOf(model, deployable, layout), startKnown: program.known,
    port: portOf(model, deployable), ...(serves ? {} : { serves: false as const }), user: nodeUser,
    writable: writableOf(model, deployable, layout),
    korean: isKorean(model, dir, module), layout,
  };
}

/** Packages that are started: the servers among them, those whose framework writes a server, and whatever else runs. */
function packages(model: Model): readonly Deployable[] {
  return model.modules.flatMap(({ dir, tool }) => {
    const module = tool === 'npm' ? effectiveModule(model, dir) : undefined;
    return module && module.host === undefined ? [{ dir, kind: 'node' as const, module }] : [];
  });
}

/** Whether a package is started with Bun, which is no Node. */
function startsBun(module: BuildModule): boolean {
  return /(?:^|&&\s*)(?:bunx?|deno)\s/.test(module.scripts['start'] ?? '');
}

/** Whether code of the package listens, or the file of another one that its start script names. */
function listens(model: Model, dir: string, module: BuildModule): boolean {
  const facts = model.facts('server.listen-port');
  if ((module.scripts['start'] !== undefined || module.properties['published'] === undefined) && facts.some((fact) => fact.module === dir)) return true;
  const file = startOf(module.scripts)?.words.find((word) => /\.[cm]?[jt]s$/.test(word));
  return file !== undefined && facts.some((fact) => fact.file === join(dir, file));
}

/** Whether other packages of the workspace take a package in. */
function isPart(model: Model, { dir, module }: Deployable): boolean {
  return model.facts('build.module').some((fact) => fact.module !== dir && fact.value.tool === 'npm' && fact.value.dependencies.includes(module.name));
}

function servers(model: Model): readonly Deployable[] {
  const listed = deployables(model).filter(({ kind, dir }) => kind === 'node' && !staticIn(model, dir));
  const others = packages(model).filter(({ dir, module }) => !listed.some((each) => each.dir === dir) && !staticIn(model, dir) && !isPart(model, { dir, kind: 'node', module }) && !startsBun(module) && (renderedOf(model, dir, module) !== undefined || listens(model, dir, module)));
  return [...listed, ...others];
}

const usualPrograms = ['index.js', 'main.js', 'app.js', 'server.js', 'index.mjs', 'src/index.js', 'index.ts', 'main.ts', 'src/index.ts', 'src/main.ts'];

/** Packages that can be run although nothing tells that they serve; those that are published are for others to take in. */
function runnable(model: Model): readonly Deployable[] {
  const served = new Set(servers(model).map(({ dir }) => dir));
  return packages(model).filter(({ dir, module }) => {
    if (served.has(dir) || staticIn(model, dir) || startsBun(module) || isPart(model, { dir, kind: 'node', module })) return false;
    if (startOf(module.scripts) !== undefined) return true;
    return module.properties['published'] === undefined && module.modules.length === 0 && [...(module.main === undefined ? [] : [module.main]), ...usualPrograms].some((file) => model.hasFile(join(dir, file) ?? ''));
  });
}

/** Where packages that are built inside leave what they build. */
function builtBelow(model: Model, context: string): readonly string[] {
  const built = model.facts('build.module').filter(({ file, value }) => value.tool === 'npm' && isInside(file, context) && value.scripts['build'] !== undefined);
  return built.flatMap(({ file }) => ['dist', '.next'].map((name) => relative(join(dirname(file), name) ?? name, context)));
}

/** Registry tokens in `.npmrc` would become part of the image. */
function notes(model: Model, { layout: { context } }: Application): readonly Localized[] {
  if (!model.hasFile(join(context, '.npmrc') ?? '.npmrc')) return [];
  return [{
    en: '.npmrc is copied into the image: keep tokens out of it and pass them as a build secret.',
    ko: '.npmrc 파일이 이미지에 복사됩니다. 토큰은 이 파일에 두지 말고 빌드 시크릿으로 전달하세요.',
  }];
}

function migrationNote({ deployable }: NodeApplication): readonly Localized[] {
  return migratesFirst(deployable.module.scripts) ? [{
    en: 'The start script changes the schema first. The image only starts the program: run the migration once for each release, in a Job.',
    ko: '시작 스크립트가 먼저 스키마를 변경합니다. 이미지는 프로그램만 시작하므로, 마이그레이션은 릴리스마다 한 번 Job으로 실행하세요.',
  }] : [];
}

export const node: Platform = {
  name: 'node',
  find: (model) => servers(model).map((each) => describe(model, each)),
  programs: (model) => runnable(model).map((each) => describe(model, each, false)),
  dockerfile(model, application) {
    const { deployable, layout, serves } = application as NodeApplication;
    return nodeDockerfile(model, deployable, layout, serves !== false);
  },
  ignored: (model, { layout: { context } }) => ['**/node_modules', ...builtBelow(model, context), 'coverage', '.nyc_output'],
  refused: (model) => packages(model).filter(({ module }) => startsBun(module)).map(({ dir, module }) => ({
    dir,
    reason: {
      en: `${module.name} starts with "${module.scripts['start'] ?? ''}": images for Bun and Deno are not generated. Start it with node, or write the Dockerfile from the images of that runtime.`,
      ko: `${module.name}의 시작 스크립트는 "${module.scripts['start'] ?? ''}"입니다. Bun과 Deno용 이미지는 생성하지 않습니다. node로 시작하도록 바꾸거나, 해당 런타임의 이미지로 Dockerfile을 작성하세요.`,
    },
  })),
  notes: (model, application) => [...notes(model, application), ...migrationNote(application as NodeApplication)],
};
