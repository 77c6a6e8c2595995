import { args, declarationOf, enclosing, field, named, nameOf, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import type { SessionWrite } from '../../../syntax/java/sessions.js';

/** Values that no one can change behind the session's back, as one can a list of goods. */
const unchanging = /^(?:String|Boolean|Integer|Long|Short|Double|BigDecimal|boolean|int|long|Locale|TimeZone|ZoneId)$/;
/** Calls that look something up, as their names say; what is made anew or by chance comes out different. */
const finding = /^(?:get|find|load|resolve|compute|calculate|lookup|lookUp|determine|read|select|is|has|query|fetch|count|detect)(?:[A-Z]\w*)?$/;
/** What a user has sent with this request may not come with the next one; times and chances are gone as well. */
const fleeting = /getParameter|getHeader|getQueryString|getReader|getInputStream|getPart|getCookies|getRequestUR|[rR]andom|[uU][uU][iI][dD]|[nN]once|[tT]oken|currentTimeMillis|nanoTime|\bnow\b|Date\b|Instant|[sS]equence|[nN]ext|[gG]enerate/;

/** Whether an expression gets what a write stores from the same session, possibly by way of a variable. */
function isRead(expression: JavaNode | undefined, write: JavaNode, depth = 0): boolean {
  switch (expression?.type) {
    case 'method_invocation':
      return /^(?:getAttribute|getValue)$/.test(nameOf(expression)) && args(expression)[0]?.text === args(write)[0]?.text && field(expression, 'object')?.text === field(write, 'object')?.text;
    case 'cast_expression':
      return isRead(field(expression, 'value'), write, depth);
    case 'parenthesized_expression':
      return isRead(named(expression)[0], write, depth);
    case 'identifier':
      return depth === 0 && isRead(declarationOf(expression)?.value, write, 1);
    default:
      return false;
  }
}

/** Whether a branch is taken only if the session does not hold yet what a call stores. */
function asksWhetherAbsent(branch: JavaNode, write: JavaNode): boolean {
  const condition = named(field(branch, 'condition') ?? branch)[0];
  if (condition?.type !== 'binary_expression' || condition.children.every((part) => part?.text !== '==')) return false;
  const [left, right] = [field(condition, 'left'), field(condition, 'right')];
  return (right?.type === 'null_literal' && isRead(left, write)) || (left?.type === 'null_literal' && isRead(right, write));
}

/** What a value is looked up by: its initial value, or all that a branch assigns to it. */
function sources(value: JavaNode, branch: JavaNode): readonly (JavaNode | undefined)[] {
  if (value.type !== 'identifier') return [value];
  const declared = declarationOf(value);
  const assigned = descendants(branch, 'assignment_expression').filter((assignment) => field(assignment, 'left')?.text === value.text).map((assignment) => field(assignment, 'right'));
  return assigned.length > 0 ? assigned : [declared?.value];
}

function isLookedUp(source: JavaNode | undefined): boolean {
  return source?.type === 'method_invocation' && finding.test(nameOf(source)) && !fleeting.test(source.text) && args(source).every((passed) => /_literal$|^(?:true|false)$/.test(passed.type) || declarationOf(passed)?.kind === 'field');
}

/**
 * Whether a value is stored only where the session holds none yet, and is looked up without anything that a user has sent:
 * a replica that does not find it looks it up once more, and it comes out the same.
 */
export function isFoundAgain(call: JavaNode, { value }: SessionWrite): boolean {
  const branch = enclosing(call, 'if_statement');
  if (!value || !branch || !unchanging.test(typeOf(value)) || !asksWhetherAbsent(branch, call)) return false;
  const taken = field(branch, 'consequence');
  if (!taken || call.startIndex < taken.startIndex || call.endIndex > taken.endIndex) return false;
  return sources(value, branch).every(isLookedUp);
}
