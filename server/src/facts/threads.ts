import { factMatcher, type FactExtractor, type FactFileContext } from '../contract/rule.js';
import { annotation, args, declarationOf, enclosing, enclosingCallable, enclosingType, field, isType, modifiers, nameOf, span, type JavaNode } from '../syntax/java/ask.js';
import { runsAtStart } from '../syntax/java/lifecycle.js';
import { worksIn } from '../syntax/java/shared-work.js';
import { isSingleton } from '../syntax/java/singletons.js';

/** A thread or a pool that request code starts and nobody ends. */
export interface StartedThread {
  /** `thread`: a thread per call; `pool`: an executor per call; `unended`: an executor of a bean that no shutdown ends. */
  readonly kind: 'thread' | 'pool' | 'unended';
  /** As written: `new Thread`, `Executors.newCachedThreadPool`. */
  readonly what: string;
  /** The work it owns, when that changes something replicas share; absent otherwise. */
  readonly owns?: string;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    'work.thread': StartedThread;
  }
}

const ejbs = ['Stateless', 'Stateful', 'MessageDriven'];

/** Whether the class serves requests: a bean of the container, a servlet, an EJB. */
function servesRequests(cx: FactFileContext, type: JavaNode): boolean {
  return isSingleton(cx, type) || annotation(type, ...ejbs) !== undefined;
}

/** The work of a `Runnable` that is handed over in place, when it changes something shared; `sure` leaves out what only a service's name suggests. */
function ownedWork(task: JavaNode | undefined, sure: boolean): string | undefined {
  if (task?.type !== 'lambda_expression' && task?.type !== 'object_creation_expression' && task?.type !== 'method_reference') return undefined;
  return worksIn(task).find(({ kind, direct }) => kind === 'shared' && (direct || !sure))?.what;
}

/** `new Thread(…)` that is started: in the same expression, or by the name it is given. */
function isStarted(creation: JavaNode): boolean {
  const parent = creation.parent?.type === 'parenthesized_expression' ? creation.parent.parent : creation.parent;
  if (parent?.type === 'method_invocation' && nameOf(parent) === 'start') return true;
  const name = parent?.type === 'variable_declarator' ? nameOf(parent) : parent?.type === 'assignment_expression' ? (field(parent, 'left')?.text ?? '') : '';
  return name !== '' && new RegExp(`\\b${name.replace(/\W/g, '\\$&')}\\s*\\.\\s*start\\s*\\(`).test(enclosingCallable(creation)?.text ?? '');
}

function onThread(creation: JavaNode, cx: FactFileContext): void {
  const type = field(creation, 'type');
  const owner = enclosingType(creation);
  if (!type || !owner || !isType(cx, creation, type.text, 'java.lang.Thread') || !isStarted(creation)) return;
  if (!servesRequests(cx, owner) || runsAtStart(cx, creation, true) || /addShutdownHook/.test(enclosing(creation, 'expression_statement')?.text ?? '')) return;
  // A thread that the caller waits for is only a way to compute.
  if (/\.\s*join\s*\(/.test(enclosingCallable(creation)?.text ?? '')) return;
  const owns = ownedWork(args(creation)[0], false);
  cx.emit('work.thread', span(type), { kind: 'thread', what: 'new Thread', ...(owns === undefined ? {} : { owns }) });
}

const pools = /^new(?:Cached|Fixed|Single|Scheduled|SingleThreadScheduled|WorkStealing|VirtualThreadPerTask|ThreadPerTask)\w*$/;
const ended = /\.\s*(?:shutdown|shutdownNow|close|awaitTermination)\s*\(|MoreExecutors|@PreDestroy|destroyMethod/;

/** Work that is handed to the pool anywhere in the file. */
function workOfPool(creation: JavaNode, name: string): string | undefined {
  if (name === '') return undefined;
  const calls = creation.tree.rootNode.descendantsOfType('method_invocation');
  const handed = calls.filter((call) => call !== null && /^(?:submit|execute|invokeAll)$/.test(nameOf(call)) && field(call, 'object')?.text.replace(/^this\./, '') === name);
  return handed.map((call) => (call ? ownedWork(args(call)[0], true) : undefined)).find((work) => work !== undefined);
}

function onPool(call: JavaNode, cx: FactFileContext): void {
  const name = field(call, 'name');
  const object = field(call, 'object');
  const owner = enclosingType(call);
  if (!name || object?.text !== 'Executors' || !pools.test(name.text) || !owner || !isType(cx, call, 'Executors', 'java.util.concurrent.Executors')) return;
  const callable = enclosingCallable(call);
  if (callable && annotation(callable, 'Bean', 'Produces')) return;
  const declarator = enclosing(call, 'variable_declarator', 'assignment_expression');
  const target = declarator && (field(declarator, 'name') ?? field(declarator, 'left'));
  const holder = target && (declarationOf(target) ?? (declarator?.parent?.type === 'field_declaration' ? { kind: 'field' as const } : undefined));
  const isField = holder?.kind === 'field';
  if (!isField && (!callable || !servesRequests(cx, owner) || runsAtStart(cx, call, true) || ended.test(callable.text))) return;
  if (isField && (ended.test(cx.text) || !(servesRequests(cx, owner) || modifiers(declarator?.parent ?? call).has('static')))) return;
  const owns = workOfPool(call, target?.text.replace(/^this\./, '') ?? '');
  // A pool of a bean that only computes may die with the process.
  if (isField && owns === undefined) return;
  cx.emit('work.thread', span(name), { kind: isField ? 'unended' : 'pool', what: `Executors.${name.text}`, ...(owns === undefined ? {} : { owns }) });
}

/** Threads and pools that code on the way of a request starts by itself, outside of what the container manages. */
export const threadFacts: FactExtractor = {
  kinds: ['work.thread'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['new Thread'], ['Executors', /\bExecutors\s*\.\s*new/]],
      on: { object_creation_expression: onThread, method_invocation: onPool },
    }),
  ],
};
