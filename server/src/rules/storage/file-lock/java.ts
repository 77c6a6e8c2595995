import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, bareType, declarationOf, enclosing, enclosingCallable, enclosingType, field, isType, named, nameOf, simpleName, span, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { originOf } from '../../../syntax/java/file-origin.js';
import { valueType } from '../../../syntax/java/file-sinks.js';
import { isCommandLine } from '../../../syntax/java/program.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { calledMethod, trace } from '../../../syntax/java/trace.js';

const channels = ['java.nio.channels.FileChannel', 'java.nio.channels.AsynchronousFileChannel'] as const;

/** `channel.lock()`, `raf.getChannel().tryLock()`, `FileChannel.open(path).lock()`; locks of other types have the same names. */
function locksChannel(cx: RuleFileContext, object: JavaNode): boolean {
  if (object.type === 'method_invocation') {
    const name = field(object, 'name')?.text;
    const owner = field(object, 'object');
    const own = calledMethod(object);
    if (own) return isType(cx, object, bareType(field(own, 'type')), ...channels);
    return (name === 'getChannel' && /^(?:RandomAccessFile|FileOutputStream|FileInputStream)$/.test(simpleName(typeOf(owner)))) || (name === 'open' && isType(cx, object, owner?.text ?? '', ...channels));
  }
  const type = typeOf(object);
  const value = declarationOf(object)?.value;
  return type === '' ? value?.type === 'method_invocation' && locksChannel(cx, value) : isType(cx, object, type, ...channels);
}

/** Endings of files whose being there is the message. */
const lockName = /(?:\.(?:lock|lck|pid|running|busy|semaphore|mutex)|(?:^|[/\\])(?:lock|pid)(?:file)?)$/i;

/** The literal part of a file's name that says that it is a lock; '' when none does. */
function lockFile(cx: RuleFileContext, file: JavaNode): string {
  let found = '';
  trace(cx, file, (node) => {
    const text = node.type === 'string_literal' ? stringValue(node) : undefined;
    if (found === '' && text !== undefined && lockName.test(text)) found = text;
    return found !== '';
  });
  return found;
}

/** Whether somebody asks if the file was there already: the answer of the call, a test before it, or the exception. */
function isAsked(call: JavaNode): boolean {
  const callable = enclosingCallable(call);
  if (call.parent?.type !== 'expression_statement' || enclosing(call, 'if_statement', 'while_statement')) return true;
  return /\bexists\s*\(|FileAlreadyExistsException/.test(callable?.text ?? '');
}

function made(cx: RuleFileContext, call: JavaNode, name: string): JavaNode | undefined {
  const object = field(call, 'object');
  if (name === 'createNewFile') return object && valueType(object) === 'File' ? object : undefined;
  return object && isType(cx, call, object.text, 'java.nio.file.Files') ? args(call)[0] : undefined;
}

const lockedKey = {};

/** Methods that lock a channel: the file that they make before is the same lock. */
function lockingMethods(cx: RuleFileContext, anyNode: JavaNode): ReadonlySet<number> {
  return cx.once(lockedKey, () => new Set(anyNode.tree.rootNode.descendantsOfType('method_invocation').flatMap((call) => {
    const object = call && field(call, 'object');
    return call && object && /^(?:lock|tryLock)$/.test(nameOf(call)) && locksChannel(cx, object) ? [enclosingCallable(call)?.id ?? -1] : [];
  })));
}

/** Locks inside a folder that each pod makes for itself keep out the pod's own threads and helpers, as they shall. */
function isOwn(cx: RuleFileContext, file: JavaNode): boolean {
  return ['created', 'temporary'].includes(originOf(cx, file).kind);
}

/** Who holds a lock, written into its file. */
const processId = /\bpid\b|getRuntimeMXBean|ProcessHandle/i;

/** Whether a stream goes to somebody who fills it: a copy, or a writer around it. */
function isHanded(call: JavaNode, name: string, stream: JavaNode): boolean {
  return !/clos|release|lock/i.test(name) && args(call).some((arg) => arg.type === 'identifier' && arg.text === stream.text);
}

/** Whether what the method writes goes to the very file that it locks: the lock is for that file's content, wherever it lies. */
function guardsContent(call: JavaNode, channel: JavaNode): boolean {
  const callable = enclosingCallable(call);
  if (!callable) return false;
  const isOn = (each: JavaNode, to: JavaNode): boolean => /^(?:write|transferFrom|truncate)$/.test(nameOf(each)) && field(each, 'object')?.text === to.text;
  if (callable.descendantsOfType('method_invocation').some((each) => each !== null && isOn(each, channel) && !processId.test(each.text))) return true;
  const stream = channel.type === 'method_invocation' ? field(channel, 'object') : undefined;
  if (stream?.type !== 'identifier' || processId.test(callable.text)) return false;
  return callable.descendantsOfType(['method_invocation', 'object_creation_expression']).some((each) => each !== null && (each.type === 'method_invocation' ? isOn(each, stream) || isHanded(each, nameOf(each), stream) : isHanded(each, '', stream)));
}

/** `try (FileLock last = channel.tryLock()) { removable = last != null; }`: only asks whether somebody still holds the lock. */
function onlyAsks(call: JavaNode): boolean {
  const resource = call.parent?.type === 'resource' ? call.parent : undefined;
  const statement = resource && enclosing(resource, 'try_with_resources_statement');
  const body = statement && field(statement, 'body');
  const only = body ? named(body) : [];
  return resource !== undefined && only.length === 1 && new RegExp(String.raw`^[\w.]+\s*=\s*${nameOf(resource)}\s*[!=]=\s*null;$`).test(only[0]?.text ?? '');
}

/** A lock of the language's own kind that is made of a file: whoever uses it says which file, and may lock what lies beside it. */
function lockType(call: JavaNode): JavaNode | undefined {
  const type = enclosingType(call);
  return type && supertypes(type).some((name) => /^(?:ReadWrite)?Lock$/.test(name)) ? type : undefined;
}

const typesKey = {};

function check(call: JavaNode, cx: RuleFileContext): void {
  const token = field(call, 'name');
  const object = field(call, 'object');
  if (!token || !object) return;
  if (/^(?:lock|tryLock)$/.test(token.text)) {
    if (!locksChannel(cx, object) || isCommandLine(call) || isOwn(cx, object) || guardsContent(call, object) || onlyAsks(call)) return;
    const type = lockType(call);
    const told = cx.once(typesKey, () => new Set<number>());
    // All ways to take a lock of one kind are told by the first.
    if (!type) cx.report({ at: span(token), say: 'lock', args: { call: token.text }, cause: `lock ${enclosingCallable(call)?.id ?? 0}` });
    else if (!told.has(type.id)) cx.report({ at: span(token), say: 'lockType', severity: 'info', confidence: 'low', args: { call: token.text } });
    if (type) told.add(type.id);
  } else if (token.text === 'createNewFile' || token.text === 'createFile') {
    const file = made(cx, call, token.text);
    const name = file ? lockFile(cx, file) : '';
    if (!file || name === '' || !isAsked(call) || isCommandLine(call) || isOwn(cx, file) || lockingMethods(cx, call).has(enclosingCallable(call)?.id ?? -2)) return;
    cx.report({ at: span(token), say: 'file', args: { file: name } });
  }
}

const lockNeedle = /(?:\.(?:lock|lck|pid|running|busy|semaphore|mutex)|["/\\](?:lock|pid)(?:file)?)"/i;

/** File locks, and files that keep others out by being there. */
export const javaLocks = ruleMatcher({
  language: 'java',
  needles: [['FileChannel', /\.\s*(?:tryLock|lock)\s*\(/], ['getChannel', /\.\s*(?:tryLock|lock)\s*\(/], ['createNewFile', lockNeedle], ['createFile', lockNeedle]],
  on: { method_invocation: check },
});
