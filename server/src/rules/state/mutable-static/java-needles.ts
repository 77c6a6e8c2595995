import type { Needles } from '../../../contract/rule.js';
import { beanClass, changed, changedMember, heldCollection, heldUnmarked } from '../../../syntax/java/field-needles.js';

/** A static field that is not final and no logger; the group ends with its name. */
const reassignable = /(?<!\b(?:final|import)\s)\bstatic\s+(?!final\b)(?![\w.]*Log(?:ger)?\s)(?:(?:private|public|protected|volatile|transient)\s+)*(?!final\b)([^(){};=]*)[;=]/g;
/** A static field that starts as a collection one can add to. */
const collection = /\bstatic\b([^(){};=]*)=\s*(?:new\s+[\w.]*(?:Map|List|Set|Deque|Queue|Vector|Hashtable|Table|Stack|Properties|Buffer|Registry|Ring|History|AtomicReference)\b|Collections\.(?:synchronized|newSetFromMap)|(?:Maps|Lists|Sets|Queues|HashMultimap|ArrayListMultimap|MultiMap)\.(?:new|create)|ConcurrentHashMap\.newKeySet)/g;
const oneInstance = /@(?:[\w.]+\.)?(?:Service|Component|Controller|RestController|Repository|Singleton|ApplicationScoped|WebServlet|ControllerAdvice|RestControllerAdvice)\b|\bextends\s+(?:\w*HttpServlet|DispatchAction|Action)\b|\bimplements\s[^{]*\b(?:Filter|HandlerInterceptor)\b|\bgetInstance\s*\(\s*\)\s*\{|\bstatic\s+(?:final\s+)?\w+\s+(?:instance|INSTANCE|singleton|SINGLETON)\s*=\s*new\b/;
/** An instance field that holds a plain value that nothing injects. */
const heldValue = /[;{}/][ \t]*\r?\n\s*(?:private|protected)[ \t]+(?:volatile[ \t]+)?(?:int|long|boolean|double|String|Integer|Long|Boolean|Double|BigDecimal|Date|LocalDate\w*|Instant)([ \t]+\w+[ \t]*)(?:;|=[^;(){}]*;)/g;

/** Files with a field that may change while requests are served. */
export const stateNeedles: Needles = [[changed(reassignable)], [changed(collection)], [oneInstance, changed(heldCollection)], [oneInstance, changedMember(heldUnmarked)], [oneInstance, changed(heldValue)], [beanClass, changed(heldCollection)]];
