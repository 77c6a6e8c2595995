import type { FileContext } from '../../contract/rule.js';
import { below, enclosing, field, named, type SyntaxNode } from '../tree-sitter/nodes.js';

export type GoNode = SyntaxNode;

/** Text of a string literal; `undefined` for anything else. */
export function stringValue(node: GoNode | undefined): string | undefined {
  if (node?.type === 'raw_string_literal') return node.text.slice(1, -1);
  return node?.type === 'interpreted_string_literal' ? node.text.slice(1, -1).replace(/\\(.)/g, '$1') : undefined;
}

// --- imports -------------------------------------------------------------------------------------------------------

const importsKey = {};

/** Names that a package may go by: the last part of its path without a version, `go-` or `.go` around it. */
function namesOf(path: string): readonly string[] {
  const parts = path.split('/').filter((part) => !/^v\d+$/.test(part));
  const last = (parts.at(-1) ?? '').replace(/\.v\d+$/, '');
  const short = last.replace(/^go[-_]|[-_.]go$/g, '');
  return [...new Set([last, short, short.replace(/-/g, ''), short.slice(short.lastIndexOf('-') + 1), short.slice(short.lastIndexOf('.') + 1)])];
}

function readImports(root: GoNode): ReadonlyMap<string, string> {
  const imports = new Map<string, string>();
  for (const spec of below(root, 'import_spec')) {
    const path = stringValue(field(spec, 'path'));
    const alias = field(spec, 'name');
    if (path === undefined || alias?.type === 'blank_identifier') continue;
    for (const name of alias ? [alias.text] : namesOf(path)) if (!imports.has(name)) imports.set(name, path);
  }
  return imports;
}

/** Path of the package that a name stands for in this file; `undefined` when it is no imported name. */
export function importOf(cx: FileContext, node: GoNode, name: string): string | undefined {
  return cx.once(importsKey, () => readImports(node.tree.rootNode)).get(name);
}

/** Whether the file imports a package, or one below it. */
export function importsPackage(cx: FileContext, node: GoNode, path: RegExp): boolean {
  return [...cx.once(importsKey, () => readImports(node.tree.rootNode)).values()].some((each) => path.test(each));
}

// --- calls and types -----------------------------------------------------------------------------------------------

export interface GoCall {
  /** Import path for functions of a package; absent for methods and functions of the own package. */
  readonly path?: string;
  readonly name: string;
  /** What a method is called on. */
  readonly receiver?: GoNode;
  /** The telling token. */
  readonly token: GoNode;
}

/** What a call calls; `undefined` for calls of computed functions. */
export function calleeOf(cx: FileContext, call: GoNode): GoCall | undefined {
  let callee = field(call, 'function');
  if (callee?.type === 'type_instantiation_expression' || callee?.type === 'index_expression') callee = named(callee)[0];
  if (callee?.type === 'identifier') return { name: callee.text, token: callee };
  if (callee?.type !== 'selector_expression') return undefined;
  const operand = field(callee, 'operand');
  const token = field(callee, 'field');
  if (!operand || !token) return undefined;
  const path = operand.type === 'identifier' && !isLocal(operand) ? importOf(cx, call, operand.text) : undefined;
  return path === undefined ? { name: token.text, receiver: operand, token } : { path, name: token.text, token: callee };
}

/** Whether a variable of the function hides a package of that name. */
function isLocal(name: GoNode): boolean {
  const callable = functionOf(name);
  return callable !== undefined && (below(field(callable, 'parameters'), 'identifier').some((each) => each.text === name.text)
    || below(field(callable, 'body'), 'short_var_declaration').some((each) => each.startIndex < name.startIndex && named(field(each, 'left')).some((left) => left.text === name.text)));
}

export function args(call: GoNode): readonly GoNode[] {
  return named(field(call, 'arguments'));
}

/** A type as `import/path.Name`, pointers and arguments removed; other types as written. */
export function typeName(cx: FileContext, type: GoNode | undefined): string {
  if (!type) return '';
  if (type.type === 'pointer_type' || type.type === 'parenthesized_type') return typeName(cx, named(type)[0]);
  if (type.type === 'generic_type') return typeName(cx, field(type, 'type') ?? named(type)[0]);
  if (type.type !== 'qualified_type') return type.text;
  const prefix = field(type, 'package')?.text ?? '';
  return `${importOf(cx, type, prefix) ?? prefix}.${field(type, 'name')?.text ?? ''}`;
}

// --- functions -----------------------------------------------------------------------------------------------------

/** Function or method around a node; function literals are looked through. */
export function functionOf(node: GoNode): GoNode | undefined {
  return enclosing(node, 'function_declaration', 'method_declaration');
}

export function nameOf(node: GoNode | undefined): string {
  return field(node, 'name')?.text ?? '';
}

/** Name of the receiver variable and of its type, pointer removed. */
export function receiverOf(method: GoNode | undefined): { readonly name: string; readonly type: string } | undefined {
  const parameter = method?.type === 'method_declaration' ? named(field(method, 'receiver'))[0] : undefined;
  const type = field(parameter, 'type');
  if (!parameter || !type) return undefined;
  return { name: field(parameter, 'name')?.text ?? '', type: type.text.replace(/^\*/, '').replace(/\[.*$/, '') };
}

const requestTypes = /^(?:net\/http\.(?:ResponseWriter|Request)|github\.com\/gin-gonic\/gin\.Context|github\.com\/labstack\/echo(?:\/v\d+)?\.Context|github\.com\/gofiber\/fiber(?:\/v\d+)?\.Ctx|github\.com\/valyala\/fasthttp\.RequestCtx|github\.com\/kataras\/iris(?:\/v\d+)?\.Context|github\.com\/beego\/beego\/v2\/server\/web\/context\.Context|github\.com\/cloudwego\/hertz\/pkg\/app\.RequestContext|google\.golang\.org\/grpc\.ServerStream|gopkg\.in\/macaron\.v1\.Context|github\.com\/flamego\/flamego\.Context|connectrpc\.com\/connect\.Request|github\.com\/emicklei\/go-restful(?:\/v\d+)?\.Request|github\.com\/astaxie\/beego\/context\.Context)$/;

/** Whether a function, or a literal in it around the node, is given a request. */
export function handlerAround(cx: FileContext, node: GoNode): GoNode | undefined {
  for (let at = enclosing(node, 'function_declaration', 'method_declaration', 'func_literal'); at; at = enclosing(at, 'function_declaration', 'method_declaration', 'func_literal')) {
    const types = named(field(at, 'parameters')).map((parameter) => typeName(cx, field(parameter, 'type'))).filter((type) => requestTypes.test(type));
    // Who sets headers of a request sends it to others.
    const sends = types.every((type) => type === 'net/http.Request') && (/^RoundTrip$/.test(nameOf(at)) || /\.Header\.(?:Set|Add)\(|\.SetBasicAuth\(/.test(field(at, 'body')?.text ?? ''));
    if (types.length > 0 && !sends) return at;
  }
  return undefined;
}

/** Code that runs once before requests are served, or for tests. */
export function isSetUp(node: GoNode): boolean {
  const callable = functionOf(node);
  return callable === undefined || /^(?:init|main|[nN]ew[A-Z]?\w*|Must\w*|[iI]nit[A-Z]?\w*|[sS]et[uU]p\w*|[rR]egister\w*|[lL]oad[A-Z]?\w*|[cC]onfigure\w*|[pP]arse\w*|Test\w*|Benchmark\w*|\w*ForTest(?:ing|s)?)$/.test(nameOf(callable));
}

/** What a name of the same function was last assigned before a place. */
export function assignedValue(name: GoNode): GoNode | undefined {
  if (name.type !== 'identifier') return undefined;
  const callable = functionOf(name) ?? name.tree.rootNode;
  const found = below(callable, 'short_var_declaration', 'assignment_statement', 'var_spec').filter((each) => each.endIndex <= name.startIndex).flatMap((each) => {
    const lefts = each.type === 'var_spec' ? named(each).filter((part) => part.type === 'identifier') : named(field(each, 'left'));
    const rights = named(field(each, each.type === 'var_spec' ? 'value' : 'right'));
    const index = lefts.findIndex((left) => left.text === name.text);
    return index < 0 ? [] : [rights[index] ?? rights[0]];
  });
  return found.at(-1) ?? packageConstant(name);
}

/** Value of a constant or variable of the file. */
function packageConstant(name: GoNode): GoNode | undefined {
  for (const declaration of named(name.tree.rootNode)) {
    if (declaration.type !== 'const_declaration' && declaration.type !== 'var_declaration') continue;
    for (const spec of below(declaration, 'const_spec', 'var_spec')) {
      const names = named(spec).filter((part) => part.type === 'identifier');
      const index = names.findIndex((part) => part.text === name.text);
      if (index >= 0) return named(field(spec, 'value'))[index];
    }
  }
  return undefined;
}

// --- kinds of files ------------------------------------------------------------------------------------------------

/** Made by a program, or left out of every build: the marks that Go's own tools look for. */
export function isGenerated(cx: FileContext): boolean {
  return /^\/\/ Code generated .* DO NOT EDIT\.$|^\/\/(?:go:build| \+build) ignore\r?$/m.test(cx.text.slice(0, 4000));
}

/** Code that no request and no start of the server reaches: generated, of a command line, or of tests. */
export function isAside(cx: FileContext, node: GoNode): boolean {
  return isGenerated(cx) || isCommandLine(cx, node) || importsPackage(cx, node, /^testing$|^github\.com\/(?:onsi\/(?:gomega|ginkgo)|stretchr\/testify)(?:\/|$)/);
}

/** Names of the variables of the package that a file declares. */
export function packageVariables(root: GoNode): ReadonlySet<string> {
  return new Set(named(root).filter((each) => each.type === 'var_declaration').flatMap((each) => below(each, 'var_spec')).flatMap((spec) => named(spec).filter((part) => part.type === 'identifier').map((part) => part.text)));
}

/** A program, or a command of one, for the terminal: it reads flags or belongs to a command library, and nothing of it serves. */
export function isCommandLine(cx: FileContext, node: GoNode): boolean {
  const serves = importsPackage(cx, node, /^net\/http$|gin-gonic\/gin$|labstack\/echo|gofiber\/fiber|go-chi\/chi|gorilla\/mux|google\.golang\.org\/grpc$/);
  const isTool = /^package main$/m.test(cx.text) && /(?:^|\/)(?:internal|generators?|build[\w-]*)\//.test(cx.path);
  return !serves && (isTool || importsPackage(cx, node, /^github\.com\/(?:spf13\/cobra|urfave\/cli|alecthomas\/kingpin|jessevdk\/go-flags)/) || (/^package main$/m.test(cx.text) && importsPackage(cx, node, /^flag$/)));
}
