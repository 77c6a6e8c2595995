import { basename } from '../../../base/paths.js';
import type { Plan } from './shedlock-plan.js';

const providers = {
  jdbc: {
    imports: ['javax.sql.DataSource', 'net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider'],
    bean: ['public LockProvider lockProvider(DataSource dataSource) {', '    return new JdbcTemplateLockProvider(dataSource);', '}'],
  },
  redis: {
    imports: ['net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider', 'org.springframework.data.redis.connection.RedisConnectionFactory'],
    bean: ['public LockProvider lockProvider(RedisConnectionFactory connectionFactory) {', '    return new RedisLockProvider(connectionFactory);', '}'],
  },
} as const;

const commonImports = [
  'net.javacrumbs.shedlock.core.LockProvider', 'net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock',
  'org.springframework.context.annotation.Bean', 'org.springframework.context.annotation.Configuration',
];

/** The class that switches ShedLock on, for the package whose scheduled beans Spring finds by scanning. */
export function lockConfiguration(packageName: string, { provider, table }: Plan): string {
  const { imports, bean } = providers[provider];
  return [
    ...(packageName === '' ? [] : [`package ${packageName};`, '']),
    ...[...commonImports, ...imports].sort().map((name) => `import ${name};`),
    '',
    `/** Lets one replica at a time run a method with @SchedulerLock.${table === undefined ? '' : ` The locks are in the table of ${basename(table)}.`} */`,
    '@Configuration',
    '@EnableSchedulerLock(defaultLockAtMostFor = "PT10M")',
    'public class ShedLockConfig {',
    '',
    '    @Bean',
    ...bean.map((line) => `    ${line}`),
    '}',
    '',
  ].join('\n');
}

/** The table that ShedLock's JDBC provider expects. */
export function lockTable(): string {
  return [
    '-- Locks of scheduled work (ShedLock): one row per job. SQL Server: datetime2 instead of TIMESTAMP(3).',
    'CREATE TABLE shedlock (',
    '    name       VARCHAR(64)  NOT NULL,',
    '    lock_until TIMESTAMP(3) NOT NULL,',
    '    locked_at  TIMESTAMP(3) NOT NULL,',
    '    locked_by  VARCHAR(255) NOT NULL,',
    '    PRIMARY KEY (name)',
    ');',
    '',
  ].join('\n');
}
