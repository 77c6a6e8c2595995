import type { Fix } from '../../../contract/rule.js';
import { environmentEdits, type EnvironmentEntry } from '../../../generators/environment-entry.js';
import { workloadsRunning } from '../../../facts/join.js';
import { dataOf } from './report.js';

/** ASP.NET Core takes a variable of the setting's own name in the place of the value, so that the file can stay for development. */
export const settingOverride: Fix = {
  key: 'setting-override',
  title: { en: 'Give the value by a variable of the Deployment', ko: 'Deployment의 환경 변수로 값 지정하기' },
  safety: 'review',
  applies: (finding, model) => finding.file.endsWith('.json') && dataOf(finding).variable !== '' && workloadsRunning(model, { file: finding.file, module: model.moduleOf(finding.file).dir }).length > 0,
  edits(input) {
    const { file, range, data } = input.finding;
    const { variable, before, after } = data as { readonly variable: string; readonly before: number; readonly after: number };
    const written = input.text(file)?.slice(range.start - before, range.end + after) ?? '';
    if (!/^"[^"\\\n]*"$/.test(written)) return undefined;
    const entry: EnvironmentEntry = { from: 'configMap', variable, value: written.slice(1, -1) };
    const edits = environmentEdits(input, { file, module: input.model.moduleOf(file).dir }, [entry]);
    return edits.length === 0 ? undefined : edits;
  },
};
