/** Small applications for the tests of the Dockerfile generator: just enough for the facts that it reads. */
export type Files = Readonly<Record<string, string>>;

function pom(body: string, parent = ''): string {
  return `<project>${parent}<groupId>kr.co.shop</groupId>${body}</project>\n`;
}

const bootParent = (version: string): string => `<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>${version}</version></parent>`;
const bootPlugin = '<build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>';
const web = '<dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies>';
const main = 'package kr.co.shop;\n\n@org.springframework.boot.autoconfigure.SpringBootApplication\nclass ShopApplication {}\n';
const servlet = (namespace: string, version: string): string => `<dependency><groupId>${namespace}.servlet</groupId><artifactId>${namespace}.servlet-api</artifactId><version>${version}</version><scope>provided</scope></dependency>`;

export function bootJar(version: string, java: string, extra: Files = {}): Files {
  return {
    'pom.xml': pom(`<artifactId>shop</artifactId><version>1.2.0</version><properties><java.version>${java}</java.version></properties>${web}${bootPlugin}`, bootParent(version)),
    'src/main/java/kr/co/shop/ShopApplication.java': main, ...extra,
  };
}

export function war(namespace: 'javax' | 'jakarta', version: string, java: string, extra: Files = {}): Files {
  return {
    'pom.xml': pom(`<artifactId>shop-web</artifactId><version>1.2.0</version><packaging>war</packaging><properties><maven.compiler.source>${java}</maven.compiler.source></properties><dependencies>${servlet(namespace, version)}</dependencies>`),
    'src/main/webapp/index.jsp': '<html></html>\n', ...extra,
  };
}

export function multiModule(): Files {
  const parent = '<parent><groupId>kr.co.shop</groupId><artifactId>shop-parent</artifactId><version>1.2.0</version></parent>';
  return {
    'pom.xml': pom('<artifactId>shop-parent</artifactId><version>1.2.0</version><packaging>pom</packaging><modules><module>core</module><module>web</module></modules><properties><java.version>21</java.version></properties>', bootParent('3.4.2')),
    'core/pom.xml': `<project>${parent}<artifactId>shop-core</artifactId></project>\n`,
    'web/pom.xml': `<project>${parent}<artifactId>shop-web</artifactId>${web}${bootPlugin}</project>\n`,
    'web/src/main/java/kr/co/shop/ShopApplication.java': main,
    'web/src/main/resources/application.yml': 'server:\n  port: ${PORT:9090}\n',
  };
}

/** An enterprise archive with a WAR and EJBs, as its modules name them. */
export function enterprise(): Files {
  const parent = '<parent><groupId>kr.co.shop</groupId><artifactId>shop-parent</artifactId><version>1.2.0</version></parent>';
  const api = '<dependency><groupId>javax</groupId><artifactId>javaee-api</artifactId><version>8.0.1</version><scope>provided</scope></dependency>';
  const own = (name: string, type: string): string => `<dependency><groupId>kr.co.shop</groupId><artifactId>${name}</artifactId><version>1.2.0</version><type>${type}</type></dependency>`;
  return {
    'pom.xml': pom('<artifactId>shop-parent</artifactId><version>1.2.0</version><packaging>pom</packaging><modules><module>ejb</module><module>web</module><module>ear</module></modules><properties><maven.compiler.release>11</maven.compiler.release></properties>'),
    'ejb/pom.xml': `<project>${parent}<artifactId>shop-ejb</artifactId><packaging>ejb</packaging><dependencies>${api}</dependencies></project>\n`,
    'ejb/src/main/java/kr/co/shop/Stock.java': 'package kr.co.shop;\n\n@javax.ejb.Stateless\npublic class Stock {}\n',
    'web/pom.xml': `<project>${parent}<artifactId>shop-web</artifactId><packaging>war</packaging><dependencies>${api}${own('shop-ejb', 'ejb')}</dependencies></project>\n`,
    'web/src/main/webapp/index.jsp': '<html></html>\n',
    'ear/pom.xml': `<project>${parent}<artifactId>shop-ear</artifactId><packaging>ear</packaging><dependencies>${own('shop-web', 'war')}${own('shop-ejb', 'ejb')}</dependencies></project>\n`,
  };
}

/** A WAR that takes EJBs from its server. */
export const platformWar: Files = {
  'pom.xml': pom('<artifactId>shop-web</artifactId><version>1.2.0</version><packaging>war</packaging><properties><maven.compiler.release>17</maven.compiler.release></properties><dependencies><dependency><groupId>jakarta.platform</groupId><artifactId>jakarta.jakartaee-api</artifactId><version>10.0.0</version><scope>provided</scope></dependency></dependencies>'),
  'src/main/java/kr/co/shop/Stock.java': 'package kr.co.shop;\n\n@jakarta.ejb.Stateless\npublic class Stock {}\n',
  'src/main/webapp/index.jsp': '<html></html>\n',
};

export function gradleBoot(): Files {
  return {
    'settings.gradle': "rootProject.name = 'shop'\n", gradlew: '#!/bin/sh\n', 'gradle/wrapper/gradle-wrapper.jar': 'binary', 'gradle/wrapper/gradle-wrapper.properties': 'distributionUrl=x\n',
    'build.gradle': "plugins {\n  id 'java'\n  id 'org.springframework.boot' version '3.2.1'\n}\n\njava {\n  toolchain {\n    languageVersion = JavaLanguageVersion.of(21)\n  }\n}\n\ndependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n}\n",
    'src/main/java/kr/co/shop/ShopApplication.java': main,
  };
}

export function node(manifest: object, extra: Files): Files {
  return { 'package.json': `${JSON.stringify(manifest, undefined, 2)}\n`, ...extra };
}

export const typescriptShop = node(
  {
    name: '@shop/api', private: true, engines: { node: '>=20' }, scripts: { build: 'tsc -p .', start: 'npm run build && node dist/server.js', postinstall: 'patch-package' },
    dependencies: { express: '^4.21.0' }, devDependencies: { typescript: '^5.9.0' },
  },
  { 'package-lock.json': '{}\n', 'src/server.ts': "import express from 'express';\nconst port = Number(process.env.PORT || 4000);\nexpress().listen(port);\n" },
);

export const nextStandalone = node(
  { name: 'storefront', private: true, scripts: { build: 'next build', start: 'next start' }, dependencies: { next: '15.1.6', react: '19.0.0' }, devDependencies: { typescript: '^5.9.0' } },
  { 'package-lock.json': '{}\n', 'next.config.mjs': "export default { output: 'standalone' };\n", 'app/page.tsx': 'export default function Page() {\n  return <h1>Tea</h1>;\n}\n', 'public/robots.txt': 'User-agent: *\n' },
);

/** A server and two libraries, of which it needs one; that one is built before it. */
export const pnpmWorkspace: Files = {
  ...node({ name: 'shop', private: true, packageManager: 'pnpm@9.15.4' }, { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n", 'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - packages/*\n' }),
  ...member('apps/api', { name: '@shop/api', private: true, scripts: { build: 'tsc', start: 'node dist/main.js' }, dependencies: { fastify: '5.2.0', '@shop/pricing': 'workspace:*' } }, { 'src/main.ts': "import fastify from 'fastify';\nvoid fastify().listen({ port: 4100 });\n", 'src/views/home.ejs': '<h1>Tea</h1>\n' }),
  ...member('packages/pricing', { name: '@shop/pricing', main: 'dist/index.js', scripts: { build: 'tsc' } }, { 'src/index.ts': 'export const tax = 0.1;\n', 'tsconfig.json': '{}\n' }),
  ...member('packages/theme', { name: '@shop/theme', main: 'index.js' }, { 'index.js': 'exports.color = "green";\n' }),
};

function member(dir: string, manifest: object, files: Files): Files {
  return Object.fromEntries(Object.entries(node(manifest, files)).map(([path, text]) => [`${dir}/${path}`, text]));
}
