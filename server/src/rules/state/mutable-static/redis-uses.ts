import { args, declarationOf, enclosing, enclosingCallable, enclosingType, field, modifiers, nameOf, simpleName, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { identifiersNamed } from '../../../syntax/java/descendants.js';
import { runsAtStart } from '../../../syntax/java/lifecycle.js';
import type { FileContext } from '../../../contract/rule.js';
import type { PlannedEdit } from '../../../generators/planned-edits.js';
import type { MapField } from './redis-field.js';

/** How the methods of a class use a map. */
export interface MapUses {
  /** Every place that names the field, outside its declaration. */
  readonly places: readonly JavaNode[];
  /** Whether the whole map is read at once, for which Redisson has methods of its own. */
  readonly whole: boolean;
  readonly edits: readonly PlannedEdit[];
}

/** Methods that do the same on a map in Redis, each as one step. */
const single = new Set(['get', 'getOrDefault', 'put', 'putIfAbsent', 'containsKey', 'containsValue', 'remove', 'replace', 'merge', 'compute', 'computeIfAbsent', 'computeIfPresent', 'size', 'isEmpty', 'clear']);
/** Views of the whole map, and what reads them at one moment: going through a live view may meet an entry twice. */
const views: Readonly<Record<string, string>> = { entrySet: 'readAllEntrySet', keySet: 'readAllKeySet', values: 'readAllValues' };
const reading = new Set(['stream', 'parallelStream', 'forEach', 'size', 'isEmpty', 'contains', 'toArray']);
const copies = /^(?:Array|Linked)List$|^(?:Linked|Tree)?Hash(?:Set|Map)$|^Tree(?:Set|Map)$/;

/** `RESERVED`, `this.reserved` and `Stock.RESERVED`, wherever they name the field; `undefined` where `other.reserved` may be that of another object. */
function placesOf({ declared, name }: MapField, type: JavaNode): readonly JavaNode[] | undefined {
  const isField = (node: JavaNode): boolean => declarationOf(node)?.node.id === declared.node.id;
  const places = identifiersNamed(type.tree.rootNode, name).flatMap((identifier): readonly (JavaNode | undefined)[] => {
    const { parent } = identifier;
    if (!parent || identifier.id === field(declared.node, 'name')?.id) return [];
    if (parent.type === 'field_access' && field(parent, 'field')?.id === identifier.id) return [isField(parent) ? parent : undefined];
    return field(parent, 'name')?.id !== identifier.id && isField(identifier) ? [identifier] : [];
  });
  return places.every((place) => place !== undefined) ? places : undefined;
}

/** A method that is called on the object itself, not through a class or a proxy's copy of it. */
function isInInstanceMethod(place: JavaNode, type: JavaNode): boolean {
  const callable = enclosingCallable(place);
  if (callable?.type !== 'method_declaration' || enclosingType(place)?.id !== type.id) return false;
  return !['static', 'final'].some((word) => modifiers(callable).has(word));
}

/** Whether something that reads without changing takes the result of a call right away. */
function isRead(call: JavaNode): boolean {
  const { parent } = call;
  if (parent?.type === 'enhanced_for_statement') return field(parent, 'value')?.id === call.id;
  if (parent?.type === 'method_invocation') return field(parent, 'object')?.id === call.id && reading.has(nameOf(parent));
  return isCopied(call);
}

/** `new ArrayList<>(x)`, `new HashMap<>(x)` */
function isCopied(value: JavaNode): boolean {
  const creation = value.parent?.type === 'argument_list' ? value.parent.parent : undefined;
  return creation?.type === 'object_creation_expression' && args(creation).length === 1 && copies.test(simpleName(typeOf(creation)));
}

function insert(at: number, text: string): PlannedEdit {
  return { start: at, end: at, text };
}

type Change = { readonly edits: readonly PlannedEdit[]; readonly whole: boolean };

/** What one use becomes; `undefined` when it is none of those that Redis can serve alike. */
function changeFor(place: JavaNode): Change | undefined {
  const { parent } = place;
  if (parent?.type === 'parenthesized_expression' && parent.parent?.type === 'synchronized_statement') return { edits: [], whole: false };
  if (isCopied(place)) return { edits: [insert(place.endIndex, '.readAllMap()')], whole: true };
  const name = parent?.type === 'method_invocation' && field(parent, 'object')?.id === place.id ? field(parent, 'name') : undefined;
  if (!parent || !name || args(parent).some((each) => each.type === 'null_literal')) return undefined;
  const count = args(parent).length;
  if (single.has(name.text)) return { edits: [], whole: false };
  if (name.text === 'forEach' && count === 1) return { edits: [insert(name.startIndex, 'readAllMap().')], whole: true };
  const read = views[name.text];
  return read !== undefined && count === 0 && isRead(parent) ? { edits: [{ start: name.startIndex, end: name.endIndex, text: read }], whole: true } : undefined;
}

/** `Stock.RESERVED` of a field that is no longer static. */
function ofInstance(place: JavaNode, type: JavaNode): readonly PlannedEdit[] | undefined {
  const object = place.type === 'field_access' ? field(place, 'object') : undefined;
  if (!object || object.type === 'this') return [];
  return enclosing(place, 'class_body')?.id === field(type, 'body')?.id ? [{ start: object.startIndex, end: object.endIndex, text: 'this' }] : undefined;
}

/** How the class uses the map; `undefined` when it does anything that Redis would do differently, or hands the map on. */
export function usesOf(cx: FileContext, map: MapField, type: JavaNode): MapUses | undefined {
  const places = placesOf(map, type);
  if (!places || places.length === 0 || !places.every((place) => isInInstanceMethod(place, type))) return undefined;
  // What one replica does at its start or end to a shared map, it does to the others in the midst of their work.
  if (places.some((place) => runsAtStart(cx, place, true))) return undefined;
  const changes = places.map((place) => {
    const change = changeFor(place);
    const instance = ofInstance(place, type);
    return change && instance && { whole: change.whole, edits: [...change.edits, ...instance] };
  });
  if (changes.includes(undefined)) return undefined;
  const whole = changes.some((change) => change?.whole === true);
  // What an entry of a copy is set to stays in the copy.
  if (whole && /\.\s*setValue\s*\(/.test(type.text)) return undefined;
  return { places, whole, edits: changes.flatMap((change) => change?.edits ?? []) };
}
