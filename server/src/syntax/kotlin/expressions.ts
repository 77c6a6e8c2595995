import type { Node } from '@vscode/tree-sitter-wasm';
import { callExpression, lambdaOf, navigation } from './calls.js';
import type { Converter } from './converter.js';
import { plainLiteral, stringLiteral } from './literals.js';
import { javaType, typeNodes } from './types.js';
import { kid, kids, type Part, type ViewNode } from './view.js';

type Handler = (c: Converter, node: Node) => ViewNode;

function insides(node: Node): readonly Node[] {
  return kids(node).filter((child) => child.isNamed);
}

/** A node that Java's rules know nothing of: what stands in it is still looked at. */
export function generic(c: Converter, node: Node): ViewNode {
  return c.m.node(node.type, node, insides(node).map((child): Part => ['', c.statement(child)]));
}

function binary(c: Converter, node: Node): ViewNode {
  const [left, operator, right] = kids(node);
  if (!left || !operator || !right) return generic(c, node);
  return c.m.node('binary_expression', node, [['left', c.expression(left)], ['operator', c.m.token(operator.text, operator)], ['right', c.expression(right)]]);
}

function elvis(c: Converter, node: Node): ViewNode {
  const [left, , right] = kids(node);
  return c.m.node('ternary_expression', node, [['consequence', left && c.expression(left)], ['alternative', right && c.expression(right)]]);
}

const reference: Handler = (c, node) => {
  const named = insides(node);
  if (node.children.some((child) => child?.type === 'class')) return c.m.node('class_literal', node, [['', named[0] && c.m.node('type_identifier', named[0])]]);
  const [first, second] = named;
  const object = second && first ? c.expression(first) : c.m.node('this', { start: node.startIndex, end: node.startIndex + 1 }, [], 'this');
  const name = second ?? first;
  return c.m.node('method_reference', node, [['', object], ['', name && c.m.node('identifier', name)]]);
};

/** Properties that stand for a getter of Java which rules ask for, and what they are read of. */
const getters: ReadonlyMap<string, RegExp> = new Map([
  ['session', /(?:[rR]equest|[rR]eq)\??$/], ['remoteAddr', /(?:[rR]equest|[rR]eq)\??$/], ['remoteHost', /(?:[rR]equest|[rR]eq)\??$/],
  ['hostName', /[lL]ocalHost|[aA]ddr/], ['hostAddress', /[lL]ocalHost|[aA]ddr/], ['canonicalHostName', /[lL]ocalHost|[aA]ddr/], ['hardwareAddress', /./],
  ['absoluteFile', /./], ['parentFile', /./], ['httpSession', /[rR]equest/],
]);

function member(c: Converter, node: Node): ViewNode {
  const path = navigation(node);
  if (!path) return generic(c, node);
  if (path.reference) return path.name.text === 'class' ? c.m.node('class_literal', node) : c.m.node('method_reference', node, [['', c.expression(path.object)], ['', c.m.node('identifier', path.name)]]);
  const object = c.expression(path.object);
  // `Type::class.java` is Java's `Type.class`.
  if (object.type === 'class_literal') return c.m.node('class_literal', node, [], object.text);
  const getter = getters.get(path.name.text);
  if (getter?.test(path.object.text)) return c.m.node('method_invocation', node, [['object', object], ['name', c.m.node('identifier', path.name, [], `get${path.name.text.charAt(0).toUpperCase()}${path.name.text.slice(1)}`)], ['arguments', c.m.node('argument_list', { start: node.endIndex, end: node.endIndex })]]);
  return c.m.node('field_access', node, [['object', object], ['field', c.m.node('identifier', path.name)]]);
}

function indexed(c: Converter, node: Node): ViewNode {
  const [array, suffix] = kids(node);
  const indexes = suffix ? insides(suffix) : [];
  return c.m.node('array_access', node, [['array', array && c.expression(array)], ...indexes.map((index): Part => ['index', c.expression(index)])]);
}

function cast(c: Converter, node: Node): ViewNode {
  const value = kids(node)[0];
  const type = kids(node).slice(1).find((child) => typeNodes.includes(child.type));
  return c.m.node('cast_expression', node, [['type', type && javaType(c.m, type)], ['value', value && c.expression(value)]]);
}

function step(c: Converter, node: Node): ViewNode {
  const operand = insides(node).at(node.type === 'prefix_expression' ? -1 : 0);
  const operator = kids(node).find((child) => !child.isNamed)?.type ?? '';
  if (!operand) return generic(c, node);
  if (operator === '!!') return c.expression(operand);
  const parts: readonly Part[] = [['', c.m.token(operator, { start: node.startIndex, end: node.startIndex + 1 })], ['operand', c.expression(operand)]];
  return c.m.node(operator === '++' || operator === '--' ? 'update_expression' : 'unary_expression', node, parts);
}

/** `object : Runnable { … }`. */
function anonymous(c: Converter, node: Node): ViewNode {
  const parent = kid(node, 'delegation_specifier');
  const made = parent && (kid(parent, 'constructor_invocation') ?? parent);
  const type = made && kid(made, 'user_type');
  const body = kid(node, 'class_body');
  const none = { start: node.startIndex, end: node.startIndex };
  return c.m.node('object_creation_expression', node, [['type', type && javaType(c.m, type)], ['arguments', c.m.node('argument_list', none)], ['', body && c.classBody(body)]]);
}

/** The value of a branch: what stands in it alone, or its block. */
function branch(c: Converter, body: Node | undefined): ViewNode | undefined {
  const inner = body && kid(body, 'statements') ? insides(kid(body, 'statements') ?? body) : body ? insides(body) : [];
  const [only] = inner;
  return body && (inner.length === 1 && only ? c.expression(only) : c.block(body, inner));
}

export function conditionOf(c: Converter, node: Node): ViewNode | undefined {
  const condition = kids(node).find((child) => child.isNamed && child.type !== 'control_structure_body');
  return condition && c.m.node('parenthesized_expression', condition, [['', c.expression(condition)]]);
}

/** Bodies of both branches of `if`; the second is missing when nothing stands behind `else`, or before it. */
export function branchesOf(node: Node): readonly [Node | undefined, Node | undefined] {
  const all = kids(node);
  const at = all.findIndex((child) => child.type === 'else');
  const bodies = all.filter((child) => child.type === 'control_structure_body');
  return at < 0 ? [bodies[0], undefined] : [bodies.find((body) => body.startIndex < (all[at]?.startIndex ?? 0)), bodies.find((body) => body.startIndex > (all[at]?.startIndex ?? 0))];
}

function conditional(c: Converter, node: Node): ViewNode {
  const [consequence, alternative] = branchesOf(node);
  return c.m.node('ternary_expression', node, [['condition', conditionOf(c, node)], ['consequence', branch(c, consequence)], ['alternative', branch(c, alternative)]]);
}

const binaries = ['additive_expression', 'multiplicative_expression', 'comparison_expression', 'equality_expression', 'conjunction_expression', 'disjunction_expression', 'infix_expression', 'range_expression', 'check_expression'];
const handlers: Readonly<Record<string, Handler>> = {
  ...Object.fromEntries(binaries.map((type) => [type, binary])),
  simple_identifier: (c, node) => c.m.node('identifier', node),
  interpolated_identifier: (c, node) => c.m.node('identifier', node),
  type_identifier: (c, node) => c.m.node('identifier', node),
  this_expression: (c, node) => c.m.node('this', node, [], 'this'),
  super_expression: (c, node) => c.m.node('super', node, [], 'super'),
  string_literal: (c, node) => stringLiteral(c.m, node, (inner) => c.expression(inner)),
  call_expression: callExpression, navigation_expression: member, indexing_expression: indexed, elvis_expression: elvis,
  callable_reference: reference, lambda_literal: lambdaOf, annotated_lambda: lambdaOf, object_literal: anonymous, if_expression: conditional,
  as_expression: cast, postfix_expression: step, prefix_expression: step,
  collection_literal: (c, node) => c.m.node('array_initializer', node, insides(node).map((child): Part => ['', c.expression(child)])),
  parenthesized_expression: (c, node) => c.m.node('parenthesized_expression', node, insides(node).slice(0, 1).map((child): Part => ['', c.expression(child)])),
};

/** An expression of Kotlin in Java's node types. */
export function expression(c: Converter, node: Node): ViewNode {
  const handler = handlers[node.type];
  return handler ? handler(c, node) : (plainLiteral(c.m, node) ?? c.statement(node));
}

/** Types that {@link expression} knows by themselves, so that a statement of this type is an expression. */
export function isExpression(node: Node): boolean {
  return node.type in handlers || /(?:_literal|^null)$/.test(node.type);
}
