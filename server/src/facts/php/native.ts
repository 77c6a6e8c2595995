import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, calledName, createdClass, isCommandLine, staticClass, type PhpNode } from '../../syntax/php/ask.js';
import { literalText } from '../../syntax/php/value.js';
import { field, named, span } from '../../syntax/tree-sitter/nodes.js';
import '../native-code.js';

const system = /^(?:lib)?(?:c|m|dl|rt|pthread)(?:\.so[\d.]*)?$/;
/** A file that asks for the operating system has another way for the others. */
const asks = /PHP_OS|DIRECTORY_SEPARATOR\s*===?\s*['"]\\|php_uname\s*\(\s*['"]?s|stripos\(\s*PHP|isWindows/;

/** `FFI::cdef('…', 'libvips.so.42')` */
function ofCall(call: PhpNode, cx: FactFileContext): void {
  const name = calledName(call);
  const token = field(call, 'name');
  const library = literalText(args(call)[name === 'cdef' ? 1 : 0]);
  if (!token || staticClass(cx, call) !== 'FFI' || !/^(?:cdef|load)$/.test(name) || library === undefined || system.test(library) || isCommandLine(cx, call)) return;
  cx.emit('native.library', span(token), { library: library.replace(/^.*\//, ''), by: 'ffi' });
}

/** `new COM('Word.Application')`, `new DOTNET(…)` */
function ofCreation(creation: PhpNode, cx: FactFileContext): void {
  const name = createdClass(cx, creation);
  const type = named(creation)[0];
  const object = literalText(args(creation)[0]);
  if (type && /^(?:COM|DOTNET)$/i.test(name) && object !== undefined && !asks.test(cx.text) && !isCommandLine(cx, creation)) cx.emit('native.windows', span(type), { topic: 'com', name: `new ${name}('${object}')` });
}

/** Machine code and Windows in PHP. */
export const phpNativeFacts: FactExtractor = {
  kinds: ['native.library', 'native.windows'],
  matchers: [
    factMatcher({ language: 'php', needles: [['FFI', /\bFFI::(?:cdef|load)/]], on: { scoped_call_expression: ofCall } }),
    factMatcher({ language: 'php', needles: [[/\bnew\s+\\?(?:COM|DOTNET|com)\s*\(/]], on: { object_creation_expression: ofCreation } }),
  ],
};
