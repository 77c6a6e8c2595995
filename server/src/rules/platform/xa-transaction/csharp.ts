import { ruleMatcher } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { args, callName, createdType, descendants, enclosing, field, plain, receiver, span, typeName, type CsNode } from '../../../syntax/csharp/ask.js';

/** What is said of transactions that Windows' coordinator carries out. */
export const csharpMessages: Readonly<Record<string, Localized>> = {
  promoted: {
    en: 'This TransactionScope spans several connections ({names}), so MSDTC has to commit them: a Linux pod has no such coordinator, and on Windows a replaced pod leaves prepared work locked.',
    ko: '이 TransactionScope는 여러 연결({names})에 걸쳐 있어 MSDTC가 커밋해야 합니다. Linux 파드에는 MSDTC가 없고, Windows에서도 파드가 교체되면 준비(prepare)된 작업이 잠긴 채 남습니다.',
  },
  implicit: {
    en: '{name} lets transactions grow over several databases through MSDTC: a Linux pod has no such coordinator, and on Windows a replaced pod leaves prepared work locked.',
    ko: '{name} 설정은 MSDTC로 여러 데이터베이스에 걸친 트랜잭션을 허용합니다. Linux 파드에는 MSDTC가 없고, Windows에서도 파드가 교체되면 준비(prepare)된 작업이 잠긴 채 남습니다.',
  },
};

const connections = /^(?:SqlConnection|OracleConnection|NpgsqlConnection|MySqlConnection|OdbcConnection|OleDbConnection|OracleClient\w*)$/;
const queues = /^(?:MessageQueue|ServiceBusClient)$/;

/** Databases and queues that are opened inside a scope: connections by what they are given, contexts of Entity Framework by their type. */
function resourcesIn(scope: CsNode): readonly string[] {
  const found = descendants(scope, 'object_creation_expression').flatMap((creation) => {
    const type = createdType(creation);
    if (connections.test(type)) return [plain(args(creation)[0]) || type];
    return /(?:DbContext|Entities|DataContext)$/.test(type) || queues.test(type) ? [type] : [];
  });
  return [...new Set(found)];
}

/** The code that a scope holds: the block of its `using`, or what follows its declaration. */
function heldBy(creation: CsNode): CsNode | undefined {
  const using = enclosing(creation, 'using_statement');
  return (using && field(using, 'body')) ?? enclosing(creation, 'block');
}

/** Transactions of .NET over more than one resource. */
export const csharpScopes = ruleMatcher({
  language: 'csharp', needles: [['TransactionScope', /\bnew\s+\w*(?:Connection|Context|Entities|MessageQueue)\b/], ['ImplicitDistributedTransactions'], ['EnlistDistributedTransaction']],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (!type || typeName(type) !== 'TransactionScope' || /\bTransactionScopeOption\.Suppress\b/.test(creation.text)) return;
      const body = heldBy(creation);
      const names = body ? resourcesIn(body) : [];
      if (names.length > 1) cx.report({ at: span(type), say: 'promoted', args: { names: names.slice(0, 4).join(', ') } });
    },
    assignment_expression(node, cx) {
      const left = field(node, 'left');
      if (left && /(?:^|\.)TransactionManager\.ImplicitDistributedTransactions$/.test(plain(left)) && plain(field(node, 'right')) === 'true') cx.report({ at: span(left), say: 'implicit', args: { name: 'ImplicitDistributedTransactions' } });
    },
    invocation_expression(call, cx) {
      const on = receiver(call);
      if (on && callName(call) === 'EnlistDistributedTransaction') cx.report({ at: span(field(field(call, 'function') ?? call, 'name') ?? call), say: 'implicit', args: { name: 'EnlistDistributedTransaction' } });
    },
  },
});
