import type { NeededNames } from '../../contract/finding.js';
import { annotations, enclosing, enclosingCallable, field, methodsOf, modifiers, nameOf, type JavaNode } from './ask.js';
import { identifiersNamed } from './descendants.js';
import { supertypes } from './lifecycle.js';
import { startsServer } from './program.js';

/** Annotations that let no framework call what bears them. */
const harmless = /^(?:Suppress\w*|Deprecated|Transactional|Async|Nullable|NonNull|NotNull|Nonnull|SafeVarargs|Cacheable|CacheEvict|CachePut|Synchronized|SneakyThrows|ThreadSafe|Immutable|Getter|Setter|Data|Builder|Value|ToString|EqualsAndHashCode|\w*ArgsConstructor|Slf4j|Log\w*|CommonsLog|FunctionalInterface|SuppressFBWarnings|Since|Unstable|Public|Private|Beta)$/;
/** Stereotypes of beans, which only those that they are injected into use, unless a method bears a mark of its own. */
const injected = /^(?:Service|Component|Repository|Named|Singleton|ApplicationScoped|Lazy|Scope|Primary|Qualifier|Order)$/;
/** What frameworks find by package or ending: pages of Tapestry, actions of Struts and Stripes. */
const foundByName = /(?:Action|Controller|Page|Bean|Resource|Endpoint|Servlet|Filter|Listener|Module|Plugin|Application|Application\w*Config|Main|Launcher|Test|Job|Task)$/;
const foundInPackage = /^\s*package\s+[\w.]*\.(?:pages|components|mixins|actions?|controllers?)\s*;/m;

/** What tells by the name of a class alone that only those use it who write one of some names: those names; none when frameworks may find it. */
export function usingNamesOf(name: string): readonly string[] {
  return foundByName.test(name) ? [] : [name, ...(name.endsWith('Impl') ? [name.slice(0, -'Impl'.length)] : [])];
}

function isMarked(declaration: JavaNode, allowed: RegExp): boolean {
  return annotations(declaration).some(({ name }) => !harmless.test(name) && !allowed.test(name));
}

function topOf(node: JavaNode): JavaNode | undefined {
  let at: JavaNode | null = node;
  while (at && at.parent?.type !== 'program') at = at.parent;
  return at ?? undefined;
}

const nothingElse = /^$/;

/** What a server or a program runs only where a descriptor, a tag library or code names the class: filters, tags of pages, interceptors, threads. */
const registered = /^(?:Filter|HttpFilter|(?:Body|Simple)?TagSupport|(?:Body|Simple|Iteration)?Tag|HandlerInterceptor(?:Adapter)?|Thread)$/;

/** Whether all that a class extends is called by those alone that were given the class by its name. */
function isRegisteredByName(type: JavaNode): boolean {
  const above = supertypes(type);
  return above.length > 0 && above.every((name) => registered.test(name)) && !isMarked(type, nothingElse);
}

/** Whether another class of the file writes the name. */
function isNamedInFile(type: JavaNode): boolean {
  return type.tree.rootNode.namedChildren.some((other) => other !== null && other.id !== type.id && other.type.endsWith('_declaration') && /^(?:class|enum|interface|record)/.test(other.type) && new RegExp(`\\b${nameOf(type)}\\b`).test(other.text));
}

/** Supertypes that only help: nothing calls a class because of them. */
const helping = /^(?:Serializable|Cloneable|Comparable|Egov\w*Abstract\w*|(?:Hibernate|Jdbc|NamedParameterJdbc|Jpa|SqlSession|SqlMapClient)DaoSupport)$/;

/** The interface of the application that a class is the implementation of, as its name says; nothing where the class can be used as something else too. */
function interfaceOf(type: JavaNode, above: readonly string[]): readonly string[] {
  const name = nameOf(type);
  const [only, ...others] = above;
  return only !== undefined && others.length === 0 && [`${only}Impl`, `Default${only}`, only.replace(/^I(?=[A-Z])/, '')].includes(name) ? [only] : [];
}

/** What has to be written for a class to be made, or to be injected: its name, or that of its interface. */
function makingNames(type: JavaNode): readonly string[] {
  const above = supertypes(type).filter((name) => !helping.test(name));
  const implemented = interfaceOf(type, above);
  const names = [nameOf(type), ...implemented];
  if (above.length > implemented.length || isMarked(type, injected) || names.some((name) => foundByName.test(name))) return [];
  return foundInPackage.test(type.tree.rootNode.text.slice(0, type.startIndex)) ? [] : names;
}

/** Whether no framework calls methods of a class for what they are marked with, nor anybody its `main`. */
function isUnmarked(type: JavaNode): boolean {
  return methodsOf(type).every((method) => nameOf(method) !== 'main' && (method.type !== 'method_declaration' || !isMarked(method, /^Override$/)));
}

/** What has to be written for a class to be used, if `above` are types of the workspace. */
export interface Using {
  readonly names: readonly string[];
  readonly above: readonly string[];
}

/** Names of which one has to be written for a class to be used: no other supertype, no mark of a framework, no program of its own; `undefined` when that is not certain. */
function usingOf(type: JavaNode): Using | undefined {
  if (type.type !== 'class_declaration' || nameOf(type) === '' || isNamedInFile(type) || !isUnmarked(type)) return undefined;
  const names = isRegisteredByName(type) ? [nameOf(type)] : makingNames(type);
  if (names.length > 0) return { names, above: [] };
  const above = supertypes(type).filter((name) => !helping.test(name));
  return above.length > 0 && !isMarked(type, nothingElse) && !foundByName.test(nameOf(type)) ? { names: [nameOf(type)], above } : undefined;
}

/** The name of a class that is there for another one of its file, whatever it extends. */
function helperName(type: JavaNode): readonly string[] {
  return isNamedInFile(type) && !isMarked(type, nothingElse) && isUnmarked(type) ? [nameOf(type)] : [];
}

/** What has to be written for any code of a file to be run; `undefined` when a framework may run it unasked. */
export function usingFile(root: JavaNode): Using | undefined {
  const types = root.namedChildren.filter((child): child is JavaNode => child !== null && /^(?:class|enum|interface|record)_declaration$/.test(child.type));
  const used = types.map(usingOf);
  const names = types.map((type, index) => used[index]?.names ?? helperName(type));
  if (used.every((each) => each === undefined) || names.some((each) => each.length === 0)) return undefined;
  return { names: names.flat(), above: used.flatMap((each) => each?.above ?? []) };
}

/** The method that a place belongs to; methods of objects that are made on the spot belong to the method around them. */
function methodAround(place: JavaNode): JavaNode | undefined {
  let callable = enclosingCallable(place);
  while (callable && callable.parent?.parent?.type === 'object_creation_expression') callable = enclosingCallable(callable.parent.parent);
  return callable;
}

/** Marks of classes whose public methods other systems call. */
const exported = /^(?:WebService(?:Provider)?|Remote|Remotable|RemotingDestination)$/;
/** Methods of all objects and of the platform's own callbacks. */
const ofObjects = /^(?:equals|hashCode|toString|compareTo|compare|finalize|clone|readObject|writeObject|readResolve|writeReplace|close|run|call|get|accept|apply|test)$/;

/** Whether a method is called by those alone that write its name, as far as its class has supertypes of the workspace alone. */
function isCalledByName(method: JavaNode, top: JavaNode): boolean {
  if (method.type !== 'method_declaration' || method.parent?.parent?.id !== top.id || isMarked(method, /^Override$/) || nameOf(method) === 'main') return false;
  if (isOwnMethod(method)) return true;
  // Callers elsewhere come by the name of the service and of the operation.
  if (annotations(top).some(({ name }) => exported.test(name))) return false;
  // Without @Override as well, a method may answer the calls of a supertype.
  return typesThrough(top).length === 0 || !ofObjects.test(nameOf(method));
}

/** Whether no supertype can call a method. */
function isOwnMethod(method: JavaNode): boolean {
  return modifiers(method).has('private') || modifiers(method).has('static');
}

/** Supertypes through which others may call the methods of a class. */
function typesThrough(top: JavaNode): readonly string[] {
  return supertypes(top).filter((name) => !helping.test(name));
}

/** `main` of a helper or of a trial: it is there for whoever starts the class by hand, and what it starts ends with it. */
function isByHand(method: JavaNode, top: JavaNode): boolean {
  return nameOf(method) === 'main' && modifiers(method).has('static') && annotations(top).length === 0 && !startsServer(method);
}

/** `setName` is also `name` in XML and in expressions of pages. */
function namesOf(method: JavaNode, top: JavaNode): readonly string[] {
  const name = nameOf(method);
  if (modifiers(method).has('static')) return [`${nameOf(top)}#${name}`];
  const property = /^(?:get|set|is)([A-Z]\w*)$/.exec(name)?.[1];
  return property === undefined ? [name] : [name, property.charAt(0).toLowerCase() + property.slice(1)];
}

/** Places of the file that call a method or hand it on by its name. */
function usesInFile(root: JavaNode, method: JavaNode): readonly JavaNode[] {
  const name = nameOf(method);
  const uses = identifiersNamed(root, name).flatMap((at) => {
    const user = at.parent;
    if (user?.type === 'method_reference') return user.text.endsWith(`::${name}`) ? [user] : [];
    return user?.type === 'method_invocation' && field(user, 'name')?.id === at.id ? [user] : [];
  });
  return uses.filter((use) => methodAround(use)?.id !== method.id);
}

/** Names of the methods by which other files come to a place; `undefined` when it is reached without them. `seen` are the methods on the way. */
function entriesTo(place: JavaNode, top: JavaNode, seen: Map<number, JavaNode>): ReadonlySet<string> | undefined {
  const method = methodAround(place);
  if (method && isByHand(method, top)) return new Set(['main']);
  if (!method || !isCalledByName(method, top)) return undefined;
  if (seen.has(method.id)) return new Set();
  seen.set(method.id, method);
  const names = new Set(modifiers(method).has('private') ? [] : namesOf(method, top));
  for (const use of usesInFile(place.tree.rootNode, method)) {
    const more = entriesTo(use, top, seen);
    if (!more) return undefined;
    for (const name of more) names.add(name);
  }
  return names;
}

/** What other files have to name for a place to be reached; `undefined` when nothing can be said: a framework calls it, or a supertype does. */
export function reachedBy(root: JavaNode, place: number): NeededNames | undefined {
  const node = root.descendantForIndex(place, place + 1);
  const top = node ? topOf(node) : undefined;
  if (!node || !top || !/^(?:class|enum|interface|record)_declaration$/.test(top.type)) return undefined;
  const inHead = enclosing(node, 'class_body', 'interface_body', 'enum_body') === undefined && field(top, 'body') !== undefined;
  const seen = new Map<number, JavaNode>();
  const entries = inHead ? undefined : entriesTo(node, top, seen);
  const using = usingOf(top);
  if (!using && !entries) return undefined;
  const through = entries && [...seen.values()].every(isOwnMethod) ? [] : typesThrough(top);
  return {
    ...(using ? { types: using.names } : {}),
    ...(using && using.above.length > 0 ? { above: using.above } : {}),
    ...(entries ? { methods: [...entries] } : {}),
    ...(entries && through.length > 0 ? { through } : {}),
  };
}
