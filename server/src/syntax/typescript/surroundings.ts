import { ts } from 'ts-morph';
import { functionsAround, functionName, lastName, type FunctionNode } from './functions.js';

const requestParameter = /^_?(?:req|request|res|response|reply|ctx|context|socket|ws|httpContext|c)$/;
const requestName = /^_?(?:req|request|res|reply|ctx|socket)$/;

function parameterNames(node: FunctionNode): readonly string[] {
  return node.parameters.map((parameter) => (ts.isIdentifier(parameter.name) ? parameter.name.text : ''));
}

/** Whether a function answers requests or messages: by its parameters, or because it is handed to a route or a socket. */
export function isRequestHandler(node: FunctionNode): boolean {
  const names = parameterNames(node);
  if (names.some((name) => requestName.test(name)) || (names.length >= 2 && requestParameter.test(names[0] ?? '') && requestParameter.test(names[1] ?? ''))) return true;
  const { parent } = node;
  if (isServedByNext(node) || isServedByMeteor(node)) return true;
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return routeDecorated(node);
  const { name, expression } = parent.expression;
  return /^(?:get|post|put|patch|delete|del|all|use|route|on|once|command)$/.test(name.text) && /(?:^|\.)(?:app|router|\w*Router|server|fastify|api|socket|io|route|routes|nsp|bot)$/.test(expression.getText()) && parent.arguments.length > 1;
}

const verb = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** The statement that exports a function of the file by its own name, as in `export async function GET()` and `export const GET = …`. */
function isExported(node: FunctionNode): boolean {
  let at: ts.Node = node;
  while (at.parent && !ts.isSourceFile(at.parent)) {
    if (at !== node && !ts.isExportAssignment(at) && !ts.isVariableDeclaration(at) && !ts.isVariableDeclarationList(at) && !ts.isVariableStatement(at)) return false;
    at = at.parent;
  }
  return ts.isExportAssignment(at) || (ts.canHaveModifiers(at) && (ts.getModifiers(at) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
}

/** Directives stand before everything else: `'use server'`. */
function isMarkedServer(statements: readonly ts.Statement[]): boolean {
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return false;
    if (statement.expression.text === 'use server') return true;
  }
  return false;
}

/** Route handlers, server actions and what pages ask for on each request, which Next calls by their names or their place. */
function isServedByNext(node: FunctionNode): boolean {
  if (node.body && ts.isBlock(node.body) && isMarkedServer(node.body.statements)) return true;
  const name = functionName(node);
  const named = verb.test(name) || name === 'getServerSideProps';
  return (named || isMarkedServer(node.getSourceFile().statements)) && isExported(node);
}

/** `Meteor.methods({ … })`, `Meteor.publish(name, …)`, `new ValidatedMethod({ run() {} })`: Meteor runs them for whoever asks. */
function isServedByMeteor(node: FunctionNode): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return /^(?:Meteor\.(?:publish|onConnection)|WebApp\.(?:connectHandlers|rawConnectHandlers|handlers|rawHandlers)\.use)$/.test(parent.expression.getText());
  const object = ts.isMethodDeclaration(node) ? parent : ts.isPropertyAssignment(parent) ? parent.parent : undefined;
  if (!object || !ts.isObjectLiteralExpression(object)) return false;
  const call = object.parent;
  if (ts.isNewExpression(call)) return call.expression.getText() === 'ValidatedMethod' && functionName(node) === 'run';
  return ts.isCallExpression(call) && call.expression.getText() === 'Meteor.methods';
}

/** Nest, tsoa, routing-controllers and the like name their handlers by decorators. */
function routeDecorated(node: FunctionNode): boolean {
  if (!ts.isMethodDeclaration(node)) return false;
  return (ts.getDecorators(node) ?? []).some((each) => /^@(?:Get|Post|Put|Patch|Delete|All|Head|Query|Mutation|SubscribeMessage|MessagePattern|EventPattern|Subscription)\b/.test(each.getText()));
}

/** The function around a node that answers requests; `undefined` when none does. */
export function handlerAround(node: ts.Node): FunctionNode | undefined {
  return functionsAround(node).find(isRequestHandler);
}

/** Call back once, as soon as the disk has answered. */
const reading = /^(?:readdir|readFile|stat|access|glob)$/;
const iterations = /^(?:forEach|map|filter|reduce|some|every|find|flatMap|sort|keys|entries|replace|then|catch|finally)$/;

/** Whether a function runs as part of the code around it: called in place, handed to an iteration, or the next step of a promise. */
function runsInPlace(node: FunctionNode): boolean {
  let parent: ts.Node = node.parent;
  let child: ts.Node = node;
  while (ts.isParenthesizedExpression(parent)) [child, parent] = [parent, parent.parent];
  if (!ts.isCallExpression(parent)) return false;
  if (parent.expression === child) return true;
  if (ts.isIdentifier(parent.expression)) return reading.test(parent.expression.text);
  return ts.isPropertyAccessExpression(parent.expression) && (iterations.test(parent.expression.name.text) || parent.expression.name.text === 'call' || reading.test(parent.expression.name.text));
}

/** Whether a node runs only while its module is loaded. */
export function runsAtLoad(node: ts.Node): boolean {
  return functionsAround(node).every(runsInPlace);
}

/** The functions around a node that do not run in place, innermost first: who decides when it runs. */
export function callersAround(node: ts.Node): readonly FunctionNode[] {
  return functionsAround(node).filter((each) => !runsInPlace(each));
}

/** Names of the functions around a node, innermost first; functions without a name are left out. */
export function namesAround(node: ts.Node): readonly string[] {
  return functionsAround(node).map(functionName).filter((name) => name !== '');
}

/** Name of the variable, property or field that an expression is given to; '' when nothing names it. */
export function heldBy(node: ts.Node): string {
  let at: ts.Node = node.parent;
  let value = node;
  while (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isAwaitExpression(at) || ts.isNonNullExpression(at) || (ts.isBinaryExpression(at) && at.operatorToken.kind !== ts.SyntaxKind.EqualsToken)) [value, at] = [at, at.parent];
  if ((ts.isVariableDeclaration(at) || ts.isPropertyDeclaration(at) || ts.isPropertyAssignment(at)) && at.initializer === value) return at.name.getText();
  return ts.isBinaryExpression(at) && at.right === value ? lastName(at.left) : '';
}

/** What an expression is given to, then the functions around it: the words by which a reader knows it. */
export function namesNear(node: ts.Node): string {
  return [heldBy(node), ...namesAround(node)].filter((name) => name !== '').join(' ');
}

/** Conditions (as written) that must hold for a node to run: `if`, `&&`, `?:` around it and early `return`s before it in its functions. */
export function guardsOf(node: ts.Node): readonly { readonly text: string; readonly holds: boolean }[] {
  const guards: { text: string; holds: boolean }[] = [];
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isIfStatement(parent) && at !== parent.expression) guards.push({ text: parent.expression.getText(), holds: at === parent.thenStatement });
    else if (ts.isConditionalExpression(parent) && at !== parent.condition) guards.push({ text: parent.condition.getText(), holds: at === parent.whenTrue });
    else if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && at === parent.right) guards.push({ text: parent.left.getText(), holds: true });
    else if (ts.isCaseOrDefaultClause(parent) && (ts.isDefaultClause(parent) || at !== parent.expression)) guards.push(...casesOf(parent));
    else if (ts.isBlock(parent)) guards.push(...returnsBefore(parent, at));
  }
  return guards;
}

/** `case 'a':` holds as `subject === 'a'` does; `default:` as that does not for any of the others. */
function casesOf(clause: ts.CaseOrDefaultClause): readonly { text: string; holds: boolean }[] {
  const { clauses } = clause.parent;
  const subject = clause.parent.parent.expression.getText();
  if (ts.isDefaultClause(clause)) return clauses.filter(ts.isCaseClause).map((each) => ({ text: `${subject} === ${each.expression.getText()}`, holds: false }));
  const shared: ts.CaseClause[] = [clause];
  for (let index = clauses.indexOf(clause) - 1; index >= 0; index--) {
    const before = clauses[index];
    if (!before || !ts.isCaseClause(before) || before.statements.length > 0) break;
    shared.unshift(before);
  }
  return [{ text: shared.map((each) => `${subject} === ${each.expression.getText()}`).join(' || '), holds: true }];
}

/** `if (c) return;` before a statement means that it runs only when `c` does not hold. */
function returnsBefore(block: ts.Block, statement: ts.Node): readonly { text: string; holds: boolean }[] {
  return block.statements.filter((each) => each.pos < statement.pos).flatMap((each) => {
    if (!ts.isIfStatement(each) || each.elseStatement) return [];
    const then = each.thenStatement;
    const leaves = ts.isReturnStatement(then) || (ts.isBlock(then) && then.statements.some(ts.isReturnStatement));
    return leaves ? [{ text: each.expression.getText(), holds: false }] : [];
  });
}

const production = /NODE_ENV['"\])\s]*={2,3}\s*['"`]production|\bget\(['"]env['"]\)\s*={2,3}\s*['"]production|^!?\s*(?:\w+\.)*(?:isProd(?:uction)?|inProduction|IS_PROD(?:UCTION)?)(?:\(\))?$/;
const development = /NODE_ENV['"\])\s]*={2,3}\s*['"`](?:dev|test|local)|NODE_ENV['"\])\s]*!={1,2}\s*['"`]production|^!?\s*(?:\w+\.)*(?:isDev(?:elopment)?|isTest|IS_DEV(?:ELOPMENT)?|__DEV__)(?:\(\))?$/;

/** `const devConfig = { … }`. */
const developmentName = /^(?:dev|development|test|testing)(?:[A-Z_]\w*)?$|^(?:DEV|DEVELOPMENT|TEST)(?:_[A-Z_]+)?$/;

function isUnderDevelopmentName(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    if (ts.isVariableDeclaration(at.parent) && ts.isObjectLiteralExpression(at) && ts.isIdentifier(at.parent.name)) return developmentName.test(at.parent.name.text);
    if (ts.isFunctionLike(at.parent)) return false;
  }
  return false;
}

/** Whether a node runs only outside production, by the conditions around it or the name of the settings that it stands in. */
export function isDevelopmentOnly(node: ts.Node): boolean {
  return isUnderDevelopmentName(node) || guardsOf(node).some(({ text, holds }) => {
    const positive = text.startsWith('!') ? !holds : holds;
    return (development.test(text) && positive) || (production.test(text) && !positive);
  });
}

/** The branch that production takes of `NODE_ENV === 'development' ? a : b`; `undefined` when the condition asks something else. */
export function productionBranch({ condition, whenTrue, whenFalse }: ts.ConditionalExpression): ts.Expression | undefined {
  const text = condition.getText();
  const [positive, negative] = text.startsWith('!') ? [whenFalse, whenTrue] : [whenTrue, whenFalse];
  if (development.test(text)) return negative;
  return production.test(text) ? positive : undefined;
}

const toolPath = /(?:^|\/)(?:bin|cli|upgrades?|migrations?|seeds?|seeders?|install|installer|\.[\w-]+)\/|(?:^|\/)(?:install|setup|postinstall|preinstall|build|build[A-Z-]\w*)\.[cm]?[jt]s$/;
const argumentParser = /(?:from\s+|require\()\s*['"](?:commander|yargs|@oclif\/(?:core|command)|inquirer|@inquirer\/prompts|enquirer|prompts|meow|cac|minimist|readline-sync|ora)['"/]/;

/** Installers and migrations run once, even those that show their progress on a page of their own. */
const onceOnly = /(?:^|\/)(?:install|installer|migrations?)\/[^/]+$|(?:^|\/)(?:migrat(?:e|ion)|install(?:er)?)(?:[-_.][\w.-]+)?\.[cm]?[jt]s$/;

/** Code of a test runner, or a plugin of a bundler: neither is there when the product serves. */
const testing = /(?:from\s+|require\()\s*['"](?:vitest|@playwright\/test|@jest\/globals|node:test|bun:test|chai|supertest|sinon|testcontainers|@testing-library\/[\w-]+|@faker-js\/faker)(?:\/[\w-]+)?['"]/;
const bundling = /import\s+(?:type\s+)?\{[^}]*\bPlugin(?:Option)?\b[^}]*\}\s*from\s*['"](?:vite|rollup|esbuild|webpack|@rspack\/core)['"]/;
/** A program that takes its work from a pipe and gives it to the next. */
const piped = /\bprocess\.stdin\s*\.\s*(?:on|pipe|setEncoding)\(/;

/**
 * Whether a file is a program that people run once rather than a server: by its folder (installers, migrations, command
 * lines), its first line, or a parser of arguments; code of tests and of builds counts too. A file that listens is a server,
 * unless it installs, migrates or tests.
 */
export function isCommandLine({ path, text }: { readonly path: string; readonly text: string }): boolean {
  if (onceOnly.test(path) || testing.test(text) || bundling.test(text)) return true;
  if (/\.listen\(|createServer\(/.test(text)) return false;
  return toolPath.test(path) || /^#!/.test(text) || argumentParser.test(text) || piped.test(text);
}
