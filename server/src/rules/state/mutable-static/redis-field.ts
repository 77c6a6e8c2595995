import type { FileContext } from '../../../contract/rule.js';
import { annotations, args, field, isType, modifiers, named, nameOf, typeOf, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { typesIn } from '../../../syntax/java/field-writes.js';
import { possibleNames } from '../../../syntax/java/names.js';

/** A field that holds a map which could as well stand in Redis. */
export interface MapField {
  readonly declared: Declared;
  readonly name: string;
  /** `<Long, Integer>` as written. */
  readonly typeArguments: string;
  /** The interface through which the map is used: its entries are in no order, so none is lost. */
  readonly type: 'Map' | 'ConcurrentMap';
  /** The expression that made the map. */
  readonly made: string;
  /** Types of keys and values that are declared in other files, by the names they may have. */
  readonly elsewhere: readonly (readonly string[])[];
}

/** Types whose objects never change: a copy out of Redis is as good as the object itself. */
export const unchanging: readonly string[] = [
  ...['String', 'Integer', 'Long', 'Short', 'Byte', 'Character', 'Boolean', 'Double', 'Float'].map((name) => `java.lang.${name}`),
  'java.math.BigDecimal', 'java.math.BigInteger', 'java.util.UUID',
  ...['LocalDate', 'LocalDateTime', 'LocalTime', 'Instant', 'Duration', 'ZonedDateTime', 'OffsetDateTime', 'YearMonth', 'Year'].map((name) => `java.time.${name}`),
];

const interfaces: Readonly<Record<string, MapField['type']>> = {
  'java.util.Map': 'Map', 'java.util.HashMap': 'Map', 'java.util.concurrent.ConcurrentMap': 'ConcurrentMap', 'java.util.concurrent.ConcurrentHashMap': 'ConcurrentMap',
};
const made = ['java.util.HashMap', 'java.util.concurrent.ConcurrentHashMap'];

/** `new HashMap<>()`, `new ConcurrentHashMap<>(64)`: an empty map without a body of its own. */
function isEmptyMap(cx: FileContext, value: JavaNode | undefined): boolean {
  if (value?.type !== 'object_creation_expression') return false;
  return isType(cx, value, typeOf(value), ...made) && descendants(value, 'class_body').length === 0 && args(value).every((each) => /^[\d._fF]+$/.test(each.text));
}

function isSynchronizedMap(cx: FileContext, value: JavaNode | undefined): boolean {
  return value?.type === 'method_invocation' && /^(?:java\.util\.)?Collections\s*\.\s*synchronizedMap\s*\(/.test(value.text) && isEmptyMap(cx, args(value)[0]);
}

/** Whether a type of this file never changes: an enumeration, or a record of such types. */
function isUnchangingHere(cx: FileContext, type: JavaNode): boolean {
  if (type.type === 'enum_declaration') return true;
  return type.type === 'record_declaration' && named(field(type, 'parameters') ?? type).every((component) => {
    const written = field(component, 'type');
    return written !== undefined && (/^(?:integral|floating_point|boolean)_type$/.test(written.type) || isType(cx, written, written.text, ...unchanging));
  });
}

/** Where a type of keys or values is declared, when it may never change; `undefined` when it may. */
function elsewhereFor(cx: FileContext, type: JavaNode): readonly (readonly string[])[] | undefined {
  if (type.type !== 'type_identifier') return undefined;
  if (isType(cx, type, type.text, ...unchanging)) return [];
  const own = typesIn(type.tree.rootNode).filter((each) => nameOf(each) === type.text);
  if (own.length > 0) return own.every((each) => isUnchangingHere(cx, each)) ? [] : undefined;
  return [possibleNames(cx, type, type.text)];
}

/** The field as a map for Redis; `undefined` when anything about its declaration is another than expected. */
export function mapField(cx: FileContext, declared: Declared): MapField | undefined {
  const { declaration } = declared;
  const written = field(declaration, 'type');
  if (written?.type !== 'generic_type' || annotations(declaration).length > 0 || !modifiers(declaration).has('private') || modifiers(declaration).has('transient')) return undefined;
  if (named(declaration).filter(({ type }) => type === 'variable_declarator').length !== 1) return undefined;
  const full = Object.keys(interfaces).find((name) => isType(cx, declaration, declared.type, name));
  const type = full === undefined ? undefined : interfaces[full];
  const list = named(written).find((each) => each.type === 'type_arguments');
  const elements = list ? named(list) : [];
  const elsewhere = elements.map((each) => elsewhereFor(cx, each));
  if (!type || !list || elements.length !== 2 || elsewhere.includes(undefined) || !(isEmptyMap(cx, declared.value) || isSynchronizedMap(cx, declared.value))) return undefined;
  return { declared, name: nameOf(declared.node), typeArguments: list.text, type, made: declared.value?.text ?? '', elsewhere: elsewhere.flatMap((each) => each ?? []) };
}
