import { ts } from 'ts-morph';
import { ruleMatcher } from '../../../contract/rule.js';
import { bare, walk } from '../../../syntax/typescript/functions.js';
import { initialValue, propertyOf } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { serverBehind } from '../../../syntax/typescript/servers.js';

/** The number that a server is told to listen on, through a constant of the file; `undefined` when something may override it. */
function fixedPort(node: ts.Expression | undefined): ts.NumericLiteral | undefined {
  const value = node && bare(node);
  if (!value) return undefined;
  if (ts.isNumericLiteral(value)) return value;
  if (ts.isObjectLiteralExpression(value)) return fixedPort(propertyOf(value, 'port'));
  if (!ts.isIdentifier(value)) return undefined;
  const initial = initialValue(value);
  const assigned = walk(value.getSourceFile(), (each) => ts.isBinaryExpression(each) && each.operatorToken.kind === ts.SyntaxKind.EqualsToken && each.left.getText() === value.text);
  return initial && !assigned ? fixedPort(initial) : undefined;
}

/** `app.listen(3000)`: servers whose port no environment can choose. */
export const nodePort = ruleMatcher({
  language: 'typescript',
  needles: [['listen', /\.listen\(\s*(?:\d|\{|\w)/, /['"](?:express|koa|fastify|@nestjs\/core|@hapi\/hapi|restify|polka|(?:node:)?https?)['"]/]],
  on: {
    CallExpression(node, cx) {
      const call = node.compilerNode as ts.CallExpression;
      if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'listen') return;
      const framework = serverBehind(cx, call.expression.expression);
      const port = framework && fixedPort(call.arguments[0]);
      if (!port || Number(port.text) === 0 || !isServing(cx, node)) return;
      // Nothing but a number stands where `PORT ?? 3000` would have to be turned into one.
      cx.report({ at: spanOf(port), say: 'port', args: { port: port.text }, data: { replaceable: true, variable: 'PORT' } });
    },
  },
});
