import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { calledName, callName, enclosing, enclosingMember, enclosingType, field, isString, plain, receiver, span, type CsNode } from '../../../syntax/csharp/ask.js';

/** Where the name goes that a machine gives itself. */
function useOf(source: CsNode): 'compared' | 'stored' | undefined {
  let at: CsNode | null = source.parent;
  for (let steps = 0; at && steps < 4; at = at.parent, steps += 1) {
    // `(name ?? MachineName)`, a call on it, and a cast pass it on.
    if (at.type === 'binary_expression' && /^(?:==|!=)$/.test(at.child(1)?.text ?? '')) return 'compared';
    if (at.type === 'invocation_expression' && /^(?:Equals|StartsWith|EndsWith|Contains)$/.test(callName(at)) && receiver(at)?.id !== at.id) return 'compared';
    if (at.type === 'assignment_expression' && /\.(?:\w*(?:Server|Machine|Host|Node|Instance)\w*)$/.test(plain(field(at, 'left')))) return 'stored';
    if (/statement$|declaration$|lambda/.test(at.type)) return undefined;
  }
  return undefined;
}

/** Names of the machine that one is on: compared with these as well, the question is whether a target is near. */
const here = /"(?:localhost|127\.0\.0\.1|::1|\(local\)|\.)"/;

const toldKey = {};

function tell(cx: RuleFileContext, at: CsNode, node: CsNode, source: string): void {
  const use = useOf(node);
  if (!use || isString(node) || (use === 'compared' && here.test(enclosingMember(node)?.text ?? ''))) return;
  const holder = enclosing(node, 'assignment_expression');
  const name = use === 'stored' && holder ? (plain(field(holder, 'left')).split('.').at(-1) ?? '') : '';
  // What is only logged or shown as information decides nothing.
  if (use === 'stored' && /log|telemetry|metric|ViewBag|ViewData|model/i.test(holder?.text ?? '')) return;
  // What one class decides by the name is one design.
  const told = cx.once(toldKey, () => new Set<string>());
  const key = `${enclosingType(node)?.id ?? ''} ${use} ${name}`;
  if (told.has(key)) return;
  told.add(key);
  cx.report({ at: span(at), say: use, args: use === 'stored' ? { source, name } : { source }, severity: use === 'compared' ? 'warning' : 'info' });
}

/** The name of the machine where it decides something or is kept. */
export const csharpMachine = ruleMatcher({
  language: 'csharp', needles: [['MachineName'], [/\bDns\s*\.\s*GetHostName\s*\(/], ['GetAllNetworkInterfaces']],
  on: {
    member_access_expression(node, cx) {
      const name = field(node, 'name');
      if (name?.text === 'MachineName' && /(?:^|\.)Environment$/.test(plain(field(node, 'expression')))) tell(cx, name, node, 'Environment.MachineName');
    },
    invocation_expression(call, cx) {
      const at = calledName(call);
      if (at && callName(call) === 'GetHostName' && /(?:^|\.)Dns$/.test(plain(receiver(call)))) tell(cx, at, call, 'Dns.GetHostName()');
    },
  },
});
