/**
 * Fixes leave programs that work: each sample is fixed through the command line, then built with Maven, and its own tests
 * run, against a Redis of their own. `npm run test:fixes`; needs a JDK, Maven and redis-server.
 */
import { strict as assert } from 'node:assert';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../server/src/generated/registry.js';
import { notForMaven } from './not-for-maven.js';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');

const samples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(readdirSync(join(import.meta.dirname, 'samples')).map((name) => [name, join(import.meta.dirname, 'samples', name)])),
  'spring-war': join(root, 'examples/spring-shop'),
};

/** A fix as the command line names it. */
interface Offer {
  readonly rule: string;
  readonly fix: string;
}

function monolift(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ok(status === 0 || status === 1, `monolift ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Fixes on offer in a folder: for each rule its keys in the order of the rule. */
function offers(folder: string): ReadonlyMap<string, readonly string[]> {
  const { findings } = JSON.parse(monolift('scan', folder, '--no-cache', '--format', 'json', '--fail-on', 'never')) as { findings: { rule: string; fixes: string[] }[] };
  const found = new Map<string, readonly string[]>();
  for (const { rule, fixes } of findings) found.set(rule, [...new Set([...(found.get(rule) ?? []), ...fixes])]);
  return new Map([...found].filter(([, keys]) => keys.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sets of fixes that together take every fix on offer, one of each rule at a time, because those of a rule are alternatives. */
function variants(offered: ReadonlyMap<string, readonly string[]>): readonly (readonly Offer[])[] {
  const count = Math.max(1, ...[...offered.values()].map((keys) => keys.length));
  return Array.from({ length: count }, (_, index) => [...offered].map(([rule, keys]) => ({ rule, fix: keys[index % keys.length] ?? '' })));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.end());
  });
}

/** What Maven prints when a build fails, without the stack traces of the frameworks. */
function complaint(output: string): string {
  return output.split('\n').filter((line) => /ERROR|Caused by|expected|BUILD/.test(line)).map((line) => line.slice(0, 400)).slice(0, 25).join('\n');
}

describe('fixed samples', () => {
  let redis: ChildProcess | undefined;
  let port = 0;
  const work = mkdtempSync(join(tmpdir(), 'monolift-fixes-'));
  const proven = new Set<string>();

  before(async () => {
    port = await freePort();
    redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', work], { stdio: 'ignore' });
    for (let tries = 0; !(await answers(port)); tries++) {
      assert.ok(tries < 100, 'redis-server does not answer; install it (Debian: redis-server)');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  after(() => {
    redis?.kill();
    rmSync(work, { recursive: true, force: true });
  });

  for (const [name, source] of Object.entries(samples)) {
    describe(name, () => {
      for (const [index, fixes] of variants(offers(source)).entries()) {
        it(`builds and passes its tests after ${fixes.map(({ rule, fix }) => `${rule.replace(/^.*\//, '')}: ${fix}`).join(', ')}`, () => {
          const folder = join(work, `${name}-${index}`);
          cpSync(source, folder, { recursive: true, filter: (path) => !/[\\/](?:target|logs|\.monolift)$/.test(path) });
          for (const { rule, fix } of fixes) {
            // An earlier fix may have answered for this one.
            if (!offers(folder).get(rule)?.includes(fix)) continue;
            assert.match(monolift('fix', folder, '--rule', rule, '--fix', fix, '--write'), /\S/);
            proven.add(`${rule} ${fix}`);
          }
          const { status, stdout, error } = spawnSync('mvn', ['-B', '-ntp', 'verify'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, REDIS_HOST: '127.0.0.1', REDIS_PORT: String(port) } });
          assert.ok(!error, 'mvn does not start; install it (Debian: maven)');
          assert.equal(status, 0, complaint(stdout));
        });
      }
    });
  }

  describe('all together', () => {
    it('prove every fix that changes a Java program', () => {
      const all = rules.flatMap((rule) => (rule.fixes ?? []).map((fix) => `${rule.meta.id} ${fix.key}`));
      assert.deepEqual(all.filter((each) => !proven.has(each) && !(each in notForMaven)), [], 'fixes that no sample takes');
    });
  });
});
