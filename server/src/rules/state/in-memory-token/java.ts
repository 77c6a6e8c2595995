import { ruleMatcher, type Found, type RuleFileContext } from '../../../contract/rule.js';
import { args, bareType, enclosingType, field, fieldsOf, isType, methodsOf, modifiers, nameOf, simpleName, span, typeOf, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { codeText } from '../../../syntax/java/code-text.js';
import { asksForBeans, changed } from '../../../syntax/java/field-needles.js';
import { holdsNoData } from '../../../syntax/java/field-purpose.js';
import { asksForReplicas, dataWrites, isVariantByCondition, isMemoryVariant, keptIn, type Kept } from '../../../syntax/java/kept.js';
import { beanCandidate } from '../../../syntax/java/singletons.js';
import { fullName } from '../../../syntax/java/names.js';
import { isLocalCache, tokensIn, type TokenKind } from '../../../syntax/java/kept-tokens.js';
import { spoken } from './revoked.js';

/** How many places that write are shown. */
const shown = 5;

/** A cache outlives requests even where nothing says that its class has one instance: nobody makes one for a single use. */
function keptOrCached(cx: RuleFileContext, type: JavaNode, declared: Declared, bean: string | undefined): Kept | undefined {
  return keptIn(cx, type, declared) ?? (isLocalCache(cx, declared) || bean !== undefined ? { declared, type, isStatic: false, singleton: true } : undefined);
}

function severityOf(cx: RuleFileContext, { type, declared }: Kept, kind: TokenKind): Pick<Found, 'severity' | 'confidence'> {
  if (isVariantByCondition(type)) return { severity: 'info', confidence: 'low' };
  if (isMemoryVariant(type) || asksForReplicas(type) || kind === 'sessions' || (kind === 'handled' && keptIn(cx, type, declared) === undefined)) return { severity: 'warning', confidence: 'low' };
  return { confidence: kind === 'handled' ? 'medium' : 'high' };
}

function look(cx: RuleFileContext, type: JavaNode, declared: Declared): void {
  // Whether configuration makes one object of the class is known only when all files were read: see the clearing.
  const bean = keptIn(cx, type, declared) || isLocalCache(cx, declared) || !asksForBeans(cx) ? undefined : beanCandidate(cx, type);
  const kept = keptOrCached(cx, type, declared, bean);
  if (!kept) return;
  const writes = dataWrites(cx, kept);
  const kind = tokensIn(cx, kept, writes);
  const name = field(declared.node, 'name');
  if (!kind || !name || (kind !== 'login' && kind !== 'sessions' && holdsNoData(cx, declared))) return;
  cx.report({
    at: span(name), say: spoken(kind, name.text, nameOf(type)), args: { field: name.text, type: nameOf(type) }, ...severityOf(cx, kept, kind),
    also: writes.filter((write) => write.kind === 'insert').slice(0, shown).map((write) => ({ at: span(write.at), say: 'write' })),
    cause: `${kind} in ${nameOf(type)}`, ...(bean === undefined ? {} : { data: { bean } }),
  });
}

function inspect(type: JavaNode, cx: RuleFileContext): void {
  for (const declared of fieldsOf(type)) look(cx, type, declared);
}

/** A field that is a collection, and one whose declaration says what it keeps. */
const collection = /\b(?:private|protected|public|static)\s([^;(){}=]*(?:Map|Set|List|Hashtable|Cache|Vector)\b[^;(){}=]*)[=;]/g;
const telling = /\b(?:private|protected|public|static)\s([^;(){}=]*(?:Map|Set|List|Hashtable|Cache|Vector)\b[^;(){}=]*(?:token|otp|captcha|csrf|nonce|code|verif|reset|login|online|auth|session|idempot|processed|seen|handled|consumed|used)\w*\s*)[=;]/gi;

/** Collections that keep tokens, log-ins or what was handled. */
export const javaTokens = ruleMatcher({
  language: 'java',
  needles: [
    [changed(telling)], [/(?<!\bprivate\s)\bstatic\s+(?:final\s+)?[\w.]*Map\b[^;(){}=]*HttpSession\s*>/], ['HttpSessionBindingListener'], ['HttpSessionListener', changed(collection)],
    [/\bclass\s+\w*(?:Token|Otp|OTP|Captcha|Csrf|Nonce|OneTime|Verif|PasswordReset|(?:Sms|Auth|Phone|Valid\w*|Confirm\w*|Activation|Pin)(?:Code|Key|Number|No)|Login|Idempot|Dedup)/, changed(collection)],
  ],
  on: { class_declaration: inspect, enum_declaration: inspect },
});

/** Stores that frameworks bring for trying things out, by full name. */
const stores = [
  'org.springframework.security.oauth2.provider.token.store.InMemoryTokenStore', 'org.springframework.security.oauth2.provider.code.InMemoryAuthorizationCodeServices',
  'org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService', 'org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService',
  'org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService', 'org.springframework.security.web.authentication.rememberme.InMemoryTokenRepositoryImpl',
  'org.springframework.security.authentication.ott.InMemoryOneTimeTokenService',
];

/** The field that a store is the first value of, and that a setter replaces: whoever makes the object decides. */
function replaceable(cx: RuleFileContext, creation: JavaNode): { readonly field: string; readonly type: string } | undefined {
  const declarator = creation.parent?.type === 'variable_declarator' ? creation.parent : undefined;
  const declaration = declarator?.parent;
  const type = declarator && enclosingType(declarator);
  if (!declarator || declaration?.type !== 'field_declaration' || !type || modifiers(declaration).has('final')) return undefined;
  const name = nameOf(declarator);
  const setter = `set${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return methodsOf(type).some((method) => nameOf(method) === setter) ? { field: name, type: fullName(cx, type) } : undefined;
}

/** Grants that users give again, at the price of another log-in or question. */
const renewable = /AuthorizedClient|Consent/;

/** A number that limits; -1 lifts the limit. */
const limit = /^[1-9]\d*$/;

const registry = 'org.springframework.security.core.session.SessionRegistry';
const registryKey = {};

/** `sessions.getAllSessions(user, false)`: the registry of Spring Security knows what its own process has seen. */
function asksRegistry(call: JavaNode, cx: RuleFileContext): void {
  const name = field(call, 'name');
  const object = field(call, 'object');
  const type = enclosingType(call);
  if (!name || !object || !type || !/^getAll(?:Sessions|Principals)$/.test(name.text) || !isType(cx, call, typeOf(object), registry)) return;
  cx.once(registryKey, () => cx.report({ at: span(name), say: 'registry', severity: 'warning', confidence: 'medium', args: { type: nameOf(type) }, cause: 'concurrent sessions' }));
}

/** Spring Security's stores of tokens, and its count of sessions per user, in the memory of the process. */
export const javaStores = ruleMatcher({
  language: 'java',
  needles: [[/InMemory(?:Token|Authorization|OAuth2Authoriz|OneTimeToken)\w*\s*\(/], ['maximumSessions'], ['SessionRegistry', /\bgetAll(?:Sessions|Principals)\b/]],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const name = bareType(type);
      if (!type || !/InMemory/.test(name) || !stores.some((full) => isType(cx, creation, name, full))) return;
      const first = replaceable(cx, creation);
      const mild = first !== undefined || renewable.test(name);
      cx.report({ at: span(type), say: 'store', args: { type: simpleName(name) }, confidence: first ? 'low' : 'high', ...(mild ? { severity: 'warning' } : {}), ...(first ? { data: first } : {}) });
    },
    method_invocation(call, cx) {
      const name = field(call, 'name');
      asksRegistry(call, cx);
      if (name?.text !== 'maximumSessions' || !limit.test(args(call)[0]?.text ?? '') || /\bsessionRegistry\s*\(/.test(codeText(call.tree.rootNode))) return;
      cx.report({ at: span(name), say: 'concurrency', severity: 'warning', confidence: 'medium', cause: 'concurrent sessions' });
    },
  },
});
