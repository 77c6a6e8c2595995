import { attributes, baseTypes, callName, enclosing, enclosingMember, enclosingType, field, modifiers, named, nameOf, typeName, type CsNode, descendants, bodyOf, calledMethod } from './ask.js';

/** Classes that a web framework calls for each request, by what they extend. */
const servingBase = /^(?:\w*Controller(?:Base)?|Page|UserControl|MasterPage|\w*Hub|PageModel|\w*PageModel|IHttp(?:Async)?Handler|IHttpModule|IMiddleware|ViewComponent|WebService|\w*Endpoint|EndpointBaseAsync|IRequestHandler|ServiceStack\w*|NancyModule|\w*ActionFilter(?:Attribute)?|ComponentBase|PersistentConnection|WebSocketBehavior)$/;
const servingAttribute = /^(?:ApiController|WebService|ServiceBehavior|AspNetCompatibilityRequirements|ScriptService|WebMethod|Http(?:Get|Post|Put|Delete|Patch)|Route)$/;
const requestTypes = /^(?:HttpContext(?:Base)?|HttpRequest(?:Base)?|IFormFile|IFormFileCollection|HttpPostedFile(?:Base)?|ServerCallContext|HubCallerContext|ActionExecutingContext)$/;
const mapping = /^(?:Map(?:Get|Post|Put|Delete|Patch|Methods)?|Use|Run|MapWhen)$/;

/** Whether a class is one that a framework hands requests to. */
export function isServing(type: CsNode): boolean {
  return baseTypes(type).some((base) => servingBase.test(base)) || attributes(type).some(({ name }) => servingAttribute.test(name)) || /(?:Controller|Middleware)$/.test(nameOf(type));
}

/** Whether a node runs while a request is served, as far as its class, its method's parameters or the route around it tell. */
export function isRequestSide(node: CsNode): boolean {
  const type = enclosingType(node);
  const member = enclosingMember(node);
  if (type && isServing(type)) return member?.type !== 'constructor_declaration' || !modifiers(member).has('static');
  const parameters = member && field(member, 'parameters');
  if (parameters && named(parameters).some((parameter) => requestTypes.test(typeName(field(parameter, 'type'))))) return true;
  const lambda = enclosing(node, 'lambda_expression');
  const call = lambda?.parent?.parent?.parent;
  return call?.type === 'invocation_expression' && mapping.test(callName(call)) && type === undefined;
}

/** `_apiKey = settings.ApiKey;` in a constructor: what the container hands in is the same for each object that it makes. */
function isHandedIn(node: CsNode, constructor: CsNode): boolean {
  const assignment = node.type === 'assignment_expression' ? node : enclosing(node, 'assignment_expression');
  const value = assignment && field(assignment, 'right');
  const parameters = named(field(constructor, 'parameters') ?? constructor).filter((parameter) => !requestTypes.test(typeName(field(parameter, 'type'))) && typeName(field(parameter, 'type')) !== 'IHttpContextAccessor').map(nameOf);
  return value?.type === 'member_access_expression' && parameters.some((name) => new RegExp(`^${name}\\.[\\w.]+$`).test(value.text)) && !/\bHttpContext\b/.test(value.text);
}

const starting = /^(?:Application_\w+|Configure\w*|Register\w*|Init\w*|_?[Ss]etup\w*|Main|OnStart|Startup|Use[A-Z]\w*|Add[A-Z]\w*(?:Services?|Module|Plugin|Support|Core)|Seed\w*|Bootstrap\w*|Start(?:Async|ing)?|PreStart|PostStart|OnModelCreating|OnApplication\w*|Build\w*)$/;

/** Whether a node runs while the process starts: in an initialiser, a static constructor, or a method that only those call. */
export function runsAtStart(node: CsNode, ofInstance: boolean, depth = 0): boolean {
  const member = enclosingMember(node);
  if (!member || member.type === 'field_declaration') return true;
  // An object that enters itself into a table of its class is one of a fixed set.
  if (member.type === 'constructor_declaration') return ofInstance || modifiers(member).has('static') || /\bthis\b/.test(node.text) || isHandedIn(node, member) || isStarter(enclosingType(member));
  if (member.type === 'property_declaration') return field(member, 'value') !== undefined && bodyOf(member)?.type !== 'accessor_list' && !member.text.includes('=>');
  if (starting.test(nameOf(member)) || isStarter(enclosingType(member))) return true;
  const keywords = modifiers(member);
  const type = enclosingType(member);
  if (depth > 2 || !type || keywords.has('public') || keywords.has('protected') || keywords.has('internal')) return false;
  const callers = descendants(type, 'invocation_expression').filter((call) => callName(call) === nameOf(member) && calledMethod(call)?.id === member.id);
  return callers.length > 0 && callers.every((call) => runsAtStart(call, ofInstance, depth + 1));
}

function isStarter(type: CsNode | undefined): boolean {
  return type !== undefined && (/^(?:Startup|Program|\w*Module|\w*Plugin|\w*Starter|\w*Registrar|\w*Bootstrapper|\w*Seeder|\w*Installer)$/.test(nameOf(type)) || baseTypes(type).some((base) => /^(?:IStartup|StarterBase|IStartupFilter|HttpApplication|Module|Profile|DbContext|Migration)$/.test(base)));
}
