import { ruleMatcher } from '../../../contract/rule.js';
import { calledName, callName, enclosingType, nameOf, plain, receiver, span } from '../../../syntax/csharp/ask.js';
import { isRequestSide } from '../../../syntax/csharp/request-side.js';

/** `Environment.Exit` and its like in code that serves requests. */
export const csharpExit = ruleMatcher({
  language: 'csharp', needles: [[/\bEnvironment\s*\.\s*(?:Exit|FailFast)\s*\(/], ['UnloadAppDomain'], ['StopApplication']],
  on: {
    invocation_expression(call, cx) {
      const at = calledName(call);
      const name = callName(call);
      const exits = /^(?:Exit|FailFast)$/.test(name) && /(?:^|\.)Environment$/.test(plain(receiver(call))) || (name === 'UnloadAppDomain' && /HttpRuntime$/.test(plain(receiver(call)))) || (name === 'StopApplication');
      const type = enclosingType(call);
      // While the application is being installed there are no users yet.
      if (at && exits && type && isRequestSide(call) && !/^(?:Install|Setup)(?:er|ation)?(?=[A-Z]|$)/.test(nameOf(type))) cx.report({ at: span(at), say: name === 'StopApplication' ? 'stop' : 'exit', args: { call: `${name}()`, where: nameOf(type) } });
    },
  },
});
