import type { Span } from '../../base/text.js';
import type { CodeNode as Node } from '../../contract/nodes.js';

export type JavaNode = Node;

export function span(node: Node): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/** Child by field name; `undefined` where tree-sitter says null. */
export function field(node: Node, name: string): Node | undefined {
  return node.childForFieldName(name) ?? undefined;
}

/** Named children, comments left out. */
export function named(node: Node): readonly Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null && !child.type.endsWith('_comment'));
}

/** Nearest ancestor of one of the types; not the node itself. */
export function enclosing(node: Node, ...types: readonly string[]): Node | undefined {
  for (let at = node.parent; at; at = at.parent) if (types.includes(at.type)) return at;
  return undefined;
}

const classLike = ['class_declaration', 'interface_declaration', 'enum_declaration', 'record_declaration', 'annotation_type_declaration'];
const callables = ['method_declaration', 'constructor_declaration', 'compact_constructor_declaration', 'static_initializer'];

/** Innermost named type around the node. */
export function enclosingType(node: Node): Node | undefined {
  return enclosing(node, ...classLike);
}

/** Method, constructor or static initialiser around the node; lambdas and blocks are looked through. */
export function enclosingCallable(node: Node): Node | undefined {
  return enclosing(node, ...callables);
}

/** Name of a declaration (class, method, variable, parameter); '' when it has none. */
export function nameOf(node: Node): string {
  return field(node, 'name')?.text ?? '';
}

/** Type text without type arguments, array brackets and annotations: `java.util.Map<K, V>[]` → `java.util.Map`. */
export function bareType(type: Node | undefined): string {
  if (!type) return '';
  if (type.type === 'generic_type' || type.type === 'array_type' || type.type === 'annotated_type') {
    const inner = type.type === 'array_type' ? field(type, 'element') : named(type).find((child) => !child.type.endsWith('annotation'));
    return bareType(inner);
  }
  return type.text.replace(/\s+/g, '');
}

/** Last part of a dotted name. */
export function simpleName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

// --- modifiers and annotations -------------------------------------------------------------------------------------

function modifiersNode(declaration: Node): Node | undefined {
  return declaration.namedChildren.find((child): child is Node => child?.type === 'modifiers');
}

/** Keyword modifiers as written: `public`, `static`, `final` … */
export function modifiers(declaration: Node): ReadonlySet<string> {
  const node = modifiersNode(declaration);
  return new Set(node ? node.children.flatMap((child) => (child && !child.isNamed ? [child.text] : [])) : []);
}

export interface Annotation {
  /** Simple name, package removed. */
  readonly name: string;
  readonly node: Node;
  /** Values by element name; the single unnamed value is `value`. */
  readonly values: ReadonlyMap<string, Node>;
}

/** Annotations of a declaration (class, method, field, parameter). */
export function annotations(declaration: Node): readonly Annotation[] {
  const node = modifiersNode(declaration);
  if (!node) return [];
  return named(node).filter((child) => child.type === 'annotation' || child.type === 'marker_annotation').map(readAnnotation);
}

export function readAnnotation(node: Node): Annotation {
  const values = new Map<string, Node>();
  for (const argument of named(field(node, 'arguments') ?? node)) {
    if (argument.type === 'element_value_pair') {
      const value = field(argument, 'value');
      if (value) values.set(field(argument, 'key')?.text ?? '', value);
    } else if (field(node, 'arguments')) values.set('value', argument);
  }
  return { name: simpleName(nameOf(node)), node, values };
}

export function annotation(declaration: Node, ...names: readonly string[]): Annotation | undefined {
  return annotations(declaration).find((candidate) => names.includes(candidate.name));
}

// --- imports -------------------------------------------------------------------------------------------------------

export interface Imports {
  readonly package: string;
  /** Simple name → full name of single-type imports. */
  readonly types: ReadonlyMap<string, string>;
  /** Packages (or classes, for static imports) imported with `.*`. */
  readonly wildcards: readonly string[];
}

const importsKey = {};

function readImports(root: Node): Imports {
  const types = new Map<string, string>();
  const wildcards: string[] = [];
  let packageName = '';
  for (const child of named(root)) {
    if (child.type === 'package_declaration') packageName = named(child).find((part) => part.type.endsWith('identifier'))?.text ?? '';
    if (child.type !== 'import_declaration') continue;
    const name = named(child).find((part) => part.type.endsWith('identifier'))?.text ?? '';
    if (named(child).some((part) => part.type === 'asterisk')) wildcards.push(name);
    else types.set(simpleName(name), name);
  }
  return { package: packageName, types, wildcards };
}

interface Once {
  once<T>(key: object, compute: () => T): T;
}

export function imports(cx: Once, anyNode: Node): Imports {
  return cx.once(importsKey, () => readImports(anyNode.tree.rootNode));
}

/**
 * Whether a type name as written stands for one of the full names: imported singly or by wildcard, written in full, or
 * declared in the same package.
 */
export function isType(cx: Once, anyNode: Node, written: string, ...fullNames: readonly string[]): boolean {
  const known = imports(cx, anyNode);
  return fullNames.some((full) => {
    if (written === full) return true;
    const simple = simpleName(full);
    if (written !== simple) return false;
    const imported = known.types.get(simple);
    if (imported !== undefined) return imported === full;
    const packageName = full.slice(0, -simple.length - 1);
    return packageName === 'java.lang' || packageName === known.package || known.wildcards.includes(packageName);
  });
}

// --- calls and values ----------------------------------------------------------------------------------------------

/** Arguments of a call, constructor call or annotation-like node. */
export function args(call: Node): readonly Node[] {
  const list = field(call, 'arguments');
  return list ? named(list) : [];
}

/** Literal text of a string, concatenation of literals, or a `static final` constant of the same file; `undefined` otherwise. */
export function stringValue(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  switch (node.type) {
    case 'string_literal':
      return unescape(node.text.startsWith('"""') ? node.text.slice(3, -3) : node.text.slice(1, -1));
    case 'parenthesized_expression':
      return stringValue(named(node)[0]);
    case 'binary_expression': {
      const left = stringValue(field(node, 'left'));
      const right = stringValue(field(node, 'right'));
      return left === undefined || right === undefined || node.children.every((child) => child?.text !== '+') ? undefined : left + right;
    }
    case 'identifier': {
      const declared = declarationOf(node);
      if (!declared || !modifiers(declared.declaration).has('final')) return undefined;
      return stringValue(declared.value);
    }
    default:
      return undefined;
  }
}

function unescape(text: string): string {
  return text.replace(/\\(u+[0-9a-fA-F]{4}|[btnfrs"'\\]|[0-7]{1,3})/g, (_whole, escaped: string) => {
    if (escaped.startsWith('u')) return String.fromCharCode(parseInt(escaped.slice(-4), 16));
    const simple: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', s: ' ', '"': '"', "'": "'", '\\': '\\' };
    return simple[escaped] ?? String.fromCharCode(parseInt(escaped, 8));
  });
}

// --- names ---------------------------------------------------------------------------------------------------------

export interface Declared {
  readonly kind: 'local' | 'parameter' | 'field';
  readonly name: string;
  /** The declarator or parameter. */
  readonly node: Node;
  /** `field_declaration`, `local_variable_declaration`, parameter, resource … that carries type and modifiers. */
  readonly declaration: Node;
  /** Type as written without its type arguments; '' for `var` and untyped lambda parameters. */
  readonly type: string;
  /** Initial value. */
  readonly value: Node | undefined;
}

/** Statement lists: what they declare counts from there on. */
const blocks = ['block', 'constructor_body', 'switch_block_statement_group', 'program'];

function declaratorsIn(declaration: Node): readonly Node[] {
  return named(declaration).filter((child) => child.type === 'variable_declarator');
}

function asDeclared(kind: Declared['kind'], declaration: Node, node: Node): Declared {
  const type = bareType(field(declaration, 'type'));
  return { kind, name: nameOf(node), node, declaration, type: type === 'var' ? '' : type, value: field(node, 'value') };
}

/** What the scopes of a tree declare, by node id: the same scopes are asked again for every name in them. */
const scopesKey = {};

function remembered(scope: Node, compute: (scope: Node) => readonly Declared[]): readonly Declared[] {
  const { memo } = scope.tree;
  const tables = (memo.get(scopesKey) ?? new Map()) as Map<number, readonly Declared[]>;
  memo.set(scopesKey, tables);
  const known = tables.get(scope.id);
  if (known) return known;
  const declared = compute(scope);
  tables.set(scope.id, declared);
  return declared;
}

/** Fields of a type body, one entry per declarator. */
export function fieldsOf(type: Node): readonly Declared[] {
  return remembered(type, readFields);
}

function readFields(type: Node): readonly Declared[] {
  const body = field(type, 'body');
  if (!body) return [];
  const members = body.type === 'enum_body' ? named(body).flatMap((child) => (child.type === 'enum_body_declarations' ? named(child) : [child])) : named(body);
  return members
    .filter((member) => member.type === 'field_declaration' || member.type === 'constant_declaration')
    .flatMap((declaration) => declaratorsIn(declaration).map((node) => asDeclared('field', declaration, node)));
}

/** Methods and constructors of a type body. */
export function methodsOf(type: Node): readonly Node[] {
  const body = field(type, 'body');
  return body ? named(body).filter((member) => callables.includes(member.type)) : [];
}

function parametersOf(callable: Node): readonly Node[] {
  const list = field(callable, 'parameters');
  if (!list) return [];
  return list.type === 'identifier' ? [list] : named(list);
}

/** Name of a parameter, also of an untyped lambda's and of a varargs one. */
function parameterName(parameter: Node): string {
  if (parameter.type === 'identifier') return parameter.text;
  return nameOf(parameter) || (named(parameter).find((child) => child.type === 'variable_declarator')?.text ?? '');
}

const local = (node: Node, value?: Node): Declared => ({ kind: 'local', name: nameOf(node), node, declaration: node, type: bareType(field(node, 'type')), value });
const parameter = (node: Node, type: string): Declared => ({ kind: 'parameter', name: parameterName(node), node, declaration: node, type, value: undefined });

/** Everything that a node declares for the code inside it, in text order. */
function declaredIn(scope: Node): readonly Declared[] {
  switch (scope.type) {
    case 'block': case 'constructor_body': case 'switch_block_statement_group': case 'program':
      return named(scope).filter((child) => child.type === 'local_variable_declaration').flatMap(localsOf);
    case 'method_declaration': case 'constructor_declaration': case 'lambda_expression':
      return parametersOf(scope).map((node) => parameter(node, bareType(field(node, 'type'))));
    case 'for_statement': {
      const init = field(scope, 'init');
      return init?.type === 'local_variable_declaration' ? localsOf(init) : [];
    }
    case 'enhanced_for_statement':
      return [local(scope)];
    case 'try_with_resources_statement':
      return named(field(scope, 'resources') ?? scope).filter((child) => child.type === 'resource').map((resource) => local(resource, field(resource, 'value')));
    case 'catch_clause':
      return named(scope).filter((child) => child.type === 'catch_formal_parameter').map((node) => parameter(node, ''));
    default:
      return classLike.includes(scope.type) || scope.type === 'object_creation_expression' ? readFields(scope) : [];
  }
}

function localsOf(declaration: Node): readonly Declared[] {
  return declaratorsIn(declaration).map((node) => asDeclared('local', declaration, node));
}

/** In a block, the last declaration before the use counts; elsewhere the first. */
function declaredInScope(scope: Node, name: string, before: number): Declared | undefined {
  const matching = remembered(scope, declaredIn).filter((candidate) => candidate.name === name);
  return blocks.includes(scope.type) ? matching.filter(({ declaration }) => declaration.startIndex < before).at(-1) : matching[0];
}

/**
 * What a name stands for at the place where it is used, within this file: the nearest local variable, parameter or
 * field. `undefined` for inherited fields and names of other files. `this.x` may be passed as the field access.
 */
export function declarationOf(use: Node): Declared | undefined {
  if (use.type === 'field_access') {
    const object = field(use, 'object');
    const fieldName = field(use, 'field')?.text ?? '';
    if (!object) return undefined;
    for (let type = enclosingType(use); type; type = enclosingType(type)) {
      if (object.type === 'this' || object.text === nameOf(type)) return fieldsOf(type).find((candidate) => candidate.name === fieldName);
    }
    return undefined;
  }
  const name = use.text;
  for (let scope = use.parent; scope; scope = scope.parent) {
    const found = declaredInScope(scope, name, use.startIndex);
    if (found) return found;
  }
  return fileClasses(use).flatMap(fieldsOf).find((candidate) => candidate.name === name);
}

/** Classes that stand for what a Kotlin file declares outside of classes: all of the file sees it. */
export function fileClasses(anyNode: Node): readonly Node[] {
  const classes = named(anyNode.tree.rootNode).slice(-1);
  return classes.filter((type) => type.type === 'class_declaration' && modifiers(type).has('file'));
}

/** Declared type of an expression where the file alone tells it: names, `this.x`, constructor calls, casts, string literals. */
export function typeOf(node: Node | undefined): string {
  if (!node) return '';
  switch (node.type) {
    case 'identifier': case 'field_access': {
      const declared = declarationOf(node);
      if (!declared) return '';
      return declared.type || (declared.value ? typeOf(declared.value) : '');
    }
    case 'object_creation_expression': case 'cast_expression':
      return bareType(field(node, 'type'));
    case 'parenthesized_expression':
      return typeOf(named(node)[0]);
    case 'string_literal':
      return 'String';
    case 'this':
      return nameOf(enclosingType(node) ?? node);
    default:
      return '';
  }
}
