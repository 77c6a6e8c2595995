import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import { dirname } from '../../base/paths.js';
import type { Finding } from '../../contract/finding.js';
import type { BuildModule } from '../build/kinds.js';
import { deployableIn } from '../deployable.js';

/** Fact kinds that {@link startsItself} looks at. */
export const nodeReads: readonly FactKind[] = ['build.module', 'build.gradle-settings', 'build.entry-point'];

/** Whether the code at a place is started by itself rather than taken in by other packages as a library. */
export function startsItself(model: Model, fact: Fact): boolean {
  const { dir, tool, application } = model.moduleOf(fact.file);
  if (tool !== 'npm') return true;
  return deployableIn(model, dir)?.kind === 'node' || deployableIn(model, application)?.kind === 'node';
}

/** Whether a fact is the first of its kind in its application, so that what concerns the whole is told once. */
export function isFirst(model: Model, fact: Fact): boolean {
  const { application } = model.moduleOf(fact.file);
  return model.facts(fact.kind).find((other) => model.moduleOf(other.file).application === application && startsItself(model, other)) === fact;
}

const frontEnd = /^(?:react-dom|react-native|preact|vue|@angular\/core|svelte|solid-js|lit|@stencil\/core)$/;
const serverSide = /^(?:express|koa|fastify|@fastify\/.*|@nestjs\/.*|@hapi\/.*|hapi|restify|polka|next|nuxt|hono|@hono\/.*|h3|nitropack|socket\.io|ws|meteor[\w-]*|@babel\/node|ts-node|nodemon|pm2|@remix-run\/.*|@react-router\/(?:node|serve|express)|@sveltejs\/.*|astro|@adonisjs\/.*|sails|@apollo\/server|@trpc\/server|graphql-yoga|pg|mysql2?|mongodb|mongoose|@prisma\/client|knex|sequelize|typeorm|redis|ioredis|nodemailer)$/;
/** A bundle for a script tag. */
const scriptTag = /(?:umd|iife|\.min)\b/i;

/** Whether a package is made for browsers: its front-end library, with nothing of a server, or a bundle for a script tag as its entry. */
function isForBrowsers({ dependencies, plugins, main = '' }: BuildModule): boolean {
  const all = [...dependencies, ...plugins];
  return !all.some((name) => serverSide.test(name)) && (scriptTag.test(main) || all.some((name) => frontEnd.test(name)));
}

/** Findings of other languages beside a package for browsers stand in the server that hands its pages out. */
const script = /\.[cm]?[jt]sx?$/;

/** For a `clearing` by `build.module`: the finding's own package is made for browsers. */
export function standsInBrowserPackage(fact: Fact, finding: Finding, model: Model): boolean {
  const module = fact.value as BuildModule;
  return script.test(finding.file) && module.tool === 'npm' && dirname(fact.file) === model.moduleOf(finding.file).dir && isForBrowsers(module);
}

/** For a `clearing` by `node.listen`: the server stands in a folder `server/`, and the finding in the client beside it. */
export function standsBesideServer(fact: Fact, finding: Finding): boolean {
  const root = /^((?:.*?\/)?)(?:server|backend)\//.exec(fact.file)?.[1];
  return root !== undefined && script.test(finding.file) && finding.file.startsWith(root) && /^(?:app|client|frontend|web|ui|browser)\//.test(finding.file.slice(root.length));
}
