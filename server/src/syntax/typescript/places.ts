import { ts } from 'ts-morph';
import { initialValue } from './modules.js';
import { bare, functionAround, functionsAround, isFunction, walk } from './functions.js';
import { productionBranch } from './surroundings.js';

const depthLimit = 4;

/** A name for a module is the module, not a value worth following. */
const loads = /^(?:await\s+)?(?:require|import|__import\w+)\s*\(/;

/** What makes the name of one file of something says nothing of the folder. */
const naming = /(?:hash|digest|md5|sha\d*|slugify|slug|sanitize(?:File[nN]ame)?|basename|extname|uuid\w*|randomBytes|encodeURIComponent)$/i;

/** The function of this file, or the method of the class around, that a call names. */
function calledHere({ expression }: ts.CallExpression): ts.Node | undefined {
  if (ts.isPropertyAccessExpression(expression) && expression.expression.kind === ts.SyntaxKind.ThisKeyword) {
    let owner: ts.Node = expression;
    while (owner.parent && !ts.isClassLike(owner)) owner = owner.parent;
    return ts.isClassLike(owner) ? owner.members.find((member) => ts.isMethodDeclaration(member) && member.name.getText() === expression.name.text) : undefined;
  }
  if (!ts.isIdentifier(expression)) return undefined;
  const declared = expression.getSourceFile().statements.find((each): each is ts.FunctionDeclaration => ts.isFunctionDeclaration(each) && each.name?.text === expression.text);
  return declared ?? initialValue(expression);
}

/** What a function of this file returns in the end when nothing but flags is handed to it: `uploadRoot()` → `path.join(dataDir, 'uploads')`. */
function returned(call: ts.CallExpression): ts.Expression | undefined {
  if (!call.arguments.every((each) => each.kind === ts.SyntaxKind.TrueKeyword || each.kind === ts.SyntaxKind.FalseKeyword)) return undefined;
  const found = calledHere(call);
  if (!found || !isFunction(found) || !found.body) return undefined;
  if (!ts.isBlock(found.body)) return found.body;
  let last: ts.Expression | undefined;
  walk(found.body, (each) => {
    if (ts.isReturnStatement(each) && each.expression) last = each.expression;
  });
  return last;
}

/** Text of an expression with the names of this file replaced by what they stand for; comments left out. */
export function expandedText(node: ts.Expression, depth = depthLimit): string {
  const value = bare(node);
  if (ts.isIdentifier(value)) {
    const initial = depth > 0 ? initialValue(value) : undefined;
    return initial && !isFunction(initial) && !loads.test(initial.getText()) ? `${value.text}=${expandedText(initial, depth - 1)}` : value.text;
  }
  if (ts.isCallExpression(value)) {
    const result = depth > 0 ? returned(value) : undefined;
    if (result) return `${value.getText()}=${expandedText(result, depth - 1)}`;
    if (naming.test(value.expression.getText())) return `${value.expression.getText()}()`;
  }
  const served = ts.isConditionalExpression(value) ? productionBranch(value) : undefined;
  if (served) return expandedText(served, depth);
  const inner: string[] = [];
  ts.forEachChild(value, (child) => {
    if (ts.isExpression(child)) inner.push(expandedText(child, depth));
    else if (ts.isTemplateSpan(child)) inner.push(expandedText(child.expression, depth), child.literal.text);
    else if (ts.isTemplateHead(child)) inner.push(child.text);
  });
  if (ts.isPropertyAccessExpression(value)) return `${inner[0] ?? ''}.${value.name.text}`;
  if (ts.isStringLiteralLike(value)) return `'${value.text}'`;
  if (ts.isCallExpression(value)) return `${inner[0] ?? ''}(${inner.slice(1).join(', ')})`;
  return inner.length > 0 ? inner.join(' ') : value.getText();
}

/** Where a path leads as far as the file tells: its expanded text, and what it says of the place. */
export interface PathText {
  readonly text: string;
  /** Below the system's temporary directory, or made by something that makes temporary files. */
  readonly temporary: boolean;
  /** Name of the environment variable or configuration key that decides; `undefined` when the code alone does. */
  readonly setting: string | undefined;
  /** A device, standard stream, or what a build makes: no data of the application. */
  readonly harmless: boolean;
}

const temporary = /\btmpdir\s*\(|\bmkdtemp\w*\s*\(|\b(?:tmp|temp|tempy|temporary)\.(?:file|dir|tmpName|path|temporary\w*|directory)\w*|'\/(?:var\/)?tmp(?:\/|')|\btmpNameSync\b|\bte?mp(?:File|Dir|Path|Folder|Name)\w*\b|\b(?:req|request|ctx)\.files?\b[^ ]*\.(?:path|tempFilePath|filepath)/;
const harmless = /'\/dev\/|'(?:[^']*\/)?(?:node_modules|dist|\.cache|\.next|\.nuxt|__generated__|coverage)(?:\/[^']*)?'|'(?:\.\.\/|\.\/)*build(?:\/(?!(?:exports?|uploads?|data)\b)[^']*)?'|\.(?:css|m?js|cjs|tsx?|map|scss|less)'|\bprocess\.std(?:out|err)\b|'[^']*\.(?:pid|sock|lock)'|\bpid_?file\b/i;

/** Reads a path expression. */
export function readPath(node: ts.Expression): PathText {
  const text = expandedText(node);
  const env = /process\.env\.(?!NODE_ENV\b)(\w+)|process\.env \w*'?(\w+)'|env\(\s*'(\w+)'/.exec(text);
  const config = /(?:^|[\s(=,|])((?:this\.|[A-Z]\w*\.)?(?:nconf|config|conf|settings|configService|cfg)\.(?:get\w*\((?:'[^']+'|(?:\w+\.)+[A-Z]\w*)\)|[\w.]+))/.exec(text);
  return {
    text,
    temporary: temporary.test(text),
    setting: env ? (env[1] ?? env[2] ?? env[3]) : config?.[1],
    harmless: harmless.test(text),
  };
}

/** A path for a message: `uploads/logo.png`, with names where the file does not tell a value: `dataDir/config.json`. */
export function shownPath(node: ts.Expression): string {
  const parts: Part[] = [];
  collectParts(bare(node), parts, depthLimit);
  // What varies at the end is the name of one file among many.
  const kept = parts.slice(0, Math.max(1, parts.map((part) => part.fixed).lastIndexOf(true) + 1));
  const shown = kept.map((part) => part.text).filter((part) => part !== '').join('/').replace(/\/{2,}/g, '/').replace(/^\.\/(?=.)/, '');
  return (shown === '' || shown === '/' ? bare(node).getText().replace(/\s+/g, ' ') : shown).slice(0, 60);
}

interface Part {
  readonly text: string;
  /** The same for every file that the code writes here. */
  readonly fixed: boolean;
}

/** Whether a name, or the object that it is a property of, is a parameter of a function around it. */
export function isParameter(node: ts.Expression): boolean {
  const name = leftmost(node);
  return ts.isIdentifier(name) && functionsAround(node).some((around) => around.parameters.some((each) => walk(each.name, (part) => ts.isIdentifier(part) && part.text === name.text)));
}

function leftmost(node: ts.Expression): ts.Expression {
  let at: ts.Expression = bare(node);
  while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at)) at = bare(at.expression);
  return at;
}

/** `this.folder`, `Config.dataPath`, `UPLOADS`: does not change from one file to the next. */
function isFixed(node: ts.Expression): boolean {
  const name = leftmost(node);
  if (name.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (!ts.isIdentifier(name) || isParameter(name)) return false;
  const initial = initialValue(name);
  return initial ? functionAround(initial) === undefined : !ts.isIdentifier(bare(node)) || /^[A-Z][A-Z0-9_]*$|(?:dir|path|folder|root)$/i.test(name.text);
}

/** What stands at the front of a path and so decides where it leads. */
export function leadingPart(node: ts.Expression, depth = depthLimit): ts.Expression {
  const value = bare(node);
  if (ts.isCallExpression(value) && pathFunction.test(value.expression.getText())) return value.arguments[0] ? leadingPart(value.arguments[0], depth) : value;
  if (ts.isTemplateExpression(value)) return value.head.text === '' && value.templateSpans[0] ? leadingPart(value.templateSpans[0].expression, depth) : value;
  if (ts.isBinaryExpression(value)) return leadingPart(value.left, depth);
  const initial = ts.isIdentifier(value) && depth > 0 ? initialValue(value) : undefined;
  return initial && isPathLike(initial) ? leadingPart(initial, depth - 1) : value;
}

const pathFunction = /(?:join|resolve|normalize|dirname|fileURLToPath)$/;

/** Parts of a path that say nothing of where it leads. */
const root = /^(?:__dirname|__filename|process\.cwd\(\)|import\.meta\.(?:dirname|url)|cwd\(\))$/;

function addLiteral(parts: Part[], text: string): void {
  if (text !== '') parts.push({ text, fixed: true });
}

function collectParts(node: ts.Expression, parts: Part[], depth: number): void {
  const value = bare(node);
  if (ts.isStringLiteralLike(value)) parts.push({ text: value.text, fixed: true });
  else if (ts.isTemplateExpression(value)) {
    const [first] = value.templateSpans;
    if (value.head.text === '' && first) {
      collectParts(first.expression, parts, depth - 1);
      addLiteral(parts, first.literal.text.replace(/[^/]*$/, ''));
    } else addLiteral(parts, value.head.text.replace(/\/?[^/]*$/, ''));
  } else if (ts.isIdentifier(value)) {
    const initial = depth > 0 ? initialValue(value) : undefined;
    if (initial && isPathLike(initial)) collectParts(initial, parts, depth - 1);
    else if (!root.test(value.text)) parts.push({ text: value.text, fixed: isFixed(value) });
  } else if (ts.isCallExpression(value) && pathFunction.test(value.expression.getText())) {
    for (const argument of value.arguments) collectParts(argument, parts, depth);
  } else if (ts.isCallExpression(value)) {
    const result = depth > 0 ? returned(value) : undefined;
    if (result && isPathLike(result)) collectParts(result, parts, depth - 1);
  } else if (ts.isBinaryExpression(value) && (value.operatorToken.kind === ts.SyntaxKind.BarBarToken || value.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)) {
    collectParts(value.right, parts, depth);
  } else if (ts.isBinaryExpression(value)) {
    collectParts(value.left, parts, depth);
    if (ts.isStringLiteralLike(value.right)) parts.push({ text: value.right.text, fixed: true });
  } else if (ts.isPropertyAccessExpression(value) && !root.test(value.getText())) parts.push({ text: value.getText(), fixed: isFixed(value) });
}

function isPathLike(node: ts.Expression): boolean {
  const value = bare(node);
  return ts.isStringLiteralLike(value) || ts.isTemplateExpression(value) || ts.isBinaryExpression(value) || ts.isIdentifier(value)
    || (ts.isCallExpression(value) && pathFunction.test(value.expression.getText()));
}

const removing = /(?:unlink|unlinkSync|rm|rmSync|rmdir|rmdirSync|remove|removeSync|rimraf|del|cleanup|removeCallback|emptyDir|deleteAsync)$|(?:^|[._])(?:unlink|remove|delete|clean[uU]p|discard|purge)\w*(?:File|Files|Folder|Dir|Directory|Path|Te?mp)$/;

/** Whether a call, by the name of what it calls, deletes the file or folder that it is given. */
export function removesFile(call: ts.CallExpression): boolean {
  return removing.test(call.expression.getText());
}

/** Whether what a write leaves is removed afterwards in a function around it. Clean-up after an error alone does not count. */
export function isRemovedAgain(write: ts.Node, path: ts.Expression): boolean {
  const names = pathNames(path);
  return functionsAround(write).some((around) => around.body !== undefined && walk(around.body, (each) => {
    if (!ts.isCallExpression(each) || isBefore(each, write) || !removing.test(each.expression.getText()) || isAfterError(each, write)) return false;
    const removed = [...each.arguments.map((argument) => argument.getText()), ts.isPropertyAccessExpression(each.expression) ? each.expression.expression.getText() : ''].join(' ');
    return [...names].some((name) => new RegExp(`\\b${name.replace(/\$/g, '\\$')}\\b`).test(removed));
  }));
}

/** Whether a node has run when another one does: it stands before, and not in a function that is called later. */
function isBefore(node: ts.Node, other: ts.Node): boolean {
  if (node.pos >= other.pos) return false;
  const around = functionAround(node);
  return around === undefined || functionsAround(other).includes(around);
}

/** Whether a node runs only when something failed that the write does not depend on. */
function isAfterError(node: ts.Node, write: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    const within = at.pos <= write.pos && at.end >= write.end;
    if (within) return false;
    if (ts.isCatchClause(at)) return true;
    if (ts.isIfStatement(at.parent) && at === at.parent.thenStatement && /^(?:err|error|e|ex)$/.test(at.parent.expression.getText())) return true;
    if (isFunction(at) && ts.isCallExpression(at.parent) && /\.catch$/.test(at.parent.expression.getText())) return true;
  }
  return false;
}

/** Names that the path of a write is made of, so that removing one of them counts. */
function pathNames(node: ts.Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (part: ts.Node, depth: number): void => {
    walk(part, (each) => {
      if (!ts.isIdentifier(each) || /^(?:path|join|resolve|fs|os|__dirname|process|cwd|tmpdir)$/.test(each.text)) return;
      if (ts.isPropertyAccessExpression(each.parent) && each.parent.name === each) return;
      names.add(each.text);
      const initial = depth > 0 ? initialValue(each) : undefined;
      if (initial && functionAround(initial)) add(initial, depth - 1);
    });
  };
  add(node, 2);
  return names;
}

const logName = /'[^']*\.log(?:\.[^']*)?'|\.log(?:'|`|$)|(?:^|[\/'_.= ])logs?(?:dir|file|path|folder|directory|name)?(?:[\/'_. ,)=]|$)/i;

/** Whether a path names a log: by its extension, or by a folder or variable for logs. */
export function isLogPath(path: PathText, file: string): boolean {
  return logName.test(path.text) || /(?:^|\/)(?:[\w-]*logg(?:er|ing)|logs?)\.[cm]?[jt]s$/i.test(file);
}
