import { args, bareType, declarationOf, enclosingType, field, imports, isType, modifiers, named, nameOf, simpleName, stringValue, typeOf, type JavaNode } from './ask.js';
import { supertypes } from './lifecycle.js';
import { literalUse } from './literal.js';
import { possibleNames } from './names.js';
import { isForDevelopment, isMain } from './profile.js';
import { wordsOf } from '../names.js';
import { carriesPassword, knownKeyNeedle, looksRandom, secretIn, type SecretKind } from '../secret-value.js';

interface Once {
  once<T>(key: object, compute: () => T): T;
}

/** Constructors that take a secret: full names, with the place of that argument. */
const constructors: readonly (readonly [type: string, index: number])[] = [
  ...['SecretKeySpec', 'DESKeySpec', 'DESedeKeySpec'].map((name) => [`javax.crypto.spec.${name}`, 0] as const),
  ...['java.net', 'javax.mail', 'jakarta.mail'].map((name) => [`${name}.PasswordAuthentication`, 1] as const),
  ...['org.apache.http.auth', 'org.apache.commons.httpclient', 'org.apache.hc.client5.http.auth'].map((name) => [`${name}.UsernamePasswordCredentials`, 1] as const),
  ['javax.crypto.spec.PBEKeySpec', 0], ['java.security.KeyStore.PasswordProtection', 0],
  ['com.amazonaws.auth.BasicAWSCredentials', 1], ['com.amazonaws.auth.BasicSessionCredentials', 1],
];
/** Static calls that take one, by class and method. */
const factories: ReadonlyMap<string, number> = new Map(Object.entries({
  'DriverManager.getConnection': 2, 'AwsBasicCredentials.create': 1, 'Algorithm.HMAC256': 0, 'Algorithm.HMAC384': 0, 'Algorithm.HMAC512': 0, 'Keys.hmacShaKeyFor': 0, 'MongoCredential.createCredential': 2,
  'DigestUtils.hmacSha256Hex': 0,
}));
/** Types that connect to something, so that the password set on them opens it. */
const connecting = /(?:DataSource|HikariConfig|PoolProperties|PoolConfig|JavaMailSender(?:Impl)?|MailSender|HtmlEmail|SimpleEmail|ConnectionFactory|RedisStandaloneConfiguration|RedisClusterConfiguration|RedisURI|Encryptor|PBEConfig|FTPS?Client|LdapContextSource|ContextSource|MinioClient|MqttConnectOptions)$/;
/** Log-ins of clients: full names of their classes, the method, and the place of the password, from the end where negative. */
const logins: readonly (readonly [type: string, method: string, index: number])[] = [
  ...['FTPClient', 'FTPSClient'].map((name) => [`org.apache.commons.net.ftp.${name}`, 'login', 1] as const),
  ...['javax.mail', 'jakarta.mail'].flatMap((name) => [[`${name}.Transport`, 'connect', -1] as const, [`${name}.Store`, 'connect', -1] as const]),
  ['com.jcraft.jsch.Session', 'setPassword', 0], ['net.schmizz.sshj.SSHClient', 'authPassword', 1],
  ['ch.ethz.ssh2.Connection', 'authenticateWithPassword', 1], ['com.trilead.ssh2.Connection', 'authenticateWithPassword', 1],
];
const setters = /^(?:set(?:Password|Passwd|SecretKey|ClientSecret|AccessKeySecret|AccessKey)|password)$/;
/** Calls on the way from a text to its bytes: of the text itself, and of what is handed the text. */
const ofText = /^(?:getBytes|toCharArray|trim|strip|toString)$/;
const decoding = /^(?:decode|parseHex|decodeBase64|parseBase64Binary|decodeHex)$/;

const takers = ['SecretKeySpec', 'PBEKeySpec', 'PasswordProtection', 'DESKeySpec', 'DESedeKeySpec', 'PasswordAuthentication', 'UsernamePasswordCredentials', 'BasicAWSCredentials', 'BasicSessionCredentials', 'AwsBasicCredentials', 'HMAC256', 'HMAC384', 'HMAC512', 'hmacShaKeyFor', 'setSigningKey', 'signWith', 'MongoCredential'];

/** Words of files that hand a secret to what takes one. */
export const handingNeedles: readonly (readonly (string | RegExp)[])[] = [
  ...takers.map((word) => [word]),
  ['com.jcraft.jsch', 'setPassword'], ['FTPClient', 'login'], ['FTPSClient', 'login'], ['authPassword'], ['authenticateWithPassword'], ['Transport', /\.connect\(\s*[^,()]+,/],
  ['DriverManager', 'getConnection'], ['setPassword', /\.setPassword\(\s*(?:"[^"\s]{3}|(?:[A-Z]\w*\.)?[A-Z_]{4,}\))/], ['setPasswd'], ['setSecretKey'], ['setClientSecret'], ['DataSourceBuilder', 'password'],
];

/** A constant that another file declares. */
export interface ForeignConstant {
  /** Full names that the declaring type may have, by the imports of the file. */
  readonly types: readonly string[];
  readonly member: string;
}

/** `Keys.SECRET`, a constant imported statically, or one that a supertype may declare; `undefined` for all other names. */
function foreignConstant(cx: Once, node: JavaNode): ForeignConstant | undefined {
  if (node.type === 'field_access') {
    const object = field(node, 'object');
    const member = field(node, 'field')?.text ?? '';
    return object && /^[A-Z]/.test(simpleName(object.text)) && /^[\w.]+$/.test(object.text) ? { types: possibleNames(cx, node, object.text), member } : undefined;
  }
  const imported = imports(cx, node).types.get(node.text);
  if (imported !== undefined) return /\.[A-Z]\w*\.\w+$/.test(imported) ? { types: [imported.slice(0, imported.lastIndexOf('.'))], member: node.text } : undefined;
  const type = enclosingType(node);
  const inherited = type && /^[A-Z][A-Z\d_]+$/.test(node.text) ? supertypes(type).flatMap((each) => possibleNames(cx, node, each)) : [];
  return inherited.length > 0 ? { types: inherited, member: node.text } : undefined;
}

/** What an expression takes its text from: a literal of the file, or a constant of another one. */
export type SecretSource = { readonly literal: JavaNode } | { readonly constant: ForeignConstant };

/** The literal or constant behind an expression: through conversions, constants and variables of the file. */
function sourceBehind(cx: Once, node: JavaNode | undefined, depth = 5): SecretSource | undefined {
  if (!node || depth === 0) return undefined;
  switch (node.type) {
    case 'string_literal':
      return { literal: node };
    case 'identifier': case 'field_access': {
      const declared = declarationOf(node);
      if (declared) return declared.kind === 'parameter' ? undefined : sourceBehind(cx, declared.value, depth - 1);
      const constant = foreignConstant(cx, node);
      return constant && { constant };
    }
    case 'parenthesized_expression': case 'cast_expression':
      return sourceBehind(cx, field(node, 'value') ?? named(node)[0], depth - 1);
    case 'method_invocation': {
      const name = nameOf(node);
      if (ofText.test(name)) return sourceBehind(cx, field(node, 'object'), depth - 1);
      return decoding.test(name) ? sourceBehind(cx, args(node)[0], depth - 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** `KeyStore.PasswordProtection`: a type inside an imported one. */
function isNested(cx: Once, call: JavaNode, written: string, full: string): boolean {
  const outer = written.split('.')[0] ?? '';
  return outer !== written && full.endsWith(`.${written}`) && isType(cx, call, outer, `${full.slice(0, -written.length)}${outer}`);
}

/** The argument of a call that is a secret, when the call takes one. */
function secretArgument(cx: Once, call: JavaNode): JavaNode | undefined {
  if (call.type === 'object_creation_expression') {
    const type = bareType(field(call, 'type'));
    const found = constructors.find(([name]) => simpleName(name) === simpleName(type) && (isType(cx, call, type, name) || isNested(cx, call, type, name)));
    return found && args(call)[found[1]];
  }
  const name = field(call, 'name')?.text ?? '';
  const object = field(call, 'object');
  const index = factories.get(`${simpleName(object?.text ?? '')}.${name}`);
  if (index !== undefined) return args(call)[index];
  const login = logins.find(([type, method, at]) => method === name && args(call).length > Math.max(at, at < 0 ? 1 : 0) && isType(cx, call, typeOf(object), type));
  if (login) return args(call).at(login[2]);
  if (name === 'signWith' || name === 'setSigningKey') return args(call).find((argument) => /^(?:string_literal|identifier|field_access|method_invocation)$/.test(argument.type) && !/SignatureAlgorithm|^(?:Keys|Jwts)\./.test(argument.text));
  return setters.test(name) && args(call).length === 1 && connecting.test(receiverType(object)) ? args(call)[0] : undefined;
}

/** Type of what a setter is called on; builders tell by the class their chain begins with. */
function receiverType(object: JavaNode | undefined): string {
  let at = object;
  while (at?.type === 'method_invocation' && field(at, 'object')) at = field(at, 'object');
  const type = simpleName(typeOf(at));
  return (type || simpleName(at?.text ?? '')).replace(/(?:Builder|Configuration\.builder)$/, '');
}

/** Where a secret comes from that a call or constructor call is given; `undefined` when it takes none, or nothing that is written in code. */
export function handedSecret(cx: Once, call: JavaNode): SecretSource | undefined {
  const argument = secretArgument(cx, call);
  return argument && !isMade(call) ? sourceBehind(cx, argument) : undefined;
}

/** Whether the place is a developer's own trial. */
export function isMade(place: JavaNode): boolean {
  return isMain(place) || isForDevelopment(place);
}

/** Name of the variable that holds the literal; '' when nothing does. */
export function nameBeside(literal: JavaNode): string {
  const { taker } = literalUse(literal);
  if (taker?.type === 'variable_declarator') return nameOf(taker);
  return taker?.type === 'assignment_expression' ? simpleName(field(taker, 'left')?.text ?? '') : '';
}

/** A field or constant whose name says that it holds a secret. Local variables and wordy values are too often something else. */
function namedSecret(literal: JavaNode, value: string): boolean {
  const { taker, role } = literalUse(literal);
  const declaration = taker?.type === 'variable_declarator' ? taker.parent : undefined;
  if (role !== 'value' || !taker || !declaration || !/^(?:field|constant)_declaration$/.test(declaration.type)) return false;
  const words = wordsOf(nameOf(taker));
  // Nobody types a password of 32 hexadecimal digits: under that name it is a digest of one, which opens nothing.
  if (/^[\da-f]{31,}$/i.test(value) && /pass|pwd/i.test(nameOf(taker))) return false;
  if (words.includes('user') || (modifiers(declaration).has('public') && /^[a-z_.-]+$/i.test(value))) return false;
  return looksRandom(value) || (/password|passwd|pwd$/i.test(nameOf(taker)) && /[A-Za-z]/.test(value) && /[\d!@#$%^&*]/.test(value) && !/^[a-z]+[-_.]/i.test(value));
}

/** The kind of secret that a literal tells by itself or by the name of its field, whoever uses it; `undefined` for all others. */
export function secretByItself(literal: JavaNode): SecretKind | undefined {
  const value = stringValue(literal) ?? '';
  if (value.length < 4 || isMade(literal)) return undefined;
  const kind = secretIn(nameBeside(literal), value);
  const tellsItself = new RegExp(knownKeyNeedle).test(value) || (/:\/\/|^jdbc:/.test(value) && carriesPassword(value));
  return kind !== undefined && (tellsItself || namedSecret(literal, value)) ? kind : undefined;
}
