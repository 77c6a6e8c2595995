import type { Fact, Model } from '../../../contract/workspace.js';
import type { ServiceFact } from '../../../facts/compose/project.js';
import { imageName } from '../../../facts/kubernetes/image-name.js';

type Dockerfile = Fact<'image.dockerfile'>;

/** The one port that requests come to; `undefined` when several could be meant. */
function portOf({ value }: Dockerfile, service: ServiceFact): number | undefined {
  const targets = new Set([...(value.ports.length > 0 ? value.ports : service.value.ports.flatMap(({ target }) => target ?? []))]);
  return targets.size === 1 ? [...targets][0] : undefined;
}

/** The path that tells of the application's health; `undefined` when none or several are known. */
function pathOf(model: Model, { file, value }: Dockerfile): string | undefined {
  const modules = model.facts('build.module').filter((fact) => fact.module === value.context || fact.module === model.moduleOf(file).dir);
  if (modules.some((fact) => fact.value.dependencies.includes('org.springframework.boot:spring-boot-starter-actuator'))) return '/actuator/health';
  const routes = new Set(model.factsFor('health.route', file).map(({ value: { via } }) => via).filter((via) => /^\/[\w./-]+$/.test(via)));
  return routes.size === 1 ? [...routes][0] : undefined;
}

/** A command of the image that asks by HTTP and fails when the answer is no success; `undefined` when nothing in the image surely can. */
export function askingWith(model: Model, dockerfile: Dockerfile, service: ServiceFact): string | undefined {
  const [port, path] = [portOf(dockerfile, service), pathOf(model, dockerfile)];
  if (port === undefined || path === undefined) return undefined;
  const url = `http://127.0.0.1:${port}${path}`;
  const installed = new Set(model.facts('image.package').filter(({ file }) => file === dockerfile.file).map(({ value }) => value.name));
  if (installed.has('curl')) return `curl -fsS -o /dev/null ${url} || exit 1`;
  const base = imageName(dockerfile.value.base)?.last ?? '';
  // BusyBox brings its own wget.
  if (installed.has('wget') || /alpine/.test(dockerfile.value.base)) return `wget -q -O /dev/null ${url} || exit 1`;
  if (base === 'node' && !/:(?:[4-9]|1[0-7])(?:\D|$)/.test(dockerfile.value.base)) return `["node", "-e", "fetch('${url}').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]`;
  return base === 'python' ? `["python", "-c", "import urllib.request; urllib.request.urlopen('${url}')"]` : undefined;
}

/** The instruction, with time for the start. */
export function checkLines(command: string): readonly string[] {
  return ['HEALTHCHECK --interval=30s --timeout=3s --start-period=60s --retries=3 \\', `    CMD ${command}`];
}
