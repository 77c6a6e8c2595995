import { basename, dirname, join } from '../base/paths.js';
import type { Edit, FixInput } from '../contract/rule.js';
import { workloadsRunning } from '../facts/join.js';
import { cronJobManifest, type CronJobInput } from './cronjob.js';
import { kustomizationEdits } from './kustomization.js';

/** What is known of a job apart from where its manifest goes. */
export type ScheduledJob = Pick<CronJobInput, 'name' | 'job' | 'when' | 'source' | 'zone' | 'trigger' | 'companions'> & Pick<Partial<CronJobInput>, 'command'>;

/**
 * A new manifest of a CronJob beside the workload that runs the finding's code, whose image and settings it takes, or in
 * `k8s/` of the application when there is none; kustomizations that name the workload's manifest name it as well.
 */
export function cronJobFiles({ finding, model, text, locale }: FixInput, job: ScheduledJob): readonly Edit[] {
  const [workload] = workloadsRunning(model, finding).filter(({ value }) => !value.templated && !value.partial);
  const folder = workload ? dirname(workload.file) : (join(model.moduleOf(finding.file).application, 'k8s') ?? 'k8s');
  const path = join(folder, `${job.name}-cronjob.yaml`) ?? `${job.name}-cronjob.yaml`;
  const manifest = cronJobManifest({ ...job, workload, fallbackImage: 'application:1.0.0', text, locale });
  return [{ do: 'create', path, text: manifest, ifExists: 'refuse' }, ...(workload ? kustomizationEdits({ model, workload, text }, basename(path)) : [])];
}

/** Whether the application starts other work by its own clock, which a pod of the same image would start as well. */
export function hasCompanions({ finding, model }: Pick<FixInput, 'finding' | 'model'>): boolean {
  return model.factsFor('finding', finding.file).some(({ value }) => value.rule === finding.rule && value.fingerprint !== finding.fingerprint);
}
