import { ts } from 'ts-morph';
import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { calledModule } from '../../syntax/typescript/modules.js';
import { isDevelopmentOnly } from '../../syntax/typescript/surroundings.js';
import type {} from '../evidence.js';

/** Packages whose stores keep sessions of Node frameworks outside the process. */
const stores = /^(?:connect-(?:redis|mongo|mongodb-session|pg-simple|session-sequelize|session-knex|dynamodb|typeorm|couchbase|memcached|mssql-v2|azuretables|firestore|arango-session|valkey)|express-mysql-session|express-session-sequelize|@quixo3\/prisma-session-store|prisma-session-store|koa-redis|koa-mongoose|fastify-session-redis-store|firestore-store|session-file-store-redis|better-sqlite3-session-store-redis|@mgcrea\/fastify-session-redis-store|typeorm-store|connect-typeorm|dynamodb-store|@google-cloud\/connect-firestore)$/;

/** Session stores that Node code really makes: a dependency alone is none. */
export const nodeSessionStoreFacts: FactExtractor = {
  kinds: ['session.external-store'],
  matchers: [
    factMatcher({
      language: 'typescript',
      needles: [['session', /['"](?:connect-|express-mysql-session|express-session-sequelize|@quixo3\/|prisma-session|koa-redis|koa-mongoose|fastify-session-redis|firestore-store|@mgcrea\/|typeorm-store|dynamodb-store|@google-cloud\/connect)/]],
      on: {
        NewExpression(node, cx) {
          const made = node.compilerNode as ts.NewExpression;
          const origin = calledModule(cx, made);
          if (origin && stores.test(origin.module) && !isDevelopmentOnly(made)) cx.emit('session.external-store', { start: made.expression.getStart(), end: made.expression.getEnd() }, { via: origin.module });
        },
        CallExpression(node, cx) {
          const call = node.compilerNode as ts.CallExpression;
          const origin = calledModule(cx, call);
          if (!origin || !stores.test(origin.module) || !/^(?:.*\.)?create$/.test(origin.path) || isDevelopmentOnly(call)) return;
          cx.emit('session.external-store', { start: call.expression.getStart(), end: call.expression.getEnd() }, { via: origin.module });
        },
      },
    }),
  ],
};
