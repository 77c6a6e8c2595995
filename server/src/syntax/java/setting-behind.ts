import { args, declarationOf, enclosingCallable, enclosingType, field, named, nameOf, stringValue, type Declared, type JavaNode } from './ask.js';
import { assignmentsTo } from './field-writes.js';
import { injected, settingOf } from './file-setting.js';
import { calledMethod } from './trace.js';

interface Once {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

/** Calls followed from one expression. */
const depthLimit = 3;

const reshaping = /^(?:trim|strip|toLowerCase|toUpperCase|intern|toString)$/;
const reading = /^(?:parseBoolean|parseInt|parseLong|valueOf|toBoolean|trim|defaultString|trimToEmpty)$/;

function assigned(cx: Once, use: JavaNode, { kind, name, node }: Declared): readonly JavaNode[] {
  const scope = kind === 'field' ? enclosingType(node) : enclosingCallable(use);
  return scope ? assignmentsTo(cx, scope, name).flatMap((assignment) => field(assignment, 'right') ?? []) : [];
}

/** The one setting that a name is given, whatever literals stand in for it. */
function ofName(cx: Once, use: JavaNode): string | undefined {
  const declared = declarationOf(use);
  if (!declared || declared.kind === 'parameter') return undefined;
  const key = injected(declared)?.key;
  if (key !== undefined) return key;
  const given = [...(declared.value ? [declared.value] : []), ...assigned(cx, use, declared)].filter(({ type }) => type !== 'null_literal' && type !== 'string_literal');
  const keys = new Set(given.map((value) => (value.type === 'method_invocation' ? settingOf(value)?.key : undefined)));
  return keys.size === 1 ? [...keys][0] : undefined;
}

/** What a method of the file returns when that is all it does. */
function returnedBy(method: JavaNode): JavaNode | undefined {
  const [only, ...more] = named(field(method, 'body') ?? method);
  return only?.type === 'return_statement' && more.length === 0 ? named(only)[0] : undefined;
}

/** Key of the setting whose value an expression holds: injected, or read from the configuration here or where its field is filled. */
export function settingBehind(cx: Once, expression: JavaNode): string | undefined {
  if (expression.type === 'identifier' || expression.type === 'field_access') return ofName(cx, expression);
  if (expression.type !== 'method_invocation') return undefined;
  const object = field(expression, 'object');
  const key = settingOf(expression)?.key;
  if (key !== undefined) return key;
  if (object && reshaping.test(nameOf(expression))) return settingBehind(cx, object);
  const [first] = args(expression);
  return first && reading.test(nameOf(expression)) ? settingBehind(cx, first) : undefined;
}

/** A setting that a condition compares with a text: `"hsql".equals(kind)`. */
export interface Compared {
  readonly setting: string;
  readonly value: string;
  readonly ignoresCase: boolean;
}

/** What a call compares a setting with; `undefined` for every other call. */
export function comparedSetting(cx: Once, call: JavaNode): Compared | undefined {
  const name = call.type === 'method_invocation' ? nameOf(call) : '';
  const [first, ...more] = args(call);
  const object = field(call, 'object');
  if (!/^equals(?:IgnoreCase)?$/.test(name) || !first || !object || more.length > 0) return undefined;
  for (const [literal, other] of [[object, first], [first, object]] as const) {
    const value = stringValue(literal);
    const setting = value === undefined ? undefined : settingBehind(cx, other);
    if (value !== undefined && setting !== undefined) return { setting, value, ignoresCase: name !== 'equals' };
  }
  return undefined;
}

/** Every one of several settings may be what differs between replicas. */
function distinct(keys: readonly string[]): string | undefined {
  return keys.length === 0 ? undefined : [...new Set(keys.flatMap((key) => key.split(' / ')))].join(' / ');
}

/** Keys of the settings on which a condition turns, also through methods of the file that only ask them; `undefined` when it turns on something else. */
export function settingAsked(cx: Once, condition: JavaNode, depth = 0): string | undefined {
  switch (condition.type) {
    case 'parenthesized_expression': case 'unary_expression': {
      const inner = field(condition, 'operand') ?? named(condition)[0];
      return inner && settingAsked(cx, inner, depth);
    }
    case 'binary_expression': {
      const sides = [field(condition, 'left'), field(condition, 'right')];
      return /^(?:&&|\|\|)$/.test(field(condition, 'operator')?.text ?? '') ? distinct(sides.flatMap((side) => (side && settingAsked(cx, side, depth)) ?? [])) : undefined;
    }
    case 'method_invocation': {
      const method = args(condition).length === 0 ? calledMethod(condition) : undefined;
      const returned = method && depth < depthLimit ? returnedBy(method) : undefined;
      return returned ? settingAsked(cx, returned, depth + 1) : comparedSetting(cx, condition)?.setting ?? settingBehind(cx, condition);
    }
    default:
      return settingBehind(cx, condition);
  }
}

/** Key of the setting that a method without parameters asks and nothing else: `boolean isBatchHost() { return "yes".equals(batch); }`. */
export function settingAskedBy(cx: Once, method: JavaNode): string | undefined {
  const returned = field(method, 'type')?.text === 'boolean' && named(field(method, 'parameters') ?? method).length === 0 ? returnedBy(method) : undefined;
  return returned && settingAsked(cx, returned);
}
