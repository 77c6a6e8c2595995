import { factMatcher, type FactExtractor, type FactFileContext } from '../contract/rule.js';
import { annotation, args, bareType, declarationOf, enclosing, enclosingCallable, enclosingType, field, imports, isType, methodsOf, modifiers, named, nameOf, span, typeOf, type JavaNode } from '../syntax/java/ask.js';
import { codeText } from '../syntax/java/code-text.js';
import { descendants } from '../syntax/java/descendants.js';
import { runsAtStart } from '../syntax/java/lifecycle.js';
import { handlesRequest } from '../syntax/java/origin.js';
import { worksIn } from '../syntax/java/shared-work.js';
import { isSingleton } from '../syntax/java/singletons.js';
import { calledMethod } from '../syntax/java/trace.js';

/** A thread or a pool that request code starts and nobody ends. */
export interface StartedThread {
  /** `thread`: a thread per call; `pool`: an executor per call; `unended`: an executor of a bean that no shutdown ends. */
  readonly kind: 'thread' | 'pool' | 'unended';
  /** As written: `new Thread`, `Executors.newCachedThreadPool`, `CompletableFuture.runAsync`. */
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

/** Code of a task, as far as this file shows it: a lambda, a `Runnable` made here or by a method of the file, an object of a class of the file. */
function codeOf(task: JavaNode | undefined, depth = 2): JavaNode | undefined {
  switch (task?.type) {
    case 'lambda_expression': case 'method_reference':
      return task;
    case 'object_creation_expression':
      return named(task).some((part) => part.type === 'class_body') ? task : runOf(task, bareType(field(task, 'type')));
    case 'identifier': case 'field_access': case 'this': {
      const value = task.type === 'this' ? undefined : declarationOf(task)?.value;
      return (value && depth > 0 ? codeOf(value, depth - 1) : undefined) ?? runOf(task, typeOf(task));
    }
    case 'method_invocation': {
      const method = depth > 0 ? calledMethod(task) : undefined;
      const returned = method?.descendantsOfType('return_statement').find((statement) => statement !== null && enclosingCallable(statement)?.id === method.id);
      const [value] = returned ? named(returned) : [];
      return value && codeOf(value, depth - 1);
    }
    default:
      return undefined;
  }
}

/** `run` or `call` of a class of this file. */
function runOf(place: JavaNode, type: string): JavaNode | undefined {
  const owner = type === '' ? undefined : descendants(place.tree.rootNode, 'class_declaration').find((found) => nameOf(found) === type);
  return owner && methodsOf(owner).find((method) => /^(?:run|call)$/.test(nameOf(method)) && field(method, 'body') !== undefined);
}

/** What a task changes that others share; `sure` leaves out what only a service's name suggests. */
function ownedWork(task: JavaNode | undefined, sure: boolean): string | undefined {
  const code = codeOf(task);
  return code && worksIn(code).find(({ kind, direct }) => kind === 'shared' && (direct || !sure))?.what;
}

/** `new Thread(…)` that is started: in the same expression, or by the name it is given. */
function isStarted(creation: JavaNode): boolean {
  const parent = creation.parent?.type === 'parenthesized_expression' ? creation.parent.parent : creation.parent;
  if (parent?.type === 'method_invocation' && nameOf(parent) === 'start') return true;
  const name = parent?.type === 'variable_declarator' ? nameOf(parent) : parent?.type === 'assignment_expression' ? (field(parent, 'left')?.text ?? '') : '';
  return name !== '' && new RegExp(`\\b${name.replace(/\W/g, '\\$&')}\\s*\\.\\s*start\\s*\\(`).test(enclosingCallable(creation)?.text ?? '');
}

const endsProcess = /\bSystem\s*\.\s*exit\s*\(|\.\s*halt\s*\(|\.\s*(?:restart|shutdown|close)\s*\(\s*\)/;

function onThread(creation: JavaNode, cx: FactFileContext): void {
  const type = field(creation, 'type');
  const owner = enclosingType(creation);
  if (!type || !owner || !isType(cx, creation, type.text, 'java.lang.Thread') || !isStarted(creation)) return;
  if (runsAtStart(cx, creation, true) || /addShutdownHook/.test(enclosing(creation, 'expression_statement')?.text ?? '')) return;
  // A thread that the caller waits for is only a way to compute.
  if (/\.\s*join\s*\(/.test(enclosingCallable(creation)?.text ?? '')) return;
  // A thread that ends or restarts the process does not pile up.
  if (endsProcess.test(enclosing(creation, 'expression_statement', 'local_variable_declaration')?.text ?? '')) return;
  const serves = servesRequests(cx, owner);
  // A plain class may be part of a tool; that it changes what others share says otherwise.
  const owns = ownedWork(args(creation)[0], !serves);
  if (!serves && (owns === undefined || /\bstatic\s+void\s+main\s*\(/.test(cx.text))) return;
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

/** Whether a place is reached once in the life of the object: behind `started.compareAndSet(false, true)`, here or where its private method is called. */
function runsOnce(place: JavaNode, depth = 2): boolean {
  for (let test = enclosing(place, 'if_statement'); test; test = enclosing(test, 'if_statement')) {
    if (/\bcompareAndSet\s*\(\s*false\s*,\s*true\s*\)/.test(field(test, 'condition')?.text ?? '')) return true;
  }
  const callable = enclosingCallable(place);
  const owner = enclosingType(place);
  if (!callable || !owner || depth === 0 || !modifiers(callable).has('private')) return false;
  const calls = descendants(owner, 'method_invocation').filter((call) => nameOf(call) === nameOf(callable) && [undefined, 'this'].includes(field(call, 'object')?.text));
  return calls.length > 0 && calls.every((call) => runsOnce(call, depth - 1));
}

/** Whether the caller gets the pool, by itself or inside the object that is made around it: who ends it is not seen here. */
function isHandedOut(call: JavaNode): boolean {
  let at = call.parent;
  while (at && /^(?:argument_list|object_creation_expression|parenthesized_expression|cast_expression)$/.test(at.type)) at = at.parent;
  return at?.type === 'return_statement';
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
  if (!isField && (!callable || !servesRequests(cx, owner) || runsAtStart(cx, call, true) || runsOnce(call) || isHandedOut(call) || ended.test(codeText(callable)))) return;
  if (isField && (ended.test(codeText(call.tree.rootNode)) || !(servesRequests(cx, owner) || modifiers(declarator?.parent ?? call).has('static')))) return;
  const owns = workOfPool(call, target?.text.replace(/^this\./, '') ?? '');
  // A pool of a bean that only computes may die with the process.
  if (isField && owns === undefined) return;
  cx.emit('work.thread', span(name), { kind: isField ? 'unended' : 'pool', what: `Executors.${name.text}`, ...(owns === undefined ? {} : { owns }) });
}

/** `CompletableFuture.runAsync(…)` that nobody keeps: its work is known to the process alone. */
function onFuture(call: JavaNode, cx: FactFileContext): void {
  const name = field(call, 'name');
  const owner = enclosingType(call);
  const callable = enclosingCallable(call);
  if (name?.text !== 'runAsync' || !owner || !callable || !isType(cx, call, field(call, 'object')?.text ?? '', 'java.util.concurrent.CompletableFuture')) return;
  // What handles requests itself is told with the other work that requests leave behind.
  if (!isDropped(call) || !servesRequests(cx, owner) || handlesRequest(callable) || runsAtStart(cx, call, true)) return;
  const owns = ownedWork(args(call)[0], true);
  if (owns !== undefined) cx.emit('work.thread', span(name), { kind: 'thread', what: 'CompletableFuture.runAsync', owns });
}

/** Whether the result of a call is thrown away, steps like `.exceptionally(…)` included. */
function isDropped(call: JavaNode): boolean {
  let at = call;
  while (at.parent?.type === 'method_invocation' && field(at.parent, 'object')?.id === at.id) {
    if (!/^(?:exceptionally|whenComplete|handle|then\w+|orTimeout)$/.test(nameOf(at.parent))) return false;
    at = at.parent;
  }
  return at.parent?.type === 'expression_statement';
}

/** `thread { … }` of Kotlin and `GlobalScope.launch { … }`, which nothing ends and nothing waits for. */
function onKotlin(call: JavaNode, cx: FactFileContext): void {
  const name = field(call, 'name');
  const object = field(call, 'object');
  const owner = enclosingType(call);
  const isGlobal = object?.text === 'GlobalScope' && /^(?:launch|async)$/.test(name?.text ?? '') && isType(cx, call, 'GlobalScope', 'kotlinx.coroutines.GlobalScope');
  const isThread = name?.text === 'thread' && !object && [imports(cx, call).types.get('thread'), ...imports(cx, call).wildcards].some((known) => known === 'kotlin.concurrent.thread' || known === 'kotlin.concurrent');
  const task = args(call).at(-1);
  if (!name || !owner || (!isGlobal && !isThread) || task?.type !== 'lambda_expression' || runsAtStart(cx, call, true)) return;
  const serves = servesRequests(cx, owner);
  const owns = ownedWork(task, !serves);
  if (serves || owns !== undefined) cx.emit('work.thread', span(name), { kind: 'thread', what: isGlobal ? `GlobalScope.${name.text}` : 'thread', ...(owns === undefined ? {} : { owns }) });
}

/** Threads and pools that code on the way of a request starts by itself, outside of what the container manages. */
export const threadFacts: FactExtractor = {
  kinds: ['work.thread'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['new Thread'], ['Executors', /\bExecutors\s*\.\s*new/], ['CompletableFuture', /\bCompletableFuture\s*\.\s*runAsync/]],
      on: {
        object_creation_expression: onThread,
        method_invocation(call, cx) {
          onPool(call, cx);
          onFuture(call, cx);
        },
      },
    }),
    factMatcher({
      language: 'kotlin',
      needles: [[/\bThread\s*[({]/], ['GlobalScope'], ['kotlin.concurrent'], ['Executors', /\bExecutors\s*\.\s*new/], ['CompletableFuture', /\bCompletableFuture\s*\.\s*runAsync/]],
      on: {
        object_creation_expression: onThread,
        method_invocation(call, cx) {
          onPool(call, cx);
          onFuture(call, cx);
          onKotlin(call, cx);
        },
      },
    }),
  ],
};
