import type { DockerfileNode } from '../../contract/nodes.js';
import { dirname } from '../../base/paths.js';
import { baseOf, commandOf, copiedPaths, inForce, isOnlyForDevelopers, shellText, stagesOf, type Stage } from './ask.js';

/** Images of servers that keep data or carry messages, by the last part of their name: they are meant to be one of a kind. */
const dataServers = /^(?:mysql(?:-server)?|mariadb|postgres(?:ql)?|postgis|timescaledb|mongo(?:db)?|redis(?:-stack)?|valkey|memcached|cassandra|elasticsearch|opensearch|solr|neo4j|influxdb|clickhouse(?:-server)?|oracle(?:-xe|-free)?|mssql|server|db2|couchdb|couchbase|rabbitmq|kafka|zookeeper|activemq(?:-\w+)?|nats|etcd|consul|vault|minio|h2|keycloak|cockroach|tidb|scylla)$/;
const developmentPath = /(?:^|\/)(?:\.devcontainer|\.gitpod|dev|dev[-_]?tools|devel|develop|development|local|testing?|e2e|benchmarks?|samples?|\.?examples?|mock\w*|fakes?|stubs?)\/|(?:^|\/)(?:dev|test|debug|gitpod|local)[-_.][^/]*$|[-_.](?:dev|devel|development|debug|tests?|e2e|local|gitpod|ci)(?:\.dockerfile)?$|\.(?:dev|test|debug|ci)\.[^/]*$/i;
/** Copies that somebody kept of a Dockerfile before changing it. */
const keptCopy = /[-_.](?:orig(?:inal)?|bak|backup|old)$/i;
const developmentBase = /(?:^|\/)(?:devcontainers?|gitpod|cloud-workstations-images)\//i;
/** What a service for devices builds and puts on each of them: no cluster ever starts it. */
const devicePath = /(?:^|\/)balena\/|[-_.]balena(?:\.dockerfile)?$/i;
const deviceBase = /^(?:balenalib|balena|resin)\//;
/** Images that hold compilers and build tools. */
const buildTools = /^(?:maven|gradle|golang|go|rust|gcc|sdk|swift|elixir|buildpack-deps|docker|kaniko|builder(?:-\w+)?)$/;

/** Ready tools for those who look after the product or try it out. */
const toolBase = /^(?:phpmyadmin|adminer|pgadmin4|mongo-express|redisinsight|portainer(?:-ce)?|mailhog|mailpit|maildev|greenmail|wiremock|mockserver|localstack|locust|k6|jmeter|artillery|swagger-ui|hadolint|sonar-scanner(?:-cli)?)$/;
/** Programs that make load, or do one thing for whoever calls them: more of them serve nobody. */
const toolProgram = /^(?:locust|k6|jmeter|artillery|wrk2?|hey|ab|vegeta|siege|jq|yq|curl|psql|pg_dump|pg_restore|mysqldump|mongodump|mongorestore|kubectl|helm|terraform|tofu|ansible(?:-playbook)?|hadolint|shellcheck|newman)$/;
/** Folders of what fills a database once, or makes load. */
const toolFolder = /(?:^|\/)(?:seed(?:er|s|[-_]data)?|data[-_]seed(?:er)?|load[-_]?(?:gen|generator)|locust|k6|jmeter)\/[^/]*$/i;

/** Scripts and inits that go on with the command they are given. */
const handsOn = /(?:^|\/)(?:tini|dumb-init|(?:docker-)?entry-?point(?:\.sh)?)$/;
const idle = /^(?:(?:\/usr)?\/bin\/)?(?:tail\s+-[fF]\s+\/dev\/null|sleep\s+(?:infinity|inf|\d{5,}))$/;

/** Waits for people who work in the container: nothing that serves is started. */
function isIdle(last: Stage): boolean {
  const [entry, command] = [inForce(last, 'ENTRYPOINT'), inForce(last, 'CMD')].map((each) => each && commandOf(each));
  const main = command ?? entry;
  const passes = !command || !entry || (entry.form === 'exec' && handsOn.test(entry.words[0] ?? ''));
  return main !== undefined && passes && idle.test((main.form === 'exec' ? main.words.join(' ') : main.text.replace(/^exec\s+/, '')).trim());
}

/** The program that a container starts: the first word after assignments, without its folder. */
function programOf(last: Stage): string {
  const [entry, command] = [inForce(last, 'ENTRYPOINT'), inForce(last, 'CMD')].map((each) => each && commandOf(each));
  const main = entry?.form === 'exec' && handsOn.test(entry.words[0] ?? '') ? command : (entry ?? command);
  const words = main?.form === 'exec' ? main.words : (main?.text ?? '').trim().split(/\s+/);
  return (words.find((word) => !/^(?:exec|--|\w+=.*)$/.test(word)) ?? '').replace(/^.*\//, '');
}

/** Programs that are fetched by the name of a package or a repository. */
const fetches = /\bgo\s+(?:install|get)\s+[\w./-]+@|\bgit\s+clone\s|\bcargo\s+install\s+[a-z]|\bnpm\s+(?:install|i)\s+(?:-g|--global)\s/;

/**
 * A program of others in a folder of its own: it is fetched, and nothing of the repository comes along. At the top, such
 * a file builds the product itself from its published source.
 */
export function isForeignTool(path: string, node: DockerfileNode): boolean {
  const instructions = stagesOf(node).flatMap((stage) => stage.instructions);
  // A copy from elsewhere on the network is nothing of the repository either.
  const own = instructions.some((each) => copiedPaths(each).some((copied) => !/^https?:/.test(copied)));
  return /\w\/\w/.test(dirname(path)) && !own && instructions.some((each) => each.getKeyword() === 'RUN' && fetches.test(shellText(each)));
}

/** What an image is for, by where its Dockerfile stands and what its last stage is. */
export function purposeOf(path: string, last: Stage): 'application' | 'development' | 'database' | 'build' | 'device' | 'tool' {
  const base = baseOf(last);
  if (developmentPath.test(path) || keptCopy.test(path) || developmentBase.test(base.repository) || isIdle(last) || isOnlyForDevelopers(last)) return 'development';
  if (devicePath.test(path) || deviceBase.test(base.repository)) return 'device';
  if (toolBase.test(base.base) || toolFolder.test(path) || toolProgram.test(programOf(last))) return 'tool';
  const starts = inForce(last, 'CMD') ?? inForce(last, 'ENTRYPOINT');
  if (dataServers.test(base.base) && (base.base !== 'server' || base.repository.includes('mssql'))) return 'database';
  if (!starts && (buildTools.test(base.base) || base.text === 'scratch')) return 'build';
  return 'application';
}
