import { ts } from 'ts-morph';
import { bare, nodesOfKinds, type Once } from './functions.js';
import { calledModule } from './modules.js';

/** Frameworks that answer HTTP requests, as far as their servers differ. */
export type Framework = 'express' | 'koa' | 'fastify' | 'nest' | 'hapi' | 'http' | 'restify' | 'hono' | 'polka';

const makers: readonly { readonly framework: Framework; readonly module: RegExp; readonly path: RegExp }[] = [
  { framework: 'express', module: /^(?:express|ultimate-express|express5)$/, path: /^(?:express)?$/ },
  { framework: 'koa', module: /^koa$/, path: /^$/ },
  { framework: 'fastify', module: /^fastify$/, path: /^(?:fastify|Fastify)?$/ },
  { framework: 'nest', module: /^@nestjs\/core$/, path: /^NestFactory\.create$/ },
  { framework: 'hapi', module: /^(?:@hapi\/hapi|hapi)$/, path: /^(?:[sS]erver)$/ },
  { framework: 'restify', module: /^restify$/, path: /^createServer$/ },
  { framework: 'polka', module: /^polka$/, path: /^$/ },
  { framework: 'http', module: /^(?:https?|http2|spdy)$/, path: /^(?:createServer|createSecureServer|Server)$/ },
];

/** The framework whose application or server a call makes; `undefined` for every other call. */
export function frameworkOf(cx: Once, call: ts.CallExpression | ts.NewExpression): Framework | undefined {
  const origin = calledModule(cx, call);
  return origin && makers.find(({ module, path }) => module.test(origin.module) && path.test(origin.path))?.framework;
}

const key = {};

/** What names of a file stand for, when a server was put into them anywhere in it: `app`, `this.server`. */
function serversOf(cx: Once, file: ts.SourceFile): ReadonlyMap<string, Framework> {
  return cx.once(key, () => {
    const found = new Map<string, Framework>();
    const add = (name: string, value: ts.Expression): void => {
      const made = bare(value);
      const framework = ts.isCallExpression(made) || ts.isNewExpression(made) ? frameworkOf(cx, made) ?? chained(cx, made) : ts.isIdentifier(made) ? found.get(made.text) : undefined;
      if (framework) found.set(name, framework);
    };
    for (const node of nodesOfKinds(file, ts.SyntaxKind.VariableDeclaration, ts.SyntaxKind.BinaryExpression, ts.SyntaxKind.PropertyDeclaration)) {
      if (ts.isVariableDeclaration(node) && node.initializer && ts.isIdentifier(node.name)) add(node.name.text, node.initializer);
      else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) add(node.left.getText(), node.right);
      else if (ts.isPropertyDeclaration(node) && node.initializer) add(`this.${node.name.getText()}`, node.initializer);
    }
    return found;
  });
}

/** `polka().use(…)`, `express().disable(…)`. */
function chained(cx: Once, made: ts.CallExpression | ts.NewExpression): Framework | undefined {
  let at: ts.Expression = made;
  while ((ts.isCallExpression(at) || ts.isPropertyAccessExpression(at))) {
    if (ts.isCallExpression(at) && at !== made) {
      const framework = frameworkOf(cx, at);
      if (framework) return framework;
    }
    at = bare(at.expression);
  }
  return undefined;
}

/** The framework behind an expression such as `app`, `this.httpServer`, `http.createServer(app)`. */
export function serverBehind(cx: Once, expression: ts.Expression): Framework | undefined {
  const node = bare(expression);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return frameworkOf(cx, node);
  return serversOf(cx, node.getSourceFile()).get(node.getText());
}
