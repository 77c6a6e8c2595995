import { isInside } from '../../../base/paths.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { bareType, enclosing, enclosingCallable, enclosingType, field, nameOf, simpleName, span, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { originOf } from '../../../syntax/java/file-origin.js';
import { callSink, creationSink } from '../../../syntax/java/file-sinks.js';
import { usesOf, type Use } from '../../../syntax/java/flow.js';
import { isConfigurable, literalUse, mayBeComputed, type LiteralUse } from '../../../syntax/java/literal.js';
import { isForDevelopment, isMain } from '../../../syntax/java/profile.js';
import { isCommandLine } from '../../../syntax/java/program.js';
import { absolutePath, isCertainPath, type FilePath } from '../../../syntax/file-path.js';
import { wordsOfKey } from '../../../syntax/storage-setting.js';
import { machinePath, report } from './report.js';

/** Constructors and calls that open what they are handed. */
const opening = /^(?:File|FileInputStream|FileReader|RandomAccessFile|FileSystemResource|PathResource|FileUrlResource|ZipFile|JarFile|Scanner|FileOutputStream|FileWriter|MultipartConfigElement|DiskFileItemFactory|FileAlterationObserver|FileDataSource)$/;
const openers = /^(?:newInputStream|newBufferedReader|readAllBytes|readAllLines|readString|lines|list|walk|exists|isDirectory|createDirectories|createDirectory|newDirectoryStream|getFile|addResourceLocations|listFiles|openInputStream|readFileToString|forceMkdir|iterateFiles|inboundAdapter|load|setLocation|setBaseDir|setBasedir|setDocBase|setRepository|setSizeThresholdDir)$/;
const makers = /^(?:get|of)$/;
/** What a store of content is asked as well as a disk, by paths of its own. */
const storeCalls = /^(?:list|walk|exists|isDirectory|getFile|listFiles|load)$/;

/** `repository.getFile("/etc")`: a call on an object whose type says that it keeps content, and not on the disk. */
function isOfStore(call: JavaNode): boolean {
  return call.type === 'method_invocation' && storeCalls.test(nameOf(call)) && /(?:Repository|Dao|DAO|Session|Service|Client|Store|Bucket)$/.test(simpleName(typeOf(field(call, 'object'))));
}

/** Variables and setters whose name speaks of a place. */
const placeName = /(?:dir|directory|path|folder|file|location|root|home|base|repository|store|storage)s?$/i;

function isOpening({ kind, by, tail }: Use, path: FilePath): boolean {
  if (kind !== 'argument' || tail) return false;
  if (by.type === 'object_creation_expression') return opening.test(simpleName(bareType(field(by, 'type'))));
  const name = nameOf(by);
  if (makers.test(name)) return /^(?:java\.nio\.file\.)?Paths?$/.test(field(by, 'object')?.text ?? '');
  if (isOfStore(by)) return false;
  // A short path handed to a method of any class may as well be one of a URL.
  if (!isCertainPath(path)) return /^(?:java\.nio\.file\.)?Files$|^FileUtils$|^ResourceUtils$/.test(field(by, 'object')?.text ?? '') && openers.test(name);
  return openers.test(name) || (/^set[A-Z]/.test(name) && placeName.test(name) && !/url|uri|context|request|servlet|class/i.test(name));
}

/** What the literal is called where it stands: variable, constant, setter. */
function calledAs({ taker }: LiteralUse): string {
  if (taker?.type === 'variable_declarator') return nameOf(taker);
  if (taker?.type === 'assignment_expression') return simpleName(field(taker, 'left')?.text ?? '');
  if (taker && isOfStore(taker)) return '';
  return taker?.type === 'method_invocation' ? nameOf(taker).replace(/^(?:set|with)(?=[A-Z])/, '') : '';
}

const probing = /^(?:exists|notExists|isDirectory|isRegularFile|isFile|canRead)$/;

/** Whether the method asks for what may stand there and does without it, or a constant is only asked for: a place where some machines have something. */
function isProbed(cx: RuleFileContext, literal: JavaNode): boolean {
  const callable = enclosingCallable(literal);
  if (callable) return callable.descendantsOfType('method_invocation').some((call) => call !== null && probing.test(nameOf(call)));
  const uses = usesOf(cx, literal);
  return uses.length > 0 && uses.every(({ kind, by }) => kind === 'argument' && by.parent?.type === 'method_invocation' && probing.test(nameOf(by.parent)));
}

const writtenKey = {};

/** Paths that this file writes: storage/local-file-write tells of those places, with what is lost there. */
function writtenPaths(cx: RuleFileContext, anyNode: JavaNode): readonly string[] {
  return cx.once(writtenKey, () => {
    const nodes = anyNode.tree.rootNode.descendantsOfType(['object_creation_expression', 'method_invocation']);
    return nodes.flatMap((node) => {
      const sink = node && (node.type === 'method_invocation' ? callSink(cx, node) : creationSink(cx, node));
      const literal = sink && originOf(cx, sink.target).literal;
      return literal ? (absolutePath(stringValue(literal) ?? '')?.path ?? []) : [];
    });
  });
}

/** Whether the literal begins what it is part of: in the middle of a text a slash begins no path. */
function isHead(literal: JavaNode): boolean {
  for (let at = literal, parent = literal.parent; parent; at = parent, parent = parent.parent) {
    if (parent.type === 'binary_expression' && field(parent, 'right')?.id === at.id) return false;
    if (parent.type === 'argument_list') return !/^(?:append|concat|resolve|resolveSibling|path|pathSegment|replace\w*)$/.test(parent.parent ? nameOf(parent.parent) : '') && parent.firstNamedChild?.id === at.id;
    if (parent.type !== 'binary_expression' && parent.type !== 'parenthesized_expression') return true;
  }
  return true;
}

/** Whether the file opens the path, or names it as a place for others and it can be nothing but a path. */
function isUsed(cx: RuleFileContext, literal: JavaNode, use: LiteralUse, path: FilePath): boolean {
  const uses = usesOf(cx, literal);
  if (uses.some((each) => isOpening(each, path))) return true;
  if (uses.some(({ kind }) => kind === 'compared') || (uses.length > 0 && uses.every(({ tail }) => tail))) return false;
  const name = calledAs(use);
  if (/default|fallback|example|sample/i.test(name)) return false;
  return path.kind !== 'posix' || path.url ? placeName.test(name) : isCertainPath(path) && placeName.test(name) && !/ur[il]|context|class/i.test(name);
}

/** `PROPERTY_DIR` for a constant of that name; named after the class when nothing else names it. */
function variableFor(literal: JavaNode, use: LiteralUse): string {
  const name = calledAs(use);
  const own = /^[A-Za-z_]\w{3,}$/.test(name) && !/^(?:path|file|dir|root|home|base|name|getFile|addResourceLocations|load|exists|list|folder|location|directory)$/i.test(name) ? name : `${nameOf(enclosingType(literal) ?? literal)}_${/\.\w{1,5}"$/.test(literal.text) ? 'file' : 'dir'}`;
  return wordsOfKey(own).join('_').toUpperCase();
}

/** `new File("/etc").exists()`: what kind of system this is, and no file of the application's. */
function asksForSystem(literal: JavaNode, { path }: FilePath): boolean {
  const creation = literal.parent?.parent;
  const call = creation?.parent;
  return /^\/[^/]+\/?$/.test(path) && creation?.type === 'object_creation_expression' && call?.type === 'method_invocation' && /^(?:exists|isDirectory)$/.test(nameOf(call));
}

const windows = /(?<![a-z])win(?:dows|32)?\b|(?:Win|WIN)(?:dows|DOWS|32)?(?![a-z])/;

/** What stands in the branch for Windows of code that asks on which system it runs; no container of Linux comes there. */
function isForWindows(literal: JavaNode): boolean {
  for (let at = literal, parent = literal.parent; parent; at = parent, parent = parent.parent) {
    if (/^(?:if_statement|ternary_expression)$/.test(parent.type) && field(parent, 'consequence')?.id === at.id && windows.test(field(parent, 'condition')?.text ?? '')) return true;
  }
  return false;
}

function check(literal: JavaNode, cx: RuleFileContext): void {
  if (!/^"(?:file:|[A-Za-z]:|\\\\\\\\|\/\w)/.test(literal.text)) return;
  const value = stringValue(literal) ?? '';
  // A name put together begins with its folder, whose separator stays at the end.
  const path = machinePath(value);
  if (!path || path.path.length < 3) return;
  if (asksForSystem(literal, path) || (path.kind !== 'posix' && isForWindows(literal))) return;
  const use = literalUse(literal);
  if ((use.role !== 'value' && use.role !== 'listed') || !isHead(literal)) return;
  if (isForDevelopment(literal) || isConfigurable(use) || enclosing(literal, 'annotation') || !isUsed(cx, literal, use, path) || writtenPaths(cx, literal).some((written) => isInside(written, path.path))) return;
  const developer = isMain(literal) || isCommandLine(literal);
  report(cx, {
    at: span(literal), name: '', path, shown: value, severity: developer || isProbed(cx, literal) || /default|fallback/i.test(calledAs(use)) ? 'info' : undefined, confidence: isCertainPath(path) ? 'high' : 'medium',
    data: { setting: '', profile: '', start: literal.startIndex, end: literal.endIndex, variable: !developer && mayBeComputed(literal, use) ? variableFor(literal, use) : '', filledBy: 'code' },
  });
}

/** Absolute paths in code that are opened, or handed to what opens them. */
export const javaPath = ruleMatcher({
  language: 'java',
  needles: [[/"(?:file:\/*)?[A-Za-z]:(?:\\\\|\/)/], [/"\\\\\\\\[A-Za-z0-9]/], [/"(?:file:\/*)?\/(?:data|home|opt|usr|var|etc|mnt|srv|root|export|nas|app|apps|was|batch|storage|share|user|upload|files?|u0|vol|disk|jeus|logs?)\w*\//i], ['"file:/'], [/\b(?:File|Paths\s*\.\s*get|Path\s*\.\s*of|FileInputStream|FileReader|FileSystemResource)\(\s*"\//]],
  on: { string_literal: check },
});
