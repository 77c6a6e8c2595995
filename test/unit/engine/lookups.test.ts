import { deepEqual, equal } from 'node:assert/strict';
import type { LookUp } from '../../../server/src/contract/rule.js';
import type { FileResult } from '../../../server/src/engine/analyze-file.js';
import { goesBeyond, lookupsOf } from '../../../server/src/engine/lookups.js';

const nowhere = { start: 0, end: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

function asking(file: string, wanted: Readonly<Record<string, LookUp>>, lookedUp?: LookUp): FileResult {
  const facts = Object.entries(wanted).map(([path, wants]) => ({ kind: 'lookup' as const, file, range: nowhere, module: '', value: { path, wants } }));
  return { path: file, parsed: true, ...(lookedUp ? { lookedUp } : {}), findings: [], facts, problems: [], failures: [] };
}

describe('files that others ask for', () => {
  it('are looked at for their code as soon as one asks for it, in whatever order', () => {
    const types = asking('A.java', { 'shop/Cart.java': 'types', 'shop/Item.java': 'types' });
    const code = asking('B.java', { 'shop/Cart.java': 'code' });
    const expected = new Map([['shop/Cart.java', 'code'], ['shop/Item.java', 'types']]);
    deepEqual(lookupsOf([types, code]), expected);
    deepEqual(new Map([...lookupsOf([code, types])].sort()), expected);
  });

  it('are looked at for their code when what asks was: it inherits what they do', () => {
    deepEqual(lookupsOf([asking('Job.java', { 'shop/BaseJob.java': 'types' }, 'code')]), new Map([['shop/BaseJob.java', 'code']]));
    deepEqual(lookupsOf([asking('Cart.java', { 'shop/Base.java': 'types' }, 'types')]), new Map([['shop/Base.java', 'types']]));
  });

  it('are looked at again only for more than before', () => {
    equal(goesBeyond('types', undefined), true);
    equal(goesBeyond('code', 'types'), true);
    equal(goesBeyond('types', 'code'), false);
    equal(goesBeyond('code', 'code'), false);
  });
});
