import assert from 'node:assert/strict';
import { assumptions } from '../../server/src/engine/settings.js';
import { ruleDocs } from '../../server/src/generated/docs.js';
import { rules } from '../../server/src/generated/registry.js';
import { casesOf, docBlocks } from '../harness/cases.js';
import { languageOf } from '../../server/src/syntax/languages.js';

const headings = { en: ['## Why', '## When to ignore', '## How to fix'], ko: ['## 이유', '## 무시해도 되는 경우', '## 해결 방법'] } as const;

describe('every rule', () => {
  it('has an id of its own', () => {
    assert.equal(new Set(rules.map((rule) => rule.meta.id)).size, rules.length);
  });
  for (const rule of rules) {
    const { id } = rule.meta;
    describe(id, () => {
      it('is named in kebab-case', () => assert.match(id, /^[a-z]+\/[a-z]+(?:-[a-z]+)*$/));
      it('explains why, when to ignore it and how to fix it, in both languages', () => {
        for (const locale of ['en', 'ko'] as const) {
          const page = ruleDocs[id]?.[locale] ?? '';
          assert.ok(page.startsWith(`# ${rule.meta.title[locale]}\n`), `${locale}: the page starts with the title "${rule.meta.title[locale]}"`);
          for (const heading of headings[locale]) assert.ok(page.includes(`\n${heading}\n`), `${locale}: ${heading} is missing`);
        }
      });
      it('shows something bad and something good in its page', () => {
        for (const page of ['doc.md', 'doc.ko.md'] as const) {
          const verdicts = docBlocks(id, page).map((block) => block.verdict);
          assert.ok(verdicts.includes('bad') && verdicts.includes('good'), `${page} has ${verdicts.join(', ') || 'no blocks'}`);
        }
      });
      it('names assumptions in its page that monolift.yaml understands', () => {
        for (const locale of ['en', 'ko'] as const) {
          for (const [, name = '', answer = ''] of (ruleDocs[id]?.[locale] ?? '').matchAll(/assume: \{ (\w+): ([\w-]+) \}/g)) {
            assert.ok(assumptions[name]?.includes(answer), `${locale}: ${name}: ${answer}`);
          }
        }
      });
      it('speaks Korean in Korean', () => {
        for (const text of [rule.meta.title, ...Object.values(rule.messages), ...(rule.fixes ?? []).map((fix) => fix.title), ...(rule.clearing ?? []).map((clearing) => clearing.what)]) {
          assert.match(text.ko, /\p{Script=Hangul}/u, text.ko);
          assert.doesNotMatch(text.en, /\p{Script=Hangul}/u, text.en);
          assert.deepEqual(placeholders(text.ko), placeholders(text.en), `${text.en} and ${text.ko} take different arguments`);
        }
      });
      it('has a hit and a near miss for every language it reads', () => {
        const cases = casesOf(id);
        for (const language of new Set((rule.matchers ?? []).map((matcher) => matcher.language))) {
          for (const kind of ['expect', 'clean'] as const) {
            const met = cases.some((test) => test.marks.some((mark) => mark.kind === kind && mark.rule === id && languageOf(mark.file) === language));
            assert.ok(met, `no case marks ${kind} in ${language}`);
          }
        }
        assert.ok(cases.some((test) => test.marks.some((mark) => mark.kind === 'expect')), 'no case expects anything');
      });
      it('offers fixes under keys of their own', () => {
        const keys = (rule.fixes ?? []).map((fix) => fix.key);
        assert.equal(new Set(keys).size, keys.length);
        assert.equal(rule.meta.fix === 'none', keys.length === 0);
      });
      for (const clearing of rule.clearing ?? []) {
        it(`has a case in which ${clearing.fact} clears it`, () => {
          assert.ok(casesOf(id).some((test) => test.name.startsWith('cleared-')), 'a case named cleared-… is missing');
        });
      }
    });
  }
});

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();
}

