import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { shell } from './parts.js';
import type { BuildModule } from '../../facts/build/kinds.js';

/** A package that is one of several installed together. */
export interface Workspace {
  /** Folder as seen from where the manager installs. */
  readonly dir: string;
  readonly name: string;
}

/** How a package manager installs exactly what its lock file says. */
export interface PackageManager {
  readonly name: 'npm' | 'yarn' | 'yarn-berry' | 'pnpm' | 'bun';
  /** Lock and configuration files beside package.json. */
  readonly files: readonly string[];
  /** Commands that make the manager available. */
  readonly setup: readonly string[];
  readonly install: string;
  readonly installWithoutScripts: string;
  /** Leaves only what runs in production; in a workspace, what the package in that folder needs. */
  prune(workspace: Workspace | undefined): readonly string[];
  /** Runs install scripts of dependencies that were left out. */
  readonly rebuild: string;
  readonly mount: string;
  readonly locked: boolean;
  /** Lines about what has to be decided. */
  readonly todo: readonly string[];
  runs(script: string, workspace: Workspace | undefined): string;
  /** Runs a command that an installed package brings; with npm in the folder where it installs, with the others in that of the package. */
  executes(command: string, workspace: Workspace | undefined): string;
}

function has(model: Model, dir: string, name: string): boolean {
  return model.hasFile(join(dir, name) ?? name);
}

function npm(lock: string | undefined, configured: readonly string[]): PackageManager {
  const install = lock ? 'npm ci' : 'npm install';
  return {
    name: 'npm', files: [...(lock ? [lock] : []), ...configured], setup: [], install, installWithoutScripts: `${install} --ignore-scripts`,
    prune: () => ['npm prune --omit=dev --ignore-scripts'], rebuild: 'npm rebuild', mount: 'type=cache,target=/root/.npm', locked: lock !== undefined, todo: [],
    runs: (script, workspace) => (workspace ? `npm run ${script} --workspace ${shell(workspace.dir)}` : `npm run ${script}`),
    executes: (command) => `npx ${command}`,
  };
}

/** Corepack came with Node until 24; later lines install it like any other tool. */
export function setupFor({ setup }: PackageManager, major: number): readonly string[] {
  return major > 24 && setup.includes('corepack enable') ? ['npm install -g corepack@0.34.0', ...setup] : setup;
}

/** `pnpm prune` knows nothing of workspaces; another install takes the packages from the store. */
function prunePnpm(workspace: Workspace | undefined): readonly string[] {
  if (!workspace) return ['CI=true pnpm prune --prod --ignore-scripts'];
  return ["find . -name node_modules -type d -prune -exec rm -rf '{}' +", `pnpm install --prod --frozen-lockfile --offline --ignore-scripts --filter ${shell(`./${workspace.dir}...`)}`];
}

function pnpm(configured: readonly string[], locked: boolean, workspaceFile: boolean): PackageManager {
  return {
    name: 'pnpm', files: [...(locked ? ['pnpm-lock.yaml'] : []), ...(workspaceFile ? ['pnpm-workspace.yaml'] : []), ...configured], setup: ['corepack enable'], install: locked ? 'pnpm install --frozen-lockfile' : 'pnpm install',
    installWithoutScripts: `pnpm install ${locked ? '--frozen-lockfile ' : ''}--ignore-scripts`, prune: prunePnpm, rebuild: 'pnpm rebuild', mount: 'type=cache,target=/root/.local/share/pnpm/store', locked, todo: [],
    runs: (script, workspace) => (workspace ? `pnpm --filter ${shell(`./${workspace.dir}`)} run ${script}` : `pnpm run ${script}`),
    executes: (command, workspace) => (workspace ? `pnpm --filter ${shell(`./${workspace.dir}`)} exec ${command}` : `pnpm exec ${command}`),
  };
}

function yarn(berry: boolean, locked: boolean, configured: readonly string[]): PackageManager {
  const mount = berry ? 'type=cache,target=/root/.yarn/berry/cache' : 'type=cache,target=/usr/local/share/.cache/yarn';
  const runs = (script: string, workspace: Workspace | undefined): string => (workspace ? `yarn workspace ${shell(workspace.name)} run ${script}` : `yarn run ${script}`);
  const executes = (command: string, workspace: Workspace | undefined): string => (workspace ? `yarn workspace ${shell(workspace.name)} ${berry ? 'exec ' : 'run '}${command}` : `yarn ${berry ? 'exec ' : 'run '}${command}`);
  if (berry) {
    return {
      name: 'yarn-berry', files: [...(locked ? ['yarn.lock'] : []), ...configured], setup: ['corepack enable'], install: `yarn install${locked ? ' --immutable' : ''}`, installWithoutScripts: `YARN_ENABLE_SCRIPTS=false yarn install${locked ? ' --immutable' : ''}`,
      prune: (workspace) => [`yarn workspaces focus ${workspace ? shell(workspace.name) : '--all'} --production`], rebuild: 'yarn rebuild', mount, locked, todo: [], runs, executes,
    };
  }
  return {
    name: 'yarn', files: [...(locked ? ['yarn.lock'] : []), ...configured], setup: [], install: `yarn install${locked ? ' --frozen-lockfile' : ''}`, installWithoutScripts: `yarn install${locked ? ' --frozen-lockfile' : ''} --ignore-scripts`,
    prune: () => [`yarn install --production${locked ? ' --frozen-lockfile' : ''} --ignore-scripts --prefer-offline`], rebuild: 'npm rebuild', mount, locked, todo: [], runs, executes,
  };
}

function bun(lock: string, configured: readonly string[]): PackageManager {
  return {
    name: 'bun', files: [lock, ...configured], setup: ['npm install -g bun@1.3.3'], install: 'bun install --frozen-lockfile', installWithoutScripts: 'bun install --frozen-lockfile --ignore-scripts',
    prune: () => ['rm -rf node_modules', 'bun install --frozen-lockfile --production --ignore-scripts'], rebuild: 'npm rebuild', mount: 'type=cache,target=/root/.bun/install/cache', locked: true, todo: [],
    runs: (script, workspace) => (workspace ? `bun run --cwd ${shell(workspace.dir)} ${script}` : `bun run ${script}`),
    executes: (command, workspace) => (workspace ? `bun run --cwd ${shell(workspace.dir)} ${command}` : `bun run ${command}`),
  };
}

/** Lock files by the tool that writes them, the one first that is taken where nothing else decides. */
const locks: readonly (readonly [file: string, tool: string])[] = [['pnpm-lock.yaml', 'pnpm'], ['yarn.lock', 'yarn'], ['package-lock.json', 'npm'], ['npm-shrinkwrap.json', 'npm'], ['bun.lock', 'bun'], ['bun.lockb', 'bun']];

/** The package manager of a folder, told by its lock file; of several by what package.json names. */
export function packageManagerOf(model: Model, dir: string, module: BuildModule): PackageManager {
  const configured = ['.npmrc'].filter((name) => has(model, dir, name));
  const found = locks.filter(([file]) => has(model, dir, file));
  const stated = module.packageManager?.replace(/@.*$/, '');
  const [lock, tool] = found.find(([, each]) => each === stated) ?? found[0] ?? [undefined, stated];
  const others = found.filter(([, each]) => each !== tool).map(([file]) => file);
  const todo = others.length > 0 && stated !== tool ? [`# TODO: ${[lock, ...others].join(' and ')} both pin versions; this takes ${lock ?? ''}. Remove the one that is not kept up, or name the tool as "packageManager" in package.json.`] : [];
  if (tool === 'pnpm') return { ...pnpm(configured, lock !== undefined, has(model, dir, 'pnpm-workspace.yaml')), todo };
  if (tool === 'bun' && lock !== undefined) return { ...bun(lock, configured), todo };
  if (tool === 'yarn') {
    const berry = has(model, dir, '.yarnrc.yml') || /^yarn@(?:[2-9]|\d\d)/.test(module.packageManager ?? '');
    return { ...yarn(berry, lock !== undefined, [...configured, ...(has(model, dir, '.yarnrc.yml') ? ['.yarnrc.yml'] : [])]), todo };
  }
  return { ...npm(lock, configured), todo };
}
