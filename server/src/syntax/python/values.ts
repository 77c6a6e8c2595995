import { argument, below, calledName, enclosing, field, filledIn, keywordsOf, literalText, named, plainText, positional, qualified, rootOf, type Once, type PythonNode } from './ask.js';
import { bindingsOf, functionNamed, madeBy, soleValue, typeOf } from './scope.js';

/** A value that an expression may have. */
export interface Possible {
  /** The node that gives it. */
  readonly node: PythonNode;
  /** `literal`: written in the code; `environment`: only the deployment says; `code`: computed. */
  readonly from: 'literal' | 'environment' | 'code';
  /** Text of a literal: strings without quotes, numbers, True and None as written. */
  readonly text?: string;
  /** Environment variable or condition that replaces the value, or, for `environment`, gives it. */
  readonly setting?: string;
}

/** A value that comes from outside the code. */
export interface OutsideRead {
  readonly name: string;
  readonly default?: PythonNode;
}

const direct = /^(?:os\.environ\.get|os\.getenv|environ\.get|getenv|decouple\.config|decouple\.AutoConfig|starlette\.config\.Config)$/;
const readers = /(?:^|\.)(?:environ\.(?:File[aA]ware)?Env|environs\.Env|environs\.Environs|decouple\.(?:Auto)?Config|starlette\.config\.Config|envparse\.Env|configurations\.values\.\w+)$/;
const variableName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
const urlReaders: Readonly<Record<string, string>> = { db: 'DATABASE_URL', db_url: 'DATABASE_URL', cache: 'CACHE_URL', cache_url: 'CACHE_URL', email_url: 'EMAIL_URL', search_url: 'SEARCH_URL' };

/** A default may be handed over by position or by one of the names that libraries use for it. */
function defaultOf(call: PythonNode): { readonly default?: PythonNode } {
  const value = argument(call, 'default', 1) ?? argument(call, 'fallback') ?? argument(call, 'default_value');
  return value ? { default: value } : {};
}

/** `environ.Env(MEDIA_ROOT=(str, "media"))` says for all readers what holds without the variable. */
function declaredDefault(cx: Once, call: PythonNode, name: string): { readonly default?: PythonNode } {
  const callee = field(call, 'function');
  const made = madeBy(cx, callee?.type === 'attribute' ? field(callee, 'object') : callee);
  const declared = made ? keywordsOf(made).get(name) : undefined;
  const value = declared?.type === 'tuple' ? named(declared)[1] : undefined;
  return value ? { default: value } : {};
}

/** What an expression reads from the environment or from a configuration outside the code; `undefined` when it does not. */
export function outsideRead(cx: Once, node: PythonNode): OutsideRead | undefined {
  if (node.type === 'subscript') {
    const name = plainText(field(node, 'subscript'));
    return name !== undefined && /^(?:os\.)?environ$/.test(qualified(cx, field(node, 'value'))) ? { name } : undefined;
  }
  if (node.type !== 'call') return undefined;
  const callee = calledName(cx, node);
  const [first, second, third] = positional(node);
  const name = plainText(first);
  const option = optionOf(cx, node);
  if (option) return option;
  if (callee === 'getattr' && second && /conf|setting|^local/i.test(first?.text ?? '')) {
    const key = plainText(second);
    return key === undefined ? undefined : { name: key, ...(third ? { default: third } : {}) };
  }
  if (/^dj_database_url\.(?:config|parse)$/.test(callee)) return { name: plainText(argument(node, 'env')) ?? 'DATABASE_URL', ...(argument(node, 'default') ? defaultOf(node) : {}) };
  if (/^django_cache_url\.(?:config|parse)$/.test(callee)) return { name: plainText(argument(node, 'env')) ?? 'CACHE_URL', ...(argument(node, 'default') ? defaultOf(node) : {}) };
  const object = field(field(node, 'function'), 'object');
  const isReader = readers.test(typeOf(cx, field(node, 'function'))) || (object !== undefined && readers.test(typeOf(cx, object)));
  if (name === undefined) {
    const variable = isReader ? urlReaders[field(field(node, 'function'), 'attribute')?.text ?? ''] : undefined;
    return variable === undefined ? undefined : { name: variable, ...(argument(node, 'default') ? defaultOf(node) : {}) };
  }
  if (isReader && !defaultOf(node).default) return { name, ...declaredDefault(cx, node, name) };
  if (direct.test(callee) || isReader) return { name, ...defaultOf(node) };
  // Helpers of the project itself: `envint("PORT", 80)`, `get_bool_from_env("APP_DEBUG")`.
  return variableName.test(name) && /env|conf|setting|secret|get_|read|parse/i.test(callee) ? { name, ...defaultOf(node) } : undefined;
}

const iniKey = {};

/** `config.get("filesystem", "media", fallback=…)`, `config.has_option("site", "secret")` of a ConfigParser: the setting goes by its section and name. */
function optionOf(cx: Once, call: PythonNode): OutsideRead | undefined {
  const callee = field(call, 'function');
  const method = callee?.type === 'attribute' ? (field(callee, 'attribute')?.text ?? '') : '';
  const [section, name] = positional(call).map(plainText);
  if (!/^(?:get|getint|getfloat|getboolean|has_option)$/.test(method) || !section || !name || !/(?:config|conf|cfg|parser|ini|settings)$/i.test(field(callee, 'object')?.text ?? '')) return undefined;
  const fallback = argument(call, 'fallback');
  // Flask's and other dictionaries have names in capitals and a default behind them.
  if (!fallback && variableName.test(section)) return undefined;
  // `options.get("host", "localhost")` of a dictionary brings a default as its second argument.
  if (!fallback && method !== 'has_option' && !cx.once(iniKey, () => /\bhas_option\(|\b[Cc]onfig[Pp]arser\b|\bfallback\s*=/.test(rootOf(call).text))) return undefined;
  return { name: `[${section}] ${name}`, ...(fallback ? { default: fallback } : {}) };
}

/** Names the setting that a condition asks for: an environment variable where one is visible, else the name or text. */
export function settingIn(cx: Once, condition: PythonNode): string {
  for (const node of [condition, ...below(condition, 'call', 'subscript', 'identifier')]) {
    const values = node.type === 'identifier' ? bindingsOf(cx, node).flatMap(({ value }) => value ?? []) : [node];
    const reads = values.length > 0 ? values.flatMap((value) => [value, ...below(value, 'call', 'subscript')]).map((each) => outsideRead(cx, each)).find((each) => each !== undefined) : undefined;
    if (reads) return reads.name;
  }
  // `kind == POSTGRES and settings.database_url`: a constant that a value is compared with switches nothing.
  const asked = [condition, ...below(condition, 'attribute')].find((each) => each.type === 'attribute' && /^(?:\w+\.)*(?:settings|config|conf|cfg)$/.test(field(each, 'object')?.text ?? '') && !isCompared(each));
  if (asked) return variableName.test(field(asked, 'attribute')?.text ?? '') ? (field(asked, 'attribute')?.text ?? asked.text) : asked.text;
  const name = [condition, ...below(condition, 'identifier')].find((each) => each.type === 'identifier' && variableName.test(each.text))?.text
    ?? below(condition, 'string').map(plainText).find((text) => text !== undefined && variableName.test(text));
  return name ?? condition.text.replace(/\s+/g, ' ').slice(0, 40);
}

function isCompared(node: PythonNode): boolean {
  return node.parent?.type === 'comparison_operator' || node.parent?.type === 'call';
}

const nothing: ReadonlySet<string> = new Set(['None', 'False', '']);

function other(cx: Once, value: PythonNode, setting: string, depth: number): readonly Possible[] {
  return possibleValues(cx, value, depth - 1).map((each) => (each.setting === undefined && each.from !== 'environment' ? { ...each, setting } : each));
}

/** Values that an expression may have, as far as the file shows; several where a condition or the environment decides. */
export function possibleValues(cx: Once, node: PythonNode, depth = 6): readonly Possible[] {
  if (depth === 0) return [{ node, from: 'code' }];
  const read = outsideRead(cx, node);
  if (read) {
    const given: Possible = { node, from: 'environment', setting: read.name };
    return read.default && !nothing.has(plainText(read.default) ?? read.default.text) ? [given, ...other(cx, read.default, read.name, depth)] : [given];
  }
  const text = plainText(node);
  if (text !== undefined) return [{ node, from: 'literal', text }];
  switch (node.type) {
    case 'integer': case 'float': case 'true': case 'false': case 'none':
      return [{ node, from: 'literal', text: node.text }];
    case 'parenthesized_expression': case 'await':
      return possibleValues(cx, named(node)[0] ?? node, depth - 1);
    case 'conditional_expression': {
      const [yes, condition, no] = named(node);
      if (!yes || !condition || !no) return [{ node, from: 'code' }];
      // What only developers and tests get is no value that users meet.
      if (stageOf(condition.text, true) === 'development') return possibleValues(cx, no, depth - 1);
      if (stageOf(condition.text, true) === 'production') return possibleValues(cx, yes, depth - 1);
      return [...other(cx, yes, settingIn(cx, condition), depth), ...other(cx, no, settingIn(cx, condition), depth)];
    }
    case 'boolean_operator':
      return orValues(cx, node, depth);
    case 'identifier':
      return nameValues(cx, node, depth);
    case 'call':
      return callValues(cx, node, depth);
    default:
      return [{ node, from: 'code' }];
  }
}

/** `a or b`: the second where the first is not set. */
function orValues(cx: Once, node: PythonNode, depth: number): readonly Possible[] {
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (!left || !right || field(node, 'operator')?.text !== 'or') return [{ node, from: 'code' }];
  return [...possibleValues(cx, left, depth - 1), ...other(cx, right, settingIn(cx, left), depth)];
}

function nameValues(cx: Once, node: PythonNode, depth: number): readonly Possible[] {
  const bindings = bindingsOf(cx, node).filter(({ at, value }) => at.startIndex < node.startIndex && value?.type !== 'function_definition' && value?.type !== 'class_definition');
  if (bindings.length === 0 || bindings.length > 4) return [{ node, from: 'code' }];
  return bindings.flatMap(({ at, value }) => {
    if (!value || value.startIndex <= node.startIndex && node.startIndex < value.endIndex) return [{ node, from: 'code' as const }];
    const guard = guardsOf(cx, at)[0];
    const values = possibleValues(cx, value, depth - 1);
    return guard ? values.map((each) => (each.setting === undefined ? { ...each, setting: guard.setting } : each)) : values;
  });
}

const wrappers = /^(?:str|int|bool|float|list|Path|pathlib\.Path)$/;

/** Conversions are looked through, and functions of the file that return one thing. */
function callValues(cx: Once, call: PythonNode, depth: number): readonly Possible[] {
  const callee = field(call, 'function');
  const [first, ...more] = positional(call);
  if (callee?.type === 'identifier') {
    if (wrappers.test(qualified(cx, callee)) && first && more.length === 0) return possibleValues(cx, first, depth - 1);
    const own = functionNamed(cx, callee, callee.text);
    const returned = own ? below(own, 'return_statement').flatMap((each) => named(each)[0] ?? []) : [];
    if (returned.length === 1 && returned[0]) return possibleValues(cx, returned[0], depth - 1);
    // `parse_boolean(os.environ.get("X", "true"))`
    if (first && outsideRead(cx, first)) return possibleValues(cx, first, depth - 1);
  }
  const object = field(callee, 'object');
  if (callee?.type === 'attribute' && object && /^(?:split|strip|lower|rstrip|removesuffix|replace)$/.test(field(callee, 'attribute')?.text ?? '')) return possibleValues(cx, object, depth - 1);
  return [{ node: call, from: 'code' }];
}

// --- conditions around a statement ---------------------------------------------------------------------------------

export interface Guard {
  readonly setting: string;
  readonly text: string;
  /** False in an `else` and under `not`. */
  readonly holds: boolean;
  /** `development` when the statement only runs on a developer's machine or under test, `production` when it does not run there. */
  readonly stage?: 'development' | 'production';
}

const development = /\b(?:\w*_)?(?:DEBUG|debug|TESTING|testing|DEVELOPMENT|development|DEV|IS_DEV|is_dev|RUNNING_TESTS|PYTEST_\w+|IS_TEST\w*|LOCAL|local)\b|['"](?:dev|development|local|test|testing)['"]|\bsys\.argv\b|\bpytest\b/;
const production = /\b(?:\w*_)?(?:PRODUCTION|production|IS_PROD\w*|is_prod\w*|PROD)\b|['"](?:prod|production)['"]/;

function stageOf(text: string, holds: boolean): Guard['stage'] | undefined {
  const positive = holds !== /^\s*not\b|!=|\bis False\b|\bis not\b|==\s*False/.test(text);
  if (development.test(text)) return positive ? 'development' : 'production';
  return production.test(text) ? (positive ? 'production' : 'development') : undefined;
}

/** The `if`s around a node within its function, innermost first. */
export function guardsOf(cx: Once, node: PythonNode): readonly Guard[] {
  const found: Guard[] = [];
  for (let at: PythonNode = node; at.parent && at.type !== 'function_definition' && at.type !== 'class_definition'; at = at.parent) {
    const above: PythonNode = at.parent;
    const inElse = at.type === 'else_clause' || at.type === 'elif_clause';
    const condition = above.type === 'if_statement' || above.type === 'elif_clause' || above.type === 'conditional_expression'
      ? (field(above, 'condition') ?? (above.type === 'conditional_expression' ? named(above)[1] : undefined)) : undefined;
    if (!condition || at.id === condition.id) continue;
    const isAlternative = inElse || (above.type === 'conditional_expression' && named(above)[2]?.id === at.id);
    const stage = stageOf(condition.text, !isAlternative);
    found.push({ setting: settingIn(cx, condition), text: condition.text, holds: !isAlternative, ...(stage ? { stage } : {}) });
  }
  return found;
}

const standIns = /mock|monkey_?patch|(?:^|[._])(?:patch|fake|stub)(?:$|_)/i;

/** Answers made up for tests that stand beside the code they are for: `MockResponse({"ip": …})`, `def _monkeypatch()`. */
function isMadeUp(node: PythonNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    const name = at.type === 'call' ? field(at, 'function')?.text : at.type === 'function_definition' || at.type === 'class_definition' ? field(at, 'name')?.text : undefined;
    if (name !== undefined && standIns.test(name)) return true;
  }
  return false;
}

/** Whether a node only runs where developers work or tests run. */
export function isDevelopmentOnly(cx: Once, node: PythonNode): boolean {
  return isMadeUp(node) || guardsOf(cx, node).some(({ stage }) => stage === 'development');
}

const tableOfDefaults = /^_*(?:defaults?|default_?(?:config\w*|settings?|options?|values?|params?|preferences)|\w+_defaults|config_defaults?)$/i;

/** Whether a literal is only what a table of defaults says (`DEFAULTS = {"CACHE_DIR": …}`), which whoever configures the program replaces. */
export function isInTableOfDefaults(node: PythonNode): boolean {
  const dictionary = enclosing(node, 'dictionary');
  for (let at = dictionary; at; at = enclosing(at, 'dictionary')) {
    const name = at.parent?.type === 'assignment' ? field(at.parent, 'left')?.text : undefined;
    if (name !== undefined) return tableOfDefaults.test(name);
  }
  return false;
}

// --- paths and joined texts ----------------------------------------------------------------------------------------

/** Text of a path or URL that the code puts together: unknown parts become {@link filledIn}. `undefined` when nothing of it is known. */
export function joinedText(cx: Once, node: PythonNode | undefined, depth = 6): string | undefined {
  if (!node || depth === 0) return undefined;
  const text = literalText(node);
  if (text !== undefined) return text;
  const part = (each: PythonNode | undefined): string => joinedText(cx, each, depth - 1) ?? filledIn;
  if (node.type === 'parenthesized_expression') return joinedText(cx, named(node)[0], depth - 1);
  if (node.type === 'identifier') {
    const value = soleValue(cx, node);
    return value && !value.text.startsWith(node.text) ? joinedText(cx, value, depth - 1) : undefined;
  }
  if (node.type === 'binary_operator') {
    const operator = field(node, 'operator')?.text;
    if (operator === '+') return part(field(node, 'left')) + part(field(node, 'right'));
    if (operator === '/') return `${part(field(node, 'left'))}/${part(field(node, 'right'))}`;
    return operator === '%' ? literalText(field(node, 'left'))?.replace(/%\(?\w*\)?[sdr]/g, filledIn) : undefined;
  }
  if (node.type !== 'call') return undefined;
  const callee = calledName(cx, node);
  if (/^(?:os\.path\.join|posixpath\.join|pathlib\.Path|Path)$/.test(callee)) return positional(node).map(part).join('/');
  // `location('media')`, `root("public", "media")`: helpers that put a folder before a name.
  if (/(?:^|[._])(?:path|location|root|dir|here|rel\w*|base|join\w*|from_root)$/i.test(callee) && positional(node).length > 0 && positional(node).every((each) => plainText(each) !== undefined)) return [filledIn, ...positional(node).map(part)].join('/');
  if (/^(?:str|os\.path\.(?:abspath|realpath|normpath|expanduser)|os\.fspath)$/.test(callee)) return part(positional(node)[0]);
  return field(field(node, 'function'), 'attribute')?.text === 'format' ? literalText(field(field(node, 'function'), 'object'))?.replace(/\{[^}]*\}/g, filledIn) : undefined;
}
