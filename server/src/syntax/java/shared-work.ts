import { args, bareType, declarationOf, enclosing, field, methodsOf, nameOf, named, simpleName, stringValue, typeOf, type JavaNode } from './ask.js';
import { descendants } from './descendants.js';
import { bodiesOf, ownMemory, readsAsGroup } from './own-memory.js';
import { isDeletionStatement, isRemovalByKey, isRemovalByQuery, isRemovalOfFound, isSaveOfFound, looksWhenItRan, tellsOwnShare } from './rerun.js';
import { restCall } from './rest-call.js';
import { calledMethod } from './trace.js';

/** What a scheduled body does, as far as its file tells. */
export interface Work {
  /**
   * `locked`: takes a lock that all replicas share; `guarded`: first asks whether this node is in charge; `shared`: changes something that
   * replicas share; `reads`: only reads it; `unclear`: calls what this file does not show; `own`: stays inside the process.
   */
  readonly kind: 'locked' | 'guarded' | 'shared' | 'reads' | 'unclear' | 'own';
  /** The call that decided, for example `orders.expire()`; '' for `own`. */
  readonly what: string;
  readonly at: JavaNode | undefined;
  /** Whether the call itself names the shared thing (a repository, a mail sender) or only a service that is likely to use one. */
  readonly direct: boolean;
  /** Whether it is rows of a database that it reads or changes. */
  readonly store: boolean;
  /** Set where doing it twice leaves what doing it once leaves, or a stored time mostly keeps the second one from it. */
  readonly mild?: 'removes' | 'repeats';
  /** Set where it is a server elsewhere that is asked. */
  readonly remote?: true;
}

/** Methods of the file followed from a body. */
const depthLimit = 4;

const store = /(?:Repository|Repo|Mapper|D[aA][oO](?:Impl)?|JdbcTemplate|JdbcOperations|JdbcClient|MongoTemplate|MongoOperations|MongoCollection|SqlSession(?:Template)?|SqlSessionFactory|EntityManager(?:Factory)?|HibernateTemplate|DSLContext|PreparedStatement|RedisTemplate|ElasticsearchOperations|SolrClient|CassandraTemplate)$/;
/** Turn one object into another; no database is behind them. */
const converter = /^(?:Object|Json|Xml|Yaml|Csv|Bean|Model|Dozer\w*|Row|Field|Set|Exception\w*|Error\w*|Dto|\w+Dto|\w+Entity|\w+Request|\w+Response)Mapper$/;

function isStore(role: string): boolean {
  return store.test(role) && !converter.test(role);
}

const messenger = /(?:MailSender(?:Impl)?|EmailSender|SmsSender|Mailer|Kafka\w*Template|RabbitTemplate|AmqpTemplate|JmsTemplate|StreamBridge|KafkaProducer|JobLauncher|JobOperator)$/;
const remote = /(?:RestTemplate|WebClient|RestClient|RestOperations|HttpClient|OkHttpClient|FTPClient|SftpClient|ChannelSftp|S3Client|AmazonS3|MinioClient)$/;
const sending = /^(?:send|push|publish|notify|deliver)\w*(?:E?[Mm]ails?|Sms|SMS|Kakao\w*)(?:[A-Z]\w*)?$/;
const service = /(?:Service|Services|Manager|Facade|Processor|Biz|B[oO]|UseCase|Handler|Job|Task|Worker|Dispatcher|Sender|Notifier|Publisher|Producer|Gateway|Batch|Importer|Exporter|Synchronizer)(?:Impl)?$/;
/** Named like a service, but of the process alone. */
const inProcess = /Executor|Thread|Health|Cache|Metric|Meter|Statistic|Stats|Logger|Registry|Scheduler|Mutex|Latch|Atomic|Counter|Gauge|Context|Session|Converter|Parser|Formatter|Encoder|Property|Properties|Config|Timer|Clock|Calendar/;

const readWords = new Set('get find select query count exists load list search fetch retrieve peek read is has can should all page scan stream contains lookup resolve calculate compute'.split(' '));
const writeWords = new Set(
  ('save insert update upsert merge persist delete remove purge clean cleanup clear add store write put mark expire cancel close complete settle process handle send publish notify dispatch sync synchronize import export '
  + 'generate archive execute run perform batch aggregate summarize summary summarise charge pay bill issue approve reject register renew migrate transfer submit retry recover release book create set apply drop truncate reset '
  + 'ins upd del reg rotate withdraw deduct accrue post deliver poll consume collect recalculate rebuild reindex index increment decrement enqueue launch trigger').split(' '),
);

function words(name: string): readonly string[] {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[\s_]+/);
}

function reading(name: string): boolean {
  return readWords.has(words(name)[0] ?? '') || name === 'lambdaQuery';
}

function writing(name: string): boolean {
  return !reading(name) && words(name).some((word) => writeWords.has(word));
}

/** Declared type of the receiver; its name stands in for the type where it is inherited. */
function roleName(object: JavaNode): string {
  const type = simpleName(typeOf(object));
  if (type !== '') return type;
  if (object.type !== 'identifier' && object.type !== 'field_access') return '';
  const name = simpleName(object.text);
  // A class: its static methods are tools, whatever the class is called.
  return declarationOf(object) || /^[A-Z]/.test(name) ? '' : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Static helpers that reach out of the process, as older code bases have them. */
const outbound = /^(?:\w*(?:Mail|Email|Sms|Kakao|Push|Http|Ftp|Sftp|Jdbc|Database|DB|Db))(?:Util|Utils|Helper|Sender|Client|Manager)?$/;

const sharedLock = /^(?:RLock|RedissonClient|LockRegistry|ExpirableLockRegistry|InterProcess\w*|LockProvider|LockingTaskExecutor|RedisLockRegistry|JdbcLockRegistry|LockManager|SchedulerLockManager|ILock|FencedLock|HazelcastInstance|Redlock)$/;
const sqlLock = /SKIP\s+LOCKED|GET_LOCK\s*\(|pg_try_advisory|pg_advisory|sp_getapplock/i;
/** Words of a question whether this replica is the one in charge; asked of whole words, as `isSelected` and `determine` ask nothing of the kind. */
const charge = /\b(?:leader(?:ship)?|master|senior|elected|primary|coordinator|mine|my partition|owned by me|active node|batch (?:node|manager))\b/;

/** `locks.withLockingIfFree("cleanup", lease) { … }`: work handed to a lock that has a name. */
const ownLock = /Lock(?:ing|s)?(?:Provider|Manager|Service|Template|Helper|Client|Executor|Registry)$/;
const lockingName = /(?:^|[a-z])(?:lock|Lock)(?:ed|ing)?(?:If\w+|Once|Or\w+)?$/;

/** `executions.lock(id, work)`, `jobs.findForUpdate()`: a store takes the row for one of the replicas, as far as its name tells. */
const rowLock = /^(?:lock|tryLock|acquireLock|withLock)(?:[A-Z]\w*)?$|(?:ForUpdate|SkipLocked|WithLock|AndLock)$/;

function lockIn(call: JavaNode, name: string, role: string): boolean {
  return (sharedLock.test(role) && /^(?:try)?(?:lock|acquire|obtain|executeWithLock|getLock|getFairLock)/i.test(name)) || name === 'setIfAbsent' || name === 'setnx'
    || named(field(call, 'arguments') ?? call).some((argument) => sqlLock.test(stringValue(argument) ?? ''));
}

/** `if (orders.markPaid(id) == 0)`: the number of changed rows tells which of several replicas won. */
function isCounted(call: JavaNode): boolean {
  const test = call.parent?.type === 'parenthesized_expression' ? call.parent.parent : call.parent;
  return test?.type === 'binary_expression' && /^[01]$/.test(field(test, 'right')?.text ?? '') && enclosing(test, 'if_statement') !== undefined
    && /update|claim|mark|acquire|lock|delete|compareAndSet/i.test(nameOf(call));
}

/** `statement.execute("SELECT 1")` whose answer nobody takes, `connection.isValid(1)`: asks whether this process reaches its database. */
function isProbe(call: JavaNode): boolean {
  const name = nameOf(call);
  return name === 'isValid' || (/^execute(?:Query)?$/.test(name) && call.parent?.type === 'expression_statement' && /^\s*(?:select|values)\b/i.test(stringValue(args(call)[0]) ?? ''));
}

/** Whether a connection is taken for nothing but to find out whether there is one. */
function isForProbe(call: JavaNode): boolean {
  const method = nameOf(call) === 'getConnection' ? enclosing(call, 'method_declaration') : undefined;
  const statements = method?.descendantsOfType('method_invocation').filter((each): each is JavaNode => each !== null && /^(?:execute\w*|prepare(?:Statement|Call)|isValid)$/.test(nameOf(each))) ?? [];
  return statements.length > 0 && statements.every(isProbe);
}

/** `job.setName(name)` on what this code has just made: nobody else sees it yet. */
function isOwnSetting(call: JavaNode, object: JavaNode): boolean {
  const declared = object.type === 'identifier' && /^set[A-Z]/.test(nameOf(call)) ? declarationOf(object) : undefined;
  return declared?.kind === 'local' && declared.value?.type === 'object_creation_expression';
}

/** `producer.call()` of a parameter, whose answer is taken: a piece of code that is handed around to bring a value. */
function isAskedForValue(call: JavaNode, role: string): boolean {
  const object = field(call, 'object');
  return /(?:Producer|Supplier|Provider)$/.test(role) && args(call).length === 0 && call.parent?.type !== 'expression_statement'
    && object?.type === 'identifier' && declarationOf(object)?.kind === 'parameter';
}

/** `bean.getClass().getMethod(job.getMethod()).invoke(bean)`: work that data or a setting names. A name in the code is one call among others. */
function isNamedByData(call: JavaNode): boolean {
  const finder = nameOf(call) === 'invoke' ? field(call, 'object') : undefined;
  const found = finder?.type === 'identifier' ? declarationOf(finder)?.value : finder;
  return found?.type === 'method_invocation' && /^get(?:Declared)?Method$/.test(nameOf(found)) && stringValue(args(found)[0]) === undefined;
}

/** `HttpMethod.GET`, or a request of the JDK's client that was built with `GET()`. */
function isOnlyAsking(argument: JavaNode): boolean {
  const built = argument.type === 'identifier' ? declarationOf(argument)?.value : argument;
  return /(?:^|\.)(?:GET|HEAD)$/.test(argument.text) || (built?.type === 'method_invocation' && /\.(?:GET|HEAD)\(\)/.test(built.text) && !/\.(?:POST|PUT|DELETE|method)\(/.test(built.text));
}

function classify(call: JavaNode): Work | undefined {
  const nameNode = field(call, 'name');
  const object = field(call, 'object');
  const name = nameNode?.text ?? '';
  const found = (kind: Work['kind'], direct = true, isStore = false): Work => ({ kind, what: `${object && object.type !== 'method_invocation' ? `${object.text}.` : ''}${name}()`, at: nameNode, direct, store: isStore });
  const role = object && object.type !== 'this' ? roleName(object) : '';
  if (lockIn(call, name, role)) return found('locked');
  // The application's own lock: what is behind it, other files tell.
  if (ownLock.test(role) && lockingName.test(name) && args(call).length >= 2) return found('guarded');
  if (isStore(role) && rowLock.test(name)) return found('guarded');
  if (charge.test(words(name).join(' ')) && enclosing(call, 'if_statement', 'while_statement', 'binary_expression', 'unary_expression')) return found('guarded');
  // A version of the row, or what it holds so far, lets one replica win.
  if (isCounted(call) || /optimistic|withversion|compareandset|ifunchanged/i.test(name)) return found('unclear');
  if (name === 'executeUpdate' || name === 'executeBatch') return found('shared', true, true);
  if (object?.type === 'identifier' && outbound.test(object.text) && !declarationOf(object)) return writing(name) ? found('shared', false) : undefined;
  const inherited = inheritedWork(call, name);
  if (inherited) return found(inherited, true, true);
  if (isNamedByData(call)) return found('unclear');
  if (object && isForeignClass(object)) return found('unclear', false);
  if (!object || role === '' || inProcess.test(role) || isForProbe(call)) return undefined;
  // `orderMapper.toDto(order)`: turns one object into another, whatever mappers of rows are called.
  if (/Mapper$/.test(role) && /^(?:map|to|from|convert)(?:[A-Z]|$)/.test(name)) return undefined;
  // Steps on the way to a query or a write, which is a call of its own.
  if (isStore(role) && /^(?:getCriteriaBuilder|ops\w+|bound\w+Ops|unwrap|clear|flush|getTransaction|getDataSource)$/.test(name)) return undefined;
  // Values of a statement go out with its execution.
  if (role.endsWith('PreparedStatement') && /^(?:set[A-Z]\w*|addBatch|clear\w*)$/.test(name)) return undefined;
  // `factory.close()` ends what this process holds; `orders.close(id)` changes a row.
  if (isStore(role) && /^(?:close|isOpen|shutdown)$/.test(name) && args(call).length === 0) return undefined;
  // Rows that say who works: whoever changes one first goes on.
  if (isStore(role) && /^(?:try)?(?:acquire|obtain|take|claim)\w*(?:Lock|Lease)$/i.test(name)) return found('locked');
  if (isStore(role)) return found(reading(name) || /^(?:create(?:Named|Native)?|execute)Query$/.test(name) ? 'reads' : 'shared', true, true);
  // An event of Spring stays in the process; what its listeners do, the file does not tell.
  if (name === 'publishEvent') return found('unclear', false);
  if (messenger.test(role)) return writing(name) ? found('shared') : undefined;
  const rest = restCall(call, role);
  if (rest) return rest === 'step' ? undefined : { ...found(rest), remote: true };
  if (isOwnSetting(call, object) || isAskedForValue(call, role)) return undefined;
  if (remote.test(role)) return { ...found(/^(?:get|head|options|retrieve)/.test(name) || args(call).some(isOnlyAsking) ? 'reads' : 'shared'), remote: true };
  // Whoever is asked to send a mail or a message reaches out of the process, whatever keeps it until then.
  if (service.test(role) && sending.test(name)) return found('shared');
  if (service.test(role)) return found(writing(name) ? 'shared' : reading(name) ? 'reads' : 'unclear', false);
  return isCollaborator(object) ? found('unclear', false) : undefined;
}

/** Base classes that give a service the methods of a mapper or repository: MyBatis-Plus and its descendants. */
const storeBase = /^\w*ServiceImpl$/;
const inheritedReads = /^(?:get(?:ById|One|Map|Obj)\w*|list(?:ByIds|ByMap|Maps|Objs)?|count|page|exists|lambdaQuery|query)$/;
const inheritedWrites = /^(?:save(?:Batch|OrUpdate|OrUpdateBatch)?|update(?:ById|BatchById)?|remove(?:ById|ByIds|ByMap|BatchByIds)?|lambdaUpdate)$/;

/** `this.save(order)` in a class that extends `ServiceImpl<OrderMapper, Order>`, where the class does not declare it. */
function inheritedWork(call: JavaNode, name: string): 'reads' | 'shared' | undefined {
  const object = field(call, 'object');
  if ((object && object.type !== 'this' && object.type !== 'super') || (!inheritedReads.test(name) && !inheritedWrites.test(name)) || (object?.type !== 'super' && calledMethod(call))) return undefined;
  for (let type = enclosing(call, 'class_declaration'); type; type = enclosing(type, 'class_declaration')) {
    const base = field(type, 'superclass')?.namedChild(0);
    const [first] = base?.type === 'generic_type' ? named(named(base).find((part) => part.type === 'type_arguments') ?? base) : [];
    if (base && first && storeBase.test(simpleName(bareType(base))) && /Mapper$/.test(first.text)) return inheritedWrites.test(name) ? 'shared' : 'reads';
  }
  return undefined;
}

const plainClasses = /^(?:System|Math|Objects?|Collections|Arrays|Optional|String|Integer|Long|Double|Boolean|Thread|TimeUnit|Local\w+|Instant|Duration|Date\w*|Calendar|UUID|Files?|Paths?|List|Map|Set|Log\w*|\w*Utils?|\w*Helper|Collectors|\w*Stream|\w*Factory|\w*Builder|\w*Exception|\w*Constants?|\w*Type|\w*Status|\w*Config|ThreadLocalRandom|Big\w+|Json\w*|Pattern|Executors|CompletableFuture|MDC|SecurityContextHolder|Runtime|ManagementFactory)$/;

/** A class of the application whose static methods do the work. */
function isForeignClass(object: JavaNode): boolean {
  return object.type === 'identifier' && /^[A-Z][a-z]/.test(object.text) && !plainClasses.test(object.text) && !inProcess.test(object.text) && !declarationOf(object);
}

const plainTypes = /^(?:String\w*|Map|HashMap|\w*Map|List|\w*List|Set|\w*Set|Queue|\w*Queue|Deque|\w*Deque|Collection|Iterator|Optional|Stream|Date|Local\w+|Instant|Duration|Random|SecureRandom|Log|Logger|Long\w*|Integer|int|long|boolean|Boolean|Object|File|Path|System|Math|Thread|Runnable|Future|\w*Future|Reference|\w*Reference|\w+\[\])$/;

/** An injected helper of an unknown trade: a field that is no value of the JDK. */
function isCollaborator(object: JavaNode): boolean {
  const declared = declarationOf(object);
  if (!declared) return false;
  const type = simpleName(bareType(field(declared.declaration, 'type')));
  return declared.kind === 'field' && !plainTypes.test(type) && !inProcess.test(type) && declared.value === undefined;
}

const rank: Readonly<Record<Work['kind'], number>> = { locked: 5, guarded: 4, shared: 3, unclear: 2, reads: 1, own: 0 };

const classesKey = {};

/** Classes of the file by name, the first of each. Looked up once for a tree: every call of a body asks. */
function classesOf({ tree }: JavaNode): ReadonlyMap<string, JavaNode> {
  const known = tree.memo.get(classesKey) as ReadonlyMap<string, JavaNode> | undefined;
  if (known) return known;
  const classes = new Map<string, JavaNode>();
  for (const found of descendants(tree.rootNode, 'class_declaration')) if (!classes.has(nameOf(found))) classes.set(nameOf(found), found);
  tree.memo.set(classesKey, classes);
  return classes;
}

/** The method that a call on an object of another class of this file means. */
function methodOfOwnType(call: JavaNode): JavaNode | undefined {
  const object = field(call, 'object');
  const type = object && object.type !== 'this' ? simpleName(typeOf(object)) : '';
  const name = nameOf(call);
  const owner = type === '' ? undefined : classesOf(call).get(type);
  return owner ? methodsOf(owner).find((method) => nameOf(method) === name && field(method, 'body') !== undefined) : undefined;
}

/** What a second time of one call comes to, as far as the call shows it. */
function mildCall(call: JavaNode): Pick<Work, 'mild'> {
  if (isDeletionStatement(call)) return { mild: 'removes' };
  return isRemovalOfFound(call) || isSaveOfFound(call) ? { mild: 'repeats' } : {};
}

/** Everything that a body does, together with the methods of the same file that it calls, in the order it is met. */
export function worksIn(body: JavaNode): readonly Work[] {
  const seen = new Set<number>();
  const works: Work[] = [];
  const follow = (node: JavaNode, depth: number): void => {
    if (seen.has(node.id) || depth > depthLimit) return;
    seen.add(node.id);
    for (const call of node.descendantsOfType(['method_invocation', 'method_reference'])) {
      if (!call) continue;
      const own = call.type === 'method_invocation' ? methodOfOwnType(call) : undefined;
      const method = own ?? (call.type === 'method_invocation' ? calledMethod(call) : referredMethod(call));
      if (method && tellsOwnShare(method)) works.push({ kind: 'guarded', what: `${nameOf(method)}()`, at: field(call, 'name'), direct: true, store: false });
      if (method) follow(method, depth + 1);
      // What the file shows needs no guess from names.
      if (own) continue;
      const work = call.type === 'method_invocation' ? classify(call) : classifyReference(call);
      if (work) works.push(call.type === 'method_invocation' ? { ...work, ...mildCall(call) } : work);
    }
  };
  follow(body, 0);
  return works;
}

const own: Work = { kind: 'own', what: '', at: undefined, direct: true, store: false };

/** The gravest thing that a body does; locks and guards outrank the work. What a process collected itself is its own to pass on. */
export function workOf(body: JavaNode): Work {
  const better = (next: Work, best: Work): boolean => rank[next.kind] > rank[best.kind] || (next.kind === best.kind && next.direct && !best.direct);
  const works = worksIn(body);
  const gravest = works.reduce((best, next) => (better(next, best) ? next : best), own);
  if (!['shared', 'unclear', 'reads'].includes(gravest.kind)) return gravest;
  if (readsAsGroup(body)) return own;
  const { drains, walks, fills, indexes } = ownMemory(body);
  if (indexes && !works.some(({ kind, direct }) => kind === 'shared' && direct)) return own;
  // A query of the database that fills a copy is repeated by every replica; what else is read into memory is the process's own affair.
  if (drains || (fills && gravest.kind === 'reads' && !gravest.store)) return own;
  // `this.token = client.login(…)`: what each process asks for itself, as far as all it sends to others brings something back.
  if (fills && works.every(({ kind, remote: ofServer }) => kind !== 'shared' || ofServer === true)) return weakened(gravest);
  // Whether others hold the same things too, the file does not tell.
  if (walks && !works.some(({ kind, store: ofStore }) => kind === 'reads' && ofStore)) return weakened(gravest);
  const { mild: _mild, ...plain } = gravest;
  return gravest.kind === 'shared' ? { ...plain, ...mildnessOf(body, works) } : plain;
}

/** One step less certain that replicas do the same thing twice. */
function weakened(work: Work): Work {
  if (work.kind === 'shared') return { ...work, kind: 'unclear' };
  return work.kind === 'unclear' ? { ...work, kind: 'reads', direct: false } : work;
}

/** Whether doing the work once more changes nothing: because nothing is left to remove, or because it computes the same. */
function mildnessOf(body: JavaNode, works: readonly Work[]): Pick<Work, 'mild'> {
  // A transaction is as grave as what is done in it.
  const changes = works.filter(({ kind, what }) => (kind === 'shared' || kind === 'unclear') && !/\b(?:do|in|with|execute|run)\w*Transaction\w*\(\)$/.test(what));
  const removes = ({ what, mild, direct, store: ofStore }: Work): boolean => mild === 'removes' || isRemovalByKey(what) || (direct && ofStore && isRemovalByQuery(what));
  if (changes.every(removes)) return { mild: 'removes' };
  return changes.every((work) => work.mild !== undefined || removes(work)) || bodiesOf(body).some(looksWhenItRan) ? { mild: 'repeats' } : {};
}

/** `this::method` of the file. */
export function referredMethod(reference: JavaNode): JavaNode | undefined {
  const [object, name] = named(reference);
  if (object?.type !== 'this' || !name) return undefined;
  for (let type = enclosing(reference, 'class_declaration'); type; type = enclosing(type, 'class_declaration')) {
    const found = named(field(type, 'body') ?? type).find((member) => member.type === 'method_declaration' && nameOf(member) === name.text);
    if (found) return found;
  }
  return undefined;
}

function classifyReference(reference: JavaNode): Work | undefined {
  const [object, name] = named(reference);
  if (!object || !name || object.type === 'this') return undefined;
  const role = roleName(object);
  if (inProcess.test(role) || !(isStore(role) || messenger.test(role) || service.test(role)) || reading(name.text)) return undefined;
  return { kind: writing(name.text) ? 'shared' : 'unclear', what: reference.text, at: name, direct: isStore(role), store: isStore(role) };
}
