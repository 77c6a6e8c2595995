import { annotation, args, bareType, field, methodsOf, named, simpleName, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';

/** What an annotation keeps in the session: model attributes of these names, and those of these types. */
export interface KeptAttributes {
  readonly names: readonly string[];
  readonly types: readonly string[];
}

const adding = /^(?:addAttribute|addObject|put|addAllAttributes|mergeAttributes|putAll|addAllObjects)$/;
const addingAll = /^(?:addAllAttributes|mergeAttributes|putAll|addAllObjects)$/;

function parametersOf(method: JavaNode): readonly JavaNode[] {
  const list = field(method, 'parameters');
  return list ? named(list).filter((parameter) => parameter.type === 'formal_parameter') : [];
}

/** The name that Spring gives to an attribute without one: `OrderForm` is `orderForm`. */
function conventionalName(type: string): string {
  return type.slice(0, 1).toLowerCase() + type.slice(1);
}

/** Types that the methods of a controller take or give: Spring puts such objects into the model by itself. */
function boundTypes(type: JavaNode): ReadonlySet<string> {
  const bound = methodsOf(type).flatMap((method) => [bareType(field(method, 'type')), ...parametersOf(method).map((parameter) => bareType(field(parameter, 'type')))]);
  return new Set(bound.map(simpleName));
}

/** Names given by `@ModelAttribute("order")` on methods and parameters. */
function boundNames(type: JavaNode): readonly (string | undefined)[] {
  const holders = methodsOf(type).flatMap((method) => [method, ...parametersOf(method)]);
  return holders.flatMap((holder) => {
    const value = annotation(holder, 'ModelAttribute')?.values;
    const name = value?.get('value') ?? value?.get('name');
    return name ? [stringValue(name)] : [];
  });
}

/** Whether the controller may put one of the kept attributes into its model; without one nothing reaches the session. */
export function putsIntoModel(type: JavaNode, { names, types }: KeptAttributes): boolean {
  // A base class may add attributes by name for all; none adds one of a type that only its subclass names.
  if ((supertypes(type).length > 0 && names.length > 0) || (names.length === 0 && types.length === 0)) return true;
  const bound = boundTypes(type);
  const boundAs = boundNames(type);
  if (types.some((each) => bound.has(each)) || [...bound].some((each) => names.includes(conventionalName(each))) || boundAs.some((name) => name === undefined || names.includes(name))) return true;
  return type.descendantsOfType('method_invocation').some((call) => call !== null && adds(call, { names, types }));
}

/** `model.addAttribute("order", order)`: by name or by type; a name that is no literal may be any. */
function adds(call: JavaNode, { names, types }: KeptAttributes): boolean {
  const method = field(call, 'name')?.text ?? '';
  if (!adding.test(method)) return false;
  const passed = args(call);
  const value = passed.at(-1);
  const type = simpleName(value?.type === 'object_creation_expression' ? bareType(field(value, 'type')) : typeOf(value));
  // A map whose values another class has chosen may hold any name; of a type that is not named here it holds hardly one.
  if (addingAll.test(method)) return names.length > 0;
  if (types.includes(type) || names.includes(conventionalName(type))) return true;
  const name = passed.length > 1 ? stringValue(passed[0]) : '';
  return names.length > 0 && (name === undefined || names.includes(name));
}
