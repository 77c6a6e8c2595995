import type { FileContext } from '../../contract/rule.js';
import { annotations, args, declarationOf, enclosing, enclosingCallable, enclosingType, field, isType, modifiers, nameOf, type JavaNode } from './ask.js';
import { below, callsNamed } from './field-writes.js';
import { wordsOf } from './field-purpose.js';
import { runsAtStart } from './lifecycle.js';
import { isSingleton } from './singletons.js';

/** A place that makes a fresh key. */
export interface MadeKey {
  /** The telling token. */
  readonly at: JavaNode;
  /** The whole expression. */
  readonly node: JavaNode;
  /** Whether the library makes such keys for signing tokens only. */
  readonly forTokens: boolean;
}

const generators = ['javax.crypto.KeyGenerator', 'java.security.KeyPairGenerator'];

/** What a call of the Java platform or of a token library makes: `Keys.secretKeyFor(…)`, `Jwts.SIG.HS256.key().build()`, `generator.generateKey()`. */
export function madeKey(cx: FileContext, call: JavaNode): MadeKey | undefined {
  const at = field(call, 'name');
  const object = field(call, 'object');
  if (!at || !object) return undefined;
  const { text } = object;
  switch (at.text) {
    case 'secretKeyFor': case 'keyPairFor':
      return isType(cx, call, text, 'io.jsonwebtoken.security.Keys') ? { at, node: call, forTokens: true } : undefined;
    case 'build':
      return /^(?:io\.jsonwebtoken\.)?Jwts\.(?:SIG|ENC)\.\w+\.key(?:Pair)?\(\)$/.test(text.replace(/\s/g, '')) ? { at, node: call, forTokens: true } : undefined;
    case 'generate':
      return /^new\s+[\w.]*(?:RSAKey|ECKey|OctetSequenceKey|OctetKeyPair)Generator\b/.test(text) ? { at, node: call, forTokens: true } : undefined;
    case 'generateKey': case 'generateKeyPair': case 'genKeyPair': {
      if (text === 'MacProvider') return { at, node: call, forTokens: true };
      const type = object.type === 'method_invocation' ? (field(object, 'object')?.text ?? '') : declarationOf(object)?.type ?? '';
      if (generators.some((full) => isType(cx, call, type, full))) return { at, node: call, forTokens: false };
      return handedOn(call) ? { at, node: call, forTokens: true } : undefined;
    }
    default:
      return handedOn(call) ? { at, node: call, forTokens: true } : undefined;
  }
}

/** `manager.setCipherKey(Ciphers.generateNewKey(128))`: a generated key that is handed straight to what protects with it. */
function handedOn(call: JavaNode): boolean {
  if (!/^generate(?:New)?(?:Secret)?Key$/.test(nameOf(call))) return false;
  const taker = enclosing(call, 'argument_list')?.parent;
  return taker?.type === 'method_invocation' && /^(?:setCipherKey|setEncryptionCipherKey|setSigningKey|signWith)$/.test(nameOf(taker));
}

const secretWords = /^(?:secret|secrets|signing|signature|sign|jwt|hmac|jwk|jwks|jws|token|tokens|csrf|encryption|encrypt|cipher|aes|rsa|rememberme|remember|salt|pepper)$/;

/** Whether a name says that a value protects something. */
export function namesSecret(name: string): boolean {
  return wordsOf(name).some((word) => secretWords.test(word));
}

/** Field that an expression fills: its initial value, or an assignment. */
export function filledField(node: JavaNode): { readonly name: JavaNode; readonly declaration: JavaNode } | undefined {
  for (let at = node, parent = at.parent; parent; at = parent, parent = at.parent) {
    if (parent.type === 'variable_declarator') {
      const name = field(parent, 'name');
      if (!name || !parent.parent) return undefined;
      return parent.parent.type === 'field_declaration' ? { name, declaration: parent.parent } : viaLocal(parent, name);
    }
    if (parent.type === 'assignment_expression') {
      const left = field(parent, 'left');
      const declared = left && declarationOf(left);
      const name = declared && field(declared.node, 'name');
      if (!declared || !name) return undefined;
      return declared.kind === 'field' ? { name, declaration: declared.declaration } : viaLocal(parent, name);
    }
    if (!/^(?:method_invocation|argument_list|parenthesized_expression|cast_expression|object_creation_expression|ternary_expression)$/.test(parent.type)) return undefined;
  }
  return undefined;
}

/** `KeyPair pair = …; this.publicKey = pair.getPublic();` */
function viaLocal(place: JavaNode, name: JavaNode): ReturnType<typeof filledField> {
  const callable = enclosingCallable(place);
  const assigned = callable && below(callable, 'assignment_expression').find((each) => {
    const left = field(each, 'left');
    const right = field(each, 'right');
    return each.startIndex > place.endIndex && left !== undefined && declarationOf(left)?.kind === 'field' && right !== undefined && new RegExp(`\\b${name.text}\\b`).test(right.text);
  });
  const left = assigned && field(assigned, 'left');
  const declared = left && declarationOf(left);
  const target = declared && field(declared.node, 'name');
  return declared && target ? { name: target, declaration: declared.declaration } : undefined;
}

const using = /^(?:init|initSign|initVerify|signWith|verifyWith|setSigningKey|decryptWith|encryptWith|HMAC\d+|RSA\d+|withSecretKey|withPublicKey|privateKey|publicKey|doFinal|sign|setCipherKey|key|secret)$/;

/** Whether the file signs or encrypts with a value of this name. */
export function protectsWith(type: JavaNode, name: string): boolean {
  const word = new RegExp(`\\b${name}\\b`);
  const getter = `get${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return below(type, 'method_invocation').some((call) => using.test(nameOf(call)) && args(call).some((passed) => word.test(passed.text) || passed.text.includes(`${getter}(`)));
}

function isBean(callable: JavaNode | undefined): boolean {
  return callable !== undefined && annotations(callable).some(({ name }) => name === 'Bean' || name === 'Produces');
}

/** Bean method that a place serves: its own, or the one that calls its private or package-private helper. */
export function beanOf(cx: FileContext, place: JavaNode, depth = 0): JavaNode | undefined {
  const callable = enclosingCallable(place);
  if (!callable || isBean(callable)) return callable;
  const owner = enclosingType(place);
  if (!owner || depth > 3) return undefined;
  const call = callsNamed(cx, owner, nameOf(callable)).find((each) => each.startIndex < callable.startIndex || each.startIndex > callable.endIndex);
  return call && beanOf(cx, call, depth + 1);
}

/** Whether a place runs once per process and its result stays for the process's life. */
export function staysForLife(cx: FileContext, place: JavaNode, declaration: JavaNode | undefined): boolean {
  const owner = enclosingType(place);
  if (!owner) return false;
  if (declaration && modifiers(declaration).has('static')) return true;
  const once = isSingleton(cx, owner) || annotations(owner).some(({ name }) => /Configuration$|^SpringBootApplication$|^Enable\w+Security$/.test(name));
  return once && (declaration !== undefined || runsAtStart(cx, place, true));
}

/** Whether the key is made only where no other was set: inside a test, or by a method that is called inside one. */
export function isFallback(cx: FileContext, place: JavaNode, depth = 0): boolean {
  const callable = enclosingCallable(place);
  for (let test = enclosing(place, 'if_statement', 'ternary_expression', 'catch_clause'); test; test = enclosing(test, 'if_statement', 'ternary_expression', 'catch_clause')) {
    if (callable && test.startIndex < callable.startIndex) break;
    const condition = field(test, 'condition')?.text ?? '';
    // `if (key == null) key = …` of the same field is only lazy.
    if (test.type === 'catch_clause' || !/^\(?\s*(?:this\.)?\w+\s*==\s*null\s*\)?$/.test(condition)) return true;
  }
  const owner = enclosingType(place);
  if (!callable || !owner || depth > 2 || isBean(callable)) return false;
  const calls = callsNamed(cx, owner, nameOf(callable)).filter((call) => call.startIndex < callable.startIndex || call.startIndex > callable.endIndex);
  return calls.length > 0 && calls.every((call) => isFallback(cx, call, depth + 1) || followsReturn(call));
}

/** `if (configured) { return …; } return make();` */
function followsReturn(call: JavaNode): boolean {
  const callable = enclosingCallable(call);
  return callable !== undefined && below(callable, 'if_statement').some((test) => test.endIndex < call.startIndex && below(test, 'return_statement').length > 0);
}

const writing = /\b(?:Files\s*\.\s*(?:write|writeString|newOutputStream|newBufferedWriter)|new\s+(?:FileOutputStream|FileWriter|ObjectOutputStream|RandomAccessFile)|FileUtils\s*\.\s*write\w*)\s*\(|\.\s*store\s*\(/;
const reading = /\b(?:Files\s*\.\s*(?:read\w*|newInputStream|exists|lines)|new\s+(?:FileInputStream|FileReader|ObjectInputStream)|FileUtils\s*\.\s*read\w*)\s*\(|\.\s*(?:exists|load)\s*\(/;

/** Whether a method, or one that calls it, writes what it made to a file that the class also reads: made at the first start, found at the next. */
export function keptInFile(cx: FileContext, place: JavaNode): boolean {
  const owner = enclosingType(place);
  const callable = enclosingCallable(place);
  if (!owner || !callable || !reading.test(owner.text)) return false;
  const callers = callsNamed(cx, owner, nameOf(callable)).flatMap((call) => enclosingCallable(call) ?? []);
  return [callable, ...callers].some((each) => writing.test(each.text));
}
