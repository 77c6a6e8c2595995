import { callName, declarationOf, descendants, enclosingMember, enclosingType, field, fieldsOf, modifiers, named, nameOf, plain, receiver, typeArguments, typeName, typeOf, attributes, type CsNode, type Declared } from './ask.js';
import { fetches, isLoaded, isMemo, isRefilled, type Change } from './kept-copies.js';
import { isRequestSide, runsAtStart } from './request-side.js';

/** What is kept in a field that changes while the process serves. */
export type KeptTopic = 'connections' | 'queue' | 'token' | 'tally' | 'cache' | 'data' | 'value' | 'sequence';

/** A field that outlives requests (static, or of an object that is one for the process) and that they change. */
export interface Kept {
  readonly topic: KeptTopic;
  readonly field: Declared;
  readonly type: string;
  readonly isStatic: boolean;
  /** Whether code of a request changes it, or the class sends messages through the connections that it keeps. */
  readonly proven: boolean;
  readonly at: CsNode;
}

const collection = /^(?:Concurrent)?(?:Dictionary|HashSet|List|Queue|Stack|Bag|SortedList|SortedDictionary|SortedSet|LinkedList|Hashtable|ArrayList|NameValueCollection|StringCollection|BlockingCollection|ObservableCollection|KeyedCollection|PriorityQueue|IDictionary|IList|ICollection|ISet)$/;
const queues = /^(?:ConcurrentQueue|Queue|BlockingCollection|Channel|PriorityQueue|BufferBlock|ActionBlock|Subject)$/;
/** What a computation of the code itself yields, or what belongs to the process: types, delegates, serialisers, locks. */
const ownTypes = /\b(?:Type|MemberInfo|PropertyInfo|FieldInfo|MethodInfo|ConstructorInfo|Assembly|Regex|Delegate|Func|Action|Expression|XmlSerializer|XslCompiledTransform|JsonSerializer\w*|JsonTypeInfo|TypeConverter|object|Lazy|SemaphoreSlim|AsyncLock|ReaderWriterLockSlim|Mutex|CultureInfo|Encoding|ILogger|Logger|HttpClient|Timer|CancellationTokenSource|Task|TaskCompletionSource|WeakReference|\w*Factory|\w*Compiler|\w*Template|\w*Activator|\w*Accessor|\w*Descriptor|\w*Metadata|\w*Attribute|\w*Handler|\w*Provider|\w*Converter|\w*Mapper|\w*Formatter|\w*Interceptor|\w*Resolver|\w*Middleware|\w*Contributor|\w*Visitor|\w*Watcher|\w*Poller|\w*Listener|\w*Worker|\w*Observer|\w*Scheduler|\w*Runner|\w*Comparer|RuntimeTypeHandle|AssemblyLoadContext|ConnectionMultiplexer|IDatabase|Process|Thread|FileSystemWatcher)\b/;
const connectionTypes = /\b(?:WebSocket|IWebSocket\w*|TcpClient|HubCallerContext|HttpResponse|IClientProxy|ISingleClientProxy|IServerStreamWriter|StreamWriter|IWebSocketConnection|ServerSentEvents?\w*|SseClient\w*)\b/;
const simpleValues = /^(?:int|long|short|uint|ulong|decimal|double|float|byte|bool|string|DateTime|DateTimeOffset|TimeSpan|Guid|Int32|Int64|String|Boolean)\??$/;

const adding = /^(?:Add|TryAdd|AddRange|AddOrUpdate|GetOrAdd|Set|Enqueue|EnqueueAsync|Push|PushRange|Insert|AddFirst|AddLast|Post|SendAsync|WriteAsync|TryWrite)$/;
const removing = /^(?:Remove|TryRemove|RemoveAll|RemoveAt|Clear|TryUpdate|Dequeue|TryDequeue|TryTake|Take|Pop|TryPop)$/;
const tokenWords = /token|(?:^|_|[a-z])(?:otp|Otp|OTP)(?=s?$|[A-Z_])|captcha|nonce|verification|two_?factor|one_?time|passcode|auth(?:orization)?_?code|reset_?code|confirmation_?code/i;
const tallyWords = /attempt|fail(?:ed|ure)|limit|throttl|(?:^|_)hits|(?<=[a-z])Hits|(?:^|_)[Tt]ries|[a-z]Tries|strike/;
/** The process's own business: flags and moments of its life, measurements, locks. */
const ownNames = /(?:lock|sync|mutex|init(?:ialized|ialised)?|dispos|started|running|stopp|ready|loaded|registered|shutdown|metric|stat(?:s|istic)|counter|telemetry|log(?:ger|s)?$|last(?:run|check|update|refresh|sync|access|seen|time|clean)\w*|instance|singleton|factory|container|provider|serializer|mapper|resolver|assembl|plugin|extension|module|handler|converter|formatter|compiled|regex|reflection|types?$|thread|timer|random|debug|version|culture|delay\w*|duration\w*|elapsed|latenc|default|current$)/i;

/** What a node changes: the identifier of the field. */
function changed(node: CsNode): { readonly name: CsNode; readonly adds: boolean; readonly value: CsNode | undefined } | undefined {
  switch (node.type) {
    case 'assignment_expression': {
      const left = field(node, 'left');
      const target = left?.type === 'element_access_expression' ? field(left, 'expression') : left;
      const name = target && identifierOf(target);
      return name && { name, adds: true, value: field(node, 'right') };
    }
    case 'postfix_unary_expression': case 'prefix_unary_expression': {
      const operand = /\+\+|--/.test(node.text) ? named(node)[0] : undefined;
      const target = operand?.type === 'element_access_expression' ? field(operand, 'expression') : operand;
      const name = target && identifierOf(target);
      return name && { name, adds: true, value: undefined };
    }
    case 'invocation_expression': {
      const method = callName(node);
      if (/^(?:Increment|Add|Exchange|Decrement|CompareExchange)$/.test(method) && /(?:^|\.)Interlocked$/.test(plain(receiver(node)))) return interlocked(node);
      const on = receiver(node);
      const name = on && (adding.test(method) || removing.test(method)) ? identifierOf(on.type === 'member_access_expression' && nameOf(on) === 'Writer' ? (field(on, 'expression') ?? on) : on) : undefined;
      return name && { name, adds: adding.test(method), value: undefined };
    }
    default:
      return undefined;
  }
}

function interlocked(call: CsNode): { readonly name: CsNode; readonly adds: boolean; readonly value: CsNode | undefined } | undefined {
  const first = descendants(call, 'argument')[0];
  const name = first && identifierOf(named(first)[0] ?? first);
  return name && { name, adds: true, value: undefined };
}

/** `map`, `this.map` and `Owner.map`: the identifier that names the field. */
function identifierOf(node: CsNode): CsNode | undefined {
  if (node.type === 'identifier') return node;
  if (node.type !== 'member_access_expression') return undefined;
  const on = field(node, 'expression');
  const name = field(node, 'name');
  return name?.type === 'identifier' && on && (on.text === 'this' || /^[A-Z]\w*$/.test(on.text)) ? name : undefined;
}

/** Changes of the fields of a type by the name node of their declaration. */
function changesIn(type: CsNode): ReadonlyMap<number, readonly Change[]> {
  const found = new Map<number, Change[]>();
  for (const node of descendants(type, 'assignment_expression', 'postfix_unary_expression', 'prefix_unary_expression', 'invocation_expression')) {
    const change = changed(node);
    if (!change) continue;
    const declared = ownField(type, change.name);
    if (!declared) continue;
    const list = found.get(declared.name.id) ?? [];
    list.push({ node, adds: change.adds, value: change.value });
    found.set(declared.name.id, list);
  }
  return found;
}

function ownField(type: CsNode, name: CsNode): Declared | undefined {
  const on = name.parent?.type === 'member_access_expression' ? field(name.parent, 'expression') : undefined;
  if (on && on.id !== name.id) return on.text === 'this' || on.text === nameOf(type) ? fieldsOf(type).find((each) => each.name.text === name.text) : undefined;
  const declared = declarationOf(name);
  return declared?.kind === 'field' || declared?.kind === 'property' ? declared : undefined;
}

/** A property without code of its own holds a value; others compute it. */
function holdsValue({ kind, declaration }: Declared): boolean {
  return kind === 'field' || (kind === 'property' && !declaration.text.includes('=>') && !descendants(declaration, 'accessor_declaration').some((accessor) => field(accessor, 'body') !== undefined));
}

function isConstant(declared: Declared): boolean {
  const keywords = modifiers(declared.declaration);
  return keywords.has('const') || attributes(declared.declaration).some(({ name }) => /^(?:ThreadStatic|ContextStatic)$/.test(name));
}

/** Whether the field is read anywhere but where it is changed: what nobody asks for does not matter. */
function isRead(type: CsNode, declared: Declared, changes: readonly Change[]): boolean {
  if (!modifiers(declared.declaration).has('private') && modifiers(declared.declaration).size > 1) return true;
  const uses = descendants(type, 'identifier').filter((each) => each.text === declared.name.text && each.id !== declared.name.id);
  return uses.some((use) => !changes.some(({ node }) => use.startIndex >= node.startIndex && use.endIndex <= node.endIndex)) || changes.some(({ node }) => node.parent?.type !== 'expression_statement' && node.type !== 'assignment_expression');
}

/** Whether what is added came to the method from outside: one of its parameters, or the object itself. */
function storesGiven({ node, adds }: Change): boolean {
  const member = enclosingMember(node);
  const list = member && field(member, 'parameters');
  const names = [...(list ? named(list).map(nameOf) : []), ...(member?.type === 'property_declaration' ? ['value'] : []), 'this', 'Context', 'Request'];
  const written = descendants(node, 'identifier', 'this').map(({ text }) => text).concat(node.text.includes('this') ? ['this'] : []);
  return adds && written.some((each) => names.includes(each));
}

/** Whether every change first looks at the time of the file that is kept: then no replica answers with an old copy. */
function followsFile({ node }: Change): boolean {
  return /\bGetLastWriteTime(?:Utc)?\(|\.LastWriteTime(?:Utc)?\b/.test(enclosingMember(node)?.text ?? '');
}

/** Whether the method that puts an entry in takes it out again when it is done: what is kept is what this process is at. */
function isWhileAtWork({ node }: Change, name: string): boolean {
  const member = enclosingMember(node);
  const after = member?.text.slice(node.endIndex - member.startIndex) ?? '';
  return new RegExp(`\\bfinally\\b[\\s\\S]*\\b${name}\\s*\\.\\s*(?:Try)?Remove\\(`).test(after);
}

/** Whether a plain table only grows where objects are made, with no lock: two requests at once would break it, so it is filled before they come. */
function isFilledByObjects(changes: readonly Change[], bare: string): boolean {
  return /^(?:Dictionary|List|HashSet|SortedList|SortedDictionary|Hashtable)$/.test(bare) && changes.every(({ node }) => enclosingMember(node)?.type === 'constructor_declaration' && callName(node) === 'Add' && !/\block\s*\(/.test(enclosingMember(node)?.text ?? ''));
}

/** What a collection of other data is: a copy of what lies elsewhere, data of its own, or something that can be computed anew. */
function dataTopic(changes: readonly Change[], name: string): KeptTopic | undefined {
  // `Pool = new List<Job>()` begins with nothing.
  const added = changes.filter(({ adds, value }) => adds && !/^new(?:[\w.]+(?:<.*>)?)?\(\)$/.test(plain(value)));
  if (added.every(followsFile) || added.every((change) => isWhileAtWork(change, name))) return undefined;
  if (added.some((change) => isLoaded([change]) || (isMemo(change, name) && fetches(change)) || isRefilled(change, name))) return 'cache';
  return added.some((change) => !isMemo(change, name) && storesGiven(change)) ? 'data' : undefined;
}

/** The first argument of a call, or the index of an element. */
const keyed = /^[\w.]+(?:\.\w+\(|\[)\s*([\w.?!]+)/;

/**
 * Whether a connection's values are kept and asked for by the connection's own id alone: the replica that holds the
 * connection is the one that is asked.
 */
function isOfOneConnection(declared: Declared, changes: readonly Change[]): boolean {
  const type = enclosingType(declared.name);
  const uses = type ? descendants(type, 'identifier').filter((each) => each.text === declared.name.text && each.id !== declared.name.id) : [];
  const asked = uses.map((use) => {
    const whole = use.parent?.type === 'element_access_expression' ? use.parent : use.parent?.parent;
    return keyed.exec(whole?.text ?? '')?.[1];
  });
  return modifiers(declared.declaration).has('private') && changes.length > 0 && asked.every((key) => key !== undefined && /(?:^|\.)connectionId$/i.test(key));
}

/** Whether code of the class speaks to others through what it keeps, or keeps ids of connections under what others know: they serve to reach someone. */
function speaks(type: CsNode, declared: Declared, changes: readonly Change[]): boolean {
  const addresses = changes.some(({ node, adds }) => adds && /\bconnectionId\b/i.test(node.text) && /\w/.test(keyed.exec(node.text)?.[1] ?? '') && !/(?:^|\.)connectionId$/i.test(keyed.exec(node.text)?.[1] ?? ''));
  return addresses || connectionTypes.test(declared.type?.text ?? '') || /\bClients\s*\.|\.\s*(?:Send|Broadcast|Publish|Push|Notify)\w*\s*\(/.test(type.text);
}

function collectionTopic(declared: Declared, changes: readonly Change[], bare: string): KeptTopic | undefined {
  const written = declared.type?.text ?? '';
  const name = declared.name.text;
  const parts = typeArguments(declared.type);
  if (connectionTypes.test(written)) return 'connections';
  if (parts.some((part) => ownTypes.test(part)) || ownNames.test(name)) return undefined;
  if (changes.every(({ adds }) => !adds) || isFilledByObjects(changes, bare)) return undefined;
  if (queues.test(bare)) return changes.some(({ node }) => removing.test(callName(node))) || bare === 'Channel' || bare === 'BlockingCollection' ? 'queue' : undefined;
  if (changes.some(({ node }) => /\bconnectionId\b/i.test(node.text))) return isOfOneConnection(declared, changes) ? undefined : 'connections';
  // Tokens that were fetched open the door of someone else.
  if (tokenWords.test(name)) return changes.some((change) => change.adds && (isLoaded([change]) || fetches(change) || /\bawait\b/.test(enclosingMember(change.node)?.text ?? ''))) ? undefined : 'token';
  // What only says yes or no counts nothing.
  if (tallyWords.test(name) && !/^bool(?:ean)?$/i.test(parts.at(-1) ?? '')) return 'tally';
  return dataTopic(changes, name);
}

/** A number that is handed out: the result of counting on becomes an id. */
function handsOut(changes: readonly Change[]): boolean {
  return changes.some(({ node }) => {
    const parent = node.parent;
    const counts = node.type !== 'assignment_expression' && (node.type !== 'invocation_expression' || callName(node) === 'Increment');
    if (!counts || !parent) return false;
    if (parent.type === 'assignment_expression') return /(?:^|\.)(?:\w*Id|\w*Number|\w*No)$/.test(plain(field(parent, 'left'))) && !/(?:request|correlation|trace|message|thread|connection|log|version)/i.test(plain(field(parent, 'left')));
    const member = enclosingMember(node);
    return (parent.type === 'return_statement' || parent.type === 'arrow_expression_clause') && member !== undefined && /^(?:Next|Generate|New|Create|Get)\w*(?:Id|Number|No|Sequence|Code)$/.test(nameOf(member)) && !/(?:request|correlation|trace|message|thread|connection|log|version)/i.test(nameOf(member));
  });
}

function topicOf(declared: Declared, changes: readonly Change[]): KeptTopic | undefined {
  const bare = typeName(declared.type?.type === 'implicit_type' ? undefined : declared.type) || typeOf(declared.value);
  if (collection.test(bare) || queues.test(bare)) return collectionTopic(declared, changes, bare);
  if (/^(?:int|long|Int32|Int64|uint|ulong)$/.test(bare) && handsOut(changes)) return 'sequence';
  const assigned = changes.filter(({ node }) => node.type === 'assignment_expression');
  if (assigned.length === 0 || ownNames.test(declared.name.text)) return undefined;
  if (isLoaded(assigned) && !simpleValues.test(bare) && !ownTypes.test(bare)) return 'cache';
  return simpleValues.test(bare) && assigned.some(({ node }) => isRequestSide(node)) ? 'value' : undefined;
}

/** Fields of a type that live as long as the process (static ones) or its object (all others) and that change after the start. */
export function keptIn(type: CsNode): readonly Kept[] {
  // What a log gathers is of the process that writes it.
  if (/(?:Sink|Logger|Appender|LoggerProvider)$/.test(nameOf(type))) return [];
  // Who asks a class that is a cache decides what it holds, unless it fetches that itself.
  const isCache = /Cache(?:Manager|Base|Store|Service|Provider)?$/.test(nameOf(type));
  const fields = fieldsOf(type).filter((declared) => holdsValue(declared) && !isConstant(declared));
  if (fields.length === 0) return [];
  const changes = changesIn(type);
  return fields.flatMap((declared) => {
    const isStatic = modifiers(declared.declaration).has('static');
    const own = (changes.get(declared.name.id) ?? []).filter(({ node }) => !runsAtStart(node, !isStatic));
    const topic = own.length === 0 || !isRead(type, declared, own) ? undefined : topicOf(declared, own);
    const at = own[0]?.node;
    return topic && at && (!isCache || topic === 'cache') ? [{ topic, field: declared, type: nameOf(type), isStatic, proven: own.some(({ node }) => isRequestSide(node)) || (topic === 'connections' && speaks(type, declared, own)), at }] : [];
  });
}
