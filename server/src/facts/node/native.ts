import { ts } from 'ts-morph';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { lastName } from '../../syntax/typescript/functions.js';
import { calledModule, literalOf, propertyOf } from '../../syntax/typescript/modules.js';
import { isCommandLine, guardsOf } from '../../syntax/typescript/surroundings.js';
import type { WindowsTopic } from '../native-code.js';

/** Libraries that every Linux has. */
const system = /^(?:lib)?(?:c|m|dl|rt|pthread|c\.so\.6)$|^null$/i;
const windowsLibrary = /\.dll$|^(?:kernel32|user32|advapi32|shell32|ole32|gdi32|ntdll|crypt32)$/i;

const windowsPackages: Readonly<Record<string, WindowsTopic>> = {
  winreg: 'registry', 'registry-js': 'registry', 'native-reg': 'registry', regedit: 'registry', winax: 'com', win32ole: 'com', 'edge-js': 'module', 'electron-edge-js': 'module',
  'node-expose-sspi': 'ntlm', 'node-sspi': 'ntlm', 'win-dpapi': 'dpapi', '@primno/dpapi': 'dpapi',
};

/** Whether a place runs only where the code has asked which system it is on. */
function asks(node: ts.Node): boolean {
  return guardsOf(node).some(({ text }) => /platform|isWin|win32/i.test(text));
}

function emit(cx: FactFileContext, at: ts.Node, name: string): void {
  const span = { start: at.getStart(), end: at.getEnd() };
  const file = name.replace(/^.*[/\\]/, '');
  if (windowsLibrary.test(file)) {
    if (!asks(at)) cx.emit('native.windows', span, { topic: 'pinvoke', name: file });
  } else if (!system.test(file)) cx.emit('native.library', span, { library: file.slice(0, 60), by: 'ffi' });
}

const textOf = (node: ts.Expression | undefined): string | undefined => (node && ts.isStringLiteralLike(node) ? node.text : undefined);

/** `koffi.load('libscan.so')`, `ffi.Library('libscan')`, `open({ path })` of ffi-rs, `process.dlopen(module, path)`. */
function onCall(call: ts.CallExpression | ts.NewExpression, cx: FactFileContext): void {
  const origin = calledModule(cx, call);
  const [first, second] = call.arguments ?? [];
  let library: string | undefined;
  if (origin?.module === 'koffi' && origin.path === 'load') library = textOf(first);
  else if (origin && /^(?:ffi|ffi-napi|@lwahonen\/ffi-napi|ref-napi|node-ffi)$/.test(origin.module) && /^(?:Library|DynamicLibrary)$/.test(origin.path)) library = textOf(first);
  else if (origin?.module === 'ffi-rs' && origin.path === 'open') {
    const options = literalOf(first);
    library = textOf(options && propertyOf(options, 'path'));
  } else if (call.expression.getText() === 'process.dlopen') library = textOf(second);
  else if (lastName(call.expression) === 'require' && /^\.{1,2}\/.*\.node$/.test(textOf(first) ?? '')) library = textOf(first);
  if (library !== undefined && !isCommandLine(cx)) emit(cx, call.expression, library);
}

function onImport(literal: ts.StringLiteral, cx: FactFileContext): void {
  const topic = Object.hasOwn(windowsPackages, literal.text) ? windowsPackages[literal.text] : undefined;
  const { parent } = literal;
  const loads = ts.isImportDeclaration(parent) || (ts.isCallExpression(parent) && (parent.expression.getText() === 'require' || parent.expression.kind === ts.SyntaxKind.ImportKeyword));
  if (topic && loads && !asks(literal) && !isCommandLine(cx) && !/\bprocess\.platform\b|\bos\.platform\(/.test(cx.text)) cx.emit('native.windows', { start: literal.getStart(), end: literal.getEnd() }, { topic, name: literal.text });
}

/** `native.*` of Node: foreign libraries, compiled add-ons of the project itself, and packages that only Windows has a use for. */
export const nodeNativeFacts: FactExtractor = {
  kinds: ['native.library', 'native.windows'],
  matchers: [
    factMatcher({
      language: 'typescript', needles: [[/['"](?:koffi|ffi|ffi-napi|@lwahonen\/ffi-napi|ref-napi|node-ffi|ffi-rs)['"]/], ['process.dlopen'], [/require\(\s*['"]\.{1,2}\/[^'"]*\.node['"]/]],
      on: {
        CallExpression: (node, cx) => onCall(node.compilerNode as ts.CallExpression, cx),
        NewExpression: (node, cx) => onCall(node.compilerNode as ts.NewExpression, cx),
      },
    }),
    factMatcher({
      language: 'typescript', needles: [[/['"](?:winreg|registry-js|native-reg|regedit|winax|win32ole|edge-js|electron-edge-js|node-expose-sspi|node-sspi|win-dpapi|@primno\/dpapi)['"]/]],
      on: { StringLiteral: (node, cx) => onImport(node.compilerNode as ts.StringLiteral, cx) },
    }),
  ],
};
