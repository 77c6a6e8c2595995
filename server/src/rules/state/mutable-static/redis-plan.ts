import type { FileContext } from '../../../contract/rule.js';
import { hash } from '../../../base/hash.js';
import { annotation, enclosingType, imports, isType, modifiers, nameOf, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import type { PlannedEdit, PlannedEdits } from '../../../generators/planned-edits.js';
import { clientParameter, constructed, newConstructor } from './redis-constructor.js';
import { mapField, type MapField } from './redis-field.js';
import { layoutOf, type Layout } from './redis-layout.js';
import { sharedLock, type SharedLock } from './redis-locks.js';
import { usesOf } from './redis-uses.js';

/** What becomes of a class whose map moves to Redis, as it was worked out while its tree was there. */
export interface RedisMapPlan extends PlannedEdits {
  readonly className: string;
  readonly package: string;
  readonly imports: readonly string[];
  /** Types of the application that have to be unchanging, each by the names it may have. */
  readonly elsewhere: readonly (readonly string[])[];
  /** A constructor for tests, which make the object without Redis; absent where there is no room for one. */
  readonly inMemory?: { readonly edit: PlannedEdit; readonly imports: readonly string[] };
  /** Imports that the class needs no longer, unless that constructor stands. */
  readonly unused: readonly PlannedEdit[];
}

/** Stands in planned texts where the application's name belongs, which no file of code knows. */
export const applicationMark = '\0application\0';

const stereotypes = ['Component', 'Service', 'Repository', 'Controller', 'ControllerAdvice'].map((name) => `org.springframework.stereotype.${name}`)
  .concat(['RestController', 'ControllerAdvice', 'RestControllerAdvice'].map((name) => `org.springframework.web.bind.annotation.${name}`));
const locks = 'java.util.concurrent.locks';
const containers: Readonly<Record<MapField['type'] | 'RMap', string>> = { Map: 'java.util.Map', ConcurrentMap: 'java.util.concurrent.ConcurrentMap', RMap: 'org.redisson.api.RMap' };

/** A class of which Spring makes an object by scanning. */
function isComponent(cx: FileContext, type: JavaNode): boolean {
  const found = annotation(type, ...stereotypes.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  return type.type === 'class_declaration' && !enclosingType(type) && !modifiers(type).has('abstract') && found !== undefined && isType(cx, type, found.name, ...stereotypes);
}

/** Whether the simple name of a type that is added would mean another one here. */
function isTaken(cx: FileContext, type: JavaNode, full: string): boolean {
  const simple = full.slice(full.lastIndexOf('.') + 1);
  const imported = imports(cx, type).types.get(simple);
  return imported !== undefined ? imported !== full : !isType(cx, type, simple, full) && new RegExp(`\\b(?:class|interface|enum|record|@interface)\\s+${simple}\\b`).test(cx.text);
}

/** The first of some names that the file does not use. */
function freeName(text: string, ...names: readonly string[]): string | undefined {
  return names.find((name) => !new RegExp(`\\b${name}\\b`).test(text));
}

/** `reservedLock` for `RESERVED`. */
function lockNameFor(name: string): string {
  const words = /[a-z]/.test(name) ? [name] : name.toLowerCase().split('_').map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)));
  return `${words.join('')}Lock`;
}

function declarations(map: MapField, container: string, lock: SharedLock | 'none', { eol, indent }: Layout): readonly PlannedEdit[] {
  const lockField = lock === 'none' ? '' : `private final Lock ${lock.name};`;
  const replaces = lock === 'none' ? undefined : lock.replaces;
  const { startIndex: start, endIndex: end } = map.declared.declaration;
  const added = lockField !== '' && !replaces ? `${eol}${indent}${lockField}` : '';
  const own = { start, end, text: `private final ${container}${map.typeArguments} ${map.name};${added}` };
  return replaces ? [own, { start: replaces.declaration.startIndex, end: replaces.declaration.endIndex, text: lockField }] : [own];
}

/** Imports of maps that nothing names any more once the declaration has changed. */
function unusedImports({ text }: Layout, { declared: { declaration } }: MapField, container: string): readonly PlannedEdit[] {
  const rest = text.slice(0, declaration.startIndex) + text.slice(declaration.endIndex);
  return [...text.matchAll(/^import\s+java\.util\.(?:concurrent\.)?(Map|HashMap|ConcurrentMap|ConcurrentHashMap|Collections)\s*;[ \t]*(?:\r?\n|$)/gm)]
    .filter(([, simple = '']) => simple !== container && (rest.match(new RegExp(`\\b${simple}\\b`, 'g'))?.length ?? 0) === 1)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: '' }));
}

/** What moves the map in a field of a Spring component to Redis; `undefined` unless all that the class does with it is understood. */
export function redisMapPlan(cx: FileContext, type: JavaNode, declared: Declared): RedisMapPlan | undefined {
  if (!cx.path.endsWith('.java') || !isComponent(cx, type)) return undefined;
  const map = mapField(cx, declared);
  const uses = map && usesOf(cx, map, type);
  const layout = layoutOf(cx.text, type);
  const client = clientParameter(type) ?? freeName(cx.text, 'redisson', 'redissonClient');
  const lockName = map && freeName(cx.text, lockNameFor(map.name));
  if (!map || !uses || client === undefined || lockName === undefined) return undefined;
  const lock = sharedLock(map, type, uses.places, layout, lockName);
  if (!lock) return undefined;
  const container = uses.whole ? 'RMap' : map.type;
  const key = `${applicationMark}${nameOf(type)}.${map.name}`;
  const lines = [`${map.name} = ${client}.getMap("${key}");`, ...(lock === 'none' ? [] : [`${lock.name} = ${client}.getLock("${key}:lock");`])];
  const construction = constructed(type, declared.declaration, client, lines, layout);
  const needed = ['org.redisson.api.RedissonClient', containers[container], ...(lock === 'none' ? [] : [`${locks}.Lock`]), ...(construction?.added ? ['org.springframework.beans.factory.annotation.Autowired'] : [])];
  if (!construction || needed.some((name) => isTaken(cx, type, name))) return undefined;
  const inMemory = construction.added && !uses.whole ? memoryConstructor(map, type, lock, layout) : undefined;
  return {
    hash: hash(cx.text), edits: [...declarations(map, container, lock, layout), ...uses.edits, ...(lock === 'none' ? [] : lock.edits), ...construction.edits],
    className: nameOf(type), package: imports(cx, type).package, imports: needed, elsewhere: map.elsewhere, unused: unusedImports(layout, map, container),
    ...(inMemory ? { inMemory } : {}),
  };
}

function memoryConstructor(map: MapField, type: JavaNode, lock: SharedLock | 'none', layout: Layout): RedisMapPlan['inMemory'] {
  const lines = [`${map.name} = ${map.made};`, ...(lock === 'none' ? [] : [`${lock.name} = new ReentrantLock();`])];
  const head = ['/** Keeps the data in this process, for tests without Redis. */', `public ${nameOf(type)}()`];
  return { edit: newConstructor(type, map.declared.declaration, head, lines, layout), imports: lock === 'none' ? [] : [`${locks}.ReentrantLock`] };
}
