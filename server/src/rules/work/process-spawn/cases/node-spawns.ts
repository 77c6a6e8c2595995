import { execFile, spawn } from 'node:child_process';
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
