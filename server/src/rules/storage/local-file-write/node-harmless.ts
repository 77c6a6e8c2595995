import { ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import { bare, functionAround, functionName, functionsAround, isFunction, lastName, nodesOfKinds, walk } from '../../../syntax/typescript/functions.js';
import { initialValue } from '../../../syntax/typescript/modules.js';
import { expandedText, leadingPart, readPath, removesFile } from '../../../syntax/typescript/places.js';
import { guardsOf, handlerAround, namesAround, runsAtLoad } from '../../../syntax/typescript/surroundings.js';
import type { NodeSink } from './node-sinks.js';

const building = /^(?:(?:pre)?compile|minify|bundle|transpile|uglify|webpack)(?:[A-Z]|$)/;
const builder = /(?:^|[-_.])(?:minif(?:y|ier)|bundler?|precompile|transpiler?|webpack)/i;

/** Output of code that builds: every replica makes the same from what the image holds. */
function isBuilt(sink: NodeSink): boolean {
  return namesAround(sink.call).some((name) => building.test(name)) || builder.test(basename(sink.call.getSourceFile().fileName));
}

const readers = /^(?:readFile|readFileSync|createReadStream)$/;

/** `const text = read(file); write(file, clean(text))`: the file was there before, so this is not what put it there. */
function isRewritten(sink: NodeSink): boolean {
  const body = functionAround(sink.call)?.body;
  const path = sink.path.getText();
  return body !== undefined && ts.isIdentifier(bare(sink.path)) && walk(body, (each) =>
    ts.isCallExpression(each) && each.pos < sink.call.pos && readers.test(lastName(each.expression)) && each.arguments[0]?.getText() === path);
}

const configured = /^(?:process\.env\.\w+|(?:\w+\.)*(?:config|settings|env)\.[\w.]+)$/;

/** The text of a setting put into a file for a library to read: a pod that starts anew writes it again. */
function isCopyOfSetting({ call }: NodeSink): boolean {
  const content = call.arguments?.[1];
  if (!content || !/^(?:writeFile|outputFile)(?:Sync)?$/.test(lastName(call.expression))) return false;
  // `env('KEY')` and `new Uint8Array(Buffer.from(KEY, 'base64'))` give the setting itself.
  const plain = expandedText(content).replace(/\b(?:env|getEnv|requireEnv)\('?(\w+)'?\)/g, 'process.env.$1').replace(/\b(?:Uint8Array|Buffer(?:\.from)?|atob)\b|[(),]|'(?:base64|utf-?8|hex)'/g, ' ').replace(/\w+=(?=\s*(?:\w+=|process\.env))/g, '');
  const parts = plain.split(' ').filter((part) => part !== '' && !/^'[^']*'$|^os\.EOL$/.test(part));
  return parts.length === 1 && parts.every((part) => configured.test(part.replace(/^\w+=/, '')));
}

/** A link keeps nothing itself; what it leads to was written elsewhere. */
function isLink({ call }: NodeSink): boolean {
  return /^(?:sym)?link(?:Sync)?$/.test(lastName(call.expression));
}

/** `if (!exists(link)) symlink(target, link)`: a pod that lacks the link makes it. */
function isMadeWhereAbsent({ call, path }: NodeSink): boolean {
  return guardsOf(call).some(({ text, holds }) => holds && text.startsWith('!') && /exists/i.test(text) && text.includes(path.getText()));
}

/** `const handle = await open(file, 'a'); await handle.close()`: a file without a byte, unless a request leaves it for another one. */
function isTouched({ call }: NodeSink): boolean {
  const holder = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  const body = functionAround(call)?.body;
  if (!/^open(?:Sync)?$/.test(lastName(call.expression)) || !ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name) || !body || handlerAround(call)) return false;
  const name = holder.name.text;
  const mentions: ts.Node[] = [];
  walk(body, (each) => {
    if (ts.isIdentifier(each) && each.text === name && each !== holder.name) mentions.push(each);
    return false;
  });
  return mentions.length > 0 && mentions.every(({ parent }) =>
    (ts.isPropertyAccessExpression(parent) && parent.name.text === 'close') || (ts.isCallExpression(parent) && /^close(?:Sync)?$/.test(lastName(parent.expression))));
}

/** A copy of a repository to work in: its class clones it into the folder, and takes the whole folder away again. */
function isWorkingCopy({ call, path }: NodeSink): boolean {
  const folder = leadingPart(path).getText();
  let owner: ts.Node = call;
  while (owner.parent && !ts.isClassLike(owner)) owner = owner.parent;
  if (!folder.startsWith('this.') || !ts.isClassLike(owner)) return false;
  const named = (each: ts.Node): each is ts.CallExpression => ts.isCallExpression(each) && each.arguments.some((argument) => argument.getText() === folder);
  return walk(owner, (each) => named(each) && /^clone(?:Repo\w*)?$/.test(lastName(each.expression))) && walk(owner, (each) => named(each) && removesFile(each));
}

/** Whether a write, by what it does, leaves nothing that another replica or a restart would miss. `given`: the caller names the file. */
export function leavesNothing(sink: NodeSink, given: boolean): boolean {
  return isBuilt(sink) || isTouched(sink) || isWorkingCopy(sink) || isCopyOfSetting(sink) || (given && isRewritten(sink)) || (isLink(sink) && (given || isMadeWhereAbsent(sink)));
}

/** `dir ? join(dir, 'x') : ''`: nothing is written before the setting is made. */
export function isOptional({ path }: NodeSink, valueOf: (name: ts.Identifier) => ts.Expression | undefined): boolean {
  const node = bare(path);
  const value = ts.isIdentifier(node) ? valueOf(node) : node;
  return value !== undefined && ts.isConditionalExpression(bare(value)) && /^(?:''|""|null|undefined)$/.test((bare(value) as ts.ConditionalExpression).whenFalse.getText());
}

const lends = /^with_?\w*(?:te?mp|temporary)\w*$/i;

/** `withTempDir(async (dir) => …)`: whoever lends the folder removes it. */
export function isInTemporaryFolder(path: ts.Expression): boolean {
  const first = leadingPart(path);
  return ts.isIdentifier(first) && functionsAround(path).some((around) =>
    ts.isCallExpression(around.parent) && lends.test(lastName(around.parent.expression)) && around.parameters.some((each) => each.name.getText() === first.text));
}

const lentName = /^_?te?mp(?:dir|Dir|_dir|Folder|_folder)?$/;

/** What is given as a folder for temporary files, here or by a function of this file: `inside('a')` for `(name) => join(tmpDir.name, name)`. */
function isTemporary(given: ts.Expression): boolean {
  const value = bare(given);
  const made = ts.isCallExpression(value) && ts.isIdentifier(value.expression) ? initialValue(value.expression) : undefined;
  return readPath(value).temporary || (made !== undefined && isFunction(made) && made.body !== undefined && !ts.isBlock(made.body) && readPath(made.body).temporary);
}

/** The caller's folder is called temporary, or every caller of this file hands one over: it goes with whoever made it. */
export function isGivenTemporaryFolder({ call, path }: NodeSink): boolean {
  const first = leadingPart(path);
  if (lentName.test(lastName(first))) return true;
  const writer = functionsAround(call).find((each) => functionName(each) !== '');
  const index = writer?.parameters.findIndex((each) => each.name.getText() === first.getText()) ?? -1;
  if (!writer || index < 0) return false;
  const callers = nodesOfKinds(call.getSourceFile(), ts.SyntaxKind.CallExpression).filter((each): each is ts.CallExpression => ts.isCallExpression(each) && lastName(each.expression) === functionName(writer));
  return callers.length > 0 && callers.every(({ arguments: given }) => given[index] !== undefined && isTemporary(given[index]));
}

/** A write while a file loads that gives nothing to others and starts no server: a program of its own, which people run. */
export function runsOnce({ call }: NodeSink): boolean {
  const { text } = call.getSourceFile();
  return runsAtLoad(call) && !/^export\b|\bexports\b|\.listen\(|createServer\(|\bimport\(|require\(\s*['"]\.{1,2}\//m.test(text);
}

/** `write(part); rename(part, file)`: the file is told where it gets its name. */
export function isMovedOn({ call, path }: NodeSink): boolean {
  const body = functionAround(call)?.body;
  const name = bare(path).getText();
  return body !== undefined && ts.isIdentifier(bare(path)) && walk(body, (each) =>
    ts.isCallExpression(each) && each !== call && /^(?:rename|renameSync|move|moveSync)$/.test(lastName(each.expression)) && each.arguments[0]?.getText() === name);
}

const unique = /\b(?:randomUUID|uuid(?:\.?v\d)?|nanoid|randomBytes|cuid|ulid)\(/;

/** `return path`, `return Result.ok(path)`. */
function isGivenBack(value: ts.Expression, name: string): boolean {
  const given = bare(value);
  if (ts.isCallExpression(given) && /^(?:ok|of|success|succeed|resolve|some|right)$/i.test(lastName(given.expression))) return given.arguments[0]?.getText() === name;
  return given.getText() === name;
}

/** A name that nobody can guess, which the function gives to whoever called it: they decide what becomes of the file. */
export function isHandedOver({ call, path }: NodeSink): boolean {
  const name = bare(path);
  if (!ts.isIdentifier(name) || !unique.test(expandedText(path))) return false;
  return functionsAround(call).some(({ body }) => body !== undefined && walk(body, (each) =>
    (ts.isReturnStatement(each) && each.expression !== undefined && isGivenBack(each.expression, name.text))
    || (ts.isCallExpression(each) && ts.isIdentifier(each.expression) && /^(?:cb|callback|done|next|resolve)$/.test(each.expression.text) && each.arguments.some((argument) => argument.getText() === name.text))));
}

/** `const file = await keep(stream); try { … } finally { remove(file) }`: a function of this file takes away what another one of it wrote. */
export function isRemovedByCaller({ call, path }: NodeSink): boolean {
  const name = bare(path);
  const writer = ts.isIdentifier(name) ? functionsAround(call).find((each) => functionName(each) !== '') : undefined;
  if (!writer?.body || !walk(writer.body, (each) => ts.isReturnStatement(each) && each.expression?.getText() === name.getText())) return false;
  const called = functionName(writer);
  return walk(call.getSourceFile(), (each) => {
    if (!ts.isVariableDeclaration(each) || !each.initializer || !ts.isIdentifier(each.name)) return false;
    const made = bare(each.initializer);
    const taken = each.name.text;
    const around = functionAround(each)?.body;
    return ts.isCallExpression(made) && lastName(made.expression) === called && around !== undefined
      && walk(around, (inner) => ts.isCallExpression(inner) && removesFile(inner) && !isFunction(inner.arguments[0]) && inner.arguments[0]?.getText() === taken);
  });
}
