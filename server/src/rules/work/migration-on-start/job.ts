import type { Fix } from '../../../contract/rule.js';
import type { Finding } from '../../../contract/finding.js';
import { canStartJob, startJobEdits, type StartJob } from '../../../generators/start-job.js';
import { plainKey } from '../../../facts/settings.js';

type Switch = StartJob['setting'];

/** Settings of Spring Boot by their plain names: the variable that overrides each, on in the job and off in the replicas. */
const switches: Readonly<Record<string, Switch>> = {
  springflywayenabled: { variable: 'SPRING_FLYWAY_ENABLED', on: 'true', off: 'false' },
  springliquibaseenabled: { variable: 'SPRING_LIQUIBASE_ENABLED', on: 'true', off: 'false' },
  springjpahibernateddlauto: { variable: 'SPRING_JPA_HIBERNATE_DDL_AUTO', on: 'update', off: 'none' },
  springsqlinitmode: { variable: 'SPRING_SQL_INIT_MODE', on: 'always', off: 'never' },
  springdatasourceinitializationmode: { variable: 'SPRING_DATASOURCE_INITIALIZATION_MODE', on: 'always', off: 'never' },
};

function keyOf({ data }: Finding): string {
  return data !== null && typeof data === 'object' && 'key' in data ? String(data.key) : '';
}

/** Tables that are made anew would be made anew by the job as well. */
function switchOf(finding: Finding): Switch | undefined {
  return finding.say.startsWith('create') ? undefined : switches[plainKey(keyOf(finding))];
}

/** The schema is changed by a Job before the replicas start, and no longer by them. */
export const migrationJob: Fix = {
  key: 'job',
  title: { en: 'Let a Kubernetes Job change the schema before the replicas start', ko: '레플리카가 시작하기 전에 Kubernetes Job이 스키마를 변경하게 하기' },
  safety: 'review',
  applies: (finding, model) => {
    const setting = switchOf(finding);
    return setting !== undefined && canStartJob(model, finding, setting);
  },
  edits(input) {
    const setting = switchOf(input.finding);
    return setting && startJobEdits(input, {
      suffix: 'migrate', className: 'MigrateJob', job: String(input.finding.args.tool ?? input.finding.args.setting ?? keyOf(input.finding)), done: 'the schema is up to date', setting,
      when: {
        en: 'Apply it before each rollout and wait for it: kubectl wait --for=condition=complete job/{name} --timeout=10m',
        ko: '배포할 때마다 먼저 적용하고 끝날 때까지 기다리세요: kubectl wait --for=condition=complete job/{name} --timeout=10m',
      },
    });
  },
};
