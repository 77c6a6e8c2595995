import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { annotation, args, declarationOf, enclosing, enclosingCallable, enclosingType, field, modifiers, named, nameOf, simpleName, span, type JavaNode } from '../../syntax/java/ask.js';
import { runsAtStart, supertypes } from '../../syntax/java/lifecycle.js';
import { handlesRequest, isStatement } from '../../syntax/java/origin.js';
import type { Evidence } from '../evidence.js';

/** Work that goes on in a thread of the process after the caller has its answer. */
export interface HandedOver {
  /** `listener`: an asynchronous event listener; `request`: an executor fed by a request; `async`: another asynchronous method. */
  readonly how: 'listener' | 'request' | 'async';
  readonly method: string;
  /** Whether the event comes from a transaction, so that a publication registry can keep it. */
  readonly transactional: boolean;
  /** The class and its interfaces, where the method returns a future: only calls that drop it leave the work to itself. */
  readonly future?: readonly string[];
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'java.handed-over': HandedOver;
    /** A call by an asynchronous name whose answer nobody takes: the declared type of the receiver, and the method. */
    'java.dropped-answer': { readonly type: string; readonly method: string };
    /** Spring runs `@Async` methods in threads of their own. */
    'spring.async': Evidence;
  }
}

/** Housekeeping of the process that may be lost. */
const minor = /log|metric|statist|cache|track|audit|monitor|warm|evict|invalidat|refresh|debug|trace|(?:clean|clear|delete|remove|purge)\w*te?mp/i;

/** `for (;;)`, `while (true)` as all of a method: a worker of the process, which no one waits for. */
function neverEnds(method: JavaNode): boolean {
  const statements = named(field(method, 'body') ?? method).filter(({ type }) => !type.endsWith('comment'));
  const last = statements.at(-1);
  return last !== undefined && ((last.type === 'for_statement' && field(last, 'condition') === undefined) || (last.type === 'while_statement' && /^\(\s*true\s*\)$/.test(field(last, 'condition')?.text ?? '')));
}

const futures = /^(?:(?:Completable|Listenable)?Future|CompletionStage)$/;

function asyncMethod(method: JavaNode, cx: FactFileContext): void {
  const owner = enclosingType(method);
  const name = field(method, 'name');
  const mark = annotation(method, 'Async') ?? (owner && annotation(owner, 'Async'));
  const returns = field(method, 'type')?.text ?? '';
  const future = futures.test(simpleName(returns.replace(/<[\s\S]*$/, '')));
  if (!mark || !owner || !name || (returns !== 'void' && !future) || !modifiers(method).has('public') || owner.type === 'interface_declaration') return;
  // What the application starts for itself is started again with it.
  if (runsAtStart(cx, name, true) || neverEnds(method)) return;
  const listener = annotation(method, 'EventListener', 'TransactionalEventListener');
  if (!listener && (minor.test(name.text) || minor.test(nameOf(owner)) || !annotation(method, 'Async'))) return;
  cx.emit('java.handed-over', span(name), { how: listener ? 'listener' : 'async', method: name.text, transactional: listener?.name === 'TransactionalEventListener', ...(future ? { future: [nameOf(owner), ...supertypes(owner)] } : {}) });
}

/** `patients.saveAllAsync(file);`, `asyncPatients.saveAll(file);`: the statement is done when the work begins. */
function droppedAnswer(call: JavaNode, cx: FactFileContext): void {
  const name = field(call, 'name');
  const object = field(call, 'object');
  const type = object && simpleName(declarationOf(object)?.type ?? '');
  if (name && type && isStatement(call) && /async/i.test(`${type} ${name.text}`)) cx.emit('java.dropped-answer', span(name), { type, method: name.text });
}

const executors = /(?:Executor|ExecutorService|ThreadPool\w*|ThreadPoolTaskExecutor)$/;

/** Whether the method waits for the work: a task that it asks for its result, a latch. */
function isAwaited(call: JavaNode, callable: JavaNode): boolean {
  const [work] = args(call);
  const rest = callable.text.slice(call.endIndex - callable.startIndex);
  return /\.\s*(?:await|awaitTermination|invokeAll|join)\s*\(/.test(rest) || (work?.type === 'identifier' && new RegExp(`\\b${work.text}\\s*\\.\\s*get\\s*\\(`).test(rest));
}

function handsOver(call: JavaNode, cx: FactFileContext): void {
  const name = field(call, 'name');
  const object = field(call, 'object');
  const callable = enclosingCallable(call);
  if (!name || !object || !callable || !isStatement(call) || !handlesRequest(callable) || enclosing(call, 'lambda_expression')) return;
  const future = object.text === 'CompletableFuture' && name.text === 'runAsync';
  const executor = /^(?:execute|submit)$/.test(name.text) && executors.test(simpleName(declarationOf(object)?.type ?? ''));
  const work = field(call, 'arguments')?.text ?? '';
  if (isAwaited(call, callable)) return;
  if ((future || executor) && !minor.test(work.slice(0, 400))) cx.emit('java.handed-over', span(name), { how: 'request', method: nameOf(callable), transactional: false });
}

export const handedOverFacts: FactExtractor = {
  kinds: ['java.handed-over', 'java.dropped-answer', 'spring.async'],
  matchers: [
    factMatcher({ language: 'java', needles: [[/@Async\b/]], on: { method_declaration: asyncMethod } }),
    factMatcher({ language: 'java', needles: [[/[aA]sync\w*\s*\.\s*\w+\s*\(|\.\s*\w*Async\w*\s*\(/]], on: { method_invocation: droppedAnswer } }),
    factMatcher({
      language: 'java',
      needles: [[/[eE]xecutor\w*\s*\.\s*(?:execute|submit)\s*\(|\bCompletableFuture\s*\.\s*runAsync\s*\(/, /@(?:\w*Mapping|GET|POST|PUT|DELETE|PATCH)\b|\bHttpServletRequest\b/]],
      on: { method_invocation: handsOver },
    }),
    factMatcher({
      language: 'java',
      needles: [['EnableAsync']],
      on: {
        class_declaration(type, cx) {
          const mark = annotation(type, 'EnableAsync');
          if (mark) cx.emit('spring.async', span(mark.node), { via: '@EnableAsync' });
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [['task:annotation-driven']],
      on: {
        'annotation-driven'(element, cx) {
          if (element.name === 'task:annotation-driven') cx.emit('spring.async', element.nameSpan, { via: element.name });
        },
      },
    }),
  ],
};
