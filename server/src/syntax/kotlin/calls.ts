import type { Node } from '@vscode/tree-sitter-wasm';
import type { Converter } from './converter.js';
import { builders, genericType } from './types.js';
import { kid, kids, type Part, type ViewNode } from './view.js';

/** The parts of a call, however the grammar nests them. */
interface Call {
  readonly callee: Node;
  readonly types: Node | undefined;
  readonly values: Node | undefined;
  readonly lambda: Node | undefined;
}

export function callOf(node: Node): Call | undefined {
  const [callee, suffix] = kids(node);
  if (!callee || suffix?.type !== 'call_suffix') return undefined;
  const own: Call = { callee, types: kid(suffix, 'type_arguments'), values: kid(suffix, 'value_arguments'), lambda: kid(suffix, 'annotated_lambda', 'lambda_literal') };
  // `f(a) { … }` is read as a call of what `f(a)` gives.
  const inner = own.lambda && !own.values && callee.type === 'call_expression' ? callOf(callee) : undefined;
  return inner && !inner.lambda ? { ...inner, lambda: own.lambda } : own;
}

function valueOf(c: Converter, argument: Node): ViewNode {
  const [name, sign] = kids(argument);
  const value = kids(argument).filter((child) => child.isNamed).at(-1);
  if (!value) return c.m.node('identifier', argument);
  return sign?.type === '=' && /^(?:default|fallback)/i.test(name?.text ?? '') ? preset(c, value) : c.expression(value);
}

/** A value that stands in when nothing else is given: what follows the colon of Java's choice. */
export function preset(c: Converter, value: Node): ViewNode {
  return c.m.node('ternary_expression', value, [['alternative', c.expression(value)]]);
}

function argumentList(c: Converter, call: Pick<Call, 'values' | 'lambda'>, after: number): ViewNode {
  const values = call.values ? kids(call.values).filter((child) => child.type === 'value_argument').map((argument) => valueOf(c, argument)) : [];
  const lambda = call.lambda && lambdaOf(c, call.lambda);
  const start = call.values?.startIndex ?? call.lambda?.startIndex ?? after;
  const end = call.lambda?.endIndex ?? call.values?.endIndex ?? after;
  return c.m.node('argument_list', { start, end }, [...values, ...(lambda ? [lambda] : [])].map((value): Part => ['', value]));
}

function parametersOf(c: Converter, literal: Node): ViewNode {
  const list = kid(literal, 'lambda_parameters');
  const start = literal.startIndex;
  if (!list) return c.m.node('inferred_parameters', { start, end: start + 1 }, [['', c.m.node('identifier', { start, end: start + 1 }, [], 'it')]]);
  const names = list.descendantsOfType('variable_declaration').flatMap((declared) => (declared ? (kid(declared, 'simple_identifier') ?? []) : []));
  return c.m.node('inferred_parameters', list, [names].flat().map((name): Part => ['', c.m.node('identifier', name)]));
}

/** A lambda; the body of one expression is that expression. */
export function lambdaOf(c: Converter, node: Node): ViewNode {
  const literal = node.type === 'lambda_literal' ? node : (kid(node, 'lambda_literal', 'anonymous_function') ?? node);
  const inner = kid(literal, 'statements');
  const statements = inner ? kids(inner).filter((child) => child.isNamed) : [];
  const [only] = statements;
  const alone = only !== undefined && statements.length === 1 && (/(?:call|navigation|additive|multiplicative|comparison|equality|elvis|infix)_expression$|^simple_identifier$|_literal$/.test(only.type));
  const body = alone ? c.expression(only) : c.block(inner ?? literal, statements);
  return c.m.node('lambda_expression', literal, [['parameters', parametersOf(c, literal)], ['body', body]]);
}

/** `a.b` as its object and the name behind the point. */
export function navigation(node: Node): { readonly object: Node; readonly name: Node; readonly reference: boolean } | undefined {
  const [object, suffix] = kids(node);
  const name = suffix && kids(suffix).at(-1);
  return object && name ? { object, name, reference: suffix.children.some((child) => child?.type === '::') } : undefined;
}

/** `Type`, `Outer.Inner`, `java.io.File`: what an object is made of; `undefined` when the call is none of a constructor. */
function constructed(callee: Node): string | undefined {
  const text = callee.text.replace(/\s+/g, '');
  return /^(?:[a-z_]\w*\.)*(?:[A-Z]\w*\.)*[A-Z]\w*$/.test(text) && !/(?:^|\.)[A-Z][A-Z0-9_]+$/.test(text) ? text : undefined;
}

/** Names of the standard library that differ from those of Java's collections. */
const renamed: ReadonlyMap<string, string> = new Map([['listOf', 'asList'], ['setOf', 'asList'], ['listOfNotNull', 'asList'], ['getOrPut', 'computeIfAbsent'], ['plusAssign', 'add'], ['minusAssign', 'remove']]);

/** Interfaces of one method, which Kotlin makes of a lambda: `Runnable { … }`. */
const singleMethod = /^(?:\w+\.)*(?:Runnable|Callable|Supplier|Consumer|BiConsumer|Function|BiFunction|Predicate|Comparator|ThreadFactory|\w*Listener|\w*Callback|\w*Interceptor|\w*Customizer)$/;

function creation(c: Converter, node: Node, type: ViewNode, call: Call): ViewNode {
  if (call.lambda && !call.values && singleMethod.test(call.callee.text)) return lambdaOf(c, call.lambda);
  return c.m.node('object_creation_expression', node, [['type', type], ['arguments', argumentList(c, call, node.endIndex)]]);
}

/** `synchronized(lock) { … }`, which is a statement in Java. */
function synchronizedBlock(c: Converter, node: Node, call: Call): ViewNode {
  const lock = call.values && kid(call.values, 'value_argument');
  const literal = call.lambda && (kid(call.lambda, 'lambda_literal') ?? call.lambda);
  const inner = literal && kid(literal, 'statements');
  const held = lock ? c.m.node('parenthesized_expression', call.values ?? node, [['', valueOf(c, lock)]]) : undefined;
  const body = c.block(literal ?? node, inner ? kids(inner).filter((child) => child.isNamed) : []);
  return c.m.node('synchronized_statement', node, [['', c.m.token('synchronized', call.callee)], ['', held], ['body', body]]);
}

/** A call: of a constructor, of a builder of collections, or of a method. */
export function callExpression(c: Converter, node: Node): ViewNode {
  const call = callOf(node);
  if (!call) return c.m.node('call', node, kids(node).filter((child) => child.isNamed).map((child): Part => ['', c.expression(child)]));
  const { callee } = call;
  const name = constructed(callee);
  const plain = { start: callee.startIndex, end: callee.endIndex };
  if (name !== undefined) return creation(c, node, genericType(c.m, plain, name, call.types), call);
  if (callee.type === 'simple_identifier') {
    const built = builders.get(callee.text);
    if (built) return creation(c, node, genericType(c.m, plain, built, call.types), call);
    if (callee.text === 'synchronized' && call.lambda) return synchronizedBlock(c, node, call);
    return c.m.node('method_invocation', node, [['name', c.m.node('identifier', callee, [], renamed.get(callee.text))], ['arguments', argumentList(c, call, node.endIndex)]]);
  }
  const path = callee.type === 'navigation_expression' ? navigation(callee) : undefined;
  if (path) {
    const method = c.m.node('identifier', path.name, [], renamed.get(path.name.text));
    return c.m.node('method_invocation', node, [['object', c.expression(path.object)], ['name', method], ['arguments', argumentList(c, call, node.endIndex)]]);
  }
  const invoke = c.m.node('identifier', { start: callee.endIndex, end: Math.max(callee.endIndex + 1, node.endIndex) }, [], 'invoke');
  return c.m.node('method_invocation', node, [['object', c.expression(callee)], ['name', invoke], ['arguments', argumentList(c, call, node.endIndex)]]);
}
