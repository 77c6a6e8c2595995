import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Everything one run of VS Code reads and writes, in a temporary folder of its own. */
export interface RunFolder {
  /** The server's data folder, holding `data` (user data) and `extensions`. */
  readonly data: string;
  readonly userData: string;
  readonly extensions: string;
  /** Screenshots and logs of a failed run go here; kept by `discard` when asked. */
  readonly evidence: string;
  /** A folder when one folder was copied, else a `.code-workspace` file with one root per copy. */
  readonly workspace: { readonly kind: 'folder' | 'workspace'; readonly path: string };
  /** Removes everything but the evidence, and that too unless it is to be kept. */
  discard(keepEvidence: boolean): void;
}

/** Windows that would ask, tell or look something up would stand in front of what is tested. */
const USER_SETTINGS = {
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
};

/** Copies the folders, so that tests may change files, and writes settings that keep VS Code quiet. */
export function createRunFolder(folders: readonly string[]): RunFolder {
  // The real path, because VS Code reports resolved paths and tests compare them; a short one, because VS Code puts
  // sockets in there and macOS allows them 103 characters in all.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'monolift-')));
  const data = join(root, 'server');
  const userData = join(data, 'data');
  const evidence = join(root, 'evidence');
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(evidence);
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(USER_SETTINGS, undefined, 2));
  return {
    data,
    userData,
    extensions: join(data, 'extensions'),
    evidence,
    workspace: copyWorkspace(folders, join(root, 'workspace')),
    discard: (keepEvidence) => {
      for (const name of keepEvidence ? ['server', 'workspace'] : ['']) rmSync(join(root, name), { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function copyWorkspace(folders: readonly string[], target: string): RunFolder['workspace'] {
  const copies = folders.map((folder) => join(target, basename(folder)));
  folders.forEach((folder, index) => cpSync(folder, copies[index] ?? target, { recursive: true, filter: isSource }));
  const [only, ...others] = copies;
  if (only === undefined) throw new Error('There is no folder to open; name one with --workspace.');
  if (others.length === 0) return { kind: 'folder', path: only };
  const file = join(target, 'all.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: copies.map((path) => ({ path })) }));
  return { kind: 'workspace', path: file };
}

/** Installed packages and build results of an example are not part of what a newcomer opens. */
function isSource(path: string): boolean {
  return !['node_modules', 'target', 'dist', '.monolift'].includes(basename(path));
}
