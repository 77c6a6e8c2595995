import type { Finding } from '../../../contract/finding.js';
import type { Proof } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type { Localized } from '../../../contract/words.js';
import type {} from '../../../facts/config-kinds.js';
import { sameSetting, valuesOf } from '../../../facts/settings.js';
import { profileKind } from '../../../syntax/config-file.js';
import type { Compared } from '../../../syntax/java/setting-behind.js';
import { withFallbacks } from '../../../syntax/placeholders.js';

/** The value of a setting that chooses the branch of code where the database is made; `undefined` when none does. */
function branchOf({ data }: Finding): Compared | undefined {
  return (data as { readonly branch?: Compared } | null)?.branch;
}

function picks({ value, ignoresCase }: Compared, given: string): boolean {
  const text = withFallbacks(given).trim();
  return ignoresCase ? text.toLowerCase() === value.toLowerCase() : text === value;
}

function isForDevelopers(profile: string | undefined): boolean {
  return ['test', 'development'].includes(profileKind(profile));
}

/** Configuration of the application, not that of developers, gives the setting the value that the branch asks for. */
export const pickedBranch: Proof = {
  fact: 'config.property',
  asks: (finding) => finding.severity === 'error' && branchOf(finding) !== undefined,
  holds: (fact, finding) => {
    const { key, value, profile } = (fact as Fact<'config.property'>).value;
    const branch = branchOf(finding);
    return branch !== undefined && sameSetting(key, branch.setting) && !isForDevelopers(profile) && picks(branch, value);
  },
  otherwise: 'warning',
  say: 'picked',
};

/** Configuration of the application gives the setting values, and none for which the code makes the database. */
export function isNeverPicked(fact: Fact, finding: Finding, model: Model): boolean {
  const branch = branchOf(finding);
  const { key, value, profile } = (fact as Fact<'config.property'>).value;
  if (!branch || value === '' || !sameSetting(key, branch.setting) || isForDevelopers(profile)) return false;
  return valuesOf(model, finding.file, branch.setting).every((given) => isForDevelopers(given.profile) || (given.value !== undefined && !picks(branch, given.value)));
}

export const branchMessages: Readonly<Record<string, Localized>> = {
  branch: {
    en: 'With `{setting}={value}` this code runs {engine} inside the process: every replica has a database of its own, and a restarted pod starts without what was stored.',
    ko: '`{setting}={value}`이면 이 코드가 {engine} 데이터베이스를 프로세스 안에서 실행합니다. 레플리카마다 데이터가 따로 쌓이고, 파드가 재시작되면 저장한 데이터가 사라집니다.',
  },
  picked: { en: 'set to this value here', ko: '여기에서 이 값으로 설정합니다' },
};
