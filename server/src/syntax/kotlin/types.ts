import type { Node } from '@vscode/tree-sitter-wasm';
import { kid, kids, spanOf, type Maker, type ViewNode } from './view.js';

/** Types of the Kotlin grammar. */
export const typeNodes: readonly string[] = ['user_type', 'nullable_type', 'function_type', 'parenthesized_type', 'not_nullable_type', 'type_identifier'];

const primitives: ReadonlyMap<string, readonly [plain: string, boxed: string]> = new Map(Object.entries<readonly [string, string]>({
  Int: ['int', 'Integer'], Long: ['long', 'Long'], Short: ['short', 'Short'], Byte: ['byte', 'Byte'], Char: ['char', 'Character'],
  Double: ['double', 'Double'], Float: ['float', 'Float'], Boolean: ['boolean', 'Boolean'], Unit: ['void', 'Void'],
}));
const collections: ReadonlyMap<string, string> = new Map(Object.entries({
  KClass: 'Class', KProperty: 'Field', KFunction: 'Method', KType: 'Type', MutableMap: 'Map', MutableList: 'List', MutableSet: 'Set', MutableCollection: 'Collection', MutableIterator: 'Iterator', Any: 'Object',
  ByteArray: 'byte[]', IntArray: 'int[]', LongArray: 'long[]', CharArray: 'char[]',
}));

/** Running work of coroutines, which other types of these names are not. */
function isCoroutine(m: Maker, name: string): boolean {
  return /^(?:Job|CompletableJob|Deferred)$/.test(name) && m.text.includes(`import kotlinx.coroutines.${name}`);
}

/** Name of a Kotlin type in Java. */
function javaName(m: Maker, name: string, boxed: boolean): string {
  if (isCoroutine(m, name)) return 'Future';
  const primitive = primitives.get(name);
  return primitive ? primitive[boxed ? 1 : 0] : (collections.get(name) ?? name);
}

function plainName(m: Maker, node: Node, name: string, boxed: boolean): ViewNode {
  return m.node(name.includes('.') ? 'scoped_type_identifier' : 'type_identifier', node, [], javaName(m, name, boxed));
}

function argumentsOf(m: Maker, list: Node): ViewNode {
  const inner = kids(list).flatMap((projection) => {
    const type = projection.type === 'type_projection' ? kid(projection, ...typeNodes) : undefined;
    return type ? [javaType(m, type, true)] : projection.type === 'type_projection' ? [m.node('wildcard', projection, [], '?')] : [];
  });
  return m.node('type_arguments', list, inner.map((type) => ['', type]), `<${inner.map((type) => type.text).join(', ')}>`);
}

/** A name with the type arguments of a call or type behind it. */
export function genericType(m: Maker, at: { start: number; end: number }, name: string, list: Node | undefined, boxed = false): ViewNode {
  const plain = m.node(name.includes('.') ? 'scoped_type_identifier' : 'type_identifier', at, [], javaName(m, name, boxed));
  if (!list) return plain;
  const inner = argumentsOf(m, list);
  return m.node('generic_type', { start: at.start, end: Math.max(at.end, list.endIndex) }, [['', plain], ['', inner]], `${plain.text}${inner.text}`);
}

/** A Kotlin type in Java's words; nullable numbers and those inside `<…>` are boxed. */
export function javaType(m: Maker, node: Node, boxed = false): ViewNode {
  if (node.type === 'nullable_type' || node.type === 'parenthesized_type' || node.type === 'not_nullable_type') {
    const inner = kid(node, ...typeNodes);
    return inner ? javaType(m, inner, node.type === 'nullable_type' || boxed) : plainName(m, node, node.text, true);
  }
  if (node.type === 'function_type') return m.node('type_identifier', node, [], 'Function');
  if (node.type === 'type_identifier') return plainName(m, node, node.text, boxed);
  const name = kids(node).filter((child) => child.type === 'type_identifier').map((child) => child.text).join('.');
  const list = kid(node, 'type_arguments');
  if (name === 'Array' && list) {
    const element = argumentsOf(m, list).namedChildren[0];
    if (element) return m.node('array_type', node, [['element', element]], `${element.text}[]`);
  }
  const { start } = spanOf(node);
  return genericType(m, { start, end: list ? list.startIndex : node.endIndex }, name, list, boxed);
}

/** Functions of the standard library that make a collection or another object, and the class of what they make. */
export const builders: ReadonlyMap<string, string> = new Map(Object.entries({
  mutableMapOf: 'LinkedHashMap', hashMapOf: 'HashMap', linkedMapOf: 'LinkedHashMap', sortedMapOf: 'TreeMap', mutableListOf: 'ArrayList', arrayListOf: 'ArrayList',
  mutableSetOf: 'LinkedHashSet', hashSetOf: 'HashSet', linkedSetOf: 'LinkedHashSet', sortedSetOf: 'TreeSet', mutableStateListOf: 'ArrayList',
}));

/** Functions that make something read-only or of a type that their name tells. */
export const results: ReadonlyMap<string, string> = new Map(Object.entries({
  listOf: 'List', emptyList: 'List', setOf: 'Set', emptySet: 'Set', mapOf: 'Map', emptyMap: 'Map', newKeySet: 'Set', synchronizedMap: 'Map', synchronizedSet: 'Set', synchronizedList: 'List',
  getLogger: 'Logger', logger: 'Logger',
}));
