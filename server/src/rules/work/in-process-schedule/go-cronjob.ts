import type { Finding } from '../../../contract/finding.js';
import { programCronJob, type ProgramJob } from './program-cronjob.js';

function jobOf({ data }: Finding): ProgramJob | undefined {
  return (data as { readonly go?: ProgramJob | null } | null)?.go ?? undefined;
}

/** A job of robfig/cron or gocron, done once by the program that a CronJob starts. */
export const goCronJob = programCronJob('cronjob-program', jobOf);
