import assert from 'node:assert/strict';
import { dockerfileTargets, generateDockerfile } from '../../../server/src/generators/dockerfile/generate.js';
import { gradleFor } from '../../../server/src/generators/dockerfile/gradle.js';
import { scan } from '../../harness/run.js';
import { describeImages, dockerfile, generate, openshift } from './golden.js';
import { bootJar, enterprise, gradleBoot, multiModule, nextStandalone, node, platformWar, pnpmWorkspace, typescriptShop, war, type Files } from './workspaces.js';

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
  'node-pnpm-workspace': pnpmWorkspace,
  'node-next-standalone': nextStandalone,
  'node-without-lock': node(plainNode, { 'server.js': "require('express')().listen(process.env.PORT);\n" }),
};

async function written(files: Files): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await generate(files)).files.map(({ path, text }) => [path, text]));
}

describe('Dockerfile generator', () => {
  describeImages(workspaces);

  it('installs the programs that the code starts, and those that the Dockerfile so far installs', async () => {
    const spawns = { 'src/main/java/kr/co/shop/Preview.java': 'package kr.co.shop;\n\nclass Preview {\n    void of(String file) throws Exception {\n        new ProcessBuilder("ffprobe", file).start();\n        Runtime.getRuntime().exec(new String[] { "in-house-tool", file });\n    }\n}\n' };
    const inJar = await dockerfile(bootJar('3.4.2', '17', spawns));
    assert.match(inJar, /^# Programs that the code starts: ffmpeg\.\nRUN apt-get update \\\n {4}&& apt-get install -y --no-install-recommends ffmpeg=7:\* \\\n/m);
    assert.doesNotMatch(inJar, /in-house/);
    const inWar = await dockerfile(war('javax', '4.0.1', '17', { ...spawns, Dockerfile: 'FROM maven:3.9 AS build\nRUN apt-get update && apt-get install -y git\nFROM tomcat:9.0\nRUN apt-get update && apt-get install -y ffmpeg tesseract-ocr vim\nCOPY --from=build /w/*.war webapps/\n' }));
    assert.match(inWar, /--no-install-recommends ffmpeg=7:\* tesseract-ocr=5\.\* \\/);
    assert.match(await dockerfile({ ...platformWar, ...spawns }), /^# TODO: the code starts ffmpeg; install what brings them/m);
  });

  it('finds a program whose plugins a catalog names, and leaves it the history that a plugin asks for the version', async () => {
    const { '.dockerignore': ignored, Dockerfile: text = '' } = await written({
      ...gradleBoot(),
      'settings.gradle': "rootProject.name = 'shop'\ninclude 'web'\n", 'build.gradle': 'plugins {\n  alias(libs.plugins.spring.boot) apply false\n}\n',
      'gradle/libs.versions.toml': '[versions]\nboot = "3.4.2"\n\n[libraries]\nweb = { module = "org.springframework.boot:spring-boot-starter-web" }\n\n[plugins]\nspring-boot = { id = "org.springframework.boot", version.ref = "boot" }\ngit = "com.gorylenko.gradle-git-properties:2.4.2"\n',
      'web/build.gradle.kts': 'plugins {\n  java\n  alias(libs.plugins.spring.boot)\n  alias(libs.plugins.git)\n}\n\njava {\n  toolchain {\n    languageVersion = JavaLanguageVersion.of(21)\n  }\n}\n\ndependencies {\n  implementation(libs.web)\n}\n',
      'web/src/main/java/kr/co/shop/ShopApplication.java': 'package kr.co.shop;\n\n@org.springframework.boot.autoconfigure.SpringBootApplication\nclass ShopApplication {}\n', 'src/main/java/kr/co/shop/ShopApplication.java': '',
    });
    assert.match(text, /:web:bootJar -x test/);
    assert.match(text, /-Djarmode=tools/, 'the version of Boot is known');
    assert.doesNotMatch(ignored ?? '', /^\.git$/m);
    assert.match((await written(gradleBoot()))['.dockerignore'] ?? '', /^\.git$/m);
  });

  it('builds in one stage and runs in another', async () => {
    for (const files of Object.values(workspaces)) assert.ok([...(await dockerfile(files)).matchAll(/^FROM /gm)].length >= 2);
  });

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

  for (const [boot, java, line] of [['2.1.18.RELEASE', 8, '5.6'], ['2.4.5', 11, '6.9'], ['2.4.5', 17, '7.6'], ['2.6.1', 11, '7.6'], ['2.7.18', 8, '8'], ['3.4.1', 21, '8'], [undefined, 17, '8'], [undefined, 11, '8'], ['3.5.0', 25, '9']] as const) {
    it(`builds Spring Boot ${boot ?? 'of no version'} on Java ${java} with Gradle ${line}`, () => assert.equal(gradleFor(boot, java), line));
  }

  it('offers nothing for a library', async () => {
    const { conclusion } = await scan(new Map([['pom.xml', '<project><groupId>a</groupId><artifactId>lib</artifactId></project>']]));
    assert.equal(generateDockerfile(conclusion.model, ''), undefined);
  });

  it('keeps packages that are named like output folders in the context', async () => {
    const [, ignore] = (await generate(bootJar('3.4.2', '17'))).files;
    assert.match(ignore?.text ?? '', /^\*\*\/target\n!\*\*\/src\/\*\*\/target$/m);
    assert.match(ignore?.text ?? '', /^\.git$/m);
  });

  it('tells which Compose file builds the image elsewhere', async () => {
    const { notes } = await generate({ ...multiModule(), 'web/Dockerfile': 'FROM eclipse-temurin:21-jre\nCOPY target/shop-web.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n', 'compose.yaml': 'services:\n  shop:\n    build: web\n  admin:\n    build: .\n' }, 'web');
    assert.deepEqual(notes.map(({ en }) => en).filter((note) => note.startsWith('compose.yaml')), []);
    const shared = await generate({ ...multiModule(), 'api/pom.xml': multiModule()['web/pom.xml']?.replace('shop-web', 'shop-api') ?? '', 'api/src/main/java/kr/co/shop/ShopApplication.java': multiModule()['web/src/main/java/kr/co/shop/ShopApplication.java'] ?? '', 'pom.xml': multiModule()['pom.xml']?.replace('<module>web</module>', '<module>web</module><module>api</module>') ?? '', 'compose.yaml': 'services:\n  shop:\n    build: web\n' }, 'web');
    assert.deepEqual(shared.notes.map(({ en }) => en).filter((note) => note.startsWith('compose.yaml')), ['compose.yaml (shop) builds the image in another folder than it needs now: write build: { context: ., dockerfile: web/Dockerfile } there, as paths from that file.']);
  });
});
