import assert from 'node:assert/strict';
import { startOf } from '../../../server/src/generators/dockerfile/node-start.js';
import { nodeFor } from '../../../server/src/generators/dockerfile/node-version.js';
import { javaFor, layersFor, tomcatFor } from '../../../server/src/generators/dockerfile/java.js';
import type { BuildModule } from '../../../server/src/facts/build/kinds.js';

const module: BuildModule = { tool: 'maven', name: 'a', packaging: 'war', dependencies: [], provided: [], versions: {}, plugins: [], modules: [], properties: {}, scripts: {} };
const silent = { sources: undefined, descriptor: undefined };

describe('how a Node program starts', () => {
  const cases: readonly (readonly [Record<string, string>, readonly string[] | undefined, readonly string[]])[] = [
    [{ start: 'node server.js' }, ['node', 'server.js'], []],
    [{ start: 'NODE_ENV=production node --enable-source-maps dist/main.js' }, ['node', '--enable-source-maps', 'dist/main.js'], []],
    [{ start: 'npm run build && node dist/main.js', build: 'tsc' }, ['node', 'dist/main.js'], ['build']],
    [{ start: 'npm run serve', serve: 'cross-env PORT=80 node app.js' }, ['node', 'app.js'], []],
    [{ start: 'nest start', 'start:prod': 'node dist/main' }, ['node', 'dist/main'], []],
    [{ start: 'nest start' }, ['node', 'dist/main.js'], []],
    [{ start: 'next start -p 3000' }, ['node', 'node_modules/next/dist/bin/next', 'start', '-p', '3000'], []],
    [{ start: 'nodemon src/index.ts' }, undefined, []],
    [{ start: 'node --watch server.js' }, undefined, []],
    [{ start: 'node server.js | pino-pretty' }, undefined, []],
    [{ start: 'npm run a', a: 'npm run start' }, undefined, []],
  ];
  for (const [scripts, words, before] of cases) {
    it(JSON.stringify(scripts), () => {
      const start = startOf(scripts);
      assert.deepEqual(start?.words, words);
      if (words) assert.deepEqual(start?.before, before);
    });
  }
});

describe('releases to run on', () => {
  for (const [engine, major] of [[undefined, 24], ['>=20', 24], ['^22.1.0', 22], ['20.x', 20], ['>=16 <21', 20], ['18 || 20', 20], ['~22', 22], ['16 - 18', 18], ['<=22', 22], ['*', 24], ['>= 18.17', 24]] as const) {
    it(`Node for ${engine ?? 'nothing stated'} is ${major}`, () => assert.equal(nodeFor(engine).major, major));
  }
  it('takes the next long-term release of Java', () => {
    assert.deepEqual([6, 8, 9, 16, 18, 25].map((javaVersion) => javaFor({ ...module, javaVersion }).release), [8, 8, 11, 17, 21, 25]);
    assert.equal(javaFor({ ...module, bootVersion: '3.1.0' }).release, 17);
    assert.equal(javaFor(module).known, false);
  });
  it('takes a Boot jar apart as its version can', () => {
    assert.equal(layersFor('2.3.1'), undefined);
    assert.deepEqual(['2.7.0', '3.2.0', '3.3.0', '3.10.0'].map((version) => layersFor(version)?.entrypoint.at(-1)), ['org.springframework.boot.loader.JarLauncher', 'org.springframework.boot.loader.launch.JarLauncher', 'app.jar', 'app.jar']);
  });
  it('tells the server generation from what is certain first', () => {
    const servlet = (name: string, version: string): BuildModule => ({ ...module, provided: [name], versions: { [name]: version } });
    assert.equal(tomcatFor(servlet('jakarta.servlet:jakarta.servlet-api', '4.0.4'), silent).tomcat, '9.0', 'version 4 of the renamed artifact is still javax');
    assert.equal(tomcatFor(servlet('jakarta.servlet:jakarta.servlet-api', '6.0.0'), silent).tomcat, '10.1');
    assert.equal(tomcatFor(servlet('jakarta.servlet:jakarta.servlet-api', '6.1.0'), silent).tomcat, '11.0');
    assert.equal(tomcatFor(servlet('javax.servlet:servlet-api', '2.5'), { ...silent, sources: 'jakarta' }).tomcat, '10.1', 'sources decide');
    assert.equal(tomcatFor({ ...module, versions: { 'org.springframework:spring-webmvc': '5.3.39' } }, silent).tomcat, '9.0');
    assert.equal(tomcatFor(module, silent).known, false);
  });
});
