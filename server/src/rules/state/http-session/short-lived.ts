import { args, bareType, enclosing, enclosingCallable, enclosingType, field, named, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants, identifiersNamed } from '../../../syntax/java/descendants.js';
import type { SessionWrite } from '../../../syntax/java/sessions.js';

/** Whether the block that stores something removes it again further down, and does not return in between. */
function isTakenBack(call: JavaNode, removal: JavaNode): boolean {
  const next = following(enclosing(call, 'expression_statement'));
  const at = next.findIndex(({ id }) => id === removal.parent?.id);
  return at >= 0 && next.slice(0, at).every((statement) => descendants(statement, 'return_statement').length === 0);
}

/** `requestInitialized` sets it and `requestDestroyed` removes it, or a filter does so itself: handed on inside one request, which later ones do not see. */
export function endsWithRequest(call: JavaNode, { name }: SessionWrite): boolean {
  const type = enclosingType(call);
  const callable = enclosingCallable(call);
  if (!type || !callable || !name) return false;
  return identifiersNamed(type, 'removeAttribute').some(({ parent: other }) => {
    if (other?.type !== 'method_invocation' || nameOf(other) !== 'removeAttribute' || args(other)[0]?.text !== name.text || field(other, 'object')?.text !== field(call, 'object')?.text) return false;
    const around = enclosingCallable(other);
    if (around?.id === callable.id) return enclosing(other, 'finally_clause') !== undefined || isTakenBack(call, other);
    return /^(?:requestDestroyed|afterCompletion)$/.test(around ? nameOf(around) : '') && /^(?:requestInitialized|preHandle)$/.test(nameOf(callable));
  });
}

const endings = /^(?:sessionDestroyed|sessionWillPassivate)$/;
const endingEvents = /Session(?:Destroyed|Expired|Invalidated)Event$/;

/** What stands behind a statement in its block. */
function following(statement: JavaNode | undefined): readonly JavaNode[] {
  const siblings = statement?.parent ? named(statement.parent) : [];
  return siblings.slice(siblings.findIndex(({ id }) => id === statement?.id) + 1);
}

/** Whether a session is being destroyed as something is stored in it, as a mark against doing so twice: no request sees it any more. */
export function endsWithSession(call: JavaNode): boolean {
  const callable = enclosingCallable(call);
  if (!callable) return false;
  const parameters = named(field(callable, 'parameters') ?? callable).filter(({ type }) => type === 'formal_parameter');
  if (endings.test(nameOf(callable)) || parameters.some((parameter) => endingEvents.test(bareType(field(parameter, 'type'))))) return true;
  const session = field(call, 'object')?.text;
  return following(enclosing(call, 'expression_statement')).some((next) => next.type === 'expression_statement' && next.text === `${session ?? ''}.invalidate();`);
}
