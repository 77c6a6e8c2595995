import { ruleMatcher } from '../../../contract/rule.js';
import { args, calleeOf, isCommandLine, isGenerated, stringValue } from '../../../syntax/go/ask.js';
import { enclosing, field, span } from '../../../syntax/tree-sitter/nodes.js';

const openers: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^gorm\.io\/driver\/sqlite$|^github\.com\/glebarez\/sqlite$/, /^Open$/, 'SQLite'],
  [/^go\.etcd\.io\/bbolt$|boltdb\/bolt$/, /^Open$/, 'bbolt'], [/^github\.com\/asdine\/storm/, /^Open$/, 'Storm (bbolt)'],
  [/^github\.com\/dgraph-io\/badger/, /^Open$/, 'Badger'], [/syndtr\/goleveldb\/leveldb$/, /^OpenFile$/, 'LevelDB'], [/cockroachdb\/pebble$/, /^Open$/, 'Pebble'],
];

/** Databases inside the process that Go code opens. A branch over the kind of database means that a setting chooses. */
export const goDatabase = ruleMatcher({
  language: 'go',
  needles: [['sql.Open', /"sqlite3?"/], [/driver\/sqlite|glebarez\/sqlite|bbolt|boltdb\/bolt|asdine\/storm|dgraph-io\/badger|goleveldb|cockroachdb\/pebble/, /\.Open(?:File)?\(/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      const { path } = callee ?? {};
      if (!callee || path === undefined || isGenerated(cx) || isCommandLine(cx, call)) return;
      const bySql = path === 'database/sql' && callee.name === 'Open' && /^sqlite3?$/.test(stringValue(args(call)[0]) ?? '');
      const engine = bySql ? 'SQLite' : openers.find(([from, name]) => from.test(path) && name.test(callee.name))?.[2];
      if (engine === undefined || /:memory:|InMemory|WithInMemory\(true\)/.test(call.text)) return;
      const chosen = enclosing(call, 'expression_case', 'if_statement');
      const setting = chosen && enclosing(call, 'expression_switch_statement') ? field(enclosing(call, 'expression_switch_statement') ?? chosen, 'value')?.text : undefined;
      cx.report({
        at: span(callee.token), say: setting ? 'chosen' : chosen ? 'fallback' : 'store', args: { engine, ...(setting ? { setting } : {}) }, severity: chosen ? 'warning' : 'error', confidence: chosen ? 'medium' : 'high',
        data: { setting: '', variables: [], default: true },
      });
    },
  },
});
