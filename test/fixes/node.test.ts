/**
 * Fixes leave Node programs that work: each sample is fixed through the command line, installed with npm and, where it is
 * written in TypeScript, compiled; then it is started twice side by side on one Redis, where both shall share what they
 * kept for themselves before, and ends on SIGTERM. `npm run test:fixes`; needs redis-server.
 */
import { strict as assert } from 'node:assert';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaints, copiesOf, type Copy } from './copies.js';
import { fixedCopy, health, json, limit, run, Server, session } from './programs.js';
import { startRedis, type Redis } from './redis.js';

interface Sample {
  /** Scripts of the sample that make the program. */
  readonly build: readonly string[];
  readonly entry: string;
  /** Fixes that must have been taken, because the checks are about them. */
  readonly fixes: readonly string[];
  /** What two copies that listen at these addresses must agree on. */
  readonly shares: Readonly<Record<string, (first: string, second: string) => Promise<void>>>;
}

const samples: Readonly<Record<string, Sample>> = {
  express: {
    build: [], entry: 'app.js',
    fixes: ['state/http-session redis-store', 'state/in-memory-rate-limit redis-store', 'storage/log-file console-transport', 'lifecycle/no-health-endpoint health-routes', 'lifecycle/no-graceful-shutdown drain-on-sigterm'],
    shares: { session: session('POST', (cart) => cart), limit, health },
  },
  nest: {
    build: ['build'], entry: 'dist/main.js',
    fixes: ['state/http-session redis-store', 'state/in-process-cache keyv-redis', 'lifecycle/no-health-endpoint health-routes', 'lifecycle/no-graceful-shutdown drain-on-sigterm'],
    shares: {
      session: session('POST', (cart) => cart),
      async cache(first, second) {
        await json(`${first}/price/tea?value=7`, { method: 'PUT' });
        assert.deepEqual((await json(`${second}/price/tea`)).body, { price: '7' });
      },
      health,
    },
  },
};

describe('fixed samples of Node', () => {
  const work = mkdtempSync(join(tmpdir(), 'monolift-node-'));
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
      const environment = (): NodeJS.ProcessEnv => ({ ...process.env, REDIS_URL: `redis://127.0.0.1:${redis?.port ?? 0}`, SECRET_KEY: 'one key for all copies of the sample' });

      it('takes its fixes and finds less after them', () => {
        copy = fixedCopy(copiesOf(name, join(import.meta.dirname, 'samples', name), work, () => true), sample.fixes);
        assert.deepEqual(complaints(copy), []);
      });
      it('installs and starts twice', async () => {
        assert.ok(copy, 'not fixed');
        run(copy.folder, 'npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error']);
        for (const script of sample.build) run(copy.folder, 'npm', ['run', script]);
        await redis?.clear();
        for (let count = 0; count < 2; count++) servers.push(await Server.start(() => [process.execPath, sample.entry], copy.folder, environment()));
      });
      for (const [what, check] of Object.entries(sample.shares)) {
        it(`shares: ${what}`, async () => {
          const [first, second] = servers;
          assert.ok(first && second, 'not started');
          await check(first.url, second.url);
        });
      }
      it('ends on SIGTERM when its requests are answered', async () => {
        for (const server of servers) assert.ok([0, null].includes(await server.ended()));
      });
      it('writes its log to the console alone', () => {
        assert.ok(copy, 'not fixed');
        assert.equal(existsSync(join(copy.folder, 'shop.log')), false);
      });
      after(() => servers.forEach((server) => server.stop()));
    });
  }
});
