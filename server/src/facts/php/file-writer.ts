import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, calledName, enclosingCallable, enclosingClass, isCommandLine, nameOf, type PhpNode } from '../../syntax/php/ask.js';
import { isGivenByCaller, isMadeAgain, isRemovedAgain, pathText, sinkOf } from '../../syntax/php/files.js';
import { classOf, declaredName } from '../../syntax/php/types.js';
import { below, field, named, span } from '../../syntax/tree-sitter/nodes.js';

/** A method of the application's own that writes to the path it is handed over first. */
export interface PhpFileWriter {
  /** Class with its namespace. */
  readonly type: string;
  /** In lower case, as PHP does not tell them apart. */
  readonly method: string;
  /** The method that it hands the path on to; absent where it writes itself. */
  readonly to?: { readonly type: string; readonly method: string };
}

/** A call of a method whose name says that it writes, on an object whose class is known. */
export interface PhpFileWrite {
  readonly type: string;
  readonly method: string;
  /** The first argument as far as the code tells where it leads. */
  readonly path: string;
  /** Whether the same method reads the file before, to write it anew. */
  readonly rewrites: boolean;
  /** Whether the method around makes the file again wherever it is missing. */
  readonly again: boolean;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'php.file-writer': PhpFileWriter;
    'php.file-write': PhpFileWrite;
  }
}

/** Whether a path is the first parameter of its method. */
function isFirstParameter(method: PhpNode, path: PhpNode | undefined): boolean {
  const [first] = named(field(method, 'parameters'));
  return path !== undefined && path.text === field(first, 'name')?.text;
}

function writersOf(type: PhpNode, cx: FactFileContext): void {
  const writers = new Set<string>();
  for (const call of below(type, 'function_call_expression')) {
    const sink = sinkOf(cx, call);
    const method = sink && !sink.upload ? enclosingCallable(call) : undefined;
    if (sink && method?.type === 'method_declaration' && isFirstParameter(method, sink.path) && !isRemovedAgain(sink)) writers.add(nameOf(method).toLowerCase());
  }
  if (writers.size === 0 || isCommandLine(cx, type)) return;
  for (const method of writers) cx.emit('php.file-writer', span(field(type, 'name') ?? type), { type: declaredName(type), method });
}

const naming = /^(?:put|write|append|save|dump|store|create)\w*(?:contents?|file|data)\w*$/;

/** Whether the method around removes again what it writes. */
function isPassing(call: PhpNode, path: PhpNode): boolean {
  const scope = enclosingCallable(call);
  return below(scope, 'function_call_expression', 'member_call_expression').some((each) => each.startIndex > call.endIndex && /^(?:unlink|remove\w*|delete\w*)$/.test(calledName(each)) && args(each)[0]?.text === path.text);
}

/** Whether the method around reads the file at the path as well: `include($path)`, `$files->getContents($path)`. */
function isRead(call: PhpNode, path: PhpNode): boolean {
  const scope = enclosingCallable(call);
  const included = below(scope, 'include_expression', 'require_expression').some((each) => named(each)[0]?.text.replace(/^\(|\)$/g, '') === path.text);
  return included || below(scope, 'function_call_expression', 'member_call_expression').some((each) => /^(?:get\w*contents?|read\w*|file_get_contents|parse_ini_file)$/.test(calledName(each)) && args(each)[0]?.text === path.text);
}

function onCall(call: PhpNode, cx: FactFileContext): void {
  const method = calledName(call);
  const token = field(call, 'name');
  const [first] = args(call);
  if (!token || !first || !naming.test(method) || isCommandLine(cx, call)) return;
  const around = enclosingCallable(call);
  const own = enclosingClass(call);
  const type = field(call, 'object')?.text === '$this' && own ? declaredName(own) : classOf(cx, field(call, 'object'));
  if (type === '') return;
  if (around?.type === 'method_declaration' && own && isFirstParameter(around, first)) cx.emit('php.file-writer', span(token), { type: declaredName(own), method: nameOf(around).toLowerCase(), to: { type, method } });
  else if (!isGivenByCaller(first) && !isPassing(call, first)) cx.emit('php.file-write', span(token), { type, method, path: pathText(first, 4), rewrites: isRead(call, first), again: isMadeAgain(call, first) });
}

/** `php.file-writer`, `php.file-write`: see the kinds. */
export const phpFileWriterFacts: FactExtractor = {
  kinds: ['php.file-writer', 'php.file-write'],
  matchers: [
    factMatcher({
      language: 'php', needles: [['class', 'file_put_contents'], ['class', /\bfopen\s*\([^\n]*,\s*['"][waxc]/]],
      on: { class_declaration: writersOf },
    }),
    factMatcher({
      language: 'php', needles: [[/->(?:put|write|append|save|dump|store|create)\w*(?:Contents?|File|Data)\w*\s*\(/]],
      on: { member_call_expression: onCall },
    }),
  ],
};
