import type { Node } from '@vscode/tree-sitter-wasm';
import type { Converter } from './converter.js';
import { accessor, constructor, constructorFields, initializer, isComputed, method, property } from './members.js';
import { modifiersOf, startingAt } from './modifiers.js';
import { javaType } from './types.js';
import { kid, kids, type Part, type ViewNode } from './view.js';

const typeDeclarations = ['class_declaration', 'object_declaration'];

export function isTypeDeclaration(node: Node): boolean {
  return typeDeclarations.includes(node.type);
}

/** Superclass and interfaces: what is called is a class, the rest may be either and is told as an interface. */
function parents(c: Converter, node: Node): readonly Part[] {
  const listed = kids(node).filter((child) => child.type === 'delegation_specifier').flatMap((child) => kids(child).filter((inner) => inner.isNamed).slice(0, 1));
  const called = listed.filter((each) => each.type === 'constructor_invocation').flatMap((each) => kid(each, 'user_type') ?? []);
  const others = listed.filter((each) => each.type !== 'constructor_invocation').flatMap((each) => (each.type === 'explicit_delegation' ? (kid(each, 'user_type') ?? []) : each.type === 'user_type' ? each : []));
  const [base] = called;
  const [first] = others;
  return [
    ['superclass', base && c.m.node('superclass', base, [['', javaType(c.m, base)]])],
    ['interfaces', first && c.m.node('super_interfaces', { start: first.startIndex, end: others.at(-1)?.endIndex ?? first.endIndex }, [['', c.m.node('type_list', first, others.map((each): Part => ['', javaType(c.m, each)]))]])],
  ];
}

function member(c: Converter, node: Node, before: readonly ViewNode[], isStatic: boolean, siblings: readonly Node[], index: number): readonly ViewNode[] {
  switch (node.type) {
    case 'property_declaration': return isComputed(node, siblings[index + 1]) ? [] : [property(c, node, before, { local: false, isStatic })];
    case 'function_declaration': return [method(c, node, before, isStatic)];
    case 'getter': case 'setter': return [accessor(c, node, siblings.slice(0, index).filter((each) => each.type === 'property_declaration').at(-1), isStatic)];
    case 'secondary_constructor': return [constructor(c, node)];
    case 'anonymous_initializer': return [initializer(c, node, isStatic)];
    case 'companion_object': {
      const body = kid(node, 'class_body');
      return body ? members(c, kids(body), true) : [];
    }
    // What could not be read may hold members that could.
    case 'ERROR': return members(c, kids(node), isStatic);
    default: return isTypeDeclaration(node) ? [typeDeclaration(c, node, before)] : [];
  }
}

/** What a body declares; members of an object are static, as those of a companion are for its class. */
export function members(c: Converter, nodes: readonly Node[], isStatic: boolean): readonly ViewNode[] {
  return nodes.flatMap((node, index) => member(c, node, c.annotationsBefore(node), isStatic, nodes, index));
}

function kindOf(node: Node): string {
  const words = node.children.map((child) => child?.type ?? '');
  if (words.includes('interface')) return 'interface_declaration';
  if (words.includes('enum')) return 'enum_declaration';
  return kid(node, 'modifiers')?.text.split(/\s+/).includes('annotation') ? 'annotation_type_declaration' : 'class_declaration';
}

/** A class, interface, enum or object. */
export function typeDeclaration(c: Converter, node: Node, before: readonly ViewNode[]): ViewNode {
  const isObject = node.type === 'object_declaration';
  const name = kid(node, 'type_identifier', 'simple_identifier');
  const body = kid(node, 'class_body', 'enum_class_body');
  const type = isObject ? 'class_declaration' : kindOf(node);
  const inside = [...constructorFields(c, kid(node, 'primary_constructor')), ...(body ? members(c, kids(body).filter((each) => type !== 'interface_declaration' || each.type !== 'property_declaration'), isObject) : [])];
  const at = body ?? { start: node.endIndex, end: node.endIndex };
  const entries = body?.type === 'enum_class_body' ? kids(body).filter((child) => child.type === 'enum_entry').map((entry): Part => ['', c.m.node('enum_constant', entry, [['name', c.m.node('identifier', kid(entry, 'simple_identifier') ?? entry)]])]) : [];
  const listed = inside.map((part): Part => ['', part]);
  const view = type === 'enum_declaration'
    ? c.m.node('enum_body', at, [...entries, ['', c.m.node('enum_body_declarations', at, listed)]])
    : c.m.node('class_body', at, listed);
  return c.m.node(type, startingAt(node, before), [['', modifiersOf(c, node, before, [])], ['name', name && c.m.node('identifier', name)], ...parents(c, node), ['body', view]]);
}

/** Functions and properties of a file, in the class that Kotlin makes of them. */
export function fileClass(c: Converter, nodes: readonly Node[]): ViewNode | undefined {
  const own = nodes.filter((node) => !isTypeDeclaration(node));
  const inside = members(c, own, true);
  const [first] = inside;
  if (!first) return undefined;
  const at = { start: first.startIndex, end: Math.max(...inside.map((each) => each.endIndex)) };
  const start = { start: at.start, end: Math.min(at.start + 1, at.end) };
  return c.m.node('class_declaration', at, [
    ['', c.m.node('modifiers', { start: at.start, end: at.start }, [['', c.m.token('file', { start: at.start, end: at.start })]])],
    ['name', c.m.node('identifier', start, [], c.m.fileClass)], ['body', c.m.node('class_body', at, inside.map((part): Part => ['', part]))],
  ]);
}
