import { ts } from 'ts-morph';
import { ruleMatcher } from '../../../contract/rule.js';
import { functionName } from '../../../syntax/typescript/functions.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { handlerAround } from '../../../syntax/typescript/surroundings.js';

/** `process.exit` while a request is handled. */
export const nodeExit = ruleMatcher({
  language: 'typescript', needles: [[/\bprocess\.(?:exit|abort)\(/, /\b(?:req|request|res|reply|ctx|socket)\b/]],
  on: {
    CallExpression(node, cx) {
      const call = node.compilerNode as ts.CallExpression;
      if (!/^process\.(?:exit|abort)$/.test(call.expression.getText())) return;
      const handler = handlerAround(call);
      if (!handler || isLastResort(handler) || isOfStart(handler) || !isServing(cx, node)) return;
      cx.report({ at: spanOf(call.expression), say: 'exit', args: { call: `${call.expression.getText()}()`, where: functionName(handler) || routeOf(handler) } });
    },
  },
});

/** `function checkNodeVersion(ctx, next)`: a step of the start takes the same arguments as a handler. */
function isOfStart(handler: Parameters<typeof functionName>[0]): boolean {
  return /^(?:boot|start|startup|init|initiali[sz]e|bootstrap)$|^(?:check|verify|require)(?:Node|Runtime|Engine|Env(?:ironment)?|Config\w*|Settings)(?:[A-Z]\w*)?$/.test(functionName(handler));
}

/** `server.on('error', …)`: the process cannot go on. */
function isLastResort(handler: ts.Node): boolean {
  const { parent } = handler;
  if (!ts.isCallExpression(parent) || !/(?:^|\.)(?:on|once|addListener)$/.test(parent.expression.getText())) return false;
  const [event] = parent.arguments;
  return event === undefined || !ts.isStringLiteralLike(event) || /^(?:error|close|exit|end|disconnect|fatal|SIG\w+|uncaught\w*|unhandled\w*|listening)$/i.test(event.text);
}

/** The route that an unnamed handler answers. */
function routeOf(handler: ts.Node): string {
  const { parent } = handler;
  const [first] = ts.isCallExpression(parent) ? parent.arguments : [];
  return first && ts.isStringLiteralLike(first) ? first.text : ts.isCallExpression(parent) ? parent.expression.getText().slice(0, 40) : 'handler';
}
