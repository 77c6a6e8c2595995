import type { ProjectCheck } from '../../../contract/rule.js';
import type {} from '../../../facts/go/secrets.js';
import { servesGo } from '../../../facts/go/tables.js';

/** Keys that Go servers make for themselves; a setting may take their place. */
export const goSecrets: ProjectCheck<'go.secret'> = {
  subject: 'go.secret',
  reads: ['go.secret', 'go.server'],
  check(subject, { model, report }) {
    const { kept, setting } = subject.value;
    if (!servesGo(model, subject.file)) return;
    if (kept === 'file') report({ say: 'file', severity: setting === undefined ? 'error' : 'warning', confidence: 'medium' });
    else if (setting === undefined) report({ say: 'memory' });
    else report({ say: 'nodeFallback', args: { setting }, severity: 'warning', confidence: 'medium' });
  },
};
