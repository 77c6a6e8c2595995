import { maskSecrets } from '../base/secrets.js';
import { wordsOf } from './names.js';
import { placeholdersIn } from './placeholders.js';

/**
 * What a literal under some name is. `secret`: it opens something; `stand-in`: a value that everyone uses until the
 * real one is set, such as `changeme`. Only the kind is ever handed on, never the value.
 */
export type SecretKind = 'secret' | 'stand-in';

const passwords = /^(?:\w*pass(?:word|wd|phrase|code)?\d?|\w*pwd|pw|\w*secret)$/;
const notPasswords = /^(?:by|com|sur|tres|en|under|over)pass$|^compass$/;
/** `uwsgi_pass`, `proxy_pass`: where a web server hands requests on to. */
const handsOn = /^(?:proxy|uwsgi|fastcgi|scgi|grpc|memcached)$/;
/** Names whose values are long and random; short or wordy ones are names of headers, types and parameters. */
const keys = /^(?:\w*token|\w*apikey|\w*secretkey|\w*accesskey|\w*privatekey|credentials?|salt|keypass|\w*keystorepass)$/;
const keyOwners = /^(?:api|access|secret|private|master|account|storage|signing|encrypt\w*|encryption|crypt\w*|crypto|jwt|aes|des|seed|license|algorithm|client)$/;
/** Names of what users choose, of what is made for them, and of rules about it. */
const aboutOthers = /^(?:default|initial|init|temp|temporary|reset|forgot|change|changed|new|old|confirm|confirmation|min|minimum|max|maximum|length|policy|regex|pattern|valid|validate|validation|encoder|encoding|hash|hashed|encrypted|encoded|field|param|parameter|label|header|prefix|suffix|column|attribute|property|message|msg|hint|placeholder|title|type|url|uri|endpoint|path|file|page|view|template|name|names|bearer|grant|csrf|xsrf|tip|error|invalid|expired|regexp|format|example|public|response|question|test|dummy|mock|fake)$/;

/** How the name says that its value is a secret: `password` takes any text, `key` a random one. */
function nameKind(name: string): 'password' | 'key' | undefined {
  const last = name.split(/[./]/).filter((part) => !/^\[?\d+\]?$/.test(part)).at(-1) ?? name;
  const words = wordsOf(last);
  const end = words.at(-1) ?? '';
  if (words.some((word) => aboutOthers.test(word)) || notPasswords.test(end) || (end === 'pass' && handsOn.test(words.at(-2) ?? ''))) return undefined;
  if (passwords.test(end)) return 'password';
  if (keys.test(end)) return 'key';
  return end === 'key' && keyOwners.test(words.at(-2) ?? '') ? 'key' : undefined;
}

/** Encrypted, hashed, fetched at the start, or written by a template. */
const resolvedLater = /^(?:ENC|DEC|CRYPT|ENCRYPTED|cipher)\(|^\{(?:cipher|aes\w*|des\w*|enc\w*|bcrypt|noop|pbkdf2|s?sha\w*|argon2|scrypt|hash|vault)\b[^}]*\}|^\$2[aby]\$|^\$argon2|^(?:vault|secret|secretsmanager|ssm|aws|gcp|sm|kms|op|file|classpath|env|keyring):|^ENC\[|^AQICA|^AgA|^jasypt/i;
/** Filled in by whatever reads the file, whose marks differ: `s[mail.password]`, `@db.password@`, `%PASSWORD%`, `__TOKEN__`, `((secret))`. */
const filledIn = /^\w{0,3}(?:\[{1,2}|\({1,2}|<{1,2}|\{{1,2})[A-Za-z][\w.:-]*(?:\]{1,2}|\){1,2}|>{1,2}|\}{1,2})$|^(@{1,2}|%{1,2}|__)[A-Za-z][\w.-]*\1$/;
/** Says that something is to be filled in. */
const blank = /^(?:your|my|the|insert|enter|put|fill|set|add|use)[-_ .]?\w*(?:[-_ ]\w+)*$|^<.*>$|^\[.*\]$|^[-x*?.#_0]+$|^(?:sk|ak|pk)?-?[?？*x]+$|^(?:null|none|nil|undefined|true|false|yes|no|on|off|default|empty|blank|n\/a|tbd|unused|required|optional|disabled|enabled|auto|inherit)$|^(?:PROPAGATION|ISOLATION|ROLE|SCOPE)_[A-Z_]+(?:,|$)/i;
const standIns = /^(?:change[-_]?(?:me|it|this|after|before)\w*|\w*(?:example|sample|dummy|placeholder|todo|fixme|replace[-_]?me|replaceme)\w*|(?:db|database|app|user|admin|mail|redis|root|client|api|jwt)[-_](?:pass(?:word|wd)?|pwd|secret|key|token))$/i;

/** Shapes that some services give to their keys: they tell a secret whatever its name. */
const knownShape = /\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bxox[abprs]-[\w-]{10,}|\bsk_live_\w{16,}|\bAIza[\w-]{35}\b|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY/;

/** Needle for texts that may hold a key of a known shape. */
export const knownKeyNeedle = /AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[abprs]-[\w-]{10}|sk_live_\w{16}|AIza[\w-]{35}|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY/;

/** Whether a text looks made by a generator: long, letters and digits mixed, no words joined by separators. */
export function looksRandom(value: string): boolean {
  if (value.length < 12 || /\s|^https?:/.test(value)) return false;
  if (/^\d+$/.test(value)) return true;
  // Brackets stand in long keys, such as those that Django makes; a short text with them is a call or an expression.
  if (!/^[\w+/=!@#$%^&*~.-]+$/.test(value.length < 32 ? value : value.replace(/[()]/g, '')) || /^[a-z]+(?:[-_.:/](?:[a-z]+\d?|\d{1,2}))+$/i.test(value)) return false;
  const turns = value.replace(/[^A-Za-z0-9]/g, '').split('').filter((c, at, all) => at > 0 && /\d/.test(c) !== /\d/.test(all[at - 1] ?? '')).length;
  return turns >= 2;
}

/** Bytes that count up from zero (`000102…0f`), as test vectors and fixed parts of protocols do: no secret of anyone. */
export function isSequence(value: string): boolean {
  const bytes = value.match(/[\da-f]{2}/gi) ?? [];
  return /^(?:[\da-f]{2}){4,}$/i.test(value) && bytes.every((byte, at) => parseInt(byte, 16) === at);
}

/** A connection string or URL that carries a password of its own. */
export function carriesPassword(value: string): boolean {
  let literal = value;
  for (const { start, end } of [...placeholdersIn(value)].reverse()) literal = literal.slice(0, start) + literal.slice(end);
  // `…?access_token={token}` is a template that each request fills in.
  // `…?access_token=ACCESS_TOKEN` is filled in likewise.
  literal = literal.replace(/(?<=[?&](\w+)=)[A-Z][A-Z0-9_]*(?=$|&)/g, (written, name: string) => (written.toLowerCase() === name.toLowerCase() ? '' : written));
  literal = literal.replace(/\{\$?[\w.-]*\}|=(?:%s|<[\w.-]+>|\[[\w.-]+\]|:\w+)(?=$|[&;])/g, '');
  return maskSecrets(literal) !== literal;
}

/** The parameter of a URL that carries a secret, and the host it is sent to; `undefined` when none does. */
export function secretParameter(value: string): { readonly name: string; readonly host: string } | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/.exec(value)?.[1];
  const found = host === undefined ? undefined : [...value.matchAll(/[?&](\w+)=([^&#\s]+)/g)].find(([written]) => maskSecrets(written) !== written);
  return host === undefined || found?.[1] === undefined ? undefined : { name: found[1], host };
}

/** A regular expression: what passwords must look like. */
const expression = /\(\?[=!:<]|\[[^\]\s]+\][*+{]|\.\{\d|\\[dwsSW][*+{)]/;

/** Whether the value cannot be used as it stands: empty, filled in, fetched or decrypted elsewhere, or only a word of the name. */
function opensNothing(name: string, value: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  // `shop.download.password` is the name of a setting.
  if (/^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_-]*){2,}$/.test(value)) return true;
  const own = plain(name.split('.').at(-1) ?? name);
  if (value.length < 3 || /\s|[^\x21-\x7e]|[${}<>%]\{|\{\{|^[#$%{@].*[}@%]$|%[sd]/.test(value)) return true;
  // `$DB_PASSWORD`: a shell or `envsubst` fills it in where the pod starts.
  if (/^\$[A-Z_][A-Z0-9_]*$/.test(value)) return true;
  if (expression.test(value) || resolvedLater.test(value) || filledIn.test(value) || blank.test(value) || /^(?:[a-z]:)?[\\/]|^\.{1,2}\/|^[\w-]+(?:\.[\w-]+)*\.(?:jks|p12|pem|key|crt|cer|properties|ya?ml|xml|html?|jsp|txt|json|do|action|class)$/i.test(value)) return true;
  // `S3_ACCESS_KEY = "s3_access_key"` and `MISSING_TOKEN = "error.MISSING_TOKEN"` name something else; a password that says `password` is one all the same.
  // `revenue.PWD=PWDCONTFEE`: an abbreviation, and a code that begins with it.
  if (own !== '' && /^[A-Z]{5,}$/.test(value) && plain(value).startsWith(own) && plain(value) !== own) return true;
  return plain(value) === '' || (own !== '' && [value, value.split(/[.:/]/).at(-1) ?? ''].some((named) => plain(named) === own) && !/^pass(?:word|wd)?$/i.test(value));
}

/** `jwt.secret=JWT_SECRET`: the key once more, as variables are written; whoever starts the program puts the value there. */
function repeatsKeyAsVariable(name: string, value: string): boolean {
  const words = wordsOf(value);
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(value) && wordsOf(name).slice(-words.length).join(' ') === words.join(' ');
}

/** `client-secret: google_client_secret`: the words of the name stand for the value to come. */
function repeatsName(name: string, value: string): boolean {
  const words = wordsOf(name.split(/[./]/).at(-1) ?? name);
  return words.length > 1 && wordsOf(value).slice(-words.length).join(' ') === words.join(' ');
}

/** The settings that a text holds, one in each of its lines; none when it is another text. */
function settingsIn(text: string): readonly (readonly [name: string, value: string])[] {
  const lines = text.split(/[\r\n]+/).map((line) => /^\s*([\w.*-]+)\s*=(.*)$/.exec(line));
  return lines.length > 1 && lines.every((line) => line !== null) ? lines.map(([, name = '', value = '']) => [name, value]) : [];
}

/** What a configured value under a dotted key, an attribute or a variable name is; `undefined` when it is no literal secret. */
export function secretIn(name: string, written: string): SecretKind | undefined {
  const value = written.trim();
  if (knownShape.test(value)) return /EXAMPLE/.test(value) ? 'stand-in' : 'secret';
  const settings = settingsIn(value);
  if (settings.length > 0) return settings.map(([key, each]) => secretIn(key, each)).find((each) => each !== undefined);
  if (/:\/\/|^jdbc:|=/.test(value) && carriesPassword(value)) return 'secret';
  const kind = nameKind(name);
  if (kind === undefined || isSequence(value) || opensNothing(name, value) || repeatsKeyAsVariable(name, value)) return undefined;
  if (/:\/\//.test(value) || /^[\w.-]+\.(?:com|net|org|io|kr|cn)\b/.test(value)) return undefined;
  if (standIns.test(value) || repeatsName(name, value)) return 'stand-in';
  return kind === 'password' || looksRandom(value) ? 'secret' : undefined;
}

/** Whether a value handed to something that takes a secret is a usable literal, whatever its name. */
export function secretHanded(written: string): SecretKind | undefined {
  const value = written.trim();
  if (opensNothing('', value) || isSequence(value)) return undefined;
  return standIns.test(value) ? 'stand-in' : 'secret';
}
