import { args, declarationOf, enclosing, enclosingType, field, named, nameOf, simpleName, typeOf, type Declared, type JavaNode } from './ask.js';
import { descendants } from './descendants.js';
import { calledMethod } from './trace.js';

/** Methods of the file followed from a body. */
const depthLimit = 4;

/** Types of fields in which a class collects things. */
const memory = /(?:Map|Set|List|Queue|Deque|Collection|Multiset|Multimap|Table|Adder|Accumulator|Atomic\w+|AtomicReference|StringBuilder|StringBuffer)$/;

/** Calls that hand out what they take away. */
const draining = /^(?:poll|pollFirst|pollLast|drainTo|getAndSet|getAndUpdate|sumThenReset|take|removeFirst|removeLast|pop)$/;
const reading = /^(?:forEach|entrySet|values|keySet|stream|iterator|get|getOrDefault|asMap|toArray|sum|elements)$/;
const filling = /^(?:put|putAll|add|addAll|set|setAll|addFirst|addLast|offer|replaceAll|computeIfAbsent|merge|lazySet)$/;

/** A body and the methods of its file that it leads to. */
export function bodiesOf(body: JavaNode): readonly JavaNode[] {
  const seen = new Map<number, JavaNode>();
  const follow = (node: JavaNode, depth: number): void => {
    if (seen.has(node.id) || depth > depthLimit) return;
    seen.set(node.id, node);
    for (const call of node.descendantsOfType('method_invocation')) {
      const method = call && calledMethod(call);
      if (method) follow(method, depth + 1);
    }
  };
  follow(body, 0);
  return [...seen.values()];
}

/** Tables that are complete when they are made. */
const complete = /^(?:\w+\.)*(?:of|asList|copyOf\w*|ofEntries|unmodifiable\w+|immutable\w+|singleton\w*|allOf)$/;

/** What a constructor makes for a field that its declaration leaves empty. */
function madeIn(declaration: JavaNode, name: string): JavaNode | undefined {
  const type = enclosingType(declaration);
  if (!type) return undefined;
  return descendants(type, 'assignment_expression').map((assignment) => {
    const left = field(assignment, 'left');
    const right = field(assignment, 'right');
    return left && simpleName(left.text) === name && right?.type === 'object_creation_expression' && enclosing(assignment, 'constructor_declaration') ? right : undefined;
  }).find((value) => value !== undefined);
}

/** A field that the class itself fills: no bean that it is given, no table of constants. */
function isMemory({ kind, type, value, declaration, name }: Declared): boolean {
  if (kind !== 'field' || !memory.test(simpleName(type))) return false;
  const made = value && value.type !== 'null_literal' ? value : madeIn(declaration, name);
  if (!made) return false;
  return made.type !== 'method_invocation' || !complete.test(nameOf(made));
}

/** The collecting field that an expression stands for, also through a local name for one of its values. */
function memoryOf(expression: JavaNode | undefined, depth = 2): string | undefined {
  if (!expression) return undefined;
  if (expression.type === 'method_invocation') return reading.test(nameOf(expression)) ? memoryOf(field(expression, 'object'), depth) : undefined;
  if (expression.type !== 'identifier' && expression.type !== 'field_access') return undefined;
  const declared = declarationOf(expression);
  if (!declared) return undefined;
  if (isMemory(declared)) return declared.name;
  return declared.kind === 'local' && depth > 0 && declared.node.type !== 'enhanced_for_statement' ? memoryOf(declared.value, depth - 1) : undefined;
}

function callsIn(bodies: readonly JavaNode[]): readonly JavaNode[] {
  return bodies.flatMap((body) => body.descendantsOfType('method_invocation').filter((call): call is JavaNode => call !== null));
}

/** Fields whose contents a loop goes through, or that are copied as a whole. */
function walked(bodies: readonly JavaNode[]): ReadonlySet<string> {
  const loops = bodies.flatMap((body) => body.descendantsOfType('enhanced_for_statement')).map((loop) => loop && memoryOf(field(loop, 'value') ?? undefined));
  const copies = bodies.flatMap((body) => body.descendantsOfType('object_creation_expression')).map((copy) => copy && memoryOf(args(copy)[0]));
  const calls = callsIn(bodies).map((call) => (/^(?:forEach|entrySet|values|iterator|stream)$/.test(nameOf(call)) ? memoryOf(field(call, 'object')) : /^copyOf$/.test(nameOf(call)) ? memoryOf(args(call)[0]) : undefined));
  return new Set([...loops, ...copies, ...calls].filter((name): name is string => typeof name === 'string'));
}

/** Fields that the code empties: `pending.clear()`, `pending = new …`, an iterator or the map that gives its entries up. */
function emptied(bodies: readonly JavaNode[]): ReadonlySet<string> {
  const cleared = callsIn(bodies).map((call) => (/^(?:clear|remove|removeAll|removeIf|reset)$/.test(nameOf(call)) ? memoryOf(field(call, 'object')) : undefined));
  const replaced = bodies.flatMap((body) => body.descendantsOfType('assignment_expression')).map((assignment) => {
    const right = assignment && field(assignment, 'right');
    return assignment && right?.type === 'object_creation_expression' ? memoryOf(field(assignment, 'left')) : undefined;
  });
  return new Set([...cleared, ...replaced].filter((name): name is string => typeof name === 'string'));
}

/** What a body does with the memory of its own class. */
export interface OwnMemory {
  /** It takes out what the class collected in this process: each process has things of its own to pass on. */
  readonly drains: boolean;
  /** It goes through what the class keeps in this process, which others may keep as well. */
  readonly walks: boolean;
  /** It puts what it finds into the memory of the class, as a copy of its own has to be renewed. */
  readonly fills: boolean;
  /** It writes a search index of Lucene, which each process keeps and searches for itself. */
  readonly indexes: boolean;
}

/** `list.remove(each); return;`: the one that was looked for, in any list. */
function endsLoop(call: JavaNode): boolean {
  const statement = enclosing(call, 'expression_statement');
  const siblings = statement?.parent ? named(statement.parent) : [];
  const next = siblings[siblings.findIndex(({ id }) => id === statement?.id) + 1];
  // In a switch a case ends so as well.
  return next !== undefined && (next.type === 'return_statement' || (next.type === 'break_statement' && !/^switch_/.test(statement?.parent?.type ?? '')));
}

/**
 * `Collection<Task> tasks = service.getTasks(); for (Task task : tasks) { … tasks.remove(task); }`: what is asked for is taken away while the loop goes
 * on, so it is what another class keeps in this process, not a copy of rows.
 */
function drainsGiven(body: JavaNode): boolean {
  return descendants(body, 'enhanced_for_statement').some((loop) => {
    const source = field(loop, 'value');
    const declared = source?.type === 'identifier' ? declarationOf(source) : undefined;
    const given = declared?.kind === 'local' ? declared.value : undefined;
    if (!source || given?.type !== 'method_invocation' || args(given).length > 0) return false;
    return descendants(loop, 'method_invocation').some((call) => nameOf(call) === 'remove' && field(call, 'object')?.text === source.text && args(call)[0]?.text === nameOf(loop) && !endsLoop(call));
  });
}

const groupReads = /^(?:xReadGroup|xreadGroup|xreadgroup|readGroup|xreadGroupAsMap)$/;

/** Whether a body reads records of a stream as a member of a group: each record is given to one reader, however many replicas read. */
export function readsAsGroup(body: JavaNode): boolean {
  return callsIn(bodiesOf(body)).some((call) => groupReads.test(nameOf(call)) || (nameOf(call) === 'read' && /^(?:\w+\.)*Consumer\s*\.\s*from\s*\(/.test(args(call)[0]?.text ?? '')));
}

/** A queue of the class, handed over as it is: whoever gets it takes things out, for a queue is good for nothing else. */
function isOwnQueue(arg: JavaNode): boolean {
  const declared = arg.type === 'identifier' || arg.type === 'field_access' ? declarationOf(arg) : undefined;
  return declared !== undefined && /(?:Queue|Deque)$/.test(simpleName(declared.type)) && isMemory(declared);
}

/** Looks at a body and the methods of its file that it calls. */
export function ownMemory(body: JavaNode): OwnMemory {
  const bodies = bodiesOf(body);
  const calls = callsIn(bodies);
  const through = walked(bodies);
  const empty = emptied(bodies);
  const drained = calls.some((call) => (draining.test(nameOf(call)) && memoryOf(field(call, 'object')) !== undefined) || args(call).some(isOwnQueue));
  return {
    drains: drained || bodies.some(drainsGiven) || [...through].some((name) => empty.has(name)),
    walks: through.size > 0,
    indexes: calls.some((call) => /^(?:add|update|delete)(?:Documents?|All)$/.test(nameOf(call)) && simpleName(typeOf(field(call, 'object'))) === 'IndexWriter'),
    fills: calls.some((call) => filling.test(nameOf(call)) && memoryOf(field(call, 'object')) !== undefined) || bodies.some(assignsField),
  };
}

/** `this.rates = loaded`: something other than a constant, or the time, is kept in a field. */
function assignsField(body: JavaNode): boolean {
  return body.descendantsOfType('assignment_expression').some((assignment) => {
    const left = assignment && field(assignment, 'left');
    const right = assignment && field(assignment, 'right');
    if (!left || !right || /literal$|^(?:true|false)$/.test(right.type) || /\b(?:now|currentTimeMillis|nanoTime)\s*\(|new\s+Date\s*\(/.test(right.text)) return false;
    const kept = left.type === 'array_access' ? named(left)[0] : left;
    return kept !== undefined && declarationOf(kept)?.kind === 'field' && enclosing(assignment, 'method_declaration') !== undefined;
  });
}
