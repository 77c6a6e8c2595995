import { basename } from '../../base/paths.js';
import type { Severity } from '../../contract/finding.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import { variableSet } from '../dotenv.js';
import { needsPackage } from '../build/packages.js';
import type {} from './settings.js';

/** Fact kinds that {@link stateOf} looks at. */
export const phpSettingReads: readonly FactKind[] = ['php.setting', 'config.environment', 'config.dotenv', 'build.module'];

/** What takes effect of a setting of a PHP configuration file. */
export interface SettingState {
  /** The value as far as the workspace tells: of the variable where something sets it, else the default in the file. */
  readonly value: string;
  /** `fixed`: no variable can change it; `default`: the file's own default counts; others: what sets the variable. */
  readonly by: 'fixed' | 'default' | 'manifest' | 'dotenv' | 'example';
  /** The variable to set; '' when none decides. */
  readonly variable: string;
}

/** `undefined` when code computes the value, or a manifest takes it from where it cannot be read. */
export function stateOf(model: Model, { file, value }: Fact<'php.setting'>): SettingState | undefined {
  const [variable = ''] = value.variables;
  for (const name of value.variables) {
    const set = variableSet(model, file, name);
    if (!set) continue;
    // Compose hands a variable on with a default of its own: `${SESSION_DRIVER:-redis}`.
    const text = set.value?.replace(/^\$\{\w+:?-([^}]*)\}$/, '$1');
    if (text === undefined || text.startsWith('$')) return undefined;
    if (text !== '') return { value: text, by: set.from, variable: name };
  }
  if (value.value === undefined) return undefined;
  return { value: value.value, by: variable === '' ? 'fixed' : 'default', variable };
}

/** The setting of a key in the same configuration folder. */
export function settingBeside(model: Model, { file }: { readonly file: string }, key: string): Fact<'php.setting'> | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return model.factsFor('php.setting', file).find((fact) => fact.value.key === key && fact.file.startsWith(folder));
}

/** A setting that keeps something local to a pod, as it is told of. */
export interface LocalChoice {
  readonly value: string;
  /** What to change: the environment variable, else the key in the file. */
  readonly setting: string;
  /** False when a variable decides and nothing in the workspace sets it for good. */
  readonly fixed: boolean;
  /** Whether the literal in the file itself takes effect, so that changing it changes what happens. */
  readonly inFile: boolean;
  /** `error` only where nothing else can be in effect; `info` where the file to copy from names something shared. */
  readonly severity: Severity;
}

/** Whether code sets the same key when the application starts, so that what this place says never counts. */
function isReplaced(model: Model, fact: Fact<'php.setting'>): boolean {
  return fact.value.atStart === undefined && model.factsFor('php.setting', fact.file).some(({ value }) => value.atStart === true && value.key === fact.value.key);
}

/** What is to be said of a setting whose local values are known; `undefined` when what takes effect is shared or unknown. */
export function localChoice(model: Model, fact: Fact<'php.setting'>, isLocal: (value: string) => boolean): LocalChoice | undefined {
  const state = isReplaced(model, fact) ? undefined : stateOf(model, fact);
  if (!state) return undefined;
  const setting = state.variable === '' ? fact.value.key : state.variable;
  if (isLocal(state.value)) {
    const fixed = state.by === 'fixed' || state.by === 'manifest';
    return { value: state.value, setting, fixed, inFile: state.by === 'fixed' || state.by === 'default', severity: fixed ? 'error' : 'warning' };
  }
  const written = fact.value.value;
  return state.by === 'example' && written !== undefined && isLocal(written) ? { value: written, setting, fixed: false, inFile: false, severity: 'info' } : undefined;
}

/** How the framework of a configuration file calls itself; the file's name where the build does not tell. */
export function frameworkOf(model: Model, file: string): string {
  if (needsPackage(model, file, 'laravel/framework')) return 'Laravel';
  if (needsPackage(model, file, 'laravel/lumen-framework')) return 'Lumen';
  if (needsPackage(model, file, 'cakephp/cakephp')) return 'CakePHP';
  if (needsPackage(model, file, 'yiisoft/yii2')) return 'Yii';
  if (needsPackage(model, file, 'codeigniter4/framework', 'codeigniter/framework') || /(?:^|\/)(?:application\/config|app\/Config)\//.test(file)) return 'CodeIgniter';
  return basename(file);
}
