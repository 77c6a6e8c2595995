import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { args, assignedValue, bare, calledName, enclosingCallable, isCommandLine, type PhpNode } from '../../../syntax/php/ask.js';
import { pathText } from '../../../syntax/php/files.js';
import { literalText, settingsOf } from '../../../syntax/php/value.js';
import { conditionsBefore, startCommands, startScriptMatcher } from '../../../syntax/start-command.js';
import { enclosing, field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** What is said of keys that commands make when a pod starts. */
export const phpMessages: Readonly<Record<string, Localized>> = {
  keyCommand: {
    en: 'The start command runs `{tool}`, so each pod makes a key of its own: what one replica signed or encrypted is refused by the other one, and a restart invalidates all of it.',
    ko: '시작 명령이 `{tool}`을(를) 실행해 파드마다 키를 새로 생성합니다. 한 레플리카가 서명하거나 암호화한 것을 다른 레플리카가 거부하고, 재시작하면 모두 무효가 됩니다.',
  },
  keyCommandUnless: {
    en: 'Where no key is given, `{tool}` makes one at the start of each pod: what one replica signed or encrypted is refused by the other one, and a restart invalidates all of it.',
    ko: '키를 지정하지 않으면 파드가 시작할 때마다 `{tool}`이(가) 키를 새로 생성합니다. 한 레플리카가 서명하거나 암호화한 것을 다른 레플리카가 거부하고, 재시작하면 모두 무효가 됩니다.',
  },
};

const makers = /\b(artisan\s+key:generate|artisan\s+passport:(?:keys|install)|artisan\s+jwt:secret|lexik:jwt:generate-keypair|spark\s+key:generate)(?![\w:-])(?![^\n;&|]*--show\b)/;
/** Keeps the key that is there; on the disk of a new pod there is none. */
const keeps = /^[^\n;&|]*--(?:skip-if-exists|no-overwrite)\b/;
const needles = [[/\b(?:key:generate|passport:(?:keys|install)|jwt:secret|jwt:generate-keypair)/]];

/** Keys that the command of an image or container makes. */
export const phpKeyCommands = startCommands(needles, (command, cx) => {
  const found = makers.exec(command.text);
  if (!found?.[1]) return;
  const guarded = /(?:\|\||&&)\s*$/.test(command.text.slice(0, found.index).replace(/\S*php\S*\s*$/, '')) && /KEY|SECRET|\s-[fsen]\s/.test(command.text.slice(0, found.index));
  cx.report({ at: command.at, say: guarded ? 'keyCommandUnless' : 'keyCommand', args: { tool: found[1].replace(/\s+/g, ' ') }, ...(guarded ? { severity: 'warning' as const } : {}), data: { shape: 'php' } });
});

/** Keys that the script makes which an image is started with. */
export const phpKeyScripts = startScriptMatcher(needles, ({ text, path }, cx) => {
  const found = makers.exec(text);
  // A script that ends prepares an image or a machine once.
  if (!found?.[1] || (!/\bexec\s+\S/.test(text) && !/(?:^|\/)[\w.-]*entrypoint\.d\//.test(path))) return;
  const given = keeps.test(text.slice(found.index)) || found[1].includes('passport:') || conditionsBefore(text, found.index).some((condition) => /KEY|SECRET|\bonce\b|\.env\b|(?:^|\s)!?\s*-[fsezn]\s|grep\b/.test(condition));
  cx.report({ at: { start: found.index, end: found.index + found[0].length }, say: given ? 'keyCommandUnless' : 'keyCommand', args: { tool: found[1].replace(/\s+/g, ' ') }, ...(given ? { severity: 'warning' as const } : {}), data: { shape: 'php' } });
});

const random = /^(?:random_bytes|openssl_random_pseudo_bytes|openssl_pkey_new|sodium_crypto_\w+_keygen|sodium_crypto_\w+_keypair|random|str_random|generatekey|createkey|createrandomkey|uniqid|mt_rand|random_int)$/;

/** Whether a value comes from a generator of random numbers, through functions around it and variables. */
function isRandom(node: PhpNode | undefined, depth = 4): boolean {
  const value = node && bare(node);
  if (!value || depth === 0) return false;
  if (value.type === 'variable_name') return isRandom(assignedValue(value), depth - 1);
  if (/call_expression$/.test(value.type)) {
    const name = calledName(value);
    return (random.test(name) && (name !== 'random' || /Str::|Factory|Generator/.test(value.text))) || [...args(value), field(value, 'object')].some((each) => isRandom(each, depth - 1));
  }
  return value.type === 'binary_expression' && named(value).some((each) => isRandom(each, depth - 1));
}

const keyFile = /(?:^|[^a-z])(?:secret|app_?key|private_?key|signing_?key|encryption_?key|session_?key|jwt|salt|\.key\b|\.pem\b|crypt\w*key)/i;

/** `if (!file_exists($keyFile)) file_put_contents($keyFile, random_bytes(32));` */
function onWrite(call: PhpNode, cx: RuleFileContext): void {
  const callee = field(call, 'function');
  const [path, content] = args(call);
  if (!callee || !path || calledName(call) !== 'file_put_contents' || isCommandLine(cx, call) || !isRandom(content)) return;
  const around = `${enclosing(call, 'if_statement')?.text ?? ''} ${enclosingCallable(call)?.text ?? ''}`;
  if (!keyFile.test(pathText(path)) || !/file_exists|is_file|is_readable|filesize/.test(around)) return;
  cx.report({ at: span(callee), say: 'file', confidence: 'medium', data: { shape: 'php' } });
}

const writesSetting = /^(?:write|put|save|set|replace|update|insert|add|apply)\w*(?:env|dotenv|config|setting)|(?:env|config|setting)\w*(?:write|put|save|set|replace|update|insert)/;
const keyName = /(?:^|[._-])(?:key|secret|salt)$/i;

/** `if (empty($key)) { $key = bin2hex(random_bytes(32)); writeEnvKey('encryption.key', $key); }`: the key goes into the file of settings beside the code. */
function onSetting(call: PhpNode, cx: RuleFileContext): void {
  const token = field(call, call.type === 'function_call_expression' ? 'function' : 'name');
  const given = args(call);
  if (!token || !writesSetting.test(calledName(call)) || isCommandLine(cx, call) || !/file_put_contents|\bfwrite\b/.test(cx.text)) return;
  if (!given.some((each) => keyName.test(literalText(each) ?? '')) || !given.some((each) => each.type === 'variable_name' && isRandom(each))) return;
  const callable = enclosingCallable(call)?.text ?? '';
  if (!/\bempty\s*\(|strlen\s*\(|===?\s*(?:''|""|null)|!\s*\$/.test(callable)) return;
  cx.report({ at: span(token), say: 'file', ...(/\benv\(|getenv\(|\$_ENV|\bconfig\(/.test(callable) ? { severity: 'warning' as const } : {}), confidence: 'medium', data: { shape: 'php' } });
}

/** Keys that the code adds to its file of settings when they are missing. */
export const phpKeySetters = ruleMatcher({
  language: 'php',
  needles: [[/['"\/]\.env\b|['"][\w\/]*config[\w.]*\.(?:php|ini)['"]/, /random_bytes|openssl_random_pseudo_bytes|[cC]reateKey|[gG]enerateKey|random_int/, /file_put_contents|fwrite/]],
  on: { function_call_expression: onSetting, member_call_expression: onSetting },
});

/** Key files that the code makes when there is none. */
export const phpKeyFiles = ruleMatcher({
  language: 'php',
  needles: [['file_put_contents', /random_bytes|openssl_random_pseudo_bytes|Str::random|sodium_crypto_\w+_key|uniqid|random_int/, /secret|key|salt|jwt|\.pem/i]],
  on: { function_call_expression: onWrite },
});

/** `'key' => env('APP_KEY') ?: Str::random(32)`: another key for every process, and under PHP-FPM for every request. */
function inSettings(root: PhpNode, cx: RuleFileContext): void {
  for (const { key, value } of settingsOf(cx, root)) {
    if (!/(?:^|\.)(?:\w*_)?(?:key|secret|salt)$/i.test(key)) continue;
    const fallback = value.type === 'function_call_expression' && /^env$/.test(calledName(value)) ? args(value)[1] : (field(value, 'right') ?? field(value, 'alternative') ?? value);
    if (isRandom(fallback)) cx.report({ at: span(value), say: fallback?.id === value.id ? 'memory' : 'fallback', ...(fallback?.id === value.id ? {} : { severity: 'warning' as const }), data: { shape: 'php' } });
  }
}

/** Keys in configuration files that are made up when none is set. */
export const phpKeySettings = ruleMatcher({
  language: 'php', files: ['**/{config,Config}/*.php'],
  needles: [[/random_bytes|openssl_random_pseudo_bytes|Str::random|str_random/, /['"](?:\w*_)?(?:key|secret|salt)['"]\s*=>/i]],
  on: { program: inSettings },
});
