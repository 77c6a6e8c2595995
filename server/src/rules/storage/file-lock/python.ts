import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { calledName, calleeSpan, field, named, plainText, positional, type PythonNode } from '../../../syntax/python/ask.js';
import { soleValue } from '../../../syntax/python/scope.js';
import { isCommandLine } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly, joinedText } from '../../../syntax/python/values.js';

const locks = /^(?:fcntl\.(?:flock|lockf)|filelock\.(?:FileLock|SoftFileLock|UnixFileLock|AsyncFileLock)|portalocker\.(?:Lock|lock|RLock)|fasteners\.InterProcessLock|lockfile\.(?:LockFile|FileLock)|zc\.lockfile\.LockFile)$/;

/** Where a lock lies that only the program's settings or its caller know: `settings.MEDIA_LOCK`, `self.path / ".lock"`; `undefined` where the code names a place of this pod. */
function placeElsewhere(cx: RuleFileContext, call: PythonNode): string | undefined {
  const [first] = positional(call);
  // What is opened before it is locked names no path.
  if (!first || /^fcntl\./.test(calledName(cx, call)) || plainText(first) !== undefined) return undefined;
  const inner = first.type === 'call' && /^(?:str|os\.fspath)$/.test(calledName(cx, first)) ? (positional(first)[0] ?? first) : first;
  const whole = joinedText(cx, inner);
  if (/^(?:\.{0,2}\/|[\w.-]+$)/.test(whole ?? '') || /tempfile|gettempdir|\btmp\b/.test(inner.text)) return undefined;
  const shown = inner.type === 'identifier' ? (soleValue(cx, inner) ?? inner) : inner;
  return named(shown).length > 0 && shown.text.length <= 60 && !shown.text.includes('\n') ? shown.text : undefined;
}

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const name = calledName(cx, call);
  if (!locks.test(name) || /\bLOCK_UN\b/.test(call.text) || isDevelopmentOnly(cx, call) || isCommandLine(cx, call)) return;
  const place = placeElsewhere(cx, call);
  cx.report({ at: calleeSpan(call), ...(place === undefined ? { say: 'lock', args: { call: name } } : { say: 'lockUnless', args: { call: name, place } }), cause: `lock ${field(call, 'arguments')?.text ?? cx.path}` });
}

/** Locks of Python that other processes see by a file. */
export const pythonFileLocks = ruleMatcher({ language: 'python', needles: [['fcntl'], ['filelock'], ['portalocker'], ['fasteners'], ['lockfile']], on: { call: onCall } });
