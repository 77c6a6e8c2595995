import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { annotation, args, declarationOf, enclosingCallable, enclosingType, field, named, nameOf, simpleName, span, bareType, type JavaNode } from '../../syntax/java/ask.js';
import { descendants } from '../../syntax/java/descendants.js';
import { supertypes } from '../../syntax/java/lifecycle.js';
import { calledMethod } from '../../syntax/java/trace.js';

/** Work that an application does before it answers its first request. */
export interface StartWork {
  /** `load`: reads a whole table; `index`: builds a search index; `sleep`: waits; `call`: asks another server; `migrate`: changes tables; `model`: reads a trained model. */
  readonly what: 'load' | 'index' | 'sleep' | 'call' | 'migrate' | 'model';
  /** As the reader would search for it: `productRepository.findAll()`. */
  readonly via: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'start.work': StartWork;
  }
}

const stores = /(?:Repository|Dao|DAO|Mapper|JdbcTemplate|SqlSession(?:Template)?|EntityManager|Service|ServiceImpl)$/;
const remote = /(?:RestTemplate|RestClient|RestOperations|WebServiceTemplate)$/;
const wholeTables = /^(?:findAll|selectAll\w*|listAll\w*|loadAll\w*|fetchAll\w*|getAll\w*|readAll\w*|findAll[A-Z]\w*|list|select\w*List|find\w*List)$/;
const indexing = /^(?:startAndWait|massIndexer?|rebuildIndex\w*|reindex\w*|createIndexer)$/;
const secondsToMind = 5;

/** Callbacks that run before the server opens its port. Runners of Spring Boot come after that and hold up nothing. */
function isEarly(method: JavaNode): boolean {
  const name = nameOf(method);
  const type = enclosingType(method);
  const parents = type ? supertypes(type) : [];
  if (annotation(method, 'PostConstruct')) return true;
  if (name === 'afterPropertiesSet') return parents.includes('InitializingBean');
  if (name === 'contextInitialized') return parents.some((parent) => /^(?:ServletContextListener|ContextLoaderListener)$/.test(parent));
  if (name === 'afterSingletonsInstantiated') return parents.includes('SmartInitializingSingleton');
  const parameters = named(field(method, 'parameters') ?? method).map((parameter) => simpleName(bareType(field(parameter, 'type'))));
  return name === 'onApplicationEvent' && parameters[0] === 'ContextRefreshedEvent';
}

function sleepSeconds(call: JavaNode): number {
  const receiver = field(call, 'object')?.text ?? '';
  const amount = Number((args(call)[0]?.text ?? '').replace(/[_lL]/g, ''));
  if (!Number.isFinite(amount) || nameOf(call) !== 'sleep') return 0;
  if (receiver === 'Thread') return amount / 1000;
  return /(?:^|\.)SECONDS$/.test(receiver) ? amount : /(?:^|\.)MINUTES$/.test(receiver) ? amount * 60 : 0;
}

function workOf(call: JavaNode): StartWork['what'] | undefined {
  const name = nameOf(call);
  if (sleepSeconds(call) >= secondsToMind) return 'sleep';
  if (indexing.test(name) && field(call, 'object')) return 'index';
  const receiver = field(call, 'object');
  const declared = receiver && declarationOf(receiver);
  if (declared && remote.test(simpleName(declared.type)) && /^(?:get|post|exchange|execute|send)/.test(name)) return 'call';
  return declared && wholeTables.test(name) && args(call).length === 0 && stores.test(simpleName(declared.type)) ? 'load' : undefined;
}

/** Calls in a callback and in the methods of its class that it calls; what another thread does holds up nothing. */
function callsIn(method: JavaNode, depth: number): readonly JavaNode[] {
  const body = field(method, 'body');
  if (!body || annotation(method, 'Async')) return [];
  const calls = descendants(body, 'method_invocation').filter((call) => enclosingCallable(call)?.id === method.id && !inOtherThread(call, method));
  const inner = depth === 0 ? [] : calls.flatMap((call) => {
    const called = calledMethod(call);
    return called && called.id !== method.id ? callsIn(called, depth - 1) : [];
  });
  return [...calls, ...inner];
}

function inOtherThread(call: JavaNode, method: JavaNode): boolean {
  for (let at = call.parent; at && at.id !== method.id; at = at.parent) {
    if (at.type === 'object_creation_expression' && /^(?:Thread|Runnable|TimerTask)$/.test(bareType(field(at, 'type')))) return true;
    if (at.type === 'method_invocation' && /^(?:execute|submit|runAsync|supplyAsync|schedule\w*|start)$/.test(nameOf(at)) && at.id !== call.id) return true;
  }
  return false;
}

function ofMethod(method: JavaNode, cx: FactFileContext): void {
  if (!isEarly(method)) return;
  const seen = new Set<number>();
  for (const call of callsIn(method, 2)) {
    const what = workOf(call);
    const name = field(call, 'name');
    if (!what || !name || seen.has(call.startIndex)) continue;
    seen.add(call.startIndex);
    cx.emit('start.work', span(name), { what, via: `${simpleName(field(call, 'object')?.text ?? '')}.${name.text}()` });
  }
}

const heavy = /\b(?:findAll\w*|selectAll\w*|listAll\w*|loadAll\w*|fetchAll\w*|getAll\w*|readAll\w*|startAndWait|massIndexer?|rebuildIndex\w*|reindex\w*|sleep|list|select\w*List|find\w*List|(?:get|post)For\w+|exchange)\s*\(/;

/** `start.work`: see the kind. */
export const startWorkFacts: FactExtractor = {
  kinds: ['start.work'],
  matchers: [factMatcher({
    language: 'java',
    needles: [['PostConstruct', heavy], ['InitializingBean', heavy], ['ServletContextListener', heavy], ['ContextLoaderListener', heavy], ['SmartInitializingSingleton', heavy], ['ContextRefreshedEvent', heavy]],
    on: { method_declaration: ofMethod },
  })],
};
