import { ruleMatcher, type ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';
import type {} from '../../../facts/go/work.js';
import { calleeOf, isAside } from '../../../syntax/go/ask.js';
import { heldBy } from '../../../syntax/go/choice.js';
import { span } from '../../../syntax/tree-sitter/nodes.js';

/** Mutexes of Go around what replicas share. */
export const goLocks: ProjectCheck<'go.mutex'> = {
  subject: 'go.mutex',
  reads: ['go.mutex', 'go.server'],
  check(subject, { model, report }) {
    const { lock, read, write, table, owner = '' } = subject.value;
    if (!servesGo(model, subject.file)) return;
    report(table === undefined ? { say: 'split', args: { lock, read, write } } : { say: 'keyed', args: { field: table, type: owner } });
  },
};

/** Locks that WebDAV clients take on files; each process that serves the same files has its own. */
export const goWebDavLocks = ruleMatcher({
  language: 'go',
  needles: [['golang.org/x/net/webdav', 'NewMemLS(']],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      if (callee?.path === 'golang.org/x/net/webdav' && callee.name === 'NewMemLS' && !isAside(cx, call)) cx.report({ at: span(callee.token), say: 'keyed', args: { field: heldBy(call) || callee.name, type: 'webdav.NewMemLS' } });
    },
  },
});
