import { ruleMatcher } from '../../../contract/rule.js';
import { calledName, callName, span } from '../../../syntax/csharp/ask.js';

/** Sockets of .NET that join a multicast group. */
export const csharpMulticast = ruleMatcher({
  language: 'csharp', needles: [['JoinMulticastGroup'], ['MulticastOption', 'SetSocketOption']],
  on: {
    invocation_expression(call, cx) {
      const at = calledName(call);
      if (at && (callName(call) === 'JoinMulticastGroup' || (callName(call) === 'SetSocketOption' && /new\s+MulticastOption\b/.test(call.text)))) cx.report({ at: span(at), say: 'socket', cause: 'socket', data: { family: '' } });
    },
  },
});
