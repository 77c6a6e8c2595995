import type { Finding } from '../../../contract/finding.js';
import type { Fix } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/dotnet/hosted.js';
import { cronJobFiles } from '../../../generators/cronjob-files.js';
import { carriedOut } from '../../../generators/planned-edits.js';
import { hostAround, programEdits } from './dotnet-program.js';
import type { ProgramJob } from './program-cronjob.js';

/** A job that a method of the service does. */
interface HostedJob extends ProgramJob {
  /** The class with its namespaces, for programs that do not name it yet. */
  readonly qualified: string;
  /** Call of the method: `RunOnceAsync(…)`. */
  readonly call: string;
  /** Whether it gives a task. */
  readonly waits: boolean;
}

function jobOf({ file, data }: Finding): HostedJob | undefined {
  return file.endsWith('.cs') ? ((data as { readonly hosted?: HostedJob | null } | null)?.hosted ?? undefined) : undefined;
}

/** The one place that takes the service in. */
function registration(model: Model, { file }: Finding, job: ProgramJob): Fact<'dotnet.hosted-service'> | undefined {
  const found = model.factsFor('dotnet.hosted-service', file).filter(({ value }) => value.service.replace(/^.*\./, '') === job.job);
  return found.length === 1 && found[0]?.value.line ? found[0] : undefined;
}

/** A round of a hosted service becomes a method that the program calls once when a CronJob starts it; replicas do not run the service any more. */
export const hostedCronJob: Fix = {
  key: 'cronjob-hosted-service',
  title: { en: 'Let a Kubernetes CronJob start it', ko: 'Kubernetes CronJob이 시작하게 하기' },
  safety: 'review',
  applies(finding, model) {
    const job = jobOf(finding);
    const taken = finding.severity !== 'info' && job !== undefined ? registration(model, finding, job) : undefined;
    return taken !== undefined && hostAround(model, taken.file) !== undefined;
  },
  edits(input) {
    const { finding, model, text } = input;
    const job = jobOf(finding);
    const taken = job && registration(model, finding, job);
    const host = taken && hostAround(model, taken.file);
    const code = job && carriedOut(finding.file, text(finding.file), job.plan);
    if (!job || !taken?.value.line || !host || !code) return undefined;
    const { name, when, source, zone } = job;
    const { hash, start, end } = taken.value.line;
    const removed = carriedOut(taken.file, text(taken.file), { hash, edits: [{ start, end, text: '' }] });
    const service = host.file === taken.file ? taken.value.service : job.qualified;
    const program = programEdits(input, host, [{ name, work: `ActivatorUtilities.CreateInstance<${service}>(jobScope.ServiceProvider).${job.call}`, waits: job.waits }]);
    // The program's image is the one to start, also where the class stands in a library.
    const at = { ...finding, file: host.file, module: host.module };
    return removed && program && [...code, ...removed, ...program, ...cronJobFiles({ ...input, finding: at }, { name, job: job.job, when, source, zone, trigger: [['APP_JOB', name]], companions: false })];
  },
};
