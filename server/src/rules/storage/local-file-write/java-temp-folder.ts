import { args, enclosing, enclosingCallable, enclosingType, field, methodsOf, modifiers, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import type { Origin } from '../../../syntax/java/file-origin.js';
import type { Sink } from '../../../syntax/java/file-sinks.js';
import { bodiesOf } from '../../../syntax/java/own-memory.js';

const making = /^createTemp(?:Dir|Directory|Folder)$/;
const removing = /^(?:delete|deleteQuietly|deleteDirectory|deleteRecursively|forceDelete)$/;

/** Whether a method makes a temporary folder and removes it again, however the work in between ends. */
function bringsFolder(method: JavaNode): boolean {
  const folders = descendants(method, 'variable_declarator').filter((declared) => {
    const value = field(declared, 'value');
    return value !== undefined && descendants(value, 'method_invocation').some((call) => making.test(nameOf(call)));
  }).map(nameOf);
  return descendants(method, 'method_invocation').some((call) => removing.test(nameOf(call)) && enclosing(call, 'finally_clause') !== undefined
    && [field(call, 'object'), ...args(call)].some((passed) => passed !== undefined && folders.some((name) => passed.text === name || passed.text.startsWith(`${name}.`))));
}

/**
 * Whether a private method writes a file of which only its callers know, and all of these work in a temporary folder that they remove:
 * the file is one of those that lie there.
 */
export function isInBroughtFolder({ call }: Sink, { kind }: Origin): boolean {
  const callable = enclosingCallable(call);
  const type = enclosingType(call);
  if (kind !== 'unknown' || !type || callable?.type !== 'method_declaration' || !modifiers(callable).has('private')) return false;
  const open = methodsOf(type).filter((method) => !modifiers(method).has('private') && bodiesOf(method).some(({ id }) => id === callable.id));
  return open.length > 0 && open.every(bringsFolder);
}
