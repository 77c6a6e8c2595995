import type { Finding } from '../contract/finding.js';
import type { Fix } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import type {} from '../facts/build/kinds.js';
import type { K8sContainer } from '../facts/kubernetes/kinds.js';
import { portOf, probeEdit, workloadsOf } from './probes.js';

/** Port for requests: the only one, or the one that is called so; `undefined` where the manifest leaves it open. */
function requestPort(container: K8sContainer): string | undefined {
  const { ports } = container;
  return ports.length === 1 ? portOf(container) : ports.find(({ name }) => name === 'http' || name === 'web')?.name;
}

/** A fix that adds `/healthz` and `/readyz`, and lets the Deployments that run the code ask them. */
export function withProbes(fix: Fix, port: (container: K8sContainer, finding: Finding, model: Model) => string | undefined = requestPort): Fix {
  return {
    ...fix,
    edits(input) {
      const { finding, model, text } = input;
      const edits = fix.edits(input);
      const { dir } = model.moduleOf(finding.file);
      return edits && [...edits, ...workloadsOf(model, dir).flatMap((workload) => probeEdit(workload, (container) => {
        const asked = port(container, finding, model);
        return asked === undefined ? undefined : { readiness: { path: '/readyz', port: asked }, liveness: { path: '/healthz', port: asked } };
      }, text) ?? [])];
    },
  };
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
