import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { annotations, args, bareType, declarationOf, enclosing, enclosingType, field, isType, modifiers, nameOf, named, simpleName, span, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { isConfigurable, literalUse, mayBeComputed } from '../../../syntax/java/literal.js';
import { isForDevelopment, isMain } from '../../../syntax/java/profile.js';
import { variableName, wordsOf } from '../../../syntax/names.js';
import { carriesPassword, knownKeyNeedle, looksRandom, secretHanded, secretIn, type SecretKind } from '../../../syntax/secret-value.js';
import { report } from './report.js';

/** Constructors that take a secret: full names, with the place of that argument. */
const constructors: readonly (readonly [type: string, index: number])[] = [
  ...['SecretKeySpec', 'DESKeySpec', 'DESedeKeySpec'].map((name) => [`javax.crypto.spec.${name}`, 0] as const),
  ...['java.net', 'javax.mail', 'jakarta.mail'].map((name) => [`${name}.PasswordAuthentication`, 1] as const),
  ...['org.apache.http.auth', 'org.apache.commons.httpclient', 'org.apache.hc.client5.http.auth'].map((name) => [`${name}.UsernamePasswordCredentials`, 1] as const),
  ['com.amazonaws.auth.BasicAWSCredentials', 1], ['com.amazonaws.auth.BasicSessionCredentials', 1],
];
/** Static calls that take one, by class and method. */
const factories: ReadonlyMap<string, number> = new Map(Object.entries({
  'DriverManager.getConnection': 2, 'AwsBasicCredentials.create': 1, 'Algorithm.HMAC256': 0, 'Algorithm.HMAC384': 0, 'Algorithm.HMAC512': 0, 'Keys.hmacShaKeyFor': 0, 'MongoCredential.createCredential': 2,
  'DigestUtils.hmacSha256Hex': 0,
}));
/** Types that connect to something, so that the password set on them opens it. */
const connecting = /(?:DataSource|HikariConfig|PoolProperties|PoolConfig|JavaMailSender(?:Impl)?|MailSender|HtmlEmail|SimpleEmail|ConnectionFactory|RedisStandaloneConfiguration|RedisClusterConfiguration|RedisURI|Encryptor|PBEConfig|FTPS?Client|LdapContextSource|ContextSource|MinioClient|MqttConnectOptions)$/;
const setters = /^(?:set(?:Password|Passwd|SecretKey|ClientSecret|AccessKeySecret|AccessKey)|password)$/;
/** Calls on the way from a text to its bytes. */
const converting = /^(?:getBytes|toCharArray|decode|parseHex|trim|toString|decodeBase64|parseBase64Binary|decodeHex)$/;

/** The literal behind an expression: through conversions, constants and variables of the file. */
function literalBehind(node: JavaNode | undefined, depth = 5): JavaNode | undefined {
  if (!node || depth === 0) return undefined;
  switch (node.type) {
    case 'string_literal':
      return node;
    case 'identifier': case 'field_access': {
      const declared = declarationOf(node);
      return declared && declared.kind !== 'parameter' ? literalBehind(declared.value, depth - 1) : undefined;
    }
    case 'parenthesized_expression': case 'cast_expression':
      return literalBehind(field(node, 'value') ?? named(node)[0], depth - 1);
    case 'method_invocation': {
      if (!converting.test(field(node, 'name')?.text ?? '')) return undefined;
      const object = field(node, 'object');
      return literalBehind(object && /^(?:string_literal|identifier|parenthesized_expression)$/.test(object.type) && literalBehind(object, depth - 1) ? object : args(node)[0], depth - 1);
    }
    default:
      return undefined;
  }
}

/** The argument of a call that is a secret, when the call takes one. */
function secretArgument(cx: RuleFileContext, call: JavaNode): JavaNode | undefined {
  if (call.type === 'object_creation_expression') {
    const type = bareType(field(call, 'type'));
    const found = constructors.find(([name]) => simpleName(name) === simpleName(type) && isType(cx, call, type, name));
    return found && args(call)[found[1]];
  }
  const name = field(call, 'name')?.text ?? '';
  const object = field(call, 'object');
  const index = factories.get(`${simpleName(object?.text ?? '')}.${name}`);
  if (index !== undefined) return args(call)[index];
  if (name === 'signWith' || name === 'setSigningKey') return args(call).find((argument) => /^(?:string_literal|identifier|method_invocation)$/.test(argument.type) && !/SignatureAlgorithm|^Keys\./.test(argument.text));
  return setters.test(name) && args(call).length === 1 && connecting.test(receiverType(object)) ? args(call)[0] : undefined;
}

/** Type of what a setter is called on; builders tell by the class their chain begins with. */
function receiverType(object: JavaNode | undefined): string {
  let at = object;
  while (at?.type === 'method_invocation' && field(at, 'object')) at = field(at, 'object');
  const type = simpleName(typeOf(at));
  return (type || simpleName(at?.text ?? '')).replace(/(?:Builder|Configuration\.builder)$/, '');
}

function isMade(literal: JavaNode): boolean {
  return isMain(literal) || isForDevelopment(literal);
}

function tell(cx: RuleFileContext, literal: JavaNode, name: string, kind: SecretKind): void {
  const use = literalUse(literal);
  const replaceable = use.role === 'value' && mayBeComputed(literal, use);
  const variable = variableName(name, nameOf(enclosingType(literal) ?? literal));
  report(cx, [{ name, at: span(literal), value: span(literal), kind }], {
    say: 'code', data: { settings: [], default: false, places: replaceable ? [{ ...span(literal), variable }] : [] },
  });
}

function lookAtCall(cx: RuleFileContext, call: JavaNode): void {
  const literal = literalBehind(secretArgument(cx, call));
  if (!literal || isMade(call) || isConfigurable(literalUse(literal))) return;
  const kind = secretHanded(stringValue(literal) ?? '');
  if (kind) tell(cx, literal, nameBeside(literal) || calledName(call), kind);
}

/** Name of the variable that holds the literal; '' when nothing does. */
function nameBeside(literal: JavaNode): string {
  const { taker } = literalUse(literal);
  if (taker?.type === 'variable_declarator') return nameOf(taker);
  return taker?.type === 'assignment_expression' ? simpleName(field(taker, 'left')?.text ?? '') : '';
}

function calledName(call: JavaNode): string {
  return call.type === 'method_invocation' ? (field(call, 'name')?.text ?? '').replace(/^set/, '') : bareType(field(call, 'type'));
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

/** `@DataSourceDefinition(password = "…")` and its like; in other annotations a literal documents or describes. */
function inDefinition(literal: JavaNode): boolean {
  const pair = enclosing(literal, 'element_value_pair');
  const annotation = enclosing(literal, 'annotation');
  return annotation !== undefined && /Definition$/.test(simpleName(nameOf(annotation))) && field(pair ?? literal, 'key')?.text === 'password';
}

function lookAtLiteral(cx: RuleFileContext, literal: JavaNode): void {
  const value = stringValue(literal) ?? '';
  const use = literalUse(literal);
  if (value.length < 4 || isMade(literal)) return;
  if (inDefinition(literal)) {
    const handed = secretHanded(value);
    if (handed) tell(cx, literal, 'password', handed);
    return;
  }
  if (use.role !== 'value' || isConfigurable(use)) return;
  const name = nameBeside(literal);
  const kind = secretIn(name, value);
  if (kind === undefined) return;
  const tellsItself = new RegExp(knownKeyNeedle).test(value) || (/:\/\/|^jdbc:/.test(value) && carriesPassword(value));
  if (tellsItself || namedSecret(literal, value)) tell(cx, literal, name || 'url', kind);
}

/** Whether annotations of the class say that its values are only examples for documentation. */
function isDescribed(literal: JavaNode): boolean {
  const type = enclosingType(literal);
  return type !== undefined && annotations(type).some(({ name }) => /^(?:Schema|ApiModel)$/.test(name));
}

const takers = ['SecretKeySpec', 'DESKeySpec', 'DESedeKeySpec', 'PasswordAuthentication', 'UsernamePasswordCredentials', 'BasicAWSCredentials', 'BasicSessionCredentials', 'AwsBasicCredentials', 'HMAC256', 'HMAC384', 'HMAC512', 'hmacShaKeyFor', 'setSigningKey', 'signWith', 'MongoCredential'];

/** Secrets handed to what takes them, connection strings with a password, keys of a known shape, and fields that hold a secret by name. */
export const javaCredential = ruleMatcher({
  language: 'java',
  needles: [
    ...takers.map((word) => [word]),
    ['DriverManager', 'getConnection'], ['setPassword', /\.setPassword\(\s*(?:"[^"\s]{3}|[A-Z_]{4,}\))/], ['setPasswd'], ['setSecretKey'], ['setClientSecret'], ['DataSourceBuilder', 'password'],
    [/(?:password|passwd|pwd|secret|token|_?key)\s*=\s*"(?=[^"\s]*\d)[^"\s]{6,}"/i], [knownKeyNeedle], [/"(?:jdbc|mongodb(?:\+srv)?|rediss?|amqps?|postgres(?:ql)?|mysql):[^"\s]*(?:password=|:[^"/@\s]+@)[^"]/], ['DataSourceDefinition'],
  ],
  on: {
    method_invocation: (call, cx) => lookAtCall(cx, call),
    object_creation_expression: (call, cx) => lookAtCall(cx, call),
    string_literal(literal, cx) {
      if (!isDescribed(literal)) lookAtLiteral(cx, literal);
    },
  },
});
