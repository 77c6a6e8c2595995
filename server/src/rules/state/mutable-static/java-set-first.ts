import { annotation, enclosing, field, methodsOf, modifiers, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import type { Kept } from '../../../syntax/java/kept.js';
import { usesOf } from './java-scratch.js';

/** The assignment that a use is the target of, when it stands as a statement and takes no account of what was there. */
function settingOf(use: JavaNode): JavaNode | undefined {
  const target = use.parent?.type === 'field_access' ? use.parent : use;
  const assignment = target.parent;
  const isPlain = assignment?.type === 'assignment_expression' && field(assignment, 'left')?.id === target.id && field(assignment, 'operator')?.text === '=';
  return isPlain && assignment.parent?.type === 'expression_statement' ? assignment : undefined;
}

/** What is only told to the log decides nothing. */
function isLogged(use: JavaNode): boolean {
  const call = enclosing(use, 'expression_statement')?.firstNamedChild;
  return call?.type === 'method_invocation' && /^(?:trace|debug|info|warn|error|println)$/.test(nameOf(call)) && /^(?:\w*log(?:ger)?|System\.(?:out|err))$/i.test(field(call, 'object')?.text ?? '');
}

/** The block with which an expression statement is carried out: what `try` and `synchronized` begin with belongs to the block around them. */
function blockOf(expression: JavaNode): JavaNode | undefined {
  let block = expression.parent?.parent;
  while (block?.parent && /^(?:try|try_with_resources|synchronized)_statement$/.test(block.parent.type)) block = block.parent.parent;
  return block ?? undefined;
}

/** Whether a statement is carried out before a place whenever the place is: it stands before it in a block around it. */
function comesBefore(assignment: JavaNode, place: JavaNode): boolean {
  const block = blockOf(assignment);
  return block !== undefined && assignment.endIndex <= place.startIndex && block.startIndex <= place.startIndex && block.endIndex >= place.endIndex;
}

function isOwnCall(call: JavaNode): boolean {
  return ['this', undefined].includes(field(call, 'object')?.text);
}

/** The own methods that a call may mean: those of its name. */
function calledBy(type: JavaNode, call: JavaNode): readonly JavaNode[] {
  return isOwnCall(call) ? methodsOf(type).filter((method) => nameOf(method) === nameOf(call)) : [];
}

/** Whether a method comes to a statement whatever happens: it stands in its body, and nothing returns before it. */
function isAlwaysReached(method: JavaNode, statement: JavaNode): boolean {
  const body = field(method, 'body');
  const isAtEnd = body !== undefined && descendants(body, 'return_statement').every((end) => end.startIndex > statement.startIndex);
  return isAtEnd && blockOf(statement)?.id === body.id;
}

/** Settings, and statements that call methods of the class which set the field whatever happens: `init(request);`. */
function withCalls(type: JavaNode, settings: readonly JavaNode[]): readonly JavaNode[] {
  const all = [...settings];
  const calls = descendants(type, 'method_invocation').filter((call) => isOwnCall(call) && call.parent?.type === 'expression_statement');
  const sets = (method: JavaNode): boolean => all.some((each) => each.startIndex >= method.startIndex && each.endIndex <= method.endIndex && isAlwaysReached(method, each));
  for (let known = -1; known < all.length;) {
    known = all.length;
    for (const call of calls) {
      const called = calledBy(type, call);
      if (!all.includes(call) && called.length > 0 && called.every(sets)) all.push(call);
    }
  }
  return all;
}

/** Whether only the class itself gets at the field: others are handed a container's stand-in of such a bean, which has no fields. */
function isOwn({ declared, type }: Kept): boolean {
  const visible = modifiers(declared.declaration);
  return visible.has('private') || (!visible.has('public') && !visible.has('protected') && !visible.has('static') && annotation(type, 'Stateless', 'Singleton', 'ApplicationScoped') !== undefined);
}

/**
 * Whether whatever others may call sets the field before it looks at it, in its own code and in the private methods that it calls:
 * requests may disturb each other, in one process as in two, but none finds what an earlier one has left.
 */
export function isSetFirst(kept: Kept): boolean {
  const { declared, type } = kept;
  // Nothing else can be put in the place of what a constant holds.
  if (modifiers(declared.declaration).has('final') || !isOwn(kept) || [type, declared.declaration].some((node) => annotation(node, 'Getter') ?? annotation(node, 'Data'))) return false;
  const uses = usesOf(kept);
  const settings = uses.flatMap((use) => settingOf(use) ?? []);
  const reads = uses.filter((use) => settingOf(use) === undefined && !isLogged(use));
  if (settings.length === 0 || reads.length === 0) return false;
  const all = withCalls(type, settings);
  const known = new Map<number, boolean>();
  /** Whether a method may look at what was there before it was called. */
  const isOpen = (method: JavaNode): boolean => {
    const answer = known.get(method.id);
    if (answer !== undefined) return answer;
    // A method that calls itself has been asked already.
    known.set(method.id, false);
    const isInside = (node: JavaNode): boolean => node.startIndex >= method.startIndex && node.endIndex <= method.endIndex;
    const own = all.filter(isInside);
    const isFree = (place: JavaNode): boolean => !own.some((setting) => comesBefore(setting, place));
    const found = reads.some((read) => isInside(read) && isFree(read))
      || descendants(method, 'method_invocation').some((call) => isOwnCall(call) && isFree(call) && methodsOf(type).some((called) => called.id !== method.id && nameOf(called) === nameOf(call) && isOpen(called)));
    known.set(method.id, found);
    return found;
  };
  const methods = methodsOf(type);
  const isInMethod = (read: JavaNode): boolean => methods.some((method) => read.startIndex >= method.startIndex && read.endIndex <= method.endIndex);
  return reads.every(isInMethod) && methods.every((method) => modifiers(method).has('private') || !isOpen(method));
}
