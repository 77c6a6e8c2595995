import type { Json } from '../../../base/json.js';
import type { Span } from '../../../base/text.js';
import type { FileContext } from '../../../contract/rule.js';
import { cronJobName } from '../../../generators/cronjob.js';
import { args, calleeOf, functionOf, handlerAround, importOf, importsPackage, nameOf, type GoNode } from '../../../syntax/go/ask.js';
import { indentOf, planGo, statementAround } from '../../../syntax/go/plan.js';
import { breaksVariables, importRemovals } from '../../../syntax/go/removal.js';
import { below, field, named } from '../../../syntax/tree-sitter/nodes.js';
import { chainClock, definitionClock, expressionClock, type GoClock } from './go-clock.js';

/** What runs at a job's time, as a call, and its name for people. */
interface Run {
  readonly name: string;
  readonly call: string;
  /** The call returns an error. */
  readonly fails: boolean;
}

const isPlain = (node: GoNode): boolean => /^[\w.]+$/.test(node.text);

/** The result of a function of the file is an error. */
function returnsError(root: GoNode, name: string): boolean {
  const found = named(root).find((each) => (each.type === 'function_declaration' || each.type === 'method_declaration') && nameOf(each) === name);
  return field(found, 'result')?.text === 'error';
}

/** The first thing that a literal does which is no logging. */
export function doneBy(literal: GoNode): string | undefined {
  const callees = below(field(literal, 'body'), 'call_expression').map((call) => field(call, 'function')?.text ?? '');
  return callees.find((callee) => /^[\w.]+$/.test(callee) && !/(?:^|\.)(?:log\w*|fmt|context|time|errors|strings|len|make|append|new)(?:\.|$)|\.(?:Print|Info|Debug|Warn|Error|Trace)\w*$/i.test(callee));
}

/** A literal is called after what it does, else after the function around. */
function nameFor(literal: GoNode): string {
  const around = nameOf(functionOf(literal));
  return doneBy(literal)?.split('.').at(-1) ?? (/^(?:main|init)$/.test(around) ? 'scheduledJob' : `${around}Job`);
}

/** `sendInvoices`, `func() { sendInvoices(db) }`, with what is handed to it. */
function runOf(given: GoNode | undefined, handed: readonly GoNode[], indent: string): Run | undefined {
  if (!given || given.text.includes('`')) return undefined;
  const list = handed.map(({ text }) => text).join(', ');
  if (isPlain(given)) return { name: given.text.split('.').at(-1) ?? given.text, call: `${given.text}(${list})`, fails: returnsError(given.tree.rootNode, given.text.split('.').at(-1) ?? '') };
  if (given.type !== 'func_literal' || list.includes('\n')) return undefined;
  const statements = named(named(field(given, 'body'))[0]);
  const [only] = statements;
  const inner = only?.type === 'expression_statement' && statements.length === 1 ? named(only)[0] : undefined;
  const name = inner?.type === 'call_expression' ? (field(inner, 'function')?.text.split('.').at(-1) ?? '') : '';
  if (inner && /^\w+$/.test(name) && list === '' && !inner.text.includes('\n')) return { name, call: inner.text, fails: false };
  const body = given.text.split('\n').map((line, index) => (index === 0 || !line.startsWith(indent) ? line : `\t${line}`)).join('\n');
  return { name: nameFor(given), call: `${body}(${list})`, fails: field(given, 'result')?.text === 'error' };
}

/** Clock and work of a call that gives a job to robfig/cron or gocron. */
function scheduled(cx: FileContext, call: GoNode, indent: string): { readonly clock: GoClock | undefined; readonly run: Run | undefined } | undefined {
  const callee = calleeOf(cx, call);
  const [first, second, ...options] = args(call);
  if (callee?.name === 'AddFunc' && importsPackage(cx, call, /^(?:github\.com|gopkg\.in)\/robfig\/cron/) && !importsPackage(cx, call, /robfig\/cron\.v2$/)) {
    return { clock: expressionClock(cx, first, importsPackage(cx, call, /^github\.com\/robfig\/cron$/)), run: runOf(second, [], indent) };
  }
  if (callee?.name === 'NewJob' && second && calleeOf(cx, second)?.name === 'NewTask' && options.every((each) => /^gocron\.With(?:Name|Tags|SingletonMode)\(/.test(each.text))) {
    const [task, ...handed] = args(second);
    return { clock: definitionClock(cx, first), run: runOf(task, handed, indent) };
  }
  if (callee?.name === 'Do' && callee.receiver && importsPackage(cx, call, /go-co-op\/gocron$|jasonlvhit\/gocron$/)) return { clock: chainClock(cx, callee.receiver), run: runOf(first, args(call).slice(1), indent) };
  return undefined;
}

const isCheck = (statement: GoNode | undefined): boolean => statement?.type === 'if_statement' && !field(statement, 'alternative') && field(statement, 'condition')?.text === 'err != nil';

/** Names that take the results: nothing but an error. */
function keepsOnlyError(assignment: GoNode, call: GoNode): boolean {
  const lefts = named(field(assignment, 'left')).map(({ text }) => text);
  return named(field(assignment, 'right'))[0]?.id === call.id && lefts.every((name, index) => name === '_' || (name === 'err' && index === lefts.length - 1));
}

/** Whether statements behind a place go on with an `err` that was declared there. */
function needsError(behind: readonly GoNode[]): boolean {
  const next = behind.find((each) => below(each, 'identifier').some(({ text }) => text === 'err'));
  if (!next || (next.type === 'if_statement' && field(next, 'initializer')?.type === 'short_var_declaration')) return next !== undefined && behind.indexOf(next) < behind.length - 1 && needsError(behind.slice(behind.indexOf(next) + 1));
  return next.type !== 'short_var_declaration' || !named(field(next, 'left')).some(({ text }) => text === 'err') || named(field(next, 'right')).some((each) => /\berr\b/.test(each.text));
}

/** The statements that give the job away, with the check of what the library says to it; `undefined` for other shapes. */
function statementsOf(call: GoNode): Span | undefined {
  const statement = statementAround(call);
  if (!statement?.parent?.parent?.parent || !/^(?:function|method)_declaration$/.test(statement.parent.parent.parent.type)) return undefined;
  const own = { start: statement.startIndex, end: statement.endIndex };
  if (statement.type === 'expression_statement') return named(statement)[0]?.id === call.id ? own : undefined;
  if (statement.type === 'if_statement') {
    const initializer = field(statement, 'initializer');
    return isCheck(statement) && initializer && keepsOnlyError(initializer, call) ? own : undefined;
  }
  if (!/^(?:short_var_declaration|assignment_statement)$/.test(statement.type) || !keepsOnlyError(statement, call)) return undefined;
  const siblings = named(statement.parent);
  const at = siblings.findIndex(({ id }) => id === statement.id);
  const check = isCheck(siblings[at + 1]) && !field(siblings[at + 1], 'initializer') ? siblings[at + 1] : undefined;
  const takesError = named(field(statement, 'left')).some(({ text }) => text === 'err');
  if (takesError && (!check || (statement.type === 'short_var_declaration' && needsError(siblings.slice(at + 2))))) return undefined;
  return takesError && check ? { start: own.start, end: check.endIndex } : own;
}

/**
 * What a CronJob could start, and the change of the file with it: where the job is given to the clock, the program runs it
 * and ends when `APP_JOB` asks for that. `null` for jobs that are added on a condition or on behalf of a request, and where
 * the clock or the work does not stand in the code.
 */
export function goJob(cx: FileContext, call: GoNode): Json {
  const statement = statementAround(call);
  const removed = statementsOf(call);
  if (!statement || !removed || handlerAround(cx, call) || ![undefined, 'os'].includes(importOf(cx, call, 'os'))) return null;
  const indent = indentOf(cx.text, statement);
  const found = scheduled(cx, call, indent);
  if (!found?.clock || !found.run) return null;
  const { clock, run } = found;
  if (run.fails && ![undefined, 'log'].includes(importOf(cx, call, 'log'))) return null;
  const name = cronJobName(run.name.replaceAll('_', '-'));
  const inMain = nameOf(functionOf(call)) === 'main' && /^package main\b/m.test(cx.text);
  const lines = [
    `if os.Getenv("APP_JOB") == "${name}" {`,
    '\t// A CronJob started this process: it does the work once and ends.',
    ...(run.fails ? [`\tif err := ${run.call}; err != nil {`, '\t\tlog.Fatal(err)', '\t}'] : [`\t${run.call}`]),
    inMain ? '\treturn' : '\tos.Exit(0)',
    '}',
  ];
  const written = lines.map((line, index) => (index === 0 ? line : `${indent}${line}`)).join('\n');
  const root = call.tree.rootNode;
  const imports = importRemovals(cx, root, removed, written);
  if (name === '' || !imports || breaksVariables(call, removed, written)) return null;
  const plan = planGo(root, cx.text, [...imports, { ...removed, text: written }], ['os', ...(run.fails ? ['log'] : [])]);
  return plan === undefined ? null : { plan, name, job: run.name, when: { ...clock.when }, source: clock.source, zone: clock.zone };
}
