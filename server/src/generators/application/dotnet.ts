import { basename, dirname, extension, isInside, join } from '../../base/paths.js';
import type { Fact, Model } from '../../contract/workspace.js';
import type { Localized } from '../../contract/words.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type {} from '../../facts/config-kinds.js';
import { isNoDotnetServer } from '../../facts/dotnet/program.js';
import type {} from '../../facts/dotnet/listen.js';
import { pinFor } from '../../facts/runtime-pin.js';
import { assemblyOf, dotnetDockerfile, dotnetUser, hasAccount, type DotnetProject } from '../dockerfile/dotnet.js';
import { exposedPort, isKorean, versionNumber, writesFiles } from '../dockerfile/evidence.js';
import { relative, type Layout } from '../dockerfile/layout.js';
import { appUser } from '../dockerfile/parts.js';
import type { Application, Platform, Port, Refusal, RuntimeChoice } from './kinds.js';

interface DotnetApplication extends Application {
  readonly project: DotnetProject;
}

type Project = Fact<'build.module'>;

const web = /^Microsoft\.NET\.Sdk\.(?:Web|Razor)$/;
const worker = /^Microsoft\.NET\.Sdk\.Worker$/;
const hosts = /^(?:Microsoft\.Extensions\.Hosting\b.*|MassTransit\b.*|Quartz\b.*|Hangfire\b.*|RabbitMQ\.Client|Confluent\.Kafka|NServiceBus\b.*|Grpc\.AspNetCore\b.*)$/;

function projects(model: Model): readonly Project[] {
  return model.facts('build.module').filter((fact) => fact.value.tool === 'dotnet' && /proj$/.test(extension(fact.file)));
}

/** The frameworks that a project is built for, with what its folders share. */
function frameworks(model: Model, { file, value }: Project): readonly string[] {
  const shared = model.facts('dotnet.shared-properties').filter((fact) => isInside(file, dirname(fact.file))).sort((a, b) => dirname(b.file).length - dirname(a.file).length)[0];
  return (value.properties['TargetFramework'] ?? shared?.value.targetFramework ?? '').split(';').map((each) => each.trim()).filter((each) => each !== '' && !each.includes('$('));
}

/** `net8.0` is 8.0, `netcoreapp3.1` is 3.1; `undefined` for frameworks that only Windows or libraries have. */
function coreVersion(framework: string): string | undefined {
  return /^net(?:coreapp)?(\d+\.\d+)$/.exec(framework)?.[1];
}

function isOldFramework(framework: string): boolean {
  return /^(?:v[1-4]\.\d|net[1-4]\d{1,2}$)/.test(framework);
}

function newestOf(found: readonly string[]): string | undefined {
  return found.filter((each) => coreVersion(each) !== undefined).sort((a, b) => (versionNumber(coreVersion(b)) ?? 0) - (versionNumber(coreVersion(a)) ?? 0))[0];
}

type Role = 'web' | 'worker' | 'program';

/** What a project is started as; libraries and tests are nothing. */
function roleOf(model: Model, { file, value }: Project): Role | undefined {
  const { Sdk: sdk = '', OutputType: output = '' } = value.properties;
  if (/^library$/i.test(output) || /^winexe$/i.test(output) || /(?:^|[./])(?:Tests?|UnitTests?|IntegrationTests?|Benchmarks?|Specs?)\.\w+proj$/i.test(file)) return undefined;
  if (/Sdk\.Razor$/.test(sdk)) return undefined;
  const aspnet = value.dependencies.some((name) => /^Microsoft\.AspNetCore(?:\.App|\.All|\.Server\.Kestrel)?$/.test(name));
  const tests = value.dependencies.includes('Microsoft.NET.Test.Sdk');
  if (tests || /Aspire\.AppHost/.test(sdk) || value.dependencies.includes('Aspire.Hosting.AppHost')) return undefined;
  if (web.test(sdk) || (aspnet && /^exe$/i.test(output))) return 'web';
  if (worker.test(sdk)) return 'worker';
  if (!/^exe$/i.test(output)) return undefined;
  if (value.dependencies.some((name) => hosts.test(name))) return 'worker';
  return isNoDotnetServer(model, file) && (value.properties['UseWPF'] ?? value.properties['UseWindowsForms']) !== undefined ? undefined : 'program';
}

/** The project files that a project is built from, its own first. */
function builtFrom(model: Model, project: Project): readonly string[] {
  const all = new Map(projects(model).map((each) => [each.file.toLowerCase(), each]));
  const seen: Project[] = [];
  for (const open = [project]; open.length > 0;) {
    const next = open.pop();
    if (!next || seen.includes(next)) continue;
    seen.push(next);
    open.push(...next.value.modules.flatMap((path) => all.get((join(dirname(next.file), path) ?? '').toLowerCase()) ?? []));
  }
  return [project.file, ...seen.slice(1).map(({ file }) => file).sort()];
}

/** Folder that holds all of some paths. */
function common(paths: readonly string[]): string {
  const [first = '', ...rest] = paths.map(dirname);
  return rest.reduce((dir, other) => {
    let at = dir;
    while (!isInside(other, at)) at = dirname(at);
    return at;
  }, first);
}

const sharedNames = /(?:^|\/)(?:global\.json|nuget\.config|Directory\.(?:Build|Packages)\.(?:props|targets)|packages\.lock\.json)$/i;

function layoutIn(model: Model, project: Project, from: readonly string[], several: boolean): { readonly layout: Layout; readonly shared: readonly string[] } {
  const dir = dirname(project.file);
  const { application } = model.moduleOf(project.file);
  // What a folder shares holds for all projects below it, and restoring reads it.
  const shared = model.files.filter((file) => sharedNames.test(file) && isInside(dirname(file), application) && from.some((each) => isInside(each, dirname(file)))).sort();
  const context = common([...from, ...shared]);
  const place = several || context === dir ? dir : context;
  return { layout: { context, module: relative(dir, context), dockerfile: join(place, 'Dockerfile') ?? 'Dockerfile', manifests: from.map((file) => relative(file, context)) }, shared };
}

function portOf(model: Model, dir: string, context: string, version: string): Port {
  const coded = model.facts('dotnet.listen').find((fact) => isInside(fact.file, dir));
  const env = coded?.value.env === undefined ? {} : { env: coded.value.env };
  if (coded?.value.port !== undefined) return { port: coded.value.port, source: basename(coded.file), ...env };
  const settings = model.facts('config.property').filter((fact) => isInside(fact.file, dir) && fact.value.profile === undefined && /^(?:Urls|Kestrel[:.]Endpoints[:.]\w+[:.]Url)$/i.test(fact.value.key));
  for (const fact of settings) {
    const port = Number(/^http:\/\/[^/]*?:(\d{2,5})/.exec(fact.value.value)?.[1]);
    if (port > 0 && port < 65536) return { port, source: basename(fact.file), ...env };
  }
  return { ...(exposedPort(model, dir, context) ?? { port: 8080, source: hasAccount(version) ? undefined : 'ASPNETCORE_URLS' }), ...env };
}

function versionOf(model: Model, project: Project): { readonly choice: RuntimeChoice; readonly framework: string | undefined } | undefined {
  const found = frameworks(model, project);
  const newest = newestOf(found);
  const version = newest === undefined ? undefined : coreVersion(newest);
  if (version !== undefined) return { choice: { version, reason: `.NET ${version}: ${basename(project.file)} is built for ${newest ?? ''}`, known: true }, framework: found.length > 1 ? newest : undefined };
  return found.length > 0 ? undefined : { choice: { version: '10.0', reason: '.NET 10.0', known: false }, framework: undefined };
}

/** The SDK of the framework, or a newer one that `global.json` asks for. */
function sdkFor(model: Model, dir: string, version: string): string {
  const pinned = /^\d+\.\d+/.exec(pinFor(model, dir, 'dotnet')?.version ?? '')?.[0];
  return pinned !== undefined && (versionNumber(pinned) ?? 0) > (versionNumber(version) ?? 0) ? pinned : version;
}

function describe(model: Model, project: Project, role: Role, several: boolean): DotnetApplication | undefined {
  const chosen = versionOf(model, project);
  if (!chosen) return undefined;
  const { choice, framework } = chosen;
  const dir = dirname(project.file);
  const from = builtFrom(model, project);
  const { layout, shared } = layoutIn(model, project, from, several);
  const { value } = project;
  return {
    project: { file: project.file, image: role === 'web' ? 'aspnet' : 'runtime', sdk: sdkFor(model, dir, choice.version), framework, projects: from, shared },
    dir, name: value.name.includes('$(') ? basename(project.file).replace(/\.\w+$/, '') : value.name, platform: 'dotnet', kind: role === 'web' ? 'aspnet' : role === 'worker' ? 'worker' : 'dotnet',
    runtime: choice, start: ['dotnet', assemblyOf(project.file, value.name)], startKnown: true, port: portOf(model, dir, layout.context, choice.version), ...(role === 'web' ? {} : { serves: false as const }),
    user: hasAccount(choice.version) ? dotnetUser : appUser, writable: writesFiles(model, dir) ? ['/app'] : [], korean: isKorean(model, dir, value), layout,
  };
}

function all(model: Model, wanted: readonly Role[]): readonly DotnetApplication[] {
  const started = projects(model).flatMap((project) => { const role = roleOf(model, project); return role ? [{ project, role }] : []; });
  const servers = started.filter(({ role }) => role !== 'program');
  return started.filter(({ role }) => wanted.includes(role)).flatMap(({ project, role }) => describe(model, project, role, servers.length > 1) ?? []);
}

function isWebProject(value: BuildModule): boolean {
  return /349c5851-65df-11da-9384-00065b846f21/i.test(value.properties['ProjectTypeGuids'] ?? '') || value.dependencies.some((name) => /^(?:System\.Web(?:\.Mvc)?|Microsoft\.AspNet\.(?:Mvc|WebApi)(?:\.\w+)?)$/.test(name));
}

/** Programs of the old framework, which no image for Linux runs. */
function refused(model: Model): readonly Refusal[] {
  return projects(model).filter((project) => frameworks(model, project).some(isOldFramework) && newestOf(frameworks(model, project)) === undefined && isWebProject(project.value)).map((project): Refusal => {
    const name = basename(project.file);
    return {
      dir: dirname(project.file),
      reason: {
        en: `${name} is built for the .NET Framework, which only Windows containers run. Upgrade it to .NET (the .NET Upgrade Assistant helps), or build an image from mcr.microsoft.com/dotnet/framework/aspnet:4.8 on Windows nodes.`,
        ko: `${name}은(는) .NET Framework용이며 Windows 컨테이너에서만 실행됩니다. .NET Upgrade Assistant를 사용해 .NET으로 업그레이드하거나, Windows 노드에서 mcr.microsoft.com/dotnet/framework/aspnet:4.8 이미지를 기반으로 빌드하세요.`,
      } satisfies Localized,
    };
  });
}

export const dotnet: Platform = {
  name: 'dotnet',
  find: (model) => all(model, ['web', 'worker']),
  programs: (model) => all(model, ['program']),
  dockerfile: (model, application) => dotnetDockerfile(model, (application as DotnetApplication).project, application),
  ignored: () => ['**/bin', '**/obj', '**/.vs', '**/*.user', '**/TestResults', '**/node_modules'],
  notes: () => [],
  refused,
};
