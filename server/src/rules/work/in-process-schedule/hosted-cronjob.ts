import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { lineEnding } from '../../../base/text.js';
import type {} from '../../../facts/dotnet/hosted.js';
import { cronJobFiles } from '../../../generators/cronjob-files.js';
import { carriedOut } from '../../../generators/planned-edits.js';
import { addUsing } from '../../../syntax/csharp/edit.js';
import { onceLines } from '../../../syntax/csharp/program.js';
import type { ProgramJob } from './program-cronjob.js';

/** A job that a method of the service does. */
interface HostedJob extends ProgramJob {
  /** Statement that calls it on the service, which stands for `{}`. */
  readonly call: string;
}

function jobOf({ file, data }: Finding): HostedJob | undefined {
  return file.endsWith('.cs') ? ((data as { readonly hosted?: HostedJob | null } | null)?.hosted ?? undefined) : undefined;
}

/** The one place that takes the service in, when it is the program itself. */
function registration(model: Model, { file }: Finding, job: ProgramJob): Fact<'dotnet.hosted-service'> | undefined {
  const found = model.factsFor('dotnet.hosted-service', file).filter(({ value }) => value.service.replace(/^.*\./, '') === job.job);
  return found.length === 1 && found[0]?.value.program ? found[0] : undefined;
}

/** A round of a hosted service becomes a method that the program calls once when a CronJob starts it; replicas do not run the service any more. */
export const hostedCronJob: Fix = {
  key: 'cronjob-hosted-service',
  title: { en: 'Let a Kubernetes CronJob start it', ko: 'Kubernetes CronJob이 시작하게 하기' },
  safety: 'review',
  applies(finding, model) {
    const job = jobOf(finding);
    return finding.severity !== 'info' && job !== undefined && registration(model, finding, job) !== undefined;
  },
  edits(input) {
    const { finding, model, text } = input;
    const job = jobOf(finding);
    const taken = job && registration(model, finding, job);
    const program = taken?.value.program;
    const now = taken && text(taken.file);
    const code = job && carriedOut(finding.file, text(finding.file), job.plan);
    if (!job || !taken || !program || !code || now === undefined) return undefined;
    const { name, when, source } = job;
    const eol = lineEnding(now);
    const lines = onceLines(program.services, name, job.call.replace('{}', `ActivatorUtilities.CreateInstance<${taken.value.service}>(jobScope.ServiceProvider)`));
    const change = carriedOut(taken.file, now, { hash: program.hash, edits: [
      { start: program.start, end: program.end, text: '' },
      { start: program.at, end: program.at, text: ['', ...lines, ''].join(eol) },
    ] });
    // The program's image is the one to start, also where the class stands in a library.
    const at = { ...finding, file: taken.file, module: taken.module };
    const manifest: readonly Edit[] = cronJobFiles({ ...input, finding: at }, { name, job: job.job, when, source, zone: job.zone, trigger: [['APP_JOB', name]], companions: false });
    return change && [...code, ...addUsing(taken.file, now, 'Microsoft.Extensions.DependencyInjection'), ...change, ...manifest];
  },
};
