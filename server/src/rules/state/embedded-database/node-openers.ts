import { Node, SyntaxKind, type CallExpression, type NewExpression, type ObjectLiteralExpression } from 'ts-morph';
import { bindingOf, calleeOf, resolve, stringValue } from '../../../syntax/typescript/ask.js';

/** A place that opens a database kept in files or in memory of the process. */
export interface Opener {
  readonly engine: string;
  /** The telling token: callee, client name or dialect. */
  readonly at: Node;
  /** Expression that gives the file; `undefined` when the data stay in memory. */
  readonly file: Node | undefined;
  /** Expression that decided the engine, when it is not a plain literal. */
  readonly choice?: Node;
}

type Opening = NewExpression | CallExpression;

/** `sqlite3`, `better-sqlite3`, `@scope/sqlite3`, `bun:sqlite`, `node:sqlite`. */
const sqliteModule = /(?:^|[/@:-])sqlite3?(?:$|\/)/;

interface Shape {
  readonly module: RegExp;
  readonly path: RegExp;
  readonly engine: string;
  /** Property of the first argument that holds the file when that is an object. */
  readonly property?: string;
}

const shapes: readonly Shape[] = [
  { module: /^(?:better-sqlite3(?:-\w+)*|node-sqlite3-wasm|libsql(?:\/promise)?|bun:sqlite|sqlite3|@[\w-]+\/(?:better-)?sqlite3)$/, path: /^(?:|Database|(?:cached\.)?Database)$/, engine: 'SQLite' },
  { module: /^sqlite$/, path: /^(?:DatabaseSync|open)$/, engine: 'SQLite', property: 'filename' },
  { module: /^@libsql\/client/, path: /^createClient$/, engine: 'SQLite', property: 'url' },
  { module: /^@prisma\/adapter-(?:better-sqlite3|libsql)$/, path: /^Prisma\w+$/, engine: 'SQLite', property: 'url' },
  { module: /^(?:@keyv\/sqlite|keyv-sqlite)$/, path: /^(?:|KeyvSqlite)$/, engine: 'SQLite' },
  { module: /^(?:(?:@seald-io\/)?nedb|nedb-promises|nedb-core)$/, path: /^(?:|create|Datastore)$/, engine: 'NeDB', property: 'filename' },
  { module: /^lowdb(?:\/.*)?$/, path: /^(?:JSONFile(?:Sync)?|FileSync|FileAsync|JSONFile(?:Sync)?Preset|)$/, engine: 'lowdb' },
  { module: /^(?:level|classic-level|leveldown|rocksdb|level-rocksdb)$/, path: /^(?:|Level|ClassicLevel)$/, engine: 'LevelDB' },
  { module: /^lokijs$/, path: /^(?:|Loki)$/, engine: 'LokiJS' },
  { module: /^pouchdb(?:-node)?$/, path: /^$/, engine: 'PouchDB' },
];

/** Module and exported name behind a callee, also through `require('sqlite3').verbose()`. */
function calledModule(call: Opening): { readonly module: string; readonly path: string } | undefined {
  const callee = call.getExpression();
  const direct = calleeOf(callee);
  if (direct) return direct;
  const base = Node.isPropertyAccessExpression(callee) ? resolve(callee.getExpression()) : undefined;
  if (!Node.isCallExpression(base)) return undefined;
  const inner = base.getExpression();
  const binding = Node.isPropertyAccessExpression(inner) && inner.getName() === 'verbose' ? bindingOf(inner.getExpression()) : undefined;
  return binding && Node.isPropertyAccessExpression(callee) ? { module: binding.module, path: callee.getName() } : undefined;
}

function property(object: Node | undefined, name: string): Node | undefined {
  if (!Node.isObjectLiteralExpression(object)) return undefined;
  const found = object.getProperty(name);
  if (Node.isPropertyAssignment(found)) return found.getInitializer();
  return Node.isShorthandPropertyAssignment(found) ? found.getNameNode() : undefined;
}

const readOnly = /\breadonly:\s*true\b|\breadOnly:\s*true\b|\bOPEN_READONLY\b(?!\s*\|)|[?&]mode=ro\b/;

/** A call or constructor that opens a database of the process; `undefined` for others, for read-only files and for servers reached by URL. */
export function openerOf(call: Opening): Opener | undefined {
  const called = calledModule(call);
  const [first, second] = call.getArguments();
  if (!called) return undefined;
  const shape = shapes.find(({ module, path }) => module.test(called.module) && path.test(called.path));
  if (!shape) return byDialectArgument(call, called.module, first);
  // Drivers are functions to be handed on as well: only what gets a file or is constructed opens something.
  if (!first && Node.isCallExpression(call)) return undefined;
  if (call.getArguments().some((argument) => readOnly.test(argument.getText()))) return undefined;
  const given = resolve(first);
  if (shape.engine === 'lowdb' && called.path === '' && !Node.isStringLiteral(given)) return undefined;
  const file = Node.isObjectLiteralExpression(given) ? property(given, shape.property ?? 'filename') ?? property(given, 'url') : first;
  const written = stringValue(file);
  if (written !== undefined && /^(?:https?|libsql|wss?|redis|postgres\w*|mysql|mongodb):/.test(written)) return undefined;
  if (shape.module.test('@libsql/client') && (written === undefined || !written.startsWith('file:'))) return undefined;
  if (shape.engine === 'LokiJS' && second && /adapter/.test(second.getText()) === false && /persist|autosave/.test(second.getText()) === false) return { engine: shape.engine, at: call.getExpression(), file };
  return { engine: shape.engine, at: call.getExpression(), file: written === ':memory:' ? undefined : file };
}

/** `new Sequelize('sqlite:…')`, `new Keyv('sqlite://…')`, and calls that name the dialect first: `R.setup('sqlite', { filename })`. */
function byDialectArgument(call: Opening, module: string, first: Node | undefined): Opener | undefined {
  const written = stringValue(first);
  if (written === undefined || !first) return undefined;
  if (/^sqlite3?:/.test(written) && /^(?:sequelize|sequelize-typescript|keyv|@sequelize\/core|typeorm|knex|@mikro-orm\/core)$/.test(module)) {
    return { engine: 'SQLite', at: first, file: /:memory:/.test(written) ? undefined : first };
  }
  return /^(?:better-)?sqlite3?$/.test(written) && module === 'redbean-node' ? { engine: 'SQLite', at: first, file: property(resolve(call.getArguments()[1]), 'filename') } : undefined;
}

/** Properties that name the engine in the options of knex, Sequelize, TypeORM and MikroORM, with those that name the file beside them. */
const options: readonly { readonly engine: string; readonly beside: readonly string[] }[] = [
  { engine: 'client', beside: ['connection'] },
  { engine: 'dialect', beside: ['storage', 'logging', 'database', 'define', 'username'] },
  { engine: 'type', beside: ['database', 'dbName', 'synchronize', 'entities'] },
  { engine: 'driver', beside: ['dbName', 'entities'] },
];

const sqliteClient = /^(?:better-)?sqlite3?$|^sqljs$|^libsql$/;

/** `case 'sqlite': client = 'sqlite3'`: where a variable gets the engine, and the expression that decides on it. */
function assignedEngine(selector: Node): { readonly at: Node; readonly choice: Node } | undefined {
  if (!Node.isIdentifier(selector)) return undefined;
  for (const each of selector.getSourceFile().getDescendantsOfKind(SyntaxKind.BinaryExpression)) {
    if (each.getOperatorToken().getKind() !== SyntaxKind.EqualsToken || each.getLeft().getText() !== selector.getText() || !sqliteClient.test(stringValue(each.getRight()) ?? '')) continue;
    const choice = each.getFirstAncestorByKind(SyntaxKind.SwitchStatement)?.getExpression() ?? each.getFirstAncestorByKind(SyntaxKind.IfStatement)?.getExpression();
    if (choice) return { at: each.getRight(), choice };
  }
  return undefined;
}

/** Options that select an embedded database: `{ client: 'sqlite3', connection: { filename } }` and the like. */
export function optionsOf(object: ObjectLiteralExpression): Opener | undefined {
  for (const option of options) {
    const selector = property(object, option.engine);
    if (!selector || !option.beside.some((name) => object.getProperty(name))) continue;
    const assigned = assignedEngine(selector);
    if (assigned) return { engine: 'SQLite', ...assigned, file: undefined };
    const choice = chosenEngine(selector);
    if (!choice) continue;
    if (readOnly.test(object.getText())) return undefined;
    const connection = resolve(property(object, 'connection'));
    const file = property(connection, 'filename') ?? (Node.isObjectLiteralExpression(connection) ? undefined : connection) ?? property(object, 'storage') ?? property(object, 'database') ?? property(object, 'dbName');
    return { engine: 'SQLite', at: selector, file: stringValue(file) === ':memory:' ? undefined : file, ...(choice === 'plain' ? {} : { choice }) };
  }
  return undefined;
}

/** `plain` for a literal or an imported SQLite dialect, the deciding expression for `process.env.X || 'sqlite'`; `undefined` for others. */
function chosenEngine(selector: Node): 'plain' | Node | undefined {
  const value = resolve(selector);
  const written = stringValue(selector);
  if (written !== undefined) return sqliteClient.test(written) ? 'plain' : undefined;
  if (Node.isBinaryExpression(value) && /^(?:\|\||\?\?)$/.test(value.getOperatorToken().getText())) return sqliteClient.test(stringValue(value.getRight()) ?? '') ? value.getLeft() : undefined;
  if (Node.isConditionalExpression(value)) return [value.getWhenTrue(), value.getWhenFalse()].some((each) => sqliteClient.test(stringValue(each) ?? '')) ? value.getCondition() : undefined;
  const binding = bindingOf(selector);
  return binding && (sqliteModule.test(binding.module) || /^(?:BetterS|S)qliteDriver$/.test(binding.name)) ? 'plain' : undefined;
}
