import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, assignedValue, calleeOf, isAside, packageVariables, type GoNode } from '../../../syntax/go/ask.js';
import { field, span } from '../../../syntax/tree-sitter/nodes.js';

const numbered = /(?:id|no|num|number|seq|sequence|counter|serial|order|invoice|ticket)$/i;
/** Numbers that only tell parts of one process apart. */
const ownNumbers = /req|trace|span|conn|client|worker|gorout|session|socket|log|sub|msg|message|metric|retry|test|stream|listener|watch|task|debug|call|timer|event/i;

/** `atomic.AddInt64(&lastOrder, 1)` whose result is used. */
function onAdd(call: GoNode, cx: RuleFileContext): void {
  const [given, step] = args(call);
  const name = given?.type === 'unary_expression' ? (field(given, 'operand')?.text ?? '') : '';
  if (step?.text !== '1' || !numbered.test(name) || /^(?:id|no|num|number|seq|sequence|counter)$/i.test(name) || ownNumbers.test(`${name} ${cx.path}`) || call.parent?.type === 'expression_statement' || !packageVariables(call.tree.rootNode).has(name)) return;
  const token = field(call, 'function');
  if (token) cx.report({ at: span(token), say: 'numbers', args: { field: name, type: /^package (\w+)/m.exec(cx.text)?.[1] ?? '' }, severity: 'warning', confidence: 'medium' });
}

/** Numbers that a Go process hands out by itself, and id generators with a fixed number of the machine. */
export const goSequence = ruleMatcher({
  language: 'go', needles: [['snowflake', '.NewNode('], ['NewIdGeneratorOptions'], [/\batomic\.AddU?[iI]nt(?:32|64)\(&/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      if (!callee?.path || isAside(cx, call)) return;
      if (callee.path === 'sync/atomic' && /^AddU?[iI]nt(?:32|64)$/.test(callee.name)) return onAdd(call, cx);
      const generates = (/snowflake$/.test(callee.path) && callee.name === 'NewNode') || (/idgenerator|idgen/.test(callee.path) && callee.name === 'NewIdGeneratorOptions');
      const [number] = args(call);
      const value = number?.type === 'int_literal' ? number : number ? assignedValue(number) : undefined;
      if (generates && value?.type === 'int_literal') cx.report({ at: span(callee.token), say: 'worker', args: { numbers: value.text } });
    },
  },
});
