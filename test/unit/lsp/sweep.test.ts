import assert from 'node:assert/strict';
import { sweepSoon } from '../../../server/src/lsp/sweep.js';

const { gc } = globalThis;
const allow = (collect: object | undefined): void => void Object.defineProperty(globalThis, 'gc', { value: collect, configurable: true, writable: true });
const soon = (): Promise<void> => new Promise((resume) => setTimeout(resume, 5));

describe('sweeping between edits', () => {
  afterEach(() => {
    allow(gc);
  });

  it('frees the young once for all edits that were answered meanwhile', async () => {
    const asked: unknown[] = [];
    allow((options: unknown) => asked.push(options));
    sweepSoon();
    sweepSoon();
    assert.deepEqual(asked, [], 'the answer goes out first');
    await soon();
    sweepSoon();
    await soon();
    assert.deepEqual(asked, [{ type: 'minor' }, { type: 'minor' }]);
  });

  it('leaves it to V8 where the client did not allow it', async () => {
    allow(undefined);
    sweepSoon();
    await soon();
  });
});
