import type { ProjectCheck } from '../../../contract/rule.js';
import { simpleName } from '../../../syntax/java/ask.js';

/** How many of the places that change a setting are named. */
const shown = 10;

/** A static setting that some class changes while requests are served; changes at start-up only hand configuration in. */
export const javaSettings: ProjectCheck<'java.static-setting'> = {
  subject: 'java.static-setting',
  reads: ['java.static-change'],
  check(subject, cx) {
    const { type, field, members } = subject.value;
    const application = cx.model.moduleOf(subject.file).application;
    const changes = cx.facts('java.static-change').filter(({ value, file }) =>
      !value.atStart && members.includes(value.member) && value.types.includes(type) && cx.model.moduleOf(file).application === application);
    if (changes.length === 0) return;
    cx.report({
      say: 'setting', severity: 'warning', confidence: 'medium', args: { field, type: simpleName(type) },
      also: changes.slice(0, shown).map(({ file, range }) => ({ file, range, say: 'write' })),
      // The switches of one class are one decision: where its configuration lives.
      cause: `settings of ${type}`,
    });
  },
};
