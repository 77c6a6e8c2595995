import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { pinFor } from '../../facts/runtime-pin.js';
import type { Application } from '../application/kinds.js';
import type { FrontEnd } from './front-end.js';
import { debianOf } from './node.js';
import { packageManagerOf, setupFor } from './node-packages.js';
import { nodeFor } from './node-version.js';
import { copy, exposeLines, json, localeLines, render, run, userLine, type Section } from './parts.js';

/** Uid and gid of the account in the image of nginx without rights. */
export const nginxUser = 101;

/** Files that are handed out as they are, or the front end that is built into them. */
export interface StaticSite {
  readonly module: BuildModule | undefined;
  readonly frontEnd: FrontEnd | undefined;
  /** Folder of the pages where nothing is built, relative to the context. */
  readonly pages: string;
  readonly routed: boolean;
}

function buildStage(model: Model, { module, frontEnd }: StaticSite, { layout, dir }: Application): readonly Section[] {
  if (!module || !frontEnd) return [];
  const root = effectiveModule(model, layout.context) ?? module;
  const manager = packageManagerOf(model, layout.context, root);
  const { major, reason } = nodeFor(module.nodeEngine ?? root.nodeEngine, pinFor(model, dir, 'node'));
  const top = layout.manifests.filter((path) => !path.includes('/'));
  const below = layout.manifests.filter((path) => path.includes('/'));
  const installs = ['preinstall', 'install', 'postinstall', 'prepare'].some((name) => root.scripts[name] !== undefined);
  return [
    [`# Build. ${reason}.`, `FROM node:${debianOf(major)} AS build`, 'WORKDIR /app'],
    [
      `# Dependencies first: this layer is reused until ${manager.locked ? 'the lock file' : 'package.json'} changes.`,
      ...(manager.locked ? [] : ['# TODO: commit a lock file; without one every build may install other versions.']), ...manager.todo,
      copy([...top, ...manager.files], './'), ...below.map((path) => copy([path], path)), ...run([...setupFor(manager, major), installs ? manager.installWithoutScripts : manager.install], [manager.mount]),
    ],
    ['# Variables such as VITE_API_URL are written into the files here, not when the container starts.', copy(['.'], '.'), ...run([...(installs ? [manager.rebuild] : []), manager.runs(frontEnd.script, layout.module === '' ? undefined : { dir: layout.module, name: module.name })])],
  ];
}

/** How nginx finds a file for a path, and how long browsers may keep it. */
function serverSection(routed: boolean): Section {
  const lines = [
    'server {', '    listen 8080;', '    root /usr/share/nginx/html;', '    index index.html;', '    gzip on;', '    gzip_types text/css application/javascript application/json image/svg+xml;',
    ...(routed ? ['    location / { try_files $uri $uri/ /index.html; }'] : ['    location / { try_files $uri $uri/ $uri.html =404; }']), '}',
  ];
  return [
    routed ? '# A router in the browser reads the path, so a path without a file is answered with the first page.' : '# A path without a file is answered with 404.',
    ...run([`printf '%s\\n' ${lines.map((line) => `"${line.replace(/["$`\\]/g, '\\$&')}"`).join(' ')} > /etc/nginx/conf.d/default.conf`]),
  ];
}

/** A Dockerfile for files that nginx hands out. */
export function staticDockerfile(model: Model, site: StaticSite, application: Application): string {
  const { layout, runtime, port, korean, start } = application;
  const { frontEnd, pages } = site;
  const built = frontEnd && `/app/${join(layout.module, frontEnd.output) ?? frontEnd.output}/`;
  return render([
    ['# syntax=docker/dockerfile:1'],
    ...buildStage(model, site, application),
    ['# Run: a web server that needs no rights.', `FROM nginxinc/nginx-unprivileged:${runtime.version}`],
    serverSection(site.routed),
    korean ? localeLines(true) : [],
    [built === undefined ? copy([pages === '' ? '.' : `${pages}/`], '/usr/share/nginx/html/') : copy([built], '/usr/share/nginx/html/', '--from=build')],
    userLine(model.settings.target, nginxUser),
    exposeLines(port.port, 'The port that nginx is set to above'),
    [`CMD ${json(start)}`],
  ]);
}
