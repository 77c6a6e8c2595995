#!/usr/bin/env node
/**
 * Builds the editor suite for VS Code's extension host: `node test/editor/build.mjs [TESTS_FOLDER [OUT_FOLDER]]`.
 * The extension host loads CommonJS; `vscode` exists only there, and mocha finds its reporters by file name, so both
 * stay outside the bundles.
 */
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const suite = join(here, 'suite');
const tests = resolve(process.argv[2] ?? suite);
const outdir = resolve(process.argv[3] ?? join(here, '..', '..', 'out', 'test', 'editor', 'suite'));

const testFiles = readdirSync(tests).filter((name) => name.endsWith('.test.ts')).map((name) => join(tests, name));
// A test file that was deleted or renamed must not run from an earlier build.
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: [join(suite, 'index.ts'), ...testFiles].map((file) => ({ in: file, out: file.replace(/^.*[\\/]|\.ts$/g, '') })),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: true,
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});
process.stdout.write(`editor suite: ${testFiles.length} test file(s) built\n`);
