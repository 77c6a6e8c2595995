import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, monolift } from './run.js';

const server = "const express = require('express');\nconst app = express();\napp.get('/', (request, response) => response.send('shop'));\napp.listen(3000);\n";
const manifest = (name: string): string => JSON.stringify({ name, version: '1.0.0', private: true, engines: { node: '>=22' }, scripts: { start: 'node server.js' }, dependencies: { express: '4.21.2' } });
const shop = { 'package.json': manifest('shop'), 'package-lock.json': '{ "lockfileVersion": 3 }', 'server.js': server };
const two = { 'shop/package.json': manifest('shop'), 'shop/server.js': server, 'admin/package.json': manifest('admin'), 'admin/server.js': server };

interface Json { readonly files: readonly { readonly path: string; readonly state: string; readonly written: boolean; readonly text: string }[]; readonly notes: readonly string[] }

describe('monolift generate', () => {
  it('prints a new file whole and writes nothing', () => {
    const dir = folder(shop);
    const { code, stdout } = monolift(['generate', 'dockerfile', dir]);
    assert.equal(code, 0);
    assert.match(stdout, /^# Dockerfile\n/);
    assert.match(stdout, /^# \.dockerignore$/m);
    assert.ok(!existsSync(join(dir, 'Dockerfile')));
  });

  it('writes new files, and says so', () => {
    const dir = folder(shop);
    const { code, stdout } = monolift(['generate', 'dockerfile', dir, '--write']);
    assert.equal(code, 0);
    assert.equal(stdout, 'wrote .dockerignore, Dockerfile\n');
    assert.match(readFileSync(join(dir, 'Dockerfile'), 'utf8'), /^FROM node:24-bookworm AS build$/m);
  });

  it('proposes another text for a file that is there as a diff, with what is found in it, and never overwrites it', () => {
    const old = 'FROM node:latest\nWORKDIR /app\nCOPY . .\nRUN npm install\nEXPOSE 3000\nCMD npm start\n';
    const dir = folder({ ...shop, Dockerfile: old });
    const shown = monolift(['generate', 'dockerfile', dir]);
    assert.match(shown.stdout, /^--- a\/Dockerfile$/m);
    assert.match(shown.stdout, /^-CMD npm start$/m);
    assert.match(shown.stderr, /Dockerfile exists already; the diff shows/);
    assert.match(shown.stderr, /Dockerfile:6 image\/shell-form-command is found in it now/);
    const { stdout, stderr } = monolift(['generate', 'dockerfile', dir, '--write']);
    assert.equal(stdout, 'wrote .dockerignore\n');
    assert.match(stderr, /left as it is/);
    assert.equal(readFileSync(join(dir, 'Dockerfile'), 'utf8'), old);
  });

  it('is content with what it wrote itself', () => {
    const dir = folder(shop);
    monolift(['generate', 'dockerfile', dir, '--write']);
    const { stdout, stderr } = monolift(['generate', 'dockerfile', dir]);
    assert.equal(stdout, '');
    assert.match(stderr, /Dockerfile says this already/);
  });

  it('asks which application is meant, and takes its folder', () => {
    const dir = folder(two);
    const { code, stderr, stdout } = monolift(['generate', 'dockerfile', dir]);
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /there are several applications: admin, shop\. Name one with --module/);
    assert.match(monolift(['generate', 'dockerfile', dir, '--module', './admin/']).stdout, /^# admin\/Dockerfile$/m);
    assert.match(monolift(['generate', 'dockerfile', dir, '--module', 'till']).stderr, /--module till: no such application; there are admin, shop/);
  });

  it('writes for another platform than the settings name', () => {
    const dir = folder(shop);
    assert.doesNotMatch(monolift(['generate', 'dockerfile', dir]).stdout, /^USER 1000:0$/m);
    assert.match(monolift(['generate', 'dockerfile', dir, '--target', 'openshift']).stdout, /^USER 1000:0$/m);
  });

  it('tells programs what it would do as JSON', () => {
    const dir = folder({ ...shop, Dockerfile: 'FROM node:22\n' });
    const { files, notes } = JSON.parse(monolift(['generate', 'dockerfile', dir, '--format', 'json', '--write']).stdout) as Json;
    assert.deepEqual(files.map(({ path, state, written }) => [path, state, written]), [['Dockerfile', 'kept', false], ['.dockerignore', 'new', true]]);
    assert.match(notes.join('\n'), /docker build -t shop/);
    assert.ok(existsSync(join(dir, '.dockerignore')));
  });

  it('writes .dockerignore alone', () => assert.match(monolift(['generate', 'dockerignore', folder(shop)]).stdout, /^# \.dockerignore\n[^]*\*\*\/node_modules/));

  it('says what is missing where there is no application', () => {
    const { code, stderr } = monolift(['generate', 'dockerfile', folder({ 'notes.txt': 'nothing' })]);
    assert.equal(code, 2);
    assert.match(stderr, /No application was found that is started by itself\. It needs a build file/);
  });

  it('writes the objects for a cluster in each form, with what was asked for', () => {
    const plain = monolift(['generate', 'kubernetes', folder(shop), '--target', 'openshift', '--name', 'desk', '--network-policy']).stdout;
    assert.match(plain, /^# k8s\/networkpolicy\.yaml$/m);
    assert.match(plain, /^kind: Route$/m);
    assert.match(plain, /^ {2}name: desk$/m);
    assert.doesNotMatch(plain, /^ *runAsUser:/m);
    assert.match(monolift(['generate', 'kustomize', folder(shop)]).stdout, /^# k8s\/overlays\/production\/kustomization\.yaml$/m);
    assert.match(monolift(['generate', 'helm', folder(shop)]).stdout, /^# charts\/shop\/values\.schema\.json$/m);
  });

  it('writes a Compose file, a pipeline and a dev container', () => {
    assert.match(monolift(['generate', 'compose', folder(shop)]).stdout, /^# compose-proxy\.conf$/m);
    assert.match(monolift(['generate', 'pipeline', folder({ ...shop, Jenkinsfile: 'pipeline {}\n' })]).stdout, /^# ci\/image\.Jenkinsfile$/m);
    assert.match(monolift(['generate', 'devcontainer', folder(shop)]).stdout, /^# \.devcontainer\/devcontainer\.json$/m);
  });

  it('says that nothing has a clock of its own', () => {
    const { code, stderr } = monolift(['generate', 'cronjob', folder(shop)]);
    assert.notEqual(code, 0);
    assert.match(stderr, /No application was found that starts work by its own clock/);
  });
});
