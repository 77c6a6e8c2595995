import { args, enclosingType, field, methodsOf, named, nameOf, type JavaNode } from './ask.js';
import { descendants } from './descendants.js';

const accessors = /^(?:dao|repository|repo|mapper|service|client|template|manager|em|conn|connection|statement|stmt|ps|session|jdbc|gateway|provider|rs)$/;
const accessingCalls = /^(?:select|query|fetch)|^find(?!First|Any|Class|Resource|Loaded|Index)[A-Z]|^(?:prepareStatement|createQuery|createNativeQuery|getResultList|getSingleResult|executeQuery|readAllLines|readAllBytes|exchange|getForObject|getForEntity)$/;

/** What works inside the process, whatever it is called. */
const ownWork = /(?:[cC]onversion|[eE]xecutor)Service$/;

/** Whether a receiver is something that reads data for others, by the last word of its name: `userDao`, `this.em`, `getUserService()`. */
function isAccessor(receiver: JavaNode, except: string): boolean {
  const named_ = { identifier: receiver, field_access: field(receiver, 'field'), method_invocation: args(receiver).length === 0 ? field(receiver, 'name') : undefined };
  const name = named_[receiver.type as keyof typeof named_]?.text ?? '';
  const last = name.split(/_|(?<=[a-z0-9])(?=[A-Z])/).at(-1) ?? '';
  return name !== except && accessors.test(last.toLowerCase()) && !ownWork.test(name);
}

const settings = /conf(?:ig)?|propert|environment|plugin/i;

function lastNameOf(receiver: JavaNode): string {
  return (receiver.type === 'field_access' ? field(receiver, 'field')?.text : receiver.type === 'method_invocation' ? nameOf(receiver) : receiver.text) ?? '';
}

/** `configurationService.getProperty("a.b")`: a setting, which all replicas of a release are given alike. */
export function readsSetting(receiver: JavaNode, method: string): boolean {
  return settings.test(lastNameOf(receiver)) && /^(?:get|has)\w*Propert(?:y|ies)|^get(?:String|Boolean|Int|Integer|Long|Array|Keys|(?:Named|Self)?\w*Plugin\w*)$/.test(method);
}

/** `userMapper::selectName` */
function refersToData(reference: JavaNode, fieldName: string): boolean {
  const [receiver, method] = named(reference);
  return receiver !== undefined && method !== undefined && (accessingCalls.test(method.text) || isAccessor(receiver, fieldName)) && !readsSetting(receiver, method.text);
}

/** Whether an expression or method, or a method of the file that it calls, reads data from outside the process; the field's own name does not count. */
export function readsData(place: JavaNode | undefined, fieldName: string, depth = 2): boolean {
  if (!place) return false;
  const owner = enclosingType(place);
  if (descendants(place, 'method_reference').some((reference) => refersToData(reference, fieldName))) return true;
  return descendants(place, 'method_invocation').some((call) => {
    const object = field(call, 'object');
    const name = nameOf(call);
    // `PropertiesManager.getInstance()` only hands out the one that reads; `contentProvider.createContent(part)` makes an object.
    if (name === 'getInstance' || (object && /[pP]rovider$/.test(object.text) && /^create(?!Query|NativeQuery)[A-Z]/.test(name))) return false;
    // `repo.getId()`: what the object itself is called, not what it keeps.
    if (args(call).length === 0 && /^get(?:Id|Name|Type|Kind|Key|Code|Format|Layout|Class)$/.test(name)) return false;
    if (accessingCalls.test(name) || (object && isAccessor(object, fieldName) && !readsSetting(object, name))) return true;
    if ((object && object.type !== 'this') || !owner || depth === 0) return false;
    const own = methodsOf(owner).find((method) => nameOf(method) === name && method.id !== place.id);
    return own !== undefined && readsData(own, fieldName, depth - 1);
  });
}
