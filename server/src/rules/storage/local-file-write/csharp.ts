import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { absolutePath } from '../../../syntax/file-path.js';
import { args, callName, declarationOf, descendants, enclosingMember, enclosingType, field, named, nameOf, plain, span, typeName, declaresType, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { fileSink, givenWithin, isHandedIn, isTemporary, originText, type FileSink } from '../../../syntax/csharp/file-paths.js';
import { isRequestSide, runsAtStart } from '../../../syntax/csharp/request-side.js';
import { isCommandLine, isMigration } from '../../../syntax/csharp/surroundings.js';
import { isForeignFile, isKeptDownload, isLoadedAsCode, isMadeWhenAbsent, isMark, isOwnNumber, isScratch, isUnpacked } from './csharp-purpose.js';

const ofApplication = /\bMapPath\(|\b(?:WebRootPath|ContentRootPath|BaseDirectory|ApplicationPhysicalPath|PhysicalApplicationPath|AppDomainAppPath|GetCurrentDirectory)\b|\|DataDirectory\||~\/|\bwwwroot\b|\bApp_Data\b/;
/** Whoever starts the program names the file and looks for it there. */
const byCommand = /\bGetCommandLineArgs\(|\bargs\[|\b(?:Try)?GetArgument\(/;
/** The program's own folder: what is written there starts this process anew and means no other. */
const ofProgram = /(?:~\/|^)bin(?:[/\\]|$)/m;
const uploads = /^(?:IFormFile|IFormFileCollection|HttpPostedFile(?:Base)?|IBrowserFile)$/;

function takesUpload(sink: FileSink, member: CsNode | undefined): boolean {
  if (sink.upload) return true;
  const parameters = member && field(member, 'parameters');
  return parameters !== undefined && named(parameters).some((parameter) => uploads.test(typeName(field(parameter, 'type')))) || /\b(?:Request|context\.Request)\.(?:Form\.)?Files\b|ReadFormAsync/.test(member?.text ?? '');
}

/** How a time is written; it names no folder. */
const format = /^[yMdHhmsfT_.:-]+$/;

/** The folder as a reader knows it: the literal of the path that begins it. */
function folderIn(origin: string): string {
  const mapped = /(?:MapPath\(\s*[$@]*"|^)(~?\/?[\w.~-][\w./~-]*)/m.exec(origin)?.[1];
  // Literals that are joined to a path; others are formats and keys.
  const literal = /\b(?:Combine|Join)\([^;\n]*?[@$]*"((?:~\/|\.{0,2}\/)?_?[A-Za-z][\w.-]*(?:[/\\][\w.-]+)*[/\\]?)"(?!\s*\+)/.exec(origin)?.[1];
  const bare = /^((?:~\/|\/)[\w./-]+|[A-Za-z]:[\\/][^"\n]*|(?:wwwroot|App_Data)[\w./\\-]*)$/m.exec(origin)?.[1];
  const named = literal !== undefined && format.test(literal) ? undefined : literal;
  return (bare ?? (mapped?.startsWith('~') ? mapped : undefined) ?? named ?? '').replace(/\\+/g, '/').replace(/\/$/, '');
}

/** Whether the member around a place deletes files after it; what is deleted before makes room for what is kept. */
function isPassing(place: CsNode): boolean {
  const member = enclosingMember(place);
  const rest = member?.text.slice(place.startIndex - member.startIndex) ?? '';
  return /\bFile\.Delete\(|\.Delete\(\)/.test(rest) || (member?.text.includes('FileOptions.DeleteOnClose') ?? false);
}

/** What the files of one design have in common: their folder, also where the path shows only the name of the file in it. */
function placeOf(target: CsNode, where: string): string {
  const built = target.type === 'identifier' ? declarationOf(target)?.value : target;
  const joins = built?.type === 'invocation_expression' && /^(?:Combine|Join)$/.test(callName(built));
  return joins && /^[^/]*\.\w{1,5}$/.test(where) ? plain(args(built)[0]) : where;
}

const toldKey = {};

function tell(cx: RuleFileContext, node: CsNode, sink: FileSink): void {
  const member = enclosingMember(sink.at);
  const type = enclosingType(sink.at);
  const target = givenWithin(sink.target) ?? sink.target;
  if (choice(sink.at).kind === 'development' || isPassing(sink.at) || isPassing(target) || isCommandLine(sink.at) || isMigration(sink.at, cx.path) || (type === undefined && !isRequestSide(sink.at)) || (type !== undefined && runsAtStart(sink.at, true))) return;
  const origin = originText(target);
  if (isTemporary(origin) || ofProgram.test(origin) || byCommand.test(origin)) return;
  const upload = takesUpload(sink, member);
  if (!upload && (isLoadedAsCode(node) || isUnpacked(node, member) || isKeptDownload(node) || isMadeWhenAbsent(node, sink.target))) return;
  if (!upload && isHandedIn(target) && !isRequestSide(sink.at)) return;
  const where = folderIn(origin);
  const proven = upload && (ofApplication.test(origin) || absolutePath(where) !== undefined || /^[\w.-]+(?:\/|$)/.test(where)) && isRequestSide(sink.at);
  // What a cache holds is fetched anew where its file is missing.
  const cached = !upload && /(?:^|[^a-z])caches?(?:$|[^a-z])/i.test(where.split('/').at(-1) ?? '');
  const log = /\.log\b|\blogs?[/\\"]|\b_?log_?(?:file)(?:_?(?:name|path))?\b/i.test(origin);
  const kind = upload ? 'upload' : 'file';
  // Uploads are told one by one: users miss each of them. Other files that a class writes to one folder are one design.
  const told = cx.once(toldKey, () => new Set<string>());
  // What no other request looks for is missed by none.
  if (!upload && isScratch(node, sink.target)) return;
  if (cached) return cx.report({ at: span(sink.at), say: 'cached', args: { where }, severity: 'info', confidence: 'low', cause: `${type ? nameOf(type) : cx.path} cached`, data: { directory: absolutePath(where)?.path ?? '' } });
  const design = `${type?.id ?? ''} ${placeOf(target, where)} ${log}`;
  if (!upload && told.has(design)) return;
  if (!upload) told.add(design);
  cx.report({
    at: span(sink.at), say: log && !upload ? 'logged' : where === '' ? `passed${upload ? 'Upload' : 'File'}` : kind, args: where === '' || (log && !upload) ? {} : { where },
    severity: proven ? 'error' : 'warning', confidence: upload || ofApplication.test(origin) ? 'high' : 'medium',
    cause: `${type ? nameOf(type) : cx.path} ${kind}`, data: { directory: absolutePath(where)?.path ?? '' },
  });
}

function check(node: CsNode, cx: RuleFileContext): void {
  const sink = fileSink(node);
  if (sink && !isMark(node) && !isOwnNumber(node) && !isForeignFile(cx, node) && !declaresType(cx, node, 'File') && descendants(sink.target, 'null_literal').length === 0) tell(cx, node, sink);
}

/** Files that C# writes while it serves. */
export const csharpWrites = ruleMatcher({
  language: 'csharp',
  needles: [[/\bFile\s*\.\s*(?:WriteAll\w+|AppendAll\w+|AppendText|Create|CreateText|OpenWrite|Copy|Move|Replace)\s*\(/], ['FileStream', /FileMode\.(?:Create|CreateNew|Append|OpenOrCreate|Truncate)/], [/\bnew\s+(?:System\.IO\.)?StreamWriter\s*\(/], [/\.\s*SaveAs\s*\(/], ['WriteToFile'], [/\bZipFile\s*\.\s*(?:CreateFromDirectory|ExtractToDirectory)\s*\(/], [/\b(?:ImageSharp|MagickImage)\b/, /\.\s*(?:Save\w*|Write(?:Async)?)\s*\(/], [/\b(?:XmlDocument|XDocument|Bitmap|SKBitmap)\b/, /\.\s*Save\s*\(/]],
  on: { invocation_expression: check, object_creation_expression: check },
});
