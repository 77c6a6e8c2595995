import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DiskHost } from '../../../server/src/host/disk.js';
import { productRuleset } from '../../../server/src/host/ruleset.js';
import { Workspace } from '../../../server/src/host/workspace.js';
import { AdapterPool } from '../../../server/src/syntax/load.js';
import { scanTasks, type ScanOptions } from '../../../server/src/worker/scan.js';
import { folder, root } from '../../cli/run.js';

/** Each with an attribute of its own, because one that many files share is told a few times only. */
const code = (attribute: string): string => `import javax.servlet.http.HttpSession;\nclass A { void f(HttpSession session) { session.setAttribute("${attribute}", 1); } }\n`;
const worker = join(root, 'dist/worker.js');
const adapters = new AdapterPool();

function manyFiles(extra: Readonly<Record<string, string>> = {}): string {
  return folder({ ...Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`src/A${index}.java`, code(`cart${index}`)])), 'src/app.ts': "import express from 'express';\nexpress();\n", ...extra });
}

async function scan(dir: string, options: Partial<ScanOptions> = {}): Promise<Workspace> {
  const disk = new DiskHost(dir);
  const workspace = new Workspace(disk, productRuleset(), adapters);
  await scanTasks(workspace, disk, workspace.tasks(), { here: true, ...options });
  return workspace;
}

describe('a scan in threads', () => {
  it('finds the same with threads, without them, and with the calling thread left out', async () => {
    const dir = manyFiles();
    const alone = (await scan(dir)).conclude().findings;
    assert.equal(alone.filter((finding) => finding.rule === 'state/http-session').length, 450);
    assert.deepEqual((await scan(dir, { workerFile: worker })).conclude().findings, alone);
    assert.deepEqual((await scan(dir, { workerFile: worker, here: false })).conclude().findings, alone);
  });

  it('counts every file once and reports progress up to the total', async () => {
    const seen: number[] = [];
    const workspace = await scan(manyFiles(), { workerFile: worker, onProgress: (done, total) => seen.push(done / total) });
    assert.equal(seen.at(-1), 1);
    assert.equal(workspace.summary.files, workspace.tasks().length);
  });

  it('stops when cancelled', async () => {
    const controller = new AbortController();
    const started = scan(manyFiles(), { workerFile: worker, here: false, signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) });
    await assert.rejects(started, /enough/);
  });

  it('leaves out and names a file that kills a thread twice, and analyses all others', async () => {
    const dir = manyFiles({ 'src/A44Killer.java': code('killer') });
    // Dies when it reads that file, as a thread would that runs into a defect of the runtime.
    const fragile = join(folder({ 'worker.js': `const fs = require('node:fs'); const open = fs.openSync;
      fs.openSync = (path, ...rest) => { if (String(path).includes('Killer')) process.exit(3); return open(path, ...rest); };
      require(${JSON.stringify(worker)});` }), 'worker.js');
    const { findings, problems } = (await scan(dir, { workerFile: fragile, here: false })).conclude();
    assert.equal(findings.filter((finding) => finding.rule === 'state/http-session').length, 450);
    assert.deepEqual(problems.map((problem) => problem.file), ['src/A44Killer.java']);
    assert.match(problems[0]?.message.en ?? '', /failed twice/);
  });

  it('does the work here when no thread can start', async () => {
    const broken = join(folder({ 'worker.js': 'throw new Error("no");' }), 'worker.js');
    const { findings } = (await scan(manyFiles(), { workerFile: broken, here: false })).conclude();
    assert.equal(findings.filter((finding) => finding.rule === 'state/http-session').length, 450);
  });
});
