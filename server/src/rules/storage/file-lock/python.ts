import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { calledName, calleeSpan, field, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

const locks = /^(?:fcntl\.(?:flock|lockf)|filelock\.(?:FileLock|SoftFileLock|UnixFileLock|AsyncFileLock)|portalocker\.(?:Lock|lock|RLock)|fasteners\.InterProcessLock|lockfile\.(?:LockFile|FileLock)|zc\.lockfile\.LockFile)$/;

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const name = calledName(cx, call);
  if (!locks.test(name) || /\bLOCK_UN\b/.test(call.text) || isDevelopmentOnly(cx, call) || isCommandLine(cx, call)) return;
  cx.report({ at: calleeSpan(call), say: 'lock', args: { call: name }, cause: `lock ${field(call, 'arguments')?.text ?? cx.path}` });
}

/** Locks of Python that other processes see by a file. */
export const pythonFileLocks = ruleMatcher({ language: 'python', needles: [['fcntl'], ['filelock'], ['portalocker'], ['fasteners'], ['lockfile']], on: { call: onCall } });
