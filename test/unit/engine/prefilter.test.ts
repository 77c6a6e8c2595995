import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compilePrefilter } from '../../../server/src/engine/prefilter.js';
import type { AnyMatcher, FileContext, Needles } from '../../../server/src/contract/rule.js';

function prefilter(...needles: readonly Needles[]): (text: string) => readonly number[] {
  const matchers = needles.map((each) => ({ language: 'java', needles: each, on: {} }) as unknown as AnyMatcher<FileContext & never>);
  const compiled = compilePrefilter(matchers);
  return (text) => compiled.match(text);
}

describe('the prefilter', () => {
  it('asks for any group and for all words of a group', () => {
    const match = prefilter([['setAttribute', 'HttpSession'], ['putValue']], [['Timer']]);
    assert.deepEqual(match('session.setAttribute("a")'), []);
    assert.deepEqual(match('HttpSession s; s.setAttribute("a")'), [0]);
    assert.deepEqual(match('s.putValue(); new Timer()'), [0, 1]);
  });
  it('bounds words', () => {
    const match = prefilter([['static']], [['@Scheduled']], [['new HashMap']]);
    assert.deepEqual(match('statics ecstatic'), []);
    assert.deepEqual(match('static'), [0]);
    assert.deepEqual(match('  @Scheduled(cron = "0")'), [1]);
    assert.deepEqual(match('@ScheduledTask'), []);
    assert.deepEqual(match('new HashMap<>()'), [2]);
  });
  it('finds a word that begins or stands inside a longer one that is also wanted', () => {
    const match = prefilter([['Files']], [['Files.write']], [['write']]);
    assert.deepEqual(match('Files.write(p)'), [0, 1, 2]);
    assert.deepEqual(match('Files.read(p)'), [0]);
    const scheme = prefilter([['multicast']], [['multicast://']]);
    assert.deepEqual(scheme('"multicast://239.1.1.1"'), [0, 1]);
    assert.deepEqual(scheme('multicast'), [0]);
  });
  it('passes everything to matchers that always want to look', () => assert.deepEqual(prefilter('always', [['x']])(''), [0]));
  it('tests regular expressions beside words', () => {
    const match = prefilter([['static', /\bMap</]], [[/\b\d+\.\d+\.\d+\.\d+\b/]]);
    assert.deepEqual(match('static int a'), []);
    assert.deepEqual(match('static Map<String> a'), [0]);
    assert.deepEqual(match('"10.0.0.1"'), [1]);
  });
  it('gives the same answers after it has learned which tests hardly ever hold', () => {
    const needles = [[[/\bpassword\s*=/]], [[/^import\s+a/m]], [[/\bclass\b/]], [[{ source: 'twice', test: (text: string): boolean => text.split('twin').length > 2, shape: /twin/g }]], [[/(['"])x\1/]]] satisfies Needles[];
    const match = prefilter(...needles);
    for (let index = 0; index < 300; index++) assert.deepEqual(match(`class A${index} {}`), [2]);
    assert.deepEqual(match('class A { password = 1 }'), [0, 2]);
    assert.deepEqual(match('\nimport a'), [1]);
    assert.deepEqual(match('twin'), []);
    assert.deepEqual(match('twin twin'), [3]);
    assert.deepEqual(match('"x"'), [4]);
    assert.deepEqual(match('twin twin password=\nimport a'), [0, 1, 3]);
    assert.deepEqual(match(''), []);
  });
  it('agrees with a plain search for every combination of identifiers', () => {
    const word = fc.constantFrom('alpha', 'beta', 'alphabet', 'gamma', 'beta.gamma', 'gamma.delta');
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(fc.constantFrom('alpha', 'beta', 'alphabet', 'gamma', 'delta', 'other'), { maxLength: 6 }), (words, text) => {
      const source = text.join(' ');
      const expected = words.every((each) => new RegExp(`\\b${each.replace('.', '\\.')}\\b`).test(source));
      assert.deepEqual(prefilter([words])(source), expected ? [0] : []);
    }));
  });
});
