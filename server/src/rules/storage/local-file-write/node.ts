import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import type { Confidence, Severity } from '../../../contract/finding.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isBrowserCode } from '../../../syntax/typescript/ask.js';
import { bare, functionAround, functionsAround, nodesOfKinds, walk } from '../../../syntax/typescript/functions.js';
import { initialValue } from '../../../syntax/typescript/modules.js';
import { isLogPath, isParameter, isRemovedAgain, leadingPart, readPath, shownPath, type PathText } from '../../../syntax/typescript/places.js';
import { keepsSecret } from '../../../syntax/typescript/secret-file.js';
import { guardsOf, handlerAround, isCommandLine, isDevelopmentOnly, namesAround } from '../../../syntax/typescript/surroundings.js';
import { placeToExtract } from './node-fix.js';
import { isGivenTemporaryFolder, isHandedOver, isInTemporaryFolder, isMovedOn, isOptional, isRemovedByCaller, leavesNothing, runsOnce } from './node-harmless.js';
import { s3Plan } from './node-s3.js';
import { sinkOf, type NodeSink } from './node-sinks.js';

const seenKey = {};

/** What decides the folder: the code itself, a setting, something of another file, or only the caller. */
type Decider = 'code' | 'setting' | 'elsewhere' | 'caller';

function deciderOf(path: PathText, written: ts.Expression): Decider {
  if (path.setting) return 'setting';
  if (/^(?:\w+=|(?:\w+\.)?\w*(?:join|resolve|normalize)\()*(?:__dirname|process\.cwd\(|import\.meta|'|\.\/|dirname\()/.test(path.text)) return 'code';
  if (/'(?:\.{0,2}\/)?[\w.@-]+\/[^']*'|'\.{0,2}\/[^']+'/.test(path.text) && !/=>/.test(path.text)) return 'elsewhere';
  if (isParameter(leadingPart(written))) return 'caller';
  return /\.\w*(?:dir|path|folder|root|upload|storage|data)\w*/i.test(path.text) || /\b[A-Z][A-Z0-9]*_(?:DIR|PATH|FOLDER|ROOT|DIRECTORY)\b/.test(path.text) ? 'elsewhere' : 'caller';
}

const uploadWord = /upload|avatar|attachment|media|logo|photo|picture|thumbnail|receipt|invoice/i;

/** Whether what is written came from a user: stored by an upload middleware, or in a handler from what was sent. */
function isUpload(sink: NodeSink, path: PathText): boolean {
  // Where the code names the folder, the name of the file alone does not make it an upload.
  if (sink.upload || uploadWord.test(deciderOf(path, sink.path) === 'code' ? shownPath(sink.path) : path.text)) return true;
  return handlerAround(sink.call) !== undefined && /\b(?:req|request|ctx)\b[^;]*\b(?:files?|body|buffer)\b|\b(?:file|upload)\.(?:buffer|data|path|tempFilePath|mv)\b/.test(sink.call.getText());
}

const reading = /(?:readFile|readFileSync|readJson|readJSON|readJsonSync|createReadStream|sendFile|download|existsSync)$/;

/** Whether the same path is read in this file, so that the program relies on what it wrote before. A name of one function is not the same path in another. */
function isReadBack(sink: NodeSink): boolean {
  const initial = ts.isIdentifier(sink.path) ? initialValue(sink.path) : undefined;
  if (initial && functionAround(initial)) return false;
  const name = ts.isIdentifier(sink.path) || ts.isStringLiteralLike(sink.path) ? sink.path.getText() : undefined;
  return name !== undefined && nodesOfKinds(sink.call.getSourceFile(), ts.SyntaxKind.CallExpression).some((node) =>
    ts.isCallExpression(node) && reading.test(node.expression.getText()) && !/existsSync$/.test(node.expression.getText()) && node.arguments[0]?.getText() === name);
}

const objectStorage = /\b(?:PutObjectCommand|fPutObject|putObject|uploadBlob|multerS3|uploadFileToS3)\b|\bnew Upload\(|\bcloudinary\.|\b(?:bucket|blobClient|blockBlobClient|s3|minio\w*|storageClient)\.(?:upload|file|put)/;

/** Whether the function around a write also hands the file to object storage. */
function isSentOn(sink: NodeSink): boolean {
  return functionsAround(sink.call).some((each) => objectStorage.test(each.getText()));
}

interface Judgement {
  readonly say: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
}

function judge(sink: NodeSink, path: PathText): Judgement | undefined {
  if (isInTemporaryFolder(sink.path) || runsOnce(sink)) return undefined;
  if (path.temporary) return sink.upload || isRemovedSomewhere(sink) ? undefined : { say: 'temporary', severity: 'info', confidence: 'low' };
  const chosen = choiceOf(sink);
  if (isSentOn(sink) && chosen === undefined) return { say: 'staged', severity: 'info', confidence: 'medium' };
  const decider = deciderOf(path, sink.path);
  if (leavesNothing(sink, decider === 'caller') ) return undefined;
  const upload = isUpload(sink, path);
  if (decider === 'caller' && isGivenTemporaryFolder(sink)) return undefined;
  if (decider === 'caller') return upload ? { say: 'passedUpload', severity: 'warning', confidence: 'low' } : helper(sink);
  if (cacheFolder.test(path.text) && isFetchedCopy(sink)) return undefined;
  if (cacheFolder.test(path.text)) return { say: 'cached', severity: 'warning', confidence: 'medium' };
  if (decider === 'setting' && isOptional(sink, initialValue)) return { say: 'file', severity: 'info', confidence: 'medium' };
  if (decider !== 'code' && !upload && isHandedOver(sink)) return { say: 'file', severity: 'info', confidence: 'low' };
  const kept = upload || isReadBack(sink);
  return {
    say: upload ? 'upload' : kept ? 'state' : 'file',
    severity: chosen === 'otherwise' ? 'info' : kept && decider === 'code' && chosen === undefined ? 'error' : 'warning',
    confidence: decider === 'code' && kept ? 'high' : 'medium',
  };
}

const bucket = /s3|bucket|minio|gcs|azure|blob|cloudinary|object_?storage|spaces/i;
const local = /['"](?:local|disk|fs|file|file-?system)['"]/i;

/** Whether a condition picks the disk: `chosen` by its name, `otherwise` where no object storage is set up; `undefined` when it always is the disk. */
function choiceOf({ token }: NodeSink): 'chosen' | 'otherwise' | undefined {
  const guards = guardsOf(token);
  if (guards.some(({ text, holds }) => !holds && bucket.test(text))) return 'otherwise';
  return guards.some(({ text, holds }) => holds && local.test(text)) ? 'chosen' : undefined;
}

/** Files in a folder for caches can be had again, but go stale one replica at a time. */
const cacheFolder = /(?:^|[\s'/])\.?(?:\w+[-_])?caches?[/']|\b_?cached?_?(?:\w*_?(?:folder|dir|directory|path|root|files?))\b|'\.?cached?[-_]at'/i;

const fetching = /\bfetch\(|\baxios\b|\bgot\(|\bundici\b|\.models\s*\.list\(|\bhttps?\.(?:get|request)\(/;

/** `return `${base}/images/${filename}``: whoever is told the name of the file asks for it, at any replica. */
function handsOutName(around: ts.Node, path: ts.Expression): boolean {
  const initial = ts.isIdentifier(path) ? initialValue(path) ?? path : path;
  const names = new Set<string>();
  walk(initial, (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
  });
  return walk(around, (node) => ts.isReturnStatement(node) && node.expression !== undefined && ts.isTemplateExpression(node.expression)
    && node.expression.templateSpans.some(({ expression }) => ts.isIdentifier(expression) && names.has(expression.text)));
}

/** A copy of what the same code asks another server for: a replica without it asks as well. */
function isFetchedCopy({ call, path }: NodeSink): boolean {
  return functionsAround(call).some((each) => each.body !== undefined && fetching.test(each.body.getText()) && !handsOutName(each.body, path));
}

const keeper = /(?:file_?-?stor(?:e|age)|image|media|attachment|upload|storage|avatar|picture|photo|backup|^export)/i;

/** A write to wherever the caller says is worth a word only where keeping files is the trade of the code. */
function helper(sink: NodeSink): Judgement | undefined {
  const names = [...namesAround(sink.call), basename(sink.call.getSourceFile().fileName)];
  return names.some((name) => keeper.test(name)) ? { say: 'helper', severity: 'info', confidence: 'low' } : undefined;
}

/** Temporary files are somebody's to delete: any removal in the file will do. */
function isRemovedSomewhere(sink: NodeSink): boolean {
  return /\b(?:unlink|unlinkSync|rm|rmSync|rimraf|removeCallback|setGracefulCleanup|cleanup|remove|removeSync)\s*\(/.test(sink.call.getSourceFile().text);
}

function whereOf(sink: NodeSink, path: PathText): string {
  return path.setting ?? (path.temporary ? 'os.tmpdir()' : shownPath(sink.path));
}

/** Messages that name no place. */
const withoutPlace: Readonly<Record<string, string>> = { upload: 'passedUpload', file: 'passedFile', state: 'passedState' };

/** Whether all that could be shown of a path is a name or call inside one function, by which nobody finds the folder. */
function isNameOfFunction({ path }: NodeSink, where: string): boolean {
  if (/^(?:this\.)?\w+\(/.test(where)) return true;
  const own = bare(path);
  const first = ts.isIdentifier(own) && own.text === where ? own : leadingPart(path);
  return ts.isIdentifier(first) && where === first.text && /^[a-z]/.test(where) && (isParameter(first) || functionAround(initialValue(first) ?? first.getSourceFile()) !== undefined);
}

/** One report per function and path: opening, copying and appending to one file is one write. Helpers are told once per file. */
function isRepeated(cx: RuleFileContext, sink: NodeSink, say: string): boolean {
  const seen = cx.once(seenKey, () => new Set<string>());
  const key = say === 'helper' ? say : `${(handlerAround(sink.call) ?? functionAround(sink.call) ?? sink.call.parent).pos} ${sink.path.getText()}`;
  const known = seen.has(key);
  seen.add(key);
  return known;
}

/** Writes below one folder share a cause. Fields, and what is passed in, mean something else in another file or function. */
function causeOf(cx: RuleFileContext, sink: NodeSink, decider: Decider, where: string): { readonly cause?: string } {
  if (decider !== 'caller') return { cause: /^(?:this|opts|options)\b/.test(where) ? `${decider}:${cx.path}:${where}` : `${decider}:${where.replace(/(?<=.)\/$/, '')}` };
  const given = leadingPart(sink.path);
  return ts.isPropertyAccessExpression(given) ? { cause: `${decider}:${cx.path}:${given.getText()}` } : {};
}

/** By whom others get the path: '' for the upload of a request, names of functions for what they give back. */
function makersOf(sink: NodeSink): readonly string[] {
  if (sink.upload) return [''];
  return isHandedOver(sink) ? namesAround(sink.call) : [];
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression | ts.NewExpression;
  const sink = sinkOf(cx, call);
  // A key in a file is told as a key.
  if (!sink || keepsSecret(cx, sink.call) || isBrowserCode(cx, node) || isCommandLine(cx) || isDevelopmentOnly(call)) return;
  const path = readPath(sink.path);
  if (path.harmless || (!sink.upload && isLogPath(path, cx.path)) || isRemovedAgain(call, sink.path) || isRemovedByCaller(sink) || isMovedOn(sink)) return;
  const judgement = judge(sink, path);
  if (!judgement || isRepeated(cx, sink, judgement.say)) return;
  const where = whereOf(sink, path);
  const decider = deciderOf(path, sink.path);
  cx.report({
    at: { start: sink.token.getStart(), end: sink.token.getEnd() }, ...judgement, say: isNameOfFunction(sink, where) ? (withoutPlace[judgement.say] ?? judgement.say) : judgement.say, args: { where },
    ...causeOf(cx, sink, decider, where),
    data: { place: decider === 'code' && !path.temporary ? placeToExtract(sink.path) : null, directory: decider === 'code' ? where : '', s3: s3Plan(cx, sink), makers: makersOf(sink) },
  });
}

/** Files that Node code writes and leaves on the disk of the process. */
export const nodeWrites = ruleMatcher({
  language: 'typescript',
  needles: [
    ...['writeFile', 'writeFileSync', 'appendFile', 'appendFileSync', 'createWriteStream', 'outputFile', 'outputFileSync', 'outputJson', 'writeJson', 'writeJSON', 'writeJsonSync', 'copyFile', 'copyFileSync', 'renameSync', 'moveSync', 'copySync', 'multer', 'diskStorage', 'uploadDir', 'storagePath', 'toFile', 'write-file-atomic'].map((word) => [word]),
    ['rename', 'fs'], ['rename', 'fs/promises'], ['mv', 'files'], ['fs-extra'], ['openSync'], ['open', 'fs/promises'], ['open', 'promises'], ['cp', 'fs'], ['cpSync'],
    [/\b(?:output|write|save|store|move|upload)\w*(?:File|Image|Upload|Logo|Avatar|Attachment|Picture|Photo)\w*\s*\(/],
  ],
  on: { CallExpression: check, NewExpression: check },
});
