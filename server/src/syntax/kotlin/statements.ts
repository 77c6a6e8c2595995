import type { Node } from '@vscode/tree-sitter-wasm';
import { navigation } from './calls.js';
import type { Converter } from './converter.js';
import { branchesOf, conditionOf, generic, isExpression } from './expressions.js';
import { javaType, typeNodes } from './types.js';
import { kid, kids, type Part, type ViewNode } from './view.js';

function insides(node: Node): readonly Node[] {
  return kids(node).filter((child) => child.isNamed);
}

/** What a branch or loop does: a block where braces stand, else the statement. */
function bodyOf(c: Converter, node: Node | undefined): ViewNode | undefined {
  if (!node) return undefined;
  const inner = kid(node, 'statements');
  if (inner || node.children.some((child) => child?.type === '{')) return c.block(node, inner ? insides(inner) : []);
  const [only] = insides(node);
  return only && c.statement(only);
}

function ifStatement(c: Converter, node: Node): ViewNode {
  const [consequence, alternative] = branchesOf(node);
  return c.m.node('if_statement', node, [['condition', conditionOf(c, node)], ['consequence', bodyOf(c, consequence)], ['alternative', bodyOf(c, alternative)]]);
}

function loop(c: Converter, node: Node): ViewNode {
  const type = node.type === 'while_statement' ? 'while_statement' : 'do_statement';
  return c.m.node(type, node, [['condition', conditionOf(c, node)], ['body', bodyOf(c, kid(node, 'control_structure_body'))]]);
}

function forEach(c: Converter, node: Node): ViewNode {
  const declared = kid(node, 'variable_declaration', 'multi_variable_declaration');
  const name = declared && (declared.type === 'variable_declaration' ? declared : kid(declared, 'variable_declaration'));
  const identifier = name && kid(name, 'simple_identifier');
  const type = name && kid(name, ...typeNodes);
  const value = insides(node).find((child) => child.type !== 'control_structure_body' && child.id !== declared?.id && child.type !== 'annotation');
  return c.m.node('enhanced_for_statement', node, [
    ['type', type && javaType(c.m, type)], ['name', identifier && c.m.node('identifier', identifier)], ['value', value && c.expression(value)], ['body', bodyOf(c, kid(node, 'control_structure_body'))],
  ]);
}

function blockBetween(c: Converter, node: Node): ViewNode {
  const inner = kid(node, 'statements');
  return c.block(inner ?? node, inner ? insides(inner) : []);
}

function tryStatement(c: Converter, node: Node): ViewNode {
  const clauses = kids(node).filter((child) => child.type === 'catch_block' || child.type === 'finally_block').map((clause): Part => {
    if (clause.type === 'finally_block') return ['', c.m.node('finally_clause', clause, [['', blockBetween(c, clause)]])];
    const name = kid(clause, 'simple_identifier');
    const type = kid(clause, ...typeNodes);
    const parameter = name && c.m.node('catch_formal_parameter', { start: name.startIndex, end: type?.endIndex ?? name.endIndex }, [['', type && javaType(c.m, type)], ['name', c.m.node('identifier', name)]]);
    return ['', c.m.node('catch_clause', clause, [['', parameter], ['body', blockBetween(c, clause)]])];
  });
  return c.m.node('try_statement', node, [['body', blockBetween(c, node)], ...clauses]);
}

function jump(c: Converter, node: Node): ViewNode {
  const keyword = kids(node)[0]?.type ?? '';
  const type = keyword.startsWith('return') ? 'return_statement' : keyword === 'throw' ? 'throw_statement' : keyword.startsWith('break') ? 'break_statement' : 'continue_statement';
  const value = insides(node).find((child) => child.type !== 'label');
  return c.m.node(type, node, [['', type.startsWith('return') || type.startsWith('throw') ? value && c.expression(value) : undefined]]);
}

/** `x[k]` on the left of an assignment, its index apart. */
function target(c: Converter, node: Node): { readonly view: ViewNode; readonly name: Node | undefined } {
  const [first, suffix] = kids(node);
  if (!first) return { view: c.expression(node), name: undefined };
  if (!suffix) return first.type === 'directly_assignable_expression' ? target(c, first) : { view: c.expression(first), name: lastName(first) };
  if (suffix.type === 'indexing_suffix') return { view: c.m.node('array_access', node, [['array', c.expression(first)], ...insides(suffix).map((index): Part => ['index', c.expression(index)])]), name: lastName(first) };
  const name = kids(suffix).at(-1);
  return { view: c.m.node('field_access', node, [['object', c.expression(first)], ['field', name && c.m.node('identifier', name)]]), name };
}

function lastName(node: Node): Node | undefined {
  return node.type === 'simple_identifier' ? node : node.type === 'navigation_expression' ? navigation(node)?.name : undefined;
}

function call(c: Converter, node: Node, object: ViewNode, name: string, at: Node, values: readonly (ViewNode | undefined)[], argumentsAt: { start: number; end: number }): ViewNode {
  return c.m.node('method_invocation', node, [['object', object], ['name', c.m.node('identifier', at, [], name)], ['arguments', c.m.node('argument_list', argumentsAt, values.map((value): Part => ['', value]))]]);
}

/** An assignment; what changes a collection that stays the same object is the call that it stands for. */
function assignment(c: Converter, node: Node): ViewNode {
  const [left, operator, right] = kids(node);
  if (!left || !operator || !right) return generic(c, node);
  const to = target(c, left);
  const value = c.expression(right);
  const behind = { start: right.startIndex, end: right.endIndex };
  const array = to.view.childForFieldName('array');
  if (to.view.type === 'array_access' && array && operator.text === '=') return call(c, node, array, 'put', to.name ?? left, [to.view.childForFieldName('index') ?? undefined, value], behind);
  const grows = operator.text === '+=' || operator.text === '-=';
  if (grows && to.name && c.m.constants.has(to.name.text) && to.view.type !== 'array_access') return call(c, node, to.view, operator.text === '+=' ? 'add' : 'remove', to.name, [value], behind);
  const owner = to.view.type === 'field_access' ? to.view.childForFieldName('object') : null;
  // A property of another object is set as Java sets it; that of an object of Kotlin's is a static field.
  if (operator.text === '=' && owner && to.name && owner.type !== 'this' && owner.type !== 'super' && !/(?:^|\.)[A-Z]\w*$/.test(owner.text)) {
    return call(c, node, owner, `set${to.name.text.charAt(0).toUpperCase()}${to.name.text.slice(1)}`, to.name, [value], behind);
  }
  return c.m.node('assignment_expression', node, [['left', to.view], ['operator', c.m.token(operator.text, operator)], ['right', value]]);
}

function when(c: Converter, node: Node): ViewNode {
  const entries = kids(node).filter((child) => child.type === 'when_entry').map((entry): Part => {
    const conditions = kids(entry).filter((child) => child.type === 'when_condition').flatMap((each) => insides(each)).map((each): Part => ['', c.expression(each)]);
    return ['', c.m.node('switch_rule', entry, [['', c.m.node('switch_label', { start: entry.startIndex, end: entry.startIndex + 1 }, conditions)], ['', bodyOf(c, kid(entry, 'control_structure_body'))]])];
  });
  const subject = kid(node, 'when_subject');
  const asked = subject && insides(subject).at(-1);
  return c.m.node('switch_expression', node, [['condition', asked && c.expression(asked)], ['body', c.m.node('switch_block', node, entries)]]);
}

const handlers: Readonly<Record<string, (c: Converter, node: Node) => ViewNode>> = {
  if_expression: ifStatement, while_statement: loop, do_while_statement: loop, for_statement: forEach, try_expression: tryStatement, jump_expression: jump, when_expression: when,
};

/** A statement of Kotlin in Java's node types; declarations are not among them. */
export function statement(c: Converter, node: Node): ViewNode {
  const handler = handlers[node.type];
  if (handler) return handler(c, node);
  const expression = node.type === 'assignment' ? assignment(c, node) : isExpression(node) ? c.expression(node) : undefined;
  if (!expression) return generic(c, node);
  return expression.type.endsWith('_statement') ? expression : c.m.node('expression_statement', node, [['', expression]]);
}
