import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, annotations, field, fieldsOf, isType, modifiers, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';

const stateful = ['javax.ejb.Stateful', 'jakarta.ejb.Stateful'];

/** What the container puts into a field is no state of the client. */
const injected = ['EJB', 'Inject', 'Resource', 'PersistenceContext', 'PersistenceUnit', 'WebServiceRef', 'Autowired', 'In', 'Logger'];
/** Types that hold nothing which changes, when the field is final. */
const constant = /^(?:int|long|short|byte|char|double|float|boolean|String|Log|Logger|[A-Z]\w*Logger)$/;

/** Whether the class itself keeps something between two calls; an inherited field cannot be seen and counts. */
function keepsState(type: JavaNode): boolean {
  if (field(type, 'superclass')) return true;
  return fieldsOf(type).some(({ declaration, type: written }) => {
    const keywords = modifiers(declaration);
    return !keywords.has('static') && !(keywords.has('final') && constant.test(written)) && !annotation(declaration, ...injected);
  });
}

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
