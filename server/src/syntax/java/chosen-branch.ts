import { enclosing, enclosingCallable, field, modifiers, named, nameOf, stringValue, type JavaNode } from './ask.js';
import { callsNamed } from './field-writes.js';
import { comparedSetting, settingBehind, type Compared } from './setting-behind.js';

interface Once {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

/** Methods followed from a place to where its branch is chosen. */
const depthLimit = 2;

/** The comparison on which the whole condition rests. */
function comparedBy(cx: Once, condition: JavaNode): Compared | undefined {
  if (condition.type === 'parenthesized_expression') {
    const [inner] = named(condition);
    return inner && comparedBy(cx, inner);
  }
  return condition.type === 'method_invocation' ? comparedSetting(cx, condition) : undefined;
}

/** The `case` above a place in a `switch` over a setting. */
function ofCase(cx: Once, group: JavaNode): Compared | undefined {
  const asked = field(enclosing(group, 'switch_expression') ?? group, 'condition');
  const [selector] = asked ? named(asked) : [];
  const setting = selector && settingBehind(cx, selector);
  const labels = named(group).filter(({ type }) => type === 'switch_label').flatMap(named);
  const value = labels.length === 1 ? stringValue(labels[0]) : undefined;
  return setting === undefined || value === undefined ? undefined : { setting, value, ignoresCase: false };
}

/** The nearest branch around a place, within its method, that a setting chooses. */
function branchAround(cx: Once, place: JavaNode): Compared | undefined {
  const callable = enclosingCallable(place);
  for (let at = place; at.parent && at.id !== callable?.id; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'if_statement' && field(parent, 'consequence')?.id === at.id) {
      const condition = field(parent, 'condition');
      const compared = condition && comparedBy(cx, condition);
      if (compared) return compared;
    }
    const chosen = parent.type === 'switch_block_statement_group' || parent.type === 'switch_rule' ? ofCase(cx, parent) : undefined;
    if (chosen) return chosen;
  }
  return undefined;
}

/**
 * The setting, and its value, without which a place is never reached: `if ("hsql".equals(kind)) …` around the place itself or
 * around every call of the private method that holds it. `undefined` when other ways lead there, or no file of its own tells.
 */
export function chosenBy(cx: Once, place: JavaNode, depth = 0): Compared | undefined {
  const own = branchAround(cx, place);
  const callable = enclosingCallable(place);
  if (own || depth >= depthLimit || !callable || !modifiers(callable).has('private')) return own;
  const calls = callsNamed(cx, callable.tree.rootNode, nameOf(callable)).map((call) => chosenBy(cx, call, depth + 1));
  const [first] = calls;
  return first && calls.every((other) => other?.setting === first.setting && other.value === first.value) ? first : undefined;
}
