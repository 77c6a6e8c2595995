import type { Fact, Model } from '../../contract/workspace.js';
import { profileKind } from '../../syntax/config-file.js';
import { withFallbacks } from '../../syntax/placeholders.js';
import type { SettingCondition } from './kinds.js';
import { settingReads, valuesOf } from '../settings.js';

/** Fact kinds that {@link conditionHolds} reads. */
export const conditionReads = settingReads;

/** `yes` and `no`: as the files stand; `depends`: the environment or a profile says otherwise. */
export type Answer = 'yes' | 'no' | 'depends';

function meets(condition: SettingCondition, value: string): boolean {
  const text = withFallbacks(value).trim().toLowerCase();
  return condition.value === undefined ? text !== 'false' : text === condition.value.toLowerCase();
}

/** Whether a bean with a condition on a setting exists in the application of a path. */
export function conditionHolds(model: Model, path: string, condition: SettingCondition | undefined): Answer {
  if (!condition) return 'yes';
  const values = valuesOf(model, path, condition.setting).filter(({ value, from, profile }) => value !== undefined && from !== 'build' && !['development', 'test'].includes(profileKind(profile)));
  const byDefault = values.filter(({ from, profile }) => from === 'file' && profileKind(profile) === 'default').at(-1);
  const normally = byDefault ? meets(condition, byDefault.value ?? '') : condition.missing;
  const otherwise = values.some((each) => each !== byDefault && meets(condition, each.value ?? '') !== normally);
  return otherwise ? 'depends' : normally ? 'yes' : 'no';
}

/** Whether a shared cache is one of those that a local one belongs to. */
export function coversFamily({ value }: Fact<'cache.shared'>, family: string, provider: string): boolean {
  return value.covers === family || value.covers === provider.toLowerCase();
}
