import { baseOf, inForce, type Stage } from './ask.js';

/** Images of servers that keep data or carry messages, by the last part of their name: they are meant to be one of a kind. */
const dataServers = /^(?:mysql(?:-server)?|mariadb|postgres(?:ql)?|postgis|timescaledb|mongo(?:db)?|redis(?:-stack)?|valkey|memcached|cassandra|elasticsearch|opensearch|solr|neo4j|influxdb|clickhouse(?:-server)?|oracle(?:-xe|-free)?|mssql|server|db2|couchdb|couchbase|rabbitmq|kafka|zookeeper|activemq(?:-\w+)?|nats|etcd|consul|vault|minio|h2|keycloak|cockroach|tidb|scylla)$/;
const developmentPath = /(?:^|\/)(?:\.devcontainer|\.gitpod|dev|devel|development|local|testing?|e2e|benchmarks?|samples?|examples?)\/|(?:^|\/)(?:dev|test|debug|gitpod|local)[-_.][^/]*$|[-_.](?:dev|devel|development|debug|tests?|e2e|local|gitpod|ci)(?:\.dockerfile)?$|\.(?:dev|test|debug|ci)\.[^/]*$/i;
const developmentBase = /(?:^|\/)(?:devcontainers?|gitpod)\//i;
/** Images that hold compilers and build tools. */
const buildTools = /^(?:maven|gradle|golang|go|rust|gcc|sdk|swift|elixir|buildpack-deps|docker|kaniko|builder(?:-\w+)?)$/;

/** What an image is for, by where its Dockerfile stands and what its last stage is. */
export function purposeOf(path: string, last: Stage): 'application' | 'development' | 'database' | 'build' {
  const base = baseOf(last);
  if (developmentPath.test(path) || developmentBase.test(base.repository)) return 'development';
  const starts = inForce(last, 'CMD') ?? inForce(last, 'ENTRYPOINT');
  if (dataServers.test(base.base) && (base.base !== 'server' || base.repository.includes('mssql'))) return 'database';
  if (!starts && (buildTools.test(base.base) || base.text === 'scratch')) return 'build';
  return 'application';
}
