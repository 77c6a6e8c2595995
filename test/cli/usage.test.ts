import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { rules } from '../../server/src/generated/registry.js';
import { folder, monolift, root } from './run.js';

describe('monolift, used wrongly', () => {
  const usage: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown command', ['frobnicate'], /unknown command 'frobnicate'/],
    ['an unknown format', ['scan', '.', '--format', 'xml'], /Allowed choices are text, json, sarif, markdown/],
    ['an unknown language', ['scan', '.', '--lang', 'fr'], /use en or ko/],
    ['an unknown rule', ['scan', '.', '--rule', 'state/nothing'], /state\/nothing: no such rule; there are .*state\/http-session/],
    ['an unknown rule to explain', ['explain', 'x'], /x: no such rule/],
    ['a folder that is not there', ['scan', 'no/such/folder'], /no\/such\/folder: no such folder/],
    ['a file where a folder is meant', ['scan', 'package.json'], /package\.json: this is a file/],
    ['a fix that the rule does not have', ['fix', '.', '--rule', 'state/http-session', '--fix', 'nothing'], /has no fix "nothing"/],
    ['two folders for one JSON document', ['scan', '.', '.', '--format', 'json'], /takes one folder/],
  ];
  for (const [what, args, message] of usage) {
    it(`ends with 2 and says so on ${what}`, () => {
      const { code, stdout, stderr } = monolift(args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack trace');
    });
  }

  it('ends with 2 when the report cannot be written', () => {
    const { code, stderr } = monolift(['scan', folder({}), '--output', join(folder({ file: '' }), 'file/report.txt')]);
    assert.equal(code, 2);
    assert.match(stderr, /report\.txt: cannot be written/);
  });
});

describe('monolift rules and explain', () => {
  it('lists every rule', () => {
    const { code, stdout } = monolift(['rules']);
    assert.equal(code, 0);
    assert.deepEqual(stdout.trim().split('\n').map((line) => line.split(/\s/)[0]), rules.map((rule) => rule.meta.id).sort());
  });
  // One test for each rule: each starts the program twice, which adds up on a busy machine.
  for (const { meta } of rules) {
    it(`explains ${meta.id} in both languages`, () => {
      for (const lang of ['en', 'ko'] as const) {
        const { code, stdout } = monolift(['explain', meta.id, '--lang', lang]);
        assert.equal(code, 0);
        assert.ok(stdout.startsWith(`# ${meta.title[lang]}`), lang);
      }
    });
  }

  it('is silent when its reader has enough', () => {
    const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${join(root, 'dist/cli.js')}" explain state/http-session | head -n 1`], { encoding: 'utf8' });
    assert.match(stdout, /^# /);
    assert.equal(stderr, '');
  });
});
