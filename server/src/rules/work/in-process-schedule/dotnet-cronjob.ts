import type { Finding } from '../../../contract/finding.js';
import { addUsing } from '../../../syntax/csharp/edit.js';
import { programCronJob, type ProgramJob } from './program-cronjob.js';

function jobOf({ file, data }: Finding): ProgramJob | undefined {
  return file.endsWith('.cs') ? ((data as { readonly dotnet?: ProgramJob | null } | null)?.dotnet ?? undefined) : undefined;
}

/** An invocable of Coravel, done once by the program that a CronJob starts. */
export const dotnetCronJob = programCronJob('cronjob-invocable', jobOf, (file, now) =>
  // Needed where the project switches implicit usings off, and harmless elsewhere.
  addUsing(file, now, 'Microsoft.Extensions.DependencyInjection'));
