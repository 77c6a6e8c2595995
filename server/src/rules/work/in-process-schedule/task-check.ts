import type { Fact } from '../../../contract/workspace.js';
import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type { SeenWork } from '../../../facts/java/timer-task.js';
import { lower } from '../../../contract/finding.js';
import { verdictOf } from './java-judge.js';
import type {} from '../../../facts/java/xml-schedule.js';

type Task = Fact<'java.timer-task'>;

/** What the task does: seen at its place, or in the one class of its name. */
function workOf({ value, file }: Task, cx: ProjectContext): { readonly work: SeenWork; readonly found?: Fact<'java.method-work'> } | undefined {
  if (value.work) return { work: value.work };
  const found = cx.model.factsFor('java.method-work', file).filter((work) => work.value.method === 'run' && work.value.arity === 0 && value.types?.includes(work.value.type));
  return found[0] && found.length === 1 ? { work: found[0].value, found: found[0] } : undefined;
}

/** Whether the method that gets the task has it started again and again. */
function repeats({ value, file }: Task, cx: ProjectContext): boolean {
  const { through } = value;
  return !through || cx.model.factsFor('java.timer-wrapper', file).some((wrapper) => wrapper.value.method === through.method && wrapper.value.types.some((type) => through.types.includes(type)));
}

function check(subject: Task, cx: ProjectContext): void {
  const seen = repeats(subject, cx) ? workOf(subject, cx) : undefined;
  if (!seen) return;
  const { job, managed } = subject.value;
  const setting = subject.value.setting ?? seen.found?.value.setting;
  const verdict = verdictOf(seen.work, { job, declared: false, managed, setting, timerStore: false });
  if (!verdict) return;
  const { what, kind } = seen.work;
  cx.report({
    ...verdict,
    // Two files that fit together prove the work; that every replica has the object, only the container does.
    severity: managed ? verdict.severity : lower(verdict.severity, 'warning'), args: { job, what, setting: setting ?? '' },
    also: seen.found ? [{ file: seen.found.file, range: seen.found.range, say: 'work', args: { what } }] : [],
    data: { engine: 'timer', annotations: [], guarded: kind === 'guarded' },
  });
}

/** Tasks whose clock and work stand in different places. */
export const handedTasks: ProjectCheck<'java.timer-task'> = { subject: 'java.timer-task', reads: ['java.timer-task', 'java.timer-wrapper', 'java.method-work'], check };
