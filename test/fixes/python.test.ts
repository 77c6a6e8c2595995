/**
 * Fixes leave Python programs that work: each sample is fixed through the command line, installed with pip into an
 * environment of its own, and started twice side by side on one Redis, where both shall share what they kept for
 * themselves before. `npm run test:fixes`; needs python3 with venv, pip and redis-server.
 */
import { strict as assert } from 'node:assert';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaints, copiesOf, type Copy } from './copies.js';
import { fixedCopy, health, json, limit, run, Server, session } from './programs.js';
import { startRedis, type Redis } from './redis.js';

interface Sample {
  /** Command that starts one copy; `PORT` tells it where to listen. */
  readonly start: (bin: string, port: number) => readonly string[];
  /** Fixes that must have been taken, because the checks are about them. */
  readonly fixes: readonly string[];
  /** What two copies that listen at these addresses must agree on. */
  readonly shares: Readonly<Record<string, (first: string, second: string) => Promise<void>>>;
}

const samples: Readonly<Record<string, Sample>> = {
  flask: {
    start: (bin) => [join(bin, 'python'), 'app.py'],
    fixes: ['state/http-session redis-session-settings', 'state/in-process-cache redis-cache-settings', 'state/in-memory-rate-limit redis-limit-storage', 'state/generated-secret secret-key-from-environment', 'storage/log-file console-handler', 'lifecycle/no-health-endpoint health-views', 'config/hard-coded-port port-from-environment'],
    shares: {
      session: session('POST', (cart) => cart),
      async cache(first, second) {
        await json(`${first}/price/tea?value=7`, { method: 'PUT' });
        assert.deepEqual((await json(`${second}/price/tea`)).body, { price: '7' });
      },
      limit,
      health,
    },
  },
  django: {
    start: (bin, port) => [join(bin, 'gunicorn'), '--bind', `127.0.0.1:${port}`, 'shop.wsgi'],
    fixes: ['state/http-session redis-session-settings', 'state/generated-secret secret-key-from-environment', 'storage/log-file console-handler', 'lifecycle/no-health-endpoint health-views', 'storage/upload-directory django-storages'],
    shares: {
      session: session('GET', (cart) => ({ cart })),
      async cache(first, second) {
        await json(`${first}/price/tea?value=7`);
        assert.deepEqual((await json(`${second}/price/tea`)).body, { price: '7' });
      },
      health,
    },
  },
  fastapi: {
    start: (bin) => [join(bin, 'python'), 'main.py'],
    fixes: ['state/http-session redis-session-settings', 'state/in-memory-rate-limit redis-limit-storage', 'storage/log-file console-handler', 'lifecycle/no-health-endpoint health-views', 'config/hard-coded-port port-from-environment'],
    shares: { session: session('POST', (cart) => cart), limit, health },
  },
};

/** An environment with what the copy requires; the folder of its programs. */
function install(copy: string, folder: string): string {
  run(copy, 'python3', ['-m', 'venv', folder]);
  run(copy, join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', 'requirements.txt']);
  return join(folder, 'bin');
}

describe('fixed samples of Python', () => {
  const work = mkdtempSync(join(tmpdir(), 'monolift-python-'));
  let redis: Redis | undefined;

  before(async () => {
    redis = await startRedis(work);
  });
  after(() => {
    redis?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  for (const [name, sample] of Object.entries(samples)) {
    describe(name, () => {
      const servers: Server[] = [];
      let copy: Copy | undefined;
      let bin = '';
      const environment = (): NodeJS.ProcessEnv => ({ ...process.env, REDIS_URL: `redis://127.0.0.1:${redis?.port ?? 0}/0`, SECRET_KEY: 'one key for all copies of the sample' });

      it('takes its fixes and finds less after them', () => {
        copy = fixedCopy(copiesOf(name, join(import.meta.dirname, 'samples', name), work, () => true), sample.fixes);
        assert.deepEqual(complaints(copy), []);
      });
      it('installs and starts twice', async () => {
        assert.ok(copy, 'not fixed');
        bin = install(copy.folder, join(work, `${name}-env`));
        await redis?.clear();
        for (let count = 0; count < 2; count++) servers.push(await Server.start((port) => sample.start(bin, port), copy.folder, environment()));
      });
      for (const [what, check] of Object.entries(sample.shares)) {
        it(`shares: ${what}`, async () => {
          const [first, second] = servers;
          assert.ok(first && second, 'not started');
          await check(first.url, second.url);
        });
      }
      it('writes its log to the console alone', () => {
        assert.ok(copy, 'not fixed');
        assert.equal(existsSync(join(copy.folder, 'shop.log')), false);
      });
      if (name === 'django') {
        it('keeps uploads in a bucket when one is named, and in the folder otherwise', () => {
          assert.ok(copy, 'not fixed');
          const ask = (more: NodeJS.ProcessEnv): string => run(copy?.folder ?? '', join(bin, 'python'), ['-c', 'import django; django.setup(); from django.core.files.storage import storages; print(storages["default"].__class__.__module__)'], { ...environment(), DJANGO_SETTINGS_MODULE: 'shop.settings', ...more }).trim();
          assert.equal(ask({}), 'django.core.files.storage.filesystem');
          assert.equal(ask({ AWS_STORAGE_BUCKET_NAME: 'shop', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }), 'storages.backends.s3');
        });
      }
      after(() => servers.forEach((server) => server.stop()));
    });
  }
});
