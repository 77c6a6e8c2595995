import type { ProjectCheck, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { PythonSetting } from '../../../facts/python/setting.js';
import { localValues, shownSetting } from '../../../facts/python/settings.js';
import { argument, calledName, enclosing, enclosingFunction, parentsOf, plainText, span, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly, joinedText, outsideRead, possibleValues } from '../../../syntax/python/values.js';

const isSqlite = /^sqlite(?:\+\w+)?:|\.sqlite3$|spatialite/;
const noData = { setting: '', variables: [], default: false };

function judge({ value, key }: PythonSetting): 'local' | 'shared' | undefined {
  if (value === undefined) return 'shared';
  // Elsewhere than in a file a database of this kind is one of a test.
  return isSqlite.test(value) && !(key !== 'DATABASES' && /^sqlite:\/\/(?:\/:memory:)?$/.test(value)) ? 'local' : 'shared';
}

const keys = /^(?:DATABASES\.default\.ENGINE|SQLALCHEMY_DATABASE_URI)$/;

/** SQLite as the database of Django and Flask-SQLAlchemy. */
export const pythonSettingsDatabase: ProjectCheck<'python.setting'> = {
  subject: 'python.setting',
  reads: [],
  check(subject, { model, report }) {
    if (!keys.test(subject.value.key) || judge(subject.value) !== 'local') return;
    const found = localValues(model, subject.file, subject.value.key, judge).find(({ fact }) => fact === subject);
    if (!found) return;
    const unless = found.setting !== undefined;
    report({
      say: unless ? 'code-unless' : 'store', args: { engine: 'SQLite', ...(unless ? { setting: shownSetting(found.setting ?? '') } : {}) },
      ...(unless ? { severity: 'warning' as const } : {}), cause: 'python database', data: { ...noData, python: subject.value.key },
    });
  },
};

/** Functions that open a database by its URL or file, and the argument that names it. */
const openers: Readonly<Record<string, { readonly engine: string; readonly argument: string; readonly url: boolean }>> = {
  'sqlalchemy.create_engine': { engine: 'SQLite', argument: 'url', url: true },
  'sqlalchemy.engine.create_engine': { engine: 'SQLite', argument: 'url', url: true },
  'sqlmodel.create_engine': { engine: 'SQLite', argument: 'url', url: true },
  'sqlalchemy.ext.asyncio.create_async_engine': { engine: 'SQLite', argument: 'url', url: true },
  'databases.Database': { engine: 'SQLite', argument: 'url', url: true },
  'sqlite3.connect': { engine: 'SQLite', argument: 'database', url: false },
  'aiosqlite.connect': { engine: 'SQLite', argument: 'database', url: false },
  'peewee.SqliteDatabase': { engine: 'SQLite', argument: 'database', url: false },
  'tinydb.TinyDB': { engine: 'TinyDB', argument: 'path', url: false },
  'shelve.open': { engine: 'shelve', argument: 'filename', url: false },
  'dbm.open': { engine: 'dbm', argument: 'file', url: false },
  'plyvel.DB': { engine: 'LevelDB', argument: 'name', url: false },
};

/** What fills a database of SQL, and what fills the others. */
const writes = /\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|CREATE\s+(?:TABLE|VIRTUAL\s+TABLE)|UPDATE\s+\w+\s+SET)\b|\.commit\(|\.create_tables\(/i;
const puts = /\.(?:insert|put|upsert|sync)\(|\]\s*=[^=]/;

function isKept(text: string | undefined, url: boolean): boolean {
  if (text === undefined) return !url;
  if (/:memory:|mode=memory|^sqlite(?:\+\w+)?:\/\/$|^$|^\/tmp\b|\/tmp\//.test(text)) return false;
  return url ? /^sqlite(?:\+\w+)?:/.test(text) : true;
}

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const opener = openers[calledName(cx, call)];
  const given = opener && argument(call, opener.argument, 0);
  // A file that is only read comes with the image.
  if (opener && !opener.url && !(opener.engine === 'SQLite' ? writes : puts).test(cx.text)) return;
  if (!opener || !given || isDevelopmentOnly(cx, call) || isCommandLine(cx, call)) return;
  const values = possibleValues(cx, given);
  const local = values.find((each) => each.from !== 'environment' && (each.text ?? joinedText(cx, each.node)) !== undefined && isKept(each.text ?? joinedText(cx, each.node), opener.url));
  if (!local) return;
  // A function that opens whatever file it is given decides nothing.
  const setting = local.setting ?? values.find((each) => each.from === 'environment')?.setting;
  cx.report({
    at: span(given), say: setting === undefined ? 'store' : 'code-unless', args: { engine: opener.engine, ...(setting === undefined ? {} : { setting }) },
    severity: setting !== undefined || enclosingFunction(call) !== undefined && !opener.url ? 'warning' : 'error', confidence: 'medium', cause: 'python database', data: noData,
  });
}

/** `database_url: str = "sqlite:///…"` of pydantic's settings, which the environment replaces. */
function onAssignment(node: PythonNode, cx: RuleFileContext): void {
  const value = node.childForFieldName('right');
  const name = node.childForFieldName('left');
  const type = enclosing(node, 'class_definition');
  if (!value || !name || !type || enclosingFunction(node) || !parentsOf(cx, type).some((parent) => /(?:^|\.)BaseSettings$/.test(parent))) return;
  const text = value.type === 'call' && !outsideRead(cx, value) ? plainText(argument(value, 'default', 0)) : plainText(value);
  if (text === undefined || !isKept(text, true)) return;
  cx.report({ at: span(value), say: 'code-unless', args: { engine: 'SQLite', setting: name.text.toUpperCase() }, severity: 'warning', confidence: 'medium', cause: 'python database', data: { ...noData, setting: name.text } });
}

/** Databases in the process that code opens. */
export const pythonDatabase = ruleMatcher({
  language: 'python',
  needles: [['create_engine'], ['create_async_engine'], ['databases', 'Database'], ['sqlite3', 'connect'], ['aiosqlite'], ['SqliteDatabase'], ['TinyDB'], ['shelve'], ['dbm'], ['plyvel'], ['BaseSettings', /["']sqlite/]],
  on: { call: onCall, assignment: onAssignment },
});
