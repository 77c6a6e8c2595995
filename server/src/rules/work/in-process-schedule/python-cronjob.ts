import { basename, dirname, isInside, join } from '../../../base/paths.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { workloadsRunning } from '../../../facts/join.js';
import { isDjango } from '../../../facts/python/settings.js';
import { cronJobManifest, cronJobName } from '../../../generators/cronjob.js';
import { kustomizationEdits } from '../../../generators/kustomization.js';

/** What the finding says of a job that a manifest can start. */
interface PythonJob {
  readonly job: string;
  readonly cron?: string;
  /** The statement that gives the job to the scheduler: a line of its own, which goes. */
  readonly statement?: { readonly start: number; readonly end: number };
}

function jobOf({ finding }: Pick<FixInput, 'finding'>): PythonJob | undefined {
  return (finding.data as { readonly python?: PythonJob } | null)?.python;
}

/** Name by which Python imports a file, from the folder that holds its project. */
function moduleName(file: string, model: Model): string {
  const { dir } = model.moduleOf(file);
  const inside = dir !== '' && isInside(file, dir) ? file.slice(dir.length + 1) : file;
  return inside.replace(/^src\//, '').replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
}

/** Imports the function, calls it and ends. Django has to be set up first. */
function commandFor(file: string, job: string, model: Model): readonly string[] {
  const call = `from ${moduleName(file, model)} import ${job}; ${job}()`;
  return ['python', '-c', isDjango(model, file) ? `import django; django.setup(); ${call}` : call];
}

/** The clock moves to Kubernetes: a CronJob runs the function in the application's image, and the scheduler is told no more of it. */
export const pythonCronJob: Fix = {
  key: 'cronjob-function',
  title: { en: 'Let a Kubernetes CronJob call it', ko: 'Kubernetes CronJob이 호출하게 하기' },
  safety: 'review',
  applies: (finding) => finding.severity !== 'info' && jobOf({ finding })?.cron !== undefined && jobOf({ finding })?.statement !== undefined,
  edits(input) {
    const { finding, model, text, locale } = input;
    const { file } = finding;
    const job = jobOf(input);
    const now = text(file);
    if (job?.cron === undefined || !job.statement || now === undefined || !now.slice(job.statement.start, job.statement.end).includes('add_job')) return undefined;
    const [workload] = workloadsRunning(model, finding).filter(({ value }) => !value.templated && !value.partial);
    const name = cronJobName(job.job.replaceAll('_', '-'));
    const folder = workload ? dirname(workload.file) : (join(model.moduleOf(file).application, 'k8s') ?? 'k8s');
    const manifest = cronJobManifest({
      name, job: `${moduleName(file, model)}.${job.job}`, when: { schedule: job.cron }, source: `cron ${job.cron}`, zone: undefined, trigger: [], command: commandFor(file, job.job, model), workload,
      companions: false, fallbackImage: 'application:1.0.0', text, locale,
    });
    const path = join(folder, `${name}-cronjob.yaml`) ?? `${name}-cronjob.yaml`;
    const end = now.indexOf('\n', job.statement.end);
    const edits: Edit[] = [
      { do: 'replace', file, span: { start: job.statement.start, end: end < 0 ? now.length : end + 1 }, text: '' },
      { do: 'create', path, text: manifest, ifExists: 'refuse' },
    ];
    return [...edits, ...(workload ? kustomizationEdits({ model, workload, text }, basename(path)) : [])];
  },
};
