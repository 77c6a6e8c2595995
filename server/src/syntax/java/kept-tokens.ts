import type { FileContext } from '../../contract/rule.js';
import { declarationOf, enclosingCallable, field, isType, modifiers, nameOf, simpleName, type Declared } from './ask.js';
import { codeText } from './code-text.js';
import { allTypeNames, isOnePerPart, shapeOf, wordsOf } from './field-purpose.js';
import { below, type FieldWrite } from './field-writes.js';
import type { Kept } from './kept.js';
import { supertypes } from './lifecycle.js';
import { bareTokens, codes, foreignTokens, handled, logins, notTokens } from '../kept-words.js';

/** `code`: one-time codes and tokens; `login`: who is logged in; `sessions`: a list of all sessions; `handled`: what was dealt with already. */
export type TokenKind = 'code' | 'login' | 'sessions' | 'handled';


/** What a class works with rather than what it issues. */
const parts = /^(?:Abstract|I)[A-Z]|(?:Authn|Authenticator|Service|Provider|Factory|Handler|Config|Configuration|Properties|Client|Template|Sender|Generator|Validator|Filter|Strategy|Manager)$/;

/** Types of cryptographic keys, by full name. */
const keys = ['java.security.Key', 'java.security.KeyPair', 'java.security.PrivateKey', 'java.security.PublicKey', 'javax.crypto.SecretKey', 'com.nimbusds.jose.jwk.JWK', 'com.nimbusds.jose.jwk.RSAKey', 'com.nimbusds.jose.jwk.ECKey'];
/** Calls that make a key by chance; one that is derived from a password is the same in every replica. */
const keyMaking = /\b(?:generateKey(?:Pair)?|genKeyPair|secretKeyFor|keyPairFor|RSAKeyGenerator|ECKeyGenerator)\s*\(/;

/** Caches that live in the process, by full name. */
const localCaches = [
  'com.google.common.cache.Cache', 'com.google.common.cache.LoadingCache', 'com.github.benmanes.caffeine.cache.Cache', 'com.github.benmanes.caffeine.cache.LoadingCache',
  'net.jodah.expiringmap.ExpiringMap', 'org.apache.commons.collections4.map.PassiveExpiringMap', 'cn.hutool.cache.impl.TimedCache', 'cn.hutool.cache.Cache',
];

/** Whether a field is a cache of this process. */
export function isLocalCache(cx: FileContext, declared: Declared): boolean {
  return localCaches.some((full) => isType(cx, declared.node, declared.type, full));
}

function phrase(name: string): string {
  return wordsOf(name).join(' ');
}

const sessions = ['javax.servlet.http.HttpSession', 'jakarta.servlet.http.HttpSession'];

function keepsSessions(cx: FileContext, declared: Declared): boolean {
  const [, ...inner] = allTypeNames(declared);
  return inner.includes('HttpSession') && sessions.some((full) => isType(cx, declared.node, 'HttpSession', full));
}

/** `sessions.put(session.getId(), session)`: under its own id a session says nothing of whose it is. */
function isUnderOwnId({ values: [key, value] }: FieldWrite): boolean {
  return key !== undefined && value !== undefined && key.text.replace(/\s/g, '') === `${value.text}.getId()`;
}

/** Whether a class only lists sessions for others: it neither looks one up by user nor ends one, so nothing tells of duplicate logins. */
function isMereList({ declared, type }: Kept, writes: readonly FieldWrite[]): boolean {
  const [outer = ''] = allTypeNames(declared);
  const inserts = writes.filter(({ kind }) => kind === 'insert');
  return (!/Map$|Hashtable$|Cache$/.test(outer) || (inserts.length > 0 && inserts.every(isUnderOwnId) && /\b(?:keySet|values|entrySet)\s*\(/.test(codeText(type)))) && !logins.test(phrase(nameOf(declared.node))) && !/\.\s*(?:invalidate|logout|expireNow)\s*\(|\b(?:[dD]uplicat|[cC]oncurrent|[mM]ulti)\w*[lL]ogin/.test(codeText(type));
}

/** Whether some method that fills the field makes what it puts in: random values and generated tokens. */
function isIssuedHere(writes: readonly FieldWrite[]): boolean {
  return writes.some((write) => {
    const callable = enclosingCallable(write.node);
    return callable !== undefined && /\b(?:UUID|SecureRandom|Random|RandomStringUtils|nextInt|nextBytes|random\w*)\b|\b(?:generate|create|issue|new)\w*(?:Token|Code|Key|Otp|Otp|Jwt)\w*\s*\(/.test(callable.text);
  });
}

/** Whether some method that fills the field makes the keys by chance. */
function isKeyMadeHere(writes: readonly FieldWrite[]): boolean {
  return writes.some(({ node }) => keyMaking.test(enclosingCallable(node)?.text ?? ''));
}

/** Whether what is put in was drawn by chance in the same method: numbers that are given out already are no marks of work, and two replicas hardly ever draw the same. */
function isDrawnHere(writes: readonly FieldWrite[]): boolean {
  const inserts = writes.filter(({ kind }) => kind === 'insert');
  return inserts.length > 0 && inserts.every((write) => write.values.slice(0, 1).some((value) => /\b(?:UUID|SecureRandom|RandomStringUtils|random\w*)\b/.test((value.type === 'identifier' ? declarationOf(value)?.value : value)?.text ?? '')));
}

/** `usedIds.add(drawn)`: under such a name nobody asks for the numbers again but whoever draws the next one. */
export function namesDrawn(declared: Declared, writes: readonly FieldWrite[]): boolean {
  return handled.test(phrase(nameOf(declared.node))) && isDrawnHere(writes);
}

/** Whether the class looks up what it keeps: without that nothing depends on it. */
function isAsked(kept: Kept): boolean {
  const name = nameOf(kept.declared.node);
  return below(kept.type, 'method_invocation').some((call) => /^(?:get|getIfPresent|containsKey|containsValue|contains|remove|asMap|putIfAbsent|add|keySet|entrySet|values)$/.test(nameOf(call)) && simpleName(field(call, 'object')?.text ?? '') === name);
}

/** Whether the collection begins empty and is open to other classes, who must be the ones to fill it. */
function isFilledElsewhere({ declared, isStatic }: Kept): boolean {
  return isStatic && !modifiers(declared.declaration).has('private') && declared.value?.type === 'object_creation_expression';
}

/**
 * Whether a field keeps tokens, log-ins or marks of what was handled, by the types and names that its declaration joins;
 * `writes` are the changes made while requests are served.
 */
export function tokensIn(cx: FileContext, kept: Kept, writes: readonly FieldWrite[]): TokenKind | undefined {
  const { declared, type } = kept;
  const shape = shapeOf(cx, declared);
  if ((shape !== 'container' && !isLocalCache(cx, declared)) || isOnePerPart(declared)) return undefined;
  const filled = writes.some((write) => write.kind === 'insert');
  if (!filled && !isFilledElsewhere(kept)) return undefined;
  if (keepsSessions(cx, declared)) return isMereList(kept, writes) ? 'sessions' : 'login';
  const own = phrase(nameOf(declared.node));
  if (notTokens.test(own) || !(isAsked(kept) || isFilledElsewhere(kept))) return undefined;
  const [, ...inner] = allTypeNames(declared);
  if (inner.some((name) => parts.test(name))) return undefined;
  const texts = [own, ...inner.map(phrase), phrase(nameOf(type))];
  if (handled.test(own) || inner.some((name) => handled.test(phrase(name))) || /\b(?:idempoten\w*|dedup\w*)\b/.test(phrase(nameOf(type)))) return filled && !isDrawnHere(writes) ? 'handled' : undefined;
  const listens = supertypes(type).some((name) => /^HttpSession(?:Binding)?Listener$/.test(name));
  if (logins.test(own) || (listens && filled) || /\b(?:duplicat\w*|multi) login\b/.test(phrase(nameOf(type)))) return 'login';
  if (!filled || foreignTokens.test(own)) return undefined;
  // Keys made here, one for each user: what one replica signs, no other can verify.
  if (inner.some((name) => keys.some((full) => simpleName(full) === name && isType(cx, declared.node, name, full))) && isKeyMadeHere(writes)) return 'code';
  if (texts.some((text) => codes.test(text))) return 'code';
  return bareTokens.test(own) && isIssuedHere(writes) ? 'code' : undefined;
}
