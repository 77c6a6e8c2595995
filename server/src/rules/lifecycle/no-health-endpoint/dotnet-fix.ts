import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { mapped, registering } from '../../../facts/dotnet/health.js';
import { lineEnding } from '../../../base/text.js';
import { dotnetPort, withProbes } from '../../../generators/health-probes.js';
import { statementStart } from '../../../syntax/csharp/edit.js';

/** The host that settings of ASP.NET admit: '' for any, `undefined` where they only name a domain above. */
function admittedHost({ finding: { data }, text }: FixInput): string | undefined {
  const { dir } = data as { readonly dir: string };
  const settings = text(dir === '' ? 'appsettings.json' : `${dir}/appsettings.json`) ?? '';
  const hosts = (/"AllowedHosts"\s*:\s*"([^"\\]*)"/.exec(settings)?.[1] ?? '').split(';').map((host) => host.trim());
  return hosts.includes('*') || hosts.join('') === '' ? '' : hosts.find((host) => /^[\w.-]+$/.test(host));
}

function insertion(file: string, at: number, text: string): Edit {
  return { do: 'replace', file, span: { start: at, end: at }, text };
}

/** The two routes; a policy that asks everybody to log in must let the probes pass. */
function routesOn(name: string, text: string): readonly string[] {
  const open = /\bFallbackPolicy\b/.test(text) ? '.AllowAnonymous()' : '';
  return [
    `${name}.MapHealthChecks("/healthz", new Microsoft.AspNetCore.Diagnostics.HealthChecks.HealthCheckOptions { Predicate = _ => false })${open};`,
    `${name}.MapHealthChecks("/readyz")${open};`,
  ];
}

/** Health checks in a program of top-level statements: `/healthz` says that the process answers, `/readyz` asks every check. */
export const dotnetHealthChecks: Fix = withProbes({
  key: 'dotnet-health-checks',
  title: { en: 'Add health checks at /healthz and /readyz', ko: '/healthz와 /readyz 상태 확인 추가' },
  safety: 'review',
  applies: ({ data }, model) => {
    const { dir = '', dotnet } = data as { readonly dir?: string; readonly dotnet?: boolean };
    return dotnet === true && model.facts('dotnet.program').some(({ file }) => file === (dir === '' ? 'Program.cs' : `${dir}/Program.cs`));
  },
  edits({ finding, text }) {
    const { dir } = finding.data as { readonly dir: string };
    const file = dir === '' ? 'Program.cs' : `${dir}/Program.cs`;
    const written = text(file);
    const built = written === undefined ? null : /^([ \t]*)(?:var|WebApplication)\s+(\w+)\s*=\s*(\w+)\.Build\(\);/m.exec(written);
    const app = built?.[2];
    const builder = built?.[3];
    if (written === undefined || !built || app === undefined || builder === undefined) return undefined;
    const run = new RegExp(`^[ \\t]*(?:await\\s+)?${app}\\.Run(?:Async)?\\(`, 'm').exec(written);
    if (!run || run.index < built.index || !new RegExp(`\\b${builder}\\s*=\\s*WebApplication\\.Create`).test(written)) return undefined;
    const eol = lineEnding(written);
    const { start, indent } = statementStart(written, run.index + run[0].length);
    const routes = routesOn(app, written).map((line) => `${indent}${line}`);
    const services = /\bAddHealthChecks\(/.test(written) ? [] : [insertion(file, built.index, `${built[1] ?? ''}${builder}.Services.AddHealthChecks();${eol}`)];
    return [...services, insertion(file, start, routes.map((line) => `${line}${eol}`).join(''))];
  },
}, { port: dotnetPort, host: admittedHost });

function startupOf(data: unknown): string {
  const { dir } = data as { readonly dir: string };
  return dir === '' ? 'Startup.cs' : `${dir}/Startup.cs`;
}

/** The same in a Startup class: services are registered in one method, endpoints mapped in another. */
export const dotnetStartupHealth: Fix = withProbes({
  key: 'dotnet-startup-health',
  title: { en: 'Add health checks at /healthz and /readyz', ko: '/healthz와 /readyz 상태 확인 추가' },
  safety: 'review',
  applies: ({ data }, model) => (data as { readonly dotnet?: boolean } | null)?.dotnet === true && model.facts('dotnet.startup').some(({ file }) => file === startupOf(data)),
  edits({ finding: { data }, text }) {
    const file = startupOf(data);
    const written = text(file);
    const services = written === undefined ? null : registering.exec(written);
    const endpoints = written === undefined ? null : mapped.exec(written);
    if (written === undefined || !services || !endpoints) return undefined;
    const eol = lineEnding(written);
    const behind = ({ index, 0: whole }: RegExpExecArray): { readonly at: number; readonly indent: string } => {
      const at = index + whole.length;
      return { at, indent: /^[ \t]*/.exec(written.slice(at))?.[0] ?? '' };
    };
    const [register, map] = [behind(services), behind(endpoints)];
    const name = endpoints[1] ?? 'endpoints';
    const routes = routesOn(name, written);
    const added = /\bAddHealthChecks\(/.test(written) ? [] : [insertion(file, register.at, `${register.indent}${services[1] ?? 'services'}.AddHealthChecks();${eol}`)];
    return [...added, insertion(file, map.at, routes.map((line) => `${map.indent}${line}${eol}`).join(''))];
  },
}, { port: dotnetPort, host: admittedHost });
