import { ruleMatcher } from '../../../contract/rule.js';
import { field, fieldsOf, methodsOf, modifiers, named, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { asksForReplicas, isChosenVariant, isMemoryVariant } from '../../../syntax/java/kept.js';
import { hasWindows, isOneOff } from '../../../syntax/java/program.js';

const keyedLocks = /Map\s*<\s*(?:String|Long|Integer|UUID|Object)\s*,\s*(?:Reentrant(?:ReadWrite)?Lock|Lock|Semaphore|StampedLock|ReadWriteLock)\s*>/;
const taking = /^(?:lock|tryLock|lockInterruptibly|acquire|tryAcquire)$/;
const giving = /^(?:unlock|release)$/;

function calls(method: JavaNode, names: RegExp): boolean {
  return descendants(method, 'method_invocation').some((call) => names.test(nameOf(call)) && field(call, 'object') !== undefined && field(call, 'object')?.type !== 'this');
}

/** `lock(id)` and `unlock(id)` as two methods: whoever calls them has work in between that must be done by one at a time. */
function lendsLocks(type: JavaNode): boolean {
  const open = methodsOf(type).filter((method) => modifiers(method).has('public') && named(field(method, 'parameters') ?? method).length > 0);
  return open.some((method) => calls(method, taking) && !calls(method, giving)) && open.some((method) => calls(method, giving) && !calls(method, taking));
}

/** Tables of locks by key that the rest of the application works under. */
export const javaKeyedLocks = ruleMatcher({
  language: 'java',
  needles: [[/Map\s*<\s*\w+\s*,\s*(?:\w*Lock|Semaphore)\s*>/, /\.\s*(?:unlock|release)\s*\(/]],
  on: {
    class_declaration(type, cx) {
      if (isChosenVariant(cx, type) || isMemoryVariant(type) || asksForReplicas(type) || hasWindows(cx, type) || isOneOff(type)) return;
      for (const declared of fieldsOf(type)) {
        const name = field(declared.node, 'name');
        if (name && keyedLocks.test(field(declared.declaration, 'type')?.text ?? '') && lendsLocks(type)) {
          cx.report({ at: span(name), say: 'keyed', severity: 'warning', confidence: 'low', args: { field: name.text, type: nameOf(type) }, data: { entity: '' } });
        }
      }
    },
  },
});
