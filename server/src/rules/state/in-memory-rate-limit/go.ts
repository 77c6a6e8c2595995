import type { ProjectCheck } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { servesGo } from '../../../facts/go/tables.js';
import type {} from '../../../facts/go/use.js';

/** A table in the values of another one of the file, which is told itself. */
function isWithin(model: Model, subject: Fact<'go.table'>): boolean {
  return !subject.value.global && model.factsFor('go.table', subject.file).some(({ file, value }) => file === subject.file && value.purpose === 'limits' && value.global && value.element === subject.value.owner);
}

/** Limiters per caller that a Go program keeps in a table. */
export const goLimits: ProjectCheck<'go.table'> = {
  subject: 'go.table',
  reads: ['go.table', 'go.server'],
  check(subject, { model, report }) {
    const { name, owner, purpose } = subject.value;
    if (purpose === 'limits' && !isWithin(model, subject) && servesGo(model, subject.file)) report({ say: 'counts', args: { name, type: owner }, confidence: 'high' });
  },
};

/** Limits of Go libraries that count in memory unless they are given a store. */
export const goLimitLibraries: ProjectCheck<'go.use'> = {
  subject: 'go.use',
  reads: ['go.use', 'go.server'],
  check(subject, { model, report }) {
    const { topic, library, option, setting, when } = subject.value;
    if (topic !== 'limit' || !servesGo(model, subject.file)) return;
    const chosen = setting !== undefined && when === 'unless';
    if (chosen) report({ say: 'depends', args: { setting, library }, severity: 'info' });
    else if (option === undefined) report({ say: 'process', args: { library } });
    else report({ say: 'library', args: { library, option } });
  },
};
