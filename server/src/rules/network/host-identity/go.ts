import type { Localized } from '../../../contract/words.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, calleeOf, functionOf, handlerAround, isCommandLine, isGenerated, type GoNode } from '../../../syntax/go/ask.js';
import { heldBy } from '../../../syntax/go/choice.js';
import { below, enclosing, field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** What is said of addresses of connections in Go. */
export const goMessages: Readonly<Record<string, Localized>> = {
  'client-remote': {
    en: 'RemoteAddr decides about the caller: behind an Ingress it is the address of the proxy, so that all users count as one, unless the forwarded headers of trusted proxies are read first.',
    ko: 'RemoteAddr 값으로 호출자를 판단합니다. Ingress 뒤에서는 이 값이 프록시 주소이므로, 신뢰하는 프록시의 전달 헤더를 먼저 읽지 않으면 모든 사용자가 한 사람으로 처리됩니다.',
  },
};

/** `host, err := os.Hostname()` and then `host == primary`. */
function onHostname(call: GoNode, cx: RuleFileContext): void {
  const callee = calleeOf(cx, call);
  if (callee?.path !== 'os' || callee.name !== 'Hostname' || isGenerated(cx) || isCommandLine(cx, call)) return;
  const holder = enclosing(call, 'short_var_declaration', 'assignment_statement');
  const name = named(field(holder, 'left'))[0]?.text ?? heldBy(call);
  const scope = functionOf(call);
  const compared = below(scope, 'binary_expression').find((each) => /^[!=]=$/.test(field(each, 'operator')?.text ?? '') && [field(each, 'left'), field(each, 'right')].some((side) => side?.text === name) && !/""|nil|"localhost"/.test(each.text));
  if (name !== '' && compared) cx.report({ at: span(callee.token), say: 'compared', args: { source: 'os.Hostname()' } });
}

const deciding = /(?:^|\.)(?:\w*(?:[aA]llow|[lL]imit|[bB]an|[bB]lock|[pP]ermit|[wW]hite[lL]ist|[tT]rusted|[aA]ttempt)\w*)$/;
const readsHeaders = /X-Forwarded-For|X-Real-I[pP]|RealIP|ProxyHeaders|Forwarded\b|CF-Connecting-IP|realip/i;

/** `limiter.Allow(r.RemoteAddr)`, `attempts[host]` after `host, _, _ := net.SplitHostPort(r.RemoteAddr)`. */
function onAddress(selector: GoNode, cx: RuleFileContext): void {
  if (field(selector, 'field')?.text !== 'RemoteAddr' || readsHeaders.test(cx.text) || isGenerated(cx) || !handlerAround(cx, selector)) return;
  const holder = enclosing(selector, 'short_var_declaration');
  const names = [selector.text, ...(holder ? named(field(holder, 'left')).slice(0, 1).map((each) => each.text) : [])];
  const scope = functionOf(selector);
  const isName = (node: GoNode | undefined): boolean => node !== undefined && names.includes(node.text);
  const decides = below(scope, 'call_expression').some((call) => deciding.test(field(call, 'function')?.text ?? '') && args(call).some(isName))
    || below(scope, 'index_expression').some((each) => isName(field(each, 'index')));
  if (decides) cx.report({ at: span(selector), say: 'client-remote', confidence: 'medium' });
}

/** Names of machines and addresses of connections where Go code decides by them. */
export const goIdentity = ruleMatcher({
  language: 'go', needles: [['os.Hostname('], ['.RemoteAddr', /http\.Request/]],
  on: { call_expression: onHostname, selector_expression: onAddress },
});
