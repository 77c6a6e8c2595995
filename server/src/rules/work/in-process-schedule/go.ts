import { ruleMatcher, type ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';
import { goLocks } from '../../../facts/go/work.js';
import { args, calleeOf, functionOf, importsPackage, isCommandLine, isGenerated, nameOf, stringValue, type GoNode } from '../../../syntax/go/ask.js';
import { below, field, span } from '../../../syntax/tree-sitter/nodes.js';
import { doneBy, goJob } from './go-job.js';

/** The function that is to run; gocron takes it in a task of its own since its second version. */
function workGiven(call: GoNode, name: string, gocron: boolean): GoNode | undefined {
  const [first, second] = args(call);
  if (name === 'NewJob') return second && /\.NewTask$/.test(field(second, 'function')?.text ?? '') ? args(second)[0] : undefined;
  return gocron ? first : second;
}

/** Named after what finds nothing left to do when it is done twice. */
const removing = /(?:^|\.)(?:delete|purge|clean|clear|prune|remove|evict|vacuum|expire)\w*$|(?:cleanup|expired)\w*$/i;

/** Jobs of robfig/cron and its forks, and of gocron. */
export const goSchedules = ruleMatcher({
  language: 'go',
  needles: [[/"[\w./-]*\bcron(?:\.v\d+|\/v\d+)?"/, /\.Add(?:Func|Job)?\(/], ['gocron', /\.(?:Do|DoWithJobDetails|NewJob)\(/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      if (!callee?.receiver || isGenerated(cx) || goLocks.test(cx.text) || isCommandLine(cx, call)) return;
      const robfig = /^Add(?:Func|Job)$/.test(callee.name) && importsPackage(cx, call, /^(?:github\.com\/robfig\/cron|gopkg\.in\/robfig\/cron)/);
      const otherCron = /^Add(?:Func|Job)?$/.test(callee.name) && args(call)[1]?.type === 'func_literal' && importsPackage(cx, call, /\/cron(?:\/v\d+)?$/);
      const gocron = /^(?:Do|DoWithJobDetails|NewJob)$/.test(callee.name) && importsPackage(cx, call, /\/gocron(?:\/v\d+)?$/);
      if (!robfig && !otherCron && !gocron) return;
      const when = stringValue(args(call)[0]);
      const work = workGiven(call, callee.name, gocron);
      const given = work?.text ?? '';
      const around = functionOf(call);
      // A function that hands on what its callers give it stands for all of their jobs.
      const passed = below(field(around, 'parameters'), 'identifier').some((each) => each.text === given);
      const job = passed ? `${nameOf(around)}(…)` : /^[\w.]+$/.test(given) ? given : work?.type === 'func_literal' ? doneBy(work) ?? when ?? nameOf(around) : when ?? (nameOf(around) || callee.name);
      cx.report({ at: span(callee.token), say: 'unclear', args: { job }, confidence: 'medium', ...(removing.test(job) ? { severity: 'info' as const } : {}), data: { engine: 'timer', go: goJob(cx, call) } });
    },
  },
});

/** Loops that wait for a time and then do shared work. */
export const goTicks: ProjectCheck<'go.tick'> = {
  subject: 'go.tick',
  reads: ['go.tick', 'go.server'],
  check(subject, { model, report }) {
    const { job, work, harmless } = subject.value;
    if (servesGo(model, subject.file)) report({ say: 'shared', args: { job, what: work }, severity: harmless ? 'info' : 'warning', data: { engine: 'timer' } });
  },
};
