import type { ProjectCheck } from '../../../contract/rule.js';
import type {} from '../../../facts/go/start.js';
import { servesGo } from '../../../facts/go/tables.js';

/** Migrations that Go servers run in their own process; one finding for an application. */
export const goMigrations: ProjectCheck<'go.migration'> = {
  subject: 'go.migration',
  reads: ['go.migration', 'go.server'],
  check(subject, { model, report }) {
    if (!servesGo(model, subject.file)) return;
    const all = model.factsFor('go.migration', subject.file);
    const [first, ...others] = [...all.filter(({ value }) => value.setting === undefined), ...all.filter(({ value }) => value.setting !== undefined)];
    if (first !== subject) return;
    const { call, locked, setting } = subject.value;
    report({
      say: locked ? 'tool' : 'upgrade', args: locked ? { tool: call } : { call }, severity: locked || setting !== undefined ? 'info' : 'warning', confidence: 'medium',
      also: others.slice(0, 5).map(({ file, range, value }) => ({ file, range, say: 'also', args: { setting: value.call } })),
    });
  },
};
