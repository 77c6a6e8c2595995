import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerfileTargets, generateDockerfile, type GeneratedImage } from '../../../server/src/generators/dockerfile/generate.js';
import { scan } from '../../harness/run.js';
import { bootJar, enterprise, gradleBoot, multiModule, node, platformWar, typescriptShop, war, type Files } from './workspaces.js';

const openshift: Files = { 'monolift.yaml': 'target: openshift\n' };
const plainNode = { name: 'shop', private: true, scripts: { start: 'node server.js' }, dependencies: { express: '^4.21.0' } };

/** Everything the generator decides between, by name. */
const workspaces: Readonly<Record<string, Files>> = {
  'boot-3.4-jar': bootJar('3.4.2', '17'),
  'boot-2.7-jar-korean': bootJar('2.7.18', '1.8', { 'src/main/resources/messages_ko.properties': 'hello=안녕하세요\n', 'src/main/resources/application.properties': 'server.port=8081\n' }),
  'boot-openshift': bootJar('3.3.0', '21', openshift),
  'boot-multi-module': multiModule(),
  'gradle-boot': gradleBoot(),
  'war-javax': war('javax', '3.1.0', '1.8'),
  'war-jakarta-jndi': war('jakarta', '6.0.0', '17', { 'src/main/webapp/WEB-INF/web.xml': '<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"><resource-ref><res-ref-name>jdbc/shop</res-ref-name></resource-ref></web-app>\n' }),
  'war-openshift': war('javax', '4.0.1', '11', openshift),
  'ear-javax': enterprise(),
  'war-ejb-jakarta': platformWar,
  'node-typescript': typescriptShop,
  'node-pnpm': node({ ...plainNode, packageManager: 'pnpm@9.1.0' }, { 'pnpm-lock.yaml': 'lockfileVersion: 9\n', 'server.js': "require('express')().listen(3000);\n" }),
  'node-yarn': node(plainNode, { 'yarn.lock': '\n', 'server.js': "require('express')().listen(3000);\n" }),
  'node-without-lock': node(plainNode, { 'server.js': "require('express')().listen(process.env.PORT);\n" }),
};

async function generate(files: Files, dir = ''): Promise<GeneratedImage> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  const generated = generateDockerfile(conclusion.model, dir);
  assert.ok(generated, `nothing generated; targets: ${dockerfileTargets(conclusion.model, '').join(', ')}`);
  return generated;
}

async function dockerfile(files: Files): Promise<string> {
  return (await generate(files)).files[0]?.text ?? '';
}

describe('Dockerfile generator', () => {
  for (const [name, files] of Object.entries(workspaces)) {
    describe(name, () => {
      it('writes what was read and agreed on', async () => {
        assert.equal(await dockerfile(files), readFileSync(join(import.meta.dirname, 'golden', `${name}.Dockerfile`), 'utf8'));
      });
      it('passes our own image rules and is what the missing image asks for', async () => {
        const generated = await generate(files);
        const { conclusion } = await scan(new Map([...Object.entries(files), ...generated.files.map(({ path, text }) => [path, text] as const)]));
        assert.deepEqual(conclusion.findings.filter((finding) => finding.rule.startsWith('image/')).map((finding) => `${finding.file} ${finding.rule} ${finding.say}`), []);
      });
      it('has a build and a run stage, a numeric user and a command without a shell', async () => {
        const text = await dockerfile(files);
        assert.ok([...text.matchAll(/^FROM /gm)].length >= 2);
        assert.match(text, /^USER \d+:\d+$/m);
        assert.match(text, /^(?:CMD|ENTRYPOINT) \[".*"\]$/m);
        assert.match(text, /^EXPOSE \d+$/m);
        assert.doesNotMatch(text, /\bnpm start\b|undefined|NaN|\r/);
        assert.ok(text.endsWith('\n') && !text.endsWith('\n\n'));
      });
      it('says the same every time', async () => assert.deepEqual(await generate(files), await generate(files)));
      it('speaks both languages in its notes', async () => {
        for (const note of (await generate(files)).notes) assert.match(note.ko, /\p{Script=Hangul}/u);
      });
    });
  }

  it('chooses the started module of a multi-module build and builds from its root', async () => {
    const generated = await generate(multiModule());
    assert.equal(generated.module, 'web');
    assert.deepEqual(generated.files.map(({ path }) => path), ['Dockerfile', '.dockerignore']);
  });

  it('gives each of several modules a Dockerfile of its own', async () => {
    const files = { ...multiModule() };
    const second = Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('web/')).map(([path, text]) => [path.replace('web/', 'admin/'), text.replaceAll('shop-web', 'shop-admin')]));
    const both = { ...files, ...second, 'pom.xml': (files['pom.xml'] ?? '').replace('<module>web</module>', '<module>web</module><module>admin</module>') };
    const { conclusion } = await scan(new Map(Object.entries(both)));
    assert.deepEqual(dockerfileTargets(conclusion.model, ''), ['admin', 'web']);
    assert.equal(generateDockerfile(conclusion.model, ''), undefined);
    assert.equal(generateDockerfile(conclusion.model, 'admin')?.files[0]?.path, 'admin/Dockerfile');
    assert.match(generateDockerfile(conclusion.model, 'admin')?.files[0]?.text ?? '', /mvn -B -ntp -pl admin -am package/);
  });

  it('offers nothing for a library', async () => {
    const { conclusion } = await scan(new Map([['pom.xml', '<project><groupId>a</groupId><artifactId>lib</artifactId></project>']]));
    assert.equal(generateDockerfile(conclusion.model, ''), undefined);
  });

  it('keeps packages that are named like output folders in the context', async () => {
    const [, ignore] = (await generate(bootJar('3.4.2', '17'))).files;
    assert.match(ignore?.text ?? '', /^\*\*\/target\n!\*\*\/src\/\*\*\/target$/m);
    assert.match(ignore?.text ?? '', /^\.git$/m);
  });
});
