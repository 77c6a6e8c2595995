import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { args, calleeOf, stringValue } from '../../syntax/go/ask.js';
import { below, field, named, span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Go code that can open a database server. */
    'go.database-server': { readonly kind: string };
    /** A switch between SQLite and database servers, with the packages whose functions open SQLite. */
    'go.database-choice': { readonly setting: string; readonly packages: readonly string[] };
  }
}

/** `go.database-choice`: see the kind. */
export const goDatabaseFacts: FactExtractor = {
  kinds: ['go.database-choice', 'go.database-server'],
  matchers: [factMatcher({
    language: 'go',
    needles: [[/gorm\.io\/driver\/(?:mysql|postgres|sqlserver)/, '.Open('], [/\.(?:Must)?(?:Open|Connect|NewEngine)\(\s*"(?:mysql|postgres|pgx|mssql|sqlserver)"/]],
    on: {
      call_expression(call, cx) {
        const callee = calleeOf(cx, call);
        const kind = /^gorm\.io\/driver\/(mysql|postgres|sqlserver)$/.exec(callee?.path ?? '')?.[1] ?? stringValue(args(call)[0]) ?? '';
        if (callee?.path !== undefined && /^(?:Must)?(?:Open|Connect|New|NewEngine)$/.test(callee.name) && /^(?:mysql|postgres|pgx|mssql|sqlserver)$/.test(kind)) cx.emit('go.database-server', span(callee.token), { kind });
      },
    },
  }), factMatcher({
    language: 'go',
    needles: [[/case[^:\n]*"sqlite3?"/, /case[^:\n]*"(?:mysql|postgres\w*|pgx?|mariadb|mssql)"/]],
    on: {
      expression_switch_statement(statement, cx) {
        const cases = named(statement).filter((each) => each.type === 'expression_case');
        const of = (pattern: RegExp): typeof cases => cases.filter((each) => named(field(each, 'value')).some((value) => pattern.test(stringValue(value) ?? '')));
        const setting = field(statement, 'value');
        if (!setting || of(/^(?:mysql|postgres\w*|pgx?|mariadb|mssql)$/).length === 0) return;
        const packages = of(/^sqlite3?$/).flatMap((each) => below(each, 'call_expression').flatMap((call) => calleeOf(cx, call)?.path ?? []));
        if (packages.length > 0) cx.emit('go.database-choice', span(setting), { setting: setting.text.slice(0, 60), packages });
      },
    },
  })],
};
