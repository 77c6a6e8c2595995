import { hash } from '../../../base/hash.js';
import type { Json } from '../../../base/json.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { cronJobName } from '../../../generators/cronjob.js';
import { args, bodyOf, callName, calledName, callTypeArguments, descendants, enclosing, field, methodNamed, nameOf, plain, receiver, span, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { callsBehind, linesAround, onceLines, returnsValue, takesJobScope, topStatement } from '../../../syntax/csharp/program.js';
import { workOf } from '../../../syntax/csharp/shared-work.js';
import { coravelClock } from './coravel-clock.js';
import { reportWork } from './csharp.js';
import { isOwnJob } from './own-job.js';

const scheduling = /^(?:Schedule|ScheduleAsync|ScheduleWithParams)$/;

/** The call of `UseScheduler` whose scheduler a call is made on. */
function registrationOf(call: CsNode): CsNode | undefined {
  const lambda = enclosing(call, 'lambda_expression');
  const handed = lambda?.parent?.type === 'argument' ? lambda.parent.parent?.parent : undefined;
  const parameters = lambda && (field(lambda, 'parameters') ?? undefined);
  return handed?.type === 'invocation_expression' && callName(handed) === 'UseScheduler' && plain(parameters).replace(/[()]/g, '') === plain(receiver(call)) ? handed : undefined;
}

/**
 * What a CronJob could start, and the change of the program with it; `null` unless a program of top-level statements gives
 * one invocable of its container a clock.
 */
function coravelJob(cx: RuleFileContext, call: CsNode, registration: CsNode): Json {
  const calls = callsBehind(call);
  const clock = coravelClock(calls);
  const [type] = callTypeArguments(call);
  const statement = calls.at(-1)?.parent;
  const outer = topStatement(registration);
  const services = plain(receiver(registration));
  const { text } = cx;
  const lines = statement?.type === 'expression_statement' ? linesAround(text, statement) : undefined;
  if (!clock || type === undefined || callName(call) !== 'Schedule' || args(call).length > 0 || !lines || !outer || !/^[\w.]+$/.test(services)) return null;
  if (returnsValue(call.tree.rootNode) || takesJobScope(text)) return null;
  const name = cronJobName(type);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const added = [...onceLines(services, name, `await jobScope.ServiceProvider.GetRequiredService<${type}>().Invoke();`), '', ''];
  const edits = [{ start: outer.startIndex, end: outer.startIndex, text: added.join(eol) }, { ...lines, text: '' }];
  return { plan: { hash: hash(text), edits }, name, job: type, when: { ...clock.when }, source: clock.source, zone: clock.zone };
}

/** Jobs that Coravel starts: it has no store and no lock that replicas share. */
export const coravelSchedules = ruleMatcher({
  language: 'csharp', needles: [['UseScheduler', /\.Schedule(?:Async|WithParams)?\b/]],
  on: {
    invocation_expression(call, cx) {
      const at = calledName(call);
      const registration = at && scheduling.test(callName(call)) ? registrationOf(call) : undefined;
      if (!at || !registration || choice(call).kind === 'development') return;
      const [type] = callTypeArguments(call);
      const [given] = args(call);
      const own = type === undefined ? undefined : descendants(call.tree.rootNode, 'class_declaration').find((each) => nameOf(each) === type);
      const invoke = own && methodNamed(own, 'Invoke');
      const body = type === undefined ? given : invoke && bodyOf(invoke);
      const job = type ?? `${callName(call)}(…)`;
      const data = { engine: 'timer', annotations: [], dotnet: coravelJob(cx, call, registration) };
      if (body && workOf(body).kind !== 'unclear') reportWork(cx, span(at), job, body, '', data);
      // What stands in another file is hardly ever housekeeping when it has a clock.
      else if (type !== undefined && !isOwnJob(type)) cx.report({ at: span(at), say: 'unclear', args: { job }, severity: 'warning', confidence: 'low', data });
    },
  },
});
