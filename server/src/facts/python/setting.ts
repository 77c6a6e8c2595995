import { namesSecret } from '../../base/secrets.js';
import type { Span } from '../../base/text.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, calledName, enclosing, field, keywordsOf, methodOf, named, nameOf, pairsOf, plainText, positional, receiverOf, span, type PythonNode } from '../../syntax/python/ask.js';
import { stageOfFile, stageOfName, type Stage } from '../../syntax/python/profile.js';
import { bindingsOf, functionNamed } from '../../syntax/python/scope.js';
import { guardsOf, joinedText, possibleValues } from '../../syntax/python/values.js';

/** One value that a settings module, a configuration class or `app.config` gives to a setting of a framework. */
export interface PythonSetting {
  /** Dotted: `SESSION_ENGINE`, `CACHES.default.BACKEND`, `LOGGING.handlers.file.class`. */
  readonly key: string;
  /** What a literal says; absent for secrets and for what is not written in the code. Paths keep a mark for unknown parts. */
  readonly value?: string;
  readonly from: 'literal' | 'environment' | 'code';
  /** Qualified name of the function that computes it. */
  readonly call?: string;
  /** Environment variable or condition that decides whether the value holds. */
  readonly setting?: string;
  readonly stage: Stage;
  /** Module path, with the class where the setting stands in one. */
  readonly owner: string;
  /** `app`: given to an application object in code; `module` and `class`: declared. */
  readonly place: 'module' | 'class' | 'app';
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'python.setting': PythonSetting;
    /** What a settings module takes from other modules of settings: `from .base import *`. */
    'python.settings-import': { readonly module: string };
  }
}

const keys = [
  'SESSION_ENGINE', 'SESSION_CACHE_ALIAS', 'SESSION_FILE_PATH', 'SESSION_TYPE', 'SESSION_REDIS', 'SESSION_FILE_DIR', 'SESSION_CACHELIB', 'SESSION_STORE', 'CACHES', 'CACHE_TYPE', 'CACHE_REDIS_URL', 'CACHE_DIR',
  'DATABASES', 'SQLALCHEMY_DATABASE_URI', 'DATABASE_URL', 'CHANNEL_LAYERS', 'DEFAULT_FILE_STORAGE', 'STORAGES', 'MEDIA_ROOT', 'MEDIA_URL', 'SECRET_KEY', 'SECURE_SSL_REDIRECT', 'HAYSTACK_CONNECTIONS', 'LOGGING', 'ALLOWED_HOSTS',
  'RATELIMIT_STORAGE_URI', 'RATELIMIT_STORAGE_URL', 'RATELIMIT_USE_CACHE', 'INSTALLED_APPS', 'MIDDLEWARE', 'REST_FRAMEWORK', 'ROOT_URLCONF', 'UPLOAD_FOLDER', 'WHOOSH_BASE', 'SCHEDULER_JOBSTORES', 'CELERY_BROKER_URL', 'BROKER_URL',
  'CELERY_TASK_ALWAYS_EAGER', 'HUEY', 'Q_CLUSTER', 'FILE_UPLOAD_TEMP_DIR', 'MESSAGE_STORAGE', 'WAGTAILSEARCH_BACKENDS', 'JWT_SECRET_KEY', 'SECURITY_PASSWORD_SALT', 'DEFAULT_CACHE_ALIAS', 'STATIC_ROOT',
] as const;
const known: ReadonlySet<string> = new Set(keys);
const written = keys.join('|');

interface Target {
  readonly owner: string;
  readonly stage: Stage;
  readonly place: PythonSetting['place'];
}

const depthLimit = 5;

/** Dictionaries that a variable may stand for, each with what decides: `if ENGINE == "postgres": db = {…} else: db = {…}`. */
function choicesOf(cx: FactFileContext, name: PythonNode): readonly { readonly value: PythonNode; readonly setting: string | undefined }[] {
  const bindings = bindingsOf(cx, name).filter(({ at, value }) => at.startIndex < name.startIndex && value?.type === 'dictionary');
  return bindings.length > 4 ? [] : bindings.flatMap(({ at, value }) => {
    const guards = guardsOf(cx, at);
    return value && !guards.some(({ stage }) => stage === 'development') ? [{ value, setting: guards[0]?.setting }] : [];
  });
}

/** Emits one value, dictionaries key by key. */
function emitValue(cx: FactFileContext, key: string, at: Span, value: PythonNode, target: Target, setting: string | undefined, depth = depthLimit): void {
  const choices = value.type === 'identifier' && depth > 0 ? choicesOf(cx, value) : [];
  if (choices.length > 0) {
    for (const choice of choices) emitValue(cx, key, at, choice.value, target, choice.setting ?? setting, depth - 1);
    return;
  }
  const made = value.type === 'call' && value.childForFieldName('function')?.type === 'identifier' ? functionNamed(cx, value, calledName(cx, value)) : undefined;
  const returned = made ? below(made, 'return_statement').flatMap((each) => named(each)[0] ?? []) : [];
  const shown = returned.length === 1 && returned[0]?.type === 'dictionary' ? returned[0] : value;
  const pairs = depth > 0 ? pairsOf(cx, shown) : [];
  if (pairs.length > 0) {
    for (const pair of pairs) emitValue(cx, `${key}.${pair.key}`, shown === value ? (pair.value.type === 'dictionary' ? span(pair.keyNode) : span(pair.value)) : at, pair.value, target, setting, depth - 1);
    return;
  }
  if ((shown.type === 'list' || shown.type === 'tuple') && depth > 0) {
    for (const item of named(shown)) if (item.type === 'string') emitOne(cx, `${key}[]`, span(item), item, target, setting);
    return;
  }
  emitOne(cx, key, at, shown, target, setting);
}

function emitOne(cx: FactFileContext, key: string, at: Span, value: PythonNode, target: Target, setting: string | undefined): void {
  if (at.end <= at.start) return;
  if (value.type === 'call') emitSilentDefault(cx, key, at, value, target);
  for (const each of possibleValues(cx, value)) {
    const text = each.text ?? joinedText(cx, each.node);
    const decides = each.from === 'environment' ? each.setting : (each.setting ?? setting);
    const isShown = text !== undefined && !namesSecret(key) && !/:\/\/[^/\s]*:[^/\s]*@/.test(text);
    cx.emit('python.setting', isInside(each.node, value) && each.from === 'literal' ? span(each.node) : at, {
      key, from: each.from, ...target,
      ...(isShown ? { value: text } : {}),
      ...(each.node.type === 'call' ? { call: calledName(cx, each.node) } : {}),
      ...(decides === undefined ? {} : { setting: decides }),
    });
  }
}

/** `django_cache_url.config()` keeps entries in the process unless the environment names another place. */
function emitSilentDefault(cx: FactFileContext, key: string, at: Span, value: PythonNode, target: Target): void {
  if (calledName(cx, value) !== 'django_cache_url.config' || keywordsOf(value).has('default')) return;
  cx.emit('python.setting', at, { key, from: 'literal', ...target, value: 'locmem://', setting: plainText(keywordsOf(value).get('env')) ?? 'CACHE_URL' });
}

function isInside(node: PythonNode, outer: PythonNode): boolean {
  return node.startIndex >= outer.startIndex && node.endIndex <= outer.endIndex && node.startIndex < node.endIndex;
}

/** `CACHES["default"]["BACKEND"]` is `CACHES.default.BACKEND`; `app.config["X"]` is `X` of an application. */
function targetOf(cx: FactFileContext, left: PythonNode): { readonly key: string; readonly place: PythonSetting['place'] } | undefined {
  if (left.type === 'identifier') return { key: left.text, place: enclosing(left, 'class_definition') ? 'class' : 'module' };
  if (left.type === 'attribute') return field(left, 'attribute')?.text === 'secret_key' && /app/i.test(field(left, 'object')?.text ?? '') ? { key: 'SECRET_KEY', place: 'app' } : undefined;
  if (left.type !== 'subscript') return undefined;
  const object = field(left, 'value');
  const name = plainText(field(left, 'subscript'));
  if (!object || name === undefined) return undefined;
  if (isAppConfig(object)) return { key: name, place: 'app' };
  const above = targetOf(cx, object);
  return above && { ...above, key: `${above.key}.${name}` };
}

function isAppConfig(node: PythonNode): boolean {
  return node.type === 'attribute' ? field(node, 'attribute')?.text === 'config' : false;
}

/** What a place sets, and where that holds; `undefined` where only development or tests come by. */
function placeOf(cx: FactFileContext, node: PythonNode, place: PythonSetting['place'], key: string): { readonly target: Target; readonly setting: string | undefined } | undefined {
  const type = place === 'class' ? enclosing(node, 'class_definition') : undefined;
  const guards = guardsOf(cx, node);
  if (guards.some(({ stage }) => stage === 'development')) return undefined;
  // `if not SECRET_KEY:` lets an earlier value decide, whatever else it asks.
  // Whether a file is there comes after what somebody set.
  const told = guards.filter(({ text }) => !/\.(?:exists|is_file)\(\)|\b(?:isfile|exists)\(/.test(text));
  const depends = (told.length > 0 ? told : guards).find(({ stage, text }) => stage === undefined || new RegExp(`\\b${key.replace(/\W.*$/, '')}\\b`).test(text));
  const byClass = type ? stageOfName(nameOf(type)) : 'default';
  const stage = byClass === 'default' ? stageOfFile(cx.path) : byClass;
  return { target: { owner: type ? `${cx.path}#${nameOf(type)}` : cx.path, stage, place }, setting: depends?.setting };
}

function onAssignment(node: PythonNode, cx: FactFileContext): void {
  const left = field(node, 'left');
  const right = field(node, 'right');
  const to = left && targetOf(cx, left);
  if (!left || !right || !to || !known.has(to.key.replace(/\..*$/, ''))) return;
  if (to.place !== 'app' && enclosing(node, 'function_definition')) return;
  const at = placeOf(cx, node, to.place, to.key);
  if (at) emitValue(cx, to.key, right.type === 'dictionary' ? span(left) : span(right), right, at.target, at.setting);
}

/** `app.config.update(KEY=…)`, `.from_mapping(…)`, `DATABASES["default"].update({…})`. */
function onCall(call: PythonNode, cx: FactFileContext): void {
  const method = methodOf(call);
  const object = receiverOf(call);
  if (!object || !/^(?:update|from_mapping|setdefault)$/.test(method)) return;
  const prefix = isAppConfig(object) ? undefined : targetOf(cx, object);
  if (!isAppConfig(object) && (!prefix || !known.has(prefix.key.replace(/\..*$/, '')) || enclosing(call, 'function_definition'))) return;
  const at = placeOf(cx, call, prefix?.place ?? 'app', prefix?.key ?? '-');
  if (!at) return;
  const pairs = [...[...keywordsOf(call)].map(([key, value]) => ({ key, value })), ...positional(call).flatMap((each) => pairsOf(cx, each))];
  for (const { key, value } of pairs) {
    const full = prefix ? `${prefix.key}.${key}` : key;
    if (known.has(full.replace(/\..*$/, ''))) emitValue(cx, full, span(value), value, at.target, at.setting);
  }
}

function onImport(statement: PythonNode, cx: FactFileContext): void {
  if (!named(statement).some((child) => child.type === 'wildcard_import')) return;
  const module = field(statement, 'module_name');
  if (module) cx.emit('python.settings-import', span(module), { module: module.text });
}

/** Settings of Django, Flask and their extensions, wherever they are declared. */
export const pythonSettingFacts: FactExtractor = {
  kinds: ['python.setting', 'python.settings-import'],
  matchers: [
    factMatcher({
      language: 'python',
      needles: [[new RegExp(`^[ \\t]*(?:${written})\\b(?:[ \\t]*[:=]|\\[|\\.(?:update|setdefault))`, 'm')], [new RegExp(`\\.config\\[['"](?:${written})\\b|\\.secret_key\\s*=`)], [/\.config\.(?:update|from_mapping|setdefault)\(/]],
      on: { assignment: onAssignment, call: onCall },
    }),
    factMatcher({ language: 'python', files: ['**/*settings*.py', '**/*settings*/**/*.py', '**/*conf*/**/*.py', '**/*conf*.py'], needles: [[/^\s*from\s+\S+\s+import\s+\*/m]], on: { import_from_statement: onImport } }),
  ],
};
