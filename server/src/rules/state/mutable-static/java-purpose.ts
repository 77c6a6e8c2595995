import type { RuleFileContext } from '../../../contract/rule.js';
import { bareType, enclosingType, field, imports, nameOf, simpleName, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { assignmentsTo, type FieldWrite } from '../../../syntax/java/field-writes.js';

/** Collections of the language and of the usual libraries. Caches, blocking queues and counters have rules of their own. */
const containers = /^(?:(?:Concurrent|Tree|Linked|Hash|LinkedHash|Sorted|Navigable|ConcurrentSkipList|ConcurrentHash|ConcurrentLinked|CopyOnWriteArray|Array|Enum|LRU|LRUCache|BiMap|Multi|MultiValue|MultiValued|LinkedMultiValue|ArrayList|HashSet|List|Set|Sorted(?:Set)?)*(?:Map|List|Set|Deque|Queue|Multimap|MultiMap|Bag)|Vector|Hashtable|Stack|Table|HashBasedTable|Properties|Collection|PriorityQueue)$/;
/** Collections of the application's own, told by their names; counted when the class makes them itself. */
const ownContainers = /(?:Map|List|Set|Deque|Queue|Stack|Buffer|Bag|Multimap|Table)$/;
const notContainers = /^(?:(?:\w*Blocking\w*|Delay|Transfer|SynchronousQ)\w*(?:Queue|Deque)|StringBuffer|(?:Byte|Char|Int|Long|Float|Double|Short)Buffer|ResultSet|DataSet|RowSet|BitSet|\w*ArgumentsList)$/;
/** Types that hold one value and are changed by a call instead of an assignment. */
const holders = /^(?:AtomicReference|Holder|MutableObject)$/;

/** What cannot leave the process or is recomputed alike in every process: reflection, formats, patterns, codecs. */
const computed = /^(?:Class|Method|Field|Constructor|MethodHandle|VarHandle|Parameter|AnnotatedElement|Annotation|Type|JavaType|TypeReference|TypeToken|ParameterizedType|\w*PropertyDescriptor|BeanInfo|BeanCopier|BeanMap|PersistentClass|EntityPersister|Pattern|PathPattern|AntPathMatcher|Matcher|\w*Format|\w*Formatter|\w*FormatSymbols|Charset|Locale|TimeZone|ZoneId|ResourceBundle|MessageDigest|Cipher|JAXBContext|Schema|SchemaFactory|XPathExpression|Template|Expression|CompiledScript|Script|ClassLoader|URLClassLoader|Logger|Log|Unsafe|\w*MetaData|\w*Metadata|\w*Descriptor|\w*Definition|\w*Introspector)$/;
/** Behaviour and live resources of this process, wherever they stand in a type: wiring, not data that requests leave behind. */
const behaviour = /(?:Listener|Handler|Call[Bb]ack|Supplier|Function|Predicate|Consumer|Runnable|Callable|Observer|Subscriber|Executor|ExecutorService|Comparator|Thread|TimerTask|Future|Lock|Semaphore|Latch|Barrier|Socket|SocketChannel|ChannelHandlerContext|Emitter|AsyncContext|DeferredResult|WebSocket|WebSocketSession|LongAdder|WeakReference|SoftReference|ThreadLocal|Subscription|Disposable|(?<![Ww]eb)Hook)$|^(?:Channel|Timer|Process|Connection|Counter|Meter|Gauge|Histogram)$/;
/** Kinds of collaborators, told by the end of the name of what a collection holds: `PaymentProvider`, but not a customer named `Client`. */
const collaborator = /\w(?:Provider|Factory|Strategy|Converter|Resolver|Plugin|Extension|Processor|Interceptor|Validator|Visitor|Parser|Serializer|Deserializer|Builder|Module|Service|Client|Dao|DAO|Repository|Mapper|Action|Command|Source|Channel|DataSource|Connection|Factory|Pool|Registry|Scheduler|Engine|Manager|Connector|Transport|Driver|Adapter|Adaptor|Evaluator|Generator|Renderer|Loader|Filter|Policy|Proxy|Checker|Authenticator|Delegate|MBean|Cache|Context)$|^(?:Cache|Filter|Plugin|Provider|Scheduler|Engine|Manager|Registry|DataSource|Factory|Pool|Driver|Adapter|Connector|EntityManager)$/;

/** Every type name in a written type, arguments included: `Map<String, List<Order>>` → Map, String, List, Order. */
export function typeNames(written: string): readonly string[] {
  return (written.match(/[A-Za-z_][\w.]*/g) ?? []).map(simpleName).filter((name) => name !== 'extends' && name !== 'super');
}

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
export function shapeOf(cx: RuleFileContext, declared: Declared): Shape {
  const name = simpleName(bareType(field(declared.declaration, 'type')));
  const isArray = field(declared.declaration, 'type')?.type === 'array_type' || field(declared.node, 'dimensions') !== undefined;
  if (isArray) return 'container';
  if (name === 'boolean' || name === 'Boolean') return 'flag';
  if (scalars.test(name)) return 'scalar';
  if (holders.test(name)) return 'holder';
  if (notContainers.test(name)) return 'object';
  return containers.test(name) || (ownContainers.test(name) && isMadeHere(cx, declared)) ? 'container' : 'object';
}

/** What the field is given anywhere in the file. */
function givenValues(cx: RuleFileContext, declared: Declared): readonly JavaNode[] {
  const name = nameOf(declared.node);
  const owner = enclosingType(declared.node);
  const assigned = owner ? assignmentsTo(cx, owner, name) : [];
  return [...(declared.value ? [declared.value] : []), ...assigned.flatMap((each) => field(each, 'right') ?? [])];
}

function isMadeHere(cx: RuleFileContext, declared: Declared): boolean {
  return givenValues(cx, declared).some((value) => value.type === 'object_creation_expression');
}

/** Whether the collection is handed out by something else, which may well keep it outside: `hazelcast.getMap("carts")`, `redisson.getSet("ids")`. */
export function comesFromElsewhere(cx: RuleFileContext, declared: Declared): boolean {
  return givenValues(cx, declared).some((value) => value.type === 'method_invocation' && /^(?:get|create|build|open)(?:\w*(?:Map|Set|List|Queue|Table|Cache|Deque))?$/.test(nameOf(value))
    && /^[a-z]/.test(field(value, 'object')?.text ?? ''));
}

/** Whether what the field holds is never data of users: see the lists above. */
export function holdsNoData(cx: RuleFileContext, declared: Declared): boolean {
  const names = allTypeNames(declared);
  if (isAboutThreads(declared)) return true;
  if (names.some((name) => /^(?:WeakHashMap|IdentityHashMap|ClassValue|ThreadLocal)$/.test(name) || notContainers.test(name))) return true;
  const [, ...inner] = typeNames(writtenType(declared));
  if (inner.some((name) => computed.test(name) || behaviour.test(name))) return true;
  // A class named Session may be the application's own; those of APIs are connections of this process.
  if (inner.includes('Session') && /^(?:javax|jakarta|org)\./.test(imports(cx, declared.node).types.get('Session') ?? '')) return true;
  const value = inner.at(-1) ?? (shapeOf(cx, declared) === 'object' ? simpleName(bareType(field(declared.declaration, 'type'))) : '');
  return computed.test(value) || behaviour.test(value) || collaborator.test(value);
}

/** Parts of a camel-case or upper-case name in lower case: `lastRunTime` → last, run, time. */
function words(name: string): readonly string[] {
  return name.split(/_|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => word.toLowerCase());
}

const counting = /^(?:count|counts|counter|counters|hits?|stats?|statistics|metrics?|elapsed|durations?|totals?)$/;
const lifecycle = /^(?:start\w*|init\w*|running|stop\w*|shut\w*|clos\w*|load\w*|ready|regist\w*|setup|destroy\w*|terminat\w*|done|first|warn\w*|logged|active|connected|alive|busy|dirty|cancel\w*|pending|refresh\w*|check\w*|configured|installed)$/;

/** Names that say that a field counts what the process did; such numbers are per process by nature. */
export function countsEvents(declared: Declared): boolean {
  const parts = words(nameOf(declared.node));
  // `numberOfCalls` is how many there were; an `orderNumber` is handed out.
  return parts.some((word) => counting.test(word)) || (parts[0] === 'number' && parts[1] === 'of');
}

/** Names of switches that say where the process stands in its own life. */
export function tellsLifecycle(declared: Declared): boolean {
  return words(nameOf(declared.node)).some((word) => lifecycle.test(word));
}

/** Whether the field's or the class's name says what it is for. */
export function isNamed(kept: { readonly declared: Declared; readonly type: JavaNode }, word: RegExp): boolean {
  return [nameOf(kept.declared.node), nameOf(kept.type)].some((name) => words(name).some((part) => word.test(part)));
}

/** Measurements of what the process did: statistics, metrics, latencies. Counts per key are not: limits are made of them. */
export function measures(declared: Declared): boolean {
  return words(nameOf(declared.node)).some((word) => /^(?:stats?|statistics|metrics?|counters|latenc(?:y|ies)|elapsed|telemetry|warned|logged)$/.test(word));
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
  return words(nameOf(declared.node)).some((word) => /^threads?$/.test(word));
}

/** Values that are under way in this process rather than kept for others, by the name of their type. */
export function keepsInFlight(declared: Declared): boolean {
  return /(?:Msg|Message|Request|Response|Event|Task|Job|Ctx|Context|Info|State|Status|Progress|Execution)$/.test(typeNames(writtenType(declared)).at(-1) ?? '');
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
  return words(nameOf(declared.node)).some((word) => counting.test(word)) || inserted.some(countsUp);
}
