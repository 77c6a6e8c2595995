import { behind, knob, noted, type Data, type DataMap } from '../manifest-data.js';
import { blockerLines } from '../hpa-object.js';
import { cronJobName } from '../cronjob.js';
import { comments as cronWords } from '../cronjob-words.js';
import type { Schedule } from './jobs.js';
import { besideLabels, metadataOf, nameOf, type Manifest } from './objects.js';
import type { Plan } from './plan.js';
import { jobPodOf } from './pod.js';
import { sourcesIn } from './reads.js';
import { comments } from './words.js';

/** The variable that tells the application's image to do one piece of work and end; Spring reads it as `app.job`. */
export const variable = 'APP_JOB';

/** Name of the work behind that of the application, short enough for the pods that Kubernetes names after it. */
function suffixFor({ name, schedules }: Plan, work: string): string {
  const short = (each: string): string => cronJobName(`${name}-${each}`).slice(name.length + 1);
  const own = short(work);
  // Long names may be cut to the same one.
  const alike = schedules.map((each) => each.name).filter((each) => short(each) === own).indexOf(work);
  return alike < 1 ? own : `${own.slice(0, -2).replace(/-+$/, '')}-${alike + 1}`;
}

function scheduleLines(plan: Plan, { when, zone, source }: Schedule, job: string): readonly string[] {
  const { say } = plan;
  return [
    source === '' ? say(comments.cronUnknown, { job }) : say(comments.cron, { job, source }),
    ...(when?.nearest === undefined ? [] : [say(cronWords.nearest, { seconds: when.nearest })]),
    ...(when?.droppedSecond === undefined ? [] : [say(cronWords.second, { second: when.droppedSecond })]),
    ...(when && zone === undefined ? [say(cronWords.zone)] : []),
    say(cronWords.retry),
    ...(plan.schedules.length > 1 ? [say(cronWords.companions)] : []),
  ];
}

/** Work by the application's own clock, as a CronJob that waits until the image can do it alone. */
export function cronJob(plan: Plan, schedule: Schedule): Manifest {
  const { say } = plan;
  const { name: work, when, zone, finding } = schedule;
  const suffix = suffixFor(plan, work);
  const labels = besideLabels(plan, suffix, 'job');
  const place = { file: finding.file, line: finding.range.startLine };
  const object: DataMap = {
    apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: nameOf(plan, suffix), labels },
    spec: {
      schedule: when ? when.schedule : behind('0 3 * * *', say(comments.schedule)),
      ...(when && zone !== undefined ? { timeZone: zone } : {}),
      suspend: noted(true, say(comments.suspended, { variable, job: work, ...place })),
      concurrencyPolicy: 'Forbid', startingDeadlineSeconds: 600,
      jobTemplate: { spec: { backoffLimit: 0, template: { metadata: { labels }, spec: jobPodOf(plan, work, [[variable, work]]) } } },
    },
  };
  return { file: `${work}-cronjob`, head: scheduleLines(plan, schedule, work), objects: [object] };
}

/** What has to be set for a tool to change the schema in the job's pod. */
function migrationSwitch(tool: string): readonly (readonly [string, string])[] {
  return tool === 'Flyway' ? [['SPRING_FLYWAY_ENABLED', 'true']] : tool === 'Liquibase' ? [['SPRING_LIQUIBASE_ENABLED', 'true']] : [];
}

export function migrationJob(plan: Plan): Manifest | undefined {
  const { migration, say } = plan;
  if (!migration) return undefined;
  const labels = besideLabels(plan, 'migrate', 'job');
  if ('words' in migration) {
    const object: DataMap = {
      apiVersion: 'batch/v1', kind: 'Job', metadata: { name: nameOf(plan, 'migrate'), labels },
      spec: { backoffLimit: 0, ttlSecondsAfterFinished: 300, template: { metadata: { labels }, spec: jobPodOf(plan, 'migrate', [], migration.words) } },
    };
    return { file: 'migrate-job', head: [say(comments.migrationCommand), say(cronWords.retry)], objects: [object] };
  }
  const { file, range } = migration.finding;
  const object: DataMap = {
    apiVersion: 'batch/v1', kind: 'Job', metadata: { name: nameOf(plan, 'migrate'), labels },
    spec: {
      suspend: noted(true, say(comments.suspended, { variable, job: 'migrate', file, line: range.startLine })),
      backoffLimit: 0,
      template: { metadata: { labels }, spec: jobPodOf(plan, 'migrate', [[variable, 'migrate'], ...migrationSwitch(migration.tool)]) },
    },
  };
  return { file: 'migrate-job', head: [say(comments.migration, { tool: migration.tool }), say(cronWords.retry)], objects: [object] };
}

/** The first thing in the code that a pattern names: a queue, a topic. */
function namedInCode({ model, code, text }: Plan, patterns: readonly RegExp[]): string | undefined {
  for (const file of sourcesIn(model, code)) {
    const written = /\.(?:java|kt|[cm]?[jt]s|py|cs|go)$/.test(file) ? text(file) : undefined;
    const found = written === undefined ? undefined : patterns.map((pattern) => pattern.exec(written)?.[1]).find((name) => name !== undefined && /^[\w.-]+$/.test(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

function todo(plan: Plan, found: string | undefined, fallback: string, words: keyof typeof comments): Data {
  return found === undefined ? behind(fallback, plan.say(comments[words])) : found;
}

/** An own setting of the application whose name fits, else a placeholder. */
function settingNamed({ settings }: Plan, pattern: RegExp): string | undefined {
  return settings.find(({ variable: each, secret }) => secret && pattern.test(each))?.variable;
}

function trigger(plan: Plan): DataMap {
  const { say, settings } = plan;
  if (plan.queue === 'kafka') {
    const brokers = settings.find(({ variable: each, value }) => /BOOTSTRAP_?SERVERS|KAFKA_BROKERS/.test(each) && value !== '')?.value;
    return {
      type: 'kafka',
      metadata: {
        bootstrapServers: todo(plan, brokers, 'kafka:9092', 'brokers'),
        topic: todo(plan, namedInCode(plan, [/@KafkaListener\([^)]*topics\s*=\s*\{?\s*"([^"]+)"/, /\bsubscribe\(\s*\{[^}]*topics?:\s*\[?\s*['"]([^'"]+)['"]/]), plan.name, 'topic'),
        consumerGroup: todo(plan, namedInCode(plan, [/@KafkaListener\([^)]*groupId\s*=\s*"([^"]+)"/, /\bconsumer\(\s*\{[^}]*groupId:\s*['"]([^'"]+)['"]/]), plan.name, 'topic'),
        lagThreshold: noted('20', say(comments.backlog)),
      },
    };
  }
  if (plan.queue === 'sqs') return { type: 'aws-sqs-queue', metadata: { queueURL: behind('https://sqs.ap-northeast-2.amazonaws.com/000000000000/queue', say(comments.queue)), awsRegion: 'ap-northeast-2', queueLength: noted('20', say(comments.backlog)) }, authenticationRef: { name: nameOf(plan, 'queue') } };
  return {
    type: 'rabbitmq',
    metadata: {
      queueName: todo(plan, namedInCode(plan, [/@RabbitListener\([^)]*queues\s*=\s*\{?\s*"([^"]+)"/, /\.(?:consume|assertQueue|basic_consume)\(\s*(?:queue\s*=\s*)?['"]([^'"]+)['"]/]), plan.name, 'queue'),
      mode: 'QueueLength', value: noted('20', say(comments.backlog)),
    },
    authenticationRef: { name: nameOf(plan, 'queue') },
  };
}

/** How KEDA gets at the queue: by a key of the application's own Secret, or by the identity of the pod. */
function authentication(plan: Plan): readonly DataMap[] {
  if (plan.queue === 'kafka') return [];
  const key = settingNamed(plan, /AMQP|RABBIT/);
  const spec: DataMap = plan.queue === 'sqs'
    ? { podIdentity: { provider: 'aws' } }
    : { secretTargetRef: [{ parameter: 'host', name: nameOf(plan, 'secret'), key: key !== undefined && /UR[IL]|ADDRESS/.test(key) ? key : behind(key ?? 'AMQP_URL', plan.say(comments.connection)) }] };
  return [{ apiVersion: 'keda.sh/v1alpha1', kind: 'TriggerAuthentication', metadata: metadataOf(plan, 'queue'), spec }];
}

/** Scales a program that works off a queue by what waits there. */
export function scaledObject(plan: Plan): Manifest {
  const { say } = plan;
  const object: DataMap = {
    apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', metadata: metadataOf(plan),
    spec: {
      scaleTargetRef: { name: nameOf(plan) },
      minReplicaCount: knob('autoscaling.minReplicas', 0),
      maxReplicaCount: noted(knob('autoscaling.maxReplicas', 10, [say(comments.kedaMax)]), say(comments.kedaMax)),
      triggers: [trigger(plan)],
    },
  };
  return { file: 'scaledobject', head: [say(comments.trigger), ...blockerLines(say, plan.blockers)], when: { path: 'autoscaling.enabled', about: [] }, objects: [...authentication(plan), object] };
}
