import { args, enclosingCallable, field, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import type { Origin } from '../../../syntax/java/file-origin.js';
import type { Sink } from '../../../syntax/java/file-sinks.js';
import { calledMethod } from '../../../syntax/java/trace.js';
import { namesOf } from './java-scratch.js';

/** Classes that make a temporary file and leave it to whoever asked for it. */
const libraries = /^(?:[a-z]\w*\.)*(?:File|Files|FileUtils?|TempFile)$/;
/** Methods of the class followed to the call that makes the file. */
const depthLimit = 2;

function makerBehind(call: JavaNode, depth = depthLimit): JavaNode {
  const own = depth > 0 ? calledMethod(call) : undefined;
  const inner = own && descendants(own, 'method_invocation').find((each) => /^createTemp/.test(nameOf(each)));
  return inner ? makerBehind(inner, depth - 1) : call;
}

/** `context.createTempFile(session, "chart", ".png", true)`: the application's own way to such files, which may as well see to their end. */
export function isMadeByApplication({ at }: Origin): boolean {
  const object = at?.type === 'method_invocation' ? field(makerBehind(at), 'object') : undefined;
  return object !== undefined && !libraries.test(object.text);
}

/** What a chain of calls is about: `status` in `status.setMessage(…).setPath(…)`. */
function subjectOf(call: JavaNode): string {
  let at: JavaNode | undefined = call;
  while (at?.type === 'method_invocation') at = field(at, 'object');
  return at?.text ?? '';
}

/** Whether the session keeps the file's name, by itself or in an object that was told it: a later request asks for the file. */
export function isToldToSession(sink: Sink, origin: Origin): boolean {
  const callable = enclosingCallable(sink.call);
  if (!callable) return false;
  const names = new Set(origin.locals.filter((local) => local.callable.id === callable.id).flatMap(({ name }) => [...namesOf(callable, name)]));
  const tells = (node: JavaNode | undefined): boolean => node !== undefined && (names.has(node.text) || descendants(node, 'identifier').some(({ text }) => names.has(text)));
  const calls = descendants(callable, 'method_invocation');
  const holders = new Set(calls.filter((call) => /^set(?=[A-Z])/.test(nameOf(call)) && tells(args(call)[0])).map(subjectOf));
  return calls.some((call) => {
    const [, kept] = args(call);
    return /^(?:setAttribute|putValue)$/.test(nameOf(call)) && /session/i.test(field(call, 'object')?.text ?? '') && (tells(kept) || holders.has(kept?.text ?? ''));
  });
}
