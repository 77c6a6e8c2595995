import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { callName, calledName, descendants, enclosing, enclosingMember, enclosingType, named, nameOf, plain, receiver, span, typeOf, type CsNode } from '../../../syntax/csharp/ask.js';

const stores = /(?:Repository|Repo|DbContext|Context|Db|Database|Dao|Store|UnitOfWork)$/i;
const asking = /^(?:Any|Count|First|FirstOrDefault|Single|SingleOrDefault|Find|Get\w*|Max|Exists\w*|Query\w*|ExecuteScalar|Where|ToList|Sum|Load\w*|Is\w+)(?:Async)?$/;
const writing = /^(?:SaveChanges|ExecuteNonQuery|ExecuteSql\w*|ExecuteUpdate|Insert\w*|Update\w*|Save\w*|Delete\w*|InsertOne|UpdateOne|ReplaceOne)(?:Async)?$/;
const rowLock = /FOR\s+UPDATE|UPDLOCK|sp_getapplock|IsolationLevel\.Serializable|DistributedLock|RedLock/i;

/** Whether a call goes to a database: its receiver is named or typed like one, or it is a step of a query on one. */
function isStore(call: CsNode): boolean {
  const on = receiver(call);
  if (!on) return false;
  const first = plain(on).split(/[.(]/).find((part) => part !== '' && part !== 'await') ?? '';
  return stores.test(typeOf(on)) || stores.test(first.replace(/^_+/, '')) || /(?:^|\.)_?(?:db|context|dbContext)\./i.test(`${plain(on)}.`);
}

function look(cx: RuleFileContext, at: CsNode, body: CsNode, lock: string): void {
  if (rowLock.test(body.text)) return;
  const calls = descendants(body, 'invocation_expression').filter(isStore);
  // The next number is decided here, wherever it is saved afterwards.
  const last = /\+\s*1\b|\+\+/.test(body.text) ? calls.find((call) => /^(?:Max|MaxAsync)$/.test(callName(call))) : undefined;
  const lastName = last && calledName(last);
  if (lastName) {
    const read = `${lastName.text}()`;
    return cx.report({ at: span(at), say: 'number', args: { lock, read }, data: { entity: '' }, also: [{ at: span(lastName), say: 'read', args: { read } }] });
  }
  const write = [...calls].reverse().find((call) => writing.test(callName(call)));
  const read = calls.find((call) => asking.test(callName(call)) && write !== undefined && call.startIndex < write.startIndex);
  const [readName, writeName] = [read && calledName(read), write && calledName(write)];
  if (!readName || !writeName) return;
  const args = { read: `${readName.text}()`, write: `${writeName.text}()` };
  cx.report({
    at: span(at), say: 'split', args: { lock, ...args }, data: { entity: '' },
    also: [{ at: span(readName), say: 'read', args: { read: args.read } }, { at: span(writeName), say: 'write', args: { write: args.write } }],
  });
}

const semaphores = /^(?:SemaphoreSlim|AsyncLock|Semaphore|Mutex)$/;

/** `lock` and semaphores around a database that is asked and then changed. */
export const csharpLock = ruleMatcher({
  language: 'csharp',
  needles: [[/\block\s*\(/, /SaveChanges|ExecuteNonQuery|ExecuteSql|Repository|DbContext|\b_?db\b/i], [/\b(?:SemaphoreSlim|AsyncLock|Mutex)\b/, /SaveChanges|ExecuteNonQuery|ExecuteSql|Repository|DbContext|\b_?db\b/i]],
  on: {
    lock_statement(statement, cx) {
      const [on, body] = named(statement);
      if (on && body) look(cx, on, body, `lock (${plain(on).slice(0, 40)})`);
    },
    invocation_expression(call, cx) {
      const on = receiver(call);
      const at = calledName(call);
      if (!on || !at || !/^(?:Wait|WaitAsync|WaitOne|Lock|LockAsync)$/.test(callName(call)) || !semaphores.test(typeOf(on))) return;
      const method = enclosingMember(call);
      const block = enclosing(call, 'using_statement') ?? method;
      const type = enclosingType(call);
      if (block && type) look(cx, at, block, `${plain(on)} in ${nameOf(type)}`);
    },
  },
});
