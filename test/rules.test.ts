import assert from 'node:assert/strict';
import { casesOf, docBlocks, ruleIds } from './harness/cases.js';
import { provesBrokenInput, provesFixes, provesLineEnds, provesMarks, provesPrefilter, provesWords } from './harness/proofs.js';
import { scan } from './harness/run.js';

for (const rule of ruleIds) {
  describe(rule, () => {
    for (const test of casesOf(rule)) {
      describe(test.name, () => {
        it('finds what is marked and nothing else', () => provesMarks(test));
        it('finds the same without the prefilter', () => provesPrefilter(test));
        it('survives empty and halved files', () => provesBrokenInput(test));
        it('keeps its places with CRLF', () => provesLineEnds(test));
        it('speaks both languages', () => provesWords(test));
        it('fixes what it offers to fix', () => provesFixes(test));
      });
    }
    for (const page of ['doc.md', 'doc.ko.md'] as const) {
      for (const block of docBlocks(rule, page)) {
        it(`${page}:${block.line} is ${block.verdict}`, async () => {
          const { conclusion } = await scan(block.files);
          const found = conclusion.findings.filter((finding) => finding.rule === rule).length;
          assert.equal(found > 0, block.verdict === 'bad', `${found} findings`);
        });
      }
    }
  });
}
