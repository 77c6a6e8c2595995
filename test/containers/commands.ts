/** Commands of other tools, run to their end. */
import { spawn } from 'node:child_process';

interface Place {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Debian packages that bring the commands, to name what is missing. */
const packages: Readonly<Record<string, string>> = { buildah: 'buildah', mmdebstrap: 'mmdebstrap', mvn: 'maven', npm: 'npm', python3: 'python3 python3-venv', ip: 'iproute2', unshare: 'util-linux' };

/** What the command prints; when it fails, an error with the end of its output. Runs beside others, unlike `spawnSync`. */
export async function run(command: string, args: readonly string[], { cwd, env }: Place = {}): Promise<string> {
  const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let all = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    all += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => (all += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Error(`${command} does not start; install it (Debian: ${packages[command] ?? command})`)));
    child.on('close', (code) => (code === 0 ? resolve(output.trim()) : reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? 'a signal'}\n${all.slice(-6000)}`))));
  });
}
