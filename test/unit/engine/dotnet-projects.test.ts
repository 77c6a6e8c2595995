import assert from 'node:assert/strict';
import { clientProjects, projectFacts } from '../../../server/src/engine/dotnet-projects.js';
import { makePlan } from '../../../server/src/engine/plan.js';

interface Wanted {
  readonly sdk?: string;
  readonly output?: string;
  readonly packages?: readonly string[];
  readonly on?: readonly string[];
  readonly properties?: string;
}

function project({ sdk = 'Microsoft.NET.Sdk', output, packages = [], on = [], properties = '' }: Wanted): string {
  const items = [...packages.map((name) => `<PackageReference Include="${name}" Version="1.0.0" />`), ...on.map((path) => `<ProjectReference Include="${path}" />`)];
  return `<Project Sdk="${sdk}"><PropertyGroup>${output ? `<OutputType>${output}</OutputType>` : ''}${properties}</PropertyGroup><ItemGroup>${items.join('')}</ItemGroup></Project>`;
}

function left(projects: Readonly<Record<string, Wanted | string>>, images: readonly string[] = []): readonly string[] {
  const facts = Object.entries(projects).map(([path, each]) => [path, projectFacts(typeof each === 'string' ? each : project(each))] as const);
  return [...clientProjects(new Map(facts), (dir) => images.includes(dir))].sort();
}

const web: Wanted = { sdk: 'Microsoft.NET.Sdk.Web', on: ['..\\Shared\\Shared.csproj'] };

describe('projects of .NET that are no servers', () => {
  it('are desktop programs and agents beside a server, with the libraries that only they use', () => {
    assert.deepEqual(left({
      'Server/Server.csproj': web, 'Shared/Shared.csproj': {},
      'Agent/Agent.csproj': { output: 'Exe', packages: ['Microsoft.Extensions.Hosting.Systemd', 'Microsoft.AspNetCore.SignalR.Client'], on: ['..\\Shared\\Shared.csproj', '..\\Native\\Native.csproj'] },
      'Native/Native.csproj': {},
      'Desktop/Desktop.csproj': { output: 'WinExe', on: ['..\\Shared\\Shared.csproj'], properties: '<TargetFramework>net8.0-windows</TargetFramework>' },
    }), ['Agent', 'Desktop', 'Native']);
  });
  it('are command lines, mobile clients, pages of WebAssembly and the host of Aspire', () => {
    assert.deepEqual(left({
      'Server/Server.csproj': web, 'Shared/Shared.csproj': {}, 'Cli/Cli.csproj': { output: 'Exe' },
      'Phone/Phone.csproj': { output: 'Exe', properties: '<TargetFrameworks>net9.0-android;net9.0-ios</TargetFrameworks><UseMaui>true</UseMaui>' },
      'Pages/Pages.csproj': { sdk: 'Microsoft.NET.Sdk.BlazorWebAssembly' },
      'Host/Host.csproj': '<Project Sdk="Microsoft.NET.Sdk"><Sdk Name="Aspire.AppHost.Sdk" Version="9.0.0" /><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup><ProjectReference Include="../Server/Server.csproj" /></ItemGroup></Project>',
    }), ['Cli', 'Host', 'Pages', 'Phone']);
  });
  it('are not workers: what consumes, what works on shared data, what serves through a library, what has an image', () => {
    assert.deepEqual(left({
      'Server/Server.csproj': web, 'Shared/Shared.csproj': {}, 'Data/Data.csproj': { packages: ['Npgsql.EntityFrameworkCore.PostgreSQL'] },
      'Jobs/Jobs.csproj': { output: 'Exe', packages: ['Microsoft.Extensions.Hosting'], on: ['../Data/Data.csproj'] },
      'Mails/Mails.csproj': { output: 'Exe', packages: ['RabbitMQ.Client'] },
      'Timer/Timer.csproj': { sdk: 'Microsoft.NET.Sdk.Worker' },
      'Api.Host/Api.Host.csproj': { packages: ['Microsoft.AspNetCore.App'] }, 'Api/Api.csproj': { output: 'Exe', on: ['../Api.Host/Api.Host.csproj'] },
      'Batch/Batch.csproj': { output: 'Exe' },
    }, ['Batch']), []);
  });
  it('are not libraries that nothing names, nor any where no server stands among them', () => {
    assert.deepEqual(left({ 'Server/Server.csproj': web, 'Shared/Shared.csproj': {}, 'Plugins/Pay/Pay.csproj': {} }), []);
    assert.deepEqual(left({ 'Desk/Desk.csproj': { output: 'WinExe' }, 'Core/Core.csproj': {} }), []);
  });
  it('finds a library of the server whatever its path looks like', () => {
    const tool: Wanted = { output: 'Exe', on: ['../Core/Core.csproj'] };
    assert.deepEqual(left({ 'Web/Web.csproj': { sdk: 'Microsoft.NET.Sdk.Web', on: ['..\\core\\core.csproj'] }, 'Core/Core.csproj': {}, 'Cli/Cli.csproj': tool }), ['Cli']);
    assert.deepEqual(left({ 'Web/Web.csproj': { sdk: 'Microsoft.NET.Sdk.Web', on: ['$(Sources)Core/Core.csproj'] }, 'Core/Core.csproj': {}, 'Cli/Cli.csproj': tool }), ['Cli']);
    const old = '<Project><PropertyGroup><ProjectTypeGuids>{349c5851-65df-11da-9384-00065b846f21}</ProjectTypeGuids></PropertyGroup><ItemGroup><Reference Include="Core, Version=1.0.0.0"><HintPath>..\\lib\\Core.dll</HintPath></Reference></ItemGroup></Project>';
    assert.deepEqual(left({ 'Web/Web.csproj': old, 'Core/Core.csproj': {}, 'Cli/Cli.csproj': tool }), ['Cli']);
  });
  it('believes no comment and survives references in a circle', () => {
    assert.deepEqual(left({ 'A/A.csproj': `<!-- ${project(web)} --><Project Sdk="Microsoft.NET.Sdk"></Project>`, 'B/B.csproj': { output: 'Exe' } }), []);
    assert.deepEqual(left({ 'Web/Web.csproj': { sdk: 'Microsoft.NET.Sdk.Web', on: ['../A/A.csproj'] }, 'A/A.csproj': { on: ['../B/B.csproj'] }, 'B/B.csproj': { on: ['../A/A.csproj'] } }), []);
  });
  it('leave the plan with their sources and settings, while their images stay', () => {
    const paths = ['Server/Server.csproj', 'Server/Program.cs', 'Agent/Agent.csproj', 'Agent/Program.cs', 'Agent/appsettings.json', 'Tests/Tests.csproj'];
    const projects = new Map([['Server/Server.csproj', projectFacts(project(web))], ['Agent/Agent.csproj', projectFacts(project({ output: 'Exe' }))]]);
    assert.deepEqual(makePlan(paths, new Map(), () => false, projects).files.map(({ path }) => path).filter((path) => path.startsWith('Agent')), []);
    assert.ok(makePlan([...paths, 'Agent/Dockerfile'], new Map(), () => false, projects).files.some(({ path }) => path === 'Agent/Program.cs'));
  });
});
