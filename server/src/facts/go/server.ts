import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { calleeOf, isGenerated } from '../../syntax/go/ask.js';
import { span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Go code that starts to serve requests, or makes what does. */
    'go.server': { readonly via: string };
  }
}

const starts: readonly (readonly [RegExp, RegExp])[] = [
  [/^net\/http$/, /^(?:ListenAndServe(?:TLS)?|Serve(?:TLS)?|HandleFunc|Handle|NewServeMux)$/], [/gin-gonic\/gin$/, /^(?:Default|New)$/], [/labstack\/echo(?:\/v\d+)?$/, /^New$/],
  [/gofiber\/fiber(?:\/v\d+)?$/, /^New$/], [/go-chi\/chi(?:\/v\d+)?$/, /^New(?:Router|Mux)$/], [/gorilla\/mux$/, /^NewRouter$/], [/valyala\/fasthttp$/, /^ListenAndServe\w*$/],
  [/^google\.golang\.org\/grpc$/, /^NewServer$/], [/kataras\/iris(?:\/v\d+)?$/, /^(?:New|Default)$/], [/beego/, /^Run$/], [/julienschmidt\/httprouter$/, /^New$/],
];

/** `go.server`: see the kind. */
export const goServerFacts: FactExtractor = {
  kinds: ['go.server'],
  matchers: [factMatcher({
    language: 'go',
    needles: [[/\bhttp\.(?:ListenAndServe|Serve|HandleFunc|NewServeMux)|\b(?:gin|iris)\.(?:Default|New)\(|\b(?:echo|fiber|httprouter)\.New\(|\bchi\.New|\bmux\.NewRouter|\bfasthttp\.ListenAndServe|\bgrpc\.NewServer|\bbeego\.Run/], [/\/beego\b/, /\bweb\.Run\(/]],
    on: {
      call_expression(call, cx) {
        const callee = calleeOf(cx, call);
        const { path } = callee ?? {};
        if (!callee || path === undefined || isGenerated(cx)) return;
        if (starts.some(([from, name]) => from.test(path) && name.test(callee.name))) cx.emit('go.server', span(callee.token), { via: callee.token.text });
      },
    },
  })],
};
