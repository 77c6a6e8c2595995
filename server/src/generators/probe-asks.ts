import type { Model } from '../contract/workspace.js';
import { bootNumber } from '../facts/java/boot.js';
import { applicationIn } from '../facts/java/web-application.js';
import { healthPath } from '../facts/health-route.js';
import { isInJoin, type JoinedCode } from '../facts/join.js';
import type {} from '../facts/python/setting.js';
import type { K8sContainer } from '../facts/kubernetes/kinds.js';
import { actuatorProbes, contextPath } from './actuator-probes.js';
import { phpPort } from './health-probes.js';
import { portOf, type Ask, type Probes } from './probes.js';

const actuator = /spring-boot(?:-starter)?-actuator/;

/** Spring Boot Actuator in the code that the workload runs. */
function bootProbes(model: Model, joined: JoinedCode, port: string | undefined): Probes | undefined {
  for (const { dir } of joined.modules) {
    const application = applicationIn(model, dir);
    const boot = application && bootNumber(application.deployable.module);
    if (application && boot !== undefined && application.libraries.some((name) => actuator.test(name))) return actuatorProbes(model, application, boot, port);
  }
  return undefined;
}

/** Routes whose whole path stands in the code: pages of a Java server lie below a path of its own, and Django asks for a host name. */
function routes(model: Model, joined: JoinedCode): readonly string[] {
  const django = model.facts('python.app').some((fact) => fact.value.framework === 'django' && isInJoin(joined, fact));
  const told = model.facts('health.route').filter((fact) => /\.(?:[cm]?[jt]s|go|cs|py)$/.test(fact.file) && !(django && fact.file.endsWith('.py')) && isInJoin(joined, fact));
  return [...new Set(told.map(({ value }) => value.via).filter((path) => /^\/[\w./-]*$/.test(path) && healthPath.test(path)))];
}

/** What tells a process that works from one that takes requests; the same answer for both would restart pods that only wait for others. */
function routeProbes(paths: readonly string[], port: string): Probes | undefined {
  const ready = paths.find((path) => /read/i.test(path)) ?? paths[0];
  if (ready === undefined) return undefined;
  const live = paths.find((path) => path !== ready && /live|healthz|alive/i.test(path));
  return { readiness: { path: ready, port }, ...(live === undefined ? {} : { liveness: { path: live, port } }) };
}

/** How the probes of a container may ask: what its code answers, or else whether its port is open. */
export function asksFor(model: Model, joined: JoinedCode | undefined, container: K8sContainer): Probes {
  const port = phpPort(container);
  const known = joined ? bootProbes(model, joined, portOf(container)) ?? (port === undefined ? undefined : routeProbes(routes(model, joined), port)) : undefined;
  return known ?? (port === undefined ? {} : { readiness: { port } });
}

/** Routes of a Java server in an image of our own: controllers of Spring Boot lie below the path of its settings, and a WAR is deployed at the root. */
function serverRoutes(model: Model, code: JoinedCode): readonly string[] {
  const told = (files: RegExp): readonly string[] => model.facts('health.route').filter((fact) => files.test(fact.file) && isInJoin(code, fact)).map(({ value }) => value.via).filter((path) => /^\/[\w./-]+$/.test(path));
  for (const { dir } of code.modules) {
    const application = applicationIn(model, dir);
    const boot = application && bootNumber(application.deployable.module);
    const before = application && boot !== undefined ? contextPath(model, application, boot) : undefined;
    if (before !== undefined) return told(/\.(?:java|kt)$/).map((path) => `${before}${path}`);
    if (application?.deployable.kind === 'war') return told(/\.xml$/);
  }
  return [];
}

/** Routes of Laravel in an image of our own, where Apache answers: the one of its framework, and those of the files that every path of stands in. */
function laravelRoutes(model: Model, code: JoinedCode): readonly string[] {
  const prefixes: readonly (readonly [RegExp, string])[] = [[/(?:^|\/)(?:bootstrap\/app|routes\/web)\.php$/, '/'], [/(?:^|\/)routes\/api\.php$/, '/api/']];
  return model.facts('health.route').filter((fact) => isInJoin(code, fact)).flatMap(({ file, value: { via } }) => {
    const prefix = prefixes.find(([pattern]) => pattern.test(file))?.[1];
    const path = via.replace(/^\//, '');
    return prefix !== undefined && /^[\w./-]+$/.test(path) && (healthPath.test(path) || path === 'up') ? [`${prefix}${path}`] : [];
  });
}

/** Routes of Django that stand in the URLs of the whole site, so that nothing comes before them. */
function djangoRoutes(model: Model, code: JoinedCode): readonly string[] {
  const roots = new Set(model.facts('python.setting').flatMap(({ value }) => (value.key === 'ROOT_URLCONF' && value.value !== undefined ? [`${value.value.replaceAll('.', '/')}.py`] : [])));
  const isRoot = (file: string): boolean => [...roots].some((root) => file === root || file.endsWith(`/${root}`));
  return model.facts('health.route').filter((fact) => isInJoin(code, fact) && isRoot(fact.file)).map(({ value: { via } }) => via).filter((via) => /^[\w.-][\w./-]*$/.test(via) && healthPath.test(via)).map((via) => `/${via}`);
}

/** The same probes for a program that answers only requests for its own name: those of the cluster come for the address of the pod. */
function askedAs(probes: Probes | undefined, host: string): Probes | undefined {
  return probes && Object.fromEntries(Object.entries(probes).map(([which, ask]) => [which, { ...ask, host }]));
}

/** The name that Django has to be asked for: none where it answers any, one that its settings list, or else the one that users reach it by. */
function djangoHost(model: Model, code: JoinedCode, host: string): string | undefined {
  const listed = model.facts('python.setting').flatMap((fact) => (fact.value.key === 'ALLOWED_HOSTS[]' && !['development', 'test'].includes(fact.value.stage) && isInJoin(code, fact) ? [fact.value.value ?? ''] : []));
  return listed.includes('*') ? undefined : listed.find((each) => /^[a-z\d][a-z\d.-]*\.[a-z]+$/i.test(each)) ?? host;
}

/** How the program behind a port may be asked: by what its code answers, else whether the port is open. `host` is the name that users reach it by. */
export function probesFor(model: Model, code: JoinedCode, port: string, host: string): Probes {
  const django = routeProbes(djangoRoutes(model, code), port);
  const name = djangoHost(model, code, host);
  return bootProbes(model, code, port) ?? routeProbes([...routes(model, code), ...serverRoutes(model, code), ...laravelRoutes(model, code)], port)
    ?? (name === undefined ? django : askedAs(django, name)) ?? { readiness: { port } };
}

/** As data of a finding. */
export function asJson({ path, port }: Ask): { readonly port: string; readonly path?: string } {
  return { port, ...(path === undefined ? {} : { path }) };
}
