import { execFile } from 'node:child_process';

export async function installed(name, done) {
  // clean-next platform/windows-only -- the other systems are asked another way
  if (process.platform === 'win32') return (await import('winreg')).default.installed(name, done);
  execFile('which', [name], done);
}
