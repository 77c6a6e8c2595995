import type { Fact } from '../../../contract/workspace.js';
import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type {} from '../../../facts/config-kinds.js';
import { profileKind } from '../../../syntax/config-file.js';
import { changeOf, schemaCause, schemaWords } from './setting.js';

type Property = Fact<'config.property'>;

/** The default profile first: what it says holds unless another one is chosen. */
function weight({ value }: Property): number {
  return profileKind(value.profile) === 'default' ? 0 : 1;
}

/** One finding per application and kind of change; the same in other profiles' files are its related places. */
function check(subject: Property, cx: ProjectContext): void {
  const { key, value, profile } = subject.value;
  const kind = changeOf(key, value);
  if (!kind || ['development', 'test'].includes(profileKind(profile))) return;
  const same = cx.model.factsFor('config.property', subject.file)
    .filter((fact) => cx.model.moduleOf(fact.file).application === cx.model.moduleOf(subject.file).application && changeOf(fact.value.key, fact.value.value) === kind && !['development', 'test'].includes(profileKind(fact.value.profile)))
    .sort((a, b) => weight(a) - weight(b));
  if (same[0] !== subject) return;
  cx.report({
    ...schemaWords(key, value, kind), cause: schemaCause,
    also: same.slice(1).map(({ file, range, value: other }) => ({ file, range, say: 'also', args: { setting: `${other.key}=${other.value}` } })),
  });
}

export const settingsCheck: ProjectCheck<'config.property'> = { subject: 'config.property', reads: ['config.property'], check };
