/**
 * Fixes leave Python programs that work: each sample is fixed through the command line, installed with pip into an
 * environment of its own, and started twice side by side on one Redis, where both shall share what they kept for
 * themselves before. `npm run test:fixes`; needs python3 with venv, pip and redis-server.
 */
import { strict as assert } from 'node:assert';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaints, copiesOf, nameOf, type Copy } from './copies.js';
import { freePort, startRedis, type Redis } from './redis.js';

interface Sample {
  /** Command that starts one copy; `PORT` tells it where to listen. */
  readonly start: (bin: string, port: number) => readonly string[];
  /** Fixes that must have been taken, because the checks are about them. */
  readonly fixes: readonly string[];
  /** What two copies that listen at these addresses must agree on. */
  readonly shares: Readonly<Record<string, (first: string, second: string) => Promise<void>>>;
}

/** Cookies that an answer set, as the next request sends them. */
function cookiesOf(answer: Response): string {
  return answer.headers.getSetCookie().map((cookie) => cookie.replace(/;.*$/, '')).join('; ');
}

async function json(url: string, init: RequestInit = {}): Promise<{ readonly body: unknown; readonly cookies: string }> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  assert.equal(answer.status, 200, `${url}: ${answer.status} ${text.slice(0, 400)}`);
  return { body: JSON.parse(text), cookies: cookiesOf(answer) };
}

/** A cart that one copy fills is there when the other one shows it. */
function session(method: string, wrap: (cart: readonly string[]) => unknown): (first: string, second: string) => Promise<void> {
  return async (first, second) => {
    const { cookies } = await json(`${first}/cart/tea`, { method });
    assert.notEqual(cookies, '', 'no session cookie');
    const { body } = await json(`${second}/cart`, { headers: { cookie: cookies } });
    assert.deepEqual(body, wrap(['tea']));
  };
}

/** Three calls in turn use up a limit of three wherever the fourth one goes. */
async function limit(first: string, second: string): Promise<void> {
  const statuses: number[] = [];
  for (const base of [first, second, first, second]) statuses.push((await fetch(`${base}/limited`)).status);
  assert.deepEqual(statuses, [200, 200, 200, 429]);
}

async function health(...copies: readonly string[]): Promise<void> {
  for (const copy of copies) for (const path of ['healthz', 'readyz']) await json(`${copy}/${path}`);
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

/** Runs a command to its end; its output when it fails. */
function run(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, env });
  assert.ok(!error, `${command} does not start: ${String(error)}; install python3-venv (Debian)`);
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  return stdout;
}

/** An environment with what the copy requires; the folder of its programs. */
function install(copy: string, folder: string): string {
  run(copy, 'python3', ['-m', 'venv', folder]);
  run(copy, join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', 'requirements.txt']);
  return join(folder, 'bin');
}

/** One running copy. */
class Server {
  private output = '';
  private constructor(readonly url: string, private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (this.output += data.toString()));
  }

  static async start(sample: Sample, bin: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Server> {
    const port = await freePort();
    const [command = '', ...args] = sample.start(bin, port);
    const server = new Server(`http://127.0.0.1:${port}`, spawn(command, args, { cwd, env: { ...env, PORT: String(port) } }));
    for (let tries = 0; !(await server.answers()); tries++) {
      assert.ok(tries < 150 && server.child.exitCode === null, `${command} does not listen:\n${server.output.slice(-4000)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return server;
  }

  private async answers(): Promise<boolean> {
    return fetch(this.url).then(() => true, () => false);
  }

  stop(): void {
    this.child.kill('SIGTERM');
  }
}

/** The first copy that took every fix of the list. */
function fixedCopy(copies: readonly Copy[], wanted: readonly string[]): Copy {
  const all = copies.flatMap(({ taken }) => taken.map(nameOf));
  assert.deepEqual(wanted.filter((each) => !all.includes(each)), [], `not offered; taken: ${all.join(', ')}`);
  const copy = copies.find(({ taken }) => wanted.every((each) => taken.map(nameOf).includes(each)));
  assert.ok(copy, 'no copy took all of them');
  return copy;
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
        for (let count = 0; count < 2; count++) servers.push(await Server.start(sample, bin, copy.folder, environment()));
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
