import { basename, isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type { Layout } from './layout.js';
import { relative } from './layout.js';
import { shell } from './parts.js';

/** How the dependencies of a Python project get into the environment at `/opt/venv`. */
export interface PythonInstaller {
  readonly name: 'pip' | 'uv' | 'poetry' | 'pipenv' | 'pdm' | 'none';
  /** Files that the installation of dependencies reads, relative to the context. */
  readonly files: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Installs the dependencies; nothing of the project itself is there yet. */
  readonly install: readonly string[];
  /** Installs the project itself, where it is a package. */
  readonly project: readonly string[];
  readonly mounts: readonly string[];
  /** False when a rebuild may take other versions. */
  readonly locked: boolean;
  /** Lines about what has to be decided. */
  readonly todo: readonly string[];
}

const pipCache = 'type=cache,target=/root/.cache/pip';
/** Versions of the tools that install; each runs on every release of Python that is supported. */
const tools = { uv: 'uv==0.8.24', poetry: 'poetry==2.1.4', pipenv: 'pipenv==2024.4.1', pdm: 'pdm==2.22.4' } as const;

const lockFiles: readonly (readonly [file: string, tool: 'uv' | 'poetry' | 'pipenv' | 'pdm'])[] = [['uv.lock', 'uv'], ['poetry.lock', 'poetry'], ['pdm.lock', 'pdm'], ['Pipfile.lock', 'pipenv']];

/** Requirements for production, by the names that people give them. */
const requirementNames = ['requirements.txt', 'requirements/production.txt', 'requirements/prod.txt', 'requirements/base.txt', 'requirements/requirements.txt', 'requirements/main.txt', 'requirements-prod.txt', 'requirements-production.txt', 'requirements_prod.txt'];

function has(model: Model, dir: string, name: string): boolean {
  return model.hasFile(join(dir, name) ?? name);
}

function pip(model: Model, context: string): PythonInstaller | undefined {
  const main = requirementNames.find((name) => has(model, context, name));
  if (main === undefined) return undefined;
  const beside = model.files.filter((file) => isInside(file, context)).map((file) => relative(file, context)).filter((path) => /^(?:(?:requirements|constraints)[\w.-]*\.txt|requirements\/[\w.-]+\.txt)$/.test(path)).sort();
  const constraints = beside.find((path) => basename(path) === 'constraints.txt');
  return {
    name: 'pip', files: beside, environment: {}, project: [], mounts: [pipCache], locked: true, todo: [],
    install: [`pip install -r ${shell(main)}${constraints === undefined ? '' : ` -c ${shell(constraints)}`}`],
  };
}

function uv(locked: boolean, files: readonly string[], module: BuildModule | undefined, member: string | undefined): PythonInstaller {
  const isPackage = module?.properties['tool.uv.package'] !== 'false' && module?.properties['build-system.build-backend'] !== undefined;
  const one = member === undefined ? '' : ` --package ${shell(member)}`;
  const bin = '/opt/uv/bin/uv';
  // Inexact, so that what is added beside the lock file stays.
  const sync = `${bin} sync --locked --inexact --no-dev${one}`;
  return {
    name: 'uv', files, environment: { UV_PROJECT_ENVIRONMENT: '/opt/venv', UV_LINK_MODE: 'copy', UV_PYTHON_DOWNLOADS: 'never' }, mounts: [pipCache, 'type=cache,target=/root/.cache/uv'], locked, todo: [],
    install: ['python -m venv /opt/uv', `/opt/uv/bin/pip install ${tools.uv}`, locked ? `${sync} --no-install-workspace` : `${bin} pip install --python /opt/venv/bin/python -r pyproject.toml`],
    // Members of a workspace are packages, and are taken in as such.
    project: locked ? [`${sync} --no-editable`] : isPackage ? [`${bin} pip install --python /opt/venv/bin/python --no-deps .`] : [],
  };
}

function poetry(locked: boolean, files: readonly string[]): PythonInstaller {
  return {
    name: 'poetry', files, environment: { POETRY_VIRTUALENVS_CREATE: 'false', POETRY_NO_INTERACTION: '1' }, mounts: [pipCache], locked, project: [], todo: [],
    // Poetry has dependencies of its own, which must not mix with those of the project.
    install: ['python -m venv /opt/poetry', `/opt/poetry/bin/pip install ${tools.poetry}`, '/opt/poetry/bin/poetry install --only main --no-root'],
  };
}

function pipenv(locked: boolean, files: readonly string[]): PythonInstaller {
  const bin = '/opt/pipenv/bin';
  return {
    name: 'pipenv', files, environment: {}, mounts: [pipCache], locked, project: [], todo: [],
    install: ['python -m venv /opt/pipenv', `${bin}/pip install ${tools.pipenv}`, ...(locked ? [] : [`${bin}/pipenv lock`]), `${bin}/pipenv requirements > /tmp/requirements.txt`, 'pip install -r /tmp/requirements.txt'],
  };
}

function pdm(locked: boolean, files: readonly string[]): PythonInstaller {
  const bin = '/opt/pdm/bin';
  return {
    name: 'pdm', files, environment: { PDM_CHECK_UPDATE: 'false' }, mounts: [pipCache], locked, project: [], todo: [],
    install: ['python -m venv /opt/pdm', `${bin}/pip install ${tools.pdm}`, ...(locked ? [] : [`${bin}/pdm lock`]), `${bin}/pdm sync --prod --no-self`],
  };
}

/** The tool that a project is installed with: told by its lock file, else by its tables, else by the file that lists the dependencies. */
export function pythonInstaller(model: Model, layout: Layout, builds: readonly BuildModule[], module: BuildModule | undefined): PythonInstaller {
  const { context } = layout;
  const locks = lockFiles.filter(([file]) => has(model, context, file));
  const tables = new Set(builds.flatMap(({ properties }) => Object.keys(properties)));
  const byTable = locks.find(([, tool]) => tables.has(`tool.${tool}`));
  const [lock, tool] = byTable ?? locks[0] ?? [undefined, undefined];
  const todo = locks.length > 1 ? [`# TODO: ${locks.map(([file]) => file).join(' and ')} both pin versions; this takes ${lock ?? ''}. Remove the one that is not kept up.`] : [];
  const pyproject = has(model, context, 'pyproject.toml') ? ['pyproject.toml'] : [];
  const files = (...names: readonly string[]): readonly string[] => [...pyproject, ...names.filter((name) => has(model, context, name))];
  const member = layout.module === '' ? undefined : module?.name;
  if (tool === 'uv') return { ...uv(true, [...files('uv.lock'), ...layout.manifests], module, member), todo };
  if (tool === 'poetry') return { ...poetry(true, files('poetry.lock')), todo };
  if (tool === 'pdm') return { ...pdm(true, files('pdm.lock')), todo };
  if (tool === 'pipenv') return { ...pipenv(true, ['Pipfile', 'Pipfile.lock']), todo };
  const listed = pip(model, context);
  if (listed) return listed;
  if (tables.has('tool.poetry')) return poetry(false, files());
  if (tables.has('tool.pdm')) return pdm(false, files());
  if (has(model, context, 'Pipfile')) return pipenv(false, ['Pipfile']);
  if (pyproject.length > 0) return uv(false, files(), module, undefined);
  const setup = has(model, context, 'setup.py');
  return {
    name: 'none', files: [], environment: {}, install: [], project: setup ? ['pip install .'] : [], mounts: [pipCache], locked: true,
    todo: setup ? [] : ['# TODO: no file lists the packages that the program needs; add a requirements.txt or a pyproject.toml.'],
  };
}
