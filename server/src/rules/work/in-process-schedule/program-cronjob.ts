import { hash } from '../../../base/hash.js';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { CronSchedule } from '../../../generators/cron.js';
import { cronJobFiles, hasCompanions } from '../../../generators/cronjob-files.js';

/** Edits planned while the tree was there; `hash` is that of the text they were planned for. */
interface PlannedEdits {
  readonly hash: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

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

/** The planned edits of a file; `undefined` when its text is another one now. */
export function plannedEdits(file: string, now: string | undefined, plan: PlannedEdits): readonly Edit[] | undefined {
  return now === undefined || hash(now) !== plan.hash ? undefined : plan.edits.map(({ start, end, text }): Edit => ({ do: 'replace', file, span: { start, end }, text }));
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
      const code = job && plannedEdits(file, now, job.plan);
      if (!job || !code || now === undefined) return undefined;
      const { name, when, source, zone } = job;
      return [...imports(file, now), ...code, ...cronJobFiles(input, { name, job: job.job, when, source, zone: zone === '' ? undefined : zone, trigger: [['APP_JOB', name]], companions: hasCompanions(input) })];
    },
  };
}
