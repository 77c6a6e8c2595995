import assert from 'node:assert/strict';
import type { Finding, Severity } from '../../../server/src/contract/finding.js';
import { group } from '../../../server/src/engine/group.js';

function finding(file: string, severity: Severity, cause?: string): Finding {
  const range = { start: 0, end: 1, startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
  return { rule: 'a/b', severity, confidence: 'high', file, range, say: 'x', args: {}, related: [], data: null, module: '', fingerprint: file, ...(cause ? { group: cause } : {}) };
}

describe('grouping', () => {
  it('keeps one error per cause, which points to the others', () => {
    const [a, b, c] = group([finding('a', 'error', 'g'), finding('b', 'error', 'g'), finding('c', 'info', 'g')]);
    assert.deepEqual([a?.severity, b?.severity, c?.severity], ['error', 'warning', 'info']);
    assert.deepEqual(a?.related.map((related) => related.file), ['b', 'c']);
    assert.deepEqual(b?.related, []);
  });
  it('takes the gravest as root, wherever it stands', () => {
    const [a, b] = group([finding('a', 'warning', 'g'), finding('b', 'error', 'g')]);
    assert.deepEqual([a?.severity, b?.severity], ['warning', 'error']);
    assert.equal(b?.related.length, 1);
  });
  it('tells a cause that evidence settled once', () => {
    const settled = (file: string): Finding => ({ ...finding(file, 'info', 'g'), clearedBy: [{ file: 'x', range: finding('x', 'info').range, fact: 'session.external-store' }] });
    const told = group([settled('a'), settled('b'), finding('c', 'info', 'g')]);
    assert.deepEqual(told.map(({ file }) => file), ['a']);
    assert.deepEqual(told[0]?.related.map(({ file }) => file), ['b', 'c']);
    assert.equal(group([settled('a'), finding('b', 'warning', 'g')]).length, 2);
  });
  it('leaves single findings alone', () => {
    const [alone, other] = group([finding('a', 'error', 'g'), finding('b', 'error')]);
    assert.equal(alone?.group, undefined);
    assert.equal(alone?.severity, 'error');
    assert.equal(other?.severity, 'error');
  });
});
