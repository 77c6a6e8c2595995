import type { FileContext, Needle } from '../../contract/rule.js';
import { args, bareType, declarationOf, field, isType, named, simpleName, stringValue, typeOf, type JavaNode } from './ask.js';
import { calledMethod } from './trace.js';

/** A call that puts something on the disk. */
export interface Sink {
  /** The token to point at: the created class or the called method. */
  readonly token: JavaNode;
  readonly call: JavaNode;
  /** Expression that names the file. */
  readonly target: JavaNode;
  /** Expression that gives the content, when the call has one. */
  readonly content: JavaNode | undefined;
  /** True for calls that hand over an uploaded file as such. */
  readonly upload: boolean;
  /** True for calls that only make or rename a file: they count when nothing else in the method writes it. */
  readonly weak: boolean;
}

/** Words of calls that write files. Those that mostly mean something else have to stand with what makes them write. */
export const sinkNeedles: readonly (readonly Needle[])[] = [
  ...[
    'FileOutputStream', 'FileWriter', 'RandomAccessFile', 'transferTo', 'newOutputStream', 'newBufferedWriter', 'createFile',
    'createNewFile', 'renameTo', 'FileCopyUtils', 'FileUtils', 'FileSystemResource', 'newByteChannel', 'FileSystemUtils', 'Thumbnails', 'com.google.common.io',
  ].map((word) => [word]),
  ...['PrintWriter', 'PrintStream', 'StreamResult'].map((word) => [word, new RegExp(`\\bnew\\s+(?:[\\w.]+\\.)?${word}\\s*\\(`)]),
  ...['Part', 'FileItem', 'ImageIO'].map((word) => [word, /\bwrite\s*\(/]),
  ['java.nio.file', /\bwriteString\s*\(|\bFiles\s*\.\s*(?:write|copy|move)\s*\(/],
  ['PDDocument', 'save'], ['FileChannel', 'StandardOpenOption'],
];

/** Constructors that open their first argument for writing. */
const writers = ['java.io.FileOutputStream', 'java.io.FileWriter', 'java.io.PrintWriter', 'java.io.PrintStream', 'java.io.RandomAccessFile', 'javax.xml.transform.stream.StreamResult'] as const;

/** Static methods by class: index of the file argument and, where there is one, of the content. */
const statics: readonly { readonly owner: readonly string[]; readonly methods: Readonly<Record<string, readonly [file: number, content?: number]>> }[] = [
  {
    owner: ['java.nio.file.Files'],
    methods: { write: [0, 1], writeString: [0, 1], newOutputStream: [0], newBufferedWriter: [0], createFile: [0], copy: [1, 0], move: [1, 0] },
  },
  {
    owner: ['org.apache.commons.io.FileUtils'],
    methods: {
      copyInputStreamToFile: [1, 0], copyToFile: [1, 0], writeByteArrayToFile: [0, 1], writeStringToFile: [0, 1], write: [0, 1], writeLines: [0, 1], openOutputStream: [0],
      copyFile: [1, 0], copyFileToDirectory: [1, 0], moveFile: [1, 0], moveFileToDirectory: [1, 0], copyURLToFile: [1, 0], copyDirectory: [1, 0], moveDirectory: [1, 0],
    },
  },
  { owner: ['org.springframework.util.FileCopyUtils'], methods: { copy: [1, 0] } },
  { owner: ['org.springframework.util.FileSystemUtils'], methods: { copyRecursively: [1, 0] } },
  { owner: ['com.google.common.io.Files'], methods: { write: [1, 0], copy: [1, 0], move: [1, 0], append: [1, 0] } },
  { owner: ['cn.hutool.core.io.FileUtil'], methods: { writeBytes: [1, 0], writeString: [1, 0], writeUtf8String: [1, 0], writeFromStream: [1, 0], copy: [1, 0], move: [1, 0] } },
  { owner: ['javax.imageio.ImageIO'], methods: { write: [2, 0] } },
];

/** Calls that open a channel count as writes when an option says so. */
const channelOpeners: readonly (readonly [owner: string, method: string])[] = [['java.nio.channels.FileChannel', 'open'], ['java.nio.file.Files', 'newByteChannel']];

const fileMakers = new Set(['toFile', 'createTempFile', 'getAbsoluteFile', 'getCanonicalFile', 'getParentFile']);
const pathMakers = new Set(['toPath', 'resolve', 'resolveSibling', 'normalize', 'toAbsolutePath', 'getPath', 'of', 'get']);

/** Type of an expression as far as this file tells, results of methods included; '' when it does not. */
export function valueType(node: JavaNode | undefined): string {
  const plain = simpleName(typeOf(node));
  if (plain !== '' || node?.type !== 'method_invocation') return plain;
  const method = calledMethod(node);
  if (method) return simpleName(bareType(field(method, 'type')));
  const name = field(node, 'name')?.text ?? '';
  if (name === 'createTempFile' && field(node, 'object')?.text.endsWith('Files')) return 'Path';
  if (fileMakers.has(name)) return 'File';
  if (['getAbsolutePath', 'getCanonicalPath', 'toString', 'getRealPath'].includes(name)) return 'String';
  const object = field(node, 'object')?.text ?? '';
  return pathMakers.has(name) && (name.length > 3 || object === 'Path' || object === 'Paths') && !(name === 'getPath' && valueType(field(node, 'object') ?? undefined) === 'File') ? 'Path' : '';
}

const isFile = (node: JavaNode | undefined): boolean => valueType(node) === 'File';
const isFileOrName = (node: JavaNode | undefined): boolean => isFile(node) || valueType(node) === 'String' || stringValue(node) !== undefined || isTextSum(node);

function isTextSum(node: JavaNode | undefined): boolean {
  return node?.type === 'binary_expression' && named(node).some((part) => valueType(part) === 'String' || isTextSum(part));
}

function isStream(node: JavaNode | undefined): boolean {
  const type = valueType(node);
  return /(?:Stream|Writer|Builder|Channel|Buffer)$/.test(type) || (type === '' && /(?:stream|writer|^(?:out|os|bos|baos)$|getOutputStream\(\))$/i.test(node?.text ?? ''));
}

function opensForWriting(cx: FileContext, creation: JavaNode, type: string): boolean {
  const [target, mode] = args(creation);
  if (!target) return false;
  if (isType(cx, creation, type, 'java.io.RandomAccessFile')) return stringValue(mode)?.includes('w') ?? false;
  // PrintWriter and PrintStream wrap streams far more often than they open files.
  if (isType(cx, creation, type, 'java.io.PrintWriter', 'java.io.PrintStream')) return isFileOrName(target);
  // A text is the address of a document, and mostly no file at all.
  if (isType(cx, creation, type, 'javax.xml.transform.stream.StreamResult')) return isFile(target);
  // A file descriptor is the process's own standard stream.
  return !/^FileDescriptor\.|\.getFD\(\)$/.test(target.text) && valueType(target) !== 'FileDescriptor';
}

/** `new FileOutputStream(target)` and its kin. */
export function creationSink(cx: FileContext, creation: JavaNode): Sink | undefined {
  const typeNode = field(creation, 'type');
  const type = bareType(typeNode);
  if (!typeNode || !isType(cx, creation, type, ...writers) || !opensForWriting(cx, creation, type)) return undefined;
  const [target] = args(creation);
  return target && { token: typeNode, call: creation, target, content: undefined, upload: false, weak: false };
}

const multipartTypes = /^(?:Commons)?MultipartFile$|^Part$|^FileItem$|^DiskFileItem$|^FilePart$|^FormFile$|^UploadedFile$/;

/** Whether an expression is an uploaded file as the web frameworks hand it over. */
export function isUploadType(type: string): boolean {
  return multipartTypes.test(simpleName(type));
}

/** Extension functions of `kotlin.io` and `kotlin.io.path` that write the file they are called on. */
const extensionMethods: ReadonlySet<string> = new Set(['writeText', 'writeBytes', 'appendText', 'appendBytes', 'writeLines', 'outputStream', 'bufferedWriter', 'printWriter', 'writer']);

function extensionSink(call: JavaNode, name: JavaNode, object: JavaNode): Sink | undefined {
  const [first] = args(call);
  if (/^copy(?:To|Recursively)$/.test(name.text)) return first && isFile(object) && !isStream(first) ? { token: name, call, target: first, content: object, upload: false, weak: false } : undefined;
  if (!extensionMethods.has(name.text) || (!isFile(object) && valueType(object) !== 'Path')) return undefined;
  return { token: name, call, target: object, content: /^(?:write|append)/.test(name.text) ? first : undefined, upload: false, weak: false };
}

const instanceMethods: ReadonlySet<string> = new Set(['transferTo', 'write', 'renameTo', 'createNewFile', 'getOutputStream', 'save', 'toFile', 'writeValue']);

/** `multipartFile.transferTo(file)`, `part.write(name)`, `file.renameTo(other)`, `file.createNewFile()`. */
function instanceSink(call: JavaNode, name: JavaNode, object: JavaNode): Sink | undefined {
  const [first] = args(call);
  if (!instanceMethods.has(name.text)) return undefined; // Types are costly to tell, and most calls are others.
  const upload = isUploadType(valueType(object));
  const sink = (target: JavaNode, weak = false): Sink => ({ token: name, call, target, content: object, upload, weak });
  switch (name.text) {
    case 'transferTo':
      return first && !isStream(first) && (upload || isFile(first) || valueType(first) === 'Path') ? { ...sink(first), upload: true } : undefined;
    case 'write':
      return first && upload ? sink(first) : undefined;
    case 'renameTo':
      return first && isFile(object) ? sink(first, true) : undefined;
    case 'createNewFile':
      return !first && isFile(object) ? { ...sink(object, true), content: undefined } : undefined;
    case 'getOutputStream': { // new FileSystemResource(path).getOutputStream()
      const made = object.type === 'object_creation_expression' ? object : declarationOf(object)?.value;
      const path = made?.type === 'object_creation_expression' && valueType(made) === 'FileSystemResource' ? args(made)[0] : undefined;
      return path && { ...sink(path), content: undefined };
    }
    case 'save': // PDFBox takes a file, a file name or a stream
      return first && valueType(object) === 'PDDocument' && isFileOrName(first) ? sink(first) : undefined;
    case 'toFile':
      return first && /^Thumbnails\s*\./.test(object.text) ? sink(first) : undefined;
    case 'writeValue':
      return first && isFile(first) && /Mapper$|^ObjectWriter$/.test(valueType(object)) ? { ...sink(first), content: undefined } : undefined;
    default:
      return undefined;
  }
}

function staticSink(cx: FileContext, call: JavaNode, name: JavaNode, owner: string): Sink | undefined {
  for (const { owner: owners, methods } of statics) {
    const places = methods[name.text];
    if (!places || !isType(cx, call, owner, ...owners)) continue;
    const passed = args(call);
    const target = passed[places[0]];
    const content = places[1] === undefined ? undefined : passed[places[1]];
    // `copy(path, stream)`, `copy(in, out)` and `write(image, format, stream)` put nothing on the disk here.
    if (!target || isStream(target) || (places[0] > 0 && !isPathLike(target) && !isFileOrName(target))) return undefined;
    return { token: name, call, target, content, upload: false, weak: name.text === 'createFile' };
  }
  return undefined;
}

function isPathLike(node: JavaNode): boolean {
  const type = valueType(node);
  return type === 'File' || type === 'Path' || (type === '' && (node.type === 'method_invocation' || node.type === 'identifier' || node.type === 'field_access'));
}

function channelSink(cx: FileContext, call: JavaNode, name: JavaNode, owner: string): Sink | undefined {
  const [target, ...options] = args(call);
  const opens = channelOpeners.some(([type, method]) => method === name.text && isType(cx, call, owner, type));
  return opens && target && options.some((option) => /\b(?:WRITE|APPEND|CREATE|CREATE_NEW|TRUNCATE_EXISTING)\b/.test(option.text))
    ? { token: name, call, target, content: undefined, upload: false, weak: false } : undefined;
}

/** A method call that writes, or `undefined`. */
export function callSink(cx: FileContext, call: JavaNode): Sink | undefined {
  const name = field(call, 'name');
  const object = field(call, 'object');
  if (!name || !object) return undefined;
  return staticSink(cx, call, name, object.text) ?? channelSink(cx, call, name, object.text) ?? instanceSink(call, name, object) ?? extensionSink(call, name, object);
}
