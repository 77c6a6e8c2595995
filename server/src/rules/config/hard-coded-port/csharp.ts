import { ruleMatcher } from '../../../contract/rule.js';
import { args, callName, isString, plain, receiver, span, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';

/** Ports that Kestrel is told in code, which no setting overrides. */
export const csharpPort = ruleMatcher({
  language: 'csharp', needles: [[/\.\s*(?:UseUrls|ListenAnyIP|ListenLocalhost|Listen)\s*\(/], [/\bapp\.(?:Run|RunAsync)\(\s*"http/], [/\.Urls\.Add\(\s*"/]],
  on: {
    invocation_expression(call, cx) {
      const name = callName(call);
      if (choice(call).kind === 'development') return;
      const tell = (at: CsNode, port: string): void => cx.report({ at: span(at), say: 'port', args: { port }, data: { replaceable: true, variable: isString(at) ? 'ASPNETCORE_URLS' : 'PORT' } });
      for (const argument of args(call)) {
        const url = isString(argument) ? /:(\d{2,5})(?:\D|$)/.exec(stringValue(argument) ?? '')?.[1] : undefined;
        const takesUrl = name === 'UseUrls' || (/^(?:Run|RunAsync)$/.test(name) && /^\w*app\w*$/i.test(plain(receiver(call)))) || (name === 'Add' && /\.Urls$/.test(plain(receiver(call))));
        if (takesUrl && url !== undefined) return tell(argument, url);
        if (/^Listen(?:AnyIP|Localhost)?$/.test(name) && argument.type === 'integer_literal' && /kestrel|options|opts?|^\w$|server/i.test(plain(receiver(call)))) return tell(argument, argument.text);
      }
    },
  },
});
