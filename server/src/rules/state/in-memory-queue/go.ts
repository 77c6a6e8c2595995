import type { ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';
import type {} from '../../../facts/go/work.js';

/** Channels of Go programs in which accepted work waits. */
export const goQueues: ProjectCheck<'go.queue'> = {
  subject: 'go.queue',
  reads: ['go.queue', 'go.server'],
  check(subject, { model, report }) {
    const { name, owner } = subject.value;
    if (servesGo(model, subject.file)) report({ say: 'queue', args: { field: name, type: owner }, severity: 'warning', confidence: 'medium' });
  },
};
