import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { bare, functionAround, lastName, nodesOf } from '../../../syntax/typescript/functions.js';
import { calledModule, initialValue, literalOf, originOf, originsOf, propertyOf } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

const random = /^(?:crypto\.)?(?:randomBytes|randomUUID|generateKeySync|generateKeyPairSync|webcrypto\.getRandomValues)$/;
const generators = /^(?:uuid|nanoid|crypto-random-string|uid-safe|uniqid|randomatic|randomstring|shortid|cuid)$/;

/** The call in an expression that makes a random value, through `.toString('hex')` and names of this file; with the setting that comes first, if any. */
function madeIn(cx: RuleFileContext, node: ts.Expression, depth = 4): { readonly call: ts.CallExpression; readonly setting?: string } | undefined {
  const value = bare(node);
  if (depth === 0) return undefined;
  if (ts.isIdentifier(value)) {
    const initial = initialValue(value);
    // A value that a function makes anew each time signs nothing for long.
    return initial && functionAround(initial) === undefined ? madeIn(cx, initial, depth - 1) : undefined;
  }
  if (ts.isBinaryExpression(value) && [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken].includes(value.operatorToken.kind)) {
    const made = madeIn(cx, value.right, depth - 1);
    return made && { call: made.call, setting: /process\.env\.(\w+)/.exec(value.left.getText())?.[1] ?? value.left.getText().slice(0, 60) };
  }
  if (ts.isConditionalExpression(value)) return madeIn(cx, value.whenFalse, depth - 1) ?? madeIn(cx, value.whenTrue, depth - 1);
  if (ts.isArrayLiteralExpression(value)) return value.elements.map((each) => madeIn(cx, each, depth - 1)).find((each) => each !== undefined);
  if (!ts.isCallExpression(value)) return undefined;
  const origin = calledModule(cx, value);
  if (origin && ((origin.module === 'crypto' && random.test(origin.path)) || generators.test(origin.module)) || value.expression.getText() === 'Math.random' || /^crypto\.randomUUID$/.test(value.expression.getText())) return { call: value };
  const receiver = ts.isPropertyAccessExpression(value.expression) && /^(?:toString|substring|slice|replace|replaceAll|update|digest)$/.test(value.expression.name.text) ? value.expression.expression : undefined;
  return receiver && madeIn(cx, receiver, depth - 1);
}

const secretOptions = ['secret', 'secretOrKey', 'secretOrPrivateKey', 'jwtSecret', 'keys', 'cookieSecret', 'privateKey', 'password'];
const takers = /^(?:express-session|cookie-session|koa-session|cookie-parser|jsonwebtoken|express-jwt|koa-jwt|passport-jwt|@nestjs\/jwt|@fastify\/(?:session|secure-session|cookie|jwt)|fastify-jwt|iron-session|@hapi\/(?:yar|cookie|jwt)|next-auth|jose|csrf-csrf|csurf)$/;

/** The value that a call signs with: an option, or the argument after what is signed. */
function secretsOf(cx: RuleFileContext, call: ts.CallExpression | ts.NewExpression): readonly ts.Expression[] {
  const plugin = call.arguments?.[0] && originOf(originsOf(cx, call.getSourceFile()), call.arguments[0]);
  const origin = calledModule(cx, call) ?? (/(?:^|\.)register$/.test(call.expression.getText()) ? plugin : undefined);
  if (!origin || !takers.test(origin.module)) return [];
  const options = (call.arguments ?? []).map(literalOf).flatMap((each) => (each ? secretOptions.map((name) => propertyOf(each, name)) : []));
  const positional = origin.module === 'cookie-parser' ? [call.arguments?.[0]] : origin.module === 'jsonwebtoken' && /^(?:sign|verify)$/.test(origin.path) ? [call.arguments?.[1]] : [];
  return [...options, ...positional].filter((each) => each !== undefined);
}

function tell(cx: RuleFileContext, at: ts.Node, setting: string | undefined): void {
  cx.report({ at: spanOf(at), say: setting === undefined ? 'memory' : 'nodeFallback', args: setting === undefined ? {} : { setting }, ...(setting === undefined ? {} : { severity: 'warning' as const }), data: { shape: 'node' } });
}

function checkCall(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression | ts.NewExpression;
  for (const secret of secretsOf(cx, call)) {
    const made = madeIn(cx, secret);
    if (made && isServing(cx, node)) tell(cx, made.call.expression, made.setting);
  }
}

const secretName = /(?:^|_)(?:\w*_)?(?:secret|signing_?key|encryption_?key|private_?key|session_?key|jwt_?key|cookie_?key)$/i;

/** `const SECRET = randomBytes(32)` at module level, used to sign or encrypt in the same file. */
function checkConstant(node: Node, cx: RuleFileContext): void {
  const declaration = node.compilerNode as ts.VariableDeclaration;
  if (!ts.isIdentifier(declaration.name) || !declaration.initializer || functionAround(declaration)) return;
  const { text } = declaration.name;
  if (!secretName.test(text.replace(/([a-z])([A-Z])/g, '$1_$2'))) return;
  const made = madeIn(cx, declaration.initializer);
  if (!made || !isServing(cx, node) || !signs(declaration, text)) return;
  tell(cx, made.call.expression, made.setting ?? overriding(declaration, text));
}

/** Whether the file signs, verifies or encrypts with a name. */
function signs(declaration: ts.Node, name: string): boolean {
  return nodesOf(declaration.getSourceFile()).some((each) => ts.isCallExpression(each) && /^(?:createHmac|sign|verify|createCipheriv|createDecipheriv|createSecretKey|encrypt|decrypt|SignJWT|jwtVerify)$/.test(lastName(each.expression)) && new RegExp(`\\b${name}\\b`).test(each.getText()))
    || new RegExp(`(?:\\|\\||\\?\\?)\\s*${name}\\b`).test(declaration.getSourceFile().text);
}

/** `settings.secret || FALLBACK_SECRET`: the setting that comes before. */
function overriding(declaration: ts.Node, name: string): string | undefined {
  const before = new RegExp(`([\\w.$()'"\\[\\]]+)\\s*(?:\\|\\||\\?\\?)\\s*${name}\\b`).exec(declaration.getSourceFile().text)?.[1];
  return before && (/process\.env\.(\w+)/.exec(before)?.[1] ?? before.slice(0, 60));
}

/** Keys that a Node process makes for itself. */
export const nodeSecrets = ruleMatcher({
  language: 'typescript',
  needles: [[/secret|_key|[a-z]Key\b|\bkeys\b|cookie-parser/i, /randomBytes|randomUUID|generateKey|Math\.random|nanoid|uuid|randomstring/]],
  on: { CallExpression: checkCall, NewExpression: checkCall, VariableDeclaration: checkConstant },
});
