import { dirname } from '../../../base/paths.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type {} from '../../../facts/go/held.js';
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

/** Tokens in a variable whose type, of the same package or of a library, keeps values in memory for many goroutines. */
export const goHeldTokens: ProjectCheck<'go.held'> = {
  subject: 'go.held',
  reads: ['go.held', 'go.keyed-type', 'go.filled', 'go.server'],
  check(subject, { model, report }) {
    const { name, from, library } = subject.value;
    // A package of Go is a folder.
    const folder = dirname(subject.file);
    const type = model.factsFor('go.keyed-type', subject.file).find(({ file, value }) => dirname(file) === folder && (value.type === from || value.makers.includes(from)))?.value.type ?? library;
    if (type === undefined || !servesGo(model, subject.file) || !model.factsFor('go.filled', subject.file).some(({ value }) => value.name === name)) return;
    report({ say: 'code', args: { field: name, type }, severity: 'warning', confidence: 'medium', cause: `tokens in ${type}` });
  },
};
