import { args, declarationOf, enclosingCallable, field, nameOf, type JavaNode } from './ask.js';
import { descendants } from './descendants.js';

const ending = /^(?:close|shutdown|shutdownNow|destroy|dispose|disconnect|stop|release)(?:[A-Z]\w*)?$/;
const all = /^(?:asMap|values)$/;
const one = /^remove$/;

/** Whether an expression begins with one of these calls on the field: `this.contexts.values().stream()`. */
function isOn(object: JavaNode | undefined, name: string, calls: RegExp): boolean {
  if (object?.type !== 'method_invocation') return false;
  const receiver = field(object, 'object');
  return (calls.test(nameOf(object)) && receiver?.text.replace(/^this\s*\.\s*/, '') === name) || isOn(receiver, name, calls);
}

/** `contexts.values().forEach(Context::close)`, or the same in a loop. */
function endsAll(owner: JavaNode, name: string): boolean {
  const inStream = descendants(owner, 'method_invocation').some((call) => nameOf(call) === 'forEach' && isOn(field(call, 'object'), name, all)
    && args(call).some((each) => ending.test(/(\w+)\s*$/.exec(each.text)?.[1] ?? '') || descendants(each, 'method_invocation').some((inner) => ending.test(nameOf(inner)))));
  return inStream || descendants(owner, 'enhanced_for_statement').some((loop) => isOn(field(loop, 'value'), name, all) && descendants(loop, 'method_invocation').some((call) => ending.test(nameOf(call)) && field(call, 'object')?.text === nameOf(loop)));
}

/** `Context context = contexts.remove(id); … store.destroyContext(context);` */
function endsOne(owner: JavaNode, name: string): boolean {
  return descendants(owner, 'method_invocation').some((call) => {
    const callable = ending.test(nameOf(call)) ? enclosingCallable(call) : undefined;
    return callable !== undefined && [field(call, 'object'), ...args(call)].some((each) => {
      const local = each?.type === 'identifier' ? declarationOf(each) : undefined;
      return local?.kind === 'local' && local.value?.type === 'method_invocation' && isOn(local.value, name, one);
    });
  });
}

/** Whether a class ends what it takes out of a field of its own: connections, files, engines that are open in this process. */
export function endsEntries(owner: JavaNode, name: string): boolean {
  return endsAll(owner, name) || endsOne(owner, name);
}
