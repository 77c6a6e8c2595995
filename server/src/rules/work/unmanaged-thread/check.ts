import type { Fact } from '../../../contract/workspace.js';
import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type {} from '../../../facts/threads.js';

type Started = Fact<'work.thread'>;

/** Work that matters to others first, then threads per call. */
function weight({ value }: Started): number {
  return (value.owns === undefined ? 2 : 0) + (value.kind === 'unended' ? 1 : 0);
}

/** One finding per application, at the place that loses most; the others are its related places. */
function check(subject: Started, cx: ProjectContext): void {
  const { application } = cx.model.moduleOf(subject.file);
  const all = cx.model.factsFor('work.thread', subject.file).filter(({ file }) => cx.model.moduleOf(file).application === application);
  const sorted = [...all].sort((a, b) => weight(a) - weight(b));
  if (sorted[0] !== subject) return;
  const { what, owns, kind } = subject.value;
  cx.report({
    say: owns === undefined ? kind : 'owning', severity: owns === undefined ? 'info' : 'warning', confidence: 'medium', args: { what, work: owns ?? '' },
    also: sorted.slice(1).map(({ file, range, value }) => ({ file, range, say: 'also', args: { what: value.what } })),
  });
}

export const startedThreads: ProjectCheck<'work.thread'> = { subject: 'work.thread', reads: ['work.thread'], check };
