import type { Finding } from '../../../contract/finding.js';
import type { Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/dotnet/quartz.js';
import type { CronSchedule } from '../../../generators/cron.js';
import { cronJobFiles } from '../../../generators/cronjob-files.js';
import { carriedOut, type PlannedEdits } from '../../../generators/planned-edits.js';
import { hostAround, programEdits } from './dotnet-program.js';

interface QuartzNetPlan {
  readonly plan: PlannedEdits;
  readonly jobs: readonly { readonly type: string; readonly name: string; readonly when: CronSchedule; readonly source: string; readonly zone: string }[];
}

function planOf({ file, data }: Finding): QuartzNetPlan | undefined {
  return file.endsWith('.cs') ? ((data as { readonly quartzNet?: QuartzNetPlan | null } | null)?.quartzNet ?? undefined) : undefined;
}

/** Whether nothing but the clocks needs the scheduler: every job works without what it hands over, and no code speaks to it. */
function isClockOnly(model: Model, { file }: Finding, { jobs }: QuartzNetPlan): boolean {
  const known = model.factsFor('dotnet.quartz-job', file).map(({ value }) => value);
  const isAlone = (type: string): boolean => {
    const found = known.filter(({ name }) => name === type.replace(/^.*\./, ''));
    return found.length === 1 && found[0]?.alone === true;
  };
  return jobs.every(({ type }) => isAlone(type)) && model.factsFor('dotnet.quartz-scheduler', file).length === 0;
}

/** How a file names a job class: as the scheduling one does, elsewhere with its namespaces. */
function classIn(model: Model, { file }: Finding, host: string, type: string): string {
  const job = model.factsFor('dotnet.quartz-job', file).find(({ value }) => value.name === type.replace(/^.*\./, ''));
  return host === file ? type : job?.value.qualified ?? type;
}

/** The clocks of Quartz.NET move to Kubernetes: a CronJob for each starts the program, which does the job once and ends; replicas have no scheduler any more. */
export const quartzNetCronJob: Fix = {
  key: 'cronjob-quartz-net',
  title: { en: 'Let Kubernetes CronJobs start the jobs', ko: '작업을 Kubernetes CronJob이 시작하게 하기' },
  safety: 'review',
  applies(finding, model) {
    const plan = planOf(finding);
    return finding.severity !== 'info' && plan !== undefined && isClockOnly(model, finding, plan) && hostAround(model, finding.file) !== undefined;
  },
  edits(input) {
    const { finding, model, text } = input;
    const found = planOf(finding);
    const host = hostAround(model, finding.file);
    const removed = found && carriedOut(finding.file, text(finding.file), found.plan);
    if (!found || !host || !removed) return undefined;
    const work = (type: string): string => `ActivatorUtilities.GetServiceOrCreateInstance<${type}>(jobScope.ServiceProvider).Execute(null!)`;
    const program = programEdits(input, host, found.jobs.map(({ name, type }) => ({ name, work: work(classIn(model, finding, host.file, type)), waits: true })));
    const manifests = found.jobs.flatMap(({ name, type, when, source, zone }) => cronJobFiles(input, { name, job: type, when, source, zone: zone === '' ? undefined : zone, trigger: [['APP_JOB', name]], companions: false }));
    return program && [...removed, ...program, ...manifests];
  },
};
