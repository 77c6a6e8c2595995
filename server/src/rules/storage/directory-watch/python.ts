import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { calledName, calleeSpan, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

const watches = /^(?:watchdog\.observers(?:\.\w+)?\.(?:Polling)?Observer|watchfiles\.a?watch|inotify\.adapters\.\w+|inotifyrecursive\.INotify|pyinotify\.WatchManager)$/;

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const name = calledName(cx, call);
  // Servers that load changed code anew are for developers.
  if (watches.test(name) && !isDevelopmentOnly(cx, call) && !isCommandLine(cx, call) && !/reload/i.test(cx.path)) cx.report({ at: calleeSpan(call), say: 'watch', args: { by: name } });
}

/** Watchers of folders in Python. */
export const pythonWatches = ruleMatcher({ language: 'python', needles: [['watchdog'], ['watchfiles'], ['inotify'], ['inotifyrecursive'], ['pyinotify']], on: { call: onCall } });
