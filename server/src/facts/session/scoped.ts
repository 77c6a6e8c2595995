import type { Needles } from '../../contract/rule.js';
import { annotations, type JavaNode } from '../../syntax/java/ask.js';

const scopes = ['SessionScope', 'SessionScoped', 'ConversationScoped'];

/** Words that a file holds whose classes {@link livesInSession}. */
export const sessionScopeNeedles: Needles = [...scopes.map((name) => [name]), ['Scope', /@Scope\([^)]*(?:session|SCOPE_SESSION)/]];

/** Whether the container keeps objects of a class in the HTTP session. */
export function livesInSession(type: JavaNode): boolean {
  return type.parent?.type === 'program' && annotations(type).some((found) => scopes.includes(found.name) || (found.name === 'Scope' && /"session"|SCOPE_SESSION/.test(found.node.text)));
}
