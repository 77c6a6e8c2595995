import { ts } from 'ts-morph';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { lastName } from '../../syntax/typescript/functions.js';
import { calledModule } from '../../syntax/typescript/modules.js';
import { isDevelopmentOnly } from '../../syntax/typescript/surroundings.js';
import '../forwarded-headers.js';

function emit(cx: FactFileContext, at: ts.Node, via: string): void {
  if (!isDevelopmentOnly(at)) cx.emit('request.forwarded-headers', { start: at.getStart(), end: at.getEnd() }, { via });
}

const isFalse = (node: ts.Node | undefined): boolean => node?.kind === ts.SyntaxKind.FalseKeyword;
const libraries = /^(?:request-ip|@supercharge\/request-ip|proxy-addr|forwarded|forwarded-parse|nestjs-real-ip)$/;

/** `app.set('trust proxy', 1)`, `app.enable('trust proxy')`, and libraries that read the headers themselves. */
function onCall(call: ts.CallExpression, cx: FactFileContext): void {
  const [key, value] = call.arguments;
  const name = lastName(call.expression);
  if (/^(?:set|enable)$/.test(name) && key && ts.isStringLiteralLike(key) && key.text === 'trust proxy' && !isFalse(value)) emit(cx, key, 'trust proxy');
  const origin = calledModule(cx, call);
  if (origin && libraries.test(origin.module)) emit(cx, call.expression, origin.module);
}

/** `fastify({ trustProxy: true })`, `new Koa({ proxy: true })`. */
function onProperty(property: ts.PropertyAssignment, cx: FactFileContext): void {
  const name = property.name.getText();
  const made = property.parent.parent;
  if (isFalse(property.initializer) || !(ts.isCallExpression(made) || ts.isNewExpression(made))) return;
  if (name === 'trustProxy' || (name === 'proxy' && calledModule(cx, made)?.module === 'koa')) emit(cx, property.name, name);
}

/** `app.proxy = true` of Koa. */
function onAssignment(node: ts.BinaryExpression, cx: FactFileContext): void {
  if (node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && node.left.name.text === 'proxy' && !isFalse(node.right)) emit(cx, node.left.name, 'app.proxy');
}

/** A header that only a proxy sets, named where code reads it. */
function onHeader(literal: ts.StringLiteral, cx: FactFileContext): void {
  if (!/^(?:x-forwarded-for|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip|fly-client-ip|forwarded)$/i.test(literal.text)) return;
  const { parent } = literal;
  if ((ts.isElementAccessExpression(parent) && parent.argumentExpression === literal) || (ts.isCallExpression(parent) && /^(?:get|header|getHeader)$/.test(lastName(parent.expression)))) emit(cx, literal, literal.text);
}

/** `request.forwarded-headers` of Express, Koa and Fastify, and of code that reads the headers by itself. */
export const nodeProxyFacts: FactExtractor = {
  kinds: ['request.forwarded-headers'],
  matchers: [
    factMatcher({
      language: 'typescript', needles: [['trust proxy'], [/['"](?:request-ip|@supercharge\/request-ip|proxy-addr|forwarded(?:-parse)?|nestjs-real-ip)['"]/]],
      on: { CallExpression: (node, cx) => onCall(node.compilerNode as ts.CallExpression, cx) },
    }),
    factMatcher({
      language: 'typescript', needles: [['trustProxy'], ['koa', 'proxy']],
      on: {
        PropertyAssignment: (node, cx) => onProperty(node.compilerNode as ts.PropertyAssignment, cx),
        BinaryExpression: (node, cx) => onAssignment(node.compilerNode as ts.BinaryExpression, cx),
      },
    }),
    factMatcher({
      language: 'typescript', needles: [[/['"](?:x-forwarded-for|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip|fly-client-ip|forwarded)['"]/i]],
      on: { StringLiteral: (node, cx) => onHeader(node.compilerNode as ts.StringLiteral, cx) },
    }),
  ],
};
