import type { FileContext } from '../../../contract/rule.js';
import { args, bareType, enclosing, enclosingCallable, enclosingType, field, fieldsOf, imports, isType, methodsOf, modifiers, nameOf, named, simpleName, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { handlesRequest, mentionsParameter } from '../../../syntax/java/origin.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { calledMethod, callsOf, trace } from '../../../syntax/java/trace.js';
import type { Origin } from '../../../syntax/java/file-origin.js';
import { creationSink, isUploadType, valueType, type Sink } from '../../../syntax/java/file-sinks.js';
import { namesOf } from './java-scratch.js';

/** Calls inside a node by name of the method. */
function calls(within: JavaNode, names: RegExp): readonly JavaNode[] {
  return within.descendantsOfType('method_invocation').filter((call): call is JavaNode => call !== null && names.test(field(call, 'name')?.text ?? ''));
}

function mentions(node: JavaNode, name: string): boolean {
  return (node.type === 'identifier' && node.text === name) || node.descendantsOfType('identifier').some((part) => part?.text === name);
}

// --- gone before the request ends ----------------------------------------------------------------------------------

const removal = /^(?:delete|deleteIfExists|deleteOnExit|deleteQuietly|forceDelete|forceDeleteOnExit|deleteDirectory|deleteRecursively|cleanDirectory)$/;

/** Removing in a catch clause only tidies up after a failure. */
function isOnlyOnFailure(call: JavaNode, callable: JavaNode): boolean {
  for (let at = call.parent; at && at.id !== callable.id; at = at.parent) {
    if (at.type === 'catch_clause') return true;
    if (at.type === 'finally_clause') return false;
  }
  return false;
}

/** A local and what else the method calls the same file: `File file = tmp;`, `File file = new File(fileName);`. */
function namesFor(callable: JavaNode, name: string): readonly string[] {
  return [...namesOf(callable, name)];
}

function removesIn(callable: JavaNode, name: string, after: number): boolean {
  const names = namesFor(callable, name);
  return calls(callable, removal).some((call) => call.startIndex > after && names.some((each) => mentions(call, each)) && !isOnlyOnFailure(call, callable));
}

function contains(callable: JavaNode, inner: JavaNode): boolean {
  return inner.startIndex >= callable.startIndex && inner.endIndex <= callable.endIndex;
}

/** Methods among those that name the file through which the write is reached: others only work on the same name. */
function leadingTo(sink: Sink, callables: readonly JavaNode[]): ReadonlySet<number> {
  const leading = callables.filter((callable) => contains(callable, sink.call));
  for (const reached of leading) {
    const name = new RegExp(`^${nameOf(reached)}$`);
    leading.push(...callables.filter((callable) => !leading.some((known) => known.id === callable.id) && calls(callable, name).length > 0));
  }
  return new Set(leading.map((callable) => callable.id));
}

/** Whether those who are handed the file by the method that writes it remove it: `File small = compress(upload); store(small); small.delete();`. */
function isRemovedByCallers(cx: FileContext, sink: Sink, origin: Origin): boolean {
  const writer = enclosingCallable(sink.call);
  if (!writer || !isHandedOut(origin)) return false;
  const takers = callsOf(cx, sink.call, nameOf(writer)).map((call) => {
    const taker = enclosing(call, 'variable_declarator', 'assignment_expression', 'block');
    const name = taker?.type === 'variable_declarator' ? nameOf(taker) : taker?.type === 'assignment_expression' ? (field(taker, 'left')?.text ?? '') : '';
    const caller = enclosingCallable(call);
    return caller !== undefined && name !== '' && removesIn(caller, name, call.startIndex);
  });
  return takers.length > 0 && takers.every(Boolean);
}

/** Whether the object that the file belongs to removes it when it is done: the class calls for that in another method. */
export function isRemovedByOwner(sink: Sink, origin: Origin): boolean {
  const type = enclosingType(sink.call);
  if (!type || origin.kind !== 'created') return false;
  const names = [...origin.fields].filter((name) => mentions(sink.target, name));
  return names.length > 0 && calls(type, removal).some((call) => !/OnExit$/.test(nameOf(call)) && !isOnlyOnFailure(call, type) && names.some((name) => mentions(call, name)));
}

const streams = /^(?:File|Path|Paths|URL|\w*(?:Stream|Reader|Writer|Exception|Scanner|Archive|ZipFile|JarFile|Builder|CommandLine|Resource))$/;

/** Whether the file goes to an object that is made for it, which owns it then: `items.add(new FileItem(file, name))`. */
export function isGivenAway(sink: Sink, origin: Origin): boolean {
  return origin.locals.some(({ name, callable }) => callable.id === enclosingCallable(sink.call)?.id && callable.descendantsOfType('object_creation_expression').some((creation) => creation !== null && creation.startIndex > sink.call.startIndex
    && !streams.test(simpleName(bareType(field(creation, 'type')))) && args(creation).some((passed) => passed.text === name)));
}

/** Whether a table of the class notes the file when it is made, and another method takes it out of the table and removes it. */
export function isRemovedByTable(sink: Sink, origin: Origin): boolean {
  const type = enclosingType(sink.call);
  if (!type || origin.kind !== 'created') return false;
  const { at } = origin;
  const isMaker = (method: JavaNode): boolean => at !== undefined && (contains(method, at) || (field(at, 'object') === undefined && nameOf(at) === nameOf(method)));
  const makers = methodsOf(type).filter((method) => isMaker(method) && calls(method, /^createTemp(?:File|Directory)$/).length > 0);
  const tables = fieldsOf(type).map(({ name }) => name).filter((table) => makers.some((maker) => calls(maker, /^(?:put|add|offer)$/).some((call) => field(call, 'object')?.text === table)));
  return methodsOf(type).some((method) => !makers.includes(method) && tables.some((table) => mentions(method, table)) && calls(method, removal).length > 0);
}

/** Whether only the memory of this process knows the file, so that a restart makes it anew: `files.put(name, file)` on a field. */
export function isKnownToProcess(sink: Sink, origin: Origin): boolean {
  const type = enclosingType(sink.call);
  const callable = enclosingCallable(sink.call);
  if (!type || !callable || origin.kind !== 'temporary') return false;
  const collections = new Set(fieldsOf(type).map(({ name }) => name));
  return calls(callable, /^(?:put|add)$/).some((call) => {
    const last = args(call).at(-1);
    return collections.has(field(call, 'object')?.text ?? '') && last?.type === 'identifier' && origin.locals.some(({ name }) => name === last.text);
  });
}

/** Whether the method refuses to work on a file that is not there yet: it keeps nothing of its own. */
export function onlyChanges(sink: Sink): boolean {
  const callable = enclosingCallable(sink.call);
  return callable !== undefined && callable.descendantsOfType('if_statement').some((test) => test !== null && test.startIndex < sink.call.startIndex
    && /^\(!(\w+)\.(?:exists|isFile)\(\)\)$/.exec((field(test, 'condition')?.text ?? '').replace(/\s/g, ''))?.[1] === sink.target.text && test.descendantsOfType('throw_statement').length > 0);
}

/** Whether the method that has the file hands it to another one of the class afterwards, which removes it: `publish(dump);`. */
function isRemovedByCalled(sink: Sink, origin: Origin): boolean {
  const writer = enclosingCallable(sink.call);
  const names = origin.locals.filter(({ callable }) => callable.id === writer?.id).map(({ name }) => name);
  if (!writer || names.length === 0) return false;
  return calls(writer, /./).some((call) => {
    const method = call.startIndex > sink.call.startIndex && args(call).some((passed) => names.includes(passed.text)) ? calledMethod(call) : undefined;
    const parameters = method ? named(field(method, 'parameters') ?? method).filter(({ type }) => type === 'formal_parameter') : [];
    return method !== undefined && args(call).some((passed, at) => names.includes(passed.text) && removesIn(method, nameOf(parameters[at] ?? method), method.startIndex));
  });
}

/** Whether the written file is removed again by the method that made its name, after the write, or by those who get it before or after. */
export function isRemoved(cx: FileContext, sink: Sink, origin: Origin): boolean {
  if (/DELETE_ON_CLOSE/.test(sink.call.text)) return true;
  const leading = leadingTo(sink, origin.locals.map(({ callable }) => callable));
  return origin.locals.some(({ name, callable }) => leading.has(callable.id) && removesIn(callable, name, contains(callable, sink.call) ? sink.call.startIndex : callable.startIndex)) || isRemovedByCallers(cx, sink, origin) || isRemovedByCalled(sink, origin);
}

/** Whether the process removes the folder when it ends: it never counts on finding it again. */
export function isScratch(sink: Sink, origin: Origin): boolean {
  const type = enclosingType(sink.call);
  if (!type || origin.fields.size === 0) return false;
  return calls(type, /^addShutdownHook$/).some((hook) => calls(hook, removal).some((call) => [...origin.fields].some((name) => mentions(call, name))));
}

/** Whether the content is part of the application: what is unpacked from the class path or from an OSGi bundle is unpacked again. */
export function isUnpacked(sink: Sink): boolean {
  const callable = enclosingCallable(sink.call);
  if (!callable) return false;
  return calls(callable, /^getResourceAsStream$/).length > 0 || calls(sink.call, /^getResource$/).length > 0
    || calls(callable, /^findEntries$/).length > 0
    || calls(callable, /^getResources?$/).some((call) => /^classpath\*?:/.test(stringValue(args(call)[0]) ?? ''))
    || callable.descendantsOfType('object_creation_expression').some((creation) => creation && simpleName(bareType(field(creation, 'type'))) === 'ClassPathResource');
}

/** Whether the content is a document that the method makes of nothing but constants: every process makes the same. */
export function isFixedDocument(sink: Sink): boolean {
  const callable = enclosingCallable(sink.call);
  if (!callable || !/\bStreamResult$/.test(sink.token.text) || calls(callable, /^newDocument$/).length === 0) return false;
  return calls(callable, /^(?:create(?:Element(?:NS)?|TextNode|CDATASection)|setTextContent|setAttribute(?:NS)?|importNode)$/).every((call) => args(call).every((value) => stringValue(value) !== undefined));
}

/** Whether the file goes to another place under a name that it keeps: that write is told by itself. */
export function isMovedAway(origin: Origin): boolean {
  return origin.locals.some(({ name, callable }) => calls(callable, /^(?:move|moveFile|moveFileToDirectory|renameTo)$/).some((call) => [field(call, 'object'), args(call)[0]].some((from) => from !== undefined && mentions(from, name))));
}

/** Whether lines are added to a log: the file is opened for appending, and its name or the method's says what it is. */
export function isLog({ call, target }: Sink): boolean {
  const appends = args(call).slice(1).some((passed) => passed.text === 'true' || /\bAPPEND\b/.test(passed.text));
  const method = enclosingCallable(call);
  return appends && [target.text, method ? nameOf(method) : ''].some((name) => /(?:^|[^a-z])log(?![a-z])|Log(?![a-z])/.test(name));
}

/** `out.write("")` and nothing more: the file is emptied, so there is nothing that anybody could miss. */
export function onlyEmpties({ call }: Sink): boolean {
  const holder = enclosing(call, 'variable_declarator', 'assignment_expression', 'resource');
  const name = holder && (field(holder, 'name') ?? field(holder, 'left'))?.text;
  const uses = (enclosingCallable(call)?.descendantsOfType('method_invocation') ?? []).filter((use): use is JavaNode => use !== null && field(use, 'object')?.text === name);
  const writes = uses.filter((use) => !/^(?:flush|close)$/.test(nameOf(use)));
  return name !== undefined && writes.length > 0 && writes.every((use) => /^(?:write|append|print)$/.test(nameOf(use)) && stringValue(args(use)[0]) === '');
}

/** Whether the method hands the file's name to its caller, who then owns it. */
export function isHandedOut(origin: Origin): boolean {
  return origin.locals.some(({ name, callable }) => callable.descendantsOfType('return_statement').some((statement) => statement && mentions(statement, name)));
}

/** Whether the method that writes the file gives a file back, not its name, which may outlive the request. */
export function returnsFile(sink: Sink): boolean {
  const writer = enclosingCallable(sink.call);
  return writer !== undefined && /^(?:java\.io\.File|java\.nio\.file\.Path|File|Path)$/.test(field(writer, 'type')?.text ?? '');
}

/** `return Files.write(Files.createTempFile(name, null), content);`: the caller gets the file. */
export function isReturnedAtOnce(sink: Sink): boolean {
  return enclosing(sink.call, 'return_statement', 'lambda_expression')?.type === 'return_statement';
}

/** Whether a request is handed a name and a later one of the same class reads the file below the same folder by the name it brings. */
export function isAskedAgain(sink: Sink, origin: Origin): boolean {
  const type = enclosingType(sink.call);
  const writer = enclosingCallable(sink.call);
  if (!type || !writer || origin.kind !== 'temporary' || !handlesRequest(writer)) return false;
  const folder = /\bgetProperty\s*\(\s*"java\.io\.tmpdir"\s*\)/;
  return methodsOf(type).some((method) => method.id !== writer.id && handlesRequest(method)
    && method.descendantsOfType(['local_variable_declaration', 'object_creation_expression']).some((place) => place !== null && folder.test(place.text) && mentionsParameter(place)));
}

const temporaryFolder = /\bgetProperty\s*\(\s*"java\.io\.tmpdir"\s*\)/;

/** `FOLDER + separator + PREFIX + id`: a name below the temporary folder that is put together from what a caller brings. */
function namesByGiven(type: JavaNode, expression: JavaNode, prefix: string): boolean {
  const names = expression.descendantsOfType('identifier').flatMap((each) => each?.text ?? []);
  const isTemporary = temporaryFolder.test(expression.text) || fieldsOf(type).some(({ name, value }) => names.includes(name) && temporaryFolder.test(value?.text ?? ''));
  return names.includes(prefix) && isTemporary && mentionsParameter(expression);
}

/** Whether another method of the class finds the temporary file again: it puts the name together from the same prefix and an id that a caller was given. */
export function isFoundById(sink: Sink, origin: Origin): boolean {
  const type = enclosingType(sink.call);
  if (!type || origin.kind !== 'created') return false;
  const makers = calls(type, /^createTempFile$/);
  const prefixes = makers.flatMap((call) => args(call).slice(0, 2).filter((passed) => passed.type === 'identifier').map(({ text }) => text));
  return prefixes.some((prefix) => type.descendantsOfType('binary_expression').some((expression) => expression !== null && namesByGiven(type, expression, prefix)
    && !makers.some((maker) => enclosingCallable(maker)?.id === enclosingCallable(expression)?.id)));
}

const objectStore = /^(?:S3\w*Client|AmazonS3\w*|S3Template|TransferManager|S3TransferManager|Minio\w*|OSS|OSSClient|CosClient|COSClient|ObsClient|Blob\w*Client|CloudBlockBlob|Storage|Bucket)$/;
const objectPut = /^(?:putObject|upload|uploadFile|uploadFromFile|uploadObject|uploadDirectory|create|createFrom|store)$/;

/** Whether the method gives the file to an object store. */
export function isUploaded(sink: Sink, origin: Origin): boolean {
  const callable = enclosingCallable(sink.call);
  const names = origin.locals.filter((local) => local.callable.id === callable?.id).map((local) => local.name);
  if (!callable) return false;
  return calls(callable, objectPut).some((call) => objectStore.test(valueType(field(call, 'object'))) && names.some((name) => args(call).some((passed) => mentions(passed, name))));
}

// --- what is written -----------------------------------------------------------------------------------------------

const httpClient = /(?:^|\.)http(?:client|components)?\.(?:client|entity|methods)\b|\.httpclient\.|^okhttp3\.|^retrofit2\./;

/** Whether `Part` and the like are what a client sends to another server. */
function sendsParts(cx: FileContext, node: JavaNode): boolean {
  const { types, wildcards } = imports(cx, node);
  return ['Part', 'FilePart'].some((name) => httpClient.test(types.get(name) ?? '')) || (!types.has('Part') && wildcards.some((name) => /\.multipart$/.test(name) && httpClient.test(`${name}.`)));
}

function takesUpload(cx: FileContext, callable: JavaNode): boolean {
  const received = sendsParts(cx, callable) ? /\b(?:(?:Commons)?MultipartFile|FileItem|MultipartHttpServletRequest)\b/ : undefined;
  const isReceived = (declared: JavaNode): boolean => {
    const type = field(declared, 'type');
    return received ? received.test(type?.text ?? '') : isUploadType(bareType(type));
  };
  const parameters = named(field(callable, 'parameters') ?? callable);
  if (parameters.some((parameter) => isReceived(parameter) || (!received && /\b(?:MultipartFile|Part|FileItem|MultipartHttpServletRequest)\b/.test(field(parameter, 'type')?.text ?? '')))) return true;
  return callable.descendantsOfType(['local_variable_declaration', 'enhanced_for_statement', 'resource']).some((local) => local && isReceived(local));
}

/** Whether the content comes from a client's upload: the call says so, or its method, or the method that calls it, holds one. */
export function isUpload(cx: FileContext, sink: Sink): boolean {
  if (sink.upload) return true;
  // A document is written by code that has made or changed it.
  if (/\bStreamResult$/.test(sink.token.text)) return false;
  let fromUpload = false;
  if (sink.content) trace(cx, sink.content, (node) => (fromUpload ||= isUploadType(valueType(node))));
  const callable = enclosingCallable(sink.call);
  if (fromUpload || !callable || takesUpload(cx, callable)) return fromUpload || callable !== undefined;
  if (!modifiers(callable).has('private')) return false;
  return callsOf(cx, sink.call, nameOf(callable)).some((call) => {
    const caller = enclosingCallable(call);
    return caller !== undefined && takesUpload(cx, caller);
  });
}

const readers = ['java.io.FileInputStream', 'java.io.FileReader', 'java.io.RandomAccessFile'] as const;
const readCalls = /^(?:readAllBytes|readAllLines|readString|lines|newInputStream|newBufferedReader|readFileToString|readFileToByteArray|openInputStream)$/;

/** Expressions that name the files which the type reads, each with its method. */
function reads(cx: FileContext, type: JavaNode): readonly { readonly file: JavaNode; readonly callable: JavaNode | undefined }[] {
  const opened = readers.flatMap((reader) => callsOf(cx, type, simpleName(reader))).filter((creation) => creation.type === 'object_creation_expression'
    && isType(cx, creation, bareType(field(creation, 'type')), ...readers) && !(stringValue(args(creation)[1])?.includes('w') ?? false));
  const read = calls(type, readCalls).filter((call) => /^(?:java\.nio\.file\.)?Files$|^FileUtils$/.test(field(call, 'object')?.text ?? ''));
  return [...opened, ...read].flatMap((call) => {
    const file = args(call)[0];
    return file ? [{ file, callable: enclosingCallable(call) }] : [];
  });
}

/** Whether a method reads one file to write another: it works on files that someone else names and keeps. */
function converts(cx: FileContext, callable: JavaNode): boolean {
  return callable.descendantsOfType('object_creation_expression').some((creation) => creation !== null && creationSink(cx, creation) !== undefined);
}

/** Whether another method of the class reads the place back: the file is then memory that the class counts on. */
export function isReadBack(cx: FileContext, sink: Sink, origin: Origin, originOf: (cx: FileContext, target: JavaNode) => Origin): boolean {
  const type = enclosingType(sink.call);
  const writer = enclosingCallable(sink.call);
  if (!type || origin.fields.size === 0) return false;
  return reads(cx, type).some(({ file, callable }) => callable?.id !== writer?.id && !(callable && converts(cx, callable)) && [...originOf(cx, file).fields].some((name) => origin.fields.has(name)));
}

// --- whose work it is ----------------------------------------------------------------------------------------------

/** Whether the class is itself an uploaded file: whoever calls it decides where the file goes. */
export function isUploadItself(sink: Sink): boolean {
  const type = enclosingType(sink.call);
  return type !== undefined && supertypes(type).some(isUploadType);
}

/** Whether the file is what a web framework hands the class for this request and removes with it: `File excel` beside `String excelFileName`. */
export function isRequestFile(sink: Sink, origin: Origin): boolean {
  const type = enclosingType(sink.call);
  const names = new Set(type ? fieldsOf(type).map(({ name }) => name) : []);
  return [...origin.fields].some((name) => names.has(`${name}FileName`) || names.has(`${name}ContentType`));
}

/** `new File(upload.getOriginalFilename())`: what makes the file under the name that a user gave it, in the folder where the process runs; `undefined` when it has a folder. */
export function bareName(cx: FileContext, sink: Sink): JavaNode | undefined {
  let found: JavaNode | undefined;
  trace(cx, sink.target, (node) => {
    const isFile = node.type === 'object_creation_expression' ? /(?:^|\.)File$/.test(bareType(field(node, 'type'))) : /^(?:java\.nio\.file\.)?Paths?$/.test(field(node, 'object')?.text ?? '');
    const [only, ...others] = isFile ? args(node) : [];
    if (only?.type === 'method_invocation' && others.length === 0 && /^get(?:OriginalFilename|SubmittedFileName)$/.test(nameOf(only))) found = node;
    return found !== undefined;
  });
  return found;
}
