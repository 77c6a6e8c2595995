import { dirname, isInside, join } from '../../base/paths.js';
import type { Localized } from '../../contract/words.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';
import { deployables, type Deployable } from '../../facts/deployable.js';
import { isKorean } from '../dockerfile/evidence.js';
import { layoutOf, relative } from '../dockerfile/layout.js';
import { commandOf, nodeDockerfile, nodeUser, portOf, programOf, writableOf } from '../dockerfile/node.js';
import { nodeFor } from '../dockerfile/node-version.js';
import type { Application, Platform } from './kinds.js';

/** Frameworks by the package that tells, those that bring others along first. */
const frameworks: readonly (readonly [string, string])[] = [
  ['@nestjs/core', 'nest'], ['next', 'next'], ['nuxt', 'nuxt'], ['@remix-run/serve', 'remix'], ['@sveltejs/adapter-node', 'sveltekit'], ['@strapi/strapi', 'strapi'],
  ['fastify', 'fastify'], ['koa', 'koa'], ['@hapi/hapi', 'hapi'], ['hono', 'hono'], ['express', 'express'],
];

interface NodeApplication extends Application {
  readonly deployable: Deployable;
}

function describe(model: Model, deployable: Deployable): NodeApplication {
  const { dir, module } = deployable;
  const layout = layoutOf(model, deployable);
  const program = programOf(model, deployable);
  const { major, reason } = nodeFor(module.nodeEngine ?? effectiveModule(model, layout.context)?.nodeEngine);
  return {
    deployable, dir, name: module.name, platform: 'node',
    kind: frameworks.find(([name]) => module.dependencies.includes(name))?.[1] ?? 'node',
    runtime: { version: String(major), reason, known: true },
    start: commandOf(model, deployable, layout), startKnown: program.known,
    port: portOf(model, deployable), user: nodeUser,
    writable: writableOf(model, deployable, layout),
    korean: isKorean(model, dir, module), layout,
  };
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

export const node: Platform = {
  name: 'node',
  find: (model) => deployables(model).filter(({ kind }) => kind === 'node').map((each) => describe(model, each)),
  dockerfile(model, application) {
    const { deployable, layout } = application as NodeApplication;
    return nodeDockerfile(model, deployable, layout);
  },
  ignored: (model, { layout: { context } }) => ['**/node_modules', ...builtBelow(model, context), 'coverage', '.nyc_output'],
  notes,
};
