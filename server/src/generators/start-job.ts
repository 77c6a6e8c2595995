import { dirname, join } from '../base/paths.js';
import { lineEnding } from '../base/text.js';
import type { Edit, FixInput } from '../contract/rule.js';
import type { Localized } from '../contract/words.js';
import type { Fact, Model } from '../contract/workspace.js';
import type {} from '../facts/entry-point.js';
import { isInJoin, joinWorkload, workloadsRunning } from '../facts/join.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import { mainContainer } from '../facts/kubernetes/role.js';
import { addEntries } from '../syntax/yaml/edit.js';
import { cronJobName } from './cronjob.js';
import { jobManifest } from './job.js';
import { endRunner } from './job-runner.js';
import { containerMap } from './probes.js';

/** The variable that tells the application's image to do one piece of work and end; Spring reads it as `app.job`. */
const variable = 'APP_JOB';

/** Work that a Spring Boot application does when it starts, and that one Job shall do for all replicas. */
export interface StartJob {
  /** What it is called: behind the workload's name in manifests, and the value of `app.job`. */
  readonly suffix: string;
  readonly className: string;
  /** As a reader knows it. */
  readonly job: string;
  readonly when: Localized;
  /** What is done when the application has started, for the comment in the code. */
  readonly done: string;
  /** The variable that switches the work on and off, with its value in the job and in the replicas. */
  readonly setting: { readonly variable: string; readonly on: string; readonly off: string };
}

interface Target {
  readonly workload: WorkloadFact;
  /** The one class that starts the application in the workload's image. */
  readonly entry: Fact<'build.entry-point'>;
}

/** The workload that runs the place, and where its application starts; `undefined` unless each is the only one. */
function targetOf(model: Model, place: { readonly file: string; readonly module: string }, variableName: string): Target | undefined {
  const [workload, ...more] = workloadsRunning(model, place).filter(({ value }) => !value.templated && !value.partial);
  const joined = workload && joinWorkload(model, workload);
  const entries = joined ? model.facts('build.entry-point').filter((fact) => isInJoin(joined, fact)) : [];
  const [entry] = entries;
  // The class that ends the job is Java, which a Kotlin project need not compile.
  if (!workload || !entry || more.length > 0 || entries.length > 1 || !entry.file.endsWith('.java')) return undefined;
  return mainContainer(workload)?.env.includes(variableName) === false ? { workload, entry } : undefined;
}

/** Whether {@link startJobEdits} has something to work on, as far as facts tell. */
export function canStartJob(model: Model, place: { readonly file: string; readonly module: string }, setting: StartJob['setting']): boolean {
  return targetOf(model, place, setting.variable) !== undefined;
}

/** The replicas leave the work alone. */
function workloadEdit(workload: WorkloadFact, { variable: name, off }: StartJob['setting'], text: string): Edit | undefined {
  const container = mainContainer(workload);
  return container && addEntries(workload.file, text, containerMap(workload, container, text), 'env', [[`name: ${name}`, `value: ${JSON.stringify(off)}`]], ['name', 'image', 'imagePullPolicy', 'command', 'args', 'workingDir', 'ports', 'envFrom']);
}

/**
 * Moves the work out of the replicas: a Job that runs the application's image with the work switched on and ends, a
 * class that ends it, and the switch in the workload. `undefined` when no single workload runs the application.
 */
export function startJobEdits({ finding, model, text, locale }: FixInput, job: StartJob): readonly Edit[] | undefined {
  const target = targetOf(model, finding, job.setting.variable);
  const manifest = target && text(target.workload.file);
  const source = target && text(target.entry.file);
  if (!target || manifest === undefined || source === undefined) return undefined;
  const { workload, entry } = target;
  const switched = workloadEdit(workload, job.setting, manifest);
  if (!switched) return undefined;
  const name = cronJobName(`${workload.value.name ?? 'application'}-${job.suffix}`);
  const written = jobManifest({
    name, job: job.job, when: job.when, workload, trigger: [[variable, job.suffix], [job.setting.variable, job.setting.on]], fallbackImage: 'application', text, locale,
    companions: model.factsFor('finding', entry.file).some(({ value }) => value.rule === 'work/in-process-schedule'),
  });
  const runner = endRunner({ package: /^\s*package\s+([\w.]+)\s*;/m.exec(source)?.[1] ?? '', className: job.className, done: job.done, property: 'app.job', value: job.suffix });
  const beside = (file: string, created: string): string => join(dirname(file), created) ?? created;
  return [
    switched,
    { do: 'create', path: beside(workload.file, `${name}-job.yaml`), text: written, ifExists: 'refuse' },
    { do: 'create', path: beside(entry.file, `${job.className}.java`), text: runner.join(lineEnding(source)), ifExists: 'refuse' },
  ];
}
