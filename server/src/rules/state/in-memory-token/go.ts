import type { ProjectCheck } from '../../../contract/rule.js';
import { choiceOfMaking } from '../../../facts/go/made.js';
import { servesGo } from '../../../facts/go/tables.js';
import { isTokenName } from '../../../facts/go/tokens.js';
import type {} from '../../../facts/go/use.js';

/** Tokens and sessions that a Go program keeps in a table. */
export const goTokens: ProjectCheck<'go.table'> = {
  subject: 'go.table',
  reads: ['go.table', 'go.server', 'go.made'],
  check(subject, { model, report }) {
    const { name, owner, purpose, handled } = subject.value;
    if (purpose !== 'tokens' || !servesGo(model, subject.file)) return;
    const proven = handled && choiceOfMaking(model, subject.file, subject.value.makers ?? []) === undefined;
    report({ say: 'code', args: { field: name, type: owner }, severity: proven ? 'error' : 'warning', confidence: proven ? 'high' : 'medium' });
  },
};

/** Captchas and tokens that libraries of Go keep for the process; one finding for a captcha library. */
export const goTokenLibraries: ProjectCheck<'go.use'> = {
  subject: 'go.use',
  reads: ['go.use', 'go.server'],
  check(subject, { model, report }) {
    const { topic, library, name, setting, copy } = subject.value;
    const isCaptcha = topic === 'captcha';
    if (!(isCaptcha || (topic === 'cache' && isTokenName(name) && copy !== true)) || !servesGo(model, subject.file)) return;
    const first = model.factsFor('go.use', subject.file).find(({ value }) => value.topic === 'captcha' && value.library === library);
    if (isCaptcha && first !== subject) return;
    const severity = isCaptcha && setting === undefined ? 'error' : 'warning';
    report({ say: isCaptcha ? 'store' : 'code', args: isCaptcha ? { type: library } : { field: name, type: library }, severity, confidence: isCaptcha ? 'high' : 'medium' });
  },
};
