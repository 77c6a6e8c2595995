import { hash } from '../../../base/hash.js';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { CronSchedule } from '../../../generators/cron.js';
import { cronJobFiles, hasCompanions } from '../../../generators/cronjob-files.js';
import type { GoPlan } from '../../../syntax/go/plan.js';

interface Job {
  readonly plan: GoPlan;
  readonly name: string;
  readonly job: string;
  readonly when: CronSchedule;
  readonly source: string;
  readonly zone: string;
}

function jobOf({ data }: Finding): Job | undefined {
  return (data as { readonly go?: Job | null } | null)?.go ?? undefined;
}

/** The clock moves to Kubernetes: a CronJob starts the program, which runs the function and ends when `APP_JOB` asks for it; replicas leave it alone. */
export const goCronJob: Fix = {
  key: 'cronjob-program',
  title: { en: 'Let a Kubernetes CronJob start it', ko: 'Kubernetes CronJob이 시작하게 하기' },
  safety: 'review',
  applies: (finding) => finding.severity !== 'info' && jobOf(finding) !== undefined,
  edits(input) {
    const { finding, text } = input;
    const { file } = finding;
    const job = jobOf(finding);
    const now = text(file);
    if (!job || now === undefined || hash(now) !== job.plan.hash) return undefined;
    const { name, when, source, zone } = job;
    const code = job.plan.edits.map(({ start, end, text: written }): Edit => ({ do: 'replace', file, span: { start, end }, text: written }));
    return [...code, ...cronJobFiles(input, { name, job: job.job, when, source, zone: zone === '' ? undefined : zone, trigger: [['APP_JOB', name]], companions: hasCompanions(input) })];
  },
};
