import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';

/** A package that is one of several installed together. */
export interface Workspace {
  /** Folder as seen from where the manager installs. */
  readonly dir: string;
  readonly name: string;
}

/** How a package manager installs exactly what its lock file says. */
export interface PackageManager {
  readonly name: 'npm' | 'yarn' | 'yarn-berry' | 'pnpm';
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
  runs(script: string, workspace: Workspace | undefined): string;
}

function has(model: Model, dir: string, name: string): boolean {
  return model.hasFile(join(dir, name) ?? name);
}

function npm(lock: string | undefined, configured: readonly string[]): PackageManager {
  const install = lock ? 'npm ci' : 'npm install';
  return {
    name: 'npm', files: [...(lock ? [lock] : []), ...configured], setup: [], install, installWithoutScripts: `${install} --ignore-scripts`,
    prune: () => ['npm prune --omit=dev --ignore-scripts'], rebuild: 'npm rebuild', mount: 'type=cache,target=/root/.npm', locked: lock !== undefined,
    runs: (script, workspace) => (workspace ? `npm run ${script} --workspace ${workspace.dir}` : `npm run ${script}`),
  };
}

/** `pnpm prune` knows nothing of workspaces; another install takes the packages from the store. */
function prunePnpm(workspace: Workspace | undefined): readonly string[] {
  if (!workspace) return ['CI=true pnpm prune --prod --ignore-scripts'];
  return ["find . -name node_modules -type d -prune -exec rm -rf '{}' +", `pnpm install --prod --frozen-lockfile --offline --ignore-scripts --filter ./${workspace.dir}...`];
}

function pnpm(configured: readonly string[], workspaceFile: boolean): PackageManager {
  return {
    name: 'pnpm', files: ['pnpm-lock.yaml', ...(workspaceFile ? ['pnpm-workspace.yaml'] : []), ...configured], setup: ['corepack enable'], install: 'pnpm install --frozen-lockfile',
    installWithoutScripts: 'pnpm install --frozen-lockfile --ignore-scripts', prune: prunePnpm, rebuild: 'pnpm rebuild', mount: 'type=cache,target=/root/.local/share/pnpm/store', locked: true,
    runs: (script, workspace) => (workspace ? `pnpm --filter ./${workspace.dir} run ${script}` : `pnpm run ${script}`),
  };
}

function yarn(berry: boolean, configured: readonly string[]): PackageManager {
  const mount = berry ? 'type=cache,target=/root/.yarn/berry/cache' : 'type=cache,target=/usr/local/share/.cache/yarn';
  const runs = (script: string, workspace: Workspace | undefined): string => (workspace ? `yarn workspace ${workspace.name} run ${script}` : `yarn run ${script}`);
  if (berry) {
    return {
      name: 'yarn-berry', files: ['yarn.lock', ...configured], setup: ['corepack enable'], install: 'yarn install --immutable', installWithoutScripts: 'YARN_ENABLE_SCRIPTS=false yarn install --immutable',
      prune: (workspace) => [`yarn workspaces focus ${workspace?.name ?? '--all'} --production`], rebuild: 'yarn rebuild', mount, locked: true, runs,
    };
  }
  return {
    name: 'yarn', files: ['yarn.lock', ...configured], setup: [], install: 'yarn install --frozen-lockfile', installWithoutScripts: 'yarn install --frozen-lockfile --ignore-scripts',
    prune: () => ['yarn install --production --frozen-lockfile --ignore-scripts --prefer-offline'], rebuild: 'npm rebuild', mount, locked: true, runs,
  };
}

/** The package manager of a folder, told by its lock file. */
export function packageManagerOf(model: Model, dir: string, module: BuildModule): PackageManager {
  const configured = ['.npmrc'].filter((name) => has(model, dir, name));
  if (has(model, dir, 'pnpm-lock.yaml')) return pnpm(configured, has(model, dir, 'pnpm-workspace.yaml'));
  if (has(model, dir, 'yarn.lock')) {
    const berry = has(model, dir, '.yarnrc.yml') || /^yarn@(?:[2-9]|\d\d)/.test(module.packageManager ?? '');
    return yarn(berry, [...configured, ...(has(model, dir, '.yarnrc.yml') ? ['.yarnrc.yml'] : [])]);
  }
  const lock = ['package-lock.json', 'npm-shrinkwrap.json'].find((name) => has(model, dir, name));
  return npm(lock, configured);
}
