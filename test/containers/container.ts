/**
 * A container as a cluster starts it: the image's user, environment and command, as process 1 of its own namespaces, with no
 * network but its own loopback and no way back to root. Needs root; a container runtime would also need cgroups.
 */
import { strict as assert } from 'node:assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, fchownSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageConfig } from './buildah.js';
import { run } from './commands.js';

/** Process 1 prepares what a runtime prepares, then becomes the program: everything after the fourth argument. */
const becomeProgram = `
set -eu
root=$1 dir=$2 uid=$3 gid=$4
shift 4
/usr/bin/mount --rbind /dev "$root/dev"
/usr/bin/mount -t proc proc "$root/proc"
/usr/sbin/ip link set lo up
exec /usr/bin/setpriv --no-new-privs /usr/bin/unshare --root="$root" --wd="$dir" --setgid="$gid" --setuid="$uid" -- "$@"
`;

/** The default of Kubernetes for `terminationGracePeriodSeconds`. */
export const gracePeriod = 30_000;

/** How a program ended after SIGTERM, as a shell counts: 128 and the number of the signal when it did not end by itself. */
export interface Ending {
  readonly code: number;
  readonly milliseconds: number;
}

/** `uid:gid` in numbers, because names say nothing to Kubernetes. */
function accountOf({ User = '' }: ImageConfig): { readonly uid: string; readonly gid: string } {
  const [, uid, gid] = /^(\d+):(\d+)$/.exec(User) ?? [];
  assert.ok(uid !== undefined && gid !== undefined, `USER is no uid:gid but "${User}"`);
  return { uid, gid };
}

/** The home of the account in the image; containers without one are at /. */
function homeOf(root: string, uid: string): string {
  const passwd = join(root, 'etc/passwd');
  const line = existsSync(passwd) ? readFileSync(passwd, 'utf8').split('\n').find((each) => each.split(':')[2] === uid) : undefined;
  return line?.split(':')[5] ?? '/';
}

function statusOf(pid: string): string {
  return readFileSync(join('/proc', pid, 'status'), 'utf8');
}

export class Container {
  private readonly ended: Promise<number>;

  private constructor(private readonly outer: ChildProcess, private readonly logFile: string, private readonly stopSignal: NodeJS.Signals) {
    this.ended = once(outer, 'exit').then(([code, signal]) => (code as number | null) ?? 128 + (signal === 'SIGKILL' ? 9 : 15));
  }

  static start(root: string, config: ImageConfig): Container {
    const { uid, gid } = accountOf(config);
    const command = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])];
    for (const folder of ['proc', 'dev', 'etc']) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'etc/hosts'), '127.0.0.1 localhost pod\n');
    const environment = Object.fromEntries([`HOME=${homeOf(root, uid)}`, 'HOSTNAME=pod', ...(config.Env ?? [])].map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    // A file that belongs to the user, because programs open /dev/stdout again; a runtime does the same with its pipes.
    const logFile = `${root}.log`;
    const log = openSync(logFile, 'w');
    fchownSync(log, Number(uid), Number(gid));
    const outer = spawn('/usr/bin/unshare', ['--fork', '--kill-child', '--pid', '--mount', '--net', '--ipc', '--uts', '--', '/bin/sh', '-c', becomeProgram, 'container', root, config.WorkingDir ?? '/', uid, gid, ...command], { env: environment, stdio: ['ignore', log, log] });
    closeSync(log);
    return new Container(outer, logFile, (config.StopSignal ?? 'SIGTERM') as NodeJS.Signals);
  }

  /** Process 1 of the container as this machine counts it; '' before it is there and after it has ended. */
  private get first(): string {
    const { pid = 0 } = this.outer;
    return this.outer.exitCode === null ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim() : '';
  }

  private async begun(): Promise<string> {
    for (let tries = 0; tries < 200 && this.outer.exitCode === null; tries++) {
      if (this.first !== '') return this.first;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return assert.fail(`the program does not run\n${this.log}`);
  }

  /** The end of what the program printed. */
  get log(): string {
    return readFileSync(this.logFile, 'utf8').slice(-6000);
  }

  /** Answer of the program to a request, once it gives one. */
  async answer(port: number, path: string, patience: number): Promise<{ readonly status: number; readonly body: string }> {
    const text = await run('nsenter', ['--target', await this.begun(), '--net', '--', process.execPath, join(import.meta.dirname, 'ask.mjs'), `http://127.0.0.1:${port}${path}`, String(patience)]).catch((error: unknown) => assert.fail(`${String(error)}\n${this.log}`));
    return JSON.parse(text) as { status: number; body: string };
  }

  /** Users that the processes of the container run as, real and effective, without repetition. */
  users(): readonly string[] {
    const space = readlinkSync(`/proc/${this.first}/ns/pid`);
    const inside = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && namespaceOf(name) === space);
    return [...new Set(inside.flatMap((pid) => /^Uid:\s+(.*)$/m.exec(statusOf(pid))?.[1]?.split('\t') ?? []))];
  }

  /** Sends SIGTERM, or what the image asks for instead, as a cluster does, and SIGKILL when the grace period is over. */
  async terminate(grace = gracePeriod): Promise<Ending> {
    const started = Date.now();
    process.kill(Number(await this.begun()), this.stopSignal);
    const late = setTimeout(() => this.kill(), grace);
    const code = await this.ended;
    clearTimeout(late);
    return { code, milliseconds: Date.now() - started };
  }

  kill(): void {
    this.outer.kill('SIGKILL');
  }
}

function namespaceOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined; // ended meanwhile
  }
}
