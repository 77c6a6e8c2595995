import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { args, calledName, callName, enclosingMember, enclosingType, nameOf, plain, receiver, span, type CsNode } from '../../syntax/csharp/ask.js';
import { choice } from '../../syntax/csharp/branches.js';
import { durationIn } from '../../syntax/csharp/time.js';
import type {} from '../java/start-work.js';

const secondsToMind = 5;

/** Code that runs before the server answers: top-level statements, `Main` and `Configure`, and what hosted services do in `StartAsync`. */
function isEarly(node: CsNode): boolean {
  const type = enclosingType(node);
  const member = enclosingMember(node);
  if (!type) return true;
  return /^(?:Main|Configure|StartAsync)$/.test(member ? nameOf(member) : '');
}

/** Seconds that a call waits; 0 for all others. */
function waits(call: CsNode): number {
  const on = plain(receiver(call));
  if (!(/^(?:Sleep)$/.test(callName(call)) && /(?:^|\.)Thread$/.test(on)) && !(callName(call) === 'Delay' && /(?:^|\.)Task$/.test(on))) return 0;
  const [time] = args(call);
  if (time?.type === 'integer_literal') return Number(time.text.replaceAll('_', '')) / 1000;
  return durationIn(time?.text ?? '') ?? 0;
}

function emit(cx: FactFileContext, call: CsNode): void {
  const at = calledName(call);
  if (!at || !isEarly(call) || choice(call).kind !== 'always') return;
  if (waits(call) >= secondsToMind) cx.emit('start.work', span(at), { what: 'sleep', via: call.text.slice(0, 60) });
  if (/^Migrate(?:Async)?$/.test(callName(call)) && /\.Database$/.test(plain(receiver(call)))) cx.emit('start.work', span(at), { what: 'migrate', via: `Database.${at.text}()` });
}

/** `start.work` of .NET: migrations and waits before the first answer. */
export const dotnetStartFacts: FactExtractor = {
  kinds: ['start.work'],
  matchers: [factMatcher({ language: 'csharp', needles: [[/\.Database\s*\.\s*Migrate(?:Async)?\s*\(/], [/\b(?:Thread\s*\.\s*Sleep|Task\s*\.\s*Delay)\s*\(/, /\b(?:Main|Configure|StartAsync|WebApplication)\b/]], on: { invocation_expression: (call, cx) => emit(cx, call) } })],
};
