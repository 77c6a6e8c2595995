import { execFile, execSync, spawn } from 'node:child_process';
import { app } from './app.js';

app.post('/preview', (req, res) => {
  // expect-next work/process-spawn warning {tool=ffmpeg}
  const child = spawn('/usr/bin/ffmpeg', ['-i', req.body.file, 'out.png']);
  child.on('exit', () => res.end());
});

export function size(file: string): void {
  // clean-next work/process-spawn -- every image has it
  execFile('du', ['-s', file]);
}

export function build(): void {
  // clean-next work/process-spawn -- a step of a build
  spawn('webpack', []);
}

export function version(): string {
  // clean-next work/process-spawn -- names the checkout; the version stands elsewhere too
  try { return execSync('git rev-parse --short HEAD').toString(); } catch { return '1.0'; }
}

export function mirror(url: string): void {
  // expect-next work/process-spawn warning {tool=git}
  execFile('git', ['clone', url, '/data/mirror']);
}
