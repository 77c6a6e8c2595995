import { enclosingCallable, enclosingType, methodsOf, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { callsNamed } from '../../../syntax/java/field-writes.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';

interface Once {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

/** How many calls inside a realm are followed back. */
const steps = 4;

function isReachedByRights(cx: Once, realm: JavaNode, callable: JavaNode, depth: number): boolean {
  if (/AuthorizationInfo$/.test(nameOf(callable))) return true;
  const callers = depth === 0 ? [] : callsNamed(cx, realm, nameOf(callable)).flatMap((call) => enclosingCallable(call) ?? []).filter(({ id }) => id !== callable.id);
  return callers.some((caller) => isReachedByRights(cx, realm, caller, depth - 1));
}

/**
 * Whether a realm of Shiro stores something while it looks up what a user may do: each replica asks that for itself and stores it
 * again, so that only what is stored at login is missed.
 */
export function isStoredWithRights(cx: Once, call: JavaNode): boolean {
  const type = enclosingType(call);
  const callable = enclosingCallable(call);
  const isRealm = type !== undefined && (supertypes(type).some((name) => /Realm$/.test(name)) || methodsOf(type).some((method) => nameOf(method) === 'doGetAuthorizationInfo'));
  return isRealm && callable !== undefined && isReachedByRights(cx, type, callable, steps);
}
