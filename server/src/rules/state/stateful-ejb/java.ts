import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, annotations, field, isType, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';
import { keepsState } from '../../../syntax/java/own-state.js';

const stateful = ['javax.ejb.Stateful', 'jakarta.ejb.Stateful'];

function report(node: JavaNode, cx: RuleFileContext): void {
  const written = field(node, 'name');
  const type = node.parent?.parent;
  if (!written || type?.type !== 'class_declaration' || !isType(cx, node, written.text, ...stateful)) return;
  // A bean of one request is gone with it.
  if (annotation(type, 'RequestScoped', 'RequestScope')) return;
  // Replicated by the cluster of the server, or nothing to lose: only the reference still leads to one server.
  const less = annotations(type).some(({ name }) => name === 'Clustered') || !keepsState(type);
  cx.report({ at: span(written), say: keepsState(type) ? 'state' : 'bound', severity: less ? 'warning' : 'error', args: { bean: nameOf(type) }, cause: 'stateful' });
}

/** Stateful session beans by annotation, in both namespaces. */
export const javaStateful = ruleMatcher({
  language: 'java',
  needles: [['Stateful', /\b(?:javax|jakarta)\.ejb\b/]],
  on: { annotation: report, marker_annotation: report },
});
