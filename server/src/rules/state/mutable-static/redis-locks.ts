import { enclosing, enclosingCallable, field, fieldsOf, methodsOf, modifiers, named, nameOf, simpleName, declarationOf, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants, identifiersNamed } from '../../../syntax/java/descendants.js';
import type { PlannedEdit } from '../../../generators/planned-edits.js';
import type { MapField } from './redis-field.js';
import type { Layout } from './redis-layout.js';

/** The lock in Redis that takes the place of a monitor. */
export interface SharedLock {
  readonly name: string;
  /** The object whose monitor it was; its declaration becomes that of the lock. */
  readonly replaces: Declared | undefined;
  readonly edits: readonly PlannedEdit[];
}

/** What a class synchronises on: the map, itself, another of its fields, or something else, such as the class. */
type Monitor = { readonly on: 'map' | 'this' | 'other' } | { readonly on: 'field'; readonly declared: Declared };

interface Guarded {
  readonly monitor: Monitor;
  /** The statement or the method. */
  readonly node: JavaNode;
}

/** `private final Object lock = new Object();` */
function isPlainObject({ declaration, value }: Declared): boolean {
  const words = modifiers(declaration);
  return words.has('private') && words.has('final') && named(declaration).filter(({ type }) => type === 'variable_declarator').length === 1 && /^new\s+Object\s*\(\s*\)$/.test(value?.text ?? '');
}

function monitorOf(statement: JavaNode, map: MapField): Monitor {
  const [parenthesized] = named(statement);
  const object = parenthesized?.type === 'parenthesized_expression' ? named(parenthesized)[0] : undefined;
  if (object?.type === 'this') return { on: 'this' };
  const declared = object?.type === 'identifier' || object?.type === 'field_access' ? declarationOf(object) : undefined;
  if (declared?.kind !== 'field') return { on: 'other' };
  return declared.node.id === map.declared.node.id ? { on: 'map' } : { on: 'field', declared };
}

/** Everything in the class that takes a monitor. */
function guardedIn(type: JavaNode, map: MapField): readonly Guarded[] {
  const statements = descendants(type, 'synchronized_statement').map((node) => ({ node, monitor: monitorOf(node, map) }));
  const methods = methodsOf(type).filter((method) => modifiers(method).has('synchronized')).map((node): Guarded => ({ node, monitor: { on: modifiers(node).has('static') ? 'other' : 'this' } }));
  return [...statements, ...methods];
}

function isSame(a: Monitor, b: Monitor): boolean {
  return a.on === 'field' && b.on === 'field' ? a.declared.node.id === b.declared.node.id : a.on === b.on;
}

/** Whether nothing but the given statements names the object. */
function isOnlyMonitor({ node }: Declared, all: readonly Guarded[]): boolean {
  return identifiersNamed(node.tree.rootNode, nameOf(node)).every((identifier) => identifier.id === field(node, 'name')?.id || all.some((guarded) => {
    const body = field(guarded.node, 'body');
    return body !== undefined && identifier.startIndex > guarded.node.startIndex && identifier.endIndex < body.startIndex;
  }));
}

/** A `synchronized` block, which begins its line in a block of statements, as a lock that is given back however the block ends. */
function statementEdits(node: JavaNode, lock: string, { text, eol, step }: Layout): readonly PlannedEdit[] | undefined {
  const body = field(node, 'body');
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, node.startIndex))?.[1];
  if (!body || indent === undefined || !['block', 'switch_block_statement_group'].includes(node.parent?.type ?? '')) return undefined;
  return [
    { start: node.startIndex, end: body.startIndex + 1, text: `${lock}.lock();${eol}${indent}try {` },
    { start: body.endIndex - 1, end: body.endIndex, text: `} finally {${eol}${indent}${step}${lock}.unlock();${eol}${indent}}` },
  ];
}

/** The same for a `synchronized` method: its body moves one step in. */
function methodEdits(method: JavaNode, lock: string, { text, eol, step }: Layout): readonly PlannedEdit[] | undefined {
  const body = field(method, 'body');
  const word = named(method).find(({ type }) => type === 'modifiers')?.children.find((child) => child?.text === 'synchronized');
  if (!body || !word) return undefined;
  const inner = text.slice(body.startIndex + 1, body.endIndex - 1);
  const indent = /\r?\n([ \t]*)$/.exec(inner)?.[1];
  if (indent === undefined || !/^[ \t]*\r?\n/.test(inner) || inner.includes('"""')) return undefined;
  const lines = [...inner.matchAll(/\n(?=[ \t]*[^\s])/g)].map(({ index }) => body.startIndex + 2 + index);
  const close = body.endIndex - 1 - indent.length;
  return [
    { start: word.startIndex, end: word.endIndex + (/^\s+/.exec(text.slice(word.endIndex))?.[0].length ?? 0), text: '' },
    { start: body.startIndex + 1, end: body.startIndex + 1, text: `${eol}${indent}${step}${lock}.lock();${eol}${indent}${step}try {` },
    ...lines.map((at) => ({ start: at, end: at, text: step })),
    { start: close, end: close, text: `${indent}${step}} finally {${eol}${indent}${step}${step}${lock}.unlock();${eol}${indent}${step}}${eol}` },
  ];
}

function edited(all: readonly Guarded[], lock: string, layout: Layout): readonly PlannedEdit[] | undefined {
  const edits = all.map(({ node }) => (node.type === 'synchronized_statement' ? statementEdits(node, lock, layout) : methodEdits(node, lock, layout)));
  return edits.every((each) => each !== undefined) ? edits.flat() : undefined;
}

/** Locks of the process, and signals between its threads, which no lock of this kind replaces; a lock of Redisson is none of them. */
function coordinatesThreads(type: JavaNode): boolean {
  const shared = (declared: Declared): boolean => new RegExp(`\\b${declared.name}\\s*=\\s*\\w+\\s*\\.\\s*getLock\\s*\\(`).test(type.text);
  return fieldsOf(type).some((declared) => /(?:Lock|Semaphore|Condition|Latch)$/.test(simpleName(declared.type)) && !shared(declared))
    || descendants(type, 'method_invocation').some((call) => field(call, 'object') === undefined && /^(?:wait|notify|notifyAll)$/.test(nameOf(call)));
}

/**
 * The lock that takes the place of what guards the map: 'none' when nothing does, `undefined` when the map is guarded in a way that
 * a lock in Redis cannot take over. All that the monitor guards has to use the map, or it would lose its guard.
 */
export function sharedLock(map: MapField, type: JavaNode, places: readonly JavaNode[], layout: Layout, name: string): SharedLock | 'none' | undefined {
  const all = guardedIn(type, map);
  if (coordinatesThreads(type)) return undefined;
  const holds = ({ node }: Guarded, place: JavaNode): boolean => place.startIndex >= node.startIndex && place.endIndex <= node.endIndex;
  const around = all.filter((guarded) => places.some((place) => holds(guarded, place)));
  const [first] = around;
  if (!first) return 'none';
  const alike = all.filter(({ monitor }) => isSame(monitor, first.monitor));
  const nested = around.some(({ node }) => enclosing(node, 'synchronized_statement') !== undefined || (node.type === 'synchronized_statement' && modifiers(enclosingCallable(node) ?? node).has('synchronized')));
  if (nested || first.monitor.on === 'other' || alike.length !== around.length || !around.every(({ monitor }) => isSame(monitor, first.monitor))) return undefined;
  const replaces = first.monitor.on === 'field' ? first.monitor.declared : undefined;
  if (replaces && !(isPlainObject(replaces) && isOnlyMonitor(replaces, alike))) return undefined;
  const lock = replaces ? nameOf(replaces.node) : name;
  const edits = edited(around, lock, layout);
  return edits && { name: lock, replaces, edits };
}
