import { dirname } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/go/database.js';
import { choiceOfMaking, isPackageIn } from '../../../facts/go/made.js';
import { args, assignedValue, calleeOf, functionOf, isCommandLine, isGenerated, nameOf, stringValue, type GoNode } from '../../../syntax/go/ask.js';
import { choiceAround, type GoChoice } from '../../../syntax/go/choice.js';
import { below, enclosing, field, span } from '../../../syntax/tree-sitter/nodes.js';

const openers: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^gorm\.io\/driver\/sqlite$|^github\.com\/glebarez\/sqlite$/, /^Open$/, 'SQLite'],
  [/^go\.etcd\.io\/bbolt$|boltdb\/bolt$/, /^Open$/, 'bbolt'], [/^github\.com\/asdine\/storm/, /^Open$/, 'Storm (bbolt)'],
  [/^github\.com\/dgraph-io\/badger/, /^Open$/, 'Badger'], [/syndtr\/goleveldb\/leveldb$/, /^OpenFile$/, 'LevelDB'], [/cockroachdb\/pebble$/, /^Open$/, 'Pebble'], [/tidwall\/buntdb$/, /^Open$/, 'BuntDB'], [/nutsdb\/nutsdb$/, /^Open$/, 'NutsDB'], [/ostafen\/clover/, /^Open$/, 'Clover'],
];

/** Another package chooses between the one that opens the file and database servers. */
export function choosesPackage(fact: Fact, finding: Finding): boolean {
  const { packages } = (fact as Fact<'go.database-choice'>).value;
  return finding.say === 'store' && packages.some((path) => isPackageIn(path, dirname(finding.file)));
}

/** Other code decides by a setting whether the function that opens it is called. */
export function isMadeByChoice(fact: Fact, finding: Finding, model: Model): boolean {
  const maker = (finding.data as { readonly maker?: string } | undefined)?.maker ?? '';
  return finding.say === 'store' && maker !== '' && choiceOfMaking(model, finding.file, [maker]) === fact;
}

/** Functions that take the kind of database first. */
const byDriver = /^(?:database\/sql|github\.com\/(?:jmoiron\/sqlx|jinzhu\/gorm|go-xorm\/xorm)|xorm\.io\/xorm|entgo\.io\/ent\/dialect\/sql|github\.com\/uptrace\/opentelemetry-go-extra\/otelsql)$/;

/** The branch in which the file calls the function that opens it. */
function choiceOfCaller(call: GoNode): GoChoice | undefined {
  const name = nameOf(functionOf(call));
  const callers = name === '' ? [] : below(call.tree.rootNode, 'call_expression').filter((each) => (field(each, 'function')?.text ?? '').replace(/^.*\./, '') === name);
  return callers.length === 1 && callers[0] ? choiceAround(callers[0]) : undefined;
}

const sqliteDriver = /^(?:import )?\s*_ "(?:github\.com\/(?:mattn\/go-sqlite3|glebarez\/(?:go-)?sqlite|jinzhu\/gorm\/dialects\/sqlite|ncruces\/go-sqlite3\/driver)|modernc\.org\/sqlite)"/m;
const otherDriver = /"(?:github\.com\/(?:go-sql-driver\/mysql|lib\/pq|jackc\/pgx\/v\d+\/stdlib|jinzhu\/gorm\/dialects\/(?:mysql|postgres|mssql)|denisenkom\/go-mssqldb|microsoft\/go-mssqldb))"/;
const opening = /^(?:Must)?(?:Open|Connect|ConnectContext|NewEngine|OpenDB)$/;

/** Kind of database that a call names: a literal, or a constant of the file. */
function driverOf(call: GoNode): string | undefined {
  const [given] = args(call);
  const value = given && assignedValue(given);
  return stringValue(given) ?? (value && enclosing(value, 'const_spec') ? stringValue(value) : undefined);
}

/** What names the kind of database where a file brings the drivers of SQLite and of servers along. */
function settingOf(call: GoNode, text: string): string | undefined {
  const [given] = args(call);
  const value = given ? assignedValue(given) ?? given : undefined;
  return value && args(call).length > 1 && /^\w+(?:\.\w+)*(?:\(\))?$/.test(value.text) && sqliteDriver.test(text) && otherDriver.test(text) ? value.text.slice(0, 60) : undefined;
}

const toldKey = {};

/** The first place of a file that opens the database that a setting names. */
function onNamed(call: GoNode, cx: RuleFileContext): void {
  const setting = settingOf(call, cx.text);
  const told = cx.once(toldKey, () => new Set<string>());
  // A branch over the kind of database settles which one the call opens.
  if (setting === undefined || told.has(setting) || choiceAround(call)) return;
  told.add(setting);
  const callee = calleeOf(cx, call);
  if (callee) cx.report({ at: span(callee.token), say: 'chosen', args: { engine: 'SQLite', setting }, severity: 'warning', confidence: 'medium', cause: 'SQLite by a setting', data: { setting: '', variables: [], default: true, maker: nameOf(functionOf(call)) } });
}

/** Carries the data of an older version over, once: it opens what the program itself opens elsewhere. */
const carriesOver = /(?:^|\/)migrators?\//;

/** Databases inside the process that Go code opens. A branch over the kind of database means that a setting chooses. */
export const goDatabase = ruleMatcher({
  language: 'go',
  needles: [[sqliteDriver, /\.(?:Must)?(?:Open|Connect|ConnectContext|NewEngine|OpenDB)\(\s*[A-Za-z]/], [/\.(?:Must)?(?:Open|Connect|NewEngine)\(\s*"sqlite3?(?:[_-]\w+)?"/], [/driver\/sqlite|glebarez\/sqlite|bbolt|boltdb\/bolt|asdine\/storm|dgraph-io\/badger|goleveldb|cockroachdb\/pebble|tidwall\/buntdb|nutsdb\/nutsdb|ostafen\/clover/, /\.Open(?:File)?\(/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      const { path } = callee ?? {};
      if (!callee || path === undefined || carriesOver.test(cx.path) || isGenerated(cx) || isCommandLine(cx, call)) return;
      const named = byDriver.test(path) && opening.test(callee.name) ? driverOf(call) ?? '' : undefined;
      if (named === '') return onNamed(call, cx);
      const bySql = named !== undefined && /^sqlite3?(?:[_-]\w+)?$/.test(named);
      const engine = bySql ? 'SQLite' : openers.find(([from, name]) => from.test(path) && name.test(callee.name))?.[2];
      if (engine === undefined || (args(call).length === 1 && stringValue(args(call)[0]) === '') || /:memory:|InMemory|WithInMemory\(true\)/.test(call.text)) return;
      const choice = choiceAround(call) ?? choiceOfCaller(call);
      const setting = choice?.when === 'selected' ? choice.setting : undefined;
      cx.report({
        at: span(callee.token), say: setting ? 'chosen' : choice ? 'fallback' : 'store', args: { engine, ...(setting ? { setting } : {}) }, severity: choice ? 'warning' : 'error', confidence: choice ? 'medium' : 'high',
        data: { setting: '', variables: [], default: true, maker: nameOf(functionOf(call)) },
      });
    },
  },
});
