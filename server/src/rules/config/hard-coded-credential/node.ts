import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { variableName, wordsOf } from '../../../syntax/names.js';
import { knownKeyNeedle, secretIn } from '../../../syntax/secret-value.js';
import { bare, nodesOf } from '../../../syntax/typescript/functions.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { guardsOf, isDevelopmentOnly } from '../../../syntax/typescript/surroundings.js';
import { profileKind } from '../../../syntax/config-file.js';
import { report, type Credential } from './report.js';

interface Found extends Credential {
  readonly variable: string;
  /** Only a default beside the environment. */
  readonly fallback: boolean;
}

/** Names and places that speak of secrets without holding one. */
const talk = /label|message|text|help|title|placeholder|widget|error|field|column|template|url|path|route|type|hash|header|param|scope|grant|description|name$|event|action|prop\b|cookie_?name|storage_?key|cache_?key|regex|pattern/i;

/** Name and value of a property, a variable or an assigned member. */
function namedValue(node: ts.Node): { readonly name: string; readonly key: ts.Node; readonly value: ts.Expression } | undefined {
  if (ts.isPropertyAssignment(node)) return ts.isComputedPropertyName(node.name) ? undefined : { name: node.name.getText().replace(/['"]/g, ''), key: node.name, value: node.initializer };
  if ((ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.initializer) return { name: node.name.getText(), key: node.name, value: node.initializer };
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left)) return { name: node.left.name.text, key: node.left.name, value: node.right };
  return undefined;
}

/** The literal that is the value, or the default beside an environment variable. */
function literalIn(value: ts.Expression): { readonly literal: ts.StringLiteralLike; readonly fallback: boolean } | undefined {
  const node = bare(value);
  if (ts.isStringLiteralLike(node)) return { literal: node, fallback: false };
  const chosen = ts.isBinaryExpression(node) && [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken].includes(node.operatorToken.kind) ? bare(node.right) : undefined;
  return chosen && ts.isStringLiteralLike(chosen) ? { literal: chosen, fallback: true } : undefined;
}

/** Under a key such as `development:`, in a branch for it, or in what describes an interface. */
function isElsewhere(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (ts.isDecorator(at) || ts.isEnumDeclaration(at) || ts.isJsxElement(at) || ts.isJsxSelfClosingElement(at)) return true;
    if ((ts.isPropertyAssignment(at) || ts.isVariableDeclaration(at)) && (['development', 'test'].includes(profileKind(at.name.getText().replace(/['"]/g, ''))) || /^(?:examples?|errors?|errorMessages|openapi|swagger|schema|messages|labels|translations?|errors?|fixtures?|mocks?|defaults?Values|seeds?)$/i.test(at.name.getText()))) return true;
  }
  return isDevelopmentOnly(node);
}

/** A secret by its own shape, or random text under a name that says so; words under such a name are mostly names of something. */
function kindOf(name: string, text: string): Found['kind'] | undefined {
  // Keys that are made to be seen by browsers begin so.
  if (/^(?:phc_|pk_(?:live|test)_|public)/.test(text)) return undefined;
  if (text.length < 6 || /^[a-z]\w*(?:\.[\w-]+)+$/i.test(text) || /^(?:https?:\/\/|\/)|^[A-Z][A-Z_]{1,}$|\s/.test(text) && !/:\/\/[^/\s]+:[^@\s]+@/.test(text)) return undefined;
  // `TableApiToken = 'api_token'` names the thing again.
  const said = wordsOf(name);
  if (/[a-z][_-][a-z]/i.test(text) && wordsOf(text).every((word) => said.includes(word))) return undefined;
  const kind = secretIn(name, text);
  if (kind !== 'secret' || new RegExp(knownKeyNeedle).test(text) || /:\/\//.test(text)) return kind;
  return /\d/.test(text) || /[^\w-]/.test(text) || (text.length >= 8 && !/[-_.]/.test(text) && wordsOf(text).length < 3 && /secret|pass/i.test(name)) ? kind : undefined;
}

function look(node: ts.Node): Found | undefined {
  const given = namedValue(node);
  const found = given && !talk.test(given.name) ? literalIn(given.value) : undefined;
  if (!given || !found || isElsewhere(node)) return undefined;
  const kind = kindOf(given.name, found.literal.text);
  return kind && { name: given.name, at: spanOf(given.key), value: spanOf(found.literal), kind, variable: variableName(given.name, ownerOf(node)), fallback: found.fallback || guardsOf(node).some(({ text, holds }) => holds && /^!\s*process\.env\.\w+$/.test(text)) };
}

/** `mail` for the `password` of `mail: { password }`, `db` for `const db = { password }`. */
function ownerOf(node: ts.Node): string {
  for (let at = node.parent; at; at = at.parent) {
    if ((ts.isPropertyAssignment(at) || ts.isVariableDeclaration(at)) && ts.isIdentifier(at.name)) return at.name.text;
  }
  return '';
}

function check(node: Node, cx: RuleFileContext): void {
  if (!isServing(cx, node) || /(?:^|\/)(?:development|dev|local|test|example|sample)(?:\.[\w-]+)*\.[cm]?[jt]s$|\.(?:example|sample|dist)\./.test(cx.path)) return;
  const found = nodesOf(node.compilerNode as ts.SourceFile).flatMap((each) => look(each) ?? []);
  for (const each of found) {
    const places = each.fallback ? [] : [{ ...each.value, variable: each.variable }];
    report(cx, [each], { ...(each.fallback ? { say: 'fallback', severity: 'info' } : { say: 'code' }), data: { settings: [], default: false, places } });
  }
}

/** Secrets in the code of a Node server. */
export const nodeCredential = ruleMatcher({
  language: 'typescript',
  needles: [[knownKeyNeedle], [/(?:pass(?:word|wd)?|pwd|secret(?:Or\w+)?|token|_?key|credentials?)['"]?\s*(?::\s*string\s*)?[:=]\s*(?:process\.env\.\w+\s*(?:\|\||\?\?)\s*)?['"`](?=[^'"`\s]{6})/i], [/['"`](?:mongodb(?:\+srv)?|rediss?|amqps?|postgres(?:ql)?|mysql):\/\/[^\s'"`:@]+:[^\s'"`@]+@/]],
  on: { SourceFile: check },
});
