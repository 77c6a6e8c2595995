import type { Fact, Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type { Application } from '../application/kinds.js';
import { writesFiles } from './evidence.js';
import { appUser, aptSection, copy, environmentLines, exposeLines, json, localeLines, render, run, shell, userLine, userSection, type Section } from './parts.js';
import { buildHeaders, runtimeLibraries } from './python-libraries.js';
import type { PythonInstaller } from './python-packages.js';
import { assetsPackage, assetsStage } from './assets.js';
import { belongs, djangoSettings, type PythonStart } from './python-start.js';

/** What is known of a Python project, as its Dockerfile is written from it. */
export interface PythonProject {
  readonly application: Application;
  readonly start: PythonStart;
  readonly installer: PythonInstaller;
  readonly builds: readonly BuildModule[];
}

/** Folder of a path of the project in the image. */
function inImage(path: string): string {
  return path === '' ? '/app' : `/app/${path}`;
}

function installSection({ installer, start }: PythonProject): Section {
  const server = start.missing === undefined ? [] : [`pip install ${start.missing}`];
  const files = [...new Set(installer.files)];
  const root = files.filter((path) => !path.includes('/'));
  const below = files.filter((path) => path.includes('/'));
  const commands = [...installer.install, ...server];
  if (commands.length === 0) return [];
  return [
    ...(files.length === 0 ? [] : [`# Dependencies first: this layer is reused until ${installer.locked ? 'their list' : files[0] ?? ''} changes.`]),
    ...(installer.locked ? [] : ['# TODO: commit a lock file; without one every build may install other versions.']),
    ...(start.missing === undefined ? [] : [`# The dependencies name no server for production: ${start.missing} is added here. Better list it with the others.`]),
    ...(root.length === 0 ? [] : [copy(root, './')]),
    ...below.map((path) => copy([path], path)),
    ...run(commands, installer.mounts),
  ];
}

function settingsOf(model: Model, dir: string, key: string): readonly Fact<'python.setting'>[] {
  return model.facts('python.setting').filter((fact) => fact.value.key === key && fact.value.stage !== 'development' && fact.value.stage !== 'test' && belongs(model, fact.file, dir));
}

/** Variables by which Django starts with the settings for users, where its own modules name those of developers. */
export function settingsEnvironment(model: Model, dir: string): Readonly<Record<string, string>> {
  const { named, chosen } = djangoSettings(model, dir) ?? {};
  return chosen === undefined || chosen === named ? {} : { DJANGO_SETTINGS_MODULE: chosen };
}

/** Gathers what browsers are sent, where the settings say where to. */
function staticCommand(model: Model, { application: { dir, kind }, start }: PythonProject): Section {
  if (kind !== 'django' || settingsOf(model, dir, 'STATIC_ROOT').length === 0) return [];
  const manage = start.path === '' ? 'manage.py' : `${start.path}/manage.py`;
  const needed = [...new Set(settingsOf(model, dir, 'SECRET_KEY').flatMap(({ value }) => (value.from === 'environment' && value.setting !== undefined && /^\w+$/.test(value.setting) ? [value.setting] : [])))].sort();
  const named = djangoSettings(model, dir);
  const settings = named?.chosen ?? named?.named;
  const variables = [...(settings === undefined ? [] : [`DJANGO_SETTINGS_MODULE=${shell(settings)}`]), ...needed.map((name) => `${name}=not-used-to-run`)];
  return [
    '# Static files are gathered once, not at every start.',
    ...run([`${variables.length === 0 ? '' : `${variables.join(' ')} `}python ${shell(manage)} collectstatic --noinput`]),
  ];
}

/** What the front end beside the program builds lies among its sources, wherever the program looks for it. */
function sourcesSection(model: Model, { application: { dir, layout } }: PythonProject): Section {
  return hasAssets(model, dir, layout.context) ? ['# The sources with what the stage above built for browsers.', 'COPY --from=assets /app/ ./'] : [copy(['.'], '.')];
}

function hasAssets(model: Model, dir: string, context: string): boolean {
  return dir === context && assetsPackage(model, dir) !== undefined;
}

function buildStage(model: Model, project: PythonProject): readonly Section[] {
  const { application, installer, builds } = project;
  const { names, packages } = buildHeaders(builds);
  return [
    [
      `# Build. ${application.runtime.reason}.`, '# This variant has the compilers and headers for packages without a wheel.', `FROM python:${application.runtime.version}-bookworm AS build`, 'WORKDIR /app',
      ...environmentLines({ PATH: '/opt/venv/bin:$PATH', VIRTUAL_ENV: '/opt/venv', PIP_DISABLE_PIP_VERSION_CHECK: '1', ...installer.environment }),
      'RUN python -m venv /opt/venv',
    ],
    aptSection(`Headers for ${names.join(', ')}.`, packages),
    installSection(project),
    [...sourcesSection(model, project), ...(installer.project.length === 0 ? [] : run(installer.project, installer.mounts))],
    staticCommand(model, project),
  ];
}

/** Variables of the process; `PATH` makes the environment's programs the ones that are found. */
function runEnvironment(model: Model, { application: { port, dir, kind }, start }: PythonProject): readonly string[] {
  const settings = kind === 'django' ? djangoSettings(model, dir) : undefined;
  return [
    ...(settings && settings.chosen === undefined ? [`# TODO: the program starts with the settings ${settings.named}, which are for development; set DJANGO_SETTINGS_MODULE to those for users.`] : []),
    '# Output is not held back, so that the last lines before an end are in the log.',
    ...environmentLines({
      PATH: '/opt/venv/bin:$PATH', PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', ...(kind === 'django' ? settingsEnvironment(model, dir) : {}),
      ...(start.path === '' ? {} : { PYTHONPATH: inImage(start.path) }),
      ...(start.serves && port.env !== undefined ? { [port.env]: String(port.port) } : {}),
    }),
  ];
}

/** A Dockerfile for a Python project: an environment that one stage fills and the other runs. */
export function pythonDockerfile(model: Model, project: PythonProject): string {
  const { application, start, installer, builds } = project;
  const { target } = model.settings;
  const { dir, runtime, port } = application;
  const { names, packages } = runtimeLibraries(builds);
  const isWritten = writesFiles(model, dir);
  const writable = isWritten ? { paths: ['/app'], reason: 'The program writes files below its folder; they are lost with the container unless a volume is mounted there.' } : undefined;
  const owner = isWritten ? `--chown=${appUser}:${target === 'openshift' ? 0 : appUser} ` : '';
  return render([
    ['# syntax=docker/dockerfile:1', ...(runtime.known ? [] : ['# TODO: nothing names a release of Python; check that this one fits.']), ...installer.todo],
    ...(hasAssets(model, dir, application.layout.context) ? [assetsStage(model, dir, [], '', ["find . -name node_modules -type d -prune -exec rm -rf '{}' +"])] : []),
    ...buildStage(model, project),
    ['# Run: the same Debian without compilers.', `FROM python:${runtime.version}-slim-bookworm`, 'WORKDIR /app'],
    aptSection(`What ${names.join(', ')} ${names.length === 1 ? 'loads' : 'load'} while the program runs.`, packages),
    userSection(target, writable, '/app'),
    localeLines(application.korean),
    runEnvironment(model, project),
    ['COPY --from=build /opt/venv/ /opt/venv/', `COPY ${owner}--from=build /app/ ./`],
    userLine(target),
    ...(start.serves ? [exposeLines(port.port, port.source ? `The port that ${port.source} names` : start.words[0] === 'python' ? 'TODO: nothing tells the port; 8000 is only the usual one' : 'The port that the command below listens on')] : []),
    [...(start.known ? [] : ['# TODO: nothing tells for sure how the program starts in production.']), `CMD ${json(start.words)}`],
  ]);
}
