import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, bareType, enclosingCallable, enclosingType, field, nameOf, span, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { codeText } from '../../../syntax/java/code-text.js';
import { usesOf, type Use } from '../../../syntax/java/flow.js';
import { isLogging, wordsIn } from './words.js';

/** A file that asks for the proxy's headers knows what stands in front of it. */
const headers = /x-forwarded|x-real-ip|proxy-client-ip|"forwarded"|FORWARDED?_|_FORWARD(?:ED)?\b|ForwardedHeader/i;

/** Calls and names that decide about a caller. */
const deciding = /^(?:limit|limiter|rate|throttle|ban|banned|block|blocked|deny|denied|allow|allowed|allowlist|allowlisted|whitelist|whitelisted|blacklist|blacklisted|access|accessible|permit|permitted|restrict|restricted|attempt|attempts|policy|hit)$/;
const storing = /^(?:set|add|insert|save|store|put|register|record|audit|create|update)/;
const clientWords = /^(?:ip|ips|addr|address|host)$/;
const helperWords = /^(?:ip|ips|addr|address|host|client|clnt)$/;

type Purpose = 'decides' | 'stored' | 'helper';

function decides(words: readonly string[]): boolean {
  return words.some((word) => deciding.test(word));
}

/** What a use of the address is for; `undefined` when it is only shown, or the file does not tell. */
function purposeOf({ kind, by, value }: Use): Purpose | undefined {
  if (kind === 'compared') return nullCheck(by) ? undefined : 'decides';
  if (kind === 'returned') {
    const method = enclosingCallable(by);
    // A request that wraps another one hands its answers on.
    if (method && /^getRemote(?:Addr|Host)$/.test(nameOf(method))) return undefined;
    return method && wordsIn(nameOf(method)).some((word) => helperWords.test(word)) ? 'helper' : undefined;
  }
  if (kind === 'kept') return wordsIn(nameOf(enclosingType(by) ?? by)).some((word) => /^(?:authentication|audit|login|details|log)$/.test(word)) ? 'stored' : undefined;
  if (kind !== 'argument' || isLogging(by)) return undefined;
  const name = by.type === 'method_invocation' ? nameOf(by) : bareType(field(by, 'type'));
  if (decides(wordsIn(name)) || decides(wordsIn(field(by, 'object')?.text ?? ''))) return 'decides';
  if (by.type === 'object_creation_expression') return undefined;
  return storing.test(name) && mentionsClient(by, value) && !/^set(?:Header|Attribute|Property|Parameter)$/.test(name) ? 'stored' : undefined;
}

/** The setter, or the key of a map, says whose address it takes. */
function mentionsClient(call: JavaNode, value: JavaNode): boolean {
  const [first] = args(call);
  const named = first && first.id !== value.id && args(call).length === 2 ? first.text : nameOf(call).replace(/^[a-z]+/, '');
  return wordsIn(named).some((word) => clientWords.test(word)) && !/^MDC$|^model$|Model$|mav$/i.test(field(call, 'object')?.text ?? '');
}

function nullCheck(comparison: JavaNode): boolean {
  return /^(?:isEmpty|isBlank)$/.test(nameOf(comparison)) || /\bnull\b|""|"unknown"/.test(comparison.text);
}

function isRequest(object: JavaNode | undefined): boolean {
  if (!object) return false;
  const type = typeOf(object);
  if (type !== '') return /(?:Servlet|StaplerRequest2?|WebRequest)|^(?:Stapler)?Request2?$/.test(type) && !/^(?:Grizzly|Http2?)Request$/.test(type);
  return /^(?:\w*[rR]eq(?:uest)?|(?:\w+\.)*get(?:Current|Servlet|HttpServlet|Native|Http)*Request\(\w*\))$/.test(object.text);
}

const rank: readonly Purpose[] = ['decides', 'stored', 'helper'];
const saidKey = {};

function look(call: JavaNode, cx: RuleFileContext): void {
  const name = field(call, 'name');
  if (!name || !/^getRemote(?:Addr|Host)$/.test(name.text) || args(call).length > 0 || !isRequest(field(call, 'object'))) return;
  if (headers.test(codeText(call.tree.rootNode))) return;
  const purposes = usesOf(cx, call).map(purposeOf);
  const purpose = rank.find((each) => purposes.includes(each));
  // One place of a file tells what the file does.
  const said = cx.once(saidKey, () => new Set<Purpose>());
  if (!purpose || said.has(purpose)) return;
  said.add(purpose);
  cx.report({
    at: span(name), say: `client-${purpose}`, confidence: purpose === 'decides' ? 'high' : 'medium', cause: 'client-address',
    args: purpose === 'helper' ? { method: nameOf(enclosingCallable(call) ?? call) } : {},
  });
}

/** `getRemoteAddr()` where it decides or is recorded, and Spring Security rules about addresses. */
export const javaClient = ruleMatcher({
  language: 'java',
  needles: [['getRemoteAddr'], ['getRemoteHost'], ['hasIpAddress']],
  on: {
    method_invocation(call, cx) {
      const name = field(call, 'name');
      if (name?.text !== 'hasIpAddress') return look(call, cx);
      if (args(call)[0]?.type === 'string_literal' && /Security/.test(cx.text) && !headers.test(codeText(call.tree.rootNode))) cx.report({ at: span(name), say: 'client-decides', cause: 'client-address' });
    },
  },
});
