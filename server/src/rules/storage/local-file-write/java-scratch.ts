import { args, bareType, declarationOf, enclosingCallable, field, named, nameOf, simpleName, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import type { Origin } from '../../../syntax/java/file-origin.js';
import { mentionsParameter } from '../../../syntax/java/origin.js';
import { valueType, type Sink } from '../../../syntax/java/file-sinks.js';
import { calledMethod } from '../../../syntax/java/trace.js';
import { wordsOf } from '../../../syntax/names.js';

const fileTypes = /^(?:File|Path|FileSystemResource)$/;
const pathMakers = /^(?:get|of)$/;
/** What makes another form of the same file's name. */
const forms = /^(?:getName|getPath|getAbsolutePath|getCanonicalPath|getAbsoluteFile|toPath|toFile|toString|toURI|toURL|toAbsolutePath|normalize)$/;
/** Questions and changes that leave no trace of the file elsewhere. */
const harmless = /^(?:exists|length|size|startsWith|endsWith|is\w+|can\w+|delete\w*|mkdirs?|getParentFile|getParent|setReadable|setWritable|close)$/;
/** Objects that read the file which they are made with, and calls that read the one which they are given. */
const readerTypes = /(?:InputStream|Reader|Workbook|Scanner|Package|ZipFile|JarFile|PDDocument)$/;
const readerCalls = /^(?:parse|read|load|open|import|lines|newInputStream|newBufferedReader|getWorkbook|getDocument|decode|extract|analy[sz]e)(?:[A-Z]\w*)?$/;
/** Calls that pass the name on to the log or to this request's client. */
const telling = /^(?:println|printf?|trace|debug|info|warn|error|format|addHeader|setHeader|setContentLength(?:Long)?|setDisposition|setContentType)$/;

type Use = 'read' | 'harmless' | 'escape';

/** `new File(name)`, `Paths.get(name)`: the file of a name, and nothing but the name. */
function isFileOf(maker: JavaNode): boolean {
  if (args(maker).length !== 1) return false;
  if (maker.type === 'object_creation_expression') return fileTypes.test(simpleName(bareType(field(maker, 'type'))));
  return pathMakers.test(nameOf(maker)) && /(?:^|\.)Paths?$/.test(field(maker, 'object')?.text ?? '');
}

/** What the method calls the file: `File sheet = new File(name)` is the file of `name`. */
export function namesOf(callable: JavaNode, first: string): ReadonlySet<string> {
  const names = new Set([first]);
  for (const declared of descendants(callable, 'variable_declarator', 'assignment_expression')) {
    const value = field(declared, 'value') ?? field(declared, 'right');
    const given = declared.type === 'assignment_expression' ? field(declared, 'left') : undefined;
    // A field outlives the method.
    if (given && declarationOf(given)?.kind !== 'local') continue;
    const [only] = value && ['object_creation_expression', 'method_invocation'].includes(value.type) && isFileOf(value) ? args(value) : [];
    const converted = value?.type === 'method_invocation' && forms.test(nameOf(value)) ? field(value, 'object') : undefined;
    if ([value, only, converted].some((node) => node !== undefined && names.has(node.text))) names.add(given ? given.text : nameOf(declared));
  }
  return names;
}

/** Methods of the class followed with the file. */
const depthLimit = 3;

/** What a method of the class makes of the file that it is handed. */
function useIn(method: JavaNode, call: JavaNode, passed: JavaNode, depth: number): Use {
  const at = args(call).findIndex((arg) => arg.id === passed.id);
  const parameter = named(field(method, 'parameters') ?? method).filter(({ type }) => type === 'formal_parameter')[at];
  const body = field(method, 'body');
  if (!parameter || !body || depth === 0) return 'escape';
  const names = namesOf(method, nameOf(parameter));
  const uses = usesIn(body, names, depth - 1);
  return uses.includes('escape') ? 'escape' : uses.includes('read') ? 'read' : 'harmless';
}

/** What becomes of the mentions of a file below a node. */
function usesIn(within: JavaNode, names: ReadonlySet<string>, depth: number): readonly Use[] {
  return descendants(within, 'identifier').filter((node) => names.has(node.text) && !isName(node)).map((node) => useOf(node, names, depth));
}

/** The name that a declaration gives, or what an assignment writes. */
function isName(node: JavaNode): boolean {
  const { parent } = node;
  return (parent?.type === 'variable_declarator' && field(parent, 'name')?.id === node.id) || (parent?.type === 'assignment_expression' && field(parent, 'left')?.id === node.id);
}

/** Forms that go to another server: what is put into them is read when they are sent. */
const sentForms = /^(?:Linked)?MultiValueMap$|^MultipartBodyBuilder$|^MultipartEntityBuilder$/;

function isPutInSentForm(call: JavaNode): boolean {
  return /^(?:add|part|addPart|addBinaryBody)$/.test(nameOf(call)) && sentForms.test(valueType(field(call, 'object')));
}

/** What an argument is handed to makes of it. */
function handed(owner: JavaNode, passed: JavaNode, names: ReadonlySet<string>, depth: number): Use {
  if (owner.type !== 'object_creation_expression' && owner.type !== 'method_invocation') return 'escape';
  if (isFileOf(owner)) return useOf(owner, names, depth);
  if (owner.type === 'object_creation_expression') return readerTypes.test(simpleName(bareType(field(owner, 'type')))) ? 'read' : 'escape';
  const method = calledMethod(owner);
  if (method) return useIn(method, owner, passed, depth);
  if (isPutInSentForm(owner) || readerCalls.test(nameOf(owner)) || /(?:^|\.)WorkbookFactory$/.test(field(owner, 'object')?.text ?? '')) return 'read';
  return telling.test(nameOf(owner)) || harmless.test(nameOf(owner)) ? 'harmless' : 'escape';
}

/** What becomes of one mention of the file. */
function useOf(node: JavaNode, names: ReadonlySet<string>, depth: number): Use {
  const { parent } = node;
  switch (parent?.type) {
    case 'method_invocation': {
      if (harmless.test(nameOf(parent))) return 'harmless';
      return forms.test(nameOf(parent)) ? useOf(parent, names, depth) : 'escape';
    }
    case 'argument_list': return parent.parent ? handed(parent.parent, node, names, depth) : 'escape';
    case 'variable_declarator': return names.has(nameOf(parent)) ? 'harmless' : 'escape';
    case 'assignment_expression': return names.has(field(parent, 'left')?.text ?? '') ? 'harmless' : 'escape';
    case 'parenthesized_expression': case 'cast_expression': return useOf(parent, names, depth);
    // `name + ".old"` is another file, unless it only goes into a message.
    case 'binary_expression': return useOf(parent, names, depth) === 'harmless' ? 'harmless' : 'escape';
    case 'expression_statement': return 'harmless';
    default: return 'escape';
  }
}

/** Whether a call only tells the log or this request's client. */
export function isTold(call: JavaNode): boolean {
  return telling.test(nameOf(call));
}

/** What the method that writes a file makes of it afterwards, at the places that count. */
export function usesAfter(sink: Sink, counts: (place: JavaNode) => boolean = () => true): readonly Use[] {
  const callable = enclosingCallable(sink.call);
  if (!callable) return [];
  // `new File(name)` is the file of `name`.
  const target = sink.target.type === 'object_creation_expression' && isFileOf(sink.target) ? args(sink.target)[0] ?? sink.target : sink.target;
  const names = namesOf(callable, target.text);
  return descendants(callable, 'identifier', target.type)
    .filter((node) => names.has(node.text) && node.startIndex > sink.call.startIndex && !(node.startIndex >= target.startIndex && node.endIndex <= target.endIndex))
    .filter((node) => !isName(node) && counts(node))
    .map((node) => useOf(node, names, depthLimit));
}

/** A folder that whoever configures the application is told to hold nothing of worth. */
function isInTemporarySetting({ kind, where }: Origin): boolean {
  return kind === 'setting' && wordsOf(where).some((word) => /^te?mp$/.test(word));
}

const keeping = /^(?:set(?!Header|Content|Disposition)|put(?!NextEntry)|add(?!Header)|ins(?:ert)?|save|store|persist|upd(?:ate)?)(?![a-z])/;

/** Names of texts and files that the file's name was put together from in this method. */
function partsOf(callable: JavaNode, sink: Sink, { locals }: Origin): ReadonlySet<string> {
  const reached = new Set(locals.map(({ name }) => name));
  const texts = descendants(callable, 'local_variable_declaration', 'formal_parameter').filter((declared) => /^(?:String|File|Path)$/.test(bareType(field(declared, 'type'))));
  const declared = texts.flatMap((each) => [nameOf(each), ...descendants(each, 'variable_declarator').map(nameOf)]).filter((name) => reached.has(name));
  return new Set([...declared, ...descendants(sink.target, 'identifier').map(({ text }) => text)]);
}

/** Whether a method of the class is handed the file itself; what it makes of it has been looked at. */
function isFollowed(call: JavaNode, arg: JavaNode, { target }: Sink): boolean {
  return arg.text === target.text && calledMethod(call) !== undefined;
}

/** Whether a part of the file's name is stored or handed out, so that a later request can find the file. */
function isNameKept(sink: Sink, origin: Origin): boolean {
  const callable = enclosingCallable(sink.call);
  if (!callable) return true;
  const parts = partsOf(callable, sink, origin);
  const tells = (node: JavaNode): boolean => descendants(node, 'identifier').some(({ text }) => parts.has(text)) || /\bget(?:OriginalFilename|SubmittedFileName)\s*\(/.test(node.text);
  return descendants(callable, 'return_statement').some(tells) || descendants(callable, 'method_invocation').some((call) => keeping.test(nameOf(call)) && !isPutInSentForm(call) && args(call).some((arg) => tells(arg) && !isFollowed(call, arg, sink)));
}

/** Whether the file is called after what the request brings, one of several things included. */
function isNamedByRequest(target: JavaNode): boolean {
  const loops = descendants(target, 'identifier').flatMap((name) => declarationOf(name)?.node ?? []).filter(({ type }) => type === 'enhanced_for_statement');
  return mentionsParameter(target) || loops.some((loop) => mentionsParameter(field(loop, 'value') ?? loop));
}

/**
 * Whether only the request that writes the file ever needs it, however long it lies there: what the request brings is in it or in its
 * name, the same method reads it again, and nobody is told of it, or the folder is by its name one for such files. `dest` of `upload.transferTo(dest); new XSSFWorkbook(new FileInputStream(dest))`.
 */
export function isOnlyOfRequest(sink: Sink, origin: Origin): boolean {
  const uses = usesAfter(sink);
  if (!uses.includes('read') || !(sink.upload || isNamedByRequest(sink.target))) return false;
  return isInTemporarySetting(origin) || (!uses.includes('escape') && !isNameKept(sink, origin));
}
