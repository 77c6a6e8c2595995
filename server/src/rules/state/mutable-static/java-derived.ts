import type { RuleFileContext } from '../../../contract/rule.js';
import { args, bareType, declarationOf, enclosing, enclosingCallable, enclosingType, field, fieldsOf, methodsOf, named, nameOf, simpleName, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { below, callsNamed, fieldBehind, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { allTypeNames, holdsCaches } from '../../../syntax/java/field-purpose.js';
import { fillsAbsent, originOf, valuesBefore } from '../../../syntax/java/origin.js';
import type { Kept } from '../../../syntax/java/kept.js';

const textLookups = /^(?:getString|getMessage|getText|getLabel|getProperty|message|msg|translate|i18n|text|tr)$/;
const textTypes = /^(?:\w*(?:ResourceBundle|MessageSource|MessageSourceAccessor|Messages|Bundle|I18n|I18N|Translator)|Properties|Environment)$/;
/** What hands out data under literal names as well: rows, requests, documents. */
const dataNames = /^(?:rs|rset|result\w*|row|rows|record|req|request|json\w*|node|obj|map|session|data|cursor|document|doc)$/i;

/** `bundle.getString("phase.one")`: a text that comes with the program, the same in every process. */
function isText(value: JavaNode): boolean {
  const object = field(value, 'object');
  const passed = args(value);
  if (value.type !== 'method_invocation' || !textLookups.test(nameOf(value)) || passed[0]?.type !== 'string_literal') return false;
  if (!object || object.type === 'this') return passed.length === 1;
  const type = object.type === 'identifier' || object.type === 'field_access' ? declarationOf(object)?.type : undefined;
  return type === undefined ? !dataNames.test(object.text) : textTypes.test(type);
}

/** An entry whose key and value are written in the program or come with it: filled again and again, it stays what it was. */
export function isFixed(write: FieldWrite): boolean {
  return write.values.length > 0 && write.values.every((value) => originOf(value) === 'constant' || isText(value));
}

/** `pages.put(path, page.getAnnotation(Cached.class))`: what the classes of the program say of themselves. */
export function isReflected(write: FieldWrite): boolean {
  const value = write.values.at(-1);
  const local = value?.type === 'identifier' ? declarationOf(value) : undefined;
  const sources = value && local?.kind === 'local' ? valuesBefore(local, value) : value ? [value] : [];
  return sources.length > 0 && sources.every((source) => source.type === 'method_invocation' && /^(?:getAnnotation|getDeclaredAnnotation|findAnnotation)$/.test(nameOf(source)));
}

const partsOfProgram = /^(?:Class|Method|Constructor|Type|TypeToken|JavaType|Package|ClassLoader|Annotation|DataSource|SessionFactory|EntityManagerFactory)$/;

/** `instance(Class<T> type)` that keeps what it makes for the type, `types.put(getClass(), found)`: one for each class or data source of the program, the same in every process. */
export function isPerClass(write: FieldWrite): boolean {
  if (write.values.length === 2 && /(?:^|\.)getClass\(\)$/.test(write.values[0]?.text ?? '') && write.values.every((value) => originOf(value) !== 'clock')) return true;
  const callable = enclosingCallable(write.node);
  const parameters = callable ? named(field(callable, 'parameters') ?? callable) : [];
  return parameters.length > 0 && parameters.every((parameter) => partsOfProgram.test(simpleName(bareType(field(parameter, 'type'))))) && write.values.every((value) => originOf(value) !== 'clock');
}

const compiling = /\.\s*(?:parseClass|loadClass|defineClass|forName)\s*\(/;

/** `scripts.put(name, load(name))`, where `load` makes an object of a class that it has just loaded or compiled: a part of the program. */
export function isLoadedClass(write: FieldWrite): boolean {
  const value = write.values.at(-1);
  const type = enclosingType(write.node);
  if (!type || value?.type !== 'method_invocation') return false;
  const isOwn = ['this', undefined].includes(field(value, 'object')?.text);
  const makers = isOwn ? methodsOf(type).filter((method) => nameOf(method) === nameOf(value)) : [value];
  return makers.length > 0 && makers.every(({ text }) => compiling.test(text) && /\bnewInstance\s*\(/.test(text));
}

const rooms = /^new\s+[\w.]*(?:Map|List|Set|Table)\b/;
const additions = /^(?:put|putIfAbsent|computeIfAbsent|add)$/;

/**
 * `inner = all.get(a); if (inner == null) all.put(a, inner = new HashMap()); … inner.put(b, new Name(a, b))`: makes room for
 * values that are computed where they are absent, and for nothing else.
 */
export function isRoomForComputed(declared: Declared, write: FieldWrite): boolean {
  const value = write.values.at(-1);
  const local = value?.type === 'identifier' ? declarationOf(value) : undefined;
  const callable = enclosingCallable(write.node);
  if (!value || local?.kind !== 'local' || !callable) return false;
  const sources = valuesBefore(local, value);
  const lookedUp = sources.some((source) => source.type === 'method_invocation' && fieldBehind(source)?.node.id === declared.node.id);
  if (!lookedUp || !sources.some((source) => rooms.test(source.text))) return false;
  const calls = below(callable, 'method_invocation').filter((call) => field(call, 'object')?.text === value.text);
  const added = calls.filter((call) => additions.test(nameOf(call)));
  const isComputed = (call: JavaNode): boolean => {
    const last = args(call).at(-1);
    return last !== undefined && originOf(last) === 'computed' && calls.some((other) => /^(?:get|contains|containsKey)$/.test(nameOf(other)) && other.startIndex < call.startIndex);
  };
  return added.length > 0 && added.every(isComputed);
}

/** `ids.computeIfAbsent(name, key -> { names.put(id, key); return id; })`: the way back from what is only made where it is absent. */
export function isWayBack(write: FieldWrite): boolean {
  const lambda = enclosing(write.node, 'lambda_expression');
  const call = lambda && enclosing(lambda, 'method_invocation');
  const object = call && field(call, 'object');
  return call !== undefined && nameOf(call) === 'computeIfAbsent' && object !== undefined && fieldBehind(object) !== undefined;
}

/** Whether something can be done here, found out by trying: every process finds the same in the same image. */
export function remembersTrial(changed: readonly FieldWrite[]): boolean {
  return changed.every((write) => /^(?:Boolean\.)?(?:true|false)$/i.test(write.values.at(-1)?.text ?? '')) && changed.some((write) => enclosing(write.node, 'catch_clause') !== undefined);
}

/** `REQUEST_DATA.set(data)`: the collection is what a thread works with. */
export function isBoundToThread(cx: RuleFileContext, { declared, type }: Kept): boolean {
  return callsNamed(cx, type, 'set').some((call) => {
    const object = field(call, 'object');
    const holder = object && declarationOf(object)?.type;
    return holder !== undefined && /ThreadLocal$/.test(holder) && args(call).some((passed) => fieldBehind(passed)?.node.id === declared.node.id);
  });
}

/**
 * `if (flags.get(key) == null) { …; indices.put(key, found); }`: what is found out on the same occasion as what another
 * field of the class keeps under the same key, in a list that the method has gathered.
 */
export function fillsBeside(declared: Declared, write: FieldWrite): boolean {
  const [key, value] = write.values;
  const local = value?.type === 'identifier' ? declarationOf(value) : undefined;
  const callable = enclosingCallable(write.node);
  if (write.at.text !== 'put' || !key || !value || local?.kind !== 'local' || !callable) return false;
  const isGathered = below(callable, 'method_invocation').some((call) => call.startIndex < write.node.startIndex && field(call, 'object')?.text === value.text && /^(?:add|addAll|put|putAll)$/.test(nameOf(call)));
  for (let test = enclosing(write.node, 'if_statement'); isGathered && test && test.startIndex > callable.startIndex; test = enclosing(test, 'if_statement')) {
    const condition = field(test, 'condition');
    const looks = condition && /==\s*null|^\(\s*!/.test(condition.text) ? below(condition, 'method_invocation') : [];
    if (looks.some((look) => {
      const object = field(look, 'object');
      return object !== undefined && /^(?:get|containsKey)$/.test(nameOf(look)) && args(look)[0]?.text === key.text && fieldBehind(object) !== undefined && fieldBehind(object)?.node.id !== declared.node.id;
    })) return true;
  }
  return false;
}

/** `build(plan, () -> made.get(key), instance -> made.put(key, instance))`: what a helper makes where it finds nothing. */
export function fillsByCallback(declared: Declared, write: FieldWrite): boolean {
  const [key, value] = write.values;
  const lambda = enclosing(write.node, 'lambda_expression');
  const taken = lambda && field(lambda, 'parameters');
  if (!key || value?.type !== 'identifier' || !taken || taken.text.replace(/[()\s]/g, '') !== value.text) return false;
  const others = named(lambda.parent ?? lambda).filter((passed) => passed.type === 'lambda_expression' && passed.id !== lambda.id);
  return lambda.parent?.type === 'argument_list' && others.some((other) => below(other, 'method_invocation').some((call) => {
    const object = field(call, 'object');
    return nameOf(call) === 'get' && args(call)[0]?.text === key.text && object !== undefined && fieldBehind(object)?.node.id === declared.node.id;
  }));
}

/** `localOnly.add(name)` where the method looks `caches.get(name)` up: a remark on a cache, and caches are this process's own. */
export function remarksOnCache({ declared, type }: Kept, write: FieldWrite): boolean {
  const [key] = write.values;
  const callable = enclosingCallable(write.node);
  if (key?.type !== 'identifier' || !callable || !/^(?:add|put)$/.test(write.at.text)) return false;
  const caches = new Set(fieldsOf(type).filter((other) => other.node.id !== declared.node.id && holdsCaches(other)).map((other) => other.node.id));
  return caches.size > 0 && below(callable, 'method_invocation').some((call) => {
    const object = field(call, 'object');
    return args(call)[0]?.text === key.text && object !== undefined && caches.has(fieldBehind(object)?.node.id ?? -1);
  });
}

/** `static Map<String, Store> instances`, which `Store.getInstance(name)` fills where one is absent: objects of the class itself, which each process makes for its own use. */
export function isOwnInstance(cx: RuleFileContext, { declared, type, isStatic }: Kept, write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  const isOfClass = allTypeNames(declared).includes(nameOf(type)) && bareType(callable && field(callable, 'type')) === nameOf(type);
  return isStatic && callable !== undefined && isOfClass && /^(?:get\w*)?[iI]nstance(?:For|Of|By\w+)?$/.test(nameOf(callable)) && fillsAbsent(cx, declared, write);
}
