import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/contract/finding.js';
import { Overlay } from '../../../server/src/host/overlay.js';
import { MemoryHost } from '../../../server/src/host/memory.js';
import { productRuleset } from '../../../server/src/host/ruleset.js';
import { Workspace } from '../../../server/src/host/workspace.js';
import { adapters } from '../../harness/run.js';

const cart = (lines: string): string => `import javax.servlet.http.HttpSession;\nclass Cart { void f(HttpSession session) {\n${lines}\n} }\n`;
const put = (name: string): string => `session.setAttribute("${name}", 1);`;
const show = ({ file, range, severity, args }: Finding): string => `${file}:${range.startLine} ${severity} ${JSON.stringify(args)}`;

/** Edits one file and compares the quick answer with the full conclusion. */
async function quickAndFull(before: string, after: string): Promise<{ readonly quick: readonly string[]; readonly full: readonly string[] }> {
  const overlay = new Overlay(new MemoryHost(new Map([['a/Cart.java', cart(before)], ['b/Cart.java', cart(put('other'))]])));
  const workspace = new Workspace(overlay, productRuleset(), adapters);
  for (const { path } of workspace.tasks()) await workspace.update(path);
  const previous = workspace.conclude();
  const old = workspace.resultOf('a/Cart.java');
  overlay.set('a/Cart.java', cart(after));
  await workspace.update('a/Cart.java');
  const quick = workspace.answer(previous, [{ path: 'a/Cart.java', before: old, after: workspace.resultOf('a/Cart.java') }]);
  return { quick: quick.findings.map(show).sort(), full: workspace.conclude().findings.map(show).sort() };
}

describe('the quick answer to an edit', () => {
  it('moves findings and keeps what other files made of them', async () => {
    const { quick, full } = await quickAndFull(put('cart'), `\n\n${put('cart')}`);
    assert.deepEqual(quick, full);
    assert.deepEqual(quick, ['a/Cart.java:5 error {"attribute":"cart"}', 'b/Cart.java:3 warning {"attribute":"other"}']);
  });
  it('adds one more of a known group as a warning', async () => {
    const { quick, full } = await quickAndFull(put('cart'), `${put('cart')}\n${put('user')}`);
    assert.deepEqual(quick, full);
    assert.ok(quick.includes('a/Cart.java:4 warning {"attribute":"user"}'));
  });
  it('drops what is gone; what that means for other files waits for the full conclusion', async () => {
    const { quick, full } = await quickAndFull(put('cart'), '');
    assert.deepEqual(quick, ['b/Cart.java:3 warning {"attribute":"other"}']);
    assert.deepEqual(full, ['b/Cart.java:3 error {"attribute":"other"}']);
  });
});
