/**
 * Generated Dockerfiles work: each sample's is checked with hadolint, built on stand-ins for the official base images, looked
 * through, started as its own user, asked for its health and ended with SIGTERM. `npm run test:containers`; needs root,
 * buildah and mmdebstrap, and the tools of `.ci/run`.
 */
import { strict as assert } from 'node:assert';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, configOf, mount, type ImageConfig, type Mounted } from './buildah.js';
import { run } from './commands.js';
import { Container, type Ending } from './container.js';
import { complaintsAbout } from './contents.js';
import { hadolint } from './hadolint.js';
import { samples, type Sample } from './samples.js';
import { standIn } from './stand-ins.js';

const cli = join(import.meta.dirname, '../../dist/cli.js');
const word = 'planted-9f31c2';

/** What lies in working trees and belongs into no image. */
const planted: Readonly<Record<string, string>> = {
  '.env': `TOKEN=${word}\n`,
  '.env.production.local': `TOKEN=${word}\n`,
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/config': `[remote "origin"]\n\turl = https://user:${word}@git.example/shop.git\n`,
  '.github/workflows/ci.yml': 'on: push\n',
  'server.key': `-----BEGIN PRIVATE KEY-----\n${word}\n`,
  'node_modules/left-over/index.js': `// ${word}\n`,
  'compose.yaml': 'services: {}\n',
};


/** A copy of a sample as it lies on a developer's machine. */
function workingTree(name: string, { leftOver }: Sample, work: string): string {
  const folder = join(work, name);
  cpSync(join(import.meta.dirname, 'samples', name), folder, { recursive: true, filter: (path) => !/[\\/](?:node_modules|target|build|dist|\.next)$/.test(path) });
  for (const [path, text] of Object.entries({ ...planted, [leftOver]: `${word}\n` })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Images that a Dockerfile starts from, without its own stages. */
function basesOf(dockerfile: string): readonly string[] {
  const lines = [...dockerfile.matchAll(/^FROM (\S+)(?: AS (\S+))?/gm)];
  const copied = [...dockerfile.matchAll(/^COPY --from=(\S+)/gm)].map(([, from = '']) => from);
  const stages = lines.map(([, , stage]) => stage);
  return [...new Set([...lines.map(([, image = '']) => image), ...copied])].filter((image) => !stages.includes(image));
}

/** Builds that run one after the other; both lanes together keep two processors busy. */
const lanes: Record<Sample['lane'], Promise<unknown>> = { jvm: Promise.resolve(), other: Promise.resolve() };

function inLane<T>(lane: Sample['lane'], work: () => Promise<T>): Promise<T> {
  const done = lanes[lane].then(work);
  lanes[lane] = done.catch(() => undefined);
  return done;
}

interface Built {
  readonly dockerfile: string;
  readonly image: string;
  readonly seconds: number;
}

async function generate(name: string, sample: Sample, work: string): Promise<{ readonly folder: string; readonly dockerfile: string }> {
  const folder = workingTree(name, sample, work);
  await sample.prepare?.(folder);
  await run(process.execPath, [cli, 'generate', 'dockerfile', folder, '--write']);
  const dockerfile = join(folder, sample.dockerfile ?? 'Dockerfile');
  assert.ok(existsSync(dockerfile), `no ${dockerfile}`);
  return { folder, dockerfile };
}

async function buildSample(name: string, folder: string, dockerfile: string): Promise<Built> {
  for (const base of basesOf(readFileSync(dockerfile, 'utf8'))) await standIn(base);
  const started = Date.now();
  const image = `localhost/monolift-sample/${name}`;
  await build({ context: folder, file: dockerfile, image });
  return { dockerfile, image, seconds: (Date.now() - started) / 1000 };
}

const measured: string[] = [];
const only = process.env['MONOLIFT_SAMPLES']?.split(',');

describe('generated Dockerfiles', () => {
  const work = mkdtempSync(join(tmpdir(), 'monolift-containers-'));
  after(() => {
    rmSync(work, { recursive: true, force: true });
    console.log(measured.join('\n'));
  });

  for (const [name, sample] of Object.entries(samples)) {
    if (only && !only.includes(name)) continue;
    const generated = generate(name, sample, work);
    const built = inLane(sample.lane, async () => {
      const { folder, dockerfile } = await generated;
      return buildSample(name, folder, dockerfile);
    });
    generated.catch(() => undefined);
    built.catch(() => undefined);

    describe(name, () => {
      let config: ImageConfig | undefined;
      let files: Mounted | undefined;
      let container: Container | undefined;
      let ending: Ending | undefined;

      after(async () => {
        container?.kill();
        await files?.remove();
      });

      it('passes hadolint', async () => {
        assert.deepEqual(await hadolint((await generated).dockerfile), []);
      });
      it('builds', async () => {
        const { image, seconds } = await built;
        config = await configOf(image);
        files = await mount(image);
        measured.push(`${name}: built in ${seconds.toFixed(0)} s`);
      });
      it('holds nothing that only a build needs, and no secret', async () => {
        assert.ok(files, 'not built');
        assert.deepEqual(await complaintsAbout(files.root, sample.sources, word), []);
      });
      it('starts as a user without rights and answers its health route', async () => {
        assert.ok(files && config, 'not built');
        assert.ok(`${sample.port}/tcp` in (config.ExposedPorts ?? {}), `exposes ${Object.keys(config.ExposedPorts ?? {}).join(', ')}`);
        container = Container.start(files.root, config);
        const { status, body } = await container.answer(sample.port, sample.health, 60_000);
        assert.equal(status, 200, body);
        assert.match(body, sample.says);
        assert.deepEqual(container.users(), [config.User?.split(':')[0]]);
        assert.ok(!container.users().includes('0'), 'runs as root');
      });
      it('answers other requests', async () => {
        for (const [path, says] of Object.entries(sample.pages)) {
          const answer = await container?.answer(sample.port, path, 20_000);
          assert.equal(answer?.status, 200, `${path}: ${answer?.body ?? 'not started'}`);
          assert.match(answer.body, says);
        }
      });
      it('ends in order on SIGTERM', async () => {
        assert.ok(container, 'not started');
        ending = await container.terminate();
        measured.push(`${name}: ended with ${ending.code} after ${ending.milliseconds} ms`);
        assert.equal(ending.code, sample.ends.code, container.log);
        if (sample.ends.code !== 0) assert.match(container.log, sample.ends.said);
      });
    });
  }
});
