import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { importOf, importsPackage, isGenerated } from '../../syntax/go/ask.js';
import { field, named, span } from '../../syntax/tree-sitter/nodes.js';
import type {} from '../forwarded-headers.js';

/** Middleware that puts the caller's address from the headers into the request, and readers of it. */
const readers: readonly (readonly [RegExp, RegExp])[] = [
  [/gorilla\/handlers$/, /^ProxyHeaders$/], [/go-chi\/chi(?:\/v\d+)?\/middleware$/, /^RealIP$/], [/labstack\/echo(?:\/v\d+)?$/, /^ExtractIPFrom(?:XFF|RealIP)Header$/],
];

/** `request.forwarded-headers` of Go: middleware of libraries, and code that sets the address itself. */
export const goProxyFacts: FactExtractor = {
  kinds: ['request.forwarded-headers'],
  matchers: [factMatcher({
    language: 'go',
    needles: [['.ProxyHeaders'], ['.RealIP'], ['.ExtractIPFrom'], [/\.RemoteAddr\s*=[^=]/]],
    on: {
      selector_expression(selector, cx) {
        const operand = field(selector, 'operand');
        const path = operand?.type === 'identifier' ? importOf(cx, selector, operand.text) : undefined;
        const name = field(selector, 'field')?.text ?? '';
        if (path !== undefined && readers.some(([from, what]) => from.test(path) && what.test(name)) && !isGenerated(cx)) cx.emit('request.forwarded-headers', span(selector), { via: selector.text });
      },
      assignment_statement(statement, cx) {
        const [left] = named(field(statement, 'left'));
        if (left?.type === 'selector_expression' && field(left, 'field')?.text === 'RemoteAddr' && !importsPackage(cx, statement, /^testing$|^net\/http\/httptest$/)) cx.emit('request.forwarded-headers', span(left), { via: left.text });
      },
    },
  })],
};
