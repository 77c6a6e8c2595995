import { basename, dirname, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type { JoinedCode } from '../../facts/join.js';
import type { AppSetting } from './settings.js';

/** What an application keeps its state in, outside of its process. */
export type Backend = 'redis' | 'postgresql' | 'mysql' | 'sqlserver';
/** What hands work to an application that waits for it. */
export type Queue = 'rabbitmq' | 'kafka' | 'sqs';

/** Clients by the library that a build file names: artefacts, npm, Python, NuGet, Go and Composer packages. */
const clients: readonly (readonly [Backend, RegExp])[] = [
  ['redis', /(?:^|[:/.])(?:(?:spring-boot-starter|spring)-data-redis(?:-reactive)?|spring-session-data-redis|jedis|lettuce-core|redisson[\w-]*|ioredis|redis|connect-redis|cache-manager-(?:io)?redis\w*|bull|bullmq|django-redis|channels-redis|aioredis|stackexchange\.redis|microsoft\.extensions\.caching\.stackexchangeredis|go-redis(?:\/v\d+)?|redigo|predis)$/i],
  ['postgresql', /(?:^|[:/.])(?:postgresql|r2dbc-postgresql|pg|pg-promise|postgres|psycopg(?:2|2-binary|\[.*\])?|asyncpg|npgsql(?:\.entityframeworkcore\.postgresql)?|pgx(?:\/v\d+)?|pq)$/i],
  ['mysql', /(?:^|[:/.])(?:mysql-connector-j(?:ava)?|mariadb-java-client|mysql2?|mariadb|mysqlclient|pymysql|aiomysql|mysqlconnector|mysql\.data|pomelo\.entityframeworkcore\.mysql|go-sql-driver\/mysql)$/i],
  ['sqlserver', /^(?:microsoft\.entityframeworkcore\.sqlserver|microsoft\.data\.sqlclient|system\.data\.sqlclient)$/i],
];

const consumers: readonly (readonly [Queue, RegExp])[] = [
  ['rabbitmq', /(?:^|[:/.])(?:spring-rabbit|spring-boot-starter-amqp|spring-cloud-(?:starter-)?stream-(?:binder-)?rabbit|amqplib|amqp-connection-manager|@golevelup\/nestjs-rabbitmq|pika|aio-pika|kombu|rabbitmq\.client|masstransit\.rabbitmq|amqp091-go|php-amqplib)$/i],
  ['kafka', /(?:^|[:/.])(?:spring-kafka|spring-cloud-(?:starter-)?stream-(?:binder-)?kafka(?:-streams)?|kafka-clients|kafka-streams|kafkajs|node-rdkafka|@confluentinc\/kafka-javascript|kafka-python|confluent-kafka|aiokafka|confluent\.kafka|sarama|kafka-go|confluent-kafka-go(?:\/v\d+)?)$/i],
  ['sqs', /(?:^|[:/.])(?:spring-cloud-aws-starter-sqs|aws-java-sdk-sqs|amazon-sqs-java-messaging-lib|sqs-consumer|@aws-sdk\/client-sqs|awssdk\.sqs|sqs)$/i],
];

/** Names of all libraries that the application ships; lists of requirements for production may stand in a folder of their own. */
export function librariesOf(model: Model, code: JoinedCode): readonly string[] {
  const listed = (dir: string): readonly BuildModule[] => model.facts('build.module').filter(({ file, value }) => value.tool === 'python' && [dir, join(dir, 'requirements')].includes(dirname(file)) && !/dev|test|lint|docs|local/i.test(basename(file))).map(({ value }) => value);
  const modules = code.modules.flatMap(({ dir, tool }) => [...[effectiveModule(model, dir) ?? []].flat(), ...(tool === 'python' ? listed(dir) : [])]);
  return [...new Set(modules.flatMap(({ dependencies, provided }) => [...dependencies, ...provided]))];
}

function named<T>(table: readonly (readonly [T, RegExp])[], libraries: readonly string[]): readonly T[] {
  return table.filter(([, pattern]) => libraries.some((name) => pattern.test(name))).map(([what]) => what);
}

export function backendsOf(libraries: readonly string[]): readonly Backend[] {
  return named(clients, libraries);
}

/** How an address of it begins, behind JDBC also through a driver that logs: `jdbc:log4jdbc:mysql:`. */
export const addressOf: Readonly<Record<Backend, string>> = {
  redis: 'rediss?', postgresql: String.raw`(?:(?:jdbc|r2dbc):(?:[a-z]\w*:)*?)?postgres(?:ql)?(?:[+:]\w+)?`, mysql: String.raw`(?:(?:jdbc|r2dbc):(?:[a-z]\w*:)*?)?(?:mysql|mariadb)(?:[+:]\w+)?`, sqlserver: 'jdbc:sqlserver',
};

/** Of several databases that a program can work with, those that its settings name an address of. */
export function usedOf(backends: readonly Backend[], values: readonly string[]): readonly Backend[] {
  const named = backends.filter((which) => which !== 'redis' && values.some((value) => new RegExp(`^${addressOf[which]}:`).test(value)));
  return named.length === 0 ? backends : backends.filter((which) => which === 'redis' || named.includes(which));
}

/** Settings that name a kind of database or store, as frameworks do that can work with several. */
const choices = /(?:^|_)(?:DB|DATABASE)(?:_(?:CONNECTION|DRIVER|ENGINE|TYPE|CLIENT|DIALECT))?$|^(?:CACHE_(?:STORE|DRIVER)|SESSION_DRIVER|QUEUE_(?:CONNECTION|DRIVER)|BROADCAST_(?:CONNECTION|DRIVER))$/;
const chosenBy: readonly (readonly [Backend, RegExp])[] = [['redis', /^redis$/], ['postgresql', /^(?:pgsql|postgres(?:ql)?|(?:django\.db\.backends\.)postgresql)$/i], ['mysql', /^(?:mysql|mariadb|(?:django\.db\.backends\.)mysql)$/i]];

/** What libraries and settings tell together: a program that can work with several databases gets the one that its settings name. */
export function chosenBackends(byLibrary: readonly Backend[], settings: readonly AppSetting[]): readonly Backend[] {
  const chosen = settings.filter(({ variable }) => choices.test(variable)).flatMap(({ value }) => named(chosenBy, [value]));
  const database = chosen.find((each) => each !== 'redis');
  const all = [...new Set([...byLibrary, ...chosen])].filter((each) => each === 'redis' || database === undefined || each === database);
  return clients.map(([which]) => which).filter((which) => all.includes(which));
}

export function queueOf(libraries: readonly string[]): Queue | undefined {
  return named(consumers, libraries)[0];
}
