import type { FileContext } from '../../contract/rule.js';
import { annotations, args, declarationOf, enclosing, enclosingCallable, field, enclosingType, modifiers, named, nameOf, type Declared, type JavaNode } from './ask.js';
import { below, callsNamed, fieldBehind, type FieldWrite } from './field-writes.js';

/** Where a written value comes from, as far as its method tells. */
export type Origin = 'constant' | 'fresh' | 'given' | 'computed' | 'clock';

const clockCall = /\b(?:currentTimeMillis|nanoTime)\b|^(?:Instant|LocalDateTime|LocalDate|ZonedDateTime|OffsetDateTime|Calendar)\s*\.\s*(?:now|getInstance)\b|^new (?:java\.util\.)?Date\(\)/;

/** Everything that a local variable is given before a place. */
export function valuesBefore(declared: Declared, before: JavaNode): readonly JavaNode[] {
  const callable = enclosingCallable(before);
  const name = nameOf(declared.node);
  const assigned = callable ? below(callable, 'assignment_expression').filter((each) => each.startIndex < before.startIndex && field(each, 'left')?.text === name) : [];
  return [...(declared.value ? [declared.value] : []), ...assigned.flatMap((each) => field(each, 'right') ?? [])];
}

/** Whether a method adds to a local: `sum += 3`, `count++`. */
export function isReckoned(name: JavaNode): boolean {
  const callable = enclosingCallable(name);
  return callable !== undefined && below(callable, 'assignment_expression', 'update_expression').some((change) => (change.type === 'update_expression' ? named(change)[0]?.text === name.text : field(change, 'left')?.text === name.text && field(change, 'operator')?.text !== '='));
}

/** A value that was looked up or loaded is as certain as its most telling source. */
const telling: readonly Origin[] = ['clock', 'computed', 'given', 'fresh', 'constant'];

/** What an array is made with where it stands. */
function elementsOf(array: JavaNode): readonly JavaNode[] {
  const initializer = array.type === 'array_initializer' ? array : field(array, 'value');
  return initializer ? named(initializer) : [];
}

/** Where a value comes from; locals are followed to everything they were given before. */
export function originOf(value: JavaNode, depth = 0): Origin {
  if (clockCall.test(value.text)) return 'clock';
  switch (value.type) {
    case 'null_literal': case 'true': case 'false': case 'string_literal': case 'character_literal':
    case 'decimal_integer_literal': case 'decimal_floating_point_literal': case 'hex_integer_literal': case 'class_literal':
      return 'constant';
    case 'identifier': {
      const declared = declarationOf(value);
      if (!declared || declared.kind === 'field') return 'constant';
      if (declared.kind === 'parameter' || declared.node.type === 'enhanced_for_statement' || depth > 3) return 'given';
      // What is counted or added up depends on how often.
      if (isReckoned(value)) return 'given';
      const origins = valuesBefore(declared, value).map((each) => originOf(each, depth + 1));
      return telling.find((origin) => origins.includes(origin)) ?? 'computed';
    }
    case 'object_creation_expression':
      return named(field(value, 'arguments') ?? value).length === 0 ? 'fresh' : 'computed';
    // `new Label[] { female, male }` is complete; `new Label[2]` is room for what comes later.
    case 'array_creation_expression': case 'array_initializer':
      return elementsOf(value).some((part) => originOf(part, depth + 1) === 'computed') ? 'computed' : 'fresh';
    case 'method_invocation': {
      const object = field(value, 'object');
      return object && fieldBehind(object) && /^(?:get|getOrDefault|remove|incrementAndGet)$/.test(nameOf(value)) ? 'given' : 'computed';
    }
    case 'cast_expression': case 'parenthesized_expression': {
      const inner = field(value, 'value') ?? named(value).at(-1);
      return inner ? originOf(inner, depth) : 'constant';
    }
    case 'binary_expression': case 'unary_expression': case 'ternary_expression': {
      const parts = named(value).map((part) => originOf(part, depth + 1));
      if (parts.includes('clock')) return 'clock';
      return parts.includes('given') ? 'given' : parts.some((part) => part !== 'constant') ? 'computed' : 'constant';
    }
    case 'field_access':
      return /\b[A-Z]\w*\.[A-Z_0-9]+$/.test(value.text) ? 'constant' : 'given';
    default:
      return 'computed';
  }
}

const looks = new Set(['get', 'containsKey', 'contains', 'isEmpty', 'size', 'getIfPresent', 'getOrDefault']);

/** `x.equals("")`, `"".equals(x)`, `StringUtils.isBlank(x)`: whether a text is there yet. */
function testsEmptyText(call: JavaNode, behind: (node: JavaNode | undefined) => boolean): boolean {
  const [passed] = args(call);
  const object = field(call, 'object');
  if (nameOf(call) === 'equals') return (passed?.text === '""' && behind(object)) || (object?.text === '""' && behind(passed));
  return /^(?:is|has)(?:Not)?(?:Empty|Blank|Text|Length)$|^isNullOrEmpty$/.test(nameOf(call)) && args(call).length === 1 && behind(passed);
}

/** Whether the method looks into the field before a write, or tests it for null: it fills what is absent. */
function looksFirst(declared: Declared, callable: JavaNode, before: number): boolean {
  const behind = (node: JavaNode | undefined): boolean => node !== undefined && fieldBehind(node)?.node.id === declared.node.id;
  const name = nameOf(declared.node);
  const lookup = below(callable, 'method_invocation').some((call) => call.startIndex < before && looks.has(nameOf(call)) && (field(call, 'object')?.text ?? '').includes(name) && behind(field(call, 'object')));
  if (lookup || below(callable, 'method_invocation').some((call) => call.startIndex < before && testsEmptyText(call, behind))) return true;
  if (below(callable, 'enhanced_for_statement').some((loop) => loop.startIndex < before && behind(field(loop, 'value')))) return true;
  return below(callable, 'binary_expression').some((test) => test.startIndex < before && /[!=]=/.test(field(test, 'operator')?.text ?? '') && test.text.includes('null')
    && (behind(field(test, 'left')) || behind(field(test, 'right'))));
}

/** Whether a place stands behind a test of a field: `if (!initialised) { … }`. */
function behindFieldTest(place: JavaNode): boolean {
  for (let test = enclosing(place, 'if_statement'); test; test = enclosing(test, 'if_statement')) {
    const condition = field(test, 'condition');
    const consequence = field(test, 'consequence');
    if (!condition || !consequence || place.startIndex < consequence.startIndex) continue;
    const names = below(condition, 'identifier');
    if (/!|==/.test(condition.text) && names.some((name) => declarationOf(name)?.kind === 'field')) return true;
  }
  return false;
}

function callsTo(cx: FileContext, callable: JavaNode): readonly JavaNode[] {
  const owner = enclosingType(callable);
  return owner ? callsNamed(cx, owner, nameOf(callable)).filter((call) => enclosingCallable(call)?.id !== callable.id && ['this', undefined].includes(field(call, 'object')?.type)) : [];
}

/** Whether a method runs only when its caller found something absent; callers are followed twice. */
function calledForAbsent(cx: FileContext, declared: Declared, callable: JavaNode, depth: number): boolean {
  const calls = callsTo(cx, callable);
  return calls.length > 0 && calls.every((call) => {
    const caller = enclosingCallable(call);
    if (!caller) return false;
    return looksFirst(declared, caller, call.startIndex) || behindFieldTest(call) || (depth > 0 && calledForAbsent(cx, declared, caller, depth - 1));
  });
}

/** Whether a write only fills what was absent: `if (x == null) x = …`, get-then-put, `computeIfAbsent`. */
export function fillsAbsent(cx: FileContext, declared: Declared, write: FieldWrite): boolean {
  if (write.at.text === 'computeIfAbsent') return true;
  const callable = enclosingCallable(write.node);
  if (!callable) return false;
  return looksFirst(declared, callable, write.node.startIndex) || (modifiers(callable).has('private') && calledForAbsent(cx, declared, callable, 2));
}

/** Whether the value of an update only picks a place in a list: `list.get(i++)`, `a[i++]`, `i++ % n`. */
export function picksIndex(update: JavaNode): boolean {
  const parent = update.parent?.type === 'parenthesized_expression' ? update.parent.parent : update.parent;
  if (!parent) return false;
  if (parent.type === 'array_access' || (parent.type === 'binary_expression' && field(parent, 'operator')?.text === '%')) return true;
  return parent.type === 'argument_list' && parent.parent !== null && /^(?:get|charAt|elementAt)$/.test(nameOf(parent.parent));
}

const requestTypes = /^(?:HttpServletRequest|HttpServletResponse|ServletRequest|HttpSession|Model|ModelMap|ModelAndView|BindingResult|WebRequest|Principal|HttpExchange|ServerWebExchange|UriInfo|ActionForm)$/;

/** `Model` is what Spring hands to controllers, unless the file means another class of that name: one of its own, of its package or imported from elsewhere. */
function isRequestType(parameter: JavaNode): boolean {
  const name = field(parameter, 'type')?.text ?? '';
  if (name !== 'Model') return requestTypes.test(name);
  const imported = named(parameter.tree.rootNode).filter(({ type }) => /^import/.test(type)).map(({ text }) => text);
  return imported.some((text) => /\borg\.springframework\.ui\.(?:Model\b|\*)/.test(text));
}

/** Whether a method answers requests: a mapping annotation, a servlet's `do…` method, or a request among its parameters. */
export function handlesRequest(callable: JavaNode): boolean {
  if (annotations(callable).some(({ name }) => /^(?:\w*Mapping|GET|POST|PUT|DELETE|PATCH|MessageMapping|WebMethod)$/.test(name))) return true;
  const parameters = named(field(callable, 'parameters') ?? callable);
  return parameters.some(isRequestType);
}

/** Whether a value holds something of the method's parameters, directly or through locals. */
export function mentionsParameter(value: JavaNode, depth = 0): boolean {
  return [value, ...below(value, 'identifier')].filter((node) => node.type === 'identifier').some((name) => {
    const declared = declarationOf(name);
    if (declared?.kind === 'parameter') return true;
    return declared?.kind === 'local' && depth < 3 && valuesBefore(declared, name).some((each) => mentionsParameter(each, depth + 1));
  });
}

/** Whether a write stands alone as a statement, so that nobody uses its value. */
export function isStatement(node: JavaNode): boolean {
  return node.parent?.type === 'expression_statement' || (node.parent?.type === 'for_statement');
}

/** Whether all the writes are made by scheduled methods. */
export function onlyScheduled(writes: readonly FieldWrite[]): boolean {
  return writes.every((write) => {
    const callable = enclosing(write.node, 'method_declaration');
    return callable !== undefined && annotations(callable).some(({ name }) => name === 'Scheduled' || name === 'Schedule');
  });
}

