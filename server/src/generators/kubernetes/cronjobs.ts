import { basename, dirname, join } from '../../base/paths.js';
import type { Edit } from '../../contract/rule.js';
import type { Localized } from '../../contract/words.js';
import { workloadsRunning } from '../../facts/join.js';
import { cronJobManifest, cronJobName } from '../cronjob.js';
import { kustomizationEdits } from '../kustomization.js';
import { schedulesOf, type Schedule } from './jobs.js';
import { folderFor, planFor, type Plan, type PlanInput } from './plan.js';
import { variable } from './work.js';
import { comments, notes } from './words.js';

const untold: Localized = {
  en: '{file}:{line} has a clock that the code does not state or that cron cannot say: no CronJob was written for it.',
  ko: '{file}:{line}의 일정은 코드에서 알 수 없거나 cron 표현식으로 옮길 수 없어 CronJob을 만들지 않았습니다.',
};

function place({ finding }: Schedule): { readonly file: string; readonly line: number } {
  return { file: finding.file, line: finding.range.startLine };
}

/** Beside the workload that runs the code, whose image and settings the jobs take, or in the folder for all of them. */
function edits(plan: Plan, schedule: Schedule, companions: boolean): readonly Edit[] {
  const { model, text, locale, say } = plan;
  const { finding, name: work, when, zone, source } = schedule;
  if (!when) return [];
  const [workload] = workloadsRunning(model, finding).filter(({ value }) => !value.templated && !value.partial);
  const folder = workload ? dirname(workload.file) : folderFor(plan, 'k8s');
  const path = join(folder, `${work}-cronjob.yaml`) ?? `${work}-cronjob.yaml`;
  const manifest = cronJobManifest({
    name: cronJobName(`${plan.name}-${work}`), job: work, when, source, zone, trigger: [[variable, work]], workload, companions, locale, text,
    fallbackImage: `${plan.image.repository}:${plan.image.tag}`, suspended: say(comments.suspended, { variable, job: work, ...place(schedule) }),
  });
  return [{ do: 'create', path, text: manifest, ifExists: 'propose' }, ...(workload ? kustomizationEdits({ model, workload, text }, basename(path)) : [])];
}

/** All work that an application starts by its own clock, as CronJobs that wait until the image can do it alone; `undefined` when there is none. */
export function generateCronJobs(input: PlanInput): { readonly edits: readonly Edit[]; readonly notes: readonly string[] } | undefined {
  const plan = planFor(input);
  const schedules = schedulesOf(plan.model, plan.code, true);
  if (schedules.length === 0) return undefined;
  const told = schedules.filter(({ when }) => when !== undefined);
  return {
    edits: told.flatMap((schedule) => edits(plan, schedule, schedules.length > 1)),
    notes: [
      ...(told.length > 0 ? [plan.say(notes.suspended, { names: told.map(({ name }) => name).join(', ') })] : []),
      ...schedules.filter(({ when }) => when === undefined).map((schedule) => plan.say(untold, place(schedule))),
    ],
  };
}
