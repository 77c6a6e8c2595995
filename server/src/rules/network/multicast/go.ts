import type { ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';
import type {} from '../../../facts/go/use.js';

/** Multicast groups that a Go program listens to or announces itself in. */
export const goMulticast: ProjectCheck<'go.use'> = {
  subject: 'go.use',
  reads: ['go.use', 'go.server'],
  check(subject, { model, report }) {
    const { topic, setting } = subject.value;
    if (topic === 'multicast' && servesGo(model, subject.file)) report({ say: 'socket', severity: setting === undefined ? 'warning' : 'info', confidence: 'medium' });
  },
};
