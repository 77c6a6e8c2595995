import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, calledName, enclosingClass, isCommandLine, parentsOf, type PhpNode } from '../../../syntax/php/ask.js';
import { literalText } from '../../../syntax/php/value.js';
import { below, field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** Further places that a finding points to. */
const shown = 12;

/** The key that is written in `$_SESSION['cart'][] = …`: the outermost one; '' when it is computed. */
function attributeOf(left: PhpNode): string | undefined {
  let at = left;
  while (at.type === 'subscript_expression' && named(at)[0]?.type === 'subscript_expression') at = named(at)[0] ?? at;
  const [array, key] = named(at);
  if (at.type !== 'subscript_expression' || array?.text !== '$_SESSION') return undefined;
  return literalText(key) ?? '';
}

interface Write {
  readonly at: PhpNode;
  readonly attribute: string;
}

function writesIn(root: PhpNode): readonly Write[] {
  return below(root, 'assignment_expression', 'augmented_assignment_expression').flatMap((assignment) => {
    const left = field(assignment, 'left');
    const attribute = left && attributeOf(left);
    return left && attribute !== undefined ? [{ at: left, attribute }] : [];
  });
}

/** Code of a session store itself, which is where sessions leave the process. */
function isStore(cx: RuleFileContext, node: PhpNode): boolean {
  const type = enclosingClass(node);
  return type !== undefined && parentsOf(cx, type).some((parent) => /SessionHandler(?:Interface)?$/.test(parent));
}

function check(root: PhpNode, cx: RuleFileContext): void {
  if (isCommandLine(cx, root)) return;
  const starts = below(root, 'function_call_expression').filter((call) => calledName(call) === 'session_start' && !isReadOnly(call));
  const writes = writesIn(root).filter((write) => !isStore(cx, write.at));
  const also = writes.slice(0, shown).map((write) => ({ at: span(write.at), say: 'phpWrite', args: { attribute: write.attribute } }));
  const [start] = starts;
  const callee = start && field(start, 'function');
  if (start && callee && !isStore(cx, start)) {
    cx.report({ at: span(callee), say: 'phpSession', cause: 'php-session', also });
    return;
  }
  const [first] = writes;
  if (!first) return;
  cx.report({
    at: span(first.at), say: first.attribute === '' ? 'phpDynamic' : 'phpAttribute', args: { attribute: first.attribute }, severity: 'warning', cause: 'php-session', also: also.slice(1),
  });
}

/** `session_start(['read_and_close' => true])` writes nothing. */
function isReadOnly(call: PhpNode): boolean {
  return /['"]read_and_close['"]\s*=>\s*true/.test(args(call)[0]?.text ?? '');
}

/** Sessions by PHP's own functions. */
export const phpSession = ruleMatcher({
  language: 'php',
  needles: [['session_start'], ['_SESSION', /\$_SESSION\s*\[[^\n=]*\]\s*[.+-]?=(?!=)/]],
  on: { program: check },
});
