import type { ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';
import type {} from '../../../facts/go/use.js';

/** Locks on files in programs of Go that serve. */
export const goFileLocks: ProjectCheck<'go.use'> = {
  subject: 'go.use',
  reads: ['go.use', 'go.server'],
  check(subject, { model, report }) {
    if (subject.value.topic === 'lock' && servesGo(model, subject.file)) report({ say: 'lock', args: { call: subject.value.library }, confidence: 'medium' });
  },
};
