import { dirname, isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { buildOf, effectiveModule } from '../../facts/build/effective.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { deployables } from '../../facts/deployable.js';
import type {} from '../../facts/go/program.js';
import { pins } from '../../facts/image/pins.js';
import { isKorean } from '../dockerfile/evidence.js';
import { frontEndOf } from '../dockerfile/front-end.js';
import { layoutOf, relative } from '../dockerfile/layout.js';
import { nginxUser, staticDockerfile, type StaticSite } from '../dockerfile/static.js';
import type { Application, Platform } from './kinds.js';
import { nameOf } from './names.js';

interface StaticApplication extends Application {
  readonly site: StaticSite;
}

const version = pins['nginxinc/nginx-unprivileged']?.tag ?? 'stable';

const common = {
  platform: 'static' as const, runtime: { version, reason: `nginx ${version}`, known: true }, start: ['nginx', '-g', 'daemon off;'], startKnown: true,
  port: { port: 8080, source: 'nginx' }, user: nginxUser, writable: [],
};

/** Whether another application builds the front end, or takes what it is built into, and hands it out itself. */
function isServedByAnother(model: Model, dir: string): boolean {
  const outer = model.modules.filter((module) => module.dir !== dir && isInside(dir, module.dir) && module.tool !== undefined);
  const embedded = model.facts('go.embed').some((fact) => isInside(join(dirname(fact.file), fact.value.pattern.replace(/\/?\*.*$/, '')) ?? '', dir) && dir !== '');
  return embedded || outer.some((module) => {
    const build = effectiveModule(model, module.dir);
    const inside = relative(dir, module.dir);
    if (!build) return false;
    if (build.tool === 'maven' || build.tool === 'gradle') return /^src\/main\//.test(inside) || build.plugins.some((name) => /frontend-(?:maven|gradle)|node-gradle|moowork\.node|com\.github\.node/.test(name));
    if (build.tool === 'npm') return Object.values(build.scripts).some((script) => new RegExp(`(?:--prefix|--cwd|-C|\\bcd)[ =](?:\\./)?${inside.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=[\\s/&;]|$)`).test(script)) && deployables(model).some((each) => each.dir === module.dir);
    return build.tool === 'dotnet' && /^(?:ClientApp|wwwroot)/i.test(inside);
  });
}

function describeBuilt(model: Model, dir: string, module: BuildModule): StaticApplication | undefined {
  const frontEnd = frontEndOf(model, dir, module);
  if (!frontEnd || isServedByAnother(model, dir)) return undefined;
  const own = deployables(model).find((each) => each.dir === dir);
  // What listens by itself is no front end, unless its framework is told to write files.
  if (own && !/^(?:next-export|react-router|nuxt-generate)$/.test(frontEnd.kind)) return undefined;
  return { ...common, site: { module, frontEnd, pages: '', routed: frontEnd.routed }, dir, name: nameOf(module.name, dir), kind: frontEnd.kind, korean: isKorean(model, dir, module), layout: layoutOf(model, { dir, kind: 'node', module }) };
}

/** Pages without a build: where a `Staticfile` says, or in one of the usual folders. */
function describePages(model: Model): StaticApplication | undefined {
  const stated = model.facts('front-end.static-file').filter((fact) => dirname(fact.file) === '');
  const said = (key: string): string | undefined => stated.find((fact) => fact.value.key === key)?.value.value;
  const root = said('root')?.replace(/^\.?\/|\/$/g, '');
  const folders = root === undefined ? ['', 'public', 'site', 'html', 'www'] : [root];
  const pages = folders.find((folder) => model.hasFile(join(folder, 'index.html') ?? 'index.html'));
  if (pages === undefined) return undefined;
  return {
    ...common, site: { module: undefined, frontEnd: undefined, pages, routed: said('index_fallback') === 'true' }, dir: '', name: 'site', kind: 'html', korean: false,
    layout: { context: '', module: '', dockerfile: 'Dockerfile', manifests: [] },
  };
}

/** Front ends that are built into files. */
export function staticIn(model: Model, dir: string): Application | undefined {
  const module = effectiveModule(model, dir);
  return module?.tool === 'npm' ? describeBuilt(model, dir, module) : undefined;
}

/** Front ends that nothing else serves, and a folder of pages. */
export const site: Platform = {
  name: 'static',
  find(model) {
    const built = model.modules.flatMap(({ dir, tool }) => (tool === 'npm' && buildOf(model, dir) ? staticIn(model, dir) ?? [] : []));
    const isBare = model.modules.every(({ tool }) => tool === undefined);
    const pages = isBare ? describePages(model) : undefined;
    return pages ? [...built, pages] : built;
  },
  dockerfile: (model, application) => staticDockerfile(model, (application as StaticApplication).site, application),
  ignored(_model, application) {
    const { frontEnd } = (application as StaticApplication).site;
    // What a builder reads of the environment for production is no secret: it ends up in the browser.
    return frontEnd ? ['**/node_modules', frontEnd.output, 'coverage', '!.env.production'] : ['**/node_modules'];
  },
  notes: () => [],
};
