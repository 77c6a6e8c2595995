import { Node, type CallExpression } from 'ts-morph';
import { factMatcher, type FactExtractor } from '../contract/rule.js';
import { resolve, span, stringValue } from '../syntax/typescript/ask.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** The port that a Node server listens on. */
    'server.listen-port': {
      /** Absent when only the environment decides. */
      readonly port?: number;
      /** Environment variable that overrides it. */
      readonly env?: string;
    };
  }
}

interface Port {
  readonly port?: number;
  readonly env?: string;
}

function environmentName(node: Node | undefined): string | undefined {
  return node && Node.isPropertyAccessExpression(node) && node.getExpression().getText() === 'process.env' ? node.getName() : undefined;
}

/** `3000`, `'3000'`, `process.env.PORT`, `process.env.PORT || 3000`, `Number(…)`, `parseInt(…)`, through constants. */
function portOf(node: Node | undefined, depth = 4): Port | undefined {
  const value = resolve(node);
  if (!value || depth === 0) return undefined;
  if (Node.isNumericLiteral(value)) return inRange(value.getLiteralValue());
  const text = stringValue(value);
  if (text !== undefined) return inRange(Number(text));
  const env = environmentName(value);
  if (env) return { env };
  if (Node.isParenthesizedExpression(value) || Node.isAsExpression(value) || Node.isNonNullExpression(value) || Node.isPrefixUnaryExpression(value)) {
    return portOf(Node.isPrefixUnaryExpression(value) ? value.getOperand() : value.getExpression(), depth - 1);
  }
  if (Node.isBinaryExpression(value)) return { ...portOf(value.getRight(), depth - 1), ...portOf(value.getLeft(), depth - 1) };
  if (Node.isCallExpression(value) && /^(?:Number|parseInt|Number\.parseInt|normalizePort|String)$/.test(value.getExpression().getText())) return portOf(value.getArguments()[0], depth - 1);
  return undefined;
}

function inRange(port: number): Port | undefined {
  return Number.isInteger(port) && port > 0 && port < 65536 ? { port } : undefined;
}

/** The port in `listen(port)`, `listen({ port })` and Express' `set('port', …)`. */
function statedPort(call: CallExpression): Port | undefined {
  const callee = call.getExpression();
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  const [first, second] = call.getArguments();
  if (callee.getName() === 'set') return stringValue(first) === 'port' ? portOf(second) : undefined;
  if (callee.getName() !== 'listen' || !first) return undefined;
  const options = resolve(first);
  if (!Node.isObjectLiteralExpression(options)) return portOf(first);
  const property = options.getProperty('port');
  if (Node.isPropertyAssignment(property)) return portOf(property.getInitializer());
  return Node.isShorthandPropertyAssignment(property) ? portOf(property.getNameNode()) : undefined;
}

/** Variables that name the server's own port, not that of a database it talks to. */
const ownPort = /^(?:(?:APP|SERVER|HTTP|WEB|NODE|LISTEN)_)?PORT$/;

/** `process.env.PORT || 3000`, also where it is only stored. */
function defaultedPort(node: Node): Port | undefined {
  const found = Node.isBinaryExpression(node) && /^(?:\|\||\?\?)$/.test(node.getOperatorToken().getText()) ? portOf(node) : undefined;
  return found?.env !== undefined && ownPort.test(found.env) && found.port !== undefined ? found : undefined;
}

/** `server.listen-port`: see the kind. */
export const listenPortFacts: FactExtractor = {
  kinds: ['server.listen-port'],
  matchers: [factMatcher({
    language: 'typescript',
    needles: [['listen', 'express'], ['listen', 'fastify'], ['listen', 'koa'], ['listen', 'createServer'], ['listen', 'NestFactory'], ['listen', 'app'], ['listen', 'server']],
    on: {
      CallExpression(node, cx) {
        const found = Node.isCallExpression(node) ? statedPort(node) : undefined;
        if (found && (found.port !== undefined || found.env !== undefined)) cx.emit('server.listen-port', span(node), found);
      },
    },
  }), factMatcher({
    language: 'typescript',
    needles: [[/process\.env\.(?:\w+_)?PORT\b/]],
    on: {
      BinaryExpression(node, cx) {
        const found = defaultedPort(node);
        if (found) cx.emit('server.listen-port', span(node), found);
      },
    },
  })],
};
