import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './paths';

/** A VS Code server that listens on this machine only. */
export interface VsCodeServer {
  /** `127.0.0.1:port`, which is also the remote authority of every folder opened through the server. */
  readonly authority: string;
  /** What the server has printed so far, both streams together. */
  output(): string;
  /** Resolves with the exit code (undefined after a signal) when the server ends by itself or is stopped. */
  readonly ended: Promise<number | undefined>;
  /** Ends the server and every process it started. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** The folder made ready by `prepareServer`. */
  readonly vscode: string;
  /** Holds user data, extensions and logs of this run; nothing is read from or written to the user's own settings. */
  readonly dataFolder: string;
  /** Display language such as `ko`; English when left out. */
  readonly locale?: string;
  /** Added to the environment of the server, and so of the extension host. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** An empty description of the marketplace switches it off, so that no test depends on the network. */
const NO_MARKETPLACE = '{}';
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;

/** Makes the VS Code server ready (about a minute the first time) and returns its folder. Throws when it cannot be had. */
export function prepareServer(): string {
  const script = join(repositoryRoot, 'tools', 'vscode-server', 'install.mjs');
  const result = spawnSync(process.execPath, [script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (result.status !== 0) throw new Error('The VS Code server could not be prepared; the reason is above.');
  return result.stdout.trim();
}

/** Arguments that both serving and installing extensions need. */
function commonArguments(options: ServerOptions): string[] {
  return [join(options.vscode, 'out', 'server-main.js'), '--accept-server-license-terms', '--server-data-dir', options.dataFolder];
}

/** Installs a packaged extension into the server's data folder. Throws with the server's own words when it refuses. */
export function installExtension(options: ServerOptions, vsix: string): string {
  const result = spawnSync(process.execPath, [...commonArguments(options), '--install-extension', vsix, '--force'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const output = `${result.stdout}${result.stderr}`.trim();
  if (result.status !== 0) throw new Error(`Installing ${vsix} failed with exit code ${result.status}:\n${output}`);
  return output;
}

/** Starts the server on a free port and resolves once it listens. */
export async function startServer(options: ServerOptions): Promise<VsCodeServer> {
  const serving = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--disable-workspace-trust', '--telemetry-level', 'off'];
  const locale = options.locale === undefined ? [] : ['--locale', options.locale];
  const child = spawn(process.execPath, [...commonArguments(options), ...serving, ...locale], {
    env: { ...process.env, EXTENSIONS_GALLERY: NO_MARKETPLACE, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that stopping reaches the extension host and the language server too.
    detached: true,
  });
  const collected: string[] = [];
  const ended = new Promise<number | undefined>((resolve) => child.once('exit', (code) => resolve(code ?? undefined)));
  const stop = () => stopGroup(child, ended);
  // The group would outlive a runner that is interrupted.
  const killNow = () => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', killNow);
  void ended.then(() => process.removeListener('exit', killNow));
  try {
    const port = await listeningPort(child, collected);
    return { authority: `127.0.0.1:${port}`, output: () => collected.join(''), ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listeningPort(child: ChildProcess, collected: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The VS Code server ${why}. It printed:\n${collected.join('')}`));
    const timer = setTimeout(() => fail(`did not listen within ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    const take = (chunk: Buffer) => {
      collected.push(chunk.toString('utf8'));
      const port = /Extension host agent listening on (\d+)/.exec(collected.join(''))?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended early (${code ?? signal})`);
    });
  });
}

async function stopGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.pid === undefined) return;
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
  // What the server started may still be there when the server itself is gone.
  signalGroup(child.pid, 'SIGKILL');
}

/** The group may be gone already, which is what was wanted; it never was when the process did not start. */
function signalGroup(group: number | undefined, signal: NodeJS.Signals): void {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
