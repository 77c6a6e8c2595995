import type { Needle } from '../../contract/rule.js';
import { changed } from '../java/field-needles.js';

/** What a collection of Kotlin begins with. */
const made = String.raw`(?:(?:mutable|hash|linked|sorted)(?:Map|List|Set)Of|arrayListOf|Collections\s*\.\s*(?:synchronized|newSetFromMap)|(?:[\w.]+\.)?(?:\w*(?:Map|List|Set|Deque|Queue|Table|Cache|Registry|Buffer)|AtomicReference|Atomic(?:Integer|Long)(?:Array)?)\s*[(<]|(?:[\w.]+\.)?ConcurrentHashMap\s*\.\s*newKeySet)`;
/** A property that starts as a collection; the group ends with its name. */
const collection = new RegExp(String.raw`\bva[lr]\s+(\w+)\s*(?::[^=\n]*)?=\s*${made}`, 'g');
/** A property of a file, an object or a class that can be assigned: at most two steps in. */
const variable = /^(?: {0,8}|\t{0,2})(?:@[\w.]+(?:\([^)\n]*\))?\s+)*(?:(?:private|internal|protected|public|lateinit)\s+)*var\s+(\w+)/gm;
const topVariable = /^(?:@[\w.]+\s+)*(?:(?:private|internal|public|lateinit)\s+)*var\s+(\w+)/gm;
const topCollection = new RegExp(String.raw`^(?:(?:private|internal|public)\s+)*va[lr]\s+(\w+)\s*(?::[^=\n]*)?=\s*${made}`, 'gm');

/** Something of which the process has one. */
const single = /^\s*(?:(?:private|internal|public|data)\s+)*(?:companion\s+)?object\b|@(?:Service|Component|Controller|RestController|Repository|Singleton|ApplicationScoped|ControllerAdvice|RestControllerAdvice)\b/m;

/** Files with a collection of which the process has one. */
export const kotlinCollections: readonly (readonly Needle[])[] = [[changed(topCollection)], [single, changed(collection)]];

/** Files with a field that may change while requests are served. */
export const kotlinFields: readonly (readonly Needle[])[] = [...kotlinCollections, [changed(topVariable)], [single, changed(variable)]];
