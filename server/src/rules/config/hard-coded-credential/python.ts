import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { below, enclosing, field, filledIn, literalText, nameOf, pairsOf, parentsOf, plainText, rootOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { variableName } from '../../../syntax/names.js';
import { stageOfFile, stageOfName } from '../../../syntax/python/profile.js';
import { isCommandLine } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly, outsideRead, possibleValues } from '../../../syntax/python/values.js';
import { knownKeyNeedle, secretIn } from '../../../syntax/secret-value.js';
import { distinct, report, type Credential } from './report.js';

interface Found extends Credential {
  readonly variable: string;
  /** Only a default beside the environment. */
  readonly fallback: boolean;
}

/** Name and value of an assignment, a pair or a keyword argument. */
function namedValue(cx: RuleFileContext, node: PythonNode): { readonly name: string; readonly key: PythonNode; readonly value: PythonNode } | undefined {
  const key = node.type === 'pair' ? field(node, 'key') : node.type === 'keyword_argument' ? field(node, 'name') : field(node, 'left');
  const value = field(node, node.type === 'assignment' ? 'right' : 'value');
  if (!key || !value) return undefined;
  // What a reader of the environment falls back to is told with the reader, under the name that it is read for.
  if (node.type === 'keyword_argument' && /^(?:default|fallback|default_value)$/.test(key.text) && isOfReader(cx, node)) return undefined;
  if (node.type === 'pair') return { name: plainText(key) ?? key.text, key, value };
  const index = key.type === 'subscript' ? plainText(field(key, 'subscript')) : undefined;
  return { name: index ?? (field(key, 'attribute') ?? key).text, key, value };
}

function isOfReader(cx: RuleFileContext, keyword: PythonNode): boolean {
  const call = enclosing(keyword, 'call');
  return call !== undefined && outsideRead(cx, call) !== undefined;
}

/** Forms, serializers, tests of permissions and the like speak of passwords without holding one. */
const describes = /(?:Form|Serializer|Schema|Model|View|Test\w*|Factory|Enum|Error|Exception|Field|Admin|Mixin)$/;
const talk = /label|message|text|help|title|placeholder|widget|error|field|column|template|url|path|route|choices|type|hash|header|param|scope|grant/i;

/** `{"host": "mail_settings", "port": "mail_settings", "password": "mail_settings"}`: a word that stands for several things is none of them. */
function isWordOfTable(cx: RuleFileContext, node: PythonNode): boolean {
  const table = node.type === 'pair' ? node.parent : undefined;
  const text = plainText(field(node, 'value'));
  return table?.type === 'dictionary' && text !== undefined && pairsOf(cx, table).filter(({ value }) => plainText(value) === text).length > 2;
}

function look(cx: RuleFileContext, node: PythonNode): Found | undefined {
  const given = namedValue(cx, node);
  // A schema of a form names the fields that hold secrets; examples of an API show made-up ones.
  if (node.type === 'pair' && /^secrets?$/i.test(given?.name ?? '') && /^[a-z_]+$/.test(plainText(given?.value) ?? '')) return undefined;
  if (/Example|extend_schema|swagger|openapi/i.test(field(enclosing(node, 'call'), 'function')?.text ?? '')) return undefined;
  if (!given || talk.test(given.name) || isDevelopmentOnly(cx, node) || isWordOfTable(cx, node)) return undefined;
  const type = enclosing(node, 'class_definition');
  if (type && (describes.test(nameOf(type)) || ['test', 'development'].includes(stageOfName(nameOf(type))))) return undefined;
  const { value } = given;
  const values = value.type === 'string' || value.type === 'concatenated_string' ? [{ node: value, text: literalText(value) ?? '' }]
    : outsideRead(cx, value) ? possibleValues(cx, value).flatMap((each) => (each.from === 'literal' && each.text !== undefined && each.node.type === 'string' ? [{ node: each.node, text: each.text }] : [])) : [];
  for (const each of values) {
    // A word in capitals names a way to log in, several name a variable of the environment, and what is filled in at run time is no secret of the code.
    const kind = /^(?:https?:\/\/|\/)|^[A-Z]{2,6}$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(each.text) ? undefined : secretIn(given.name, each.text.replaceAll(filledIn, '{x}'));
    if (kind) return { name: given.name, at: span(given.key), value: span(each.node), kind, variable: variableName(given.name, ownerOf(node)), fallback: each.node !== value || isSettingsClass(cx, type) };
  }
  return undefined;
}

/** Fields of pydantic's settings are only defaults: the environment replaces each of them. */
function isSettingsClass(cx: RuleFileContext, type: PythonNode | undefined): boolean {
  return type !== undefined && parentsOf(cx, type).some((parent) => /(?:Settings|Provider|Config)$/.test(parent)) && /BaseSettings|pydantic/.test(cx.text);
}

/** `DATABASES` for the `PASSWORD` inside it. */
function ownerOf(node: PythonNode): string {
  const assignment = enclosing(node, 'assignment');
  const owner = assignment && field(assignment, 'left')?.text;
  return owner === undefined ? '' : owner.replace(/[^\w].*$/, '').replace(/S$/, '');
}

function check(root: PythonNode, cx: RuleFileContext): void {
  if (isCommandLine(cx, root) || ['test', 'development'].includes(stageOfFile(cx.path))) return;
  const found = below(rootOf(root), 'assignment', 'pair', 'keyword_argument').flatMap((node) => look(cx, node) ?? []);
  if (found.length === 0) return;
  const places = found.filter(({ fallback }) => !fallback).map(({ value, variable }) => ({ ...value, variable }));
  const all = found.every(({ fallback }) => fallback);
  report(cx, found, { ...(all ? { say: 'fallback', severity: 'info' } : { say: 'code' }), data: { settings: [], default: false, places: distinct(places) } });
}

/** Credentials in Python code and settings. */
export const pythonCredential = ruleMatcher({
  language: 'python',
  needles: [[/(?:passw(?:or)?d|passwd|pwd|secret|token|api_?key|access_?key|private_?key|credential)\w*["']?\]?\s*(?::[^=\n{]+)?[=:]\s*[\w.]*\(?\s*[rbfu]?["'][^"'\s]{3,}/i], [/(?:secret|password|token|key)\w*["']?\s*[=:][^\n]*(?:environ|env|config)[^\n]*,\s*(?:default\s*=\s*)?["'][^"'\s]{6,}/i], [knownKeyNeedle], [/["']\w{2,20}:\/\/[^\s"'/:@{}%]{1,40}:[^\s"'/@{}%]{1,60}@/]],
  on: { module: check },
});

