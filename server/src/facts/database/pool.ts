import { ts, type Node } from 'ts-morph';
import type { Span } from '../../base/text.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { calledName, keywordsOf, span as pythonSpan, type PythonNode } from '../../syntax/python/ask.js';
import { calledModule, literalOf, propertyOf } from '../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../syntax/typescript/server-code.js';
import '../java/datasource-pool.js';

function emit(cx: FactFileContext, at: Span, key: string, size: number): void {
  if (Number.isInteger(size) && size > 0) cx.emit('datasource.pool', at, { key, size });
}

/** Where the clients of Node keep the size of their pools: at the top of the options, or in `pool`. */
const nodeClients: Readonly<Record<string, readonly string[]>> = {
  pg: ['max'], 'pg-pool': ['max'], postgres: ['max'], mysql: ['connectionLimit'], mysql2: ['connectionLimit'], 'mysql2/promise': ['connectionLimit'], mariadb: ['connectionLimit'], knex: ['pool', 'max'], sequelize: ['pool', 'max'], typeorm: ['poolSize'],
};

function onCall(node: Node, cx: FactFileContext): void {
  const call = node.compilerNode as ts.CallExpression | ts.NewExpression;
  const module = calledModule(cx, call)?.module ?? '';
  const path = Object.hasOwn(nodeClients, module) ? nodeClients[module] : undefined;
  if (!path || !isServing(cx, node)) return;
  for (const argument of call.arguments ?? []) {
    const options = literalOf(argument);
    const [first = '', second] = path;
    const inner = options && propertyOf(options, first);
    const pool = second === undefined ? undefined : literalOf(inner);
    const value = second === undefined ? inner : pool && propertyOf(pool, second);
    if (value && ts.isNumericLiteral(value)) emit(cx, spanOf(value), path.join('.'), Number(value.text));
  }
}

/** SQLAlchemy opens `pool_size` connections and `max_overflow` more when they are busy, 5 and 10 unless it is told. */
function onPythonCall(call: PythonNode, cx: FactFileContext): void {
  if (!/(?:^|\.)create_(?:async_)?engine$/.test(calledName(cx, call))) return;
  const given = keywordsOf(call);
  const number = (name: string, otherwise: number): number => {
    const written = given.get(name);
    return written === undefined ? otherwise : written.type === 'integer' ? Number(written.text) : Number.NaN;
  };
  const size = given.get('pool_size');
  if (size) emit(cx, pythonSpan(size), 'pool_size', number('pool_size', 5) + number('max_overflow', 10));
}

/** Connection strings of .NET and URLs of Prisma say it in the middle of what must not be stored. */
const inString = /\bMax(?:imum)? ?Pool ?Size\s*=\s*(\d+)|[?&]connection_limit=(\d+)/gi;

function scanStrings(cx: FactFileContext): void {
  for (const match of cx.text.matchAll(inString)) {
    const digits = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].length - digits.length;
    emit(cx, { start, end: start + digits.length }, match[1] === undefined ? 'connection_limit' : 'Maximum Pool Size', Number(digits));
  }
}

const stringNeedles = [[/Pool ?Size\s*=/i], ['connection_limit=']];

/** `datasource.pool` of Node, Python and .NET; Java's are read beside the other facts of Java. */
export const databasePoolFacts: FactExtractor = {
  kinds: ['datasource.pool'],
  matchers: [
    factMatcher({ language: 'typescript', needles: [['connectionLimit'], ['pool', 'max'], ['Pool', 'max'], ['postgres', 'max'], ['poolSize']], on: { CallExpression: onCall, NewExpression: onCall } }),
    factMatcher({ language: 'python', needles: [['pool_size']], on: { call: onPythonCall } }),
    factMatcher({ language: 'json', files: ['**/appsettings*.json'], needles: stringNeedles, on: { document: (_node, cx) => { scanStrings(cx); } } }),
    factMatcher({ language: 'yaml', needles: stringNeedles, on: { document: (node, cx) => { if (node.index === 0) scanStrings(cx); } } }),
    factMatcher({ language: 'lines', files: ['**/.env', '**/.env.*'], needles: stringNeedles, on: { file: (_node, cx) => { scanStrings(cx); } } }),
  ],
};
