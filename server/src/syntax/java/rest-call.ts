import { nameOf, type JavaNode } from './ask.js';

const asking = /^(?:get|head|options)$/;
const changing = /^(?:post|put|delete|patch|method)$/;

/** The last call of a chain: `target.request().header(…).get()`. */
function lastOf(call: JavaNode): JavaNode {
  let at = call;
  while (at.parent?.type === 'method_invocation' && at.parent.childForFieldName('object')?.id === at.id) at = at.parent;
  return at;
}

/**
 * What a chain of the JAX-RS client does, by the verb at its end: `reads` asks a server elsewhere, `shared` changes something there, a
 * `step` only prepares such a call. `undefined` when the receiver, of type `role`, begins no such chain.
 */
export function restCall(call: JavaNode, role: string): 'reads' | 'shared' | 'step' | undefined {
  if (role !== 'WebTarget' && !(/Client$/.test(role) && nameOf(call) === 'target')) return undefined;
  const verb = nameOf(lastOf(call));
  return asking.test(verb) ? 'reads' : changing.test(verb) ? 'shared' : 'step';
}
