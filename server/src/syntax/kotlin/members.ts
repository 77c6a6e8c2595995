import type { Node } from '@vscode/tree-sitter-wasm';
import { callOf, navigation, preset } from './calls.js';
import type { Converter } from './converter.js';
import { modifiersFrom, modifiersOf, startingAt } from './modifiers.js';
import { builders, genericType, javaType, results, typeNodes } from './types.js';
import { kid, kids, type Part, type ViewNode } from './view.js';

function typeBehind(node: Node, after: string): Node | undefined {
  const all = kids(node);
  const colon = all.findIndex((child, index) => child.type === ':' && (after === '' || all.slice(0, index).some((each) => each.type === after)));
  return colon < 0 ? undefined : all.slice(colon + 1).find((child) => typeNodes.includes(child.type));
}

const literalTypes: Readonly<Record<string, string>> = { string_literal: 'String', boolean_literal: 'boolean', integer_literal: 'int', long_literal: 'long', real_literal: 'double' };

/** The type that a value gives a name without one; `undefined` when the file does not tell. */
function inferred(c: Converter, value: Node | undefined): ViewNode | undefined {
  if (!value) return undefined;
  const at = { start: value.startIndex, end: value.startIndex };
  const literal = literalTypes[value.type];
  if (literal) return c.m.node('type_identifier', at, [], literal);
  const call = value.type === 'call_expression' ? callOf(value) : undefined;
  if (!call) return undefined;
  const { callee, types } = call;
  const path = callee.type === 'navigation_expression' ? navigation(callee) : undefined;
  const name = (path?.name ?? callee).text;
  if (/^(?:apply|also)$/.test(name) && path) return inferred(c, path.object);
  const made = builders.get(path ? '' : name) ?? results.get(name);
  if (made) return genericType(c.m, at, made, types ?? innerTypes(call.values));
  if (/^[A-Z]/.test(name)) return genericType(c.m, at, callee.text.replace(/\s+/g, ''), types);
  return path && /^[A-Z]\w*$/.test(path.object.text) && /^(?:now|of|create|getInstance|newInstance)$/.test(name) ? c.m.node('type_identifier', at, [], path.object.text) : undefined;
}

/** Type arguments of what is wrapped: `Collections.synchronizedMap(HashMap<String, Cart>())`. */
function innerTypes(values: Node | undefined): Node | undefined {
  const inner = values && kid(values, 'value_argument');
  const call = inner && kid(inner, 'call_expression');
  return call ? callOf(call)?.types : undefined;
}

interface Property {
  readonly names: readonly Node[];
  readonly type: Node | undefined;
  readonly value: Node | undefined;
  readonly isConstant: boolean;
}

function propertyOf(node: Node): Property {
  const all = kids(node);
  const several = kid(node, 'multi_variable_declaration');
  const declared = several ? kids(several).filter((child) => child.type === 'variable_declaration') : all.filter((child) => child.type === 'variable_declaration');
  const sign = all.findIndex((child) => child.type === '=');
  const delegate = kid(node, 'property_delegate');
  const value = sign >= 0 ? all[sign + 1] : delegate && kids(delegate).find((child) => child.isNamed);
  const [first] = declared;
  return {
    names: declared.flatMap((each) => kid(each, 'simple_identifier') ?? []), type: first && !several ? kid(first, ...typeNodes) : undefined, value,
    isConstant: kid(node, 'binding_pattern_kind')?.text === 'val',
  };
}

/** Names of the file that are declared with `val` and never with `var`: what is added to them changes what they hold. */
export function constantsIn(root: Node): ReadonlySet<string> {
  const found = new Set<string>();
  const variable = new Set<string>();
  for (const node of root.descendantsOfType('property_declaration')) {
    const property = node && propertyOf(node);
    for (const name of property?.names ?? []) (property?.isConstant ? found : variable).add(name.text);
  }
  return new Set([...found].filter((name) => !variable.has(name)));
}

function declarators(c: Converter, { names, value }: Property, node: Node): readonly ViewNode[] {
  return names.map((name, index) => {
    const given = index === 0 && value ? c.expression(value) : undefined;
    return c.m.node('variable_declarator', { start: name.startIndex, end: value && index === 0 ? node.endIndex : name.endIndex }, [['name', c.m.node('identifier', name)], ['value', given]]);
  });
}

/** A property as a field, or a variable of a block. */
export function property(c: Converter, node: Node, before: readonly ViewNode[], where: { readonly local: boolean; readonly isStatic: boolean }): ViewNode {
  const read = propertyOf(node);
  const added = [...(read.isConstant ? ['final'] : []), ...(where.isStatic ? ['static'] : [])];
  const type = read.type ? javaType(c.m, read.type) : inferred(c, read.value);
  const parts: readonly Part[] = [['', modifiersOf(c, node, before, added)], ['type', type], ...declarators(c, read, node).map((each): Part => ['declarator', each])];
  return c.m.node(where.local ? 'local_variable_declaration' : 'field_declaration', startingAt(node, before), parts);
}

/** Whether a property keeps nothing itself: it only computes what it gives, or hands changes on to what it is delegated to. */
export function isComputed(node: Node, next: Node | undefined): boolean {
  const delegate = kid(node, 'property_delegate');
  if (delegate && kid(node, 'binding_pattern_kind')?.text === 'var' && !/^by\s+(?:lazy\b|Delegates\b)/.test(delegate.text)) return true;
  return next?.type === 'getter' && !kids(node).some((child) => child.type === '=' || child.type === 'property_delegate');
}

function parameters(c: Converter, list: Node | undefined, at: Node): ViewNode {
  if (!list) return c.m.node('formal_parameters', { start: at.startIndex, end: at.startIndex });
  const all = kids(list);
  const parts = all.flatMap((child, index): readonly Part[] => {
    if (child.type !== 'parameter') return [];
    const name = kid(child, 'simple_identifier');
    const type = kid(child, ...typeNodes);
    const given = all[index + 1]?.type === '=' ? all[index + 2] : undefined;
    const noted = all[index - 1]?.type === 'parameter_modifiers' ? all[index - 1] : undefined;
    const varargs = noted?.text.includes('vararg') === true;
    const annotated = noted ? modifiersFrom(c, child, noted, [], []) : undefined;
    return [['', c.m.node(varargs ? 'spread_parameter' : 'formal_parameter', child, [['', annotated], ['type', type && javaType(c.m, type)], ['name', name && c.m.node('identifier', name)], ['', given && preset(c, given)]])]];
  });
  return c.m.node('formal_parameters', list, parts);
}

function functionBody(c: Converter, node: Node): ViewNode | undefined {
  const body = kid(node, 'function_body');
  if (!body) return undefined;
  const all = kids(body);
  if (all[0]?.type === '=') {
    const value = all[1];
    return value && c.m.node('block', value, [['', c.m.node('return_statement', value, [['', c.expression(value)]])]]);
  }
  const inner = kid(body, 'statements');
  return c.block(body, inner ? kids(inner).filter((child) => child.isNamed) : []);
}

/** A function as a method. */
export function method(c: Converter, node: Node, before: readonly ViewNode[], isStatic: boolean): ViewNode {
  const list = kid(node, 'function_value_parameters');
  const name = kids(node).filter((child) => child.type === 'simple_identifier' && child.endIndex <= (list?.startIndex ?? node.endIndex)).at(-1);
  const type = typeBehind(node, 'function_value_parameters');
  const body = kid(node, 'function_body');
  const nothing = body && kids(body)[0]?.type !== '=' ? c.m.node('void_type', { start: body.startIndex, end: body.startIndex }, [], 'void') : undefined;
  return c.m.node('method_declaration', startingAt(node, before), [
    ['', modifiersOf(c, node, before, isStatic ? ['static'] : [])], ['type', type ? javaType(c.m, type) : nothing], ['name', name && c.m.node('identifier', name)],
    ['parameters', parameters(c, list, node)], ['body', functionBody(c, node)],
  ]);
}

/** `get()` and `set(value)` of a property, as the methods that Java would see. */
export function accessor(c: Converter, node: Node, of: Node | undefined, isStatic: boolean): ViewNode {
  const name = of && propertyOf(of).names[0];
  const title = name ? name.text.charAt(0).toUpperCase() + name.text.slice(1) : '';
  const parameter = kid(node, 'parameter_with_optional_type');
  const given = parameter && kid(parameter, 'simple_identifier');
  const list = c.m.node('formal_parameters', parameter ?? { start: node.startIndex, end: node.startIndex }, [['', given && c.m.node('formal_parameter', given, [['name', c.m.node('identifier', given)]])]]);
  return c.m.node('method_declaration', node, [
    ['', modifiersOf(c, node, [], isStatic ? ['static'] : [])], ['name', c.m.node('identifier', name ?? node, [], `${node.type === 'getter' ? 'get' : 'set'}${title}`)], ['parameters', list], ['body', functionBody(c, node)],
  ]);
}

/** A constructor with a body of its own. */
export function constructor(c: Converter, node: Node): ViewNode {
  const inner = kid(node, 'statements');
  return c.m.node('constructor_declaration', node, [['', modifiersOf(c, node, [], [])], ['parameters', parameters(c, kid(node, 'function_value_parameters'), node)], ['body', c.block(inner ?? node, inner ? kids(inner).filter((child) => child.isNamed) : [])]]);
}

/** `init { … }`: part of every constructor, or what runs when an object is first used. */
export function initializer(c: Converter, node: Node, isStatic: boolean): ViewNode {
  const inner = kid(node, 'statements');
  const block = c.block(inner ?? node, inner ? kids(inner).filter((child) => child.isNamed) : []);
  return isStatic ? c.m.node('static_initializer', node, [['', block]]) : c.m.node('constructor_declaration', node, [['parameters', parameters(c, undefined, node)], ['body', block]]);
}

/** Parameters of the primary constructor: all can be used in initialisers, so all are told as fields. */
export function constructorFields(c: Converter, node: Node | undefined): readonly ViewNode[] {
  return node ? kids(node).filter((child) => child.type === 'class_parameter').map((child) => {
    const name = kid(child, 'simple_identifier');
    const kind = kid(child, 'binding_pattern_kind')?.text;
    const type = kid(child, ...typeNodes);
    const added = [...(kind === 'var' ? [] : ['final']), ...(kind === undefined ? ['private'] : [])];
    return c.m.node('field_declaration', child, [['', modifiersOf(c, child, [], added)], ['type', type && javaType(c.m, type)], ['declarator', name && c.m.node('variable_declarator', name, [['name', c.m.node('identifier', name)]])]]);
  }) : [];
}
