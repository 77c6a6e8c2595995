import { below, calledName, enclosing, enclosingClass, enclosingFunction, field, methodOf, named, nameOf, rootOf, type Once, type PythonNode } from './ask.js';
import { isModuleName, moduleBindings } from './scope.js';

/** Something that changes a module variable, or a class's, after the module was loaded. */
export interface Change {
  readonly node: PythonNode;
  readonly kind: 'put' | 'remove' | 'replace' | 'count';
  /** What is put or assigned; `undefined` when it is not one expression. */
  readonly value: PythonNode | undefined;
  /** Key under which it is put, where the shape has one. */
  readonly key: PythonNode | undefined;
}

/** A variable that lives as long as the process: of the module, of a class, or a field of an object that the module makes. */
export interface Holder {
  readonly name: string;
  /** The name where it gets its first value. */
  readonly at: PythonNode;
  readonly initial: PythonNode | undefined;
  readonly shape: 'dict' | 'list' | 'set' | 'queue' | 'scalar';
  /** Class it belongs to; '' for the module's own. */
  readonly owner: string;
  readonly changes: readonly Change[];
  /** Places inside functions that read it. */
  readonly reads: readonly PythonNode[];
}

const dicts = /^(?:dict|collections\.(?:defaultdict|OrderedDict|Counter)|defaultdict|OrderedDict|Counter|weakref\.WeakValueDictionary|WeakValueDictionary|WeakKeyDictionary)$/;
const lists = /^(?:list|collections\.deque|deque)$/;
const queues = /^(?:queue\.(?:Queue|LifoQueue|PriorityQueue|SimpleQueue)|asyncio\.(?:Queue|PriorityQueue)|multiprocessing\.Queue)$/;

function shapeOf(cx: Once, value: PythonNode | undefined): Holder['shape'] | undefined {
  if (!value) return undefined;
  if (value.type === 'dictionary') return 'dict';
  if (value.type === 'list') return 'list';
  if (value.type === 'set') return 'set';
  if (value.type === 'call') {
    const name = calledName(cx, value);
    return dicts.test(name) ? 'dict' : lists.test(name) ? 'list' : name === 'set' ? 'set' : queues.test(name) ? 'queue' : undefined;
  }
  return /^(?:integer|float|none|true|false|string)$/.test(value.type) ? 'scalar' : undefined;
}

const puts = /^(?:append|appendleft|add|insert|extend|update|setdefault|put|put_nowait)$/;
const removes = /^(?:pop|popitem|remove|discard|clear|popleft)$/;

/** How one mention of a name changes what it holds; `undefined` when it only reads. */
function changeAt(mention: PythonNode): Change | undefined {
  const { parent } = mention;
  if (!parent) return undefined;
  if (parent.type === 'subscript' && field(parent, 'value')?.id === mention.id) return subscriptChange(parent);
  if (parent.type === 'attribute' && parent.parent?.type === 'call' && field(parent.parent, 'function')?.id === parent.id) {
    const call = parent.parent;
    const args = named(field(call, 'arguments') ?? call);
    const method = methodOf(call);
    if (puts.test(method)) return { node: call, kind: 'put', value: method === 'setdefault' || method === 'insert' ? args[1] : args[0], key: method === 'setdefault' ? args[0] : method === 'add' ? args[0] : undefined };
    return removes.test(method) ? { node: call, kind: 'remove', value: undefined, key: args[0] } : undefined;
  }
  if (parent.type === 'assignment' && field(parent, 'left')?.id === mention.id) return { node: parent, kind: 'replace', value: field(parent, 'right'), key: undefined };
  if (parent.type === 'augmented_assignment' && field(parent, 'left')?.id === mention.id) return { node: parent, kind: 'count', value: field(parent, 'right'), key: undefined };
  return undefined;
}

/** `table[key] = value`, `table[key] += 1`, `table[key].append(x)`, `del table[key]`. */
function subscriptChange(subscript: PythonNode): Change | undefined {
  const { parent } = subscript;
  const key = field(subscript, 'subscript');
  if (parent?.type === 'assignment' && field(parent, 'left')?.id === subscript.id) return { node: parent, kind: 'put', value: field(parent, 'right'), key };
  if (parent?.type === 'augmented_assignment' && field(parent, 'left')?.id === subscript.id) return { node: parent, kind: 'count', value: field(parent, 'right'), key };
  if (parent?.type === 'delete_statement' || parent?.parent?.type === 'delete_statement') return { node: subscript, kind: 'remove', value: undefined, key };
  const inner = parent ? changeAt(subscript) : undefined;
  return inner && inner.kind !== 'replace' ? { ...inner, key } : undefined;
}

const holdersKey = {};

/** Variables of the file that functions may change while the process runs. */
export function holdersOf(cx: Once, node: PythonNode): readonly Holder[] {
  return cx.once(holdersKey, () => [...moduleHolders(cx, rootOf(node)), ...fieldHolders(cx, rootOf(node))]);
}

function moduleHolders(cx: Once, root: PythonNode): readonly Holder[] {
  const mentions = new Map<string, PythonNode[]>();
  for (const each of below(root, 'identifier')) if (enclosing(each, 'function_definition')) mentions.set(each.text, [...(mentions.get(each.text) ?? []), each]);
  return [...moduleBindings(cx, root)].flatMap(([name, bindings]) => {
    const first = bindings.find(({ at }) => !enclosingFunction(at));
    const shape = shapeOf(cx, first?.value);
    if (!first || !shape) return [];
    const used = (mentions.get(name) ?? []).filter((each) => isModuleName(cx, each) && !isAttributeName(each));
    return [holder(name, first.at, first.value, shape, '', used)];
  });
}

function isAttributeName(node: PythonNode): boolean {
  return node.parent?.type === 'attribute' && field(node.parent, 'attribute')?.id === node.id || (node.parent?.type === 'keyword_argument' && field(node.parent, 'name')?.id === node.id);
}

function holder(name: string, at: PythonNode, initial: PythonNode | undefined, shape: Holder['shape'], owner: string, used: readonly PythonNode[]): Holder {
  const changes = used.flatMap((each) => changeAt(each) ?? []);
  const changing = new Set(changes.map((each) => each.node.id));
  const reads = used.filter((each) => !changing.has(each.parent?.id ?? -1) && changeAt(each) === undefined && each.parent?.type !== 'global_statement');
  return { name, at, initial, shape, owner, changes, reads };
}

/** Of a middleware the framework makes one object for the process. */
function isMiddleware(type: PythonNode): boolean {
  return /Middleware\b/.test(field(type, 'superclasses')?.text ?? '') || below(type, 'function_definition').some((fn) => nameOf(fn) === '__init__' && /\bget_response\b/.test(field(fn, 'parameters')?.text ?? ''));
}

/** Tables of a class, and those that `__init__` makes in a class of which there is one object for the process. */
function fieldHolders(cx: Once, root: PythonNode): readonly Holder[] {
  const single = new Set([...moduleBindings(cx, root).values()].flat().flatMap(({ value }) => (value?.type === 'call' && field(value, 'function')?.type === 'identifier' ? (field(value, 'function')?.text ?? []) : [])));
  return below(root, 'class_definition').filter((type) => !enclosingFunction(type)).flatMap((type) => {
    const attributes = below(type, 'attribute').filter((each) => enclosingClass(each)?.id === type.id);
    return below(type, 'assignment').filter((each) => enclosingClass(each)?.id === type.id).flatMap((assignment) => {
      const left = field(assignment, 'left');
      const shape = shapeOf(cx, field(assignment, 'right'));
      const fn = enclosingFunction(assignment);
      if (!left || !shape || shape === 'scalar') return [];
      const own = left.type === 'identifier' && !fn;
      const inInit = left.type === 'attribute' && field(left, 'object')?.text === 'self' && nameOf(fn) === '__init__' && (single.has(nameOf(type)) || isMiddleware(type));
      if (!own && !inInit) return [];
      const name = own ? left.text : (field(left, 'attribute')?.text ?? '');
      const used = attributes.filter((each) => field(each, 'attribute')?.text === name && new RegExp(`^(?:self|cls|${nameOf(type)})$`).test(field(each, 'object')?.text ?? '') && nameOf(enclosingFunction(each)) !== '__init__');
      const found = holder(name, own ? left : (field(left, 'attribute') ?? left), field(assignment, 'right'), shape, nameOf(type), used);
      // `self.items = []` in a method gives each object a list of its own.
      const replaced = own && below(type, 'assignment', 'augmented_assignment').some((each) => field(each, 'left')?.text === `self.${name}`);
      return replaced ? [] : [found];
    });
  });
}

