import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { argument, below, calledName, calleeSpan, enclosing, enclosingClass, enclosingFunction, field, filledIn, methodOf, nameOf, plainText, positional, receiverOf, type PythonNode } from '../../../syntax/python/ask.js';
import { bindingsOf, madeBy, typeOf } from '../../../syntax/python/scope.js';
import { isCommandLine, isMainGuarded, isServed } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly, joinedText, possibleValues } from '../../../syntax/python/values.js';

interface Sink {
  /** Expression of the path; `undefined` when the call does not show it. */
  readonly path: PythonNode | undefined;
  readonly kind: 'upload' | 'file' | 'append';
}

const writing = /^(?:[wax]b?\+?t?|r?b?\+b?|[wax]t|rb?\+|wb\+|ab\+)$/;
const uploads = /\brequest\.(?:files|FILES)\b|\bUploadFile\b|\bFileStorage\b|\bget_files?\(|\bform\.\w+\.data\b/;

/** Mode that an opening call names; reading when it names none. */
function modeOf(call: PythonNode, index: number): string {
  return plainText(argument(call, 'mode', index)) ?? 'r';
}

/** Where a call writes; `undefined` when it writes no file. */
function sinkOf(cx: RuleFileContext, call: PythonNode): Sink | undefined {
  const name = calledName(cx, call);
  const method = methodOf(call);
  const object = receiverOf(call);
  if (/^(?:open|io\.open|codecs\.open|aiofiles\.open|gzip\.open)$/.test(name)) {
    const mode = modeOf(call, 1);
    return writing.test(mode) && !/^rb?$/.test(mode) ? { path: argument(call, 'file', 0), kind: mode.startsWith('a') ? 'append' : 'file' } : undefined;
  }
  if (/^shutil\.(?:copyfile|copy2?|move|copytree)$/.test(name)) return { path: argument(call, 'dst', 1), kind: 'file' };
  if (/^(?:write_text|write_bytes)$/.test(method) && object) return { path: object, kind: 'file' };
  if (method === 'open' && object && writing.test(modeOf(call, 0)) && modeOf(call, 0) !== 'r' && isPath(cx, object)) return { path: object, kind: 'file' };
  if (method === 'save' && object && positional(call).length === 1 && isUpload(cx, object)) return { path: positional(call)[0], kind: 'upload' };
  return method === 'save' && /FileSystemStorage$/.test(typeOf(cx, object)) ? { path: undefined, kind: 'upload' } : undefined;
}

function isPath(cx: RuleFileContext, node: PythonNode): boolean {
  if (node.type === 'identifier') return bindingsOf(cx, node).some(({ value }) => value !== undefined && value.type !== 'identifier' && isPath(cx, value));
  return /(?:^|\.)Path$/.test(typeOf(cx, node)) || (node.type === 'binary_operator' && field(node, 'operator')?.text === '/');
}

/** `request.files["photo"]`, also through a variable or a loop. */
function isUpload(cx: RuleFileContext, node: PythonNode): boolean {
  if (/request\.files/.test(node.text)) return true;
  if (node.type !== 'identifier') return false;
  return bindingsOf(cx, node).some(({ at, value }) => uploads.test(value?.text ?? '') || uploads.test(field(at.parent ?? at, 'right')?.text ?? ''));
}

const temporary = /^(?:tempfile\.\w+|NamedTemporaryFile|TemporaryDirectory|mkstemp|mkdtemp|gettempdir)$/;

/** Files that the system removes, or that the same function does. */
function isPassing(cx: RuleFileContext, sink: Sink, fn: PythonNode): boolean {
  const { path } = sink;
  const made = path && madeBy(cx, path);
  if (made && temporary.test(calledName(cx, made))) return true;
  if (path && below(path, 'identifier').some((each) => /te?mp/i.test(each.text) || temporary.test(typeOf(cx, each)))) return true;
  // A key that is made at the first start is told by the rule about those.
  if (/\bsecrets\.token_|get_random_secret_key|\bgenerate_key\(|\bos\.urandom\(/.test(fn.text)) return true;
  if (/tempfile\.|TemporaryDirectory|NamedTemporaryFile/.test(fn.text)) return true;
  return /\bos\.(?:remove|unlink|replace|rename)\(|\.unlink\(|shutil\.rmtree\(/.test(fn.text);
}

/** Streams and devices, and what belongs to the node alone. */
const noFile = /^(?:\/dev\/|\/proc\/|\/sys\/|\/tmp\/|\/var\/tmp\/)/;
const nodeOwn = /\.(?:pid|sock|lock|log|prom)$|health|heartbeat|ready|alive/i;

const storages = /(?:File|Local|Disk|Attachment|Upload|Media|Document|Image|Asset|Blob)\w*(?:Storage|Store|Backend|Repository)$|^(?:Storage|FSStorage)$/;
const keeps = /^_?(?:save|store|write|put|upload|persist|add_file|save_file)/;

/** A class that keeps the application's files, whoever calls it. */
function isStorage(cx: RuleFileContext, call: PythonNode): boolean {
  return keeps.test(nameOf(enclosingFunction(call))) && storages.test(nameOf(enclosingClass(call))) && !/cache/i.test(cx.path);
}

/** `except OSError: shutil.move(new, old)` after `shutil.move(old, new)`: puts back what failed. */
function isUndone(cx: RuleFileContext, call: PythonNode): boolean {
  const attempt = enclosing(enclosing(call, 'except_clause') ?? call, 'try_statement');
  const body = enclosing(call, 'except_clause') ? field(outermost(call, attempt), 'body') : undefined;
  const [from, to] = positional(call).map((each) => each.text);
  return body !== undefined && from !== undefined && below(body, 'call').some((each) => {
    const [there, back] = positional(each).map((given) => given.text);
    return calledName(cx, each) === calledName(cx, call) && there === to && back === from;
  });
}

/** The statement whose `except` a call stands in, past those that stand in that clause themselves. */
function outermost(call: PythonNode, attempt: PythonNode | undefined): PythonNode | undefined {
  const clause = attempt && enclosing(attempt, 'except_clause', 'function_definition');
  return clause?.type === 'except_clause' ? outermost(call, enclosing(clause, 'try_statement')) : attempt;
}

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const sink = sinkOf(cx, call);
  const fn = enclosingFunction(call);
  if (!sink || !fn || isDevelopmentOnly(cx, call) || isCommandLine(cx, call) || isMainGuarded(call) || !(isServed(cx, call) || isStorage(cx, call))) return;
  if (isPassing(cx, sink, fn) || isUndone(cx, call)) return;
  const path = sink.path && (joinedText(cx, sink.path) ?? possibleValues(cx, sink.path).map((each) => each.text).find((text) => text !== undefined));
  if (path !== undefined && (noFile.test(path) || nodeOwn.test(path))) return;
  const isUploaded = sink.kind === 'upload' || uploads.test(fn.text) || uploads.test(field(fn, 'parameters')?.text ?? '');
  const where = path === undefined || !/\w{2}/.test(path.replaceAll(filledIn, '')) ? undefined : path.replaceAll(filledIn, '…');
  const topic = isUploaded ? 'upload' : 'file';
  cx.report({
    at: calleeSpan(call), say: where === undefined ? `passed${topic.charAt(0).toUpperCase()}${topic.slice(1)}` : topic, args: where === undefined ? {} : { where },
    severity: isUploaded ? 'error' : 'warning', confidence: isUploaded ? 'high' : 'medium', cause: `python ${cx.path}#${nameOf(fn)}`,
    data: { directory: where !== undefined && where.startsWith('/') ? where.replace(/\/[^/]*$/, '') : '' },
  });
}

/** Files that request code writes and leaves on the disk. */
export const pythonWrites = ruleMatcher({
  language: 'python',
  needles: [[/\bopen\(|\.write_(?:text|bytes)\(|\bshutil\.(?:copy|move)|\.save\(/, /['"][waxr]b?\+?t?['"]|write_text|write_bytes|shutil|request\.files|FileSystemStorage|UploadFile/]],
  on: { call: onCall },
});
