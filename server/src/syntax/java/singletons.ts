import { annotation, annotations, bareType, field, fieldsOf, imports, isType, methodsOf, modifiers, named, nameOf, simpleName, type JavaNode } from './ask.js';
import { descendants } from './descendants.js';
import { beanName } from './field-needles.js';
import { supertypes } from './lifecycle.js';

interface Once {
  once<T>(key: object, compute: () => T): T;
}

const stereotypes = ['Service', 'Component', 'Controller', 'RestController', 'Repository', 'ControllerAdvice', 'RestControllerAdvice', 'Singleton', 'ApplicationScoped', 'Startup', 'WebServlet', 'WebFilter'];
const narrower = ['RequestScope', 'SessionScope', 'RequestScoped', 'SessionScoped', 'ViewScoped', 'ConversationScoped', 'Dependent', 'JobScope', 'StepScope', 'Stateful', 'Stateless', 'ServerEndpoint', 'FlowScoped', 'TransactionScoped', 'ThreadScope', 'WindowScoped', 'ClientWindowScoped', 'ViewAccessScoped', 'UIScope', 'ViewScope', 'RouteScope', 'VaadinSessionScope', 'Route'];

function hasNarrowScope(type: JavaNode): boolean {
  return annotations(type).some((found) => narrower.includes(found.name) || (found.name === 'Scope' && /prototype|request|session|thread|step|job/i.test(found.node.text)));
}

/** Whether the container makes one instance for all requests: Spring stereotypes, EJB and CDI singletons, servlets, filters. */
function containerSingleton(cx: Once, type: JavaNode): boolean {
  if (annotation(type, ...stereotypes)) return true;
  const parents = supertypes(type);
  if (parents.some((name) => /^(?:\w*HttpServlet|GenericServlet)$/.test(name))) return true;
  if (parents.includes('Filter') && isType(cx, type, 'Filter', 'javax.servlet.Filter', 'jakarta.servlet.Filter')) return true;
  if (parents.some((name) => name === 'HandlerInterceptor' || name === 'HandlerInterceptorAdapter' || name === 'OncePerRequestFilter')) return true;
  const struts = imports(cx, type).types.get('Action') === 'org.apache.struts.action.Action';
  return (struts && parents.includes('Action')) || parents.includes('DispatchAction');
}

/** `static X getInstance()` over a static field of the class's own type, or that field itself under such a name: one instance by the class's own will. */
export function hasOwnInstance(type: JavaNode): boolean {
  const own = nameOf(type);
  const held = fieldsOf(type).filter((candidate) => candidate.type === own && modifiers(candidate.declaration).has('static'));
  const getters = methodsOf(type).filter((method) => modifiers(method).has('static') && simpleName(bareType(field(method, 'type'))) === own && named(field(method, 'parameters') ?? method).length === 0);
  const [only, ...more] = held;
  // Several held instances are an enumeration of values.
  if (!only || more.length > 0) return false;
  if (/^(?:instance|INSTANCE|singleton|SINGLETON)$/.test(only.name) && !modifiers(only.declaration).has('private') && only.value?.type === 'object_creation_expression') return true;
  return getters.some((method) => /^(?:get|instance|getInstance|getSingleton|getDefault)$/.test(nameOf(method)));
}

/** `static Answer ok(String text) { return new Answer(text); }`: each caller gets an object of its own, whatever a stereotype makes beside them. */
function handsOutNewOnes(type: JavaNode): boolean {
  const own = nameOf(type);
  return methodsOf(type).some((method) => modifiers(method).has('static')
    && descendants(method, 'return_statement').some((statement) => descendants(statement, 'object_creation_expression').some((creation) => bareType(field(creation, 'type')) === own)));
}

/** Whether one instance of the class serves all requests of the process. */
export function isSingleton(cx: Once, type: JavaNode): boolean {
  if (type.type !== 'class_declaration' || hasNarrowScope(type)) return false;
  // A servlet is one whoever extends it.
  if (modifiers(type).has('abstract') && !supertypes(type).includes('HttpServlet')) return false;
  return hasOwnInstance(type) || (containerSingleton(cx, type) && !handsOutNewOnes(type));
}

/** What is made for each request or task, and collections that each user makes for himself. */
const unlikely = /^(?:ActionSupport|Thread|TimerTask|(?:Abstract|Sorted|Navigable|Concurrent)?(?:Map|List|Set|Collection|Queue|Deque)|Iterator|Iterable)$/;

/**
 * Full name of a class that is a singleton only if configuration elsewhere declares it as one; `undefined` for classes that are
 * known to be one, live shorter, or cannot be beans. Struts 2 makes its actions for each request.
 */
export function beanCandidate(cx: Once, type: JavaNode): string | undefined {
  if (type.type !== 'class_declaration' || isSingleton(cx, type) || hasNarrowScope(type) || !beanName.test(nameOf(type))) return undefined;
  if (supertypes(type).some((name) => unlikely.test(name)) || type.parent?.type !== 'program') return undefined;
  const { package: packageName } = imports(cx, type);
  return packageName === '' ? nameOf(type) : `${packageName}.${nameOf(type)}`;
}
