import type { Model } from '../../contract/workspace.js';
import type {} from '../build/kinds.js';

const windows = /^(?:PresentationFramework|PresentationCore|System\.Windows\.Forms|Avalonia\w*|Microsoft\.WindowsAppSDK|Xamarin\.\w+|Microsoft\.Maui\.\w+)$/;
const tests = /^(?:Microsoft\.NET\.Test\.Sdk|xunit(?:\.v3)?|NUnit|MSTest(?:\.TestFramework)?|nunit\.framework|Microsoft\.VisualStudio\.(?:QualityTools\.UnitTestFramework|TestPlatform\.TestFramework)|BenchmarkDotNet|TUnit)$/;
/** What only a program needs that goes on answering or working: a host, a web server, a service, a bus. */
const serving = /^(?:Microsoft\.AspNetCore\b.*|Microsoft\.Extensions\.Hosting\b.*|Microsoft\.Azure\.(?:Functions|WebJobs)\b.*|Grpc\b.*|MassTransit\b.*|NServiceBus\b.*|Hangfire\b.*|Quartz\b.*|Topshelf\b.*|Microsoft\.Orleans\b.*|Akka\b.*|System\.ServiceProcess.*|System\.ServiceModel.*|EmbedIO|Nancy\b.*|Microsoft\.Owin\b.*|Owin|System\.Web\b.*|ServiceStack\b.*|Microsoft\.ServiceFabric\b.*|Dapr\b.*|Rebus\b.*|RabbitMQ\.Client|Confluent\.Kafka|SuperSocket\b.*|DotNetty\b.*)$/;
const serverSdk = /^(?:Microsoft\.NET\.Sdk\.(?:Web|Worker|Razor)|Aspire\b.*)/;

/** Folders of programs that are no servers, by model: rules ask for every finding. */
const known = new WeakMap<Model, Map<string, boolean>>();

/**
 * Whether the project around a path is a program that no replica of a server runs: one with windows, one for the browser,
 * tests, or a command-line tool. A project without a project file of .NET is judged by nothing.
 */
export function isNoDotnetServer(model: Model, path: string): boolean {
  const { dir, tool } = model.moduleOf(path);
  if (tool !== 'dotnet') return false;
  const byDir = known.get(model) ?? new Map<string, boolean>();
  known.set(model, byDir);
  const answer = byDir.get(dir) ?? judge(model, dir);
  byDir.set(dir, answer);
  return answer;
}

function judge(model: Model, dir: string): boolean {
  const builds = model.facts('build.module').filter((fact) => fact.module === dir && fact.value.tool === 'dotnet').map(({ value }) => value);
  const dependencies = builds.flatMap((build) => build.dependencies);
  const property = (name: string): string => builds.map(({ properties }) => properties[name]).find((value) => value !== undefined) ?? '';
  const [sdk, output] = [property('Sdk'), property('OutputType')];
  if (/BlazorWebAssembly|MSTest\.Sdk/.test(sdk) || dependencies.some((name) => tests.test(name))) return true;
  if (/^true$/i.test(property('UseWindowsForms')) || /^true$/i.test(property('UseWPF')) || /^winexe$/i.test(output)) return true;
  if (!/^exe$/i.test(output) || serverSdk.test(sdk)) return false;
  return dependencies.some((name) => windows.test(name)) || !dependencies.some((name) => serving.test(name));
}

/** Who starts these libraries reads their settings: a host of services, functions or roles. */
const hosted = /^(?:NServiceBus\.Host\b.*|Topshelf\b.*|Microsoft\.(?:WindowsAzure\.ServiceRuntime|Azure\.(?:Functions|WebJobs)\b.*|NET\.Sdk\.Functions)|System\.ServiceProcess.*)$/;

/**
 * Whether a path is the `App.config` of a library. A program reads its own settings alone; those beside a library are for
 * the tools of developers.
 */
export function isUnreadDotnetSetting(model: Model, path: string): boolean {
  if (!/(?:^|\/)app\.config$/i.test(path)) return false;
  const { dir, tool } = model.moduleOf(path);
  const builds = model.facts('build.module').filter((fact) => fact.module === dir && fact.value.tool === 'dotnet').map(({ value }) => value);
  const pages = ['Web.config', 'web.config'].some((name) => model.hasFile(dir === '' ? name : `${dir}/${name}`));
  if (tool !== 'dotnet' || builds.length === 0 || pages) return false;
  return builds.every(({ properties, dependencies }) => {
    const { Sdk: sdk = '', OutputType: output = '' } = properties;
    const isLibrary = /^library$/i.test(output) || (output === '' && sdk === 'Microsoft.NET.Sdk');
    return isLibrary && !serverSdk.test(sdk) && !dependencies.some((name) => hosted.test(name));
  });
}
