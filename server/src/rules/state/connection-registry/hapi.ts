import type { ProjectCheck } from '../../../contract/rule.js';
import type {} from '../../../facts/node/hapi.js';

/** How many places a finding points to. */
const shown = 5;

/** Messages to the clients of nes, which knows only those of its own process. Told once in an application. */
export const nesMessages: ProjectCheck<'hapi.told'> = {
  subject: 'hapi.told',
  reads: ['hapi.told', 'hapi.nes'],
  check(subject, { model, report }) {
    const told = model.factsFor('hapi.told', subject.file);
    if (told[0] !== subject || model.factsFor('hapi.nes', subject.file).length === 0 || told.some(({ value }) => value.relayed)) return;
    report({
      say: 'nes', args: { call: subject.value.call }, confidence: 'medium', cause: 'nes', data: null,
      also: told.slice(1, shown + 1).map(({ file, range }) => ({ file, range, say: 'nesAlso' })),
    });
  },
};
