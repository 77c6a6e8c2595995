import { basename } from '../../../base/paths.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, calledName, isCommandLine, type PhpNode } from '../../../syntax/php/ask.js';
import { isSample } from '../../../syntax/php/sample.js';
import { literalText, settingsOf } from '../../../syntax/php/value.js';
import { field, span } from '../../../syntax/tree-sitter/nodes.js';
import { looksRandom, secretIn } from '../../../syntax/secret-value.js';
import { report, type Credential } from './report.js';

const data = { settings: [], default: true, places: [] };

const commonWord = /^(?:(?:default|my|your|the|some|app|test|example|sample|dummy|secret|password|pass|passwd|changeme|change|me|key|token|site|sitekey|guest|root|admin|user|laravel|forge|homestead|postgres|postgresql|mysql|mariadb|redis|minio|rabbitmq|foo|bar|null|none)[_ -]?)+$/i;
/** What is written where the value does not matter. */
const standIn = /^(?:dummy|example|sample|fake|none|null|n\/a)(?:[_-]?(?:key|secret|token|password))?$/i;
/** Packages that only developers use bring passwords of their own. */
const developerTools = /^(?:clockwork|debugbar|telescope|ide-helper|ray|tinker)$/;
/** What an installer fills in: `%CONFIG-DBPASS`, `{{ password }}`, `@PASSWORD@`. */
const placeholder = /^(?:%[\w-]+%?|@\w+@|\{\{.*\}\}|<[^>]*>|__\w+__)$/;

/** Literals in a configuration file, also those that only count while their variable is not set. */
function inSettings(root: PhpNode, cx: RuleFileContext): void {
  const file = basename(cx.path).replace(/\.php$/, '').toLowerCase();
  if (developerTools.test(file)) return;
  const found = settingsOf(cx, root).flatMap((setting): readonly (Credential & { readonly fallback: boolean })[] => {
    const { key, text, literal, value } = setting;
    // A connection for tests or for developers; a call such as Hash::make(…) keeps no secret.
    if (text === undefined || !literal || /test|(?:^|\.)dev(?:el(?:opment)?)?\./i.test(key) || literal.type === 'class_constant_access_expression' || (value.type !== literal.type && setting.variables.length === 0)) return [];
    if (standIn.test(text)) return [];
    // A word that everyone writes there while nothing is set opens nothing.
    if (setting.variables.length > 0 && commonWord.test(text)) return [];
    const kind = /^app$/.test(file) && key === 'key' && looksRandom(text) ? 'secret' : secretIn(key, text);
    return kind ? [{ name: setting.variables[0] ?? `${file}.${key}`, at: span(literal), value: span(literal), kind, fallback: setting.variables.length > 0 }] : [];
  });
  report(cx, found, { ...(found.every(({ fallback }) => fallback) ? { say: 'fallback', severity: 'info' } : { say: 'code', severity: 'warning' }), data });
}

/** `define('DB_PASSWORD', '…')` */
function inDefinition(call: PhpNode, cx: RuleFileContext): void {
  const [name, value] = args(call);
  const key = literalText(name);
  const text = literalText(value);
  if (calledName(call) !== 'define' || key === undefined || text === undefined || !value || placeholder.test(text) || isSample(cx.path) || isCommandLine(cx, call)) return;
  const kind = secretIn(key, text);
  if (kind && field(call, 'function')) report(cx, [{ name: key, at: span(value), value: span(value), kind }], { say: 'code', data });
}

/** Secrets in PHP configuration files and constants. */
export const phpCredential = ruleMatcher({
  language: 'php',
  needles: [['define', /define\(\s*['"]\w*(?:PASS|PWD|SECRET|KEY|TOKEN)\w*['"]\s*,\s*['"][^'"\s]{3}/i]],
  on: { function_call_expression: inDefinition },
});

/** Secrets in the configuration files of PHP frameworks. */
export const phpSettingCredential = ruleMatcher({
  language: 'php',
  files: ['**/{config,Config}/*.php'],
  needles: [[/\breturn\b|\bextends\s+BaseConfig\b|\bextends\s+Config\b/, /['"]\w*(?:password|passwd|secret|token|key)['"]\s*=>\s*(?:env\(\s*['"]\w+['"]\s*,\s*)?['"][^'"\s]{3}/i]],
  on: { program: inSettings },
});
