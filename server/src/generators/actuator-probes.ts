import type { Model } from '../contract/workspace.js';
import { settingIn, settingsIn, type Application } from '../facts/java/web-application.js';
import type { Probes } from './probes.js';

/** Path before all others, as far as the settings tell it; `undefined` when only the deployment knows. */
export function contextPath(model: Model, application: Application, boot: number): string | undefined {
  const keys = boot < 20_000 ? ['server.context-path'] : ['server.servlet.context-path', 'spring.webflux.base-path'];
  const key = keys.find((each) => settingsIn(model, application, each).length > 0);
  const path = key === undefined ? '' : settingIn(model, application, key);
  return path?.replace(/\/$/, '');
}

/** The setting that gives liveness and readiness a path of their own outside of Kubernetes, where Boot does not do so by itself; before 2.3 there is only the path for everything. */
export function probesSetting(boot: number): string | undefined {
  if (boot < 20_300 || boot >= 40_000) return undefined;
  return boot < 20_302 ? 'management.health.probes.enabled' : 'management.endpoint.health.probes.enabled';
}

/** Where Actuator answers, when the container's port is the one given. A check that also asks the database must not restart the pod, so before 2.3 liveness only looks at the port. */
export function actuatorProbes(model: Model, application: Application, boot: number, asked: string | undefined): Probes | undefined {
  const own = settingIn(model, application, 'management.server.port');
  const before = own === undefined ? contextPath(model, application, boot) : '';
  const port = own ?? asked ?? settingIn(model, application, 'server.port') ?? '8080';
  const base = settingIn(model, application, 'management.endpoints.web.base-path') ?? '/actuator';
  if (before === undefined || !/^[\w-]+$/.test(port)) return undefined;
  const health = boot < 20_000 ? `${before}/health` : `${before}${base === '/' ? '' : base}/health`;
  if (boot < 20_300) return { readiness: { path: health, port }, liveness: { port: asked ?? port } };
  return { readiness: { path: `${health}/readiness`, port }, liveness: { path: `${health}/liveness`, port } };
}
