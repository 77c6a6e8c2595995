import { dirname, isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { distribution } from '../../facts/build/python.js';
import { isWindowedPython } from '../../facts/program-kind.js';
import { isKorean, writesFiles } from '../dockerfile/evidence.js';
import { relative, type Layout } from '../dockerfile/layout.js';
import { appUser } from '../dockerfile/parts.js';
import { pythonDockerfile, settingsEnvironment, type PythonProject } from '../dockerfile/python.js';
import { pythonInstaller } from '../dockerfile/python-packages.js';
import { belongs, pythonStart } from '../dockerfile/python-start.js';
import { pythonFor } from '../dockerfile/python-version.js';
import type { Application, Platform } from './kinds.js';
import { nameOf } from './names.js';

interface PythonApplication extends Application {
  readonly project: Omit<PythonProject, 'application'>;
}

/** Build files of the project in a folder: all lists of requirements at its top count. */
function buildsIn(model: Model, dir: string): readonly BuildModule[] {
  return model.facts('build.module').filter((fact) => fact.value.tool === 'python' && belongs(model, fact.file, dir) && (dirname(fact.file) === dir || dirname(fact.file) === (join(dir, 'requirements') ?? ''))).map(({ value }) => value);
}

/** Where the image is built: at the root of a workspace of uv, whose lock file holds for all its members. */
function layoutIn(model: Model, dir: string): Layout {
  const above = model.modules.filter((module) => module.dir !== dir && module.tool === 'python' && isInside(dir, module.dir) && model.hasFile(join(module.dir, 'uv.lock') ?? 'uv.lock')).map((module) => module.dir).at(-1);
  const context = above !== undefined && !model.hasFile(join(dir, 'uv.lock') ?? 'uv.lock') ? above : dir;
  const members = model.hasFile(join(context, 'uv.lock') ?? 'uv.lock') ? model.files.filter((file) => isInside(file, context) && /(?:^|\/)pyproject\.toml$/.test(file)).map((file) => relative(file, context)).filter((path) => path.includes('/')) : [];
  return { context, module: relative(dir, context), dockerfile: join(dir, 'Dockerfile') ?? 'Dockerfile', manifests: members };
}

/** Folders that a Python project may stand in: those with its build files, and one without any but with programs. */
function folders(model: Model): readonly string[] {
  const built = model.modules.filter(({ dir, tool, application }) => tool === 'python' && application === dir).map(({ dir }) => dir);
  const loose = model.modules.some(({ dir, tool }) => dir === '' && tool === undefined) && model.files.some((file) => file.endsWith('.py') && !file.includes('/')) ? [''] : [];
  return [...new Set([...loose, ...built])];
}

function describe(model: Model, dir: string): PythonApplication | undefined {
  const builds = buildsIn(model, dir);
  const start = pythonStart(model, dir, builds);
  if (!start || (start.words[0] === 'python' && isWindowedPython(model, join(dir, start.words[1] ?? '') ?? ''))) return undefined;
  const layout = layoutIn(model, dir);
  const module = builds.find(({ properties, scripts }) => Object.keys(properties).length + Object.keys(scripts).length > 0) ?? builds[0];
  const path = start.path === '' || layout.module === '' ? start.path : `${layout.module}/${start.path}`;
  return {
    project: { builds, start: { ...start, path: layout.module !== '' && start.path === '' ? layout.module : path }, installer: pythonInstaller(model, layout, builds, module) },
    dir, name: nameOf(module?.name, dir), platform: 'python', kind: start.kind, runtime: pythonFor(model, dir, builds),
    start: start.words, startKnown: start.known, port: start.port, ...(start.serves ? {} : { serves: false as const }), user: appUser,
    writable: writesFiles(model, dir) ? ['/app'] : [], ...(start.kind === 'django' ? { environment: settingsEnvironment(model, dir) } : {}), korean: module ? isKorean(model, dir, module) : false, layout,
  };
}

/** Whether other projects of the workspace are built with a project: what it could be started for is beside the point. */
function isPart(model: Model, { dir, name }: Application): boolean {
  return model.facts('build.module').some((fact) => fact.value.tool === 'python' && fact.module !== dir && fact.value.dependencies.includes(distribution(name)));
}

function all(model: Model): readonly PythonApplication[] {
  return folders(model).flatMap((dir) => describe(model, dir) ?? []);
}

export const python: Platform = {
  name: 'python',
  find: (model) => all(model).filter(({ serves }) => serves !== false),
  programs: (model) => all(model).filter((each) => each.serves === false && !isPart(model, each)),
  dockerfile: (model, application) => pythonDockerfile(model, { ...(application as PythonApplication).project, application }),
  ignored: () => ['**/__pycache__', '**/*.pyc', '**/.venv', '**/venv', '**/.pytest_cache', '**/.mypy_cache', '**/.ruff_cache', '**/*.egg-info', '**/node_modules'],
  notes(_model, application) {
    const { start } = (application as PythonApplication).project;
    return start.missing === undefined ? [] : [{
      en: `The dependencies name no server for production; the image adds ${start.missing}. List it with the other dependencies to choose its version yourself.`,
      ko: `의존성에 운영용 서버가 없어 이미지에서 ${start.missing}을(를) 추가합니다. 버전을 직접 관리하려면 의존성 목록에 넣으세요.`,
    }];
  },
};
