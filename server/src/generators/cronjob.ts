import { stringify } from 'yaml';
import { say, type Locale } from '../contract/words.js';
import type { CronSchedule } from './cron.js';
import { comments } from './cronjob-words.js';
import { jobPod, type JobPodInput, type Note } from './job-pod.js';

export interface CronJobInput extends JobPodInput {
  /** The work, as a reader knows it: `OrderTask.expire`. */
  readonly job: string;
  readonly when: CronSchedule;
  /** The clock as the code states it, for the comment. */
  readonly source: string;
  /** IANA name; `undefined` when the code states none, so that its process decided. */
  readonly zone: string | undefined;
  /** The image runs other work by its own clock as well, which starts in the job's pod too. */
  readonly companions: boolean;
  /** Why it must not run yet, in the words of {@link locale}; absent when the image can do the work. */
  readonly suspended?: string;
  readonly locale: Locale;
}

/** Kubernetes adds eleven characters to the name of a CronJob. */
const nameLimit = 52;

/** A name for a CronJob from words of the code: `OrderTask.expire` → `order-task-expire`. */
export function cronJobName(words: string): string {
  return words.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, nameLimit).replace(/-+$/, '');
}

function scheduleNotes({ when, zone }: CronJobInput): readonly Note[] {
  return [
    ...(when.nearest === undefined ? [] : [[comments.nearest, { seconds: when.nearest }] as const]),
    ...(when.droppedSecond === undefined ? [] : [[comments.second, { second: when.droppedSecond }] as const]),
    ...(zone === undefined ? [[comments.zone, {}] as const] : []),
  ];
}

/** The manifest: a comment that explains what it is and what is left to do, and a CronJob that runs the application's image once per run. */
export function cronJobManifest(input: CronJobInput): string {
  const { name, job, source, when, zone, workload, locale } = input;
  const { spec, todo } = jobPod(input);
  const line = ([words, args]: Note): string => `# ${say(words, locale, args)}`;
  const manifest = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, ...(workload?.value.namespace === undefined ? {} : { namespace: workload.value.namespace }), labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'job' } },
    spec: {
      schedule: when.schedule,
      ...(zone === undefined ? {} : { timeZone: zone }),
      ...(input.suspended === undefined ? {} : { suspend: true }),
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      jobTemplate: { spec: { backoffLimit: 0, template: { spec } } },
    },
  };
  const head = [[comments.head, { job, source }] as const, ...scheduleNotes(input), [comments.retry, {}] as const, ...(input.companions ? [[comments.companions, {}] as const] : []), ...todo].map(line);
  if (input.suspended !== undefined) head.push(`# ${input.suspended}`);
  return `${head.join('\n')}\n${stringify(manifest, { lineWidth: 0 })}`;
}
