import type { XmlElement } from '../../../contract/nodes.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { attribute, child, children, childText, rootOf } from '../../../syntax/xml/ask.js';

const cause = 'session-bean';

/** Spring's `<bean scope="session">`. */
function bean(element: XmlElement, cx: RuleFileContext): void {
  const scope = attribute(element, 'scope');
  if (!scope || !/^(?:session|globalSession)$/.test(scope.value)) return;
  const type = attribute(element, 'class')?.value;
  const name = attribute(element, 'id')?.value ?? attribute(element, 'name')?.value ?? type ?? '';
  cx.report({ at: { start: scope.start, end: scope.end }, say: 'bean', args: { bean: name }, cause });
}

/** JSF 1 and 2: `<managed-bean-scope>` of faces-config.xml. */
function managedBean(element: XmlElement, cx: RuleFileContext): void {
  if (element.text !== 'session' || !element.textSpan || element.parent?.local !== 'managed-bean') return;
  cx.report({ at: element.textSpan, say: 'bean', args: { bean: childText(element.parent, 'managed-bean-name') ?? '' }, cause });
}

/** Struts 1 keeps the form of an action in the session unless told otherwise: one finding tells of all of a file. */
function strutsForms(mappings: XmlElement, cx: RuleFileContext): void {
  if (rootOf(mappings).local !== 'struts-config') return;
  const kept = children(mappings, 'action').filter((action) => attribute(action, 'name') && (attribute(action, 'scope')?.value ?? 'session') === 'session');
  const places = kept.map((action) => ({ action, at: attribute(action, 'scope') ?? attribute(action, 'name') ?? action.nameSpan }));
  const [first, ...others] = places;
  if (!first) return;
  const argsOf = (action: XmlElement): Record<string, string> => ({ bean: attribute(action, 'name')?.value ?? '' });
  cx.report({
    at: { start: first.at.start, end: first.at.end }, say: 'form', args: argsOf(first.action), cause,
    also: others.slice(0, 20).map(({ action, at }) => ({ at: { start: at.start, end: at.end }, say: 'form', args: argsOf(action) })),
  });
}

const stateParameter = /^(?:javax|jakarta)\.faces\.STATE_SAVING_METHOD$/;

/** JSF keeps the state of each page in the session, unless it is told to send it to the browser. */
function facesState(webApp: XmlElement, cx: RuleFileContext): void {
  if (webApp.parent) return;
  const parameter = children(webApp, 'context-param').find((each) => stateParameter.test(childText(each, 'param-name') ?? ''));
  const value = parameter && child(parameter, 'param-value');
  if (parameter && value?.textSpan) {
    if (!/^client$/i.test(value.text)) cx.report({ at: value.textSpan, say: 'faces', cause });
    return;
  }
  const servlet = children(webApp, 'servlet').map((each) => child(each, 'servlet-class')).find((type) => /^(?:javax|jakarta)\.faces\.webapp\.FacesServlet$/.test(type?.text ?? ''));
  if (servlet?.textSpan) cx.report({ at: servlet.textSpan, say: 'facesDefault', cause });
}

/** Spring Web Flow keeps running flows in the session. */
function flows(executor: XmlElement, cx: RuleFileContext): void {
  const prefix = executor.name.includes(':') ? executor.name.slice(0, executor.name.indexOf(':')) : '';
  const space = rootOf(executor).attributes.find(({ name }) => name === (prefix === '' ? 'xmlns' : `xmlns:${prefix}`));
  if (space?.value.includes('webflow')) cx.report({ at: executor.nameSpan, say: 'flow', cause });
}

/** Beans, forms, flows and pages whose state the configuration puts into the session. */
export const xmlBean = ruleMatcher({
  language: 'xml',
  needles: [[/scope\s*=\s*["'](?:session|globalSession)["']/], ['managed-bean-scope'], ['struts-config', 'action-mappings'], ['faces.webapp.FacesServlet'], ['faces.STATE_SAVING_METHOD'], ['flow-executor']],
  on: { bean, 'managed-bean-scope': managedBean, 'action-mappings': strutsForms, 'web-app': facesState, 'flow-executor': flows },
});
