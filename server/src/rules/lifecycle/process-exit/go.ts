import { ruleMatcher } from '../../../contract/rule.js';
import { calleeOf, functionOf, handlerAround, isCommandLine, isGenerated, nameOf } from '../../../syntax/go/ask.js';
import { span } from '../../../syntax/tree-sitter/nodes.js';

/** `os.Exit` and `log.Fatal` while a request is handled. */
export const goExit = ruleMatcher({
  language: 'go', needles: [[/\b(?:os\.Exit|(?:log|logrus|klog|glog)\.Fatal\w*)\(/, /http\.ResponseWriter|gin\.Context|echo\.Context|fiber\.Ctx|ServerStream|fasthttp/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      const ends = callee?.path === 'os' ? callee.name === 'Exit' : /^(?:log|github\.com\/sirupsen\/logrus|k8s\.io\/klog(?:\/v\d)?|github\.com\/golang\/glog)$/.test(callee?.path ?? '') && /^Fatal/.test(callee?.name ?? '');
      if (!callee || !ends || isGenerated(cx) || isCommandLine(cx, call) || !handlerAround(cx, call)) return;
      cx.report({ at: span(callee.token), say: 'exit', args: { call: `${callee.token.text}()`, where: nameOf(functionOf(call)) || 'handler' } });
    },
  },
});
