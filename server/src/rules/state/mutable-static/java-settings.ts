import type { ProjectCheck } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { simpleName } from '../../../syntax/java/ask.js';

/** How many of the places that change a setting are named. */
const shown = 10;

/** Whether changes leave open what the setting becomes: the same literal every time is what each replica comes to by itself. */
function isChoice(changes: readonly Fact<'java.static-change'>[]): boolean {
  const [first] = changes;
  return first !== undefined && (first.value.literal === undefined || changes.some(({ value }) => value.literal !== first.value.literal));
}

/** A static setting that some class changes while requests are served; changes at start-up only hand configuration in. */
export const javaSettings: ProjectCheck<'java.static-setting'> = {
  subject: 'java.static-setting',
  reads: ['java.static-setting', 'java.static-change'],
  check(subject, cx) {
    const { type, field } = subject.value;
    const application = cx.model.moduleOf(subject.file).application;
    const changes = cx.facts('java.static-change').filter(({ value, file }) => !value.atStart && value.byRequest && value.types.includes(type) && cx.model.moduleOf(file).application === application);
    const changed = cx.facts('java.static-setting').filter(({ value, file }) =>
      file === subject.file && value.type === type && isChoice(changes.filter((change) => value.members.includes(change.value.member))));
    // The switches of one class are one decision, where its configuration lives, so the first one speaks for all.
    const [first] = changed;
    if (first?.range.start !== subject.range.start) return;
    const members = new Set(changed.flatMap(({ value }) => value.members));
    cx.report({
      say: changed.length === 1 ? 'setting' : 'settings', severity: 'warning', confidence: 'medium', args: { field, type: simpleName(type), count: changed.length },
      also: changes.filter(({ value }) => members.has(value.member)).slice(0, shown).map(({ file, range }) => ({ file, range, say: 'write' })),
    });
  },
};
