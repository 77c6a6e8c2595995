import assert from 'node:assert/strict';
import type { BuildModule } from '../../../server/src/facts/build-kinds.js';
import { effectiveModule } from '../../../server/src/facts/build-effective.js';
import { scan } from '../../harness/run.js';

async function moduleIn(files: Readonly<Record<string, string>>, dir = ''): Promise<BuildModule> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  const module = effectiveModule(conclusion.model, dir);
  assert.ok(module);
  return module;
}

describe('what builds say', () => {
  it('joins a Maven module with its parents in the workspace', async () => {
    const module = await moduleIn({
      'pom.xml': `<project><groupId>kr.shop</groupId><artifactId>parent</artifactId><version>2.0</version><packaging>pom</packaging>
        <properties><java.version>17</java.version><redis.version>3.1</redis.version><db.password>s3cret</db.password></properties>
        <dependencyManagement><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-dependencies</artifactId><version>3.2.0</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>
        <dependencies><dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency></dependencies></project>`,
      'web/pom.xml': `<project><parent><groupId>kr.shop</groupId><artifactId>parent</artifactId><version>2.0</version></parent><artifactId>web</artifactId><packaging>war</packaging>
        <dependencies>
          <dependency><groupId>redis.clients</groupId><artifactId>jedis</artifactId><version>\${redis.version}</version></dependency>
          <dependency><groupId>javax.servlet</groupId><artifactId>javax.servlet-api</artifactId><scope>provided</scope></dependency>
          <dependency><groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope></dependency>
        </dependencies><build><finalName>\${project.artifactId}-app</finalName></build></project>`,
    }, 'web');
    assert.equal(module.packaging, 'war');
    assert.equal(module.artifact, 'web-app');
    assert.equal(module.javaVersion, 17);
    assert.equal(module.bootVersion, '3.2.0');
    assert.deepEqual(module.dependencies, ['redis.clients:jedis', 'org.slf4j:slf4j-api']);
    assert.deepEqual(module.provided, ['javax.servlet:javax.servlet-api']);
    assert.equal(module.versions['redis.clients:jedis'], '3.1');
    assert.equal(module.properties['db.password'], undefined, 'secrets are not kept');
  });

  for (const [written, release] of [['1.8', 8], ['11', 11], ['17', 17]] as const) {
    it(`reads Java ${written} as release ${release}`, async () => {
      assert.equal((await moduleIn({ 'pom.xml': `<project><artifactId>a</artifactId><properties><maven.compiler.source>${written}</maven.compiler.source></properties></project>` })).javaVersion, release);
    });
  }

  it('reads a Gradle build in Groovy', async () => {
    const module = await moduleIn({
      'settings.gradle': "rootProject.name = 'shop'\n",
      'build.gradle': `// plugins { id 'war' }
plugins {
  id 'org.springframework.boot' version '3.4.1'
  id 'com.diffplug.spotless' version '6.25.0' apply false
}
apply plugin: 'java'
ext.jedisVersion = '5.1.0'
sourceCompatibility = JavaVersion.VERSION_17
bootJar {
  archiveBaseName = 'shop-api'
}
dependencies {
  implementation project(':core')
  implementation "redis.clients:jedis:\${jedisVersion}"
  implementation group: 'org.slf4j', name: 'slf4j-api', version: '2.0.17'
  implementation('com.h2database:h2') { exclude group: 'x' }
  implementation libs.guava
  compileOnly 'org.projectlombok:lombok'
  testImplementation 'junit:junit:4.13.2'
}
`,
    });
    assert.equal(module.name, 'shop');
    assert.equal(module.artifact, 'shop-api');
    assert.equal(module.javaVersion, 17);
    assert.equal(module.bootVersion, '3.4.1');
    assert.equal(module.executable, 'boot');
    assert.deepEqual(module.plugins, ['org.springframework.boot', 'java']);
    assert.deepEqual(module.dependencies, [':core', 'redis.clients:jedis', 'org.slf4j:slf4j-api', 'com.h2database:h2', 'libs.guava']);
    assert.deepEqual(module.provided, ['org.projectlombok:lombok']);
    assert.equal(module.versions['redis.clients:jedis'], '5.1.0');
  });

  it('reads a Gradle build in Kotlin', async () => {
    const module = await moduleIn({
      'build.gradle.kts': `plugins {
    kotlin("jvm") version "2.0.0"
    id("org.springframework.boot") version "3.3.0"
    war
}
java { toolchain { languageVersion.set(JavaLanguageVersion.of(21)) } }
dependencies {
    implementation(platform("org.springframework.boot:spring-boot-dependencies:3.3.0"))
    implementation("org.springframework.boot:spring-boot-starter-web")
    providedRuntime("org.springframework.boot:spring-boot-starter-tomcat")
}
`,
    });
    assert.equal(module.packaging, 'war');
    assert.equal(module.javaVersion, 21);
    assert.equal(module.bootVersion, '3.3.0');
    assert.ok(module.dependencies.includes('org.springframework.boot:spring-boot-starter-web'));
    assert.deepEqual(module.provided, ['org.springframework.boot:spring-boot-starter-tomcat']);
  });

  it('survives scripts that end in the middle', async () => {
    for (const text of ['plugins {', "dependencies { implementation 'a:b", 'x = """', '/* never closed', '}}}', "dependencies { implementation('a:b:1'"]) {
      const { conclusion } = await scan(new Map([['build.gradle', text]]));
      assert.deepEqual(conclusion.failures, [], text);
    }
  });

  it('reads package.json', async () => {
    const module = await moduleIn({ 'package.json': '{"name":"@shop/api","private":true,"main":"dist/index.js","engines":{"node":">=20"},"packageManager":"pnpm@9.1.0","scripts":{"start":"node ."},"dependencies":{"express":"^4"},"devDependencies":{"mocha":"^11"},"workspaces":["packages/*"]}' });
    assert.deepEqual({ ...module, properties: undefined, versions: undefined }, {
      tool: 'npm', name: '@shop/api', packaging: 'npm', dependencies: ['express'], provided: [], plugins: ['mocha'], modules: ['packages/*'], scripts: { start: 'node .' },
      main: 'dist/index.js', nodeEngine: '>=20', packageManager: 'pnpm@9.1.0', private: true, properties: undefined, versions: undefined,
    });
  });
});
