import { basename, dirname } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { Application } from '../application/kinds.js';
import { writesFiles } from './evidence.js';
import { relative } from './layout.js';
import { appUser, copy, environmentLines, exposeLines, json, localeLines, render, run, shell, userLine, userSection } from './parts.js';
import { toolSection, toolsOf } from './tools.js';

/** Uid of the account `app` (`$APP_UID`) in the images of .NET 8 and later. */
export const dotnetUser = 1654;

/** A project of .NET as its Dockerfile is written from it. */
export interface DotnetProject {
  /** Path of the project file. */
  readonly file: string;
  /** `aspnet` for what answers requests by ASP.NET Core, `runtime` for everything else. */
  readonly image: 'aspnet' | 'runtime';
  /** Release of the SDK, which may be newer than that of the framework. */
  readonly sdk: string;
  /** The framework to publish for, where the project names several. */
  readonly framework: string | undefined;
  /** Project files that it is built from, its own first, and settings for all of them. */
  readonly projects: readonly string[];
  readonly shared: readonly string[];
}

/** Whether the images have an account without rights, and listen above 1024. */
export function hasAccount(version: string): boolean {
  return Number(version.split('.')[0]) >= 8;
}

/** A Dockerfile for a project of .NET. */
export function dotnetDockerfile(model: Model, { file, image, sdk, framework, projects, shared }: DotnetProject, application: Application): string {
  const { target } = model.settings;
  const { layout: { context }, runtime: { version, reason, known }, port, korean, dir } = application;
  const own = hasAccount(version);
  const user = own ? dotnetUser : appUser;
  const isWritten = writesFiles(model, dir);
  const lost = 'The program writes files below its folder; they are lost with the container unless a volume is mounted there.';
  const group = target === 'openshift' ? 0 : user;
  const path = relative(file, context);
  const cache = ['type=cache,target=/root/.nuget/packages'];
  const framed = framework === undefined ? '' : ` -f ${framework}`;
  const inContext = (each: string): string => relative(each, context);
  const folders = [...new Set(shared.map(dirname))].sort();
  const account = own
    ? (isWritten ? [`# ${lost}`, ...run([`chown ${user}:${group} /app`, ...(target === 'openshift' ? ['chmod g=u /app'] : [])])] : [])
    : userSection(target, isWritten ? { paths: ['/app'], reason: lost } : undefined, '/app');
  return render([
    ['# syntax=docker/dockerfile:1', ...(known ? [] : ['# TODO: no project file names a framework; check that this release fits.'])],
    [`# Build. ${reason}.`, `FROM mcr.microsoft.com/dotnet/sdk:${sdk} AS build`, 'WORKDIR /src'],
    [
      '# Packages first: this layer is reused until a project file changes.',
      ...folders.map((folder) => copy(shared.filter((each) => dirname(each) === folder).map(inContext), folder === context ? './' : `${inContext(folder)}/`)),
      ...projects.map((each) => copy([inContext(each)], dirname(inContext(each)) === '' ? './' : `${dirname(inContext(each))}/`)),
      ...run([`dotnet restore ${shell(path)}`], cache),
    ],
    [copy(['.'], '.'), ...run([`dotnet publish ${shell(path)} -c Release -o /out --no-restore -p:UseAppHost=false${framed}`], cache)],
    ['# Run: the runtime without the SDK.', `FROM mcr.microsoft.com/dotnet/${image}:${version}`, 'WORKDIR /app'],
    toolSection(toolsOf(model, dir, context)),
    account,
    localeLines(korean),
    application.serves === false ? [] : environmentLines(own ? { ASPNETCORE_HTTP_PORTS: String(port.port), ...(port.env === undefined ? {} : { [port.env]: String(port.port) }) } : { ASPNETCORE_URLS: `http://+:${port.port}`, ...(port.env === undefined ? {} : { [port.env]: String(port.port) }) }),
    [`COPY ${isWritten ? `--chown=${user}:${group} ` : ''}--from=build /out/ ./`],
    own ? ['# The account of the image ($APP_UID) as a number, so that Kubernetes can verify runAsNonRoot.', `USER ${user}:${target === 'openshift' ? 0 : user}`] : userLine(target),
    application.serves === false ? [] : exposeLines(port.port, port.source === undefined ? 'The default port of the images of .NET 8 and later' : `The port that ${port.source} names`),
    [`ENTRYPOINT ${json(application.start)}`],
  ]);
}

/** Name of what a project file is compiled to. */
export function assemblyOf(file: string, name: string): string {
  return `${name === '' || name.includes('$(') ? basename(file).replace(/\.\w+$/, '') : name}.dll`;
}
