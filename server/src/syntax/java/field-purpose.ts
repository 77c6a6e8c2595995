import type { FileContext } from '../../contract/rule.js';
import { bareType, declarationOf, enclosingType, field, fieldsOf, imports, methodsOf, modifiers, nameOf, simpleName, type Declared, type JavaNode } from './ask.js';
import { descendants } from './descendants.js';
import { behaviour, collaborator, computed, typeNames } from './kept-types.js';
import { assignmentsTo, writesOf, type FieldWrite } from './field-writes.js';

/** Collections of the language and of the usual libraries. Caches, blocking queues and counters have rules of their own. */
const containers = /^(?:(?:Concurrent|Tree|Linked|Hash|LinkedHash|Sorted|Navigable|ConcurrentSkipList|ConcurrentHash|ConcurrentLinked|CopyOnWriteArray|Array|Enum|LRU|LRUCache|BiMap|Multi|MultiValue|MultiValued|LinkedMultiValue|ArrayList|HashSet|List|Set|Sorted(?:Set)?)*(?:Map|List|Set|Deque|Queue|Multimap|MultiMap|Bag)|Vector|Hashtable|Stack|Table|HashBasedTable|Properties|Collection|PriorityQueue)$/;
/** Collections of the application's own, told by their names; counted when the class makes them itself. */
const ownContainers = /(?:Map|List|Set|Deque|Queue|Stack|Buffer|Bag|Multimap|Table)$/;
/** The same for names that stand for collaborators as often: counted with type arguments only, which say what is kept. */
const genericContainers = /(?:Registry|Ring|History|Window|Log|Heap)$/;
const notContainers = /^(?:(?:\w*Blocking\w*|Delay|Transfer|SynchronousQ)\w*(?:Queue|Deque)|StringBuffer|(?:Byte|Char|Int|Long|Float|Double|Short)Buffer|ResultSet|DataSet|RowSet|BitSet|\w*ArgumentsList)$/;
/** Types that hold one value and are changed by a call instead of an assignment. */
const holders = /^(?:AtomicReference|Holder|MutableObject)$/;

function writtenType(declared: Declared): string {
  return field(declared.declaration, 'type')?.text ?? '';
}

/** Names of the type as declared and as constructed, type arguments included. */
export function allTypeNames(declared: Declared): readonly string[] {
  const constructed = declared.value?.type === 'object_creation_expression' ? (field(declared.value, 'type')?.text ?? '') : '';
  return [...typeNames(writtenType(declared)), ...typeNames(constructed)];
}

export type Shape = 'container' | 'holder' | 'scalar' | 'flag' | 'object';

const scalars = /^(?:int|long|short|byte|char|float|double|Integer|Long|Short|Byte|Character|Float|Double|String|BigDecimal|BigInteger|Date|Timestamp|Instant|Calendar|UUID|(?:Local|Zoned|Offset)(?:Date|DateTime|Time)|YearMonth|Year)$/;

/** How a field keeps what it keeps. */
export function shapeOf(cx: FileContext, declared: Declared): Shape {
  const name = simpleName(bareType(field(declared.declaration, 'type')));
  const isArray = field(declared.declaration, 'type')?.type === 'array_type' || field(declared.node, 'dimensions') !== undefined;
  if (isArray) return 'container';
  if (name === 'boolean' || name === 'Boolean') return 'flag';
  if (scalars.test(name)) return 'scalar';
  if (holders.test(name)) return 'holder';
  if (notContainers.test(name)) return 'object';
  return containers.test(name) || (isOwnContainer(declared, name) && isMadeHere(cx, declared)) ? 'container' : 'object';
}

function isOwnContainer(declared: Declared, name: string): boolean {
  if (ownContainers.test(name)) return true;
  return genericContainers.test(name) && typeNames(writtenType(declared)).length > 1;
}

/** What the field is given anywhere in the file. */
function givenValues(cx: FileContext, declared: Declared): readonly JavaNode[] {
  const name = nameOf(declared.node);
  const owner = enclosingType(declared.node);
  const assigned = owner ? assignmentsTo(cx, owner, name) : [];
  return [...(declared.value ? [declared.value] : []), ...assigned.flatMap((each) => field(each, 'right') ?? [])];
}

function isMadeHere(cx: FileContext, declared: Declared): boolean {
  return givenValues(cx, declared).some((value) => value.type === 'object_creation_expression');
}

/** Whether the collection is handed out by something else, which may well keep it outside: `hazelcast.getMap("carts")`, `redisson.getSet("ids")`. */
export function comesFromElsewhere(cx: FileContext, declared: Declared): boolean {
  return givenValues(cx, declared).some((value) => value.type === 'method_invocation' && /^(?:get|create|build|open)(?:\w*(?:Map|Set|List|Queue|Table|Cache|Deque))?$/.test(nameOf(value))
    && /^[a-z]/.test(field(value, 'object')?.text ?? ''));
}

function putTypeOf(value: JavaNode | undefined): string {
  return value?.type === 'identifier' ? simpleName(declarationOf(value)?.type ?? '') : '';
}

/** What is put into a collection without type arguments, when it is one type. */
function putType(cx: FileContext, declared: Declared): string | undefined {
  if (shapeOf(cx, declared) !== 'container') return undefined;
  const types = new Set(writesOf(cx, declared).filter(({ kind }) => kind === 'insert').map(({ values }) => putTypeOf(values.at(-1))));
  return types.size === 1 ? [...types][0] : undefined;
}

/** `Map<Lock, String>` with a class of the application's own: who holds what, by its name. */
function isOwnLock(cx: FileContext, declared: Declared, name: string): boolean {
  return /^\w*Lock(?:Key)?$/.test(name) && !/Reentrant|Stamped|ReadWrite/.test(name) && typeNames(writtenType(declared)).length > 2 && !/^java\./.test(imports(cx, declared.node).types.get(name) ?? '')
    && !imports(cx, declared.node).wildcards.includes('java.util.concurrent.locks');
}

/** What a class of the file that is named as a lock notes by plain data: the names of those fields, when there are several. */
function lockData(declared: Declared, name: string): readonly string[] {
  const type = /^\w*Lock$/.test(name) ? descendants(declared.node.tree.rootNode, 'class_declaration').find((each) => nameOf(each) === name) : undefined;
  const data = (type ? fieldsOf(type) : []).filter(({ declaration }) => scalars.test(simpleName(bareType(field(declaration, 'type')))) && !modifiers(declaration).has('static'));
  return data.length > 1 ? data.map((each) => each.name) : [];
}

/** `Map<String, Lock>` with a class of the file that says who holds what and until when: an entry of a table, and nothing that threads wait at. */
function isLockEntry(declared: Declared, name: string): boolean {
  return lockData(declared, name).length > 0;
}

/** Whether the entries say which user or session holds something: whoever asks another replica finds it free. */
export function keepsHolders(declared: Declared): boolean {
  return lockData(declared, typeNames(writtenType(declared)).at(-1) ?? '').some((name) => /user|owner|session|holder|client|login/i.test(name));
}

const ofRequest = /^(?:HttpServlet(?:Request|Response)|Servlet(?:Request|Response)|PageContext|FacesContext|ActionMapping|ActionForm)$/;

/** Whether what the field holds is never data of users: see the lists above. */
export function holdsNoData(cx: FileContext, declared: Declared): boolean {
  const names = allTypeNames(declared);
  if (isAboutThreads(declared)) return true;
  // A field that holds the request is a race between threads of one process, whatever the number of replicas.
  if (names.length === 1 && ofRequest.test(names[0] ?? '')) return true;
  if (names.some((name) => /^(?:WeakHashMap|IdentityHashMap|ClassValue|ThreadLocal)$/.test(name) || notContainers.test(name))) return true;
  const [, ...inner] = typeNames(writtenType(declared));
  // A language or a zone under which something is kept says nothing of what it is.
  const keyedByCulture = inner.length > 1 && /^(?:Locale|TimeZone|ZoneId)$/.test(inner[0] ?? '');
  if (inner.some((name, at) => (computed.test(name) && !(at === 0 && keyedByCulture)) || (behaviour.test(name) && !(at === 0 && isOwnLock(cx, declared, name)) && !isLockEntry(declared, name)))) return true;
  // Objects of the cluster, as its API hands them to every process that watches it.
  if (inner.some((name) => /^io\.(?:kubernetes\.client|fabric8\.kubernetes)\./.test(imports(cx, declared.node).types.get(name) ?? ''))) return true;
  // A class named Session may be the application's own; those of APIs are connections of this process.
  if (inner.includes('Session') && /^(?:javax|jakarta|org)\./.test(imports(cx, declared.node).types.get('Session') ?? '')) return true;
  // So may one named Transaction; those of databases end in the thread that began them.
  if (inner.includes('Transaction') && /^(?:(?:javax|jakarta)\.transaction|org\.hibernate|org\.springframework\.transaction)\./.test(imports(cx, declared.node).types.get('Transaction') ?? '')) return true;
  const value = inner.at(-1) ?? putType(cx, declared) ?? (shapeOf(cx, declared) === 'object' ? simpleName(bareType(field(declared.declaration, 'type'))) : '');
  // `Map<ModelValidator, Boolean>`: what is noted about a part of the program.
  if (inner.length === 2 && collaborator.test(inner[0] ?? '') && /^(?:Boolean|Integer|Long|String)$/.test(value)) return true;
  return isOnePerPart(declared) || computed.test(value) || (behaviour.test(value) && !isLockEntry(declared, value)) || collaborator.test(value);
}

/** Keys that name data of users; objects of the program are none. */
const plainKey = /^(?:String|Long|Integer|Short|UUID|Object|Character|BigInteger|Date|Instant|Local\w+|\w*(?:Id|Key|User|Account|Name))$/;

/** `static Map<Engine, Monitor>` in Monitor: its one instance per part of the program, as `getInstance(engine)` hands it out. */
export function isOnePerPart(declared: Declared): boolean {
  const [, key = '', value = '', ...more] = typeNames(writtenType(declared));
  const owner = enclosingType(declared.declaration);
  return more.length === 0 && owner !== undefined && value === nameOf(owner) && !plainKey.test(key) && modifiers(declared.declaration).has('static')
    && methodsOf(owner).some((method) => nameOf(method) === 'getInstance' && modifiers(method).has('static'));
}

/** Parts of a camel-case or upper-case name in lower case: `lastRunTime` → last, run, time. */
export function wordsOf(name: string): readonly string[] {
  return name.split(/_|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => word.toLowerCase());
}

const counting = /^(?:count|counts|counter|counters|hits?|stats?|statistics|metrics?|elapsed|durations?|totals?)$/;
const lifecycle = /^(?:start\w*|init\w*|running|stop\w*|shut\w*|clos\w*|load\w*|ready|regist\w*|setup|destroy\w*|terminat\w*|done|first|warn\w*|logged|active|connected|alive|busy|dirty|cancel\w*|pending|refresh\w*|check\w*|configured|installed)$/;

/** Names that say that a field counts what the process did; such numbers are per process by nature. */
export function countsEvents(declared: Declared): boolean {
  const parts = wordsOf(nameOf(declared.node));
  // `numberOfCalls` is how many there were; an `orderNumber` is handed out.
  return parts.some((word) => counting.test(word)) || (parts[0] === 'number' && parts[1] === 'of');
}

/** Names of switches that say where the process stands in its own life. */
export function tellsLifecycle(declared: Declared): boolean {
  return wordsOf(nameOf(declared.node)).some((word) => lifecycle.test(word));
}

/** Whether the field's or the class's name says what it is for. */
export function isNamed(kept: { readonly declared: Declared; readonly type: JavaNode }, word: RegExp): boolean {
  return [nameOf(kept.declared.node), nameOf(kept.type)].some((name) => wordsOf(name).some((part) => word.test(part)));
}

/** Measurements of what the process did: statistics, metrics, latencies. Counts per key are not: limits are made of them. */
export function measures(declared: Declared): boolean {
  return wordsOf(nameOf(declared.node)).some((word) => /^(?:stats?|statistics|metrics?|counters|latenc(?:y|ies)|elapsed|telemetry|warned|logged)$/.test(word));
}

/** What registries hold: objects rather than texts and numbers. */
export function isRegistered(declared: Declared): boolean {
  const value = typeNames(writtenType(declared)).at(-1) ?? '';
  return !scalars.test(value) && !/^(?:Boolean|List|Map|Set)$/.test(value);
}

/** Caches in a map: each is a copy of something that is kept elsewhere. */
export function holdsCaches(declared: Declared): boolean {
  const [, ...inner] = typeNames(writtenType(declared));
  return inner.some((name) => /Cache$/.test(name));
}

/** Data about the threads of this process, by the key's name: `cpuTimeByThreadId`. */
function isAboutThreads(declared: Declared): boolean {
  return wordsOf(nameOf(declared.node)).some((word) => /^threads?$/.test(word));
}

/** Values that are under way in this process rather than kept for others, by the name of their type. */
export function keepsInFlight(declared: Declared): boolean {
  return /(?:Msg|Message|Request|Response|Event|Task|Job|Ctx|Context|Info|State|Status|Progress|Execution)(?:Proto)?$/.test(typeNames(writtenType(declared)).at(-1) ?? '');
}

/** `merge(key, 1, …)`, `put(key, n + 1)`: one more. An amount that is added is a balance, not a count. */
function countsUp(write: FieldWrite): boolean {
  const value = write.values[1];
  if (value === undefined) return false;
  return write.at.text === 'merge' ? /^1[lL]?$/.test(value.text) : value.type === 'binary_expression' && /[+-]\s*1[lL]?$|^1[lL]?\s*\+/.test(value.text);
}

/** A map from keys to counts, told by counters as values, or by whole numbers that count up. */
export function talliesKeys(declared: Declared, inserted: readonly FieldWrite[]): boolean {
  const [outer = '', ...inner] = typeNames(writtenType(declared));
  const value = inner.at(-1) ?? '';
  if (!/Map$/.test(outer) || inner.length < 2 || inserted.length === 0) return false;
  if (/^Atomic(?:Integer|Long)$/.test(value)) return true;
  if (!/^(?:Integer|Long)$/.test(value)) return false;
  return wordsOf(nameOf(declared.node)).some((word) => counting.test(word)) || inserted.some(countsUp);
}
