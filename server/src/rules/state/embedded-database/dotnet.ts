import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import type { Span } from '../../../base/text.js';
import { appSettings, appsettingsGlobs, type AppSetting, environmentOf } from '../../../syntax/appsettings.js';
import { profileKind } from '../../../syntax/config-file.js';
import { embeddedEngine } from '../../../syntax/connection-string.js';
import { args, calledName, callName, createdType, descendants, enclosing, enclosingMember, enclosingType, field, named as partsOf, nameOf, plain, span, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { isDesignTime } from '../../../syntax/csharp/surroundings.js';
import { attribute } from '../../../syntax/xml/ask.js';

/** What is said of a database of one Windows machine. */
export const dotnetMessages: Readonly<Record<string, Localized>> = {
  machine: {
    en: '`{setting}` uses {engine}, a database of one Windows machine: no Linux container has it, and on Windows every replica has data of its own.',
    ko: '`{setting}` 설정이 Windows 서버 한 대에만 있는 {engine} 데이터베이스를 사용합니다. Linux 컨테이너에서는 쓸 수 없고, Windows에서도 레플리카마다 데이터가 따로 쌓입니다.',
  },
};

const engineWord = /lite_?db|sqlite|sqlce/i;

function tellSetting(cx: RuleFileContext, setting: string, value: string, at: Span, profile: string | undefined): void {
  const engine = embeddedEngine(value);
  const kind = profileKind(profile?.toLowerCase());
  if (engine === undefined || kind === 'test' || kind === 'development') return;
  const machine = engine === 'LocalDB';
  // A key that names its engine is one of several, and another setting chooses among them.
  const named = engineWord.exec(setting)?.[0];
  const shown = named !== undefined && /lite_?db/i.test(named) ? 'LiteDB' : engine;
  cx.report({
    at, say: machine ? 'machine' : 'setting', args: { setting, engine: shown }, severity: machine ? 'warning' : named === undefined ? 'error' : 'info', cause: 'embedded-database',
    data: { setting, variables: [], default: kind === 'default' },
  });
}

/** Whether a switch beside a setting that names its engine turns that engine off: `UseLiteDb` beside `LiteDbConnectionString`. */
function isSwitchedOff(setting: string, settings: readonly AppSetting[]): boolean {
  const section = setting.slice(0, setting.lastIndexOf(':') + 1);
  const engine = engineWord.exec(setting.slice(section.length))?.[0];
  return engine !== undefined && settings.some(({ key, value }) => value === 'false' && key.startsWith(section) && new RegExp(`^(?:is|use|enable)?${engine}(?:enabled)?$`, 'i').test(key.slice(section.length)));
}

/** Connection strings of appsettings files. */
export const appsettingsDatabase = ruleMatcher({
  language: 'json', files: appsettingsGlobs, needles: [[/(?:data ?source|server|filename)\s*=/i]],
  on: {
    document({ root }, cx) {
      const settings = appSettings(root);
      for (const { key, value, valueSpan } of settings) if (!isSwitchedOff(key, settings)) tellSetting(cx, key, value, valueSpan, environmentOf(cx.path));
    },
  },
});

/** Connection strings of web.config and app.config. */
export const configDatabase = ruleMatcher({
  language: 'xml', files: ['**/{[Ww]eb,[Aa]pp}.[Cc]onfig'], needles: [['connectionString']],
  on: {
    add(element, cx) {
      const value = attribute(element, 'connectionString');
      if (value) tellSetting(cx, attribute(element, 'name')?.value ?? 'connectionString', value.value, value.valueSpan, undefined);
    },
  },
});

const others = /\bUse(?:SqlServer|Npgsql|MySql|MySQL|Oracle|PostgreSql|Db2|Cosmos|MongoDB)\s*\(/;

/** What decides whether the engine is used: the value of the `switch` around it, or the condition. */
function chooser(node: CsNode): string | undefined {
  const section = enclosing(node, 'switch_section', 'switch_expression_arm');
  const statement = section && enclosing(section, 'switch_statement', 'switch_expression');
  const value = statement && (field(statement, 'value') ?? partsOf(statement)[0]);
  if (value) return plain(value).slice(0, 60);
  const { kind, setting } = choice(node);
  return kind === 'setting' ? setting : undefined;
}

/** A class that says it takes the place of the real one in tests. */
const standsIn = /^(?:Test|Testing|Tests|Fake|Mock|Stub)(?=[A-Z])/;

/** Whether a connection is to the file that a method for backups is handed: what the application lives on is another one. */
function isBackup(creation: CsNode): boolean {
  const member = enclosingMember(creation);
  const parameters = member && field(member, 'parameters');
  const names = parameters ? partsOf(parameters).map(nameOf) : [];
  const within = args(creation).flatMap((argument) => [argument, ...descendants(argument, 'identifier')]).filter(({ type }) => type === 'identifier').map(({ text }) => text);
  return within.some((name) => /backup|snapshot/i.test(name)) || (/Backup|Restore|Snapshot/.test(member ? nameOf(member) : '') && within.some((name) => names.includes(name)));
}

function tell(cx: RuleFileContext, at: CsNode, engine: string): void {
  if (choice(at).kind === 'development' || isDesignTime(at)) return;
  const setting = chooser(at);
  const data = { setting: '', variables: [], default: true };
  // A class that is named after the engine is one of several, and something else chooses among them.
  const type = enclosingType(at);
  if (type && standsIn.test(nameOf(type))) return;
  const named = new RegExp(engine.split(' ')[0] ?? engine, 'i');
  const variant = named.test(type ? nameOf(type) : '') || named.test(cx.path);
  if (variant) cx.report({ at: span(at), say: 'fallback', args: { engine }, severity: 'info', cause: 'embedded-database', data });
  else if (setting !== undefined) cx.report({ at: span(at), say: 'chosen', args: { setting, engine }, severity: 'warning', cause: 'embedded-database', data });
  else if (others.test(cx.text)) cx.report({ at: span(at), say: 'fallback', args: { engine }, severity: 'warning', cause: 'embedded-database', data });
  else cx.report({ at: span(at), say: 'store', args: { engine }, cause: 'embedded-database', data });
}

const connections: Readonly<Record<string, string>> = { LiteDatabase: 'LiteDB', LiteRepository: 'LiteDB', SQLiteConnection: 'SQLite', SqliteConnection: 'SQLite', SqlCeConnection: 'SQL Server Compact' };

/** Embedded databases that code opens. What lives in memory for one connection alone is no database of the application. */
export const csharpDatabase = ruleMatcher({
  language: 'csharp', needles: [['UseSqlite'], ['UseInMemoryDatabase'], ['LiteDatabase'], ['LiteRepository'], ['SQLiteConnection'], ['SqliteConnection'], ['SqlCeConnection']],
  on: {
    invocation_expression(call, cx) {
      const at = calledName(call);
      const name = callName(call);
      if (at && name === 'UseSqlite') tell(cx, at, 'SQLite');
      if (at && name === 'UseInMemoryDatabase') tell(cx, at, 'EF Core InMemory');
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const engine = connections[createdType(creation)];
      if (type && engine && !isBackup(creation) && !args(creation).some((argument) => /:memory:|Mode=Memory/i.test(stringValue(argument) ?? argument.text))) tell(cx, type, engine);
    },
  },
});
