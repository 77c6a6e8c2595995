import assert from 'node:assert/strict';
import { describeImages, dockerfile, found, generate, openshift } from './golden.js';
import type { Files } from './workspaces.js';

const pack = (content: object): string => JSON.stringify({ name: 'shop-web', private: true, ...content });
const vite: Files = {
  'package.json': pack({ scripts: { build: 'tsc -b && vite build' }, engines: { node: '22' }, dependencies: { react: '^19', 'react-router-dom': '^7' }, devDependencies: { vite: '^6' } }), 'pnpm-lock.yaml': '', 'index.html': '<div id="app"></div>',
};

const workspaces: Readonly<Record<string, Files>> = {
  'static-vite-routed': vite,
  'static-angular-openshift': {
    ...openshift, 'package.json': pack({ scripts: { start: 'ng serve', build: 'ng build' }, dependencies: { '@angular/core': '^19' }, devDependencies: { '@angular/cli': '^19' } }), 'package-lock.json': '{}',
    'angular.json': '{"projects":{"shop":{"projectType":"application","architect":{"build":{"builder":"@angular/build:application","options":{}}}}}}',
  },
  'static-html': { 'index.html': '<p>shop</p>' },
};

describe('Dockerfile generator for static sites', () => {
  describeImages(workspaces);

  it('finds the folder that each builder writes to', async () => {
    const output = async (content: object, files: Files = {}): Promise<string | undefined> => /^COPY --from=build \/app\/(\S+)\/ \/usr\/share/m.exec(await dockerfile({ 'package.json': pack({ scripts: { build: 'build' }, ...content }), 'index.html': '', ...files }))?.[1];
    assert.equal(await output({ dependencies: { 'react-scripts': '5' } }), 'build');
    assert.equal(await output({ devDependencies: { '@vue/cli-service': '5' } }), 'dist');
    assert.equal(await output({ dependencies: { astro: '5' } }), 'dist');
    assert.equal(await output({ dependencies: { gatsby: '5' } }), 'public');
    assert.equal(await output({ scripts: { build: 'vite build' }, devDependencies: { vite: '6' } }, { 'vite.config.ts': "export default defineConfig({ build: { outDir: './www' } });\n" }), 'www');
    assert.equal(await output({ scripts: { build: 'next build', start: 'next start' }, dependencies: { next: '15' } }, { 'next.config.mjs': "export default { output: 'export' };\n" }), 'out');
    assert.equal(await output({ devDependencies: { '@react-router/dev': '7' }, dependencies: { '@react-router/serve': '7' } }, { 'react-router.config.ts': 'export default { ssr: false };\n' }), 'build/client');
  });

  it('leads all paths to the first page only where a router reads them', async () => {
    assert.match(await dockerfile(vite), /try_files \\\$uri \\\$uri\/ \/index\.html/);
    assert.match(await dockerfile({ ...vite, 'package.json': pack({ scripts: { build: 'vite build' }, devDependencies: { vite: '^6' } }) }), /try_files \\\$uri \\\$uri\/ \\\$uri\.html =404/);
    assert.match(await dockerfile({ 'site/index.html': '', Staticfile: 'root: site\nindex_fallback: true\n' }), /\/index\.html; }[^]*COPY site\/ \/usr/);
  });

  it('leaves what a server renders to Node', async () => {
    const kind = async (content: object, files: Files = {}): Promise<readonly unknown[]> => (await found({ 'package.json': pack({ scripts: { build: 'build' }, ...content }), ...files })).map((each) => [each.platform, each.kind, each.start.at(-1), each.port.port]);
    assert.deepEqual(await kind({ dependencies: { nuxt: '3' } }), [['node', 'nuxt', '.output/server/index.mjs', 3000]]);
    assert.deepEqual(await kind({ devDependencies: { '@sveltejs/kit': '2', '@sveltejs/adapter-node': '5', vite: '6' } }), [['node', 'sveltekit', 'build/index.js', 3000]]);
    assert.deepEqual(await kind({ dependencies: { astro: '5', '@astrojs/node': '9' } }, { 'astro.config.mjs': "export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }) });\n" }), [['node', 'astro', 'dist/server/entry.mjs', 4321]]);
  });

  it('takes no front end twice that another application hands out', async () => {
    const web = Object.fromEntries(Object.entries(vite).map(([path, text]) => [`web/${path}`, text]));
    const platforms = async (files: Files): Promise<readonly string[]> => (await found({ ...web, ...files })).map(({ platform, dir }) => `${platform} ${dir}`);
    assert.deepEqual(await platforms({ 'go.mod': 'module shop\n\ngo 1.26\n', 'main.go': 'package main\n\nimport (\n\t"embed"\n\t"net/http"\n)\n\n//go:embed all:web/dist\nvar pages embed.FS\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n' }), ['go ']);
    assert.deepEqual(await platforms({ 'package.json': JSON.stringify({ name: 'api', scripts: { build: 'cd web && npm run build', start: 'node server.js' }, dependencies: { express: '4' } }), 'server.js': "require('express')().listen(3000);\n" }), ['node ']);
    assert.deepEqual(await platforms({ 'package.json': JSON.stringify({ name: 'api', scripts: { start: 'node server.js' }, dependencies: { express: '4' } }), 'server.js': "require('express')().listen(3000);\n" }), ['static web', 'node ']);
  });

  it('keeps the variables that a builder reads in the context', async () => {
    const [, ignore] = (await generate({ ...vite, '.env.production': 'VITE_API=/api\n' })).files;
    assert.match(ignore?.text ?? '', /\*\*\/\.env\.\*[^]*!\.env\.production\n$/);
  });

  it('offers nothing for libraries of components', async () => {
    assert.deepEqual(await found({ 'package.json': JSON.stringify({ name: 'ui', version: '1.0.0', exports: './dist/ui.js', scripts: { build: 'vite build' }, peerDependencies: { react: '19' }, devDependencies: { vite: '6' } }), 'src/index.ts': 'export const a = 1;\n' }), []);
  });
});
