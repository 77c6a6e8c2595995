import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { at, keys, text } from '../../../syntax/json/ask.js';
import { startCommands } from '../../../syntax/start-command.js';
import { bare, functionsAround, lastName } from '../../../syntax/typescript/functions.js';
import { originsOf } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { guardsOf, namesAround } from '../../../syntax/typescript/surroundings.js';

/** Commands that change the schema, as Node applications call them. */
export const nodeTools = /\b(prisma (?:migrate deploy|db push)|knex migrate:latest|sequelize(?:-cli)? db:migrate|typeorm(?:-ts-node-\w+)? (?:migration:run|schema:sync)|migrate-mongo up|mikro-orm migration:up|drizzle-kit (?:migrate|push)|node-pg-migrate up|db-migrate up|umzug up)\b/;
/** Commands that serve; one that only migrates belongs to a Job of its own. */
export const nodeServes = /\b(?:node|nest start|next start|pm2(?:-runtime)?|ts-node|tsx|npm (?:run )?start|yarn start|pnpm start|remix-serve|fastify start)\b/;

function toolIn(command: string): string | undefined {
  const tool = nodeTools.exec(command)?.[1];
  return tool !== undefined && nodeServes.test(command.replace(tool, '').replace(/\bnode_modules\b/g, '')) ? tool : undefined;
}

/** Migrations in the command of an image or container that also starts the server. */
export const nodeStartMigrations = startCommands([[/migrat|db push|schema:sync|drizzle-kit/]], (command, cx) => {
  const tool = toolIn(command.text);
  if (tool !== undefined) cx.report({ at: command.at, say: 'command', args: { tool } });
});

/** Migrations in the start script of a package. */
export const nodeScriptMigrations = ruleMatcher({
  language: 'json', files: ['**/package.json'], needles: [[/migrat|db push|schema:sync|drizzle-kit/]],
  on: {
    document({ root }, cx) {
      const written = (name: string): string => text(root, 'scripts', name) ?? '';
      for (const name of keys(root, 'scripts')) {
        const node = at(root, 'scripts', name);
        if (!node || !/^(?:pre)?start(?:[:_-]prod(?:uction)?)?$|^start[:_-]migrate[:_-]prod$/.test(name)) continue;
        const tool = name.startsWith('pre') ? nodeTools.exec(written(name))?.[1] : toolIn(written(name));
        if (tool !== undefined) cx.report({ at: { start: node.offset, end: node.offset + node.length }, say: 'command', args: { tool } });
      }
    },
  },
});

const starting = /^(?:start\w*|boot\w*|init\w*|setup\w*|main|connect\w*|listen|run|bootstrap|onModuleInit|onApplicationBootstrap|load\w*|createApp|create_?app|open\w*|prepare\w*)$/i;

/** Whether the code runs when the program starts, rather than when somebody asks for it. */
function atStart(node: ts.Node): boolean {
  const names = namesAround(node);
  return functionsAround(node).length === 0 || (names.length > 0 && names.every((name) => starting.test(name))) || (names.length === 0 && functionsAround(node).every((each) => ts.isCallExpression(each.parent) || ts.isParenthesizedExpression(each.parent)));
}

function usesLibrary(cx: RuleFileContext, node: ts.Node, pattern: RegExp): boolean {
  return [...originsOf(cx, node.getSourceFile()).values()].some(({ module }) => pattern.test(module)) || pattern.test(cx.text);
}

/** `sequelize.sync({ alter: true })`, `knex.migrate.latest()`, `dataSource.runMigrations()`, `orm.getMigrator().up()`. */
function onCall(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  if (!ts.isPropertyAccessExpression(call.expression)) return;
  const { name, expression } = call.expression;
  const written = call.expression.getText().replace(/\s+/g, '');
  const sync = name.text === 'sync' && /sequelize|^db$|^models?$|database/i.test(lastName(bare(expression))) && usesLibrary(cx, call, /sequelize/i);
  const migrates = /(?:^|\.)migrate\.latest$|\.runMigrations$|getMigrator\(\)\.up$|umzug\.up$|migrator\.up$|\.updateSchema$/.test(written);
  if (!(sync || migrates) || !atStart(call) || !isServing(cx, node)) return;
  const options = call.arguments[0]?.getText() ?? '';
  const drops = sync && /force\s*:\s*true/.test(options);
  if (drops) cx.report({ at: spanOf(name), say: 'create', args: { setting: 'sync({ force: true })' }, confidence: 'medium' });
  else if (sync && !/alter/.test(options)) cx.report({ at: spanOf(name), say: 'createTables', args: { call: written.slice(0, 60) }, severity: 'info', confidence: 'medium' });
  else if (!guardsOf(call).some(({ text: guard }) => /process\.env|config/i.test(guard))) cx.report({ at: spanOf(name), say: 'upgrade', args: { call: written.slice(0, 60) }, confidence: 'medium' });
}

/** `synchronize: true` and `migrationsRun: true` of TypeORM. */
function onOption(node: Node, cx: RuleFileContext): void {
  const property = node.compilerNode as ts.PropertyAssignment;
  const name = property.name.getText().replace(/['"]/g, '');
  if (!/^(?:synchronize|autoSchemaSync|migrationsRun)$/.test(name) || property.initializer.kind !== ts.SyntaxKind.TrueKeyword) return;
  if (!/typeorm|DataSource|TypeOrm/i.test(cx.text) || !isServing(cx, node)) return;
  if (name === 'migrationsRun') cx.report({ at: spanOf(property.name), say: 'upgrade', args: { call: `${name}: true` } });
  else cx.report({ at: spanOf(property.name), say: 'update', args: { setting: `${name}: true` } });
}

/** Schema changes that a Node server makes when it starts. */
export const nodeMigrations = ruleMatcher({
  language: 'typescript',
  needles: [['sync', /sequelize/i], ['migrate.latest'], ['runMigrations'], ['getMigrator'], ['umzug'], ['synchronize', /typeorm|DataSource/i], ['migrationsRun']],
  on: { CallExpression: onCall, PropertyAssignment: onOption },
});
