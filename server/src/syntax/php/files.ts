import type { FileContext } from '../../contract/rule.js';
import { args, assignedValue, bare, calledName, createdClass, enclosingCallable, lastName, staticClass, type PhpNode } from './ask.js';
import { isUploadedFile } from './uploads.js';
import { literalText } from './value.js';
import { below, enclosing, field, named } from '../tree-sitter/nodes.js';

/** A call that leaves a file at a path. */
export interface PhpSink {
  readonly call: PhpNode;
  /** The telling token. */
  readonly token: PhpNode;
  readonly path: PhpNode;
  /** Whether what is written came from a user. */
  readonly upload: boolean;
}

const byFunction: Readonly<Record<string, number>> = {
  move_uploaded_file: 1, file_put_contents: 0, copy: 1, imagejpeg: 1, imagepng: 1, imagewebp: 1, imagegif: 1, fopen: 0, gzopen: 0, bzopen: 0,
};

/** The place where a function, a method of an uploaded file or a file system class writes; `undefined` for other calls. */
export function sinkOf(cx: FileContext, call: PhpNode): PhpSink | undefined {
  const given = args(call);
  const name = calledName(call);
  if (call.type === 'function_call_expression') {
    const token = field(call, 'function');
    const path = given[byFunction[name] ?? -1];
    if (!token || !path || (/open$/.test(name) && !/^[waxc]/.test(literalText(given[1]) ?? ''))) return undefined;
    return { call, token, path, upload: name === 'move_uploaded_file' || (name === 'copy' && /\bmove_uploaded_file\s*\(/.test(enclosingCallable(call)?.text ?? '')) || given.some((each) => /\$_FILES\b/.test(each.text) || isUploadedFile(cx, /->get\w+\(\)$/.test(each.text) ? field(each, 'object') : each)) };
  }
  const token = field(call, 'name');
  if (!token) return undefined;
  if (call.type === 'scoped_call_expression') {
    const writes = /(?:^|\\)Facades\\File$/.test(staticClass(cx, call)) && /^(?:put|append|copy|move)$/.test(name);
    const path = given[/^(?:copy|move)$/.test(name) ? 1 : 0];
    return writes && path ? { call, token, path, upload: given.some((each) => isUploadedFile(cx, each)) } : undefined;
  }
  return ofMethod(cx, call, token, name, given);
}

function ofMethod(cx: FileContext, call: PhpNode, token: PhpNode, name: string, given: readonly PhpNode[]): PhpSink | undefined {
  const [path] = given;
  const receiver = field(call, 'object');
  if (!path || !receiver) return undefined;
  if (/^(?:move|moveto|saveas)$/.test(name) && isUploadedFile(cx, receiver)) return { call, token, path, upload: true };
  const made = bare(receiver).type === 'object_creation_expression' ? createdClass(cx, bare(receiver)) : '';
  return /^(?:dumpfile|appendtofile)$/.test(name) && (made === '' || lastName(made) === 'Filesystem') ? { call, token, path, upload: false } : undefined;
}

/** Text of a path with the variables of its callable filled in, one step each: what tells where it leads. */
export function pathText(path: PhpNode, depth = 3): string {
  const node = bare(path);
  if (node.type === 'variable_name') {
    const value = depth > 0 ? assignedValue(node) : undefined;
    return value ? pathText(value, depth - 1) : node.text;
  }
  if (node.type === 'binary_expression' && field(node, 'operator')?.text === '.') return `${pathText(field(node, 'left') ?? node, depth)} . ${pathText(field(node, 'right') ?? node, depth)}`;
  if (node.type === 'class_constant_access_expression') return constantText(node, depth);
  if (node.type === 'binary_expression' && field(node, 'operator')?.text === '??') return `${pathText(field(node, 'left') ?? node, depth)} ?? ${pathText(field(node, 'right') ?? node, depth)}`;
  if (node.type === 'member_access_expression') return fieldText(node, depth);
  if (node.type === 'member_call_expression') return resultText(node, depth);
  return node.text.replace(/\s+/g, ' ');
}

/** `self::FOLDER`, followed to what the class sets it to. */
function constantText(access: PhpNode, depth: number): string {
  const value = depth > 0 ? ownConstant(access) : undefined;
  return value ? pathText(value, depth - 1) : access.text;
}

/** The value that the class around `self::NAME` gives the constant; `undefined` for other expressions. */
export function ownConstant(access: PhpNode): PhpNode | undefined {
  const [scope, name] = access.type === 'class_constant_access_expression' ? named(access) : [];
  const type = /^(?:self|static)$/.test(scope?.text ?? '') ? enclosing(access, 'class_declaration', 'trait_declaration') : undefined;
  const found = below(type, 'const_element').find((each) => named(each)[0]?.text === name?.text);
  return found && named(found)[1];
}

/** `$this->path()`, followed to the only thing that the method of the class returns. */
function resultText(call: PhpNode, depth: number): string {
  const type = field(call, 'object')?.text === '$this' ? enclosing(call, 'class_declaration') : undefined;
  const method = type && depth > 0 ? below(type, 'method_declaration').find((each) => field(each, 'name')?.text === field(call, 'name')?.text) : undefined;
  const returned = method ? below(method, 'return_statement') : [];
  const [value] = returned.length === 1 ? named(returned[0]) : [];
  return value ? pathText(value, depth - 1) : call.text.replace(/\s+/g, ' ');
}

/** `$this->path`, followed to where the class sets it. */
function fieldText(access: PhpNode, depth: number): string {
  const type = enclosing(access, 'class_declaration');
  const set = depth > 0 && type ? below(type, 'assignment_expression').find((each) => field(each, 'left')?.text === access.text) : undefined;
  const name = field(access, 'name')?.text ?? '';
  const declared = type && depth > 0 ? below(type, 'property_element').find((each) => field(each, 'name')?.text === `$${name}`) : undefined;
  const value = field(set, 'right') ?? field(declared, 'default_value');
  return value ? pathText(value, depth - 1) : access.text;
}

/** Whether the callable around a write removes what it wrote, or the file is only ever a passing one. */
export function isRemovedAgain(sink: PhpSink): boolean {
  const scope = enclosingCallable(sink.call) ?? sink.call.tree.rootNode;
  const names = new Set([bare(sink.path).text]);
  return below(scope, 'function_call_expression').some((call) => call.startIndex > sink.call.endIndex && calledName(call) === 'unlink' && names.has(args(call)[0]?.text ?? ''))
    || below(scope, 'function_call_expression').some((call) => calledName(call) === 'register_shutdown_function' && call.text.includes('unlink'));
}

const random = /\b(?:random_bytes|random_int|mt_rand|rand|uniqid)\s*\(|Str::(?:random|uuid|ulid)\(/;

/**
 * Whether the callable around a write answers with the file where it is there already, before the write or in the other
 * branch, so that it is made again wherever it is missing. What chance makes would be another one each time.
 */
export function isMadeAgain(call: PhpNode, path: PhpNode): boolean {
  const scope = enclosingCallable(call);
  if (!scope || random.test(scope.text)) return false;
  return below(scope, 'if_statement').some((branch) => {
    const asks = below(field(branch, 'condition'), 'function_call_expression', 'member_call_expression').some((each) => /^(?:file_exists|is_file|is_readable|isfile|exists|has)$/.test(calledName(each)) && args(each)[0]?.text === path.text);
    const otherwise = below(branch, 'else_clause').some((each) => each.parent?.id === branch.id && call.startIndex >= each.startIndex && call.endIndex <= each.endIndex);
    return asks && (otherwise || branch.endIndex < call.startIndex) && below(field(branch, 'body'), 'return_statement').some((each) => each.text.includes(path.text));
  });
}

/** Whether the callable around a write also hands the entry to the log of the system or of PHP, which may lead to the console. */
export function isLoggedElsewhere(call: PhpNode): boolean {
  return below(enclosingCallable(call), 'function_call_expression').some((each) => /^(?:syslog|error_log)$/.test(calledName(each)));
}

/** Where a file goes at last that the same callable writes under a passing name: the target of `rename($work, $target)`, else the path itself. */
export function keptPath(sink: PhpSink): PhpNode {
  const scope = enclosingCallable(sink.call) ?? sink.call.tree.rootNode;
  const moved = below(scope, 'function_call_expression').find((call) => call.startIndex > sink.call.endIndex && calledName(call) === 'rename' && args(call)[0]?.text === bare(sink.path).text);
  return (moved && args(moved)[1]) ?? sink.path;
}

/** What stands in front of a path: a literal, a constant of the file, a helper of the framework; `caller` for a parameter alone. */
export function isGivenByCaller(path: PhpNode): boolean {
  let first = leftmost(bare(path));
  for (let step = 0, value = assignedValue(first); value && step < 3; step++, value = assignedValue(first)) first = leftmost(bare(value));
  const parameters = named(field(enclosingCallable(path), 'parameters')).map((each) => field(each, 'name')?.text);
  return first.type === 'variable_name' && parameters.includes(first.text);
}

function leftmost(node: PhpNode): PhpNode {
  let at = node;
  for (;;) {
    const inner = at.type === 'binary_expression' ? field(at, 'left') : at.type === 'encapsed_string' && named(at)[0]?.type === 'variable_name' ? named(at)[0] : undefined;
    if (!inner) return at;
    at = bare(inner);
  }
}
