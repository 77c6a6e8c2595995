import type { SyntaxNode } from '../../contract/nodes.js';
import type { Span } from '../../base/text.js';

export type CsNode = SyntaxNode;

export interface Once {
  once<T>(key: object, compute: () => T): T;
}

export function span(node: CsNode): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/** Child by field name; `undefined` where tree-sitter says null. */
export function field(node: CsNode, name: string): CsNode | undefined {
  return node.childForFieldName(name) ?? undefined;
}

/** Named children, comments and preprocessor lines left out. */
export function named(node: CsNode): readonly CsNode[] {
  return node.namedChildren.filter((child): child is CsNode => child !== null && child.type !== 'comment' && !child.type.startsWith('preproc'));
}

/** Nodes of the types below this one, in text order. */
export function descendants(node: CsNode, ...types: readonly string[]): readonly CsNode[] {
  return node.descendantsOfType([...types]).filter((found): found is CsNode => found !== null);
}

/** Nearest ancestor of one of the types; not the node itself. */
export function enclosing(node: CsNode, ...types: readonly string[]): CsNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (types.includes(at.type)) return at;
  return undefined;
}

export const typeDeclarations = ['class_declaration', 'struct_declaration', 'record_declaration', 'interface_declaration'] as const;
const callables = ['method_declaration', 'constructor_declaration', 'destructor_declaration', 'property_declaration', 'indexer_declaration', 'operator_declaration', 'local_function_statement'];
const members = ['method_declaration', 'constructor_declaration', 'destructor_declaration', 'property_declaration', 'indexer_declaration', 'operator_declaration', 'field_declaration'];

/** Innermost named type around the node; `undefined` in top-level statements. */
export function enclosingType(node: CsNode): CsNode | undefined {
  return enclosing(node, ...typeDeclarations);
}

/** Method, constructor, property or local function around the node; lambdas are looked through. */
export function enclosingCallable(node: CsNode): CsNode | undefined {
  return enclosing(node, ...callables);
}

/** Member of a type around the node, local functions looked through. */
export function enclosingMember(node: CsNode): CsNode | undefined {
  return enclosing(node, ...members);
}

/** Name of a declaration, type arguments removed; '' when it has none. */
export function nameOf(node: CsNode): string {
  const name = field(node, 'name');
  return (name?.type === 'generic_name' ? name.firstNamedChild?.text : name?.text) ?? '';
}

/** Keyword modifiers of a declaration: `public`, `static`, `readonly` … */
export function modifiers(declaration: CsNode): ReadonlySet<string> {
  return new Set(named(declaration).filter(({ type }) => type === 'modifier').map(({ text }) => text));
}

/** Text of an expression without white space, null-conditional marks, outer parentheses, `this.`, `base.` and `global::`. */
export function plain(node: CsNode | undefined): string {
  let text = (node?.text ?? '').replace(/\s+/g, '').replace(/[?!]\./g, '.').replace(/[?!]\[/g, '[');
  while (/^\([^()]*\)$/.test(text)) text = text.slice(1, -1);
  return text.replace(/^(?:this|base)\./, '').replace(/^global::/, '');
}

/** Last part of a dotted name, type arguments removed. */
export function simpleName(name: string): string {
  const bare = name.replace(/<.*$/s, '');
  return bare.slice(bare.lastIndexOf('.') + 1);
}

/** Simple name of a type as written: `System.Collections.Generic.List<int>?` is `List`, `byte[]` is `byte[]`. */
export function typeName(type: CsNode | undefined): string {
  if (!type) return '';
  if (type.type === 'nullable_type') return typeName(field(type, 'type') ?? type.firstNamedChild ?? undefined);
  if (type.type === 'array_type') return `${typeName(field(type, 'type') ?? type.firstNamedChild ?? undefined)}[]`;
  return simpleName(type.text.replace(/\s+/g, ''));
}

/** Type arguments as written: `Dictionary<string, List<int>>` has `string` and `List<int>`. */
export function typeArguments(type: CsNode | undefined): readonly string[] {
  if (!type) return [];
  const generic = type.type === 'generic_name' ? type : descendants(type, 'generic_name')[0];
  const list = generic && named(generic).find((part) => part.type === 'type_argument_list');
  return list ? named(list).map(({ text }) => text.replace(/\s+/g, '')) : [];
}

/** Base class and interfaces of a type by their simple names. */
export function baseTypes(type: CsNode): readonly string[] {
  const list = named(type).find((part) => part.type === 'base_list');
  return list ? named(list).filter((part) => part.type !== 'argument_list').map((part) => typeName(part.type === 'primary_constructor_base_type' ? (part.firstNamedChild ?? undefined) : part)) : [];
}

// --- calls ---------------------------------------------------------------------------------------------------------

/** The name node of what is called: `Add` in `map.Add(x)`, `cache?.Add(x)` and `Add<int>(x)`. */
export function calledName(call: CsNode): CsNode | undefined {
  const callee = field(call, 'function');
  const name = callee && (callee.type === 'member_access_expression' || callee.type === 'member_binding_expression' ? field(callee, 'name') : callee);
  return name?.type === 'generic_name' ? (name.firstNamedChild ?? undefined) : name;
}

/** Name of the method that an invocation calls, type arguments removed. */
export function callName(call: CsNode): string {
  return calledName(call)?.text ?? '';
}

/** What a method is called on; `undefined` for a bare call. */
export function receiver(call: CsNode): CsNode | undefined {
  const callee = field(call, 'function');
  if (callee?.type === 'member_access_expression') return field(callee, 'expression');
  if (callee?.type !== 'member_binding_expression') return undefined;
  const whole = enclosing(call, 'conditional_access_expression');
  return whole && field(whole, 'condition');
}

/** Values of the arguments of an invocation or of a creation, names and `ref`/`out` removed. */
export function args(call: CsNode): readonly CsNode[] {
  const list = field(call, 'arguments') ?? named(call).find((part) => part.type === 'argument_list');
  // `this` is no named node.
  return list ? named(list).filter((part) => part.type === 'argument').flatMap((argument) => named(argument).at(-1) ?? argument.child(0) ?? []) : [];
}

/** Type arguments of the called method: `AddHostedService<Worker>()` has `Worker`. */
export function callTypeArguments(call: CsNode): readonly string[] {
  const callee = field(call, 'function');
  const name = callee && (callee.type === 'member_access_expression' || callee.type === 'member_binding_expression' ? field(callee, 'name') : callee);
  return name?.type === 'generic_name' ? typeArguments(name) : [];
}

/** Simple name of the type that `new` makes; for `new()` that of the declaration it initialises, '' when that does not show it. */
export function createdType(creation: CsNode): string {
  if (creation.type === 'object_creation_expression') return typeName(field(creation, 'type'));
  const declarator = creation.parent;
  const declaration = declarator?.type === 'variable_declarator' ? declarator.parent : declarator;
  return declaration ? typeName(field(declaration, 'type')) : '';
}

// --- attributes ----------------------------------------------------------------------------------------------------

export interface Attribute {
  /** Simple name without `Attribute`. */
  readonly name: string;
  readonly node: CsNode;
}

/** Attributes of a declaration or parameter. */
export function attributes(declaration: CsNode): readonly Attribute[] {
  return named(declaration).filter((part) => part.type === 'attribute_list').flatMap((list) => named(list).filter((part) => part.type === 'attribute'))
    .map((node) => ({ name: simpleName(field(node, 'name')?.text ?? '').replace(/(?<=.)Attribute$/, ''), node }));
}

export function hasAttribute(declaration: CsNode, pattern: RegExp): boolean {
  return attributes(declaration).some(({ name }) => pattern.test(name));
}

// --- literals ------------------------------------------------------------------------------------------------------

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', '\\': '\\', '"': '"', "'": "'" };

function literalText(node: CsNode): string | undefined {
  switch (node.type) {
    case 'string_literal':
      return node.text.slice(1, -1).replace(/\\(.)/g, (_whole, c: string) => escapes[c] ?? c);
    case 'verbatim_string_literal':
      return node.text.slice(2, -1).replaceAll('""', '"');
    case 'raw_string_literal':
      return node.text.replace(/^"{3,}\s*|\s*"{3,}$/g, '');
    default:
      return undefined;
  }
}

/** Text of a string literal, of literals joined by `+`, or of a constant of the same file; `undefined` when something else is in it. */
export function stringValue(node: CsNode | undefined): string | undefined {
  if (!node) return undefined;
  const own = literalText(node);
  if (own !== undefined) return own;
  if (node.type === 'parenthesized_expression') return stringValue(named(node)[0]);
  if (node.type === 'binary_expression') {
    const [left, right] = [stringValue(field(node, 'left')), stringValue(field(node, 'right'))];
    return left !== undefined && right !== undefined && node.child(1)?.text === '+' ? left + right : undefined;
  }
  return node.type === 'identifier' ? constantOf(node) : undefined;
}

/** Value of a constant (`const`, or `static readonly` with a literal) of the file. */
function constantOf(name: CsNode): string | undefined {
  const declared = declarationOf(name);
  if (declared?.kind !== 'field' && declared?.kind !== 'local') return undefined;
  const keywords = modifiers(declared.declaration);
  const fixed = keywords.has('const') || (keywords.has('readonly') && keywords.has('static'));
  return fixed && declared.value && declared.value.type !== 'identifier' ? stringValue(declared.value) : undefined;
}

/** Whether the node is a string literal of any kind, an interpolated one included. */
export function isString(node: CsNode): boolean {
  return literalText(node) !== undefined || node.type === 'interpolated_string_expression';
}

// --- declarations --------------------------------------------------------------------------------------------------

export interface Declared {
  readonly kind: 'local' | 'parameter' | 'field' | 'property';
  /** The statement or member that declares it; carries the modifiers. */
  readonly declaration: CsNode;
  readonly name: CsNode;
  readonly type: CsNode | undefined;
  /** What it is initialised with, if anything. */
  readonly value: CsNode | undefined;
}

/** Fields and properties of a type, parts of a partial class in the same file not joined. */
export function fieldsOf(type: CsNode): readonly Declared[] {
  const body = field(type, 'body');
  return body ? named(body).flatMap(declaredBy) : [];
}

function declarators(declaration: CsNode, kind: Declared['kind']): readonly Declared[] {
  const variables = named(declaration).find((part) => part.type === 'variable_declaration');
  return variables ? named(variables).filter((part) => part.type === 'variable_declarator').flatMap((declarator) => {
    const name = field(declarator, 'name');
    const value = named(declarator).filter((part) => part.id !== name?.id && part.type !== 'bracketed_argument_list').at(-1);
    return name ? [{ kind, declaration, name, type: field(variables, 'type'), value }] : [];
  }) : [];
}

function declaredBy(member: CsNode): readonly Declared[] {
  if (member.type === 'field_declaration') return declarators(member, 'field');
  const name = field(member, 'name');
  if (member.type !== 'property_declaration' || !name) return [];
  return [{ kind: 'property', declaration: member, name, type: field(member, 'type'), value: field(member, 'value') }];
}

function parameterNamed(owner: CsNode, name: string): Declared | undefined {
  const list = field(owner, 'parameters') ?? named(owner).find((part) => part.type === 'parameter_list');
  const found = list && named(list).find((parameter) => parameter.type === 'parameter' && nameOf(parameter) === name);
  const at = found && field(found, 'name');
  return found && at ? { kind: 'parameter', declaration: found, name: at, type: field(found, 'type'), value: undefined } : undefined;
}

function localNamed(scope: CsNode, name: string): Declared | undefined {
  for (const statement of descendants(scope, 'local_declaration_statement', 'using_statement', 'for_statement')) {
    const found = declarators(statement, 'local').find((each) => each.name.text === name);
    if (found) return found;
  }
  const loop = descendants(scope, 'foreach_statement').find((each) => field(each, 'left')?.text === name);
  const at = loop && field(loop, 'left');
  return loop && at ? { kind: 'local', declaration: loop, name: at, type: field(loop, 'type'), value: undefined } : undefined;
}

/** What an identifier of an expression stands for in this file: local, parameter, field or property; `undefined` for anything else. */
export function declarationOf(identifier: CsNode): Declared | undefined {
  const name = identifier.text;
  for (let at = identifier.parent; at; at = at.parent) {
    if (callables.includes(at.type) || at.type === 'lambda_expression' || at.type === 'compilation_unit') {
      const found = (at.type === 'compilation_unit' ? undefined : parameterNamed(at, name)) ?? (at.type === 'lambda_expression' ? undefined : localNamed(at.type === 'compilation_unit' ? globalsOf(at) : at, name));
      if (found) return found;
    }
    if (!(typeDeclarations as readonly string[]).includes(at.type)) continue;
    const member = fieldsOf(at).find((each) => each.name.text === name) ?? parameterNamed(at, name);
    if (member) return member;
  }
  return undefined;
}

/** Top-level statements stand directly in the file; types beside them have scopes of their own. */
function globalsOf(root: CsNode): CsNode {
  return named(root).some(({ type }) => type === 'global_statement') ? root : (named(root)[0] ?? root);
}

/** Simple name of the type that an expression has, as far as the file tells: declared, made by `new`, or cast; '' otherwise. */
export function typeOf(node: CsNode | undefined): string {
  if (!node) return '';
  if (node.type === 'object_creation_expression') return createdType(node);
  if (node.type === 'parenthesized_expression' || node.type === 'await_expression') return typeOf(named(node)[0]);
  // What is asked of the container is what comes.
  if (node.type === 'invocation_expression' && /^Get(?:Required)?Service$/.test(callName(node))) return simpleName(callTypeArguments(node)[0] ?? '');
  if (node.type === 'cast_expression' || node.type === 'as_expression') return typeName(field(node, node.type === 'cast_expression' ? 'type' : 'right'));
  const member = node.type === 'member_access_expression' && field(node, 'expression')?.text === 'this' ? field(node, 'name') : undefined;
  const name = member ?? (node.type === 'identifier' ? node : undefined);
  const declared = name && declarationOf(name);
  if (!declared) return '';
  return declared.type === undefined || declared.type.type === 'implicit_type' ? typeOf(declared.value) : typeName(declared.type);
}

/** Namespaces that the file takes in by `using`, and those it declares. */
export function usings(cx: Once, anyNode: CsNode): ReadonlySet<string> {
  return cx.once(usingsKey, () => new Set(descendants(anyNode.tree.rootNode, 'using_directive').map((each) => named(each).at(-1)?.text.replace(/\s+/g, '') ?? '')));
}
const usingsKey = {};

/** What a simple name stands for where the file gives it by `using Name = Other.Type;`; `undefined` for a name that it gives to nothing. */
export function aliased(cx: Once, anyNode: CsNode, name: string): string | undefined {
  const given = cx.once(aliasKey, () => new Map(descendants(anyNode.tree.rootNode, 'using_directive').flatMap((each): readonly (readonly [string, string])[] => {
    const [, short, long] = /^(?:global\s+)?using\s+(?:unsafe\s+)?(\w+)\s*=\s*([^;]+);/.exec(each.text) ?? [];
    return short !== undefined && long !== undefined ? [[short, long.replace(/\s+/g, '').replace(/^global::/, '')]] : [];
  })));
  return given.get(name);
}
const aliasKey = {};

/** Whether the file declares a type of that name: then the name is not that of a library. */
export function declaresType(cx: Once, anyNode: CsNode, name: string): boolean {
  const names = cx.once(typesKey, () => new Set(descendants(anyNode.tree.rootNode, ...typeDeclarations).map(nameOf)));
  return names.has(name);
}
const typesKey = {};

/** Statements and expressions of a callable: its block or the expression behind `=>`. */
export function bodyOf(callable: CsNode): CsNode | undefined {
  return field(callable, 'body') ?? named(callable).find((part) => part.type === 'arrow_expression_clause' || part.type === 'block' || part.type === 'accessor_list');
}

/** Method of the same type (any overload, the first) that a bare or `this.` call means. */
export function calledMethod(call: CsNode): CsNode | undefined {
  const on = receiver(call);
  const type = enclosingType(call);
  if (!type || (on && on.text !== 'this' && on.text !== nameOf(type))) return undefined;
  return methodNamed(type, callName(call));
}

export function methodNamed(type: CsNode, name: string): CsNode | undefined {
  const body = field(type, 'body');
  return body && named(body).find((member) => member.type === 'method_declaration' && nameOf(member) === name);
}
