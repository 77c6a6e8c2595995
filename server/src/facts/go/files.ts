import { shortened } from '../../base/text.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, assignedValue, calleeOf, functionOf, handlerAround, isAside, isSetUp, nameOf, receiverOf, typeName, type GoNode } from '../../syntax/go/ask.js';
import { below, field, named, span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A file that Go code writes on behalf of a caller, behind the function that is given the request. */
    'go.file': { readonly where: string; readonly upload: boolean; /** The function, where its caller names the file. */ readonly by?: string };
    /** A call of a function of the package that writes a file, in a function that takes uploads; `removed` where that one takes the file away again. */
    'go.file-call': { readonly function: string; readonly removed: boolean };
  }
}

/** What a caller's request looks like further in: its context, a part of a form, the type of a remote procedure's request. */
function isOnBehalf(cx: FactFileContext, callable: GoNode): { readonly upload: boolean } | undefined {
  const types = named(field(callable, 'parameters')).map((each) => typeName(cx, field(each, 'type')));
  const upload = types.some((type) => /^mime\/multipart\.(?:FileHeader|File|Part|Reader)$/.test(type));
  if (upload) return { upload };
  const context = types[0] === 'context.Context';
  const asked = context && types.slice(1).some((type) => /(?:Request|Upload\w*|Attachment\w*|Create\w*|Input|Params)$/.test(type));
  return asked ? { upload: /upload|attachment|avatar|image|media|resource/i.test(nameOf(callable)) } : undefined;
}

/** A type that keeps what it is given under a name, gives it back and removes it. */
function isPutOfStore(cx: FactFileContext, callable: GoNode): boolean {
  const owner = receiverOf(callable)?.type;
  const types = named(field(callable, 'parameters')).map((each) => typeName(cx, field(each, 'type')));
  if (owner === undefined || !/^(?:Put|Save|Store|Write|Upload|Create)(?:File|Object|Image|Media|Blob|Stream)?$/.test(nameOf(callable)) || !types.includes('string') || !types.some((type) => /^io\.Read\w*$|^\[\]byte$|^mime\/multipart\.File$/.test(type))) return false;
  if (again.test(`${owner} ${cx.path.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '')}`)) return false;
  const beside = below(callable.tree.rootNode, 'method_declaration').filter((each) => receiverOf(each)?.type === owner).map(nameOf);
  return beside.some((name) => /^(?:Get|Open|Load|Read|Fetch|Download)/.test(name)) && beside.some((name) => /^(?:Delete|Remove)/.test(name));
}

/** Copies that can be made again, and files for the process itself. */
const again = /cache|thumb|preview|tmp|temp|lock|pid\b|log|cert|config|export|backup|debug/i;

function check(call: GoNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  const callable = functionOf(call);
  if (!callee || !callable || !/^(?:os|io\/ioutil)$/.test(callee.path ?? '') || !/^(?:Create|WriteFile|OpenFile)$/.test(callee.name)) return;
  if (callee.name === 'OpenFile' && !/O_(?:CREATE|WRONLY|RDWR|APPEND)/.test(call.text)) return;
  const behalf = isOnBehalf(cx, callable) ?? (isPutOfStore(cx, callable) ? { upload: true } : undefined);
  if (!behalf || handlerAround(cx, call) || isSetUp(call) || isAside(cx, call)) return;
  const [path] = args(call);
  const value = path && (assignedValue(path) ?? path);
  const text = value?.text ?? '';
  if (!path || again.test(`${path.text} ${text} ${nameOf(callable)}`) || /\bos\.Remove(?:All)?\(|MkdirTemp|CreateTemp|TempDir/.test(callable.text)) return;
  cx.emit('go.file', span(callee.token), { where: shortened(text), upload: behalf.upload, ...(isGiven(callable, value) ? { by: nameOf(callable) } : {}) });
}

/** Whether a path is a parameter of the function, also cleaned. */
function isGiven(callable: GoNode, path: GoNode | undefined): boolean {
  const inner = path?.type === 'call_expression' ? args(path)[0] : path;
  return inner?.type === 'identifier' && named(field(callable, 'parameters')).some((each) => named(each).some((part) => part.type === 'identifier' && part.text === inner.text));
}

const writer = /^(?:save|write|store|dump|copy|persist)\w*$/i;

function calls(call: GoNode, cx: FactFileContext): void {
  const token = field(call, 'function');
  const callable = functionOf(call);
  if (token?.type !== 'identifier' || !writer.test(token.text) || !callable) return;
  const names = args(call).filter((each) => each.type === 'identifier').map((each) => each.text);
  const removed = below(callable, 'call_expression').some((each) => /^os\.Remove(?:All)?$/.test(field(each, 'function')?.text ?? '') && names.includes(args(each)[0]?.text ?? ''));
  cx.emit('go.file-call', span(token), { function: token.text, removed });
}

/** `go.file` and `go.file-call`: see the kinds. */
export const goFileFacts: FactExtractor = {
  kinds: ['go.file', 'go.file-call'],
  matchers: [factMatcher({ language: 'go', needles: [[/\b(?:os|ioutil)\.(?:Create|WriteFile|OpenFile)\(/, /multipart\.|context\.Context,|^func \(\w+ [^)]+\) (?:Put|Save|Store|Write|Upload|Create)\w*\(/m]], on: { call_expression: check } }), factMatcher({ language: 'go', needles: [[/FormFile\(|MultipartForm|multipart\./, /\b(?:[sS]ave|[wW]rite|[sS]tore|[dD]ump|[cC]opy|[pP]ersist)\w*\(/]], on: { call_expression: calls } })],
};
