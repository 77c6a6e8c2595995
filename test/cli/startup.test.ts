import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folder, monolift } from './run.js';

describe('start-up', () => {
  // Loading the compiler takes longer than analysing a small Java project.
  it('does not load the TypeScript compiler for Java', () => {
    const hook = join(folder({ 'hook.cjs': `const { Module } = require('node:module'); const load = Module._load;
      Module._load = (name, ...rest) => { if (String(name).includes('ts-morph')) process.stderr.write('compiler loaded'); return load.call(Module, name, ...rest); };` }), 'hook.cjs');
    const scan = (files: Record<string, string>): string => monolift(['scan', folder(files)], { env: { NODE_OPTIONS: `--require ${hook}` } }).stderr;
    assert.equal(scan({ 'A.java': 'class A { static java.util.Map<String, String> m = new java.util.HashMap<>(); void f() { m.put("a", "b"); } }' }), '');
    assert.equal(scan({ 'a.js': "const session = require('express-session');\napp.use(session({ secret: process.env.S }));" }).includes('compiler loaded'), true);
  });
});
