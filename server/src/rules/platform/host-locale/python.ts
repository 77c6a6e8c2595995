import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { calledName, enclosingClass, enclosingFunction, field, nameOf, named, positional, type PythonNode, span } from '../../../syntax/python/ask.js';
import { madeBy } from '../../../syntax/python/scope.js';
import { isCommandLine, isMainGuarded } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

const now = /^(?:datetime\.datetime\.now|datetime\.now|datetime\.datetime\.today|time\.localtime)$/;

/** `datetime.now().hour >= 18`: the hour of the host, compared with one that is written down. */
function check(node: PythonNode, cx: RuleFileContext): void {
  const name = field(node, 'attribute');
  const made = name && /^(?:hour|tm_hour)$/.test(name.text) ? madeBy(cx, field(node, 'object')) : undefined;
  const { parent } = node;
  // A zone that is handed over decides, whatever the host says.
  if (!name || !made || !now.test(calledName(cx, made)) || positional(made).length > 0 || (field(made, 'arguments')?.namedChildren.length ?? 0) > 0) return;
  if (parent?.type !== 'comparison_operator' || !named(parent).some((each) => each.type === 'integer')) return;
  if (isCommandLine(cx, node) || isMainGuarded(node) || isDevelopmentOnly(cx, node)) return;
  const place = nameOf(enclosingFunction(node)) || nameOf(enclosingClass(node)) || cx.path.replace(/^.*\//, '');
  cx.report({ at: span(name), say: 'cutoff', args: { name: place, via: `${calledName(cx, made).replace(/^datetime\.(?=datetime)/, '')}().${name.text}` }, cause: 'hour of the host', data: { dir: '', zone: false } });
}

/** Decisions of Python by the hour of the host. */
export const pythonHours = ruleMatcher({ language: 'python', needles: [[/\.(?:tm_)?hour\b/, /\b(?:now|today|localtime)\(\)/]], on: { attribute: check } });
