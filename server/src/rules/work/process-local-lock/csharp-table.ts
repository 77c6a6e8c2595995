import { ruleMatcher } from '../../../contract/rule.js';
import { calledName, callName, descendants, field, fieldsOf, modifiers, named, nameOf, plain, receiver, span, typeArguments, typeName, type CsNode } from '../../../syntax/csharp/ask.js';

const locking = /^(?:Try)?(?:Lock|Acquire|Claim)(?=[A-Z]|$)/;
const releasing = /^(?:Try)?(?:Unlock|Release)(?=[A-Z]|$)/;
const tables = /^(?:ConcurrentDictionary|Dictionary|HashSet|IDictionary|ISet)$/;
/** Tables of such objects hand out what keeps threads apart; they are no locks by themselves. */
const forThreads = /^(?:SemaphoreSlim|Semaphore|Mutex|AsyncLock|Lock|object|Object|ReaderWriterLockSlim)$/;
const shared = /Redis|Distributed|ZooKeeper|Consul|sp_getapplock|BlobLease/i;
/** A class that says it is the simple one among several. */
const variant = /^(?:In)?(?:Memory|Local|Single|Fake|Test|Null|Process)/;

/** The call by which a method changes a field in one of the ways. */
function change(method: CsNode, table: string, ways: RegExp): CsNode | undefined {
  return descendants(method, 'invocation_expression').find((call) => ways.test(callName(call)) && plain(receiver(call)) === table);
}

/** Whether callers are told if they got what they asked for. */
function answers(method: CsNode): boolean {
  return /^(?:(?:Value)?Task<bool>|bool)$/.test((field(method, 'returns') ?? field(method, 'type'))?.text.replace(/\s+/g, '') ?? '');
}

/** Tables in memory of what is locked, by which the rest of the application is let in or turned away. */
export const csharpTables = ruleMatcher({
  language: 'csharp', needles: [[/\bbool>?\s+(?:Try)?(?:Lock|Acquire|Claim)\w*\s*[<(]/, /\.\s*(?:TryAdd|Add)\s*\(/, /\.\s*(?:TryRemove|Remove)\s*\(/]],
  on: {
    class_declaration(type, cx) {
      const body = field(type, 'body');
      if (!body || shared.test(type.text)) return;
      const methods = named(body).filter((member) => member.type === 'method_declaration' && !modifiers(member).has('private'));
      for (const { name, type: declared } of fieldsOf(type)) {
        if (!tables.test(typeName(declared)) || forThreads.test(typeArguments(declared).at(-1) ?? '')) continue;
        const method = methods.find((each) => locking.test(nameOf(each)) && answers(each) && change(each, name.text, /^(?:TryAdd|Add)$/));
        const given = method && change(method, name.text, /^(?:TryAdd|Add)$/);
        const at = given && calledName(given);
        if (!method || !at || !methods.some((each) => releasing.test(nameOf(each)) && change(each, name.text, /^(?:TryRemove|Remove)$/))) continue;
        // The tables of one class are one design.
        return cx.report({
          at: span(name), say: 'table', args: { field: name.text, type: nameOf(type), method: nameOf(method) }, severity: variant.test(nameOf(type)) ? 'info' : 'warning', data: { entity: '' },
          also: [{ at: span(at), say: 'given' }],
        });
      }
    },
  },
});
