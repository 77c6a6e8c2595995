import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { argument, below, calledName, calleeSpan, enclosing, field, importsOf, methodOf, named, pairsOf, plainText, receiverOf, rootOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { qualified } from '../../../syntax/python/ask.js';
import { isCommandLine, isMainGuarded } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly, joinedText, possibleValues } from '../../../syntax/python/values.js';
import { stageOfFile } from '../../../syntax/python/profile.js';

const fileHandler = /^(?:logging\.(?:handlers\.)?(?:Rotating|TimedRotating|Watched)?FileHandler|cloghandler\.\w+|concurrent_log_handler\.\w*FileHandler)$/;
const consoleHandler = /(?:^|\.)(?:StreamHandler|ConsoleHandler|RichHandler)$/;
const standardStream = /^\/(?:dev\/(?:stdout|stderr|fd\/[12])|proc\/(?:1|self)\/fd\/[12])$/;

function shown(text: string | undefined): string {
  return (text ?? '').replace(/\u2047|\{[^}]*\}/g, '…').replace(/^…\//, '…/') || '…';
}

/** A logger of the dictionary. */
interface Logger {
  /** Names of the handlers that it is given. */
  readonly handlers: readonly string[];
  readonly isRoot: boolean;
  /** Whether what it takes also goes to the handlers of the root. */
  readonly propagates: boolean;
}

function loggers(cx: RuleFileContext, config: PythonNode): readonly Logger[] {
  return below(config, 'pair').filter((pair) => plainText(field(pair, 'key')) === 'handlers').flatMap((pair) => {
    const value = field(pair, 'value');
    const table = pair.parent;
    if (!table || !value || (value.type !== 'list' && value.type !== 'tuple')) return [];
    const name = plainText(field(table.parent ?? undefined, 'key'));
    return [{
      handlers: named(value).flatMap((each) => plainText(each) ?? []), isRoot: name === 'root' || name === '',
      propagates: pairsOf(cx, table).find(({ key }) => key === 'propagate')?.value.text !== 'False',
    }];
  });
}

/** `"class": "logging.FileHandler"` in a dictionary of `dictConfig`, Django's LOGGING among them. */
function onPair(pair: PythonNode, cx: RuleFileContext): void {
  const value = field(pair, 'value');
  const type = plainText(value);
  const handler = pair.parent;
  const entry = handler?.parent;
  const handlers = entry?.parent?.parent;
  if (plainText(field(pair, 'key')) !== 'class' || !value || type === undefined || !fileHandler.test(type) || !handler || entry?.type !== 'pair' || handlers?.type !== 'pair') return;
  if (plainText(field(handlers, 'key')) !== 'handlers' || isDevelopmentOnly(cx, pair) || ['development', 'test'].includes(stageOfFile(cx.path))) return;
  const name = plainText(field(entry, 'key')) ?? '';
  const config = handlers.parent ?? handlers;
  const all = loggers(cx, config);
  const users = all.filter(({ handlers: each }) => each.includes(name));
  if (users.length === 0) return;
  const pathNode = pairsOf(cx, handler).find(({ key }) => key === 'filename')?.value;
  const path = pathNode && (joinedText(cx, pathNode) ?? possibleValues(cx, pathNode).map((each) => each.text ?? joinedText(cx, each.node)).find((text) => text !== undefined));
  if (path !== undefined && standardStream.test(path)) return;
  const consoles = new Set(handlersOf(cx, handlers).filter(({ type: each }) => consoleHandler.test(each)).map(({ name: each }) => each));
  const shows = ({ handlers: each }: Logger): boolean => each.some((other) => consoles.has(other));
  const root = all.some((each) => each.isRoot && shows(each));
  const onConsole = users.every((each) => shows(each) || (root && !each.isRoot && each.propagates)) || (all.some(shows) && users.every((each) => each.handlers.length > 1));
  cx.report({ at: span(value), say: 'file', args: { file: shown(path) }, ...(onConsole ? { severity: 'info' as const } : {}), data: { onConsole, python: 'dict' } });
}

/** A handler that only developers get shows nothing to others. */
function typeOfHandler(cx: RuleFileContext, handler: PythonNode): string {
  const pairs = pairsOf(cx, handler);
  if (/require_debug_true/.test(pairs.find(({ key }) => key === 'filters')?.value.text ?? '')) return '';
  return plainText(pairs.find(({ key }) => key === 'class')?.value) ?? '';
}

function handlersOf(cx: RuleFileContext, handlers: PythonNode): readonly { readonly name: string; readonly type: string }[] {
  const value = field(handlers, 'value');
  return value ? pairsOf(cx, value).map(({ key, value: inner }) => ({ name: key, type: typeOfHandler(cx, inner) })) : [];
}

/** Whether the code also logs to the console where it sets up the file. */
function logsToConsole(call: PythonNode, cx: RuleFileContext): boolean {
  const scope = enclosing(call, 'function_definition') ?? rootOf(call);
  return below(scope, 'call').some((each) => consoleHandler.test(calledName(cx, each)) || (/(?:^|\.)logger\.add$/.test(qualified(cx, field(each, 'function'))) && /sys\.std(?:out|err)/.test(each.text)));
}

/** `logging.FileHandler(…)`, `basicConfig(filename=…)` and loguru's `logger.add("app.log")`. */
function onCall(call: PythonNode, cx: RuleFileContext): void {
  const callee = calledName(cx, call);
  const isLoguru = methodOf(call) === 'add' && receiverOf(call)?.type === 'identifier' && importsOf(cx, call).names.get(receiverOf(call)?.text ?? '') === 'loguru.logger';
  const target = fileHandler.test(callee) ? argument(call, 'filename', 0) : callee === 'logging.basicConfig' ? argument(call, 'filename') : isLoguru ? argument(call, 'sink', 0) : undefined;
  if (!target || isDevelopmentOnly(cx, call) || isCommandLine(cx, call) || isMainGuarded(call)) return;
  const path = joinedText(cx, target) ?? possibleValues(cx, target).map((each) => each.text ?? joinedText(cx, each.node)).find((text) => text !== undefined);
  if ((isLoguru && path === undefined) || target.type === 'none' || (path !== undefined && standardStream.test(path))) return;
  const isParameter = path === undefined && enclosing(call, 'function_definition') !== undefined;
  const onConsole = logsToConsole(call, cx);
  cx.report({ at: calleeSpan(call), say: isParameter ? 'given' : 'file', args: { file: shown(path) }, ...(onConsole ? { severity: 'info' as const } : {}), data: { onConsole, python: 'call' } });
}

/** Logs of Python that go to files. */
export const pythonLogs = ruleMatcher({
  language: 'python',
  needles: [[/\b\w*FileHandler\b/], ['basicConfig', 'filename'], ['loguru', /\.add\(/]],
  on: { pair: onPair, call: onCall },
});
