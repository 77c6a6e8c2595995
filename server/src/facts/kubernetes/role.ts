import { memo } from '../../base/memo.js';
import type { Model } from '../../contract/workspace.js';
import { isCompanion } from './companion.js';
import { imageName } from './image-name.js';
import type { K8sContainer, WorkloadKind } from './kinds.js';
import { copiesOf, servicesOf, wholeOf, type WorkloadFact } from './relate.js';

/** Products that come as ready images and keep state or serve the platform: last segments of their image names. */
const products = new RegExp(`^(?:bitnami-|ubi\\d+-|rhel\\d*-|centos-)?(?:${[
  'postgres(?:ql)?', 'postgis', 'timescaledb', 'pgvector', 'pgbouncer', 'pgpool', 'mysql(?:-server|-router)?', 'mariadb(?:-galera)?', 'percona[\\w-]*', 'mongo(?:db|-express)?', 'redis(?:-[\\w-]+)?', 'valkey[\\w-]*', 'keydb', 'dragonfly',
  'memcached', 'rabbitmq', 'activemq[\\w-]*', 'artemis[\\w-]*', 'kafka[\\w-]*', 'cp-[\\w-]+', 'redpanda', 'zookeeper', 'nats[\\w-]*', 'pulsar[\\w-]*', 'emqx', '(?:eclipse-)?mosquitto', 'cassandra', 'scylla', 'couchdb', 'couchbase', 'neo4j', 'influxdb', 'clickhouse[\\w-]*',
  'rethinkdb', 'oracle-[\\w-]+', 'mssql[\\w-]*', 'azure-sql-edge', 'db2[\\w-]*', 'tibero[\\w-]*', 'cubrid[\\w-]*', 'altibase[\\w-]*', 'h2', 'cockroach', 'yugabyte', 'tidb', 'etcd', 'consul', 'vault', 'minio', 'ceph[\\w-]*', 'nfs[\\w-]*',
  'elasticsearch[\\w-]*', 'opensearch[\\w-]*', 'solr', 'meilisearch', 'typesense', 'kibana', 'logstash', 'fluentd?[\\w-]*', 'fluent-bit', 'filebeat', 'metricbeat', 'loki', 'promtail', 'tempo', 'mimir', 'grafana[\\w-]*', 'prometheus[\\w-]*', 'alertmanager', 'thanos', 'victoria-metrics',
  'jaeger[\\w-]*', 'all-in-one', 'zipkin[\\w-]*', 'opentelemetry-collector[\\w-]*', 'otel-?collector[\\w-]*', 'apm-server', 'scouter[\\w-]*', 'pinpoint-[\\w-]+',
  'jenkins[\\w-]*', 'gitlab-[\\w-]+', 'nexus\\d?', 'sonarqube', 'registry', 'harbor-[\\w-]+', 'gitea', 'portainer[\\w-]*', 'adminer', 'phpmyadmin', 'pgadmin4?', 'mailhog', 'mailpit', 'maildev', 'greenmail', 'wiremock', 'mockserver', 'localstack', 'kafdrop', 'kafka-ui', 'redisinsight',
  'nginx-ingress[\\w-]*', 'ingress-nginx[\\w-]*', 'controller', 'traefik', 'haproxy[\\w-]*', 'envoy', 'kong', 'cert-manager[\\w-]*', 'external-dns', 'metrics-server', 'kube-[\\w-]+', 'coredns', 'cloud-sql-proxy', 'oauth2-proxy', 'busybox', 'pause', 'nacos[\\w-]*', 'eureka[\\w-]*', 'hazelcast[\\w-]*', 'infinispan[\\w-]*', 'ignite', 'selenium[\\w-]*', 'hub', 'node-(?:chrome|firefox|edge|docker)', 'locust', 'k6', 'fortio', 'curl', 'netshoot', 'jmeter[\\w-]*',
].join('|')})$`);

/** Environment names that only the servers of these products read. */
const serverEnvironment = /^(?:POSTGRES_(?:PASSWORD|USER|DB)|POSTGRESQL_(?:PASSWORD|USERNAME|DATABASE)|PGDATA|MYSQL_(?:ROOT_PASSWORD|RANDOM_ROOT_PASSWORD|ALLOW_EMPTY_PASSWORD)|MARIADB_ROOT_PASSWORD|MONGO_INITDB_\w+|DB2INST\d_PASSWORD|ORACLE_(?:PWD|PASSWORD)|(?:MS)?SQL_?SA_PASSWORD|SA_PASSWORD|RABBITMQ_DEFAULT_(?:USER|PASS)|KAFKA_ADVERTISED_LISTENERS|KAFKA_CFG_\w+|ZOO_MY_ID|ZOO_SERVERS|CASSANDRA_CLUSTER_NAME|MINIO_ROOT_(?:USER|PASSWORD)|discovery\.type|NEO4J_AUTH)$/;

/** Whether only the server of a ready product (a database, a broker) reads an environment variable of this name. */
export function isServerVariable(name: string): boolean {
  return serverEnvironment.test(name);
}

/** Ports of databases, brokers and caches: what listens there keeps state and speaks no HTTP. */
const statePorts = new Set([1433, 1521, 1883, 2049, 2181, 2379, 3306, 4222, 5432, 5433, 5672, 5984, 6379, 6380, 7687, 8086, 8629, 8883, 9042, 9092, 9093, 9200, 9300, 11211, 26257, 26379, 27017, 33000, 33060, 50000, 61616]);

/** Whether a database, a broker or a cache listens on a port by custom, none of which speaks HTTP to users. */
export function isStatePort(port: number): boolean {
  return statePorts.has(port);
}

/** Parts of a name that tell of a product that keeps state, or of a client that makes load. */
const productName = /(?:^|[-_.])(?:db|database|mysql|postgres(?:ql)?|mariadb|mongo(?:db)?|redis|valkey|oracle|mssql|db2|tibero|cubrid|cache|broker|kafka|zookeeper|rabbitmq|etcd|hazelcast|infinispan|elasticsearch|opensearch|minio|consul|vault|eureka|discovery|prometheus|grafana|kibana|jaeger|zipkin|selenium|load-?(?:gen|generator|test|tester)|locust|jmeter|k6)\d*(?:$|[-_.])|load-?generator/i;

/** Last part of the name of what works on shared data by itself, so that any number may take part. */
const workerDuty = /(?:^|[-_.])(?:queue|mq|webhook|worker|consumer)[-_.]?\d*$/i;
/** Last part of the name of what there must be one of, or what is no part of serving users. */
const singleDuty = /(?:^|[-_.])(?:scheduler|cron(?:job)?|batch|migrat(?:e|ion|ions|or)|seed(?:er)?|init|backup|loader|benchmark|stress|exporter|collector|agent|daemon|mock|stub|fake|simulator|debug|toolbox|shell|sleep|tester|registry|provisioner|reloader|janitor|cleanup|manager)[-_.]?\d*$|operator$|controller$/i;

/** Whether a name is that of a tool, a clock, a step of the installation or a ready product, of which one is enough. */
export function isOneOfAKind(name: string): boolean {
  return productName.test(name) || singleDuty.test(name);
}

/** Whether a name says that what bears it serves no users: a worker, a job, an operator, a database. */
export function namesOtherDuty(name: string): boolean {
  return isOneOfAKind(name) || workerDuty.test(name);
}

/** Whether an image is a ready product rather than the code of this workspace. */
export function isProductImage(image: string | undefined): boolean {
  const name = imageName(image);
  return name !== undefined && (products.test(name.last) || name.repository === 'mssql/server');
}

/** Containers whose use a Resource metric adds up: all that keep running. */
export function countedContainers(workload: WorkloadFact): readonly K8sContainer[] {
  return workload.value.containers.filter(({ role }) => role !== 'init');
}

/** The container that does the workload's own work: the one named like it, with a port, or the first that is no companion. */
export function mainContainer(workload: WorkloadFact): K8sContainer | undefined {
  const own = ownContainers(workload);
  return own.find(({ name }) => name === workload.value.name) ?? own.find(({ ports }) => ports.length > 0) ?? own[0] ?? workload.value.containers.find(({ role }) => role === 'app');
}

/** Whether the workload runs a database, a broker or another ready product that keeps state. */
export const isProduct = memo((workload: WorkloadFact): boolean => {
  const own = ownContainers(workload);
  if (own.some(({ image }) => isProductImage(image))) return true;
  if (own.some(({ env }) => env.some(isServerVariable))) return true;
  const ports = own.flatMap((container) => container.ports.flatMap(({ port }) => port ?? []));
  return ports.length > 0 && ports.every((port) => statePorts.has(port));
});

/** Whether the pods keep files that must outlive them, or use a disk of their node. */
function keepsFiles({ value }: WorkloadFact): boolean {
  return value.volumeClaimTemplates > 0 || value.containers.some(({ mounts }) =>
    mounts.some(({ volume, readOnly, path }) => !readOnly && (volume === 'persistentVolumeClaim' || (volume === 'hostPath' && !/localtime|timezone|zoneinfo/.test(path ?? '')))));
}

function electsLeader({ value }: WorkloadFact): boolean {
  return value.containers.some(({ env, flags }) => env.some((name) => /^(?:WATCH_NAMESPACE|OPERATOR_NAME|LEADER_ELECTION\w*)$/.test(name)) || flags.some((flag) => /leader-elect/.test(flag)));
}

const platformNamespace = /^(?:kube-|openshift-|istio-|cert-manager$|monitoring$|ingress|knative-|argocd$|flux-)/;

/** Kinds whose pods stand beside each other and answer for one another. A Job ends, and a DaemonSet runs one per node by design. */
export const replicatedKinds: ReadonlySet<WorkloadKind> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Rollout', 'DeploymentConfig']);

/** Containers that do the workload's work, without those that accompany them. */
export const ownContainers = memo(({ value }: WorkloadFact): readonly K8sContainer[] => value.containers.filter((container) => container.role === 'app' && !isCompanion(container)));

/** Whether the name of the workload or of one of its images passes a test. */
function isCalled(workload: WorkloadFact, test: (name: string) => boolean): boolean {
  const names = [workload.value.name, ...ownContainers(workload).map(({ image }) => imageName(image)?.last)];
  return names.some((name) => name !== undefined && test(name));
}

/** Whether a whole, plain manifest keeps a program of the team running: no database, broker, tool, operator or load generator. */
export const runsOwnProgram = memo((workload: WorkloadFact): boolean => {
  const { value } = workload;
  if (!replicatedKinds.has(value.kind) || value.partial || value.templated || value.name === undefined) return false;
  if (value.replicas?.value === 0 || platformNamespace.test(value.namespace ?? '')) return false;
  // A proxy that stands alone accompanies nobody, but is no program of the team either.
  return ownContainers(workload).length > 0 && !isProduct(workload) && !electsLeader(workload) && !isCalled(workload, isOneOfAKind);
});

/** Ports beside the work: what only measures or watches a process sends it no requests of users. */
const sidePort = /^(?:metrics|http-?metrics|prom(?:etheus)?|monitoring|jmx(?:-exporter)?|debug|pprof|admin|management|actuator|health(?:z|check)?|probes?)$/;

/** Whether such a program answers requests: it listens on a port or stands behind a Service. */
export function answersRequests(model: Model, workload: WorkloadFact): boolean {
  if (!runsOwnProgram(workload) || isCalled(workload, namesOtherDuty)) return false;
  return ownContainers(workload).some(({ ports, probes }) => ports.length > 0 ? ports.some(({ name }) => !sidePort.test(name ?? '')) : [probes.liveness, probes.readiness].some((probe) => probe?.kind === 'http' || probe?.kind === 'grpc'))
    || servicesOf(model, workload).some(({ value }) => !value.headless);
}

/** Whether a workload answers requests and keeps nothing, mounting no disk it writes to, so that more pods mean more capacity. */
export function isStatelessWeb(model: Model, workload: WorkloadFact): boolean {
  return ['Deployment', 'Rollout', 'DeploymentConfig'].includes(workload.value.kind) && answersRequests(model, workload) && !keepsFiles(workload);
}

/** Whether users notice at once when the last pod is gone: the workload is stateless web, or stands behind a Service and is no product. */
export function servesUsers(model: Model, workload: WorkloadFact): boolean {
  return isStatelessWeb(model, workload) || (!isProduct(workload) && !namesOtherDuty(workload.value.name ?? '') && servicesOf(model, workload).some(({ value }) => !value.headless));
}

const replicated = new Set(['Deployment', 'StatefulSet', 'Rollout', 'DeploymentConfig', 'ReplicaSet', 'ReplicationController']);

/** Folders that only those mount who look after the node itself. */
const nodeFolder = /^\/(?:$|(?:host)?(?:proc|sys|dev|boot)\/?$|lib\/modules|sys\/|proc\/|var\/lib\/(?:docker|kubelet|containerd|dockershim)|etc\/(?:kubernetes|cni)|opt\/cni)/;
const nodeAgentName = /(?:^|[-_.])(?:agent|daemon|exporter|collector|provisioner|plugin|driver|cni|csi)\d*$/i;

/** Whether the pods look after their nodes rather than after users: collectors, drivers, plugins of the network. */
function isNodeAgent({ value }: WorkloadFact): boolean {
  return nodeAgentName.test(value.name ?? '') || value.pod.volumes.some(({ kind, path }) => kind === 'hostPath' && nodeFolder.test(path ?? ''));
}

/** Whether a workload runs code that somebody wants more replicas of: no agent of a node, no job, no ready product, no part of the platform. */
export function isApplication(workload: WorkloadFact): boolean {
  const { kind, namespace, name } = workload.value;
  return replicated.has(kind) && !platformNamespace.test(namespace ?? '') && !isProduct(workload) && !isNodeAgent(workload) && !productName.test(name ?? '');
}

/**
 * Whether this is the place to tell of something that a manifest says of an application: of several copies the one that
 * a person would edit, or a patch, unless what it patches is no application.
 */
export function speaksForApplication(model: Model, workload: WorkloadFact): boolean {
  if (!isApplication(workload)) return false;
  if (!workload.value.partial) return copiesOf(model, workload)[0] === workload;
  const patched = wholeOf(model, workload);
  return patched.length === 0 || patched.some(isApplication);
}
