import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { portfolioJob, shardScript } from '../../../server/src/generators/portfolio-job.js';
import { scan } from '../../harness/run.js';
import type { KubernetesObject } from './manifests.js';
import { unknownFields } from './strict-types.js';

const job = { repositories: ['https://git.example/a.git', 'https://git.example/b.git'], image: 'registry.example/monolift:0.1.0', shards: 2 };

describe('the Job of a portfolio', () => {
  it('is what the API knows, in both languages', () => {
    for (const lang of ['en', 'ko'] as const) {
      const objects = [parseAllDocuments(portfolioJob(job, lang))].flat().map((document) => document.toJS() as KubernetesObject);
      assert.deepEqual(objects.map(({ kind }) => kind), ['ConfigMap', 'PersistentVolumeClaim', 'Job']);
      assert.deepEqual(unknownFields(objects), []);
    }
  });

  it('has nothing that our own rules would tell of', async () => {
    const { conclusion: { findings } } = await scan(new Map([['job.yaml', portfolioJob(job, 'en')]]));
    assert.deepEqual(findings.map(({ rule }) => rule), []);
  });

  it('divides the list among its pods, and goes on when a repository fails', () => {
    const folder = mkdtempSync(join(tmpdir(), 'monolift-shards-'));
    const tool = (name: string, script: string): void => {
      writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, 'bin', name), 0o755);
    };
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'reports'));
    tool('git', 'case $5 in *broken*) exit 1 ;; esac; mkdir -p "$6"');
    tool('monolift', 'basename "$2" > "$7"');
    writeFileSync(join(folder, 'list'), '# of the shop\nhttps://git.example/one.git\nhttps://git.example/two\n\nhttps://git.example/broken.git\nhttps://git.example/four.git');
    for (const index of ['0', '1']) {
      const { status, stderr } = spawnSync('sh', ['-c', shardScript], { encoding: 'utf8', env: { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, SHARDS: '2', JOB_COMPLETION_INDEX: index, REPOSITORIES: join(folder, 'list'), REPORTS: join(folder, 'reports') } });
      assert.equal(status, 0, stderr);
      if (index === '0') assert.deepEqual(readdirSync(join(folder, 'reports')).sort(), ['1-one.json', '3-broken.failed']);
    }
    assert.deepEqual(readdirSync(join(folder, 'reports')).sort(), ['1-one.json', '2-two.json', '3-broken.failed', '4-four.json']);
    assert.equal(readFileSync(join(folder, 'reports/4-four.json'), 'utf8'), 'four\n');
    rmSync(folder, { recursive: true });
  });
});
