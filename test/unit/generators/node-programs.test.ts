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

  it('writes the client of Prisma once its schema is there, unless a script does', async () => {
    const shop = { private: true, scripts: { start: 'node server.js' }, dependencies: { express: '4', '@prisma/client': '6' }, devDependencies: { prisma: '6' } };
    const files = { 'server.js': "require('express')().listen(3000);\n", 'prisma/schema.prisma': 'generator client {\n}\n', 'package-lock.json': '{}' };
    assert.match(await dockerfile({ ...files, 'package.json': pack(shop) }), /^COPY \. \.\n[^]*npx prisma generate --schema prisma\/schema\.prisma/m);
    assert.doesNotMatch(await dockerfile({ ...files, 'package.json': pack({ ...shop, scripts: { ...shop.scripts, build: 'npm-run-all client compile', client: 'prisma generate', compile: 'tsc' } }) }), /npx prisma|run client/);
    assert.match(await dockerfile({ ...files, 'package.json': pack(shop), 'prisma.config.ts': 'export default {};\n' }), /^ENV DATABASE_URL=postgresql:\/\/localhost:5432\/none$/m);
    const workspace = await dockerfile({
      'package.json': pack({ private: true, workspaces: ['api', 'data'] }), 'package-lock.json': '{}', 'api/package.json': pack({ ...shop, name: 'api', dependencies: { express: '4', '@shop/data': '*' }, devDependencies: {} }), 'api/server.js': files['server.js'],
      'data/package.json': pack({ name: '@shop/data', scripts: { generate: 'prisma generate' }, dependencies: { prisma: '6' } }), 'data/schema.prisma': 'generator client {\n}\n',
    });
    assert.match(workspace, /npm run generate --workspace data/);
  });

  it('builds with the script for images where that does not make the image itself', async () => {
    const script = async (docker: string): Promise<string | undefined> => /npm run (build\S*)/.exec(await dockerfile({ 'package.json': pack({ private: true, scripts: { start: 'node server.js', build: 'npm run check-db && tsc', 'build:docker': docker }, dependencies: { express: '4' } }), 'package-lock.json': '{}', 'server.js': "require('express')().listen(3000);\n" }))?.[1];
    assert.deepEqual([await script('tsc'), await script('docker build -t mail .')], ['build:docker', 'build']);
  });

  it('installs Corepack for releases that come without it', async () => {
    const text = (pin: string): Promise<string> => dockerfile({ 'package.json': pack({ private: true, scripts: { start: 'node server.js' }, dependencies: { express: '4' } }), '.nvmrc': pin, 'pnpm-lock.yaml': '', 'server.js': "require('express')().listen(3000);\n" });
    assert.match(await text('26'), /npm install -g corepack@[\d.]+ \\\n +&& corepack enable/);
    assert.doesNotMatch(await text('24'), /npm install -g corepack/);
  });

  it('takes the port of the image of today, or of the variable, where the code does not say', async () => {
    const port = async (files: Readonly<Record<string, string>>): Promise<unknown> => (await found({ 'package.json': pack({ private: true, scripts: { start: 'node server.js' }, dependencies: { express: '4' } }), 'server.js': "const { port } = require('./settings');\nrequire('express')().listen(port);\n", ...files }))[0]?.port;
    assert.deepEqual(await port({ Dockerfile: 'FROM node:24-slim\nCOPY . .\nEXPOSE 1337\nCMD ["node", "server.js"]\n' }), { port: 1337, source: 'Dockerfile' });
    assert.deepEqual(await port({ '.env.example': 'PORT=4100\n' }), { port: 4100, source: 'the variable PORT', env: 'PORT' });
    assert.deepEqual(await port({}), { port: 3000, source: undefined });
  });

  it('says that it writes no images for Bun', async () => {
    const { conclusion: { model } } = await scan(new Map([['package.json', pack({ scripts: { start: 'bun index.ts' } })], ['index.ts', '']]));
    assert.deepEqual(applications(model, ''), []);
    assert.match(refusals(model, '')[0]?.reason.en ?? '', /starts with "bun index\.ts"/);
    assert.match(refusals(model, '')[0]?.reason.ko ?? '', /Bun/);
  });

  it('tells the servers of a workspace from the packages that they are made of', async () => {
    const member = (name: string, content: object): string => JSON.stringify({ name, private: true, ...content });
    const dirs = (await found({
      'package.json': member('all', {}), 'pnpm-workspace.yaml': 'packages:\n  - "*"\n', 'pnpm-lock.yaml': '',
      'common/package.json': member('@mail/common', { main: 'dist/index.js', dependencies: { ws: '8' } }), 'common/index.js': 'module.exports = {};\n',
      'api/package.json': member('@mail/api', { scripts: { prod: 'cross-env NODE_ENV=production node --require tsx/cjs src/server.ts' }, dependencies: { express: '4', '@mail/common': 'workspace:*', tsx: '4' } }), 'api/src/server.ts': "import express from 'express';\nexpress().listen(9001);\n",
      'tools/package.json': member('@mail/tools', { dependencies: { '@mail/api': 'workspace:*' } }),
      'site/package.json': member('@mail/site', { scripts: { prod: 'node build.js' }, dependencies: {} }), 'site/build.js': '',
    }));
    assert.deepEqual(dirs.map(({ dir, start, layout }) => [dir, start.join(' '), layout.context]), [['api', 'node --require tsx/cjs src/server.ts', '']]);
  });

  it('offers nothing for packages that others take in', async () => {
    assert.deepEqual(await found({ 'package.json': pack({ main: 'index.js', exports: './index.js' }), 'index.js': '' }), []);
    assert.deepEqual(await found({ 'package.json': pack({ main: 'index.js', bin: { mail: 'index.js' } }), 'index.js': '' }), []);
    assert.deepEqual(await found({ 'README.md': '# nothing\n' }), []);
  });
});
