import { hash } from '../../../base/hash.js';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { CronSchedule } from '../../../generators/cron.js';
import { cronJobFiles, hasCompanions } from '../../../generators/cronjob-files.js';
import { addUsing } from '../../../syntax/csharp/edit.js';

interface Job {
  readonly hash: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly name: string;
  readonly job: string;
  readonly when: CronSchedule;
  readonly source: string;
  readonly zone: string;
}

function jobOf({ data }: Finding): Job | undefined {
  return (data as { readonly dotnet?: Job | null } | null)?.dotnet ?? undefined;
}

/** The clock moves to Kubernetes: a CronJob starts the program, which runs the invocable and ends when `APP_JOB` asks for it; replicas leave it alone. */
export const dotnetCronJob: Fix = {
  key: 'cronjob-invocable',
  title: { en: 'Let a Kubernetes CronJob start it', ko: 'Kubernetes CronJob이 시작하게 하기' },
  safety: 'review',
  applies: (finding) => finding.file.endsWith('.cs') && finding.severity !== 'info' && jobOf(finding) !== undefined,
  edits(input) {
    const { finding, text } = input;
    const { file } = finding;
    const job = jobOf(finding);
    const now = text(file);
    if (!job || now === undefined || hash(now) !== job.hash) return undefined;
    const { name, when, source, zone } = job;
    const code = job.edits.map(({ start, end, text: written }): Edit => ({ do: 'replace', file, span: { start, end }, text: written }));
    // Needed where the project switches implicit usings off, and harmless elsewhere.
    const using = addUsing(file, now, 'Microsoft.Extensions.DependencyInjection');
    return [...using, ...code, ...cronJobFiles(input, { name, job: job.job, when, source, zone, trigger: [['APP_JOB', name]], companions: hasCompanions(input) })];
  },
};
