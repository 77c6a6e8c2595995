import assert from 'node:assert/strict';
import { applications, refusals } from '../../../server/src/generators/application/find.js';
import { scan } from '../../harness/run.js';
import { describeImages, dockerfile, found, generate } from './golden.js';

const pack = (content: object): string => JSON.stringify({ name: 'mail', version: '1.0.0', ...content });

describe('Dockerfile generator for Node programs', () => {
  describeImages({ 'node-program': { 'package.json': pack({ scripts: { start: 'node index.js' }, engines: { node: '>=20' } }), '.nvmrc': 'lts/jod\n', 'package-lock.json': '{}', 'index.js': 'console.log("sent");\n' } }, false);

  it('takes a pinned release that engines lets in, and engines where it does not', async () => {
    const version = async (pin: string, engine?: string): Promise<string | undefined> => (await found({ 'package.json': pack({ scripts: { start: 'node index.js' }, ...(engine === undefined ? {} : { engines: { node: engine } }) }), '.node-version': `${pin}\n`, 'index.js': '' }))[0]?.runtime.version;
    assert.deepEqual([await version('v22.1.0'), await version('22', '>=20'), await version('18', '>=20'), await version('lts/*'), await version('no-such')], ['22', '22', '24', '24', '24']);
  });

  it('asks which of two lock files holds, unless package.json says', async () => {
    const files = { 'yarn.lock': '', 'package-lock.json': '{}', 'server.js': "require('express')().listen(3000);\n" };
    const content = { private: true, scripts: { start: 'node server.js' }, dependencies: { express: '4' } };
    assert.match(await dockerfile({ ...files, 'package.json': pack(content) }), /^# TODO: yarn\.lock and package-lock\.json both pin versions; this takes yarn\.lock\./m);
    const stated = await dockerfile({ ...files, 'package.json': pack({ ...content, packageManager: 'npm@10.9.0' }) });
    assert.match(stated, /npm ci/);
    assert.doesNotMatch(stated, /TODO: yarn/);
  });

  it('installs by the lock file of Bun', async () => {
    const text = await dockerfile({ 'package.json': pack({ private: true, scripts: { start: 'node server.js' }, dependencies: { express: '4' } }), 'bun.lock': '', 'server.js': "require('express')().listen(3000);\n" });
    assert.match(text, /bun install --frozen-lockfile/);
  });

  it('starts the program without its migration, and says so', async () => {
    const image = await generate({ 'package.json': pack({ private: true, scripts: { start: 'prisma migrate deploy && node server.js' }, dependencies: { express: '4' } }), 'server.js': "require('express')().listen(3000);\n" });
    assert.match(image.files[0]?.text ?? '', /^CMD \["node", "server\.js"\]$/m);
    assert.ok(image.notes.some(({ en }) => en.includes('changes the schema first')));
  });

  it('says that it writes no images for Bun', async () => {
    const { conclusion: { model } } = await scan(new Map([['package.json', pack({ scripts: { start: 'bun index.ts' } })], ['index.ts', '']]));
    assert.deepEqual(applications(model, ''), []);
    assert.match(refusals(model, '')[0]?.reason.en ?? '', /starts with "bun index\.ts"/);
    assert.match(refusals(model, '')[0]?.reason.ko ?? '', /Bun/);
  });

  it('offers nothing for packages that others take in', async () => {
    assert.deepEqual(await found({ 'package.json': pack({ main: 'index.js', exports: './index.js' }), 'index.js': '' }), []);
    assert.deepEqual(await found({ 'package.json': pack({ main: 'index.js', bin: { mail: 'index.js' } }), 'index.js': '' }), []);
    assert.deepEqual(await found({ 'README.md': '# nothing\n' }), []);
  });
});
