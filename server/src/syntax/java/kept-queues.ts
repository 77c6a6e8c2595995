import type { FileContext } from '../../contract/rule.js';
import { annotation, bareType, enclosing, enclosingCallable, enclosingType, field, modifiers, nameOf, simpleName, type Declared, type JavaNode } from './ask.js';
import { readsData } from './data-access.js';
import { below, callsNamed, fieldBehind, writesOf, type FieldWrite } from './field-writes.js';
import { allTypeNames, wordsOf } from './field-purpose.js';
import type { Kept } from './kept.js';
import { originOf } from './origin.js';

const queues = /^(?:\w*BlockingQueue|\w*BlockingDeque|DelayQueue|\w*TransferQueue|ConcurrentLinkedQueue|ConcurrentLinkedDeque|Queue|Deque|ArrayDeque|LinkedList)$/;
/** Queues of the application's own. */
const ownQueues = /^[A-Z]\w*(?:Queue|Deque)$/;
const takes = /^(?:take|poll|pollFirst|pollLast|takeFirst|takeLast|drainTo|remove|removeFirst|pop)$/;
/** What a process notes about itself, and work that any process may do again. */
const minor = /^(?:logs?|logging|logger|metrics?|stats?|statistics|traces?|spans?|telemetry|monitor\w*|samples?|cache\w*|refresh\w*|invalidat\w*|free|available|idle|pool\w*|recycl\w*|history|recent|last|errors?|cluster\w*|command|runnable|threads?)$/;

function takings(type: JavaNode, declared: Declared): readonly JavaNode[] {
  return below(type, 'method_invocation').filter((call) => {
    const object = field(call, 'object');
    return (takes.test(nameOf(call)) || (nameOf(call) === 'get' && ownQueues.test(simpleName(declared.type)))) && object !== undefined && fieldBehind(object)?.node.id === declared.node.id;
  });
}

/** `@Scheduled void work()`, `@Asynchronous void work(@Observes @Scheduled Tick tick)`, `run()`, or a private method that only such call. */
function runsByItself(cx: FileContext, method: JavaNode, depth = 3): boolean {
  if (/^(?:run|call)$/.test(nameOf(method)) || annotation(method, 'Scheduled', 'Schedule', 'Timeout') || /@(?:\w+\.)*Scheduled\b/.test(field(method, 'parameters')?.text ?? '')) return true;
  const owner = enclosingType(method);
  if (depth === 0 || !owner || !modifiers(method).has('private')) return false;
  const callers = callsNamed(cx, owner, nameOf(method)).filter((call) => [undefined, 'this'].includes(field(call, 'object')?.text)).flatMap((call) => enclosing(call, 'method_declaration') ?? []);
  return callers.length > 0 && callers.every((caller) => runsByItself(cx, caller, depth - 1));
}

/** Whether a taking is a worker's: in a loop, in a `run` method or a scheduled one, apart from where things are put in. */
function isWorker(cx: FileContext, taking: JavaNode, inserted: readonly FieldWrite[]): boolean {
  const callable = enclosingCallable(taking);
  const method = enclosing(taking, 'method_declaration');
  if (!method || inserted.some((write) => enclosingCallable(write.node)?.id === callable?.id)) return false;
  return runsByItself(cx, method) || enclosing(taking, 'while_statement', 'for_statement', 'do_statement') !== undefined;
}

/** `job = jobs.poll(); … jobs.add(job);`: what the worker puts back was accepted before. */
function isPutBack({ node, values: [value] }: FieldWrite, taken: readonly JavaNode[]): boolean {
  const callable = enclosingCallable(node);
  return value?.type === 'identifier' && taken.some((taking) => {
    const into = taking.parent?.type === 'assignment_expression' ? field(taking.parent, 'left')?.text : taking.parent?.type === 'variable_declarator' ? nameOf(taking.parent) : undefined;
    return into === value.text && enclosingCallable(taking)?.id === callable?.id;
  });
}

/** Whether what waits is loaded again when the process starts. */
function isRefilled(cx: FileContext, kept: Kept, served: readonly FieldWrite[]): boolean {
  const atStart = writesOf(cx, kept.declared).filter((write) => write.kind === 'insert' && !served.includes(write));
  return atStart.some((write) => readsData(enclosingCallable(write.node), nameOf(kept.declared.node)));
}

const logging = /^(?:trace|debug|info|warn|warning|error|log|logEvent|logError|increment|inc|mark|print\w*)$/;

/** `if (!queue.offer(id)) log.warn("full")`: whoever puts it in can do without it. */
function isDispensable({ node, at }: FieldWrite): boolean {
  const test = node.parent?.type === 'unary_expression' && node.parent.text.startsWith('!') ? enclosing(node, 'if_statement') : undefined;
  const condition = test && field(test, 'condition');
  const refused = test && field(test, 'consequence');
  if (at.text !== 'offer' || !condition || !refused || node.endIndex > condition.endIndex) return false;
  const calls = below(refused, 'method_invocation');
  return calls.some((call) => logging.test(nameOf(call))) && below(refused, 'expression_statement').every((statement) => logging.test(nameOf(statement.namedChild(0) ?? statement)))
    && below(refused, 'throw_statement', 'return_statement').length === 0;
}

/** Work that waits in a field until a worker of the same class takes it. */
export interface WaitingWork {
  /** Where requests and other callers put it in. */
  readonly accepted: readonly FieldWrite[];
  /** Where the worker takes it out. */
  readonly worker: JavaNode;
}

/** The accepted work that a field holds; `served` are its changes while requests are served. `undefined` for pipelines, logs and what is loaded again at start. */
export function waitingWork(cx: FileContext, kept: Kept, served: readonly FieldWrite[]): WaitingWork | undefined {
  const { declared, type } = kept;
  const outer = simpleName(bareType(field(declared.declaration, 'type')));
  if (!queues.test(outer) && !ownQueues.test(outer)) return undefined;
  const names = [nameOf(declared.node), nameOf(type), ...allTypeNames(declared).slice(1)];
  if (names.some((name) => wordsOf(name).some((word) => minor.test(word)))) return undefined;
  const taken = takings(type, declared);
  const accepted = served.filter((write) => write.kind === 'insert' && write.values.some((value) => ['given', 'computed'].includes(originOf(value))) && !isPutBack(write, taken));
  if (accepted.length > 0 && accepted.every(isDispensable)) return undefined;
  const worker = taken.find((taking) => isWorker(cx, taking, accepted));
  return accepted.length > 0 && worker && !isRefilled(cx, kept, served) ? { accepted, worker } : undefined;
}
