import type { Fix } from '../../../contract/rule.js';
import { canStartJob, startJobEdits, type StartJob } from '../../../generators/start-job.js';

const setting: StartJob['setting'] = { variable: 'SPRING_BATCH_JOB_ENABLED', on: 'true', off: 'false' };

/** What Spring Boot starts with the application, a Job does in a pod of its own. Code that launches jobs itself knows what it passes to them, and stays. */
export const batchJob: Fix = {
  key: 'job',
  title: { en: 'Run the batch jobs in a Kubernetes Job', ko: '배치 작업을 Kubernetes Job으로 실행하기' },
  safety: 'review',
  applies: (finding, model) => finding.say === 'atStart' && canStartJob(model, finding, setting),
  edits: (input) => startJobEdits(input, {
    suffix: 'batch', className: 'BatchRunJob', job: String(input.finding.args.what ?? ''), done: 'Spring Batch has run its jobs', setting,
    when: {
      en: 'Apply it each time the work is due, or make a CronJob of it that has a schedule: kubectl wait --for=condition=complete job/{name}',
      ko: '작업을 실행할 때마다 적용하거나, 일정이 있으면 CronJob으로 바꾸세요: kubectl wait --for=condition=complete job/{name}',
    },
  }),
};
