import type { ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';

/** Limiters per caller that a Go program keeps in a table. */
export const goLimits: ProjectCheck<'go.table'> = {
  subject: 'go.table',
  reads: ['go.table', 'go.server'],
  check(subject, { model, report }) {
    const { name, owner, purpose } = subject.value;
    if (purpose === 'limits' && servesGo(model, subject.file)) report({ say: 'counts', args: { name, type: owner }, confidence: 'high' });
  },
};
