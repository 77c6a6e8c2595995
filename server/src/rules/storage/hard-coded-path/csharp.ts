import { ruleMatcher } from '../../../contract/rule.js';
import { callName, enclosing, enclosingMember, isString, plain, receiver, span, stringValue, createdType, field, nameOf, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { isCertainPath } from '../../../syntax/file-path.js';
import { machinePath, report } from './report.js';

const opening = /^(?:FileStream|StreamReader|StreamWriter|FileInfo|DirectoryInfo|PhysicalFileProvider|FileSystemWatcher|X509Certificate2)$/;
const placeName = /(?:dir|directory|path|folder|file|location|root)s?$/i;

/** Whether what takes the literal opens it, or names it as a place. */
function isUsed(literal: CsNode): boolean {
  const argument = literal.parent?.type === 'argument' ? literal.parent : undefined;
  const call = argument?.parent?.parent;
  if (call?.type === 'invocation_expression') return /(?:^|\.)(?:File|Directory|Path)$/.test(plain(receiver(call))) && !/^(?:GetExtension|GetFileName\w*|HasExtension)$/.test(callName(call)) || /^(?:SaveAs|LoadFrom|LoadFile|AddJsonFile|PersistKeysToFileSystem)$/.test(callName(call));
  if (call?.type === 'object_creation_expression') return opening.test(createdType(call));
  const holder = literal.parent;
  if (holder?.type === 'variable_declarator') return placeName.test(nameOf(holder));
  if (holder?.type === 'assignment_expression') return placeName.test(plain(field(holder, 'left')).split('.').at(-1) ?? '');
  return holder?.type === 'property_declaration' && placeName.test(nameOf(holder));
}

/** A program that is started: the image carries it or not, and nothing is kept there. */
const program = /\/s?bin\/[\w.+-]+$/;
const example = /(?:^|[a-z\d])(?:Test|Sample|Example|Dummy|Mock|Fake)(?=[A-Z]|$)/;

/** Whether a value only fills an object that shows what a real one looks like: `BuildTestPayload()` to try a connection out. */
function isExample(literal: CsNode): boolean {
  const member = enclosingMember(literal);
  return member !== undefined && example.test(nameOf(member)) && enclosing(literal, 'initializer_expression') !== undefined && literal.parent?.type === 'assignment_expression';
}

function check(literal: CsNode, cx: Parameters<typeof report>[0]): void {
  if (!isString(literal) || enclosing(literal, 'attribute') || literal.parent?.type === 'binary_expression' && literal.parent.child(1)?.text !== '+') return;
  const value = stringValue(literal) ?? '';
  const path = machinePath(value);
  if (!path || path.path.length < 3 || !isUsed(literal) || choice(literal).kind === 'development') return;
  if (path.kind === 'posix' && (!isCertainPath(path) || program.test(path.path))) return;
  if (isExample(literal)) return;
  // A place that is only asked for may be missing.
  const probed = /\b(?:File|Directory)\.Exists\(/.test(enclosing(literal, 'method_declaration', 'constructor_declaration')?.text ?? '');
  // A file of the system that may be missing tells what machine this is.
  if (probed && /^\/etc\/[^/]+$/.test(path.path)) return;
  report(cx, { at: span(literal), name: '', path, shown: value, severity: probed ? 'info' : undefined, data: { setting: '', profile: '', start: literal.startIndex, end: literal.endIndex, variable: '', filledBy: 'nobody' } });
}

/** Absolute paths in C# that are opened, or handed to what opens them. */
export const csharpPath = ruleMatcher({
  language: 'csharp',
  needles: [[/"(?:file:\/*)?[A-Za-z]:(?:\\|\/)/], [/@?"\\\\{1,2}[A-Za-z0-9]/], [/"\/(?:data|home|opt|usr|var|etc|mnt|srv|root|export|nas)\w*\//i]],
  on: { string_literal: check, verbatim_string_literal: check },
});
