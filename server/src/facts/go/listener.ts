import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { calleeOf, isAside, nameOf, functionOf, typeName, importsPackage } from '../../syntax/go/ask.js';
import { below, enclosing, field, named, span } from '../../syntax/tree-sitter/nodes.js';
import { messageSystems } from './subscription.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Go code that subscribes a client of a socket or an event stream to events; `path` is the package that hands them out. */
    'go.listener': { readonly call: string; readonly path: string; readonly via: string };
  }
}

const subscribing = /^(?:[a-z]\w*)?[sS]ubscribe\w*$/i;
const needle = /\.\w*[sS]ubscribe\w*\(/;

/** `go.listener`: see the kind. */
export const goListenerFacts: FactExtractor = {
  kinds: ['go.listener'],
  matchers: [factMatcher({
    language: 'go',
    needles: [[needle, /websocket\.Conn|\.Upgrade\(|text\/event-stream/, '<-'], [needle, /websocket\.Conn|\.Upgrade\(|text\/event-stream/, /\brange\b/]],
    on: {
      call_expression(call, cx) {
        const callee = calleeOf(cx, call);
        const around = enclosing(call, 'function_declaration', 'method_declaration', 'func_literal');
        if (callee?.path === undefined || !subscribing.test(callee.name) || /^[uU]n/.test(callee.name) || !around || isAside(cx, call) || importsPackage(cx, call, messageSystems)) return;
        const body = field(around, 'body');
        const isSocket = named(field(around, 'parameters')).some((each) => /websocket(?:\/v\d+)?\.Conn$/.test(typeName(cx, field(each, 'type')))) || /\.Upgrade\(/.test(body?.text ?? '');
        const isStream = below(body, 'interpreted_string_literal').some((each) => /^"text\/event-stream/.test(each.text));
        const waits = below(body, 'unary_expression').some((each) => each.text.startsWith('<-')) || below(body, 'range_clause').length > 0;
        if ((isSocket || isStream) && waits) cx.emit('go.listener', span(callee.token), { call: callee.token.text, path: callee.path, via: nameOf(functionOf(call)) });
      },
    },
  })],
};
