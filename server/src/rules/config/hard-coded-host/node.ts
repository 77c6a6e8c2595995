import { Node, ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { profileKind } from '../../../syntax/config-file.js';
import { endpointsIn, tiesToNetwork, type Endpoint } from '../../../syntax/endpoint.js';
import { isBrowserCode, span } from '../../../syntax/typescript/ask.js';
import { isOnlyFallback } from '../../../syntax/typescript/deciding.js';
import { functionsAround, nodesOf } from '../../../syntax/typescript/functions.js';
import { literalUse, type LiteralUse } from '../../../syntax/typescript/literal.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { guardsOf, isCommandLine, namesAround } from '../../../syntax/typescript/surroundings.js';
import { variableName, wordsOf } from '../../../syntax/names.js';
import { concernsUnder, isExempt } from './names.js';
import { hostNeedles, report } from './report.js';

/** Text of a string or template; what is filled in becomes a mark that no host contains. */
function textOf(node: Node): string {
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralValue();
  if (!Node.isTemplateExpression(node)) return '';
  return node.getHead().getLiteralText() + node.getTemplateSpans().map((part) => `\u2047${part.getLiteral().getLiteralText()}`).join('');
}

/** Name of what takes the string: property, variable, assigned property, called function. */
function nameOf({ taker }: LiteralUse): string {
  if (Node.isPropertyAssignment(taker) || Node.isVariableDeclaration(taker) || Node.isPropertyDeclaration(taker)) return taker.getName().replace(/['"]/g, '');
  if (Node.isBinaryExpression(taker)) return taker.getLeft().getText();
  if (Node.isCallExpression(taker) || Node.isNewExpression(taker)) return taker.getExpression().getText();
  return '';
}

const listening = /(?:^|\.)(?:listen|bind|createServer|inspector\.open)$/;

/** Where this process listens itself. */
function isListening(node: Node): boolean {
  return node.getAncestors().some((each) => (Node.isCallExpression(each) || Node.isNewExpression(each)) && (listening.test(each.getExpression().getText()) || /Server$/.test(each.getExpression().getText())));
}

const starting = /(?:^|\.)(?:spawn|fork|execFile)$/;

/**
 * `{ host: 'localhost', port: 2500 }` as the address of a server of this pod: the file hands a host of that name to
 * `listen`, or starts the program that listens there itself.
 */
function isOwnAddress(cx: RuleFileContext, node: Node, { taker }: LiteralUse, { kind }: Endpoint): boolean {
  if (kind !== 'loopback' || !Node.isPropertyAssignment(taker)) return false;
  const options = taker.getParent();
  if (!Node.isObjectLiteralExpression(options) || !options.getProperty('port')) return false;
  const name = taker.getName();
  return nodesOf(node.getSourceFile().compilerNode).some((each) => {
    if (!ts.isCallExpression(each)) return false;
    const called = each.expression.getText();
    if (/\.listen$/.test(called)) return each.arguments.some((argument) => ts.isPropertyAccessExpression(argument) && argument.name.text === name);
    return starting.test(called) && calledModule(cx, each)?.module === 'child_process';
  });
}

const connecting = /(?:^|\.)(?:connect|createConnection|createClient|Socket)$/;

/** Under a key, condition or file name for development or tests. */
function isForDevelopment(node: Node, path: string): boolean {
  if (/(?:^|\/)(?:development|dev|local|test)\.[cm]?[jt]s$/.test(path)) return true;
  const keys = node.getAncestors().flatMap((each) => (Node.isPropertyAssignment(each) ? [each.getName().replace(/['"]/g, '')] : []));
  return keys.some((key) => ['development', 'test'].includes(profileKind(key)) || /cors|origin|proxy|devServer|whitelist|allow|default|example|swagger|openapi/i.test(key))
    || guardsOf(node.compilerNode).some(({ text, holds }) => holds && /NODE_ENV\s*===?\s*['"](?:test|development)|\bis(?:Dev|Test|Local)\w*/.test(text));
}

/** Talking to oneself (a port that is filled in), or completing a relative URL: works in every pod. */
function isSelf({ kind, scheme, port }: Endpoint): boolean {
  return kind === 'loopback' && (port === 'unknown' || (port === 'none' && /^(?:https?|wss?)$/.test(scheme)));
}

/** `headers = given ? given.headers : { host: 'localhost:3000' }`. */
function isHostHeader({ taker }: LiteralUse, name: string): boolean {
  if (name === 'Host') return true;
  return name === 'host' && (taker?.getAncestors() ?? []).some((each) => (Node.isVariableDeclaration(each) || Node.isPropertyAssignment(each)) && /headers$/i.test(each.getName()));
}

function concerns(use: LiteralUse, endpoint: Endpoint): boolean {
  const name = nameOf(use);
  // A header names the site to a proxy; nothing is connected by it.
  if (isSelf(endpoint) || isHostHeader(use, name) || isExempt(name, endpoint)) return false;
  if (endpoint.scheme !== '') return tiesToNetwork(endpoint);
  if (endpoint.kind === 'single-label' || endpoint.kind === 'name' || Node.isReturnStatement(use.taker)) return false;
  if (Node.isCallExpression(use.taker) || Node.isNewExpression(use.taker)) return connecting.test(name);
  const last = name.split('.').at(-1) ?? name;
  const words = wordsOf(last);
  if (words.some((word) => /^(?:client|remote|user|login|source|visitor|real|request|caller|forwarded)$/.test(word)) || /^(?:ip|ips|address|addr|ipaddress)$/.test(words.join(''))) return false;
  return concernsUnder(last, endpoint);
}

/** `options.connection ?? { host: 'localhost' }`: what holds where whoever sets it up says nothing. */
function isInDefaultObject(node: Node): boolean {
  const object = node.getAncestors().find((each) => !Node.isPropertyAssignment(each) && !Node.isObjectLiteralExpression(each) && !Node.isParenthesizedExpression(each) && !Node.isAsExpression(each) && !Node.isSatisfiesExpression(each));
  return Node.isBinaryExpression(object) && /^(?:\|\||\?\?)=?$/.test(object.getOperatorToken().getText()) && node.getStart() >= object.getRight().getStart();
}

/** A function that only asks whether something answers, and takes silence for no. */
function isProbe(node: Node, { kind }: Endpoint): boolean {
  const around = kind === 'loopback' ? functionsAround(node.compilerNode).at(-1) : undefined;
  return around !== undefined && /^(?:is|has|check|can|probe|ping|detect|find)[A-Z]/.test(namesAround(node.compilerNode).at(-1) ?? '')
    && /\.on\(\s*['"]error['"]\s*,[^)]*\)?\s*=>\s*\{?\s*(?:return\s+)?\w+\(\s*(?:null\s*,\s*)?false|catch\s*(?:\([^)]*\))?\s*\{\s*return\s+(?:false|null|undefined)\b|\.catch\(\s*\([^)]*\)\s*=>\s*(?:false|null|undefined)\b/.test(around.getText());
}

/** After the environment was asked: `else` of a question about it, or a constant that stands only behind `||`. */
function isOnlyDefault(node: Node, { taker }: LiteralUse): boolean {
  if (guardsOf(node.compilerNode).some(({ text, holds }) => !holds && /\bprocess\.env\b|\benv\.[A-Z]/.test(text))) return true;
  // `if (ISSUER) return ISSUER; return 'http://localhost:3000'`.
  if (Node.isReturnStatement(taker) && guardsOf(node.compilerNode).some(({ text, holds }) => !holds && /^[A-Z][A-Z0-9_]+$|^(?:\w+\.)*(?:config|settings|options)\.[\w.]+$/.test(text))) return true;
  return Node.isVariableDeclaration(taker) && Node.isIdentifier(taker.getNameNode()) && isOnlyFallback(taker.getNameNode().compilerNode as ts.Identifier);
}

/** `if (process.env.COMPANION) await post('http://companion/…')`: the environment says that there is one of that name. */
function isNeighbour(node: Node, { kind }: Endpoint): boolean {
  return kind === 'single-label' && guardsOf(node.compilerNode).some(({ text, holds }) => holds && /^process\.env\.(?!NODE_ENV\b)\w+$/.test(text));
}

function look(cx: RuleFileContext, node: Node): void {
  if (!/localhost|\d\.\d|:\/\//.test(node.getText())) return;
  const [endpoint] = endpointsIn(textOf(node), true);
  if (!endpoint) return;
  const use = literalUse(node);
  if (use.role !== 'value' || isOnlyDefault(node, use) || isInDefaultObject(node) || isProbe(node, endpoint) || !concerns(use, endpoint) || isListening(node) || isOwnAddress(cx, node, use, endpoint) || isForDevelopment(node, cx.path) || isBrowserCode(cx, node) || isCommandLine(cx)) return;
  report(cx, endpoint, {
    written: span(node), name: '', setting: nameOf(use), inDefaultProfile: false, ...(isNeighbour(node, endpoint) ? { severity: 'info' as const } : {}), confidence: endpoint.kind === 'loopback' ? 'medium' : 'high',
    variable: variableOf(node, use, endpoint, cx.path),
  });
}

/** A call that only takes the URL says nothing of it; the function around it or the file does. */
function variableOf(node: Node, use: LiteralUse, { scheme }: Endpoint, path: string): string {
  const isCall = Node.isCallExpression(use.taker) || Node.isNewExpression(use.taker);
  const name = isCall ? '' : (nameOf(use).split('.').at(-1) ?? '');
  const [around] = namesAround(node.compilerNode);
  return variableName(name, around ?? basename(path).replace(/\.\w+$/, ''), scheme === '' ? 'host' : 'url');
}

/** Strings and templates that name a host which the code then uses. */
export const nodeHost = ruleMatcher({
  language: 'typescript',
  needles: hostNeedles,
  on: {
    StringLiteral: (node, cx) => look(cx, node),
    NoSubstitutionTemplateLiteral: (node, cx) => look(cx, node),
    TemplateExpression: (node, cx) => look(cx, node),
  },
});
