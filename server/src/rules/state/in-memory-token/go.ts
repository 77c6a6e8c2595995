import type { ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';

/** Tokens and sessions that a Go program keeps in a table. */
export const goTokens: ProjectCheck<'go.table'> = {
  subject: 'go.table',
  reads: ['go.table', 'go.server'],
  check(subject, { model, report }) {
    const { name, owner, purpose, handled, global } = subject.value;
    if (purpose === 'tokens' && servesGo(model, subject.file)) report({ say: 'code', args: { field: name, type: owner }, severity: handled || global ? 'error' : 'warning', confidence: handled ? 'high' : 'medium' });
  },
};
