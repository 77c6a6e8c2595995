import { hash } from '../../../base/hash.js';
import type { Json } from '../../../base/json.js';
import type { Span } from '../../../base/text.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { nearestSchedule } from '../../../generators/cron.js';
import { cronJobName } from '../../../generators/cronjob.js';
import type { PlannedEdit } from '../../../generators/planned-edits.js';
import { args, baseTypes, bodyOf, calledMethod, descendants, field, fieldsOf, methodNamed, modifiers, named, nameOf, plain, type CsNode } from '../../../syntax/csharp/ask.js';
import { qualifiedName } from '../../../syntax/csharp/program.js';
import { exactSeconds } from '../../../syntax/csharp/time.js';
import { remembers } from './hosted-state.js';

/** What a timer calls: a method of its class, and how. */
interface Callback {
  readonly method: CsNode;
  /** Arguments of the call: `null` for the state that every callback takes. */
  readonly handed: string;
}

const logging = /^(?:this\.)?_?\w*[lL]og\w*\??\.\w+\(/;

/** `DoWork`, `_ => DoWork()`, `async _ => await DoWorkAsync()`. */
function callbackOf(type: CsNode, creation: CsNode): Callback | undefined {
  const [first, state] = args(creation);
  if (!first || plain(state) !== 'null') return undefined;
  const own = first.type === 'identifier' ? methodNamed(type, first.text) : undefined;
  if (own) return descendants(own, 'parameter').length === 1 ? { method: own, handed: 'null' } : undefined;
  const body = first.type === 'lambda_expression' ? named(first).at(-1) : undefined;
  const call = body?.type === 'await_expression' ? named(body)[0] : body;
  const method = call?.type === 'invocation_expression' && args(call).length === 0 ? calledMethod(call) : undefined;
  return method && descendants(method, 'parameter_list').every((list) => named(list).length === 0) ? { method, handed: '' } : undefined;
}

/** Statements of a method, the expression behind `=>` taken for one. */
function statementsOf(method: CsNode): readonly CsNode[] {
  const body = bodyOf(method);
  return body ? named(body) : [];
}

/** Whether a method only starts or ends the timer, writes to the log, and says that it is done. */
function isUpkeep(method: CsNode, timer: string, creation: CsNode): boolean {
  const kept = new RegExp(`^(?:await\\s+)?(?:this\\.)?${timer}[?!]?\\.(?:Change|Dispose|DisposeAsync)\\(`);
  return statementsOf(method).every((each) => {
    const text = each.text.trim();
    if (/^(?:return\s+)?(?:Task|ValueTask)\.CompletedTask;?$|^return;$|^GC\.SuppressFinalize\(this\);?$/.test(text) || logging.test(text) || kept.test(text)) return true;
    return creation.startIndex >= each.startIndex && creation.endIndex <= each.endIndex && new RegExp(`^(?:this\\.)?${timer}\\s*=\\s*new\\b[^;]*;$`).test(text);
  });
}

/** The lines of a member with the documentation above it and the empty line that parts it from the others. */
function linesOf(text: string, member: CsNode): Span {
  const lineBefore = (at: number): string => text.slice(text.lastIndexOf('\n', at - 2) + 1, at);
  let start = text.lastIndexOf('\n', member.startIndex - 1) + 1;
  while (lineBefore(start).trimStart().startsWith('///')) start -= lineBefore(start).length;
  const end = text.indexOf('\n', member.endIndex) + 1 || text.length;
  if (start > 0 && lineBefore(start).trim() === '') return { start: start - lineBefore(start).length, end };
  // The first member of its class has none above.
  return { start, end: lineBefore(start).trim().endsWith('{') ? end + (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0) : end };
}

/** Spans that touch or overlap as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((a, b) => a.start - b.start).reduce<readonly Span[]>((found, next) => {
    const last = found.at(-1);
    return last && next.start <= last.end ? [...found.slice(0, -1), { start: last.start, end: Math.max(last.end, next.end) }] : [...found, next];
  }, []);
}

/** The method's head for callers outside: `public async Task`, so that the program can wait for it; `undefined` for other shapes. */
function openHead(method: CsNode): (PlannedEdit & { readonly waits: boolean }) | undefined {
  const words = modifiers(method);
  const name = field(method, 'name');
  const returns = plain(field(method, 'returns') ?? field(method, 'type'));
  if (!name || [...words].some((word) => !/^(?:public|private|protected|internal|async)$/.test(word)) || !/^(?:void|Task)$/.test(returns)) return undefined;
  const first = named(method).find((part) => part.type !== 'attribute_list') ?? name;
  const waits = words.has('async') || returns === 'Task';
  return { start: first.startIndex, end: name.startIndex, text: `public ${words.has('async') ? 'async ' : ''}${waits ? 'Task' : 'void'} `, waits };
}

/**
 * What a CronJob could start in place of a hosted service that sets a timer, with the change of its class: the timer goes,
 * and what it called is open to the program. `null` where the clock is not in the code, or the class is more than its timer.
 */
export function hostedTimer(cx: RuleFileContext, type: CsNode, creation: CsNode): Json {
  const { text } = cx;
  const callback = callbackOf(type, creation);
  const bases = named(type).find((part) => part.type === 'base_list');
  const before = bases && named(type).filter((part) => part.endIndex <= bases.startIndex).at(-1);
  const target = creation.parent?.type === 'assignment_expression' ? plain(named(creation.parent)[0]) : '';
  const timer = fieldsOf(type).find(({ name, kind }) => kind === 'field' && name.text === target);
  const list = baseTypes(type);
  if (!callback || !bases || !before || !timer || !list.includes('IHostedService') || !list.every((base) => /^(?:IHostedService|I(?:Async)?Disposable)$/.test(base)) || /\b(?:partial|abstract)\b/.test([...modifiers(type)].join(' '))) return null;
  const upkeep = ['StartAsync', 'StopAsync', 'Dispose', 'DisposeAsync'].flatMap((name) => methodNamed(type, name) ?? []);
  const gone = [timer.declaration, ...upkeep];
  const used = descendants(type, 'identifier').filter((each) => each.text === target && !gone.some((member) => each.startIndex >= member.startIndex && each.endIndex <= member.endIndex));
  const head = openHead(callback.method);
  const body = bodyOf(callback.method);
  if (!head || !body || used.length > 0 || !upkeep.every((method) => isUpkeep(method, target, creation)) || remembers(type, body, gone)) return null;
  const conversion = nearestSchedule(exactSeconds(args(creation)[3]) ?? Number.NaN);
  if (!conversion.ok) return null;
  const edits = [
    { start: before.endIndex, end: bases.endIndex, text: '' },
    { start: head.start, end: head.end, text: head.text },
    ...joined(gone.map((member) => linesOf(text, member))).map((each) => ({ ...each, text: '' })),
  ];
  const service = nameOf(type);
  return {
    plan: { hash: hash(text), edits: edits.map(({ start, end, text: put }) => ({ start, end, text: put })) }, name: cronJobName(service), job: service, qualified: qualifiedName(type), when: { ...conversion.value },
    source: creation.text.replace(/\s+/g, ' '), zone: 'Etc/UTC', call: `${nameOf(callback.method)}(${callback.handed})`, waits: head.waits,
  };
}
