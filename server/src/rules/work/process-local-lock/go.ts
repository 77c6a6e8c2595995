import type { ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';
import type {} from '../../../facts/go/work.js';

/** Mutexes of Go around what replicas share. */
export const goLocks: ProjectCheck<'go.mutex'> = {
  subject: 'go.mutex',
  reads: ['go.mutex', 'go.server'],
  check(subject, { model, report }) {
    const { lock, read, write } = subject.value;
    if (servesGo(model, subject.file)) report({ say: 'split', args: { lock, read, write } });
  },
};
