import assert from 'node:assert/strict';
import { applications, refusals } from '../../../server/src/generators/application/find.js';
import { scan } from '../../harness/run.js';
import { describeImages, dockerfile, found, generate, openshift } from './golden.js';
import type { Files } from './workspaces.js';

const csproj = (sdk: string, framework: string, items = '', properties = ''): string => `<Project Sdk="Microsoft.NET.Sdk${sdk}">\n  <PropertyGroup>\n    <TargetFramework>${framework}</TargetFramework>${properties}\n  </PropertyGroup>\n  <ItemGroup>${items}</ItemGroup>\n</Project>\n`;
const program = 'var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.MapGet("/healthz", () => "ok");\napp.Run();\n';

const solution: Files = {
  'Shop.sln': '', 'global.json': '{"sdk":{"version":"10.0.100"}}', 'Directory.Packages.props': '<Project/>',
  'src/Shop.Web/Shop.Web.csproj': csproj('.Web', 'net10.0', '<ProjectReference Include="..\\Shop.Core\\Shop.Core.csproj" />'), 'src/Shop.Web/Program.cs': program,
  'src/Shop.Core/Shop.Core.csproj': csproj('', 'net10.0'), 'tests/Shop.Tests/Shop.Tests.csproj': csproj('', 'net10.0', '<PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.0.0" />'),
};

const workspaces: Readonly<Record<string, Files>> = {
  'dotnet-web': { 'Shop.csproj': csproj('.Web', 'net10.0'), 'Program.cs': program },
  'dotnet-solution': solution,
  'dotnet-openshift': { ...openshift, 'Shop.csproj': csproj('.Web', 'net10.0', '', '\n    <AssemblyName>Shop.Api</AssemblyName>'), 'Program.cs': program.replace('app.Run()', 'app.Run("http://0.0.0.0:5005")'), 'appsettings.json': '{"Greeting":"안녕하세요"}' },
};

describe('Dockerfile generator for .NET', () => {
  describeImages(workspaces);
  describeImages({ 'dotnet-worker': { 'Mail.csproj': csproj('.Worker', 'net10.0'), 'Program.cs': 'Host.CreateApplicationBuilder(args).Build().Run();\n' } }, false);

  it('reads ports from code and settings', async () => {
    const port = async (code: string, settings = '{}'): Promise<unknown> => (await found({ 'Shop.csproj': csproj('.Web', 'net10.0'), 'Program.cs': code, 'appsettings.json': settings }))[0]?.port;
    assert.deepEqual(await port(program), { port: 8080, source: undefined });
    assert.deepEqual(await port('builder.WebHost.UseUrls("http://*:5001");\n'), { port: 5001, source: 'Program.cs' });
    assert.deepEqual(await port('var app = b.Build();\napp.Urls.Add($"http://+:{Environment.GetEnvironmentVariable("PORT") ?? "3000"}");\n'), { port: 3000, source: 'Program.cs', env: 'PORT' });
    assert.deepEqual(await port(program, '{"Kestrel":{"Endpoints":{"Http":{"Url":"http://*:5010"}}}}'), { port: 5010, source: 'appsettings.json' });
  });

  it('believes the Dockerfile so far where code and settings leave the port open', async () => {
    const port = async (exposed: string): Promise<unknown> => (await found({ 'Shop.csproj': csproj('.Web', 'net10.0'), 'Program.cs': 'var builder = WebApplication.CreateBuilder(args);\nbuilder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(Settings.Port));\nbuilder.Build().Run();\n', Dockerfile: `FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY out /app\nWORKDIR /app\nEXPOSE ${exposed}\nENTRYPOINT ["dotnet", "Shop.dll"]\n` }))[0]?.port;
    assert.deepEqual(await port('5000'), { port: 5000, source: 'Dockerfile' });
    assert.deepEqual(await port('22 3000'), { port: 3000, source: 'Dockerfile' });
    assert.deepEqual(await port('5000 6000'), { port: 8080, source: undefined });
  });

  it('takes the newest of several frameworks, and those that folders share', async () => {
    const several = await generate({ 'Shop.csproj': csproj('.Web', 'net8.0').replace('TargetFramework>', 'TargetFrameworks>').replace('</TargetFramework>', '</TargetFrameworks>').replace('net8.0', 'net8.0;net10.0') });
    assert.match(several.files[0]?.text ?? '', /^FROM mcr\.microsoft\.com\/dotnet\/aspnet:10\.0$/m);
    assert.match(several.files[0]?.text ?? '', / -f net10\.0$/m);
    const [shared] = await found({ 'Directory.Build.props': '<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>', 'web/Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>' });
    assert.equal(shared?.runtime.version, '10.0');
  });

  it('restores with what each folder shares, where it lies', async () => {
    const text = await dockerfile({
      ...solution, 'src/Directory.Build.props': '<Project/>', 'src/Shop.Core/Directory.Build.targets': '<Project/>', 'tests/Directory.Build.props': '<Project/>',
    });
    assert.match(text, /^COPY Directory\.Packages\.props global\.json \.\/\nCOPY src\/Directory\.Build\.props src\/\nCOPY src\/Shop\.Core\/Directory\.Build\.targets src\/Shop\.Core\/\nCOPY src\/Shop\.Web\/Shop\.Web\.csproj/m);
    assert.doesNotMatch(text, /COPY tests/);
  });

  it('installs the programs that the code starts', async () => {
    const text = await dockerfile({ 'Shop.csproj': csproj('.Web', 'net10.0'), 'Program.cs': program, 'Preview.cs': 'using System.Diagnostics;\n\npublic class Preview\n{\n    public void Of(string file) => Process.Start("convert", file);\n}\n' });
    assert.match(text, /--no-install-recommends imagemagick=8:6\.\* \\/);
  });

  it('makes an account and names the port for images before .NET 8', async () => {
    const text = await dockerfile({ 'Shop.csproj': csproj('.Web', 'net6.0'), 'Program.cs': program });
    assert.match(text, /^USER 10001:10001$/m);
    assert.match(text, /^ENV ASPNETCORE_URLS="http:\/\/\+:8080"$/m);
  });

  it('says that a release gets no updates any more', async () => {
    const image = await generate({ 'Shop.csproj': csproj('.Web', 'net6.0'), 'Program.cs': program });
    assert.ok(image.notes.some(({ en }) => en.startsWith('.NET 6.0 has had no security updates since 2024-11-12')));
  });

  it('says what becomes of the .NET Framework instead of writing an image', async () => {
    const files = { 'Shop/Shop.csproj': '<Project><PropertyGroup><TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion><ProjectTypeGuids>{349c5851-65df-11da-9384-00065b846f21}</ProjectTypeGuids></PropertyGroup><ItemGroup><Reference Include="System.Web" /></ItemGroup></Project>' };
    const { conclusion: { model } } = await scan(new Map(Object.entries(files)));
    assert.deepEqual(applications(model, ''), []);
    assert.match(refusals(model, '')[0]?.reason.en ?? '', /Shop\.csproj is built for the \.NET Framework/);
    assert.match(refusals(model, '')[0]?.reason.ko ?? '', /Windows 컨테이너/);
  });

  it('offers nothing for libraries, tests and windows, and console programs only where nothing serves', async () => {
    assert.deepEqual(await found({ 'Lib.csproj': csproj('', 'net10.0') }), []);
    assert.deepEqual(await found({ 'Desk.csproj': csproj('', 'net10.0-windows', '', '<OutputType>WinExe</OutputType>') }), []);
    const tool = { 'Tool/Tool.csproj': csproj('', 'net10.0', '', '<OutputType>Exe</OutputType>') };
    assert.deepEqual((await found(tool)).map(({ dir, serves }) => [dir, serves]), [['Tool', false]]);
    assert.deepEqual((await found({ ...solution, ...tool })).map(({ dir }) => dir), ['src/Shop.Web']);
  });

  it('quotes names with spaces and Korean letters', async () => {
    const text = await dockerfile({ '주문 서버/주문 서버.csproj': csproj('.Web', 'net10.0'), '공통/공통.csproj': csproj('', 'net10.0') });
    assert.match(text, /^RUN .*\n? *dotnet restore '주문 서버\.csproj'$/m);
    assert.match(text, /^ENTRYPOINT \["dotnet", "주문 서버\.dll"\]$/m);
  });
});
