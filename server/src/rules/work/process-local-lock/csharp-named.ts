import { ruleMatcher } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { args, createdType, enclosingMember, enclosingType, field, nameOf, plain, span, stringValue } from '../../../syntax/csharp/ask.js';

/** What is said of locks that one machine knows by name. */
export const csharpMessages: Readonly<Record<string, Localized>> = {
  machine: {
    en: '{lock} keeps apart only the processes of one machine: every pod has a mutex of its own by that name, so two replicas do at once what only one should do.',
    ko: '{lock}은(는) 같은 서버의 프로세스끼리만 막습니다. 파드마다 같은 이름의 뮤텍스를 따로 가지므로, 하나만 해야 할 작업을 레플리카 둘이 동시에 하게 됩니다.',
  },
};

const toldKey = {};

/** Mutexes and semaphores that other processes of the machine see by their name. */
export const csharpNamed = ruleMatcher({
  language: 'csharp', needles: [[/\bnew\s+(?:System\.Threading\.)?(?:Mutex|Semaphore)\s*\(\s*(?:initiallyOwned\s*:\s*)?(?:true|false|\d)[^)]*,\s*[^)\s]/], [/\b(?:Mutex|Semaphore)\s*\.\s*(?:OpenExisting|TryOpenExisting)\s*\(/]],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const kind = createdType(creation);
      const name = args(creation)[kind === 'Semaphore' ? 2 : 1];
      if (!type || !name || !/^(?:Mutex|Semaphore)$/.test(kind)) return;
      const member = enclosingMember(creation);
      // A second instance of a program on the same desk is turned away in Main.
      if (member && nameOf(member) === 'Main') return;
      // Methods of a class that take turns have one design.
      const told = cx.once(toldKey, () => new Set<number>());
      const owner = enclosingType(creation)?.id ?? 0;
      if (told.has(owner)) return;
      told.add(owner);
      cx.report({ at: span(type), say: 'machine', args: { lock: `new ${kind}("${stringValue(name) ?? plain(name).slice(0, 40)}")` }, data: { entity: '' } });
    },
  },
});
