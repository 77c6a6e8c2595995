import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { calledName, calleeSpan, keywordsOf, plainText, positional, qualified, span, type PythonNode } from '../../syntax/python/ask.js';
import { isDevelopmentOnly } from '../../syntax/python/values.js';
import { startCommands } from '../../syntax/start-command.js';
import '../forwarded-headers.js';

/** Wrappers of an application that take the caller's address from the proxy's headers. */
const wrappers = /(?:^|\.)(?:ProxyFix|ProxyHeadersMiddleware|XForwardedForMiddleware|TrustedProxyMiddleware|RealIPMiddleware)$/;
const middleware = /(?:^|\.)\w*(?:XForwardedFor|RealI[Pp]|ForwardedFor|RemoteAddrFrom|ProxyHeaders|Ipware|TrustedProx)\w*$/;

function onCall(call: PythonNode, cx: FactFileContext): void {
  const name = calledName(cx, call);
  if (isDevelopmentOnly(cx, call)) return;
  if (wrappers.test(name)) cx.emit('request.forwarded-headers', calleeSpan(call), { via: name.replace(/^.*\./, '') });
  // Whom to trust is said to the server itself.
  else if (/^uvicorn\.(?:run|Config)$/.test(name) && keywordsOf(call).has('forwarded_allow_ips')) cx.emit('request.forwarded-headers', calleeSpan(call), { via: 'forwarded_allow_ips' });
  else if (/(?:^|\.)add_middleware$/.test(name) && wrappers.test(qualified(cx, positional(call)[0]))) cx.emit('request.forwarded-headers', calleeSpan(call), { via: 'add_middleware' });
}

function onText(literal: PythonNode, cx: FactFileContext): void {
  const text = plainText(literal) ?? '';
  if (middleware.test(text) && text.includes('.')) cx.emit('request.forwarded-headers', span(literal), { via: text });
}

const trusting = startCommands<FactFileContext>([['forwarded-allow-ips']], (command, cx) => {
  if (command.text.includes('--forwarded-allow-ips')) cx.emit('request.forwarded-headers', command.at, { via: '--forwarded-allow-ips' });
});

/** Flask, Django, FastAPI and their servers where they read forwarded headers. */
export const pythonProxyFacts: FactExtractor = {
  kinds: ['request.forwarded-headers'],
  matchers: [
    ...trusting,
    factMatcher({ language: 'python', needles: [['ProxyFix'], ['forwarded_allow_ips'], [/\b(?:ProxyHeaders|XForwardedFor|TrustedProxy|RealIP)Middleware\b/]], on: { call: onCall } }),
    factMatcher({ language: 'python', needles: [[/["'][\w.]*(?:XForwardedFor|RealI[Pp]|ForwardedFor|RemoteAddrFrom|ProxyHeaders|Ipware|TrustedProx)\w*["']/]], on: { string: onText } }),
  ],
};
