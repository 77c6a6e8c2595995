import type { OutlineUnit } from '../../syntax/outline/outline.js';
import type { GraphUnit } from './graph.js';

type Role = GraphUnit['role'];

const webMarks = /^(?:(?:Rest)?Controller|Path|WebServlet|WebFilter|ServerEndpoint|RequestMapping|UrlBinding|ApiController|Resolver|WebSocketGateway|ControllerAdvice|RestControllerAdvice)$/;
const webNames = /(?:Controller|Servlet|ActionBean|Resource|Endpoint|Filter|Gateway|Resolver|ViewSet|APIView|View|Views|JSF|PageModel|Routes?|Router)$/;
const serviceMarks = /^(?:Service|Stateless|Stateful|MessageDriven|Singleton|Injectable)$/;
const serviceNames = /(?:Services?(?:Impl)?|Manager(?:Impl)?|Facade|UseCase|Interactor|Handler|EJB|SBean|SLSB\w*|Processor|Workflow)$/;
const storeMarks = /^(?:Repository|Mapper|EntityRepository)$/;
const storeNames = /(?:Dao|DAO|Daos|Repository|Repositories|Mapper|Store)(?:Impl|Jpa|Hibernate)?$/;
const dataMarks = /^(?:Entity|Table|TableName|Document|Embeddable|MappedSuperclass|Schema|Owned|ObjectType|InputType)$/;
const dataNames = /(?:Dto|DTO|VO|Vo|Entity|Request|Response|Form|Event|Exception|Error|Params?|Payload|Projection|ViewModel|BindingModel|Schema|Serializer|Enum|Type)$/;
const sharedNames = /(?:Config|Configuration|Configurer|Util|Utils|Utility|Helper|Helpers|Constants?|Application|Interceptor|Advice|Aspect|Converter|Settings|Properties|Startup|Program|Middleware|Initializer|Listener|Context|Factory|AutoConfiguration|Registrar|Hints|Log|Logger)$|^(?:Abstract|Base)[A-Z]|Base$/;
const sharedMarks = /^(?:Configuration|SpringBootApplication|ConfigurationProperties|Aspect|Module|Global|ApplicationPath)$/;
const accessor = /^(?:get|set|is|has|add|remove|with|equals|hashCode|toString|compareTo|<init>|clone|of|from|to|builder|constructor|__\w+__)/;

/** Of Struts and its kind, rather than something that is done. */
function isAction(unit: OutlineUnit): boolean {
  return unit.name.endsWith('Action') && unit.above.some((above) => /Action(?:Support)?$/.test(above));
}

/** Part of the methods that only hand data in and out, from which on a class is data with some rules of its own. */
const mostly = 0.6;

function isMostlyData(unit: OutlineUnit): boolean {
  if (unit.kind === 'enum' || unit.kind === 'record') return true;
  if (unit.kind !== 'class' || Object.keys(unit.holds).length === 0 || unit.marks.some((mark) => serviceMarks.test(mark) || mark === 'Component')) return false;
  return unit.methods.filter(({ name }) => accessor.test(name) || name in unit.holds).length >= unit.methods.length * mostly;
}

/**
 * What a unit does in its application. What a framework is told by a mark goes before what a name says, and what the code
 * does (routes that lead to it, tables that it reads) goes before both where they leave it open.
 */
export function roleOf(unit: OutlineUnit, uses: { readonly owns: boolean; readonly reads: boolean; readonly serves: boolean }): Role {
  const marked = (marks: RegExp): boolean => unit.marks.some((mark) => marks.test(mark));
  if (uses.serves || marked(webMarks)) return 'web';
  if (uses.owns || marked(dataMarks)) return 'data';
  if (marked(sharedMarks)) return 'shared';
  if (marked(storeMarks) || storeNames.test(unit.name)) return 'store';
  if (marked(serviceMarks) && !sharedNames.test(unit.name)) return 'service';
  if (webNames.test(unit.name) || isAction(unit)) return 'web';
  if (serviceNames.test(unit.name)) return 'service';
  if (uses.reads) return 'store';
  if (dataNames.test(unit.name)) return 'data';
  if (sharedNames.test(unit.name)) return 'shared';
  if (isMostlyData(unit)) return 'data';
  return unit.methods.some((method) => method.uses.some((use) => use.calls !== undefined)) ? 'service' : 'shared';
}
