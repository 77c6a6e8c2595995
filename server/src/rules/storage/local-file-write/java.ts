import type { Severity } from '../../../contract/finding.js';
import type { FileContext, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { absolutePath, isTemporaryPath } from '../../../syntax/file-path.js';
import { enclosingCallable, enclosingType, nameOf, readAnnotation, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { originOf, shownAs, type Origin } from '../../../syntax/java/file-origin.js';
import { callSink, creationSink, sinkNeedles, type Sink } from '../../../syntax/java/file-sinks.js';
import { isSchemaStep } from '../../../syntax/java/lifecycle.js';
import { hasWindows, isCommandLine } from '../../../syntax/java/program.js';
import { isForCommand } from './java-command-file.js';
import { isAtDesk, isProgramInput } from './java-desk.js';
import { placeToExtract } from './java-fix.js';
import { bareName, isAskedAgain, isFixedDocument, isFoundById, isGivenAway, isHandedOut, isKnownToProcess, isLog, isMovedAway, isReadBack, isRemoved, isRemovedByOwner, isRemovedByTable, isRequestFile, isReturnedAtOnce, isScratch, isUnpacked, isUpload, isUploaded, isUploadItself, onlyChanges, onlyEmpties, returnsFile } from './java-purpose.js';
import { isOnlyOfRequest } from './java-scratch.js';
import { isInBroughtFolder } from './java-temp-folder.js';
import { isMadeByApplication, isToldToSession } from './java-temp-maker.js';

const toldKey = {};

/** Modules of a command line run where their user sits; a package of that name may be part of the server. */
const deskModule = /(?:^|\/)(?:[\w.-]+[-_.])?(?:cli|client-commands|command-?line)\/(?=(?:.*\/)?src\/)/i;

/** Code that writes source code or project skeletons runs at a developer's desk. */
const generatorPath = /(?:^|\/)(?:codegen|code-?generat\w*|generat(?:e|or)s?\/(?:code|template)s?|scaffold\w*|archetypes?|[\w.-]+[-_.](?:code-?gen|(?:code-?)?generator))\//i;

type Judgement = { readonly say: string; readonly severity: Severity; readonly confidence: 'high' | 'medium' | 'low'; readonly where?: string };

/** Classes whose trade is to keep files; what only their caller knows is then likely a folder of the application's own. */
const keeper = /(?:File|Image|Media|Asset|Content|Document|Attachment|Upload|Blob|Local|Disk)\w*(?:Manager|Service|Storage|Store|Repository|Provider)(?:Impl)?$/;
/** Helpers through which an application is likely to keep files; other code that writes where it is told says nothing by itself. */
const keepingHelper = /upload|attach|backup|FileUtil|(?:save|store|write|copy)(?:File|Image)/i;

/** Conditional as long as a setting or a caller decides where the file goes; certain when the code does. */
function gravity(origin: Origin, kept: boolean): Pick<Judgement, 'severity' | 'confidence'> {
  if (origin.kind === 'elsewhere') return { severity: 'warning', confidence: 'medium' };
  if (origin.kind === 'unknown') return { severity: 'warning', confidence: kept ? 'medium' : 'low' };
  if (origin.kind === 'setting') return { severity: 'warning', confidence: kept ? 'high' : 'medium' };
  return { severity: kept ? 'error' : 'warning', confidence: kept ? 'high' : 'medium' };
}

/** What lies in a folder for caches can be had again, but goes stale one replica at a time. */
const cacheName = /(?:^|[^a-z])caches?(?![a-z])/i;

function judge(cx: FileContext, sink: Sink, origin: Origin): Judgement | undefined {
  const judgement = judgeLasting(cx, sink, origin);
  // What no other request looks for is missed by none.
  return judgement && judgement.severity !== 'info' && isOnlyOfRequest(sink, origin) ? undefined : judgement;
}

function judgeLasting(cx: FileContext, sink: Sink, origin: Origin): Judgement | undefined {
  if (isCommandLine(sink.call) || hasWindows(cx, sink.call) || isSchemaStep(sink.call) || isUploadItself(sink)) return undefined;
  if (isRemoved(cx, sink, origin) || isRemovedByOwner(sink, origin) || isRemovedByTable(sink, origin) || isScratch(sink, origin) || isRequestFile(sink, origin) || isKnownToProcess(sink, origin) || isInBroughtFolder(sink, origin) || onlyEmpties(sink) || isForCommand(sink)) return undefined;
  if (isFoundById(sink, origin)) return { say: 'asked', severity: 'error', confidence: 'medium', where: 'java.io.tmpdir' };
  if (/^(?:created|temporary)$/.test(origin.kind) && isToldToSession(sink, origin)) return { say: 'told', severity: 'warning', confidence: 'medium' };
  if (origin.kind === 'created') return isMadeByApplication(origin) || isHandedOut(origin) || isReturnedAtOnce(sink) || isMovedAway(origin) || isGivenAway(sink, origin) ? undefined : { say: 'leftover', severity: 'info', confidence: 'low' };
  if (isAskedAgain(sink, origin)) return { say: 'asked', severity: 'error', confidence: 'medium' };
  // What is made below the temporary folder and handed out as a file is the caller's to read and remove.
  if (origin.kind === 'temporary' && (/^create(?:New)?File$/.test(sink.token.text) || returnsFile(sink)) && isHandedOut(origin)) return undefined;
  if (origin.kind === 'temporary') return { say: 'temporary', severity: 'info', confidence: 'medium' };
  if (isUploaded(sink, origin)) return { say: 'staged', severity: 'info', confidence: 'medium' };
  const bare = origin.kind === 'unknown' && isHandedOut(origin) ? bareName(cx, sink) : undefined;
  if (bare && isUpload(cx, sink)) return { say: 'leftover', severity: 'info', confidence: 'low', where: shownAs(bare) };
  if (isUpload(cx, sink)) return { say: origin.named ? 'upload' : 'passedUpload', ...gravity(origin, true) };
  if (isUnpacked(sink) || isFixedDocument(sink) || isAtDesk(cx, sink) || isProgramInput(sink, origin)) return undefined;
  if (isLog(sink)) return { say: 'logged', ...gravity(origin, false) };
  // `cacheFile`, wherever it lies: a copy of what can be had again.
  if (origin.kind === 'unknown' && /^(?:this\.)?cached?(?:File|Path)$/.test(sink.target.text) && isReadBack(cx, sink, origin, originOf)) return { say: 'passedState', severity: 'info', confidence: 'low' };
  if (isReadBack(cx, sink, origin, originOf)) return { say: origin.named ? 'state' : 'passedState', ...gravity(origin, true) };
  if (origin.named && cacheName.test(origin.where)) return { say: 'cached', ...gravity(origin, false) };
  if (origin.kind !== 'unknown') return { say: origin.named ? 'file' : 'passedFile', ...gravity(origin, false) };
  return helper(sink);
}

function helper(sink: Sink): Judgement | undefined {
  const type = nameOf(enclosingType(sink.call) ?? sink.call);
  // An empty file marks a place or is made to be locked; whoever fills it is told by itself.
  if (onlyChanges(sink) || /^create(?:New)?File$/.test(sink.token.text)) return undefined;
  if (keeper.test(type)) return { say: 'helper', severity: 'warning', confidence: 'low' };
  const method = enclosingCallable(sink.call);
  return keepingHelper.test(type) || (method && keepingHelper.test(nameOf(method))) ? { say: 'helper', severity: 'info', confidence: 'low' } : undefined;
}

/** Places that lie in one folder share their cause, and so do the helpers of a file; what only the caller knows stands alone otherwise. */
function causeOf(cx: FileContext, origin: Origin, { say }: Judgement): { readonly cause?: string } {
  if (say === 'helper') return { cause: `helper:${cx.path}` };
  if (say === 'told') return { cause: 'told' };
  return origin.kind === 'unknown' || origin.kind === 'created' ? {} : { cause: `${origin.kind}:${origin.where}` };
}

function writesOtherwise(cx: FileContext, sink: Sink): boolean {
  const callable = enclosingCallable(sink.call);
  const others = callable?.descendantsOfType(['object_creation_expression', 'method_invocation']) ?? [];
  return others.some((other) => {
    const found = other && (other.type === 'method_invocation' ? callSink(cx, other) : creationSink(cx, other));
    return found ? !found.weak : false;
  });
}

interface Found {
  readonly sink: Sink;
  readonly origin: Origin;
  readonly judgement: Judgement;
}

/** Writes of the file that concern, in order. Creating, opening and copying one file in a method is one write. */
function writesIn(cx: FileContext, anyNode: JavaNode): readonly Found[] {
  const written = new Set<string>();
  return descendants(anyNode.tree.rootNode, 'object_creation_expression', 'method_invocation').flatMap((node) => {
    const sink = node.type === 'method_invocation' ? callSink(cx, node) : creationSink(cx, node);
    if (!sink || (sink.weak && writesOtherwise(cx, sink))) return [];
    const origin = originOf(cx, sink.target);
    const judgement = judge(cx, sink, origin);
    const key = `${enclosingCallable(sink.call)?.id ?? 'field'} ${sink.target.text}`;
    if (!judgement || written.has(key)) return [];
    written.add(key);
    return [{ sink, origin, judgement }];
  });
}

/** Uploads are told one by one: users miss each of them. */
const single = /^(?:upload|passedUpload)$/;

/** What other writes of a class share with one to be told beside it. */
function kindOf({ sink, origin, judgement: { say, severity } }: Found, at: number): string {
  return single.test(say) || severity === 'error' ? String(at) : `${enclosingType(sink.call)?.id ?? 0} ${say} ${severity} ${origin.named ? origin.where : ''}`;
}

function report(cx: RuleFileContext, anyNode: JavaNode): void {
  if (generatorPath.test(cx.path) || deskModule.test(cx.path)) return;
  const groups = new Map<string, Found[]>();
  writesIn(cx, anyNode).forEach((found, at) => groups.set(kindOf(found, at), [...(groups.get(kindOf(found, at)) ?? []), found]));
  for (const [first, ...others] of groups.values()) if (first) tell(cx, first, others);
}

function tell(cx: RuleFileContext, { sink, origin, judgement }: Found, others: readonly Found[]): void {
  const { where = origin.where, ...told } = judgement;
  cx.report({
    at: span(sink.token), ...told, args: { where }, ...causeOf(cx, origin, judgement),
    also: [
      // One line needs no second place.
      ...(origin.at && origin.at.startPosition.row !== sink.token.startPosition.row ? [{ at: span(origin.at), say: 'decided', args: { where: origin.where } }] : []),
      ...others.map((other) => ({ at: span(other.sink.token), say: 'more' })),
    ],
    data: { place: placeToExtract(origin, judgement.say), directory: origin.directory, ...(origin.kind === 'setting' ? { setting: origin.where } : {}) },
  });
}

/** `@MultipartConfig(location = "/data/parts")`: what `Part.write` is handed without a folder stays there. */
function reportLocation(cx: RuleFileContext, node: JavaNode): void {
  const { name, values } = readAnnotation(node);
  const location = values.get('location');
  const path = name === 'MultipartConfig' && location ? absolutePath(stringValue(location) ?? '') : undefined;
  if (!location || !path || isTemporaryPath(path)) return;
  const where = stringValue(location) ?? '';
  cx.report({ at: span(location), say: 'upload', severity: 'warning', confidence: 'medium', args: { where }, cause: `fixed:${where}`, data: { place: null, directory: path.path } });
}

/** Files that Java code writes and leaves on the disk of the process. */
export const javaWrites = ruleMatcher({
  language: 'java',
  needles: [...sinkNeedles, ['cn.hutool.core.io'], ['MultipartConfig', 'location'], ['writeValue', 'java.io.File']],
  on: {
    object_creation_expression: (creation, cx) => cx.once(toldKey, () => report(cx, creation)),
    method_invocation: (call, cx) => cx.once(toldKey, () => report(cx, call)),
    annotation: (node, cx) => reportLocation(cx, node),
  },
});
