import type { ProjectCheck } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { laravelDefaultReads, laravelSetting, whereLeftOut } from '../../../facts/php/laravel-default.js';
import { localChoice, phpSettingReads, settingBeside, stateOf } from '../../../facts/php/setting-state.js';
import { needsPackage } from '../../../facts/build/packages.js';
import { variableSet } from '../../../facts/dotenv.js';
import { isSample } from '../../../syntax/php/sample.js';
import { args, calledName, createdClass, isCommandLine } from '../../../syntax/php/ask.js';
import { literalText, readValue, settingsOf } from '../../../syntax/php/value.js';
import { enclosing, named, span } from '../../../syntax/tree-sitter/nodes.js';

const data = { setting: '', variables: [] as readonly string[], default: true };

/** Laravel's default connection when it is SQLite. */
export const phpDefaultDatabase: ProjectCheck<'php.setting'> = {
  subject: 'php.setting',
  reads: phpSettingReads,
  check(subject, { model, report }) {
    if (subject.value.key !== 'database.default') return;
    const choice = localChoice(model, subject, (value) => {
      const driver = settingBeside(model, subject, `database.connections.${value}.driver`);
      return (driver ? stateOf(model, driver)?.value : value) === 'sqlite';
    });
    if (choice) report({ say: choice.fixed ? 'store' : 'code-unless', args: { engine: 'SQLite', setting: choice.setting }, severity: choice.severity, confidence: 'high', data });
  },
};

/** The same where Laravel 11 or later brings the configuration of databases itself, which begins with SQLite. */
const unsetDatabase: ProjectCheck<'php.laravel-start'> = {
  subject: 'php.laravel-start',
  reads: laravelDefaultReads,
  check({ file }, { model, report }) {
    if (variableSet(model, file, 'DB_CONNECTION') || laravelSetting(model, file, 'database.default', 'DB_CONNECTION', 'sqlite')?.value !== 'sqlite') return;
    report({ say: 'code-unless', args: { engine: 'SQLite', setting: 'DB_CONNECTION' }, severity: 'warning', confidence: 'medium', data });
  },
};

const setDatabase = whereLeftOut('database.default', 'DB_CONNECTION', ({ value, fixed }, fact, { report }) => {
  if (value === 'sqlite') report({ say: fixed ? 'store' : 'code-unless', args: { engine: 'SQLite', setting: fact.value.name }, severity: fixed ? 'error' : 'warning', confidence: 'high', data });
});

/** Databases of Laravel 11 and later without `config/database.php`. */
export const laravelDatabaseDefaults = [unsetDatabase, ...setDatabase] as const;

/** Doctrine's connection in the `.env` that Symfony ships, where nothing that deploys it says otherwise. */
export const symfonyDatabase: ProjectCheck<'config.dotenv'> = {
  subject: 'config.dotenv',
  reads: ['config.dotenv', 'config.environment', 'build.module'],
  check(subject, { model, report }) {
    const { name, value, use } = subject.value;
    if (use !== 'shipped' || !/^(?:\w+_)?DATABASE_URL$/.test(name) || !/^(?:pdo-)?sqlite3?:\/\/(?!.*:memory:)/.test(value)) return;
    if (!needsPackage(model, subject.file, 'doctrine/doctrine-bundle', 'doctrine/dbal', 'doctrine/orm', 'symfony/orm-pack') || variableSet(model, subject.file, name)?.from === 'manifest') return;
    report({ say: 'code-unless', args: { engine: 'SQLite', setting: name }, severity: 'warning', confidence: 'high', data: { ...data, setting: name } });
  },
};

/** SQLite files that PHP code opens by name. */
export const phpDatabase = ruleMatcher({
  language: 'php',
  needles: [['SQLite3', 'new'], ['PDO', 'sqlite:']],
  on: {
    object_creation_expression(creation, cx) {
      const type = named(creation)[0];
      const name = createdClass(cx, creation);
      const source = readValue(cx, args(creation)[0]);
      const written = source.text ?? args(creation)[0]?.text ?? '';
      const opens = name === 'SQLite3' ? source.variables.length === 0 && !/\$/.test(written) : /^PDO(?:\\Sqlite)?$/.test(name) && /^["']?sqlite:(?!:memory:)/.test(written);
      if (type && opens && !/:memory:/.test(written) && !isCommandLine(cx, creation)) cx.report({ at: span(type), say: 'store', args: { engine: 'SQLite' }, severity: 'warning', confidence: 'medium', data });
    },
  },
});

/** `define('DB_DRIVER', getenv('DB_DRIVER') ?: 'sqlite')`, where an application lets its administrator choose. */
export const phpDriver = ruleMatcher({
  language: 'php',
  needles: [['define', /define\(\s*['"]\w*(?:DB|DATABASE)_?(?:DRIVER|TYPE|ENGINE|CONNECTION)['"]\s*,[^\n]*sqlite/i]],
  on: {
    function_call_expression(call, cx) {
      const [name, value] = args(call);
      const key = literalText(name) ?? '';
      if (calledName(call) !== 'define' || !value || !/(?:DB|DATABASE)_?(?:DRIVER|TYPE|ENGINE|CONNECTION)$/i.test(key) || isSample(cx.path) || isCommandLine(cx, call)) return;
      const { text, variables, literal } = readValue(cx, value);
      if (!literal || !/^(?:pdo_?)?sqlite3?$/i.test(text ?? '')) return;
      const asked = variables[0] ?? (new RegExp(`\\bdefined\\s*\\(\\s*['"]${key}['"]`).test(enclosing(call, 'if_statement', 'binary_expression')?.text ?? '') ? key : undefined);
      cx.report({ at: span(literal), say: asked === undefined ? 'store' : 'code-unless', args: { engine: 'SQLite', ...(asked === undefined ? {} : { setting: asked }) }, severity: 'warning', confidence: 'medium', data: { ...data, setting: asked ?? '' } });
    },
  },
});

/** `'db' => ['type' => 'sqlite']` of the settings that an application brings along: what holds until somebody chooses another. */
export const phpConfiguredDatabase = ruleMatcher({
  language: 'php',
  files: ['**/*config*.php', '**/{config,Config}/*.php', '**/settings*.php'],
  needles: [[/['"](?:type|driver|engine|adapter)['"]\s*=>\s*[^\n]*['"](?:pdo_?)?sqlite3?['"]/i]],
  on: {
    program(root, cx) {
      // A sample is filled in before it is used; defaults hold as they are.
      if (isCommandLine(cx, root) || (isSample(cx.path) && !/defaults?\.php$/i.test(cx.path))) return;
      const found = settingsOf(cx, root).find(({ key, text }) => /^(?:db|database)\.(?:type|driver|engine|adapter)$/i.test(key) && /^(?:pdo_?)?sqlite3?$/i.test(text ?? ''));
      if (!found?.literal) return;
      const setting = found.variables[0] ?? found.key;
      cx.report({ at: span(found.literal), say: 'code-unless', args: { engine: 'SQLite', setting }, severity: 'warning', confidence: 'medium', data: { ...data, setting } });
    },
  },
});
