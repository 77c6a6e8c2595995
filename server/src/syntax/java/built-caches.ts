import { args, declarationOf, enclosing, enclosingType, field, isType, nameOf, named, typeOf, type JavaNode } from './ask.js';
import { callsNamed } from './field-writes.js';
import { typeNames } from './kept-types.js';

interface Once {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

/** A cache object of a library that code builds and keeps. */
export interface BuiltCache {
  /** The library's name, for messages. */
  readonly library: string;
  /** What the builder's call stands on: the telling token. */
  readonly at: JavaNode;
  /** Field, or method that hands the cache out. */
  readonly name: string;
  /** The field's declaration or the method. */
  readonly holder: JavaNode;
  readonly isField: boolean;
  /** The class around it. */
  readonly owner: JavaNode;
  /** Simple names in the type as declared, the cache's own first: `Cache`, `String`, `User`. */
  readonly types: readonly string[];
  /** Calls of the builder by name. */
  readonly steps: ReadonlyMap<string, JavaNode>;
  /** What computes a missing entry, when the builder is given it. */
  readonly loader: JavaNode | undefined;
  /** Seconds after which an entry goes however often it is read; absent when never or unknown. */
  readonly seconds: number | undefined;
}

interface Library {
  readonly name: string;
  readonly types: readonly string[];
  readonly starts: ReadonlySet<string>;
}

const libraries: readonly Library[] = [
  { name: 'Caffeine', types: ['com.github.benmanes.caffeine.cache.Caffeine'], starts: new Set(['newBuilder', 'from']) },
  { name: 'Guava', types: ['com.google.common.cache.CacheBuilder'], starts: new Set(['newBuilder', 'from']) },
  { name: 'cache2k', types: ['org.cache2k.Cache2kBuilder'], starts: new Set(['of', 'forUnknownTypes']) },
  { name: 'ExpiringMap', types: ['net.jodah.expiringmap.ExpiringMap'], starts: new Set(['builder', 'create']) },
  { name: 'Hutool', types: ['cn.hutool.cache.CacheUtil'], starts: new Set(['newTimedCache', 'newLRUCache', 'newLFUCache', 'newFIFOCache']) },
  { name: 'Ehcache', types: ['org.ehcache.config.builders.UserManagedCacheBuilder'], starts: new Set(['newUserManagedCacheBuilder']) },
];

const constructed: Readonly<Record<string, string>> = {
  PassiveExpiringMap: 'org.apache.commons.collections4.map.PassiveExpiringMap', TimedCache: 'cn.hutool.cache.impl.TimedCache', LRUCache: 'cn.hutool.cache.impl.LRUCache',
};

/** The whole chain that begins with a call, and its steps by name. */
function chainOf(start: JavaNode): { readonly whole: JavaNode; readonly steps: ReadonlyMap<string, JavaNode> } {
  const steps = new Map<string, JavaNode>(start.type === 'method_invocation' ? [[nameOf(start), start]] : []);
  let whole = start;
  for (let parent = whole.parent; parent?.type === 'method_invocation' && field(parent, 'object')?.id === whole.id; parent = whole.parent) {
    whole = parent;
    steps.set(nameOf(whole), whole);
  }
  return { whole, steps };
}

interface Holder {
  readonly node: JavaNode;
  readonly name: string;
  readonly isField: boolean;
  readonly type: JavaNode | undefined;
}

function ofDeclaration(name: JavaNode): Holder | undefined {
  const declared = declarationOf(name);
  return declared?.kind === 'field' ? { node: declared.declaration, name: declared.name, isField: true, type: field(declared.declaration, 'type') } : undefined;
}

/** Whether a builder kept in a local variable is built later, and the call that does. */
function builtLater(cx: Once, name: string, place: JavaNode): JavaNode | undefined {
  const method = enclosing(place, 'method_declaration', 'constructor_declaration');
  return method && ['build', 'buildAsync'].flatMap((called) => callsNamed(cx, method, called)).find((call) => {
    let object = field(call, 'object');
    while (object?.type === 'method_invocation') object = field(object, 'object');
    return object?.text === name;
  });
}

/** What keeps the value of an expression: a field, or the method that returns it; `undefined` for what stays inside a method. */
function holderOf(cx: Once, whole: JavaNode, depth = 0): Holder | undefined {
  const parent = whole.parent;
  if (!parent || depth > 3) return undefined;
  switch (parent.type) {
    case 'parenthesized_expression': case 'cast_expression':
      return holderOf(cx, parent, depth);
    case 'assignment_expression': {
      const left = field(parent, 'left');
      return left && field(parent, 'right')?.id === whole.id ? ofDeclaration(left) : undefined;
    }
    case 'variable_declarator': {
      if (parent.parent?.type === 'field_declaration' || parent.parent?.type === 'constant_declaration') return { node: parent.parent, name: nameOf(parent), isField: true, type: field(parent.parent, 'type') };
      return passedOn(cx, parent, depth);
    }
    case 'return_statement': {
      const method = enclosing(parent, 'method_declaration', 'lambda_expression');
      return method?.type === 'method_declaration' ? { node: method, name: nameOf(method), isField: false, type: field(method, 'type') } : undefined;
    }
    default:
      return undefined;
  }
}

/** A local variable: the builder that is built later, or the cache that is kept in a field or returned in the end. */
function passedOn(cx: Once, declarator: JavaNode, depth: number): Holder | undefined {
  const name = nameOf(declarator);
  const later = builtLater(cx, name, declarator);
  if (later) return holderOf(cx, later, depth + 1);
  const method = enclosing(declarator, 'method_declaration', 'constructor_declaration');
  const body = method && field(method, 'body');
  if (!method || !body) return undefined;
  const returned = body.descendantsOfType('return_statement').find((statement) => statement && named(statement)[0]?.text === name);
  if (returned && method.type === 'method_declaration') return { node: method, name: nameOf(method), isField: false, type: field(method, 'type') };
  const assigned = body.descendantsOfType('assignment_expression').find((each) => each && field(each, 'right')?.text === name);
  const left = assigned ? field(assigned, 'left') : undefined;
  return left && ofDeclaration(left);
}

const units: Readonly<Record<string, number>> = { NANOSECONDS: 1e-9, MICROSECONDS: 1e-6, MILLISECONDS: 1e-3, SECONDS: 1, MINUTES: 60, HOURS: 3600, DAYS: 86_400 };
const durations: Readonly<Record<string, number>> = { ofMillis: 1e-3, ofSeconds: 1, ofMinutes: 60, ofHours: 3600, ofDays: 86_400 };

/** A whole number, a product of such, or a final constant of the file; `undefined` for anything else. */
function numberOf(node: JavaNode | undefined): number | undefined {
  if (!node) return undefined;
  if (/^[\d_]+[lL]?$/.test(node.text)) return Number(node.text.replace(/[_lL]/g, ''));
  if (node.type === 'binary_expression' && field(node, 'operator')?.text === '*') {
    const left = numberOf(field(node, 'left'));
    const right = numberOf(field(node, 'right'));
    return left === undefined || right === undefined ? undefined : left * right;
  }
  if (node.type !== 'identifier') return undefined;
  const declared = declarationOf(node);
  return declared?.kind === 'field' && /\bfinal\b/.test(declared.declaration.text) && declared.value?.type !== 'identifier' ? numberOf(declared.value) : undefined;
}

/** Seconds of `(10, TimeUnit.MINUTES)` and `(Duration.ofMinutes(10))`. */
export function secondsOf(values: readonly JavaNode[]): number | undefined {
  const [amount, unit] = values;
  if (!amount) return undefined;
  if (unit) {
    const factor = units[unit.text.replace(/^.*\./, '')];
    const count = numberOf(amount);
    return factor === undefined || count === undefined ? undefined : factor * count;
  }
  const factor = amount.type === 'method_invocation' ? durations[nameOf(amount)] : undefined;
  const count = amount.type === 'method_invocation' ? numberOf(args(amount)[0]) : undefined;
  return factor === undefined || count === undefined ? undefined : factor * count;
}

const dropping = ['expireAfterWrite', 'refreshAfterWrite', 'expiration', 'timeToLive'];

function finish(cx: Once, library: string, at: JavaNode, whole: JavaNode, steps: BuiltCache['steps']): BuiltCache | undefined {
  const holder = holderOf(cx, whole);
  const owner = holder && enclosingType(holder.node);
  if (!holder || !owner) return undefined;
  const build = steps.get('build') ?? steps.get('buildAsync') ?? steps.get('loader');
  const later = build ? undefined : builtLater(cx, nameOf(whole.parent ?? whole), whole);
  const step = dropping.map((name) => steps.get(name)).find((each) => each !== undefined);
  return {
    library, at, name: holder.name, holder: holder.node, isField: holder.isField, owner, types: typeNames(holder.type?.text ?? ''), steps,
    loader: args(build ?? later ?? whole).at(-1), seconds: step && secondsOf(args(step)),
  };
}

/** The cache that a call of a library's builder makes, when something keeps it. */
export function builtCache(cx: Once, call: JavaNode): BuiltCache | undefined {
  const object = field(call, 'object');
  const at = field(call, 'name');
  const library = libraries.find(({ starts }) => starts.has(at?.text ?? ''));
  if (!object || !at || !library || !/^[A-Z]|\./.test(object.text)) return undefined;
  const written = object.text;
  const found = libraries.find(({ starts, types }) => starts.has(at.text) && isType(cx, call, written, ...types));
  if (!found) return undefined;
  const { whole, steps } = chainOf(call);
  return finish(cx, found.name, object, whole, steps);
}

/** The cache that a constructor of a library makes, when something keeps it; `new Cache2kBuilder<K, V>() {}` begins a chain. */
export function constructedCache(cx: Once, creation: JavaNode): BuiltCache | undefined {
  const type = field(creation, 'type');
  const name = typeOf(creation);
  if (type && name === 'Cache2kBuilder' && isType(cx, creation, name, 'org.cache2k.Cache2kBuilder')) {
    const { whole, steps } = chainOf(creation);
    return finish(cx, 'cache2k', type, whole, steps);
  }
  const full = constructed[name];
  if (!type || full === undefined || !isType(cx, creation, name, full)) return undefined;
  const built = finish(cx, name === 'PassiveExpiringMap' ? 'Commons Collections' : 'Hutool', type, creation, new Map());
  return built && { ...built, loader: undefined };
}

/** Calls on the cache inside its class, by method name. */
export function callsOn(cx: Once, { name, owner, isField }: BuiltCache, ...methods: readonly string[]): readonly JavaNode[] {
  if (!isField) return [];
  return methods.flatMap((method) => callsNamed(cx, owner, method)).filter((call) => {
    const object = (field(call, 'object')?.text ?? '').replace(/^this\.|\.asMap\(\)$|\.synchronous\(\)$/g, '');
    return object === name || object.endsWith(`.${name}`);
  });
}
