import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { calledName, calleeSpan, enclosing, enclosingClass, enclosingFunction, nameOf, positional, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine, isMainGuarded, isServed, isTask } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

/** Ends the process whatever is around it; `sys.exit` only raises, and frameworks catch that in a thread of theirs. */
const ends = /^os\.(?:_exit|abort)$/;

function isEnd(cx: RuleFileContext, call: PythonNode): boolean {
  const name = calledName(cx, call);
  if (ends.test(name)) return true;
  const [target] = positional(call);
  return name === 'os.kill' && target?.type === 'call' && calledName(cx, target) === 'os.getpid';
}

/** Handlers of signals, and the child that `fork` made, end as they should. */
function endsAsItShould(call: PythonNode): boolean {
  const fn = enclosingFunction(call);
  return /signal|sig(?:term|int|hup)|terminate|shutdown|child|fork|watchdog/i.test(nameOf(fn)) || /\bos\.fork\(/.test(fn?.text ?? '') || (enclosing(call, 'except_clause') !== undefined && /MemoryError|SystemExit|KeyboardInterrupt/.test(enclosing(call, 'except_clause')?.text.split('\n')[0] ?? ''));
}

/** `os._exit` and signals to the own process while requests are handled. */
export const pythonExit = ruleMatcher({
  language: 'python', needles: [['os._exit'], [/\bfrom os import[^\n]*\b_exit\b/], ['os.abort'], ['os.kill', 'getpid']],
  on: {
    call(call, cx) {
      const fn = enclosingFunction(call);
      if (!fn || !isEnd(cx, call) || isCommandLine(cx, call) || isMainGuarded(call) || isDevelopmentOnly(cx, call) || endsAsItShould(call)) return;
      if (!isServed(cx, call) || isTask(cx, fn)) return;
      const owner = nameOf(enclosingClass(fn));
      cx.report({ at: calleeSpan(call), say: 'exit', args: { call: `${calledName(cx, call)}()`, where: `${owner === '' ? '' : `${owner}.`}${nameOf(fn)}` } });
    },
  },
});
