/** The checks of generated images find what is wrong with an image that does everything wrong. */
import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, configOf, mount, type ImageConfig, type Mounted } from './buildah.js';
import { Container } from './container.js';
import { complaintsAbout } from './contents.js';
import { hadolint } from './hadolint.js';
import { standIn } from './stand-ins.js';

const files: Readonly<Record<string, string>> = {
  Dockerfile: [
    'FROM node:22-bookworm-slim', 'WORKDIR /app', 'COPY . .',
    'RUN printf "#!/bin/sh" > /usr/local/bin/tsc && chmod +x /usr/local/bin/tsc && mkdir -p /root/.npm/_cacache && touch /root/.npm/_cacache/index',
    'USER 0:0', 'EXPOSE 3000', 'CMD ["node", "server.js"]', '',
  ].join('\n'),
  // No handler: process 1 of a container does not hear SIGTERM then.
  'server.js': "require('node:http').createServer((request, response) => response.end('ok')).listen(3000);\n",
  'server.ts': 'export {};\n',
  '.env': 'TOKEN=planted-in-vain\n',
  '.git/HEAD': 'ref: refs/heads/main\n',
};

describe('checks of images', () => {
  const folder = mkdtempSync(join(tmpdir(), 'monolift-wrong-image-'));
  let config: ImageConfig | undefined;
  let image: Mounted | undefined;
  let container: Container | undefined;

  before(async () => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    await standIn('node:22-bookworm-slim');
    await build({ context: folder, file: join(folder, 'Dockerfile'), image: 'localhost/monolift-sample/wrong' });
    config = await configOf('localhost/monolift-sample/wrong');
    image = await mount('localhost/monolift-sample/wrong');
  });
  after(async () => {
    container?.kill();
    await image?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('find compilers, caches, sources, secrets and the repository', async () => {
    assert.ok(image);
    assert.deepEqual([...(await complaintsAbout(image.root, /\.ts$/, 'planted-in-vain'))].sort(), [
      'cache of a package manager: root/.npm/_cacache/index', 'compiler or build tool: usr/local/bin/tsc', 'part of the repository: app/.git', 'part of the repository: app/.git/HEAD',
      'part of the repository: app/Dockerfile', 'secret: app/.env', 'source: app/server.ts', 'what a secret file says: /app/.env',
    ]);
  });
  it('find what hadolint finds', async () => assert.notDeepEqual(await hadolint(join(folder, 'Dockerfile')), []));
  it('see root, and a program that does not end on SIGTERM', async () => {
    assert.ok(image && config);
    container = Container.start(image.root, config);
    assert.equal((await container.answer(3000, '/', 20_000)).status, 200);
    assert.deepEqual(container.users(), ['0']);
    assert.equal((await container.terminate(1000)).code, 137);
  });
});
