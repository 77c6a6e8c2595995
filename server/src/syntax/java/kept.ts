import type { FileContext } from '../../contract/rule.js';
import { annotation, annotations, declarationOf, enclosing, enclosingCallable, enclosingType, field, imports, methodsOf, modifiers, named, nameOf, type Declared, type JavaNode } from './ask.js';
import { publishes } from './brokers.js';
import { codeText } from './code-text.js';
import { below, callsNamed, fieldBehind, writesOf, type FieldWrite } from './field-writes.js';
import { runsAtStart, supertypes } from './lifecycle.js';
import { handlesRequest, originOf } from './origin.js';
import { hasWindows, isOneOff } from './program.js';
import { isSingleton } from './singletons.js';

/** A field and what is known of its keeper. */
export interface Kept {
  readonly declared: Declared;
  readonly type: JavaNode;
  readonly isStatic: boolean;
  /** One instance of the class serves all requests. */
  readonly singleton: boolean;
}

/** The field as one that outlives requests: static, or of a class with one instance; `undefined` for fields of objects that come and go, and of programs that one user runs. */
export function keptIn(cx: FileContext, type: JavaNode, declared: Declared): Kept | undefined {
  const isStatic = modifiers(declared.declaration).has('static') || type.type === 'interface_declaration';
  const singleton = isSingleton(cx, type);
  return (isStatic || singleton) && !hasWindows(cx, type) && !isOneOff(type) ? { declared, type, isStatic, singleton } : undefined;
}

/** Whether a class is the variant of an interface that keeps things in memory, so that a setting chooses between it and another one. */
export function isMemoryVariant(type: JavaNode): boolean {
  return /^(?:InMemory|Memory|Mem|Local|Simple)(?=[A-Z])|InMemory|^Map(?:Based|Backed)/.test(nameOf(type)) && supertypes(type).length > 0;
}

const conditions = /^(?:Conditional\w*|Profile|Alternative|Requires|IfBuild\w*|LookupIf\w*|DefaultBean)$/;
const managing = /^(?:Component|Service|Repository|Singleton|ApplicationScoped|Named|Bean)$/;

/** Whether a condition makes a class the variant in memory of something that configuration chooses. */
export function isVariantByCondition(type: JavaNode): boolean {
  const condition = annotations(type).find(({ name }) => conditions.test(name));
  return condition !== undefined && (isMemoryVariant(type) || /"(?:in-?)?(?:memory|local|simple|map)"/i.test(condition.node.text));
}

/** A package of variants in memory: it stands beside those of databases. */
const memoryPackage = /(?:^|\.)(?:in_?)?mem(?:ory)?(?:\.|$)/;

/** Whether a variant in memory stands beside another one: a condition stands on it, no container makes it by itself, or it lies in a package of such variants. */
export function isChosenVariant(cx: FileContext, type: JavaNode): boolean {
  if (isMemoryVariant(type) && memoryPackage.test(imports(cx, type).package)) return true;
  return isVariantByCondition(type) || (isMemoryVariant(type) && !annotations(type).some(({ name }) => managing.test(name)));
}

const severalReplicas = /\b\w*(?:[mM]ultiple_?[iI]nstances?|[mM]ulti_?(?:Node|Instance)|MULTIPLE_INSTANCES?|MULTI_NODE|[cC]luster_?(?:[mM]ode|[eE]nabled)|CLUSTER_?(?:MODE|ENABLED)|[iI]s_?(?:Clustered|ClusterMode|Distributed|Standalone|SingleNode))\b|"[\w.-]*(?:multiple[-._]?instances?|cluster[-._](?:mode|enabled)|multi[-._]?node)"/;

const asksWhoseItIs = /^is(?:Local(?:ly)?(?:Processing|Processed|Owned|Assigned|Managed)|OwnedBy(?:Me|This\w*|Local\w*)|Assigned(?:ToMe|Here)|ResponsibleFor)$/;

/** Whether a class asks a switch of the application's own whether it runs as several replicas, asks which of them a thing falls to, or sends messages to them: somebody has thought of them. */
export function asksForReplicas(type: JavaNode): boolean {
  return severalReplicas.test(codeText(type)) || publishes(type) || below(type, 'method_invocation').some((call) => field(call, 'object') !== undefined && asksWhoseItIs.test(nameOf(call)));
}

const wiring = /^(?:(?:un|de)?regist(?:er)?|(?:un)?subscribe|(?:un)?bind|install|uninstall|declare|define)|(?:Listener|Handler|Provider|Factory|Strategy|Converter|Resolver|Plugin|Extension|Callback|Observer|Processor|Interceptor|Validator|Module)s?$/;

/** Life of the application's own parts: `pluginLoaded`, `onModuleRemove`. Every process loads its parts for itself. */
const partsLife = /^(?:on)?(?:plugin|module|bundle|extension|addon|addOn)s?(?:Metadata)?(?:Un)?(?:[Ll]oad|[Ii]nstall|[Ss]tart|[Ss]top|[Aa]dd|[Rr]emov|[Cc]reat|[Uu]pdat|[Cc]hang|[Rr]egister)\w*$|^(?:start|stop|load|unload|install|uninstall|enable|disable)(?:plugin|module|bundle|extension|addon)s?\w*$/i;

/** What is registered comes with requests: `registerUser`, `registerTaskHandle`. */
const registersWork = /^(?:un|de)?register\w*(?:Users?|Members?|Customers?|Guests?|Visitors?|Players?|Orders?|Logins?|(?:Task|Job|Import|Export|Upload)(?:Handle|Status|Progress|Result|State))(?:s|Info)?$/;

/** The method that a write stands in, or the one that uses the function kept in a field which holds the write. */
function placeOf(write: FieldWrite): JavaNode | undefined {
  const callable = enclosingCallable(write.node);
  const holder = callable ? undefined : enclosing(write.node, 'field_declaration');
  const owner = holder && enclosingType(holder);
  const name = holder && nameOf(field(holder, 'declarator') ?? holder);
  return owner ? methodsOf(owner).find((method) => below(method, 'identifier').some((used) => used.text === name)) : callable;
}

/** Name of the method that a write stands in; '' in initialisers. */
export function methodName(write: FieldWrite): string {
  const callable = placeOf(write);
  return callable ? nameOf(callable) : '';
}

/** Whether a method hands parts of the application to each other, or is a helper of methods that only do so. */
function wires(cx: FileContext, callable: JavaNode | undefined, depth = 2): boolean {
  if (!callable) return false;
  if (registersWork.test(nameOf(callable))) return false;
  if (wiring.test(nameOf(callable)) || partsLife.test(nameOf(callable))) return true;
  const owner = enclosingType(callable);
  if (depth === 0 || !owner || !modifiers(callable).has('private')) return false;
  const callers = callsNamed(cx, owner, nameOf(callable)).map((call) => enclosingCallable(call));
  return callers.length > 0 && callers.every((caller) => wires(cx, caller, depth - 1));
}

/** `String register(…) { String id = UUID.randomUUID().toString(); jobs.put(id, job); return id; }`: who is given the id asks for it again. */
function handsOutKey(write: FieldWrite): boolean {
  const [key, value] = write.values;
  const local = key?.type === 'identifier' ? declarationOf(key) : undefined;
  return write.kind === 'insert' && value !== undefined && local?.kind === 'local' && /\brandomUUID\s*\(|\brandom(?:Alphanumeric|Numeric)?\s*\(/.test(local.value?.text ?? '');
}

/** A collection that is filled from one that is handed in, or `void setX(T x) { this.x = x; }` on an instance: configuration and collaborators. */
function injects(write: FieldWrite, isStatic: boolean): boolean {
  const callable = enclosingCallable(write.node);
  if (!callable || !/^(?:set|with|inject)/.test(nameOf(callable)) || handlesRequest(callable)) return false;
  if (write.kind === 'insert') return write.values[0]?.type === 'identifier' && originOf(write.values[0]) === 'given' && /^(?:putAll|addAll)$/.test(write.at.text);
  return write.kind === 'assign' && (!isStatic || !modifiers(callable).has('static')) && named(field(callable, 'parameters') ?? callable).length === 1;
}

/** `void setRoles(…) { this.roles = new HashSet<>(); … }`, before the write. */
function isOwnSetter(callable: JavaNode, declared: Declared, write: FieldWrite): boolean {
  if (nameOf(callable).slice(3).toLowerCase() !== nameOf(declared.node).toLowerCase()) return false;
  return below(callable, 'assignment_expression').some((made) => made.startIndex < write.node.startIndex && field(made, 'right')?.type === 'object_creation_expression' && fieldBehind(field(made, 'left') ?? made)?.node.id === declared.node.id);
}

/** `void setRules(List<Rule> rules) { for (Rule rule : rules) byId.put(rule.getId(), rule); }` of a bean that XML wires: its property, as it is or in another spelling. */
function isFilledByProperty(cx: FileContext, { type, declared }: Kept, write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  const loop = enclosing(write.node, 'enhanced_for_statement');
  const source = loop && field(loop, 'value');
  if (!callable || !loop || !source || write.kind !== 'insert' || !/^set[A-Z]/.test(nameOf(callable)) || handlesRequest(callable)) return false;
  // Whatever makes the only instance, a setter that bears the field's name and makes it anew is its property.
  if (isSingleton(cx, type) && !isOwnSetter(callable, declared, write)) return false;
  const [parameter, ...more] = named(field(callable, 'parameters') ?? callable);
  const value = write.values.at(-1);
  const isElement = value !== undefined && (value.text === nameOf(loop) || (value.type === 'method_invocation' && field(value, 'object')?.text === nameOf(loop)));
  return parameter !== undefined && more.length === 0 && source.text === nameOf(parameter) && isElement;
}

/** `void setName(String name) { this.name = name; names.add(name); }` of a bean that XML wires. */
function isAddedByProperty(cx: FileContext, { type }: Kept, write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  const [parameter, ...more] = callable && /^set[A-Z]/.test(nameOf(callable)) && !handlesRequest(callable) ? named(field(callable, 'parameters') ?? callable) : [];
  if (!callable || !parameter || more.length > 0 || write.kind !== 'insert' || isSingleton(cx, type)) return false;
  return below(callable, 'assignment_expression').some((each) => field(each, 'right')?.text === nameOf(parameter) && fieldBehind(field(each, 'left') ?? each) !== undefined);
}

function isTestHook(callable: JavaNode | undefined): boolean {
  return callable !== undefined && annotation(callable, 'VisibleForTesting', 'Test', 'Before', 'After', 'BeforeEach', 'AfterEach') !== undefined;
}

/** Changes that happen while requests are served and leave data behind: no start-up, no wiring, no injection. */
export function dataWrites(cx: FileContext, kept: Kept): readonly FieldWrite[] {
  return writesOf(cx, kept.declared).filter((write) =>
    !runsAtStart(cx, write.node, kept.singleton) && !isTestHook(enclosingCallable(write.node)) && (handsOutKey(write) || !wires(cx, placeOf(write))) && !injects(write, kept.isStatic) && (kept.isStatic || !(isFilledByProperty(cx, kept, write) || isAddedByProperty(cx, kept, write))));
}
