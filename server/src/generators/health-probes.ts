import type { Finding } from '../contract/finding.js';
import type { Fix, FixInput } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import type {} from '../facts/build/kinds.js';
import type { K8sContainer } from '../facts/kubernetes/kinds.js';
import { portOf, probeEdit, workloadsOf } from './probes.js';

/** Port for requests: the only one, or the one that is called so; `undefined` where the manifest leaves it open. */
export function requestPort(container: K8sContainer): string | undefined {
  const { ports } = container;
  return ports.length === 1 ? portOf(container) : ports.find(({ name }) => name === 'http' || name === 'web')?.name;
}

/** How the probes of a framework's applications have to ask. */
export interface Asking {
  /** The port; `undefined` where the manifest leaves it open, so that nothing is added. */
  readonly port?: (container: K8sContainer, finding: Finding, model: Model) => string | undefined;
  /** The host name that the application answers: '' for any, `undefined` where none can be told, so that nothing is added. */
  readonly host?: (input: FixInput) => string | undefined;
}

/** A fix that adds `/healthz` and `/readyz`, and lets the Deployments that run the code ask them. */
export function withProbes(fix: Fix, { port = requestPort, host = () => '' }: Asking = {}): Fix {
  return {
    ...fix,
    edits(input) {
      const { finding, model, text } = input;
      const edits = fix.edits(input);
      if (!edits) return undefined;
      const name = host(input);
      if (name === undefined) return edits;
      const { dir } = model.moduleOf(finding.file);
      return [...edits, ...workloadsOf(model, dir).flatMap((workload) => probeEdit(workload, (container) => {
        const asked = port(container, finding, model);
        const ask = asked === undefined ? undefined : { port: asked, ...(name === '' ? {} : { host: name }) };
        return ask && { readiness: { path: '/readyz', ...ask }, liveness: { path: '/healthz', ...ask } };
      }, text) ?? [])];
    },
  };
}

/** Port of a container of PHP, unless only FPM listens there: it speaks FastCGI and answers no probe. */
export function phpPort(container: K8sContainer): string | undefined {
  const name = requestPort(container);
  const port = container.ports.find((each) => each.name === name)?.port ?? Number(name);
  return port === 9000 || /^(?:fpm|fastcgi|php-fpm)$/.test(name ?? '') ? undefined : name;
}

/** Port of an ASP.NET container: the one it names, else that of Microsoft's images, which serve 8080 from .NET 8 on and 80 before. */
export function dotnetPort(container: K8sContainer, finding: Finding, model: Model): string | undefined {
  if (container.ports.length > 0) return requestPort(container);
  if (container.env.some((name) => /^(?:ASPNETCORE|DOTNET)_(?:URLS|HTTP_PORTS)$|^PORT$/.test(name))) return undefined;
  const { dir } = model.moduleOf(finding.file);
  const framework = model.facts('build.module').find(({ module, value }) => module === dir && value.tool === 'dotnet')?.value.properties['TargetFramework'];
  const major = Number(/^net(\d+)\.0/.exec(framework ?? '')?.[1] ?? Number.NaN);
  return Number.isNaN(major) ? undefined : major >= 8 ? '8080' : '80';
}
