import type { FileContext } from '../../contract/rule.js';
import { assignedValue, bare, classNamed, createdClass, enclosingCallable, enclosingClass, nameOf, type PhpNode } from './ask.js';
import { below, field, named } from '../tree-sitter/nodes.js';

function namespaceOf(node: PhpNode): string {
  return below(node.tree.rootNode, 'namespace_definition').map((each) => field(each, 'name')?.text ?? '')[0] ?? '';
}

/** Name of a declared class with its namespace. */
export function declaredName(type: PhpNode): string {
  const namespace = namespaceOf(type);
  return namespace === '' ? nameOf(type) : `${namespace}\\${nameOf(type)}`;
}

/** A class name as written somewhere, with its namespace: that of the import, else that of the file. */
function fullName(cx: FileContext, written: PhpNode | undefined): string {
  const name = written && (below(written, 'name', 'qualified_name')[0] ?? written);
  if (!written || !name) return '';
  const whole = below(written, 'qualified_name')[0] ?? name;
  const known = classNamed(cx, whole);
  if (whole.text.startsWith('\\') || known !== whole.text) return known;
  const namespace = namespaceOf(written);
  return namespace === '' ? known : `${namespace}\\${known}`;
}

/** Type of a parameter with that name, promoted ones included. */
function parameterType(cx: FileContext, callable: PhpNode | undefined, variable: string): string {
  const found = named(field(callable, 'parameters')).find((each) => field(each, 'name')?.text === variable);
  return fullName(cx, field(found, 'type'));
}

function propertyType(cx: FileContext, type: PhpNode | undefined, name: string): string {
  const declared = below(type, 'property_declaration').find((each) => below(each, 'property_element').some((element) => field(element, 'name')?.text === `$${name}`));
  const own = fullName(cx, field(declared, 'type'));
  if (own !== '') return own;
  const constructor = below(type, 'method_declaration').find((each) => nameOf(each).toLowerCase() === '__construct');
  const promoted = named(field(constructor, 'parameters')).find((each) => each.type === 'property_promotion_parameter' && field(each, 'name')?.text === `$${name}`);
  if (promoted) return fullName(cx, field(promoted, 'type'));
  const set = field(below(constructor, 'assignment_expression').find((each) => field(each, 'left')?.text === `$this->${name}`), 'right');
  return set?.type === 'variable_name' ? parameterType(cx, constructor, set.text) : ofExpression(cx, set);
}

function ofExpression(cx: FileContext, written: PhpNode | undefined): string {
  const made = written && bare(written);
  if (made?.type !== 'object_creation_expression') return '';
  const name = named(made).find((each) => each.type === 'name' || each.type === 'qualified_name');
  const known = createdClass(cx, made);
  return known !== name?.text ? known : fullName(cx, name);
}

/** Class with its namespace of what a method is called on: by the type of the parameter or property, or by `new`; '' when unknown. */
export function classOf(cx: FileContext, receiver: PhpNode | undefined): string {
  const node = receiver && bare(receiver);
  if (!node) return '';
  if (node.type === 'variable_name') {
    if (node.text === '$this') return '';
    const type = parameterType(cx, enclosingCallable(node), node.text);
    return type === '' ? ofExpression(cx, assignedValue(node)) : type;
  }
  const name = field(node, 'name')?.text ?? '';
  if (node.type === 'member_access_expression') return field(node, 'object')?.text === '$this' ? propertyType(cx, enclosingClass(node), name) : '';
  if (node.type !== 'member_call_expression' || field(node, 'object')?.text !== '$this') return ofExpression(cx, node);
  const getter = below(enclosingClass(node), 'method_declaration').find((each) => nameOf(each) === name);
  return fullName(cx, field(getter, 'return_type'));
}
