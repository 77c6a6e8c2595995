import type { ProjectCheck } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { choiceOfMaking } from '../../../facts/go/made.js';
import { servesGo, type GoTableFact } from '../../../facts/go/tables.js';

/** A table beside another of the same value, or beside the limiters that it tidies up, is told with that. */
function isToldWith(model: Model, subject: Fact<'go.table'>): boolean {
  const { owner, global } = subject.value;
  const leads = ({ value, range }: Fact<'go.table'>): boolean => value.purpose === 'limits' || (!global && !value.global && value.owner === owner && range.startLine < subject.range.startLine) || (!global && value.owner === owner && value.purpose === 'tokens');
  return model.factsFor('go.table', subject.file).some((each) => each !== subject && each.file === subject.file && leads(each));
}

function sayOf({ purpose, handled, global }: GoTableFact): { readonly say: string; readonly severity: 'error' | 'warning' } {
  if (purpose === 'cache') return { say: 'cached', severity: 'warning' };
  if (purpose === 'counts') return { say: 'tally', severity: 'warning' };
  return { say: 'entries', severity: handled && global ? 'error' : 'warning' };
}

/** Tables of Go programs that serve: variables of a package, and fields of values that goroutines share. */
export const goState: ProjectCheck<'go.table'> = {
  subject: 'go.table',
  reads: ['go.table', 'go.server', 'go.made'],
  check(subject, { model, report }) {
    const { name, owner, purpose, handled } = subject.value;
    if (!['data', 'cache', 'counts'].includes(purpose) || isToldWith(model, subject) || !servesGo(model, subject.file)) return;
    const setting = subject.value.when ?? choiceOfMaking(model, subject.file, subject.value.makers ?? [])?.value.setting;
    if (subject.value.unless !== undefined) return report({ say: 'unless', severity: 'warning', args: { name, type: owner, setting: subject.value.unless }, confidence: 'medium' });
    report({ ...(setting === undefined ? sayOf(subject.value) : { say: 'chosen', severity: 'warning' as const }), args: { name, field: name, type: owner, ...(setting === undefined ? {} : { setting }) }, confidence: purpose === 'data' && handled ? 'high' : 'medium' });
  },
};
