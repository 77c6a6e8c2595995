import { ruleMatcher, type Found, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, args, enclosing, enclosingCallable, enclosingType, field, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';
import { codeText } from '../../../syntax/java/code-text.js';
import { beanOf, filledField, isFallback, keptInFile, madeKey, namesSecret, protectsWith, staysForLife, type MadeKey } from '../../../syntax/java/kept-keys.js';

/** How a key that is made in text form looks, for the fix. */
type Shape = 'hmac' | 'jjwt-sig' | 'none';

function shapeOf({ at, node }: MadeKey): Shape {
  if (at.text === 'secretKeyFor') return 'hmac';
  return at.text === 'build' && /\.SIG\.HS\d+\.key\(\)/.test(node.text.replace(/\s/g, '')) ? 'jjwt-sig' : 'none';
}

/** A key of one use: returned to whoever asked, kept with a user's session, or stored with an entity. */
function isOneOff(cx: RuleFileContext, made: MadeKey): boolean {
  const target = filledField(made.node);
  const bean = beanOf(cx, made.node);
  return !target && !(bean && annotation(bean, 'Bean', 'Produces'));
}

function verdict(cx: RuleFileContext, { node }: MadeKey, owner: JavaNode): Pick<Found, 'say' | 'severity' | 'confidence'> {
  const bean = beanOf(cx, node);
  const conditional = [owner, ...(bean ? [bean] : [])].some((each) => annotation(each, 'Profile', 'ConditionalOnProperty', 'ConditionalOnMissingBean', 'ConditionalOnExpression'));
  return conditional || isFallback(cx, node) ? { say: 'fallback', severity: 'warning', confidence: 'medium' } : { say: 'memory', severity: 'error', confidence: 'high' };
}

/** `Jwts.SIG.HS256.key().build().getAlgorithm()`: the key itself is thrown away. */
function isAskedForName({ node }: MadeKey): boolean {
  const { parent } = node;
  return parent?.type === 'method_invocation' && field(parent, 'object')?.id === node.id && /^get(?:Algorithm|Format)$/.test(nameOf(parent));
}

function look(cx: RuleFileContext, made: MadeKey): void {
  const owner = enclosingType(made.node);
  if (!owner || isAskedForName(made)) return;
  if (keptInFile(cx, made.node)) {
    cx.report({ at: span(made.at), say: 'file', confidence: 'medium', cause: `keys of ${nameOf(owner)}` });
    return;
  }
  const target = filledField(made.node);
  if (isOneOff(cx, made) || !staysForLife(cx, made.node, target?.declaration)) return;
  if (!made.forTokens && target && !protectsWith(owner, target.name.text) && !namesSecret(target.name.text)) return;
  cx.report({ at: span(made.at), ...verdict(cx, made, owner), cause: `keys of ${nameOf(owner)}`, data: { shape: shapeOf(made), start: made.node.startIndex, end: made.node.endIndex } });
}

const randomTexts = /\bUUID\s*\.\s*randomUUID\s*\(|\bRandomStringUtils\s*\.\s*\w+\s*\(|\bKeyGenerators\s*\.\s*\w+\s*\(/;

/** `private static final String SECRET = UUID.randomUUID().toString();` */
function randomField(declaration: JavaNode, cx: RuleFileContext): void {
  const declarator = field(declaration, 'declarator');
  const value = declarator && field(declarator, 'value');
  const name = declarator && field(declarator, 'name');
  const owner = enclosingType(declaration);
  if (!value || !name || !owner || !randomTexts.test(value.text) || !staysForLife(cx, declaration, declaration)) return;
  // A random name of this process, such as the id under which it holds a lock, is no secret.
  if (!namesSecret(name.text) || !(protectsWith(owner, name.text) || /secret|signing|jwt|hmac|salt/i.test(name.text))) return;
  cx.report({ at: span(name), say: 'memory', confidence: 'medium', cause: `keys of ${nameOf(owner)}` });
}

const generatesKey = /\bset(?:Encryption)?(?:Cipher|Signing)Key\s*\([^;]*\bgenerate(?:New)?(?:Secret)?Key\s*\(/;

/** Keys that the platform and token libraries make. */
export const javaKeys = ruleMatcher({
  language: 'java',
  needles: [
    ['secretKeyFor'], ['keyPairFor'], ['Jwts', /\.\s*key(?:Pair)?\s*\(\s*\)/], ['RSAKeyGenerator'], ['ECKeyGenerator'], ['OctetSequenceKeyGenerator'], ['OctetKeyPairGenerator'], ['MacProvider'],
    ['KeyGenerator', 'generateKey'], ['KeyPairGenerator'], ['setCipherKey', generatesKey], ['setSigningKey', generatesKey], ['setEncryptionCipherKey', generatesKey],
  ],
  on: {
    method_invocation(call, cx) {
      const made = madeKey(cx, call);
      if (made) look(cx, made);
    },
  },
});

/** Secrets that are random texts. */
export const javaRandomSecrets = ruleMatcher({
  language: 'java',
  needles: ['randomUUID', 'RandomStringUtils', 'KeyGenerators'].map((word) => [word, /(?:secret|signing|jwt|hmac|token|salt|cipher|key)\w*\s*=[^;=]*(?:randomUUID|RandomStringUtils|KeyGenerators)/i]),
  on: { field_declaration: randomField },
});

/** What follows a call in its chain of the security builder, as far as it goes. */
function chain(call: JavaNode): string {
  let text = '';
  for (let at: JavaNode = call, { parent } = call; parent?.type === 'method_invocation' && field(parent, 'object')?.id === at.id; at = parent, { parent } = at) {
    text += `.${nameOf(parent)}(${args(parent).map(codeText).join()})`;
  }
  return text;
}

const remembering = /\.\s*(?:key|tokenRepository|rememberMeServices)\s*\(|\b(?:key|tokenRepository|rememberMeServices)\s*=/;

/** Cookies that remember users, signed with a key that the framework makes when none is set. */
export const javaRememberMe = ruleMatcher({
  language: 'java',
  needles: [['rememberMe'], ['CookieRememberMeManager']],
  on: {
    method_invocation(call, cx) {
      const name = field(call, 'name');
      if (name?.text !== 'rememberMe' || !/\b(?:HttpSecurity|ServerHttpSecurity)\b/.test(cx.text)) return;
      const passed = args(call).map(codeText).join();
      // A named customiser stands elsewhere.
      if (remembering.test(passed) || (passed === '' && remembering.test(chain(call).replace(/\.and\(\)[^]*$/, ''))) || /^\w+(?:::\w+)?$/.test(passed)) return;
      const callable = enclosingCallable(call);
      if (callable && /\.disable\s*\(|::disable/.test(passed)) return;
      const insert = passed === '' ? call.endIndex : lambdaEnd(call);
      cx.report({ at: span(name), say: 'rememberMe', confidence: 'high', cause: 'remember me', data: { shape: insert === undefined ? 'none' : 'remember', start: insert ?? 0, end: insert ?? 0 } });
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const owner = enclosing(creation, 'class_declaration');
      if (type?.text !== 'CookieRememberMeManager' || /\bset(?:Cipher|Encryption)Key\s*\(/.test(owner ? codeText(owner) : '')) return;
      cx.report({ at: span(type), say: 'rememberMe', confidence: 'high', cause: 'remember me' });
    },
  },
});

/** Where `.key(…)` fits in `rememberMe(remember -> remember.alwaysRemember(true))`. */
function lambdaEnd(call: JavaNode): number | undefined {
  const [lambda] = args(call);
  const body = lambda?.type === 'lambda_expression' ? field(lambda, 'body') : undefined;
  return body && body.type !== 'block' ? body.endIndex : undefined;
}
