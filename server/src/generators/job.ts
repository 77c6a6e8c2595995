import { stringify } from 'yaml';
import { say, type Locale, type Localized } from '../contract/words.js';
import { comments } from './cronjob-words.js';
import { jobPod, type JobPodInput, type Note } from './job-pod.js';

export interface JobInput extends JobPodInput {
  /** What the job does, as a reader knows it: `Flyway`, a batch job by its name. */
  readonly job: string;
  /** When a person, or the pipeline, has to start it. */
  readonly when: Localized;
  /** The image runs other work by its own clock as well, which starts in the job's pod too. */
  readonly companions: boolean;
  readonly locale: Locale;
}

const head: Localized = { en: 'Runs {job} once in a pod of its own. Written by Monolift.', ko: '별도 파드에서 {job}을(를) 한 번 실행합니다. Monolift가 생성했습니다.' };
const again: Localized = {
  en: 'A Job that exists cannot be changed: kubectl delete job {name} --ignore-not-found, then apply this file.',
  ko: '이미 있는 Job은 바꿀 수 없습니다. kubectl delete job {name} --ignore-not-found 명령을 실행한 뒤 이 파일을 적용하세요.',
};

/** The manifest: a comment that explains what it is and what is left to do, and a Job that runs the application's image once. */
export function jobManifest(input: JobInput): string {
  const { name, job, when, workload, locale, companions } = input;
  const { spec, todo } = jobPod(input);
  const notes: readonly Note[] = [[head, { job }], [again, { name }], [when, { name }], [comments.retry, {}], ...(companions ? [[comments.companions, {}] as const] : []), ...todo];
  const manifest = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, ...(workload?.value.namespace === undefined ? {} : { namespace: workload.value.namespace }), labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'job' } },
    spec: { backoffLimit: 0, template: { metadata: { labels: { 'app.kubernetes.io/name': name } }, spec } },
  };
  return `${notes.map(([words, args]) => `# ${say(words, locale, args)}`).join('\n')}\n${stringify(manifest, { lineWidth: 0 })}`;
}
