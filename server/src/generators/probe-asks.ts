import type { Model } from '../contract/workspace.js';
import { bootNumber } from '../facts/java/boot.js';
import { applicationIn } from '../facts/java/web-application.js';
import { healthPath } from '../facts/health-route.js';
import { isInJoin, type JoinedCode } from '../facts/join.js';
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

/** How the program behind a port may be asked: by what its code answers, else whether the port is open. */
export function probesFor(model: Model, code: JoinedCode, port: string): Probes {
  return bootProbes(model, code, port) ?? routeProbes([...routes(model, code), ...serverRoutes(model, code)], port) ?? { readiness: { port } };
}

/** As data of a finding. */
export function asJson({ path, port }: Ask): { readonly port: string; readonly path?: string } {
  return { port, ...(path === undefined ? {} : { path }) };
}
