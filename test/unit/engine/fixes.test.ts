import assert from 'node:assert/strict';
import { applyEdits, changedFiles } from '../../../server/src/engine/fixes.js';
import type { Edit } from '../../../server/src/contract/rule.js';

const replace = (start: number, end: number, text: string): Edit => ({ do: 'replace', file: 'a', span: { start, end }, text });
describe('edits', () => {
  it('apply in any order against the original text', () => {
    assert.equal(applyEdits('0123456789', [replace(8, 9, 'b'), replace(0, 2, 'a'), replace(5, 5, '+')]), 'a234+567b9');
  });
  it('are refused when they overlap or reach beyond the text', () => {
    assert.equal(applyEdits('0123', [replace(0, 2, ''), replace(1, 3, '')]), undefined);
    assert.equal(applyEdits('0123', [replace(2, 9, '')]), undefined);
  });
  it('are refused for a file that is not there', () => assert.equal(changedFiles([replace(0, 1, '')], () => undefined), undefined));
});
