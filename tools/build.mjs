// Bundles the program: command line, language server, threads and client, with the grammars beside them. ts-morph goes
// into a file of its own that is loaded only when TypeScript or JavaScript has to be parsed.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Digest of everything under server/src: results cached by another build must not be used. */
function sourceDigest() {
  const digest = createHash('sha256');
  const files = readdirSync(join(root, 'server/src'), { recursive: true }).map(String).sort();
  for (const file of files) {
    const path = join(root, 'server/src', file);
    if (/\.ts$/.test(file) && statSync(path).isFile()) digest.update(file).update(readFileSync(path));
  }
  return digest.digest('hex').slice(0, 12);
}

/**
 * Leaves ts-morph to its own file beside the bundle, loaded when a property of it is first read: rules import its type
 * guards statically, yet a scan of Java must not pay for the TypeScript compiler. The exports inherit from the proxy
 * because esbuild's import interop keeps a module's prototype but copies its own properties at once.
 */
const tsMorphApart = {
  name: 'ts-morph-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^ts-morph$/ }, () => ({ path: 'ts-morph', namespace: 'lazy' }));
    onResolve({ filter: /^\.\/ts-morph\.js$/, namespace: 'lazy' }, () => ({ path: './ts-morph.js', external: true }));
    onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: `
        // First read: everything is copied to where the next read finds it without passing the proxy.
        const loaded = Object.create(new Proxy({}, { get: (_, name) => name === '__esModule' || Object.assign(loaded, require('./ts-morph.js'))[name] }));
        module.exports = Object.create(loaded);`,
    }));
  },
};

/** Leaves out the declarations of what JavaScript and browsers bring, a third of ts-morph: no file is ever checked against them, and every thread would hold them. */
const withoutLibraries = {
  name: 'without-libraries',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]ts-morph-common\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace(/^const libFiles = \[\{$[^]*?^\s*\}\];$/m, 'const libFiles = [];');
      if (contents === text) throw new Error(`${path} holds no declarations of libraries where they were`);
      return { contents };
    });
  },
};

const common = {
  bundle: true, platform: 'node', mainFields: ['module', 'main'], target: 'node20', format: 'cjs', minify: true, keepNames: false, legalComments: 'none', logLevel: 'warning',
  sourcemap: process.argv.includes('--sourcemap') ? 'linked' : false,
  define: { MONOLIFT_VERSION: JSON.stringify(`${manifest.version}+${sourceDigest()}`), 'import.meta.dirname': '__dirname' },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'grammars'), { recursive: true });
const entries = { cli: 'server/src/cli/main.ts', server: 'server/src/lsp/main.ts', worker: 'server/src/worker/thread.ts', architecture: 'server/src/worker/architecture/thread.ts' };
for (const [name, path] of Object.entries(entries)) if (!existsSync(join(root, path))) delete entries[name];
const absolute = Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)]));
await Promise.all([
  build({ ...common, entryPoints: absolute, outdir: out, plugins: [tsMorphApart] }),
  build({ ...common, stdin: { contents: "export * from 'ts-morph';", resolveDir: root }, outfile: join(out, 'ts-morph.js'), plugins: [withoutLibraries] }),
  existsSync(join(root, 'client/src/extension.ts'))
    ? build({ ...common, entryPoints: { client: join(root, 'client/src/extension.ts') }, outdir: out, external: ['vscode'] })
    : undefined,
  // Code and style of pages as one file each, which are put into the page itself: it needs no network.
  build({ ...common, platform: 'browser', format: 'iife', target: 'es2022', entryPoints: Object.fromEntries(['readiness', 'simulation', 'sizing'].map((page) => [page, join(root, `pages/${page}/main.ts`)])), outdir: join(out, 'pages') }),
  build({ ...common, entryPoints: { page: join(root, 'pages/all.css') }, outdir: join(out, 'pages') }),
]);
cpSync(join(root, 'node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js'), join(out, 'pages/mermaid.js'));
const grammars = join(root, 'node_modules/@vscode/tree-sitter-wasm/wasm');
for (const file of ['tree-sitter.wasm', ...['java', 'python', 'c-sharp', 'php', 'go'].map((language) => `tree-sitter-${language}.wasm`)]) cpSync(join(grammars, file), join(out, 'grammars', file));
// From a package of its own; loaded only where a workspace holds Kotlin.
cpSync(join(root, 'node_modules/tree-sitter-wasms/out/tree-sitter-kotlin.wasm'), join(out, 'grammars/tree-sitter-kotlin.wasm'));
// The pages that diagnostics link to.
for (const file of readdirSync(join(root, 'server/src/rules'), { recursive: true }).map(String).filter((name) => /[\\/]doc(?:\.ko)?\.md$/.test(name))) {
  const page = join(out, 'docs/rules', file.replace(/[\\/]doc(\.ko)?\.md$/, '$1.md'));
  mkdirSync(dirname(page), { recursive: true });
  cpSync(join(root, 'server/src/rules', file), page);
}
if (existsSync(join(out, 'cli.js'))) chmodSync(join(out, 'cli.js'), 0o755);
