import type { ProjectCheck } from '../../../contract/rule.js';
import type {} from '../../../facts/python/loop.js';

/** Loops of asyncio that another file starts beside the server; those that a file starts itself are told there. */
export const pythonLoops: ProjectCheck<'python.loop'> = {
  subject: 'python.loop',
  reads: ['python.started'],
  check(subject, { model, report }) {
    const { job, what, expires } = subject.value;
    const starts = model.factsFor('python.started', subject.file).filter(({ value }) => value.job === job);
    const [start] = starts;
    if (!start || starts.some(({ file }) => file === subject.file)) return;
    report({
      say: 'shared', args: { job, what }, severity: expires ? 'info' : 'warning', confidence: 'medium',
      also: [{ file: start.file, range: start.range, say: 'started', args: { job } }], data: { engine: 'timer', guarded: false },
    });
  },
};
