import { ts, type Node } from 'ts-morph';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { calledModule, propertyOf } from '../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../syntax/typescript/server-code.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A place where Node code opens, or may be told to open, a database server. */
    'node.database-server': { readonly engine: string };
  }
}

const clients = /^(?:pg|pg-pool|postgres|mysql2?(?:\/promise)?|mariadb|mongodb|mongoose|mssql|tedious|oracledb|@neondatabase\/serverless)$/;
const opening = /(?:^|\.)(?:Pool|Client|MongoClient|ConnectionPool|Connection|connect|createPool|createConnection|createPoolCluster|getConnection|)$/;
const server = /^(?:pg|postgres(?:ql)?|mysql2?|mariadb|mssql|mongodb|oracle(?:db)?|cockroachdb|aurora-(?:mysql|postgres))$/;
/** What stands beside the engine in the options of knex, Sequelize and TypeORM. */
const beside = ['connection', 'host', 'url', 'database', 'username', 'port', 'entities', 'pool', 'replication'] as const;

function onCall(node: Node, cx: FactFileContext): void {
  const call = node.compilerNode as ts.CallExpression | ts.NewExpression;
  const origin = calledModule(cx, call);
  if (!origin || !clients.test(origin.module) || !opening.test(origin.path) || !isServing(cx, node)) return;
  cx.emit('node.database-server', spanOf(call.expression), { engine: origin.module });
}

function onOptions(node: Node, cx: FactFileContext): void {
  const object = node.compilerNode as ts.ObjectLiteralExpression;
  const selector = propertyOf(object, 'type', 'client', 'dialect');
  if (!selector || !ts.isStringLiteralLike(selector) || !server.test(selector.text) || !propertyOf(object, ...beside) || !isServing(cx, node)) return;
  cx.emit('node.database-server', spanOf(selector), { engine: selector.text });
}

/** Clients of PostgreSQL, MySQL, MongoDB and the like, and options that name such a server. */
export const nodeDatabaseServerFacts: FactExtractor = {
  kinds: ['node.database-server'],
  matchers: [
    factMatcher({
      language: 'typescript',
      needles: [[/['"](?:pg|pg-pool|postgres|mysql2?(?:\/promise)?|mariadb|mongodb|mongoose|mssql|tedious|oracledb|@neondatabase\/serverless)['"]/, /\b(?:Pool|Client|MongoClient|ConnectionPool|Connection|connect|createPool|createConnection|createPoolCluster|getConnection|postgres)\(/]],
      on: { CallExpression: onCall, NewExpression: onCall },
    }),
    factMatcher({
      language: 'typescript',
      needles: [[/\b(?:type|client|dialect)['"]?\s*:\s*['"](?:pg|postgres(?:ql)?|mysql2?|mariadb|mssql|mongodb|oracle(?:db)?|cockroachdb)['"]/]],
      on: { ObjectLiteralExpression: onOptions },
    }),
  ],
};
