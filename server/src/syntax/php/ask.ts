import type { FileContext } from '../../contract/rule.js';
import { below, enclosing, field, named, type SyntaxNode } from '../tree-sitter/nodes.js';

export type PhpNode = SyntaxNode;

const callableTypes = ['method_declaration', 'function_definition', 'anonymous_function', 'arrow_function'];
const classTypes = ['class_declaration', 'trait_declaration', 'enum_declaration', 'anonymous_class'];

/** Method or function around the node; closures are looked through. */
export function enclosingCallable(node: PhpNode): PhpNode | undefined {
  return enclosing(node, 'method_declaration', 'function_definition');
}

/** The innermost callable, closures included; the file's own code counts as one. */
export function scopeOf(node: PhpNode): PhpNode {
  return enclosing(node, ...callableTypes) ?? node.tree.rootNode;
}

export function enclosingClass(node: PhpNode): PhpNode | undefined {
  return enclosing(node, ...classTypes);
}

/** Name of a declaration; '' when it has none. */
export function nameOf(node: PhpNode | undefined): string {
  return field(node, 'name')?.text ?? '';
}

// --- names ---------------------------------------------------------------------------------------------------------

const importsKey = {};

function readImports(root: PhpNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const clause of below(root, 'namespace_use_clause')) {
    const group = clause.parent?.type === 'namespace_use_group' ? clause.parent.parent : undefined;
    const prefix = group ? `${named(group).find((child) => child.type === 'namespace_name')?.text ?? ''}\\` : '';
    const alias = field(clause, 'alias')?.text;
    const [written] = named(clause);
    if (!written) continue;
    const full = `${prefix}${written.text}`.replace(/^\\/, '');
    names.set((alias ?? lastName(full)).toLowerCase(), full);
  }
  return names;
}

/** Last part of a qualified name. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1);
}

/** A class name with its namespace, through `use` and aliases; names that are not imported are returned as written. */
export function classNamed(cx: FileContext, node: PhpNode | undefined): string {
  if (!node) return '';
  const written = node.text.replace(/^\\/, '');
  const [first = '', ...rest] = written.split('\\');
  const imported = cx.once(importsKey, () => readImports(node.tree.rootNode)).get(first.toLowerCase());
  return imported === undefined ? written : [imported, ...rest].join('\\');
}

/** What a class extends and implements, with namespaces. */
export function parentsOf(cx: FileContext, type: PhpNode): readonly string[] {
  return named(type).filter((child) => child.type === 'base_clause' || child.type === 'class_interface_clause').flatMap((clause) => named(clause).map((name) => classNamed(cx, name)));
}

// --- calls ---------------------------------------------------------------------------------------------------------

/** Name of the function, method or static method that is called, in lower case; '' when it is not written out. */
export function calledName(call: PhpNode): string {
  const callee = call.type === 'function_call_expression' ? field(call, 'function') : field(call, 'name');
  if (!callee || (callee.type !== 'name' && callee.type !== 'qualified_name')) return '';
  return lastName(callee.text).toLowerCase();
}

/** Arguments as expressions, in order; names of named arguments are left out. */
export function args(call: PhpNode): readonly PhpNode[] {
  const list = field(call, 'arguments') ?? named(call).find((child) => child.type === 'arguments');
  return named(list).flatMap((argument) => (argument.type === 'argument' ? named(argument).at(-1) ?? [] : []));
}

/** Value of an argument that is given by its name. */
export function namedArgument(call: PhpNode, name: string): PhpNode | undefined {
  const list = field(call, 'arguments') ?? named(call).find((child) => child.type === 'arguments');
  const found = named(list).find((argument) => field(argument, 'name')?.text === name);
  return found && named(found).at(-1);
}

/** Class of `new X(…)`, with its namespace. */
export function createdClass(cx: FileContext, creation: PhpNode): string {
  return classNamed(cx, named(creation).find((child) => child.type === 'name' || child.type === 'qualified_name'));
}

/** Class of `X::call(…)`, with its namespace; '' for other calls. */
export function staticClass(cx: FileContext, call: PhpNode): string {
  return call.type === 'scoped_call_expression' ? classNamed(cx, field(call, 'scope')) : '';
}

/** Without parentheses and the `@` that keeps warnings quiet. */
export function bare(node: PhpNode): PhpNode {
  let at = node;
  while (at.type === 'parenthesized_expression' || at.type === 'error_suppression_expression') at = named(at)[0] ?? at;
  return at;
}

/** What a variable of the same callable was last assigned before a place; `undefined` when nothing or something unknown was. */
export function assignedValue(variable: PhpNode): PhpNode | undefined {
  if (variable.type !== 'variable_name') return undefined;
  const scope = scopeOf(variable);
  const found = below(scope, 'assignment_expression').filter((each) => each.endIndex <= variable.startIndex && field(each, 'left')?.text === variable.text);
  return field(found.at(-1), 'right');
}

// --- kinds of code -------------------------------------------------------------------------------------------------

const commandKey = {};
const commandClasses = /^(?:Symfony\\Component\\Console\\Command\\Command|Illuminate\\Console\\(?:Command|GeneratorCommand)|CodeIgniter\\CLI\\BaseCommand|Cake\\(?:Console|Command)\\\w+|yii\\console\\Controller|WP_CLI_Command)$/;
/** Migrations, seeds and factories of data for tests run by hand or once per release. */
const onceClasses = /(?:^|\\)(?:Migration|AbstractMigration|AbstractSeed|Seeder|Factory|ServiceProvider\\Migration|TestCase)$/;

/** Whether the file is a program for the command line: a `#!` line, a check of PHP_SAPI that ends other uses, console commands only. */
export function isCommandLine(cx: FileContext, node: PhpNode): boolean {
  return cx.once(commandKey, () => {
    if (/^#!/.test(cx.text) || /(?:PHP_SAPI|php_sapi_name\(\))\s*!==?\s*['"]cli['"]|['"]cli['"]\s*!==?\s*(?:PHP_SAPI|php_sapi_name\(\))/.test(cx.text)) return true;
    const classes = below(node.tree.rootNode, 'class_declaration', 'anonymous_class');
    return classes.some((type) => parentsOf(cx, type).some((parent) => commandClasses.test(parent) || onceClasses.test(parent)));
  });
}
