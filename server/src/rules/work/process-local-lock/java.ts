import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, declarationOf, enclosing, enclosingCallable, enclosingType, field, isType, modifiers, named, nameOf, simpleName, span, typeOf, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { codeText } from '../../../syntax/java/code-text.js';
import { bodiesOf, ownMemory } from '../../../syntax/java/own-memory.js';
import { rewrittenIn } from './java-files.js';
import { isSchemaStep, runsAtStart } from '../../../syntax/java/lifecycle.js';
import { worksIn, type Work } from '../../../syntax/java/shared-work.js';

/** A stretch of code that threads of one process run one after the other. */
export interface Region {
  /** The telling token. */
  readonly at: JavaNode;
  /** As a reader names it: `synchronized`, `stockLock.lock()`. */
  readonly lock: string;
  readonly body: JavaNode;
  /** Set where the lock is that of one record, by its key: whoever takes it keeps apart what is done to that record. */
  readonly byKey?: boolean;
}

function locks(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`java.util.concurrent.${name}`, `java.util.concurrent.locks.${name}`]);
}

const lockTypes = locks('ReentrantLock', 'Lock', 'Semaphore', 'StampedLock', 'ReentrantReadWriteLock', 'ReadWriteLock').concat('kotlinx.coroutines.sync.Mutex', 'kotlinx.coroutines.sync.Semaphore');
const acquiring = /^(?:lock|tryLock|lockInterruptibly|acquire|tryAcquire|writeLock|withLock|withPermit)$/;
const givingBack = /\.\s*(?:unlock\w*|release)\s*\(/;
/** Where a lock of the interface `Lock` comes from when it is shared by all replicas. */
const sharedSource = /redisson|lockRegistry|lockProvider|distributed|zookeeper|curator|hazelcast|consul|etcd|jdbcLock|redisLock/i;

/** Rows are locked, counted or versioned where they are read or written. */
const rowLock = /for\s+update|forupdate|(?<!\.)withlock|andlock|pessimistic|PESSIMISTIC|LockModeType|@Lock\b|lockrow|skip\s+locked|setLockMode|optimistic|compareAndSet|nextval\b/i;
/** What happens when another replica was first is handled. */
const lost = /\b(?:DataIntegrityViolationException|DuplicateKeyException|ConstraintViolationException|OptimisticLock\w*Exception|ObjectOptimisticLockingFailureException|EntityExistsException|SQLIntegrityConstraintViolationException|PersistenceException)\b/;

/** Types of keys and values, which are no entity with a version. */
const plainType = /^(?:[a-z]\w*|String|Long|Integer|Short|Boolean|BigDecimal|BigInteger|UUID|Object|\w*Map|\w*List|\w*Set|Collection)$/;

/** The entity that a write hands over: `save(order)` with `Order order`; '' when the file does not tell. */
function entityOf(work: Work): string {
  const call = work.at?.parent;
  const [first] = call ? args(call) : [];
  const type = simpleName(typeOf(first));
  return plainType.test(type) ? '' : type;
}

function isQuery({ at }: Work): boolean {
  return /^create(?:Named|Native)?Query$/.test(at?.text ?? '');
}

/** Whether a read comes before a write, or brings what the write hands over. */
function precedes(works: readonly Work[], read: Work, write: Work): boolean {
  const call = write.at?.parent;
  return works.indexOf(read) < works.indexOf(write) || (call !== null && call !== undefined && read.at !== undefined && read.at.startIndex > call.startIndex && read.at.endIndex <= call.endIndex);
}

/** Whether the method that does the work takes the same lock itself, which is told there. */
function isHeldThere(work: JavaNode, callable: JavaNode, lock: string): boolean {
  const place = enclosingCallable(work);
  return place !== undefined && place.id !== callable.id && codeText(place).includes(lock);
}

/** Reports a region that reads rows, decides and writes them: another replica may do the same in between. */
export function judge(cx: RuleFileContext, { at, lock, body, byKey = false }: Region): void {
  const callable = enclosingCallable(at) ?? at;
  if (runsAtStart(cx, at, true) || isSchemaStep(at) || rowLock.test(codeText(body)) || lost.test(codeText(callable))) return;
  const works = worksIn(body);
  if (works.some(({ kind }) => kind === 'locked' || kind === 'guarded')) return;
  const read = works.find((work) => work.kind === 'reads' && work.store && work.direct && !isQuery(work));
  const write = works.find((work) => work.kind === 'shared' && work.store && work.direct);
  // What is read after all writes decides none of them.
  if (read && write && !works.some((work) => work.kind === 'shared' && work.store && work.direct && precedes(works, read, work))) return;
  if (read?.at && isHeldThere(read.at, callable, lock)) return;
  if (byKey && !read && !write) return throughServices(cx, { at, lock, body }, works);
  if (!read?.at) return counted(cx, { at, lock, body }, works) || numbersByQuery(cx, { at, lock, body }, works) || freeName(cx, { at, lock, body }, works) ? undefined : elsewhere(cx, { at, lock, body }, works);
  if (!write?.at) return numbers(cx, { at, lock, body }, works);
  cx.report({
    at: span(at), say: 'split', args: { lock, read: read.what, write: write.what },
    also: [{ at: span(read.at), say: 'read', args: { read: read.what } }, { at: span(write.at), say: 'write', args: { write: write.what } }],
    data: { entity: entityOf(write) },
  });
}

/** `synchronized (("import " + id).intern()) { … patients.find(id) … encounters.save(encounter) }`: services keep the record that the key names. */
function throughServices(cx: RuleFileContext, { at, lock, body }: Region, works: readonly Work[]): void {
  const read = works.find(({ kind, direct }) => kind === 'reads' && !direct);
  const write = works.find((work) => work.kind === 'shared' && !work.direct && read !== undefined && precedes(works, read, work));
  if (!read?.at || !write?.at || ownMemory(body).fills) return;
  cx.report({
    at: span(at), say: 'split', confidence: 'low', args: { lock, read: read.what, write: write.what },
    also: [{ at: span(read.at), say: 'read', args: { read: read.what } }, { at: span(write.at), say: 'write', args: { write: write.what } }], data: { entity: entityOf(write) },
  });
}

/** What a server or a file says, decided on and then changed there. An answer that the process keeps for itself is its own matter. */
function elsewhere(cx: RuleFileContext, { at, lock, body }: Region, works: readonly Work[]): void {
  const read = works.find((work) => work.kind === 'reads' && !work.store && work.direct);
  const write = works.find((work) => work.kind === 'shared' && !work.store && work.direct);
  if (read?.at && write?.at && !ownMemory(body).fills) {
    return cx.report({
      at: span(at), say: 'split', args: { lock, read: read.what, write: write.what },
      also: [{ at: span(read.at), say: 'read', args: { read: read.what } }, { at: span(write.at), say: 'write', args: { write: write.what } }], data: { entity: '' },
    });
  }
  const file = rewrittenIn(cx, body);
  if (file) cx.report({ at: span(at), say: 'file', confidence: 'low', args: { lock, file: file.file }, also: [{ at: span(file.write), say: 'write', args: { write: file.file } }], data: { entity: '' } });
}

/** `select max(…)` by whatever name, and one more than it: the next number, which another replica takes as well. */
function numbers(cx: RuleFileContext, { at, lock, body }: Region, works: readonly Work[]): void {
  const read = works.find((work) => work.kind === 'reads' && work.store && work.direct && /max|last|highest|latest/i.test(work.at?.text ?? ''));
  if (!read?.at || !/\+\s*1\b(?!\s*[.\d])/.test(body.text)) return;
  cx.report({ at: span(at), say: 'number', args: { lock, read: read.what, write: '' }, also: [{ at: span(read.at), say: 'read', args: { read: read.what } }], data: { entity: '' } });
}

const highest = /"[^"]*\bmax\s*\(/i;

/** `createQuery("select max(…) …")` in a method that the region leads to, and one more than the answer. */
function numbersByQuery(cx: RuleFileContext, { at, lock, body }: Region, works: readonly Work[]): boolean {
  const read = works.find((work) => work.store && isQuery(work) && highest.test(enclosingCallable(work.at ?? at)?.text ?? ''));
  const gives = field(enclosingCallable(at) ?? at, 'type')?.text !== 'void';
  if (!read?.at || !gives || works.some(({ kind }) => kind === 'shared') || !bodiesOf(body).some((each) => /\+\s*1\b(?!\s*[.\d])/.test(codeText(each)))) return false;
  cx.report({ at: span(at), say: 'number', args: { lock, read: 'SELECT MAX', write: '' }, also: [{ at: span(read.at), say: 'read', args: { read: 'SELECT MAX' } }], data: { entity: '' } });
  return true;
}

/** `while (…) { … if (boxes.find(candidate) == null) return candidate; … }`: a name that nobody has taken yet, which another replica finds free as well. */
function freeName(cx: RuleFileContext, { at, lock, body }: Region, works: readonly Work[]): boolean {
  if (works.some(({ kind }) => kind === 'shared')) return false;
  const read = descendants(body, 'method_invocation').find((call) => {
    const loop = enclosing(call, 'while_statement', 'for_statement', 'do_statement');
    const [candidate, ...more] = args(call);
    if (!loop || !inBody(body, loop) || candidate?.type !== 'identifier' || more.length > 0 || !keepsRecords(field(call, 'object')) || !asksWhetherThere(call)) return false;
    return descendants(loop, 'return_statement').some((statement) => named(statement)[0]?.text === candidate.text);
  });
  if (!read) return false;
  const asked = `${field(read, 'object')?.text ?? ''}.${nameOf(read)}()`;
  cx.report({ at: span(at), say: 'number', confidence: 'low', args: { lock, read: asked, write: '' }, also: [{ at: span(field(read, 'name') ?? read), say: 'read', args: { read: asked } }], data: { entity: '' } });
  return true;
}

/** A field of another class that keeps records for this one. */
function keepsRecords(object: JavaNode | undefined): boolean {
  return object !== undefined && declarationOf(object)?.kind === 'field' && /(?:Service|Repository|Repo|D[aA][oO]|Mapper|Manager)(?:Impl)?$/.test(simpleName(typeOf(object)));
}

function inBody(body: JavaNode, node: JavaNode): boolean {
  return node.startIndex >= body.startIndex && node.endIndex <= body.endIndex;
}

/** Whether the answer of a call is only asked for being there: compared with null, here or as a local, or a question by its name. */
function asksWhetherThere(call: JavaNode): boolean {
  if (/^(?:exists|has|is)(?:[A-Z]|$)/.test(nameOf(call))) return true;
  const local = call.parent?.type === 'variable_declarator' ? nameOf(call.parent) : undefined;
  const scope = enclosing(call, 'block');
  return scope !== undefined && descendants(scope, 'binary_expression').some((test) => {
    const [left, right] = [field(test, 'left'), field(test, 'right')];
    return right?.type === 'null_literal' && left !== undefined && (left.id === call.id || left.text === local);
  });
}

/** Where a local's value `last + 1` has its last number from, when the body gives the sum out as well. */
function lastNumber(body: JavaNode, next: JavaNode): JavaNode | undefined {
  const sum = next.type === 'identifier' ? declarationOf(next)?.value : undefined;
  const [last, one] = sum?.type === 'binary_expression' ? named(sum) : [];
  const source = last?.type === 'identifier' && one?.text === '1' && sum && field(sum, 'operator')?.text === '+' ? declarationOf(last) : undefined;
  const isGiven = descendants(body, 'return_statement').some((statement) => named(statement)[0]?.text === next.text);
  return source?.kind === 'local' && source.value?.type === 'method_invocation' && isGiven ? source.value : undefined;
}

/** `int next = cached + 1; rows.update(next); return next;`: counted in memory, and only written down for the next start. */
function counted(cx: RuleFileContext, { at, lock, body }: Region, works: readonly Work[]): boolean {
  for (const work of works.filter(({ kind, store, direct }) => kind === 'shared' && store && direct)) {
    const call = work.at?.parent;
    const last = call ? args(call).map((passed) => lastNumber(body, passed)).find((found) => found !== undefined) : undefined;
    if (!last || !work.at) continue;
    const read = `${nameOf(last)}()`;
    cx.report({
      at: span(at), say: 'number', args: { lock, read, write: work.what },
      also: [{ at: span(field(last, 'name') ?? last), say: 'read', args: { read } }, { at: span(work.at), say: 'write', args: { write: work.what } }], data: { entity: '' },
    });
    return true;
  }
  return false;
}

/** Locking one object that only this call knows keeps no two requests apart, so nobody relies on it. */
function isShared(expression: JavaNode | undefined): boolean {
  const inner = expression?.type === 'parenthesized_expression' ? named(expression)[0] : expression;
  if (!inner) return false;
  if (inner.type === 'this' || inner.type === 'class_literal' || /\.intern\(\)$/.test(inner.text)) return true;
  const declared = declarationOf(inner);
  return declared === undefined ? inner.type !== 'method_invocation' : declared.kind === 'field' || /intern\(\)|computeIfAbsent|Interner|Striped/.test(declared.value?.text ?? '');
}

/** `locks.readLock().lock()`, which any number of threads hold at once, and `locks.writeLock()`, which holds nothing yet unless it is a stamp that it gives. */
function holdsNobodyOff(cx: RuleFileContext, call: JavaNode, { value }: Declared): boolean {
  const object = field(call, 'object');
  if (nameOf(call) === 'writeLock') return !isType(cx, call, typeOf(object), ...locks('StampedLock'));
  return [object, value].some((source) => source?.type === 'method_invocation' && nameOf(source) === 'readLock');
}

function onCall(call: JavaNode, cx: RuleFileContext): void {
  const name = field(call, 'name');
  const object = field(call, 'object');
  if (!name || !object || !acquiring.test(name.text)) return;
  const holder = object.type === 'method_invocation' ? field(object, 'object') : object;
  const declared = holder && declarationOf(holder);
  if (!holder || !declared || sharedSource.test(declared.declaration.text) || !isType(cx, call, typeOf(holder), ...lockTypes) || holdsNobodyOff(cx, call, declared)) return;
  // A lock that was fetched from elsewhere may be anything; a field or a map of the class is of this process.
  if (declared.kind === 'parameter' || (declared.kind === 'local' && !/computeIfAbsent|new\s+Reentrant|\.get\(|Striped/.test(declared.value?.text ?? ''))) return;
  const callable = enclosingCallable(call);
  const body = callable && field(callable, 'body');
  const before = enclosing(call, 'block');
  if (body && before) judge(cx, { at: name, lock: `${object.text}.${name.text}()`, body: heldFrom(call, holder, body) });
}

/** What runs while a lock is held: the `try` that gives it back in the end, else the method. */
function heldFrom(call: JavaNode, holder: JavaNode, body: JavaNode): JavaNode {
  return descendants(body, 'try_statement').find((attempt) => {
    const end = named(attempt).find(({ type }) => type === 'finally_clause');
    return attempt.endIndex > call.endIndex && end !== undefined && givingBack.test(end.text) && end.text.includes(holder.text);
  }) ?? body;
}

/** `synchronized` and the locks of `java.util.concurrent` around rows, files or answers of a server that are read and then written. */
export const java = ruleMatcher({
  language: 'java',
  needles: [/Repository\b/, /D[aA][oO]\b/, /(?<!Object)Mapper\b/, 'JdbcTemplate', 'EntityManager', 'SqlSession', 'executeUpdate', 'MongoTemplate', 'HibernateTemplate', /\bServiceImpl\s*</, 'RestTemplate', 'RestClient', 'FileOutputStream', 'FileWriter', /\bFiles\.(?:write|newOutput|newBufferedW)/].flatMap((store) => [
    ['synchronized', store], ['java.util.concurrent.locks', store], ['java.util.concurrent.Semaphore', store],
  ]).concat([['synchronized', '.intern()']]).concat([['synchronized', /==\s*null\s*\)\s*\{?\s*return\s+[a-z]\w*\s*;/]]),
  on: {
    synchronized_statement(statement, cx) {
      const body = field(statement, 'body');
      const keyword = statement.child(0);
      const held = named(statement).find((part) => part.type === 'parenthesized_expression');
      if (body && keyword && isShared(held)) judge(cx, { at: keyword, lock: 'synchronized', body, byKey: /\.intern\(\)\s*\)$/.test(held?.text ?? '') });
    },
    method_declaration(method, cx) {
      const name = field(method, 'name');
      const body = field(method, 'body');
      if (name && body && modifiers(method).has('synchronized') && enclosingType(method)) judge(cx, { at: name, lock: `synchronized ${nameOf(method)}()`, body });
    },
    method_invocation: onCall,
  },
});
