import { basename, dirname, join } from '../../../base/paths.js';
import { lineEnding } from '../../../base/text.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { effectiveModule } from '../../../facts/build/effective.js';
import { workloadsRunning } from '../../../facts/join.js';
import { readClock, scheduleFor } from '../../../generators/clock.js';
import { cronJobManifest, cronJobName } from '../../../generators/cronjob.js';
import { jobRunner } from '../../../generators/job-runner.js';
import { kustomizationEdits } from '../../../generators/kustomization.js';
import { removeAnnotation } from '../../../syntax/java/edit.js';
import type { Lockable } from './java-lockable.js';
import { lockableOf } from './shedlock.js';

/** The variable that tells the application's image to run one job and end; Spring reads it as `app.job`. */
const variable = 'APP_JOB';

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Runs in an image of Spring Boot only: a WAR has nothing that starts one bean without its server. */
function isBoot(file: string, model: Model): boolean {
  return effectiveModule(model, model.moduleOf(file).dir)?.bootVersion !== undefined;
}

function manifestEdits({ finding, model, text, locale }: FixInput, { className, method }: Lockable): readonly Edit[] | undefined {
  const { file } = finding;
  const clock = readClock(finding.data);
  const schedule = clock && scheduleFor(clock, file, model);
  if (!clock || !schedule) return undefined;
  const { dir, application } = model.moduleOf(file);
  const build = effectiveModule(model, dir);
  const [workload] = workloadsRunning(model, finding).filter(({ value }) => !value.templated && !value.partial);
  const name = cronJobName(`${className}-${method}`);
  const folder = workload ? dirname(workload.file) : (join(application, 'k8s') ?? 'k8s');
  const manifest = cronJobManifest({
    name, job: `${className}.${method}`, when: schedule.when, source: clock.source, zone: schedule.zone, trigger: [[variable, name]], workload,
    companions: model.factsFor('finding', file).some(({ value }) => value.rule === finding.rule && value.fingerprint !== finding.fingerprint),
    fallbackImage: `${build?.name ?? 'application'}:${build?.version ?? '1.0.0'}`, text, locale,
  });
  const path = join(folder, `${name}-cronjob.yaml`) ?? `${name}-cronjob.yaml`;
  return [{ do: 'create', path, text: manifest, ifExists: 'refuse' }, ...(workload ? kustomizationEdits({ model, workload, text }, basename(path)) : [])];
}

/** The clock moves to Kubernetes: a CronJob starts the application's image, which runs the method once and ends; the annotation goes. */
export const cronJob: Fix = {
  key: 'cronjob',
  title: { en: 'Let a Kubernetes CronJob start it', ko: 'Kubernetes CronJob이 시작하게 하기' },
  safety: 'review',
  applies: ({ file, severity, data }, model) => {
    const clock = readClock(data);
    return severity !== 'info' && lockableOf(data) !== undefined && clock !== undefined && isBoot(file, model) && scheduleFor(clock, file, model) !== undefined;
  },
  edits(input) {
    const { finding: { file, data }, text, model } = input;
    const job = lockableOf(data);
    const now = text(file);
    if (!job || now === undefined || !isBoot(file, model) || now.slice(job.end - job.source.length, job.end) !== job.source) return undefined;
    const manifest = manifestEdits(input, job);
    const className = `${job.className}${upperFirst(job.method)}Job`;
    const runner = jobRunner({ package: job.package, className, bean: job.className, method: job.method, property: 'app.job', value: cronJobName(`${job.className}-${job.method}`) });
    return manifest && [
      ...removeAnnotation(file, now, { start: job.end - job.source.length, end: job.end }, 'org.springframework.scheduling.annotation.Scheduled'),
      { do: 'create', path: join(dirname(file), `${className}.java`) ?? `${className}.java`, text: runner.join(lineEnding(now)), ifExists: 'refuse' },
      ...manifest,
    ];
  },
};
