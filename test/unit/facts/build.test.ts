import assert from 'node:assert/strict';
import type { BuildModule } from '../../../server/src/facts/build/kinds.js';
import { effectiveModule } from '../../../server/src/facts/build/effective.js';
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

  it('gives plugins and libraries the names that a catalog has for them, bundles as what they hold', async () => {
    const module = await moduleIn({
      'gradle/libs.versions.toml': `[versions]
boot = { strictly = "[3.4,3.5[" }
jedis = "5.1.0"

[libraries]
spring-web = { module = "org.springframework.boot:spring-boot-starter-web" }
jedis_client = { group = "redis.clients", name = "jedis", version.ref = "jedis" }
h2 = "com.h2database:h2:2.3.232"

[bundles]
stores = ["jedis-client", "h2"]

[plugins]
boot = { id = "org.springframework.boot", version = "3.4.1" }
jib = "com.google.cloud.tools.jib:3.4.4"
`,
      'build.gradle.kts': `plugins {
  alias(libs.plugins.boot)
  alias(libs.plugins.jib)
  alias(libs.plugins.unknown)
}
dependencies {
  implementation(libs.spring.web)
  implementation(libs.bundles.stores)
  implementation(libs.guava)
}
`,
    });
    assert.deepEqual(module.plugins, ['org.springframework.boot', 'com.google.cloud.tools.jib', 'libs.plugins.unknown']);
    assert.deepEqual(module.dependencies, ['org.springframework.boot:spring-boot-starter-web', 'redis.clients:jedis', 'com.h2database:h2', 'libs.guava']);
    assert.deepEqual(module.versions, { 'redis.clients:jedis': '5.1.0', 'com.h2database:h2': '2.3.232' });
    assert.deepEqual([module.bootVersion, module.executable, module.imageBuild], ['3.4.1', 'boot', 'jib']);
  });

  it('reads the version of Spring Boot from the class path of an older Gradle script', async () => {
    const module = await moduleIn({
      'build.gradle': `buildscript {
  ext.bootVersion = '2.1.18.RELEASE'
  dependencies {
    classpath "org.springframework.boot:spring-boot-gradle-plugin:\${bootVersion}"
  }
}
apply plugin: 'java'
apply plugin: 'org.springframework.boot'
`,
    });
    assert.equal(module.bootVersion, '2.1.18.RELEASE');
    assert.deepEqual(module.dependencies, []);
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

  it('reads what Python projects need, however they say it', async () => {
    const project = await moduleIn({ 'pyproject.toml': `[project]
name = "shop"
version = "1.2"
dependencies = ["Flask>=3", "flask_session[redis] ~= 0.8 ; python_version > '3.9'", "local @ file:///lib"]
[project.optional-dependencies]
test = ["pytest"]
redis = ["redis"]
[project.scripts]
shop = "shop.main:run"
` });
    assert.deepEqual([project.tool, project.name, project.version], ['python', 'shop', '1.2']);
    assert.deepEqual(project.dependencies, ['flask', 'flask-session', 'local', 'redis']);
    assert.deepEqual(project.plugins, ['pytest']);
    assert.equal(project.versions['flask-session'], '~= 0.8');
    assert.deepEqual(project.scripts, { shop: 'shop.main:run' });
    const poetry = await moduleIn({ 'pyproject.toml': `[tool.poetry]
name = "shop"
[tool.poetry.dependencies]
python = "^3.11"
Django = "^5.0"
celery = { version = "5.4", extras = ["redis"] }
[tool.poetry.group.dev.dependencies]
ruff = "*"
` });
    assert.deepEqual(poetry.dependencies, ['django', 'celery']);
    assert.equal(poetry.versions['celery'], '5.4');
    assert.deepEqual(poetry.plugins, ['ruff']);
    const plain = await moduleIn({ 'requirements.txt': '# web\n-r base.txt\nDjango==5.0.1  # LTS\ngunicorn\n' });
    assert.deepEqual(plain.dependencies, ['django', 'gunicorn']);
    assert.deepEqual(plain.versions, { django: '==5.0.1' });
  });

  it('reads .NET projects of both generations', async () => {
    const core = await moduleIn({ 'Shop.sln': '', 'src/Web/Web.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
      <ItemGroup><PackageReference Include="Hangfire.AspNetCore" Version="1.8.0"/><ProjectReference Include="..\\Core\\Core.csproj"/></ItemGroup></Project>` }, 'src/Web');
    assert.deepEqual([core.tool, core.name, core.properties['Sdk'], core.properties['TargetFramework']], ['dotnet', 'Web', 'Microsoft.NET.Sdk.Web', 'net8.0']);
    assert.deepEqual(core.dependencies, ['Hangfire.AspNetCore']);
    assert.deepEqual(core.modules.map((path) => path.replaceAll('//', '/')), ['../Core/Core.csproj']);
    const framework = await moduleIn({ 'Web.csproj': `<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><PropertyGroup><TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion></PropertyGroup>
      <ItemGroup><Reference Include="System.Web"/><Reference Include="log4net, Version=2.0.8.0, Culture=neutral"/></ItemGroup></Project>` });
    assert.deepEqual(framework.dependencies, ['System.Web', 'log4net']);
    assert.equal(framework.properties['TargetFramework'], 'v4.7.2');
  });

  it('reads composer.json and go.mod', async () => {
    const php = await moduleIn({ 'composer.json': '{"name": "shop/web", "require": {"php": "^8.2", "laravel/framework": "^11"}, "require-dev": {"phpunit/phpunit": "^11"}, "scripts": {"post": ["a", "b"]}}' });
    assert.deepEqual([php.tool, php.name, php.scripts['post']], ['composer', 'shop/web', 'a && b']);
    assert.deepEqual(php.dependencies, ['php', 'laravel/framework']);
    const go = await moduleIn({ 'go.mod': 'module shop.kr/web\n\ngo 1.22\n\nrequire github.com/robfig/cron/v3 v3.0.1\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.10.0 // web\n\tgolang.org/x/sys v0.1.0 // indirect\n)\n' });
    assert.deepEqual([go.tool, go.name, go.properties['go']], ['go', 'shop.kr/web', '1.22']);
    assert.deepEqual(go.dependencies, ['github.com/robfig/cron/v3', 'github.com/gin-gonic/gin']);
    assert.deepEqual(go.provided, ['golang.org/x/sys']);
  });
});
