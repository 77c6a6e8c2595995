import type { ProjectCheck, ProjectContext } from '../../contract/rule.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import type {} from '../build/kinds.js';
import { variableSet } from '../dotenv.js';
import type {} from '../environment.js';
import type {} from './laravel.js';
import type {} from './settings.js';

/** Fact kinds that the framework's own settings depend on. */
export const laravelDefaultReads: readonly FactKind[] = ['php.setting', 'config.environment', 'config.dotenv', 'build.module', 'php.laravel-start'];

/** Oldest release whose framework brings the configuration that an application leaves out. */
const slim = 11;

function isSlim(model: Model, file: string): boolean {
  const ranges = model.factsFor('build.module', file).flatMap(({ value }) => value.versions['laravel/framework'] ?? []);
  return ranges.length > 0 && ranges.every((range) => Number(/\d+/.exec(range)?.[0] ?? 0) >= slim)
    && model.factsFor('php.laravel-start', file).every(({ value }) => value.merges);
}

/** Whether a file belongs to an application, not only to a package for some, whose missing settings the framework fills in. */
export function fillsSettings(model: Model, file: string): boolean {
  return isSlim(model, file) && model.factsFor('php.laravel-start', file).length > 0;
}

/** What a variable or, without one, the framework itself gives to a setting that the application leaves out. */
export interface LaravelValue {
  readonly value: string;
  /** Set by a manifest; else by an `.env` file or by nobody. */
  readonly fixed: boolean;
}

/** Compose hands a variable on with a default of its own: `${SESSION_DRIVER:-redis}`. */
function written(value: string | undefined): string | undefined {
  const text = value?.replace(/^\$\{\w+:?-([^}]*)\}$/, '$1');
  return text === undefined || text === '' || text.startsWith('$') ? undefined : text;
}

function isLeftOut(model: Model, file: string, key: string): boolean {
  return !model.factsFor('php.setting', file).some((setting) => setting.value.key === key);
}

/** What holds for a setting of Laravel that an application leaves out; `undefined` where its own files decide, or what is set cannot be read. */
export function laravelSetting(model: Model, file: string, key: string, variable: string, fallback: string): LaravelValue | undefined {
  if (!fillsSettings(model, file) || !isLeftOut(model, file, key)) return undefined;
  const set = variableSet(model, file, variable);
  if (!set || set.value === '') return { value: fallback, fixed: false };
  const value = written(set.value);
  return value === undefined ? undefined : { value, fixed: set.from === 'manifest' };
}

type Variable = Fact<'config.environment'> | Fact<'config.dotenv'>;

/** The `.env` that is shipped decides where no manifest does, and the example, which is copied, where neither does. */
function decides(model: Model, fact: Variable): boolean {
  if (!('use' in fact.value)) return true;
  const { name, use } = fact.value;
  if (model.factsFor('config.environment', fact.file).some((other) => other.value.name === name)) return false;
  const lines = model.factsFor('config.dotenv', fact.file).filter((other) => other.value.name === name);
  return use === 'shipped' || (use === 'example' && !lines.some((other) => other.value.use === 'shipped') && lines.find((other) => other.value.use === 'example') === fact);
}

/** Checks on the places that set a variable of a setting whose configuration file the application leaves out. */
export function whereLeftOut(key: string, variable: string, tell: (found: LaravelValue, fact: Variable, cx: ProjectContext) => void, further: readonly FactKind[] = []): readonly [ProjectCheck<'config.environment'>, ProjectCheck<'config.dotenv'>] {
  const about = ({ value }: Variable): boolean => value.name === variable;
  const check = (fact: Variable, cx: ProjectContext): void => {
    const value = written(fact.value.value);
    if (value === undefined || !isSlim(cx.model, fact.file) || !isLeftOut(cx.model, fact.file, key) || !decides(cx.model, fact)) return;
    tell({ value, fixed: !('use' in fact.value) }, fact, cx);
  };
  const reads = [...laravelDefaultReads, ...further];
  return [{ subject: 'config.environment', reads, about, check }, { subject: 'config.dotenv', reads, about, check }];
}
