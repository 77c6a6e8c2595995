import { hash } from '../../../base/hash.js';
import type { Json } from '../../../base/json.js';
import { ruleMatcher, type Fix } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { carriedOut, type PlannedEdits } from '../../../generators/planned-edits.js';
import { args, baseTypes, bodyOf, descendants, enclosing, enclosingType, field, modifiers, named, nameOf, plain, span, type CsNode } from '../../../syntax/csharp/ask.js';

/** What is said of background services of .NET. */
export const csharpMessages: Readonly<Record<string, Localized>> = {
  worker: {
    en: '{name} loops without asking its cancellation token: when a replica is stopped, SIGTERM does not reach the loop, the pod waits for the whole shutdown timeout and the work is cut off in the middle.',
    ko: '{name}의 반복문이 취소 토큰을 확인하지 않습니다. 레플리카를 종료할 때 SIGTERM이 반복문에 전달되지 않아, 종료 제한 시간을 모두 기다린 뒤 하던 작업이 중간에 끊깁니다.',
  },
};

function isInLambda(node: CsNode, loop: CsNode): boolean {
  const lambda = enclosing(node, 'lambda_expression', 'anonymous_method_expression', 'local_function_statement');
  return lambda !== undefined && lambda.startIndex > loop.startIndex;
}

/** A loop that nothing in it ends; a `return` of a lambda ends only that. */
function endless(body: CsNode): CsNode | undefined {
  return descendants(body, 'while_statement').find((loop) => plain(field(loop, 'condition') ?? named(loop)[0]) === 'true' && !descendants(loop, 'break_statement', 'return_statement').some((each) => !isInLambda(each, loop)));
}

/** The loop asks the token before each turn, and its pauses end with it; `null` when the method has no token. Only where the method is `async`: another one would have to return something behind the loop. */
function askingPlan(loop: CsNode, token: string | undefined, text: string): Json {
  const condition = field(loop, 'condition') ?? named(loop)[0];
  if (token === undefined || token === '' || !condition) return null;
  const pauses = descendants(loop, 'invocation_expression').filter((call) => plain(call).startsWith('Task.Delay(') && args(call).length === 1 && !isInLambda(call, loop));
  const behind = pauses.map((call) => ({ start: call.endIndex - 1, end: call.endIndex - 1, text: `, ${token}` }));
  return { hash: hash(text), edits: [{ start: condition.startIndex, end: condition.endIndex, text: `!${token}.IsCancellationRequested` }, ...behind] };
}

/** Background services of .NET that go on when the host wants to stop. */
export const csharpWorkers = ruleMatcher({
  language: 'csharp', needles: [['BackgroundService', 'ExecuteAsync', /\bwhile\s*\(\s*true\s*\)/]],
  on: {
    method_declaration(method, cx) {
      const type = enclosingType(method);
      const body = bodyOf(method);
      if (nameOf(method) !== 'ExecuteAsync' || !type || !body || !baseTypes(type).includes('BackgroundService')) return;
      const parameters = field(method, 'parameters');
      const token = parameters && named(parameters).map(nameOf)[0];
      const loop = endless(body);
      const first = loop?.child(0);
      if (!loop || !first || (token !== undefined && new RegExp(`\\b${token}\\b`).test(loop.text))) return;
      cx.report({ at: span(first), say: 'worker', args: { name: nameOf(type) }, confidence: 'medium', data: { asking: modifiers(method).has('async') ? askingPlan(loop, token, cx.text) : null } });
    },
  },
});

/** The loop ends when the host wants to stop. */
export const loopUntilStopped: Fix = {
  key: 'loop-until-stopped',
  title: { en: 'End the loop when the host stops', ko: '호스트가 종료될 때 반복문 끝내기' },
  safety: 'review',
  applies: ({ say, data }) => say === 'worker' && ((data as { readonly asking?: PlannedEdits | null } | null)?.asking ?? undefined) !== undefined,
  edits({ finding, text }) {
    const { asking } = finding.data as unknown as { readonly asking: PlannedEdits };
    return carriedOut(finding.file, text(finding.file), asking);
  },
};
