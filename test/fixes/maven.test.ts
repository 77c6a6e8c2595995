/**
 * Fixes leave programs that work: each sample is fixed through the command line, then built with Maven, and its own tests
 * run, against a Redis of their own. `npm run test:fixes`; needs a JDK, Maven and redis-server.
 */
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../server/src/generated/registry.js';
import { complaints, copiesOf, nameOf } from './copies.js';
import { aboutPackaging, notForMaven } from './not-for-maven.js';
import { startRedis, type Redis } from './redis.js';

const samples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(readdirSync(join(import.meta.dirname, 'samples')).filter((name) => existsSync(join(import.meta.dirname, 'samples', name, 'pom.xml'))).map((name) => [name, join(import.meta.dirname, 'samples', name)])),
  'spring-war': join(import.meta.dirname, '../../examples/spring-shop'),
};

/** What Maven prints when a build fails, without the stack traces of the frameworks. */
function complaint(output: string): string {
  return output.split('\n').filter((line) => /ERROR|Caused by|expected|BUILD/.test(line)).map((line) => line.slice(0, 400)).slice(0, 25).join('\n');
}

describe('fixed samples', () => {
  let redis: Redis | undefined;
  const work = mkdtempSync(join(tmpdir(), 'monolift-fixes-'));
  const proven = new Set<string>();

  before(async () => {
    redis = await startRedis(work);
  });
  after(() => {
    redis?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  for (const [name, source] of Object.entries(samples)) {
    describe(name, () => {
      for (const copy of copiesOf(name, source, work, (offer) => !(nameOf(offer) in notForMaven))) {
        const fixes = copy.taken.map(({ rule, fix }) => `${rule.replace(/^.*\//, '')}: ${fix}`).join(', ');
        it(`finds less after ${fixes}`, () => assert.deepEqual(complaints(copy), []));
        it('and builds and passes its tests', async () => {
          await redis?.clear();
          const { status, stdout, error } = spawnSync('mvn', ['-B', '-ntp', 'verify'], { cwd: copy.folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, REDIS_HOST: '127.0.0.1', REDIS_PORT: String(redis?.port) } });
          assert.ok(!error, 'mvn does not start; install it (Debian: maven)');
          assert.equal(status, 0, complaint(stdout));
          for (const offer of copy.taken) proven.add(nameOf(offer));
        });
      }
    });
  }

  describe('all together', () => {
    it('prove every fix that changes a Java program', () => {
      const all = rules.flatMap(({ meta, fixes }) => (fixes ?? []).map(({ key }) => nameOf({ rule: meta.id, fix: key })));
      assert.deepEqual(all.filter((each) => !proven.has(each) && !(each in notForMaven) && !aboutPackaging.test(each)), [], 'fixes that no sample takes');
      assert.deepEqual(Object.keys(notForMaven).filter((each) => !all.includes(each)), [], 'reasons for fixes that do not exist');
    });
  });
});
