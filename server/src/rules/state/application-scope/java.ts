import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, declarationOf, enclosingCallable, enclosingType, field, isType, named, nameOf, bareType, simpleName, span, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { readsData } from '../../../syntax/java/data-access.js';
import { below } from '../../../syntax/java/field-writes.js';
import { runsAtStart, supertypes } from '../../../syntax/java/lifecycle.js';
import { valuesBefore } from '../../../syntax/java/origin.js';
import { isPortletSession } from '../../../syntax/java/sessions.js';
import { isSingleton } from '../../../syntax/java/singletons.js';
import { trace } from '../../../syntax/java/trace.js';

const contexts = ['javax.servlet.ServletContext', 'jakarta.servlet.ServletContext'];

function isContext(cx: RuleFileContext, expression: JavaNode): boolean {
  if (expression.type === 'method_invocation') return nameOf(expression) === 'getServletContext';
  const declared = declarationOf(expression);
  if (!declared) return false;
  if (declared.type !== '') return isType(cx, expression, declared.type, ...contexts);
  return declared.value?.type === 'method_invocation' && nameOf(declared.value) === 'getServletContext';
}

/** The application's attributes as a map: JSF's `getApplicationMap()`, Struts 2's `ActionContext…getApplication()` and `ApplicationAware`. */
function isApplicationMap(expression: JavaNode): boolean {
  if (expression.type === 'method_invocation') {
    const name = nameOf(expression);
    return name === 'getApplicationMap' || (name === 'getApplication' && /\bActionContext\b|getInvocationContext/.test(field(expression, 'object')?.text ?? ''));
  }
  const declared = declarationOf(expression);
  if (declared?.kind === 'local' && declared.value?.type === 'method_invocation') return isApplicationMap(declared.value);
  const type = enclosingType(expression);
  return declared?.kind === 'field' && /Map$/.test(declared.type) && /application/i.test(declared.name) && type !== undefined && supertypes(type).includes('ApplicationAware');
}

/** Name and value that a call gives the application scope; `undefined` for other calls. */
function writeOf(cx: RuleFileContext, call: JavaNode): readonly [name: JavaNode, value: JavaNode] | undefined {
  const receiver = field(call, 'object');
  const [name, value, third, ...more] = args(call);
  if (!receiver || !name || !value || more.length > 0) return undefined;
  if (nameOf(call) === 'put') return !third && isApplicationMap(receiver) ? [name, value] : undefined;
  // A portlet's "application scope" is the part of the user's session that all portlets see.
  const written = third ? /(?:^|\.)APPLICATION_SCOPE$/.test(third.text) && !/\bPortletSession\./.test(third.text) && !isPortletSession(cx, receiver) : isContext(cx, receiver) && !isOwnContext(receiver);
  return written ? [name, value] : undefined;
}

/** Whether the code has made the context itself, as tools without a server do: no request ever asks it. */
function isOwnContext(receiver: JavaNode): boolean {
  const declared = receiver.type === 'identifier' ? declarationOf(receiver) : undefined;
  return declared?.kind === 'local' && declared.value?.type === 'object_creation_expression';
}

/** The container of the application's parts: each process starts its own, and none of it is data. */
function isContainer(value: JavaNode): boolean {
  return /(?:ApplicationContext|BeanFactory|^Injector)$/.test(typeOf(value));
}

/** What the deployment says: the same in every replica. */
const sameEverywhere = /\.(?:getContextPath|getRealPath|getServerInfo|getInitParameter|getServletContextName|getVirtualServerName|getProperty|getenv)\s*\(/;

/** Whether an argument is the context, or the servlet that stands in it. */
function isOfProcess(cx: RuleFileContext, passed: JavaNode): boolean {
  if (passed.type !== 'this') return isContext(cx, passed);
  const type = enclosingType(passed);
  return type !== undefined && supertypes(type).some((name) => /Servlet$/.test(name));
}

/** `new TagLibraries(context)`: what is built around the context or its servlet serves this process, whatever the others have; what it takes from a request is data. */
function isBuiltAroundContext(cx: RuleFileContext, value: JavaNode): boolean {
  const declared = value.type === 'identifier' ? declarationOf(value) : undefined;
  const made = (declared?.kind === 'local' ? valuesBefore(declared, value) : [value]).filter((source) => source.type === 'object_creation_expression');
  return made.length > 0 && made.every((creation) => args(creation).some((passed) => isOfProcess(cx, passed)) && !/\b(?:req|request|session)\b/.test(creation.text));
}

/** A switch (`true`, `false`) is no constant: someone turns it. */
function isConstant(cx: RuleFileContext, value: JavaNode): boolean {
  if (isBuiltAroundContext(cx, value) || isContainer(value)) return true;
  if (/_literal$/.test(value.type) || value.type === 'this' || stringValue(value) !== undefined || sameEverywhere.test(value.text)) return true;
  return value.type === 'field_access' && /^[A-Z][A-Z0-9_]*$/.test(simpleName(value.text)) && !declarationOf(value);
}

/** A helper that is handed the context and no request is called by whoever starts the application. */
function setsUp(callable: JavaNode): boolean {
  const types = named(field(callable, 'parameters') ?? callable).map((parameter) => simpleName(bareType(field(parameter, 'type'))));
  return types.some((type) => /^(?:ServletContext(?:Event)?|ServletConfig|FilterConfig|WebApplicationContext|ConfigurableWebApplicationContext)$/.test(type)) && !types.some((type) => /Request|Session|PageContext|FacesContext/.test(type));
}

/** The process is about to end: what is set then is for its own last requests. */
function isEnding(call: JavaNode): boolean {
  for (let at = enclosingCallable(call); at; at = enclosingCallable(at)) if (/^(?:do)?(?:safe)?(?:restart|shutdown|stop|quit)/i.test(nameOf(at))) return true;
  return false;
}

function isStart(cx: RuleFileContext, call: JavaNode): boolean {
  const callable = enclosingCallable(call);
  const type = enclosingType(call);
  return runsAtStart(cx, call, type !== undefined && isSingleton(cx, type)) || (callable !== undefined && setsUp(callable));
}

/** What is counted or gathered: a number that grows from the attribute's old value, or a collection that is fetched and filled. */
function isGathered(cx: RuleFileContext, name: JavaNode, value: JavaNode): boolean {
  let read = false;
  let collected = false;
  trace(cx, value, (node) => {
    if (node.type === 'method_invocation' && /^get(?:Attribute)?$/.test(nameOf(node)) && args(node)[0]?.text === name.text) read = true;
    if (node.type === 'binary_expression' || node.type === 'update_expression') collected = true;
    if (node.type === 'object_creation_expression' && /(?:Map|List|Set|Vector|Hashtable|Queue|Deque|AtomicInteger|AtomicLong|LongAdder)$/.test(bareType(field(node, 'type')))) collected = true;
    return false;
  });
  return read && collected;
}

const maker = /^(?:\w+\.)*[A-Z]\w*\.\w+\(\)$|^new\s+[\w.]+\(\)$/;

/** Parts of the application and its configuration: what is made of them alone is alike in every process. */
const partTypes = /(?:API|Api|Config(?:uration)?|Properties|Settings|Context|Factory|Registry|Manager|Service)$/;

function isMadeOfParts(source: JavaNode): boolean {
  return source.type === 'object_creation_expression' && args(source).length > 0 && args(source).every((passed) => partTypes.test(simpleName(typeOf(passed))));
}

/** `if (map.get(KEY) == null) map.put(KEY, Validation.buildDefaultValidatorFactory())`: made from nothing, or of parts of the application, where it is absent: alike in every process; switches and collections change afterwards. */
function isMadeOnDemand(cx: RuleFileContext, name: JavaNode, value: JavaNode): boolean {
  const callable = enclosingCallable(name);
  const declared = value.type === 'identifier' ? declarationOf(value) : undefined;
  if (!callable || !below(callable, 'method_invocation').some((call) => /^get(?:Attribute)?$/.test(nameOf(call)) && args(call)[0]?.text === name.text && call.startIndex < name.startIndex)) return false;
  const sources = (declared?.kind === 'local' ? valuesBefore(declared, value) : [value]).filter((source) => source.type !== 'null_literal' && source.type !== 'cast_expression');
  return sources.length > 0 && sources.every((source) => (isMadeOfParts(source) || maker.test(source.text.replace(/\s/g, '').replace(/^new/, 'new '))) && !/(?:Map|List|Set|Vector|Hashtable|Queue|Deque)\(/.test(source.text) && !readsData(source, '', 1))
    && !isGathered(cx, name, value);
}

/** `context.setAttribute(request.getSession().getId(), "login")`: a note about one caller, kept under what tells callers apart, whatever the note says. */
function isAboutCaller(cx: RuleFileContext, name: JavaNode): boolean {
  let found = false;
  trace(cx, name, (node) => {
    if (node.type !== 'method_invocation') return false;
    if (/^(?:getRequestedSessionId|getRemoteUser|getParameter|changeSessionId)$/.test(nameOf(node)) || (nameOf(node) === 'getId' && /[sS]ession/.test(field(node, 'object')?.text ?? ''))) found = true;
    return true;
  });
  return found;
}

/** `context.setAttribute("rows", rows); dispatcher.forward(request, response);`: the page of this very request reads it, in this process. */
function isForPage(call: JavaNode): boolean {
  const callable = enclosingCallable(call);
  return callable !== undefined && below(callable, 'method_invocation').some((other) => ['forward', 'include'].includes(nameOf(other)) && args(other).length === 2 && other.startIndex > call.startIndex);
}

const sessionListeners = /^(?:HttpSessionListener|HttpSessionBindingListener|HttpSessionAttributeListener)$/;

function ofSessions(call: JavaNode): boolean {
  const type = enclosingType(call);
  return type !== undefined && supertypes(type).some((name) => sessionListeners.test(name));
}

function report(cx: RuleFileContext, call: JavaNode): void {
  const at = field(call, 'name');
  const write = at && writeOf(cx, call);
  // A context that hands the call on to another one stores nothing itself.
  if (!at || !write || nameOf(enclosingCallable(call) ?? call.tree.rootNode) === at.text) return;
  const [name, value] = write;
  if ((isConstant(cx, value) && !isAboutCaller(cx, name)) || typeOf(value) === 'ServletContext' || isStart(cx, call) || isEnding(call) || isForPage(call) || isMadeOnDemand(cx, name, value)) return;
  const gathered = isGathered(cx, name, value) || ofSessions(call);
  const attribute = stringValue(name) ?? name.text.replace(/\s+/g, ' ').slice(0, 60);
  cx.report({ at: span(at), say: gathered ? 'gathered' : 'attribute', severity: gathered ? 'error' : 'warning', confidence: gathered ? 'high' : 'medium', args: { attribute }, cause: 'application' });
}

/** Writes to the application scope while requests are served; what is set up at the start is the same everywhere. */
export const javaApplication = ruleMatcher({
  language: 'java',
  needles: [['setAttribute', 'ServletContext'], ['setAttribute', 'APPLICATION_SCOPE'], ['getApplicationMap'], ['ActionContext', 'getApplication'], ['ApplicationAware']],
  on: {
    method_invocation(call, cx) {
      if (['setAttribute', 'put'].includes(nameOf(call))) report(cx, call);
    },
  },
});
