import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { CronSchedule } from '../../../generators/cron.js';
import { cronJobFiles, hasCompanions } from '../../../generators/cronjob-files.js';
import { carriedOut, type PlannedEdits } from '../../../generators/planned-edits.js';

/** A job that the program itself can run once, when `APP_JOB` asks for it. */
export interface ProgramJob {
  readonly plan: PlannedEdits;
  readonly name: string;
  readonly job: string;
  readonly when: CronSchedule;
  readonly source: string;
  /** Time zone that the code names; '' for the one of the process. */
  readonly zone: string;
}

/** The clock moves to Kubernetes: a CronJob starts the program, which does the work and ends when `APP_JOB` asks for it; replicas leave it alone. */
export function programCronJob(key: string, jobOf: (finding: Finding) => ProgramJob | undefined, imports: (file: string, now: string) => readonly Edit[] = () => []): Fix {
  return {
    key,
    title: { en: 'Let a Kubernetes CronJob start it', ko: 'Kubernetes CronJob이 시작하게 하기' },
    safety: 'review',
    applies: (finding) => finding.severity !== 'info' && jobOf(finding) !== undefined,
    edits(input) {
      const { file } = input.finding;
      const job = jobOf(input.finding);
      const now = input.text(file);
      const code = job && carriedOut(file, now, job.plan);
      if (!job || !code || now === undefined) return undefined;
      const { name, when, source, zone } = job;
      return [...imports(file, now), ...code, ...cronJobFiles(input, { name, job: job.job, when, source, zone: zone === '' ? undefined : zone, trigger: [['APP_JOB', name]], companions: hasCompanions(input) })];
    },
  };
}
