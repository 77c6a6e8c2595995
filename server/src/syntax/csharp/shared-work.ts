import { args, bodyOf, calledMethod, calledName, callName, descendants, enclosingType, methodNamed, plain, receiver, typeOf, type CsNode } from './ask.js';

/** What a piece of C# does, as far as its file tells: the gravest thing decides. */
export interface Work {
  /** `locked`: takes a lock that replicas share; `guarded`: asks whether this node is in charge; `shared`: changes what replicas share; `reads`; `unclear`: calls what the file does not show; `own`: stays in the process. */
  readonly kind: 'locked' | 'guarded' | 'shared' | 'reads' | 'unclear' | 'own';
  /** The call that decided, for example `db.SaveChangesAsync()`; '' for `own`. */
  readonly what: string;
  /** Whether the call itself names the shared thing. */
  readonly direct: boolean;
  /** Whether doing it twice does harm: mails and inserts do, deleting what is already gone does not. */
  readonly repeats: boolean;
}

const depthLimit = 4;
const saving = /^(?:SaveChanges(?:Async)?|ExecuteSql\w*|ExecuteNonQuery(?:Async)?|ExecuteUpdate(?:Async)?|BulkInsert\w*|BulkUpdate\w*|InsertOne\w*|InsertMany\w*|UpdateOne\w*|UpdateMany\w*|ReplaceOne\w*|SubmitChanges)$/;
const deleting = /^(?:ExecuteDelete(?:Async)?|DeleteOne\w*|DeleteMany\w*|RemoveRange|BulkDelete\w*)$/;
const mailing = /^(?:Send|Publish|Notify|Deliver|Push)\w*(?:Mail|Email|Sms|Message|Notification|Event|s)?(?:Async)?$/;
/** Contexts of Entity Framework; those of requests, users and shops hold values. */
const valueContext = /^I[A-Z]|Store|Work|Http|User|Request|Tenant|Execution|Security|Session|Action|Filter|Hub|Job|Call|Host|Scope|Validation/;
const stores = /(?:Repository|Repo|DbContext|Context|Db|Database|Dao|Store|DbConnection|SqlConnection|SqlCommand|DbCommand|IDbConnection|MongoCollection|IMongoCollection|UnitOfWork)$/i;
const messengers = /(?:Mail(?:er|Sender|Service|Client)?|Email(?:er|Sender|Service|Client)?|SmtpClient|Sms\w*|Bus|Publisher|Producer|EndpointInstance|MessageSession|EventBus|Notifier|PushService|TopicClient|QueueClient|ServiceBusSender)$/i;
const remote = /(?:HttpClient|RestClient|WebClient|ApiClient|FtpClient|SftpClient|BlobClient|AmazonS3Client|IAmazonS3)$/i;
const services = /(?:Service|Services|Manager|Processor|Handler|Job|Task|Worker|Dispatcher|Sender|Importer|Exporter|Synchronizer|Facade|UseCase|Mediator|Client|Generator|Runner|Executor)$/i;
const inProcess = /Cache|Logger|Log|Metric|Telemetry|Health|Timer|Stopwatch|Configuration|Options|Lifetime|Scope|Provider|Factory|Random|Encoding|Json|Thread|Cancellation|Semaphore|Channel|Queue|Stream|Clock/i;
/** Classes of the framework whose static methods stay in the process. */
const plainClasses = /^(?:Task|ValueTask|Thread|Parallel|Console|Math|GC|Convert|Path|Directory|File|Environment|Activator|Guid|string|String|Enumerable|Interlocked|Volatile|Debug|Trace|Activity)$/;
const reading = /^(?:Get|Find|Query|Count|Any|List|Load|Select|First|Single|Where|ToList|ToArray|Exists|Read|Fetch|Search|Is|Has|Contains|All|Include|AsNoTracking|OrderBy|Resolve|Create(?:Scope|AsyncScope|DbContext\w*|Client|Command|Connection))/;
const writing = /^(?:Add|Insert|Update|Upsert|Save|Create|Delete|Remove|Purge|Clean|Cleanup|Expire|Cancel|Close|Complete|Process|Handle|Send|Publish|Notify|Dispatch|Sync|Import|Export|Generate|Archive|Execute|Run|Perform|Aggregate|Charge|Pay|Bill|Issue|Approve|Renew|Transfer|Submit|Retry|Release|Set|Apply|Deliver|Poll|Consume|Collect|Rebuild|Reindex|Increment|Trigger|Check|Do|Start|Migrate|Rotate)/;
const cleaning = /Delete|Remove|Purge|Clean|Expire|Prune|Trim|Archive/;
/** Doing it twice leaves what doing it once leaves. */
const settling = /^(?:AddOrUpdate|Upsert|Update|Replace|Set|Sync|Refresh|Ensure|CreateIfNot|AddIfNot)/;
/** Choosing for whom or how the work is done is no work itself. */
const choosing = /^(?:Set|Use|Switch|Change|Begin)(?:Current\w*|Tenant|Culture|User|Principal|Scope|Context|Alias|Language|Site|Store|Identity)(?:Async|Id)?$/;
/** Opening and closing what leads to a store changes nothing in it. */
const opening = /^(?:Create|Open|Close|Dispose|Begin)(?:Db)?(?:Context|Connection|Transaction|Scope|Session)(?:Async)?$|^(?:Open|Dispose)(?:Async)?$/;
const sharedLock = /(?:DistributedLock|RedLock|RedisLock|LockFactory|LockProvider|DistributedSynchroniz\w*|SqlDistributedLock|PostgresDistributedLock|LockManager|LeaseManager|BlobLease\w*)/i;
const sqlLock = /SKIP\s+LOCKED|sp_getapplock|READPAST|UPDLOCK|pg_try_advisory|pg_advisory|GET_LOCK\s*\(/i;
/** A queue of a broker gives each message to one of those who ask. */
const handing = /^(?:Receive\w*|BasicGet\w*|BasicConsume\w*|BasicDeliver\w*|Dequeue\w*|PeekLock\w*|Consume\w*)$/;
const queues = /(?:Queue(?:Client|Receiver)?|Receiver|ServiceBusProcessor|AmazonSQS(?:Client)?|SqsClient|IConsumer|Consumer|IModel|IChannel)$/;
const charge = /^(?:Is|Am|Try)?\w*(?:Leader|Master|Primary|Coordinator|Elected)\w*$/;

function role(on: CsNode | undefined): string {
  if (!on) return '';
  // `JobManager.Current` is the manager.
  return typeOf(on) || plain(on).replace(/\.(?:Current|Instance|Default|Shared)$/, '').replace(/^.*[.)]/, '').replace(/^_+/, '');
}

function classify(call: CsNode): Work | undefined {
  const name = callName(call);
  const on = receiver(call);
  const who = role(on);
  const short = on && /^[\w.]{1,40}$/.test(plain(on)) ? `${plain(on)}.` : '';
  const found = (kind: Work['kind'], direct = true, repeats = !cleaning.test(name)): Work => ({ kind, what: `${short}${calledName(call)?.text ?? name}()`, direct, repeats });
  if (sharedLock.test(who) || (/^(?:TryAcquire|Acquire|AcquireLock|CreateLock|TryLock)\w*$/.test(name) && /lock/i.test(`${who}${name}`)) || args(call).some((argument) => sqlLock.test(argument.text))) return found('locked');
  if (handing.test(name) && queues.test(who)) return found('locked');
  if (charge.test(name) || charge.test(who)) return found('guarded');
  if (saving.test(name)) return found('shared', true, !/Update/.test(name));
  if (deleting.test(name)) return found('shared', true, false);
  if (mailing.test(name) && (messengers.test(who) || /Mail|Sms/.test(name))) return found('shared', true, true);
  if (who === '' || opening.test(name) || inProcess.test(who) || plainClasses.test(who) || (choosing.test(name) && !stores.test(who))) return undefined;
  if (/Context$/.test(who) && !/DbContext$/.test(who) && valueContext.test(who.charAt(0).toUpperCase() + who.slice(1))) return undefined;
  if (stores.test(who)) return found(reading.test(name) || !writing.test(name) ? 'reads' : 'shared', true, !cleaning.test(name) && !settling.test(name));
  if (remote.test(who)) return found(/^(?:Get|Head|Download)/.test(name) ? 'reads' : 'shared', true, /^(?:Post|Put|Send|Upload)/.test(name));
  if (services.test(who)) return found(reading.test(name) ? 'reads' : writing.test(name) ? 'shared' : 'unclear', false);
  return undefined;
}

/** Everything that a body does, with the methods of its class that it calls, in the order it is met. */
export function worksIn(body: CsNode): readonly Work[] {
  const seen = new Set<number>();
  const works: Work[] = [];
  const follow = (node: CsNode, depth: number): void => {
    if (seen.has(node.id) || depth > depthLimit) return;
    seen.add(node.id);
    for (const call of descendants(node, 'invocation_expression')) {
      const method = calledMethod(call) ?? namedMethod(call);
      const inner = method && bodyOf(method);
      const work = inner ? undefined : classify(call);
      if (inner) follow(inner, depth + 1);
      if (work) works.push(work);
    }
  };
  follow(body, 0);
  return works;
}

/** A bare call of a method that another overload of the class declares. */
function namedMethod(call: CsNode): CsNode | undefined {
  const type = enclosingType(call);
  return receiver(call) === undefined && type ? methodNamed(type, callName(call)) : undefined;
}

const rank: Readonly<Record<Work['kind'], number>> = { locked: 5, guarded: 4, shared: 3, unclear: 2, reads: 1, own: 0 };
const own: Work = { kind: 'own', what: '', direct: true, repeats: false };

/** The gravest thing that a body does; locks and guards outrank the work. */
export function workOf(body: CsNode): Work {
  const weigh = ({ kind, direct, repeats }: Work): number => rank[kind] * 4 + (direct ? 2 : 0) + (repeats ? 1 : 0);
  const gravest = worksIn(body).reduce((best, next) => (weigh(next) > weigh(best) ? next : best), own);
  // A lock may stand in a statement of its own, or in SQL that is kept in a constant.
  return gravest.kind !== 'own' && sqlLock.test(body.text) ? { ...gravest, kind: 'locked' } : gravest;
}
