import { basename } from '../../base/paths.js';
import type { Fact, Model } from '../../contract/workspace.js';
import type {} from '../environment.js';
import { stageOfFile } from '../../syntax/python/profile.js';
import { isForDevelopment } from '../../syntax/start-command.js';
import type { PythonSetting } from './setting.js';

type Setting = Fact<'python.setting'>;

/** A setting that users may meet, and what decides whether they do. */
export interface Effective {
  readonly fact: Setting;
  /** Environment variable, condition or other settings module without which the value holds, or with which; absent when it always holds. */
  readonly setting?: string;
}

/** Several rules ask for the same keys, and a model does not change while they look at it. */
const known = new WeakMap<Model, Map<string, readonly Effective[]>>();

/** Values of a key that users may meet in the application of a path: what is for development and tests alone is left out. */
export function effective(model: Model, path: string, key: string): readonly Effective[] {
  const byKey = known.get(model) ?? new Map<string, readonly Effective[]>();
  known.set(model, byKey);
  const id = `${model.moduleOf(path).application}\n${key}`;
  const found = byKey.get(id) ?? find(model, path, key);
  byKey.set(id, found);
  return found;
}

/** Whether a dotted name is the one of a module: `shop.settings` of `src/shop/settings.py`. */
function isModule(file: string, name: string): boolean {
  const path = name.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__init__.py`].some((each) => file === each || file.endsWith(`/${each}`));
}

/** Whether an installed application is code of the workspace rather than of a library. */
function isOwnApp(model: Model, name: string): boolean {
  const path = name.replace(/\.apps\.\w+$/, '').replaceAll('.', '/');
  return model.files.some((file) => ['apps', 'models', 'urls'].some((each) => file === `${path}/${each}.py` || file.endsWith(`/${path}/${each}.py`)));
}

const unpickedIn = new WeakMap<Model, ReadonlySet<string>>();

/**
 * Files of whole settings (they name the URLs) that nothing runs with: the image or a manifest picks others that are whole
 * as well, do not begin with them and serve the same applications. What developers start with picks nothing, and settings
 * with applications of their own are another product.
 */
export function unpicked(model: Model): ReadonlySet<string> {
  const found = unpickedIn.get(model) ?? findUnpicked(model);
  unpickedIn.set(model, found);
  return found;
}

function findUnpicked(model: Model): ReadonlySet<string> {
  const names = model.facts('config.environment').flatMap(({ file, value }) => (value.name === 'DJANGO_SETTINGS_MODULE' && value.value !== undefined && !isForDevelopment(file) ? [value.value] : []));
  if (names.length === 0) return new Set();
  const all = model.facts('python.setting');
  const whole = [...new Set(all.flatMap(({ file, value }) => (value.key === 'ROOT_URLCONF' && value.place === 'module' ? [file] : [])))];
  const picked = whole.filter((file) => names.some((name) => isModule(file, name)) && !['development', 'test'].includes(stageOfFile(file)));
  const apps = (files: readonly string[]): readonly string[] => all.flatMap(({ file, value }) => (value.key === 'INSTALLED_APPS[]' && value.value !== undefined && files.includes(file) ? [value.value] : []));
  const run = new Set(apps(picked));
  const imported = new Set(model.facts('python.settings-import').flatMap(({ file, value }) => (picked.includes(file) ? [`${value.module.replace(/^.*\./, '')}.py`] : [])));
  return new Set(picked.length === 0 ? [] : whole.filter((file) => {
    const own = apps([file]);
    return !picked.includes(file) && stageOfFile(file) !== 'production' && !imported.has(basename(file)) && own.every((app) => run.has(app)) && own.some((app) => isOwnApp(model, app));
  }));
}

/** Whether a fact says something of a key: the key itself, or a whole above it that the code does not show. */
function concerns({ value }: Setting, key: string): boolean {
  return value.key === key || (key.startsWith(`${value.key}.`) && value.value === undefined);
}

function find(model: Model, path: string, key: string): readonly Effective[] {
  const unused = unpicked(model);
  const all = model.factsFor('python.setting', path).filter((fact) => concerns(fact, key) && fact.value.stage !== 'development' && fact.value.stage !== 'test' && !unused.has(fact.file));
  const production = all.filter(({ value }) => value.stage === 'production');
  const chosen = production.length > 0 ? production : all;
  const owners = inOrder(model, path, [...new Set(chosen.map(({ value }) => value.owner))]);
  return owners.flatMap((group) => lasting(group.flatMap((owner) => chosen.filter(({ value }) => value.owner === owner)), owners.find((each) => each !== group)?.[0]));
}

/**
 * Modules that give a setting its values, those that begin with all of another one (`from .base import *`) behind it: what
 * they say later counts.
 */
function inOrder(model: Model, path: string, owners: readonly string[]): readonly (readonly string[])[] {
  const imports = model.factsFor('python.settings-import', path);
  const baseOf = (owner: string): string | undefined => owners.find((other) => other !== owner && imports.some(({ file, value }) => file === owner && basename(other) === `${value.module.replace(/^.*\./, '')}.py`));
  const bases = owners.filter((owner) => baseOf(owner) === undefined);
  const groups = bases.map((base) => {
    const users = owners.filter((owner) => baseOf(owner) === base);
    // Others that begin with whole settings are alternatives to them (`settings_postgres.py`), one of which somebody may choose.
    return users.length === 1 && /base|common|global|defaults?|shared|core/i.test(basename(base)) ? [base, ...users] : [base];
  });
  const grouped = new Set(groups.flat());
  return [...groups, ...owners.filter((owner) => !grouped.has(owner)).map((owner) => [owner])];
}

/** Of the values that one module gives a key in turn, those that last. `other`: a module that gives it a value as well. */
function lasting(facts: readonly Setting[], other: string | undefined): readonly Effective[] {
  const last = facts.map(({ value }) => value.setting === undefined).lastIndexOf(true);
  const lasts = facts.slice(Math.max(last, 0));
  const decides = lasts.slice(1).find(({ value }) => value.setting !== undefined)?.value.setting;
  return lasts.map((fact) => {
    const setting = fact.value.setting ?? decides ?? other;
    return { fact, ...(setting === undefined ? {} : { setting }) };
  });
}

/** What a value of a setting means for replicas; `undefined` when nobody can tell. */
export type Judge = (value: PythonSetting) => 'local' | 'shared' | undefined;

/**
 * The values that keep something in one process. A value that a manifest or Compose file replaces, by the environment
 * variable that decides, is none.
 */
export function localValues(model: Model, path: string, key: string, judge: Judge): readonly Effective[] {
  const values = effective(model, path, key);
  const locals = values.filter(({ fact }) => judge(fact.value) === 'local');
  return locals.filter(({ setting, fact }) => setting === undefined || !isReplaced(model, fact.file, setting, judge, fact.value));
}

function isReplaced(model: Model, path: string, setting: string, judge: Judge, own: PythonSetting): boolean {
  return model.factsFor('config.environment', path).some(({ value }) => value.name === setting && (value.value === undefined || judge({ ...own, value: value.value, from: 'literal' }) !== 'local'));
}

/** Name to show for what decides: an environment variable, or the file name of another settings module. */
export function shownSetting(setting: string): string {
  return setting.includes('/') ? setting.replace(/^.*\//, '').replace(/#.*$/, '') : setting;
}

/** Whether Django is what the settings are for. */
export function isDjango(model: Model, path: string): boolean {
  return model.factsFor('python.setting', path).some(({ value }) => /^(?:ROOT_URLCONF|INSTALLED_APPS)/.test(value.key));
}

const localCache = /locmem|LocMem|filebased|FileBased|^(?:simple|filesystem|uwsgi|SimpleCache|FileSystemCache|UWSGICache)$|flask_caching\.backends\.(?:simple|filesystem|SimpleCache|FileSystemCache)/i;
const noCache = /DummyCache|NullCache|^null$/i;

/** Where the entries of a Django or Flask-Caching backend live. */
export function judgeCache({ value }: PythonSetting): 'local' | 'shared' | undefined {
  if (value === undefined || noCache.test(value)) return undefined;
  return localCache.test(value) ? 'local' : 'shared';
}

/** Whether settings for production are built on the module that a finding stands in, so that they may say otherwise. */
export function isReplacedPython(fact: Fact, finding: { readonly file: string }): boolean {
  const { module } = (fact as Fact<'python.settings-import'>).value;
  return finding.file.endsWith('.py') && fact.file !== finding.file && stageOfFile(fact.file) === 'production' && basename(finding.file) === `${module.replace(/^.*\./, '')}.py`;
}

/** Whether a finding stands in whole settings that nothing runs with: the fact is the name of the URLs in them. */
export function isUnpickedPython(fact: Fact, finding: { readonly file: string }, model: Model): boolean {
  return fact.file === finding.file && (fact as Fact<'python.setting'>).value.key === 'ROOT_URLCONF' && unpicked(model).has(finding.file);
}
