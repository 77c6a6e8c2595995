import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/health-route.js';
import { joinReads } from '../../../facts/join.js';
import { isFirst, nodeReads, startsItself } from '../../../facts/node/application.js';
import type {} from '../../../facts/node/server.js';
import { withProbes } from '../../../generators/health-probes.js';
import { plannedFix } from '../../../generators/planned-source.js';
import { isAsked } from './asked.js';

/** Libraries that bring a health route by themselves. */
const bringing = /^(?:@nestjs\/terminus|@godaddy\/terminus|lightship|express-actuator|express-healthcheck|@cloudnative\/health\w*|fastify-healthcheck|under-pressure|@fastify\/under-pressure|koa-ping-healthcheck|health-checkup|@strapi\/strapi|@payloadcms\/next)$/;
/** Files of Next, Nuxt and the like that answer under their own path. */
const routeFile = /(?:^|\/)(?:pages\/api|app(?:\/[^/]+)*|server\/(?:api|routes))\/(?:_?health\w*|healthz|readyz|livez|ping|status)(?:\/(?:route|index|\+server))?(?:\.get)?\.[cm]?[jt]sx?$/i;

function answers(model: Model, subject: Fact): boolean {
  const { application, dir } = model.moduleOf(subject.file);
  if (model.factsFor('health.route', subject.file).length > 0) return true;
  if (model.factsFor('build.module', subject.file).some(({ value }) => value.dependencies.some((name) => bringing.test(name)))) return true;
  return model.files.some((file) => routeFile.test(file) && model.moduleOf(file).application === application) || isAsked(model, dir);
}

/** Looks at the first place where a Node application is made. */
export const nodeHealth: ProjectCheck<'node.app'> = {
  subject: 'node.app',
  reads: ['node.app', 'node.listen', 'health.route', ...nodeReads, ...joinReads],
  check(subject: Fact<'node.app'>, { model, report }: ProjectContext) {
    // An application that nothing starts is part of another one, or of a test.
    const listens = model.factsFor('node.listen', subject.file).length > 0;
    if (!listens || !startsItself(model, subject) || !isFirst(model, subject) || answers(model, subject)) return;
    const { dir } = model.moduleOf(subject.file);
    const name = model.facts('build.module').find((fact) => fact.module === dir)?.value.name ?? subject.value.framework;
    report({ say: 'missing', args: { name }, confidence: 'medium', data: { health: subject.value.health } });
  },
};

/** Routes that answer probes before anything asks who calls. */
export const healthRoutes = withProbes(plannedFix({
  key: 'health-routes', data: 'health',
  title: { en: 'Add /healthz and /readyz', ko: '/healthz와 /readyz 추가' },
}));
