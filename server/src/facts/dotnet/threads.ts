import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { args, bodyOf, callName, calledName, createdType, enclosingType, field, methodNamed, plain, receiver, span, type CsNode } from '../../syntax/csharp/ask.js';
import { isRequestSide } from '../../syntax/csharp/request-side.js';
import { workOf } from '../../syntax/csharp/shared-work.js';
import type {} from '../threads.js';

/** Code of a task: a lambda, or a method of the class. */
function codeOf(task: CsNode | undefined): CsNode | undefined {
  if (!task || task.type === 'lambda_expression' || task.type === 'anonymous_method_expression') return task;
  const type = enclosingType(task);
  const method = type && methodNamed(type, plain(task).split('.').at(-1) ?? '');
  return method && bodyOf(method);
}

function started(cx: FactFileContext, at: CsNode, what: string, task: CsNode | undefined, kind: 'thread' | undefined): void {
  if (!isRequestSide(at)) return;
  const body = codeOf(task);
  const work = body && workOf(body);
  const owns = work?.kind === 'shared' ? work.what : undefined;
  if (owns !== undefined || kind) cx.emit('work.thread', span(at), { kind: kind ?? 'thread', what, ...(owns === undefined ? {} : { owns }) });
}

/** Whether something waits for a task: it is awaited, kept, returned or handed on. */
function isWaitedFor(call: CsNode): boolean {
  const parent = call.parent;
  if (parent?.type === 'assignment_expression') return plain(field(parent, 'left')) !== '_';
  return parent?.type !== 'expression_statement';
}

/** Threads and tasks that request code of .NET starts and nobody waits for. */
export const dotnetThreadFacts: FactExtractor = {
  kinds: ['work.thread'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [[/\bnew\s+(?:System\.Threading\.)?Thread\s*\(/], ['QueueUserWorkItem'], [/\bTask\s*\.\s*(?:Run|Factory\s*\.\s*StartNew)\s*\(/], ['QueueBackgroundWorkItem']],
      on: {
        object_creation_expression(creation, cx) {
          const type = field(creation, 'type');
          if (type && createdType(creation) === 'Thread') started(cx, type, 'new Thread', args(creation)[0], 'thread');
        },
        invocation_expression(call, cx) {
          const at = calledName(call);
          const on = plain(receiver(call));
          const name = callName(call);
          if (!at || isWaitedFor(call)) return;
          const takes = (name === 'Run' && /(?:^|\.)Task$/.test(on)) || (name === 'StartNew' && /Task\.Factory$/.test(on)) || (/^(?:Unsafe)?QueueUserWorkItem$/.test(name) && /ThreadPool$/.test(on)) || name === 'QueueBackgroundWorkItem';
          if (takes) started(cx, at, `${on}.${name}`, args(call)[0], undefined);
        },
      },
    }),
  ],
};
