import type { ProjectCheck } from '../../../contract/rule.js';
import { effectiveValue, symfonyReads } from '../../../facts/php/symfony.js';

/** Locks of Symfony that hold on one machine only. */
export const symfonyLocks: ProjectCheck<'symfony.setting'> = {
  subject: 'symfony.setting',
  reads: symfonyReads,
  check(subject, { model, report }) {
    if (subject.value.key !== 'framework.lock') return;
    const found = effectiveValue(model, subject);
    const kind = /^(flock|semaphore)(?::\/\/|$)/.exec(found?.value ?? '')?.[1];
    if (found && kind !== undefined) report({ say: 'lock', args: { call: found.variable === '' ? `framework.lock: ${kind}` : `${found.variable}=${kind}` }, confidence: 'medium' });
  },
};
