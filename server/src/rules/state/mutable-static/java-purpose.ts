import { bareType, field, nameOf, simpleName, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import type { FieldWrite } from '../../../syntax/java/field-writes.js';

/** Containers whose content other requests can see. Caches, blocking queues and counters have rules of their own. */
const containers = /(?:Map|List|Set|Deque|Queue|Vector|Hashtable|Stack|Multimap|Table|Buffer|Bag|Properties|Collection)$/;
const notContainers = /^(?:(?:\w*Blocking\w*|Delay|Transfer|SynchronousQ)\w*(?:Queue|Deque)|StringBuffer|(?:Byte|Char|Int|Long|Float|Double|Short)Buffer|ResultSet|DataSet|RowSet|BitSet|\w*ArgumentsList)$/;
/** Types that hold one value and are changed by a call instead of an assignment. */
const holders = /^(?:AtomicReference|Holder|MutableObject)$/;

/** What cannot leave the process or is recomputed alike in every process: reflection, formats, patterns, codecs. */
const computed = /^(?:Class|Method|Field|Constructor|MethodHandle|VarHandle|Parameter|AnnotatedElement|Annotation|Type|JavaType|TypeReference|TypeToken|ParameterizedType|\w*PropertyDescriptor|BeanInfo|BeanCopier|BeanMap|PersistentClass|EntityPersister|Pattern|PathPattern|AntPathMatcher|Matcher|\w*Format|\w*Formatter|\w*FormatSymbols|Charset|Locale|TimeZone|ZoneId|ResourceBundle|MessageDigest|Cipher|JAXBContext|Schema|SchemaFactory|XPathExpression|Template|Expression|CompiledScript|Script|ClassLoader|URLClassLoader|Logger|Log|Unsafe|\w*MetaData|\w*Metadata|\w*Descriptor|\w*Definition|\w*Introspector)$/;
/** Behaviour and live resources of this process, wherever they stand in a type: wiring, not data that requests leave behind. */
const behaviour = /(?:Listener|Handler|Callback|Supplier|Function|Predicate|Consumer|Runnable|Callable|Observer|Subscriber|Executor|ExecutorService|Comparator|Thread|TimerTask|Future|Lock|Semaphore|Latch|Barrier|Socket|SocketChannel|ChannelHandlerContext|Emitter|AsyncContext|DeferredResult|WebSocket|WebSocketSession|LongAdder|WeakReference|SoftReference|ThreadLocal|Subscription|Disposable)$|^(?:Session|Channel|Timer|Process|Connection|Counter|Meter|Gauge|Histogram)$/;
/** Kinds of collaborators, told by the end of the name of what a collection holds: `PaymentProvider`, but not a customer named `Client`. */
const collaborator = /\w(?:Provider|Factory|Strategy|Converter|Resolver|Plugin|Extension|Processor|Interceptor|Validator|Visitor|Parser|Serializer|Deserializer|Builder|Module|Service|Client|Dao|DAO|Repository|Mapper|Action|Command|Source|Channel|DataSource|Connection|Factory|Pool|Registry|Scheduler|Engine|Manager|Connector|Transport|Driver|Adapter|Adaptor|Evaluator|Generator|Renderer|Loader|Filter|Policy|Proxy|Checker|Authenticator|MBean|Cache|Context)$|^(?:Cache|Scheduler|Engine|Manager|Registry|DataSource|Factory|Pool|Driver|Adapter|Connector|EntityManager)$/;

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
export function shapeOf(declared: Declared): Shape {
  const name = simpleName(bareType(field(declared.declaration, 'type')));
  const isArray = field(declared.declaration, 'type')?.type === 'array_type' || field(declared.node, 'dimensions') !== undefined;
  if (isArray) return 'container';
  if (name === 'boolean' || name === 'Boolean') return 'flag';
  if (scalars.test(name)) return 'scalar';
  if (holders.test(name)) return 'holder';
  return containers.test(name) && !notContainers.test(name) ? 'container' : 'object';
}

/** Whether what the field holds is never data of users: see the lists above. */
export function holdsNoData(declared: Declared): boolean {
  const names = allTypeNames(declared);
  if (names.some((name) => /^(?:WeakHashMap|IdentityHashMap|ClassValue|ThreadLocal)$/.test(name) || notContainers.test(name))) return true;
  const [, ...inner] = typeNames(writtenType(declared));
  if (inner.some((name) => computed.test(name) || behaviour.test(name))) return true;
  const value = inner.at(-1) ?? (shapeOf(declared) === 'object' ? simpleName(bareType(field(declared.declaration, 'type'))) : '');
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
  return words(nameOf(declared.node)).some((word) => counting.test(word));
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

/** Values that are under way in this process rather than kept for others, by the name of their type. */
export function keepsInFlight(declared: Declared): boolean {
  return /(?:Msg|Message|Request|Response|Event|Task|Job|Ctx|Context|Info|State|Status)$/.test(typeNames(writtenType(declared)).at(-1) ?? '');
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
