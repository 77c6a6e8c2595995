import type { Fact } from '../../../contract/workspace.js';
import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type {} from '../../../facts/config-kinds.js';
import type {} from '../../../facts/migration.js';
import { profileKind } from '../../../syntax/config-file.js';
import { changeOf, schemaCause, schemaWords } from './setting.js';

type SettingKind = 'config.property' | 'schema.setting';
type Setting = Fact<SettingKind>;

/** The default profile first: what it says holds unless another one is chosen. */
function weight({ value }: Setting): number {
  return profileKind(value.profile) === 'default' ? 0 : 1;
}

const inMemory = /^jdbc:(?:h2:mem:|hsqldb:mem:|derby:memory:|sqlite::memory:)/i;

/** Whether the same file and profile has the database inside the process: nobody else starts with it. */
function isOwnDatabase(cx: ProjectContext, { file, value }: Setting): boolean {
  const { profile } = value;
  return ('ownDatabase' in value && value.ownDatabase === true) || cx.model.factsFor('config.property', file).some((fact) => fact.file === file && fact.value.profile === profile && /datasource[\w.-]*\.(?:jdbc-?)?url$/i.test(fact.value.key) && inMemory.test(fact.value.value.trim()));
}

/** What a setting that counts for users lets a starting replica do; `undefined` when it changes no schema. */
function changeFor({ value: { key, value, profile } }: Setting): ReturnType<typeof changeOf> {
  return ['development', 'test'].includes(profileKind(profile)) ? undefined : changeOf(key, value);
}

/** One finding per application and kind of change; the same in files of other profiles or databases are its related places. */
function checkOf(kind: SettingKind) {
  return (subject: Setting, cx: ProjectContext): void => {
    const { key, value } = subject.value;
    const change = changeFor(subject);
    if (!change) return;
    const { application } = cx.model.moduleOf(subject.file);
    const same = cx.model.factsFor(kind, subject.file)
      .filter((fact) => cx.model.moduleOf(fact.file).application === application && changeFor(fact) === change && !isOwnDatabase(cx, fact))
      .sort((a, b) => weight(a) - weight(b));
    if (same[0] !== subject) return;
    cx.report({
      ...schemaWords(key, value, change), cause: schemaCause,
      also: same.slice(1).map(({ file, range, value: other }) => ({ file, range, say: 'also', args: { setting: `${other.key}=${other.value}` } })),
    });
  };
}

/** Settings in configuration files, and those in code and XML, which nothing but a release changes. */
export const settingsCheck: ProjectCheck<'config.property'> = { subject: 'config.property', reads: ['config.property'], about: (subject) => changeFor(subject) !== undefined, check: checkOf('config.property') };
export const codeCheck: ProjectCheck<'schema.setting'> = { subject: 'schema.setting', reads: ['schema.setting', 'config.property'], check: checkOf('schema.setting') };
