import { ts } from 'ts-morph';
import { bare, lastName, type Once } from '../../../syntax/typescript/functions.js';
import { calledModule, initialValue, literalOf, originOf, originsOf, propertyOf } from '../../../syntax/typescript/modules.js';

/** A call that leaves a file: what to point at, and where it writes. */
export interface NodeSink {
  readonly call: ts.CallExpression | ts.NewExpression;
  readonly token: ts.Node;
  /** The path or folder. */
  readonly path: ts.Expression;
  /** A middleware that stores what users send. */
  readonly upload: boolean;
}

const fileModules = /^(?:fs|fs\/promises|fs-extra|graceful-fs|mz\/fs|pn\/fs|write-file-atomic|jsonfile|fs-extra\/esm|cp-file|move-file|node-fs-extra|bluebird-fs|promise-fs|fs-promise)$/;

/** Argument that names the file, by function. Copies and moves leave it at their second one. */
const pathArgument: Readonly<Record<string, number>> = {
  writeFile: 0, appendFile: 0, createWriteStream: 0, WriteStream: 0, outputFile: 0, outputJson: 0, outputJSON: 0, writeJson: 0, writeJSON: 0, createFile: 0, ensureFile: 0,
  rename: 1, copyFile: 1, cp: 1, copy: 1, move: 1, symlink: 1, link: 1, '': 0,
};

function fileFunction(path: string): number | undefined {
  const name = path.replace(/^promises\.?/, '').replace(/Sync$/, '');
  if (name === 'open') return undefined;
  return Object.hasOwn(pathArgument, name) ? pathArgument[name] : undefined;
}

function named(call: ts.CallExpression | ts.NewExpression): ts.Node {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
}

/** `fs.open(path, 'w')` and `appendFile(handle, …)`: a handle is not a path. */
function isHandle(path: ts.Expression): boolean {
  const value = bare(path);
  if (ts.isNumericLiteral(value)) return true;
  if (!ts.isIdentifier(value)) return false;
  const initial = initialValue(value);
  return /^(?:fd|fileHandle|handle|filehandle)$/.test(value.text) || (initial !== undefined && /\bopen(?:Sync)?\(/.test(initial.getText()));
}

function fileSink(cx: Once, call: ts.CallExpression | ts.NewExpression): NodeSink | undefined {
  const origin = calledModule(cx, call);
  if (!origin || !fileModules.test(origin.module)) return undefined;
  if (origin.path === '' && !/^(?:write-file-atomic|cp-file|move-file)$/.test(origin.module)) return undefined;
  if (/^(?:promises\.)?open(?:Sync)?$/.test(origin.path)) return openSink(call);
  const index = fileFunction(origin.path);
  const path = index === undefined ? undefined : call.arguments?.[index];
  if (!path || isHandle(path) || (index === 1 && isBeside(call.arguments?.[0], path))) return undefined;
  return { call, token: named(call), path, upload: false };
}

/** `rename(file, file + '.png')` leaves the file where it was. */
function isBeside(from: ts.Expression | undefined, to: ts.Expression): boolean {
  const source = from?.getText() ?? '';
  return source !== '' && (to.getText().startsWith(`${source} +`) || to.getText().startsWith(`\`\${${source}}`));
}

function openSink(call: ts.CallExpression | ts.NewExpression): NodeSink | undefined {
  const [path, flags] = call.arguments ?? [];
  if (!path || !flags || !ts.isStringLiteralLike(flags) || !/^[wa]/.test(flags.text)) return undefined;
  return { call, token: named(call), path, upload: false };
}

/** `multer({ dest })` and `multer.diskStorage({ destination })`. Without a folder both use the system's temporary one. */
function multerSink(cx: Once, call: ts.CallExpression): NodeSink | undefined {
  const origin = calledModule(cx, call);
  if (origin?.module !== 'multer' && origin?.module !== '@koa/multer' && origin?.module !== 'fastify-multer') return undefined;
  const options = literalOf(call.arguments[0]);
  if (origin.path === '') {
    const folder = options && propertyOf(options, 'dest');
    return folder && { call, token: options.properties.find((each) => each.name?.getText() === 'dest')?.name ?? call.expression, path: folder, upload: true };
  }
  return origin.path === 'diskStorage' && options ? destination(call, options) : undefined;
}

function destination(call: ts.CallExpression, options: ts.ObjectLiteralExpression): NodeSink | undefined {
  const entry = options.properties.find((each) => each.name?.getText() === 'destination');
  if (!entry?.name) return undefined;
  const value = propertyOf(options, 'destination');
  const body = ts.isMethodDeclaration(entry) ? entry.body : value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value.body : undefined;
  const path = body ? calledBack(body) : value;
  return path && { call, token: entry.name, path, upload: true };
}

/** The folder in `(req, file, cb) => cb(null, folder)`. */
function calledBack(body: ts.Node): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.arguments.length === 2 && /^(?:null|undefined)$/.test(node.arguments[0]?.getText() ?? '')) found ??= node.arguments[1];
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

/** Upload parsers that are told a folder, and those that keep files by themselves. */
function parserSink(cx: Once, call: ts.CallExpression | ts.NewExpression): NodeSink | undefined {
  const origin = calledModule(cx, call);
  const upload = origin && /^(?:formidable|koa-body|multiparty|express-form-data|@nestjs\/platform-express|meteor\/ostrio:files)$/.test(origin.module);
  if (!upload) return undefined;
  const options = literalOf(call.arguments?.find((each) => literalOf(each) !== undefined));
  const inner = options && literalOf(propertyOf(options, 'formidable'));
  const holder = inner ?? options;
  const folder = holder && propertyOf(holder, 'uploadDir', 'dest', 'storagePath');
  const token = holder?.properties.find((each) => /^(?:uploadDir|dest|storagePath)$/.test(each.name?.getText() ?? ''))?.name;
  // Whoever answers downloads from elsewhere has taken the files there.
  if (!folder || !token || holder.properties.some((each) => each.name?.getText() === 'interceptDownload')) return undefined;
  const value = bare(folder);
  return { call, token, path: ts.isArrowFunction(value) && !ts.isBlock(value.body) ? value.body : folder, upload: true };
}

/** `req.files.photo.mv(path)` of express-fileupload, `sharp(x).toFile(path)`, `workbook.xlsx.writeFile(path)`. */
function methodSink(cx: Once, call: ts.CallExpression): NodeSink | undefined {
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  const { name, expression } = call.expression;
  const [path] = call.arguments;
  if (!path) return undefined;
  const text = call.getSourceFile().text;
  if (name.text === 'mv' && isMove(call) && /\b(?:req|request|ctx)\.files\b|express-fileupload|UploadedFile/.test(text)) return { call, token: name, path, upload: true };
  if (name.text === 'toFile' && /\bsharp\b/i.test(text) && !ts.isNumericLiteral(path)) return { call, token: name, path, upload: false };
  if (name.text === 'writeFile' && /^(?:xlsx|csv)$/.test(lastName(expression)) && /exceljs/i.test(text)) return { call, token: name, path, upload: false };
  const root = originOf(originsOf(cx, call.getSourceFile()), expression);
  if (name.text === 'writeFile' && root?.module === 'xlsx') return call.arguments[1] && { call, token: name, path: call.arguments[1], upload: false };
  return undefined;
}

/** `file.mv(path)` or `file.mv(path, done)`; with a second path it is another library's rename. */
function isMove({ arguments: [, done] }: ts.CallExpression): boolean {
  return done === undefined || ts.isIdentifier(done) || ts.isArrowFunction(done) || ts.isFunctionExpression(done);
}

const keeps = /^(?:output|write|save|store|move|upload)(?:[A-Z]\w*)?(?:File|Image|Upload|Logo|Avatar|Attachment|Picture|Photo)s?(?:[A-Z]\w*)?(?:Sync)?$/;
const place = /(?:dir|path|folder|directory|upload\w*)\b/i;

/** A function of another file of the project whose name says that it keeps a file, given a path under a folder. */
function passedSink(cx: Once, call: ts.CallExpression): NodeSink | undefined {
  const name = lastName(call.expression);
  if (!keeps.test(name)) return undefined;
  const origin = calledModule(cx, call);
  if (!origin?.module.startsWith('.')) return undefined;
  const path = call.arguments.find((each) => isJoined(each) && place.test(each.getText()));
  return path && { call, token: named(call), path, upload: false };
}

function isJoined(node: ts.Expression): boolean {
  return (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) || ts.isTemplateExpression(node) || (ts.isCallExpression(node) && /\b(?:join|resolve)$/.test(node.expression.getText()));
}

/** The file that a call leaves behind; `undefined` for every other call. */
export function sinkOf(cx: Once, call: ts.CallExpression | ts.NewExpression): NodeSink | undefined {
  if (ts.isNewExpression(call)) return fileSink(cx, call) ?? parserSink(cx, call);
  return fileSink(cx, call) ?? multerSink(cx, call) ?? parserSink(cx, call) ?? methodSink(cx, call) ?? passedSink(cx, call);
}
