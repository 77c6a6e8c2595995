import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { callName, descendants, enclosingMember, enclosingType, field, nameOf, plain, receiver, span, type CsNode } from '../../../syntax/csharp/ask.js';

/** What is said of client addresses in .NET, whose servers have switches of their own. */
export const csharpClientMessages: Readonly<Record<string, Localized>> = {
  'client-net-decides': {
    en: 'The address of the connection decides about the caller: behind an Ingress it is that of the proxy, so that all users count as one, unless the forwarded headers are read (UseForwardedHeaders, ASPNETCORE_FORWARDEDHEADERS_ENABLED).',
    ko: '접속 주소를 기준으로 호출자를 판단합니다. Ingress나 로드 밸런서 뒤에서는 전달 헤더를 읽도록 설정(UseForwardedHeaders, ASPNETCORE_FORWARDEDHEADERS_ENABLED)하지 않으면 모든 요청이 프록시 주소로 들어와 사용자를 구분하지 못합니다.',
  },
  'client-net-stored': {
    en: 'The address of the connection is recorded as the client\'s: behind an Ingress or load balancer that is the proxy\'s address unless the forwarded headers are read (UseForwardedHeaders, ASPNETCORE_FORWARDEDHEADERS_ENABLED).',
    ko: '접속 주소를 클라이언트 주소로 기록합니다. Ingress나 로드 밸런서 뒤에서는 전달 헤더를 읽도록 설정(UseForwardedHeaders, ASPNETCORE_FORWARDEDHEADERS_ENABLED)하지 않으면 프록시 주소가 기록됩니다.',
  },
};

const ownHeaders = /X-?_?Forwarded|X-Real-IP|CF-Connecting-IP|True-Client-IP/i;
const address = /^(?:UserHostAddress|RemoteIpAddress)$/;

/** What becomes of the address: it is compared with others, or kept as the client's. */
function useOf(source: CsNode): 'decides' | 'stored' | undefined {
  let at: CsNode | null = source.parent;
  for (let steps = 0; at && steps < 7; at = at.parent, steps += 1) {
    if (at.type === 'binary_expression' && /^(?:==|!=)$/.test(at.child(1)?.text ?? '') && !/\bnull\b/.test(at.text)) return 'decides';
    if (at.type === 'invocation_expression' && /^(?:Equals|Contains|ContainsKey|IsLoopback|IsAllowed\w*|IsBlocked\w*|IsBanned\w*|TryGetValue|AddOrUpdate|GetOrAdd|GetFixedWindowLimiter|GetSlidingWindowLimiter|GetTokenBucketLimiter)$/.test(callName(at)) && receiver(at)?.id !== source.id) return 'decides';
    if (at.type === 'assignment_expression') return /(?:^|\.)\w*(?:Ip|IP|IPAddress|IpAddress|HostAddress|ClientAddress|RemoteAddress)$/.test(plain(field(at, 'left'))) && field(at, 'left')?.type === 'member_access_expression' || at.parent?.type === 'initializer_expression' ? 'stored' : undefined;
    if (/statement$|declaration$|declarator$|lambda/.test(at.type)) return undefined;
  }
  return undefined;
}

/** What happens to a local that holds the address. */
function useOfLocal(source: CsNode, member: CsNode): 'decides' | 'stored' | undefined {
  let at: CsNode | null = source.parent;
  while (at && at.type !== 'variable_declarator' && !/statement$/.test(at.type)) at = at.parent;
  const name = at?.type === 'variable_declarator' ? field(at, 'name')?.text : undefined;
  if (name === undefined) return undefined;
  const uses = descendants(member, 'identifier').filter((each) => each.text === name && each.startIndex > source.endIndex).map(useOf);
  return uses.includes('decides') ? 'decides' : uses.find((use) => use !== undefined);
}

const toldKey = {};

function check(node: CsNode, cx: RuleFileContext): void {
  const name = field(node, 'name');
  const member = enclosingMember(node);
  const on = plain(field(node, 'expression'));
  if (!name || !member || !address.test(name.text) || !(name.text === 'UserHostAddress' ? /Request$/ : /Connection$/).test(on) || ownHeaders.test(member.text)) return;
  const use = useOf(node) ?? useOfLocal(node, member);
  const type = enclosingType(node);
  const told = cx.once(toldKey, () => new Set<string>());
  const key = `${type ? nameOf(type) : ''} ${use ?? ''}`;
  if (!use || told.has(key)) return;
  told.add(key);
  cx.report({ at: span(name), say: `client-net-${use}`, severity: use === 'decides' ? 'warning' : 'info', cause: `client address ${use}` });
}

/** The address of the connection taken for the user's, in ASP.NET of either generation. */
export const csharpClient = ruleMatcher({
  language: 'csharp', needles: [['UserHostAddress'], ['RemoteIpAddress']], on: { member_access_expression: check },
});
