import type { ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';

/** Tables of Go programs that serve: variables of a package, and fields of values that goroutines share. */
export const goState: ProjectCheck<'go.table'> = {
  subject: 'go.table',
  reads: ['go.table', 'go.server'],
  check(subject, { model, report }) {
    const { name, owner, purpose, handled, global } = subject.value;
    if (!['data', 'cache', 'counts'].includes(purpose) || !servesGo(model, subject.file)) return;
    const args = { name, field: name, type: owner };
    if (purpose === 'cache') report({ say: 'cached', args, severity: 'warning', confidence: 'medium' });
    else if (purpose === 'counts') report({ say: 'tally', args, severity: 'warning', confidence: 'medium' });
    else report({ say: 'entries', args, severity: handled && global ? 'error' : 'warning', confidence: handled ? 'high' : 'medium' });
  },
};
