import { hash } from '../../../base/hash.js';
import type { Json } from '../../../base/json.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { cronJobName } from '../../../generators/cronjob.js';
import { nearestSchedule } from '../../../generators/cron.js';
import type { PlannedEdit } from '../../../generators/planned-edits.js';
import { args, baseTypes, bodyOf, callName, createdType, descendants, enclosing, field, methodNamed, modifiers, named, nameOf, plain, receiver, type CsNode } from '../../../syntax/csharp/ask.js';
import { linesAround, qualifiedName } from '../../../syntax/csharp/program.js';
import { exactSeconds } from '../../../syntax/csharp/time.js';
import { remembers } from './hosted-state.js';

/** What waits for the next round of a loop: the statement to take out, if it is one, and the seconds between the rounds. */
interface Wait {
  readonly seconds: number;
  readonly source: string;
  readonly statements: readonly CsNode[];
}

const loops = ['while_statement', 'do_statement', 'for_statement', 'foreach_statement', 'switch_statement'];

/** The call that an expression awaits, conditions about stopping put aside: `await timer.WaitForNextTickAsync(stop)`. */
function awaited(node: CsNode | undefined): CsNode | undefined {
  const parts = node?.type === 'binary_expression' && node.child(1)?.text === '&&' ? named(node) : [node];
  const rest = parts.filter((part) => !/^!\w+\.IsCancellationRequested$/.test(plain(part)));
  const call = rest.length === 1 && rest[0]?.type === 'await_expression' ? named(rest[0])[0] : undefined;
  return call?.type === 'invocation_expression' && callName(call) === 'ConfigureAwait' ? receiver(call) : call;
}

/** The timer of the method that ticks, when nothing else uses it. */
function tick(call: CsNode | undefined, body: CsNode): Wait | undefined {
  const timer = call?.type === 'invocation_expression' && callName(call) === 'WaitForNextTickAsync' ? receiver(call) : undefined;
  if (timer?.type !== 'identifier') return undefined;
  const declaration = descendants(body, 'local_declaration_statement').find((each) => descendants(each, 'variable_declarator').some((declarator) => field(declarator, 'name')?.text === timer.text));
  const made = declaration && descendants(declaration, 'object_creation_expression', 'implicit_object_creation_expression')[0];
  const uses = descendants(body, 'identifier').filter(({ text }) => text === timer.text).length;
  const seconds = made && createdType(made) === 'PeriodicTimer' ? exactSeconds(args(made)[0]) : undefined;
  return declaration && made && seconds !== undefined && uses === 2 ? { seconds, source: made.text, statements: [declaration] } : undefined;
}

/** A pause that begins or ends the round. */
function pause(round: CsNode, body: CsNode): Wait | undefined {
  const statements = named(round);
  const waits = statements.filter((each) => each.type === 'expression_statement').flatMap((statement): readonly Wait[] => {
    const call = awaited(named(statement)[0]);
    const ticked = tick(call, body);
    if (ticked) return [{ ...ticked, statements: [...ticked.statements, statement] }];
    const seconds = call?.type === 'invocation_expression' && callName(call) === 'Delay' && plain(receiver(call)) === 'Task' ? exactSeconds(args(call)[0]) : undefined;
    return call && seconds !== undefined ? [{ seconds, source: call.text, statements: [statement] }] : [];
  });
  const [only, ...more] = waits;
  const own = only?.statements.at(-1)?.id;
  return only && more.length === 0 && (own === statements[0]?.id || own === statements.at(-1)?.id) ? only : undefined;
}

/** Clock of a loop: in its condition, or as a pause within its round. */
function waitOf(loop: CsNode, round: CsNode, body: CsNode): Wait | undefined {
  const condition = named(loop).find((part) => part.id !== round.id);
  const inCondition = tick(awaited(condition), body);
  if (inCondition) return /\bTask\.Delay\(/.test(round.text) ? undefined : inCondition;
  const forever = /^(?:true|!\w+\.IsCancellationRequested)$/.test(plain(condition)) && loop.type === 'while_statement';
  return forever && round.type === 'block' ? pause(round, body) : undefined;
}

/** The text of the loop's round, a level further out, without what waits. */
function unwrapped(text: string, loop: CsNode, round: CsNode, without: readonly CsNode[]): PlannedEdit | undefined {
  const start = text.lastIndexOf('\n', loop.startIndex - 1) + 1;
  const indent = text.slice(start, loop.startIndex);
  if (indent.trim() !== '') return undefined;
  if (round.type !== 'block') return { start: loop.startIndex, end: loop.endIndex, text: round.text };
  const out = without.filter((each) => each.startIndex > round.startIndex && each.endIndex < round.endIndex).map((each) => linesAround(text, each));
  const open = /^\{[ \t]*\r?\n/.exec(text.slice(round.startIndex));
  const close = text.lastIndexOf('\n', round.endIndex - 1) + 1;
  if (!open || out.includes(undefined) || text.slice(close, round.endIndex - 1).trim() !== '') return undefined;
  const kept = [...text.slice(round.startIndex + open[0].length, close).matchAll(/[^\n]*\n/g)].flatMap(({ 0: line, index }) => {
    const at = round.startIndex + open[0].length + index;
    return out.some((each) => each && at >= each.start && at < each.end) ? [] : [line];
  });
  const inner = /^[ \t]*/.exec(kept.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  if (!inner.startsWith(indent) || /@"|\$@"|"""/.test(round.text)) return undefined;
  const lines = kept.map((line) => (line.startsWith(inner) ? `${indent}${line.slice(inner.length)}` : line));
  return { start, end: loop.endIndex, text: lines.join('').replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd() };
}

/** Whether a round leaves the loop or skips its rest, which has no meaning outside. */
function jumps(round: CsNode, loop: CsNode): boolean {
  return descendants(round, 'break_statement', 'continue_statement').some((each) => {
    const around = each.type === 'continue_statement' ? enclosing(each, ...loops.slice(0, -1)) : enclosing(each, ...loops);
    return around?.id === loop.id;
  });
}

/** Whether the loop is all that its method is about: behind it nothing but words for the log. */
function isTheWork(loop: CsNode, body: CsNode): boolean {
  const block = loop.parent;
  const isDirect = block?.id === body.id || (block?.parent?.type === 'try_statement' && block.parent.parent?.id === body.id);
  const top = block?.id === body.id ? loop : block?.parent;
  const behind = (list: CsNode | null | undefined, at: CsNode | null | undefined): readonly CsNode[] => (list && at ? named(list).filter((each) => each.startIndex > at.startIndex) : []);
  return isDirect && [...behind(block, loop), ...behind(body, top)].every((each) => each.id === top?.id || /^(?:this\.)?_?\w*[lL]og\w*\.\w+\(/.test(each.text));
}

/**
 * What a CronJob could start in place of a hosted service that works in a loop, with the change of its class: a method that
 * does one round. `null` where the clock is not in the code, or the class is more than its loop.
 */
export function hostedJob(cx: RuleFileContext, type: CsNode, run: CsNode, loop: CsNode): Json {
  const { text } = cx;
  const body = bodyOf(run);
  const name = field(run, 'name');
  const bases = named(type).find((part) => part.type === 'base_list');
  const round = loop.type === 'do_statement' ? named(loop)[0] : named(loop).at(-1);
  const before = bases && named(type).filter((part) => part.endIndex <= bases.startIndex).at(-1);
  if (!body || !name || !bases || !before || !round || nameOf(run) !== 'ExecuteAsync' || baseTypes(type).join() !== 'BackgroundService') return null;
  const overrides = descendants(type, 'method_declaration').filter((each) => modifiers(each).has('override'));
  const words = modifiers(type);
  if (overrides.length !== 1 || !modifiers(run).has('async') || words.has('partial') || words.has('abstract') || /\bbase\.|\bRunOnceAsync\b|\bExecuteTask\b/.test(type.text) || methodNamed(type, 'ExecuteAsync')?.id !== run.id) return null;
  const wait = isTheWork(loop, body) && !jumps(round, loop) && !remembers(type, round) ? waitOf(loop, round, body) : undefined;
  const conversion = nearestSchedule(wait?.seconds ?? Number.NaN);
  const once = wait && unwrapped(text, loop, round, wait.statements);
  const outside = wait?.statements.filter((each) => each.endIndex <= loop.startIndex).map((each) => linesAround(text, each)) ?? [];
  const [first] = named(run).filter((part) => part.type === 'modifier');
  if (!wait || !conversion.ok || !once || !first || outside.includes(undefined)) return null;
  const edits: PlannedEdit[] = [
    { start: before.endIndex, end: bases.endIndex, text: '' },
    { start: first.startIndex, end: name.endIndex, text: 'public async Task RunOnceAsync' },
    ...outside.flatMap((each) => (each ? [{ start: each.start, end: each.end, text: '' }] : [])),
    once,
  ];
  const service = nameOf(type);
  return { plan: { hash: hash(text), edits: edits.map((each) => ({ ...each })) }, name: cronJobName(service), job: service, qualified: qualifiedName(type), when: { ...conversion.value }, source: wait.source.replace(/\s+/g, ' '), zone: 'Etc/UTC', call: 'RunOnceAsync(System.Threading.CancellationToken.None)', waits: true };
}
