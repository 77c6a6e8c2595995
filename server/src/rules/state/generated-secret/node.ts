import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import type { Json } from '../../../base/json.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { variableName } from '../../../syntax/names.js';
import { bare, functionAround, lastName, nodesOf } from '../../../syntax/typescript/functions.js';
import { calledModule, initialValue, literalOf, originOf, originsOf, propertyOf } from '../../../syntax/typescript/modules.js';
import { keepsSecret } from '../../../syntax/typescript/secret-file.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { guardsOf } from '../../../syntax/typescript/surroundings.js';

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

const variables: Readonly<Record<string, string>> = { 'express-session': 'SESSION_SECRET', 'cookie-session': 'SESSION_SECRET', 'koa-session': 'SESSION_SECRET', '@fastify/session': 'SESSION_SECRET', jsonwebtoken: 'JWT_SECRET', '@nestjs/jwt': 'JWT_SECRET', '@fastify/jwt': 'JWT_SECRET', 'cookie-parser': 'COOKIE_SECRET' };
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

/** The whole value that a key call is part of: `randomBytes(32).toString('hex')`. */
function wholeOf(call: ts.Node): ts.Node {
  let at = call;
  while ((ts.isPropertyAccessExpression(at.parent) && at.parent.expression === at) || (ts.isCallExpression(at.parent) && at.parent.expression === at)) at = at.parent;
  return at;
}

/** What the fix needs: the value as it stands, and the variable that takes its place. */
function placeOf(call: ts.CallExpression, variable: string): Json {
  const whole = wholeOf(call);
  const raw = whole === call && /randomBytes$/.test(call.expression.getText());
  return { ...spanOf(whole), source: whole.getText(), variable, raw };
}

function tell(cx: RuleFileContext, call: ts.CallExpression, setting: string | undefined, variable: string): void {
  const at = call.expression;
  cx.report({ at: spanOf(at), say: setting === undefined ? 'memory' : 'nodeFallback', args: setting === undefined ? {} : { setting }, ...(setting === undefined ? {} : { severity: 'warning' as const }), data: { shape: 'node', place: placeOf(call, variable) } });
}

function checkCall(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression | ts.NewExpression;
  for (const secret of secretsOf(cx, call)) {
    const made = madeIn(cx, secret);
    if (made && isServing(cx, node)) tell(cx, made.call, made.setting, variables[calledModule(cx, call)?.module ?? ''] ?? 'SECRET_KEY');
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
  tell(cx, made.call, made.setting ?? overriding(declaration, text), variableName(text));
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

/** `if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32))`. */
function checkFile(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  if (!keepsSecret(cx, call) || !isServing(cx, node)) return;
  const guards = guardsOf(call);
  const missing = guards.map(({ text }) => /^!\s*((?:\w+\.)*(?:config|settings|options|conf|env)\.[\w.]+)/.exec(text)?.[1]).find((each) => each !== undefined);
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  if (missing) cx.report({ at: spanOf(token), say: 'nodeFallback', args: { setting: missing.replace(/^process\.env\./, '') }, severity: 'warning', data: { shape: 'file' } });
  else cx.report({ at: spanOf(token), say: 'file', ...(guards.some(({ text }) => /settings|config|process\.env/.test(text)) ? { severity: 'warning' as const } : {}), confidence: 'medium', data: { shape: 'file' } });
}

/** Keys that a Node process makes for itself. */
export const nodeSecrets = ruleMatcher({
  language: 'typescript',
  needles: [[/(?:write|output)File(?:Sync)?\(/, /secret|key/i, /random|generate|nanoid|uuid/i], [/secret|_key|[a-z]Key\b|\bkeys\b|cookie-parser/i, /randomBytes|randomUUID|generateKey|Math\.random|nanoid|uuid|randomstring/]],
  on: {
    CallExpression(node, cx) {
      checkCall(node, cx);
      checkFile(node, cx);
    },
    NewExpression: checkCall,
    VariableDeclaration: checkConstant,
  },
});
