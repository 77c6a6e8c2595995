import { simpleName } from './ask.js';

/** What cannot leave the process or is recomputed alike in every process: reflection, formats, patterns, codecs. */
export const computed = /^(?:Class|Method|Field|Constructor|MethodHandle|VarHandle|Parameter|AnnotatedElement|Annotation|Type|JavaType|TypeReference|TypeToken|ParameterizedType|\w*PropertyDescriptor|BeanInfo|BeanCopier|BeanMap|PersistentClass|EntityPersister|Pattern|PathPattern|AntPathMatcher|Matcher|\w*Format|\w*Formatter|\w*FormatSymbols|Charset|Locale|TimeZone|ZoneId|ResourceBundle|MessageDigest|Cipher|JAXBContext|Schema|SchemaFactory|XPathExpression|Template|Expression|CompiledScript|Script|ClassLoader|URLClassLoader|Logger|Log|Unsafe|\w*MetaData|\w*Metadata|\w*Descriptor|\w*Definition|\w*Introspector)$/;
/** Behaviour and live resources of this process, wherever they stand in a type: wiring, not data that requests leave behind. */
export const behaviour = /(?:Listener|Handler|Call[Bb]ack|Supplier|Function|Predicate|Consumer|Runnable|Callable|Observer|Subscriber|Executor|ExecutorService|Comparator|Thread|TimerTask|Future|Lock|Semaphore|Latch|Barrier|Socket|SocketChannel|ChannelHandlerContext|Emitter|AsyncContext|DeferredResult|WebSocket|WebSocketSession|LongAdder|WeakReference|SoftReference|ThreadLocal|Subscription|Disposable|(?<![Ww]eb)Hook)$|^(?:Channel|Timer|Process|Connection|Counter|Meter|Gauge|Histogram)$/;
/** Kinds of collaborators, told by the end of the name of what a collection holds: `PaymentProvider`, but not a customer named `Client`. */
export const collaborator = /\w(?:Provider|Factory|Strategy|Converter|Resolver|Plugin|Extension|Processor|Interceptor|Validator|Visitor|Parser|Serializer|Deserializer|Builder|Module|Service|Client|Dao|DAO|Repository|Mapper|Action|Command|Source|Channel|DataSource|Connection|Factory|Pool|Registry|Scheduler|Engine|Manager|Connector|Transport|Driver|Adapter|Adaptor|Evaluator|Generator|Renderer|Loader|Filter|Policy|Proxy|Checker|Authenticator|Delegate|MBean|Cache|Context)$|^(?:Cache|Filter|Plugin|Provider|Scheduler|Engine|Manager|Registry|DataSource|Factory|Pool|Driver|Adapter|Connector|EntityManager)$/;

/** Every type name in a written type, arguments included: `Map<String, List<Order>>` → Map, String, List, Order. */
export function typeNames(written: string): readonly string[] {
  return (written.match(/[A-Za-z_][\w.]*/g) ?? []).map(simpleName).filter((name) => name !== 'extends' && name !== 'super');
}
