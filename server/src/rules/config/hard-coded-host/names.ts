import { tiesToNetwork, type Endpoint } from '../../../syntax/endpoint.js';
import { wordsOf } from '../../../syntax/names.js';

const hostWords = /^(?:\w*hosts?|hostnames?|servers?|\w*ips?|ipaddr|addrs?|address|addresses|\w*ur[il]s?|endpoints?|brokers?|nodes?|quorum|members?|connectstring|bootstrap|proxy|gateway|contactpoints|points|target|peers?|seeds?|sentinels?|registry|registries)$/;
const onlyHostWords = /^(?:\w*hosts?|hostnames?|servers|brokers|nodes|quorum|addresses|contactpoints|seeds|sentinels|members)$/;
const backendWords = /^(?:redis|mongo\w*|rabbit\w*|kafka|elastic\w*|solr|cassandra|ldap|ldaps|db|database|datasource|jdbc|mysql|mariadb|postgres\w*|oracle|memcached?|zookeeper|zk|consul|nacos|eureka|neo4j|activemq|artemis|influx\w*|clickhouse|hazelcast|etcd|vault|minio|ftp|sftp)$/;

/** Lists of who may come in, listening addresses, patterns, and texts: hosts there are not called. */
const exemptWords = /^(?:cors|origins?|allow|allowed|allowlist|whitelists?|white|deny|denied|block|blocked|blacklists?|black|ban|banned|bind|binding|listen|listening|loopback|trusted|trust|noproxy|nonproxy|swagger|springdoc|openapi|knife4j|regex|regexp|pattern|format|examples?|samples?|description|desc|messages?|msg|labels?|title|remark|comments?|tips?|help|placeholder|mask|netmask|subnet|cidr|version|oid|cookie|namespace|ns|xmlns|schemas?|dtd|doctype|dummy|fake|mock|licen[cs]e|referer|agent|internalproxies|ignored?|excludes?|excluded|safe|realm|cn|dn|subject|san)$/;
const listening = /^(?:server|management(?:\.server)?|quarkus\.http|micronaut\.server|vertx|http|grpc\.server|netty|undertow|jetty|tomcat)[.:_](?:address|host)$/i;

/** Whether the name says that its value is where something is. */
export function isHostName(name: string): boolean {
  const last = name.split('.').at(-1) ?? name;
  return /(?:^|[._-])host[._-]?name$/i.test(name) || wordsOf(last).some((word) => hostWords.test(word));
}

/** Whether hosts under this name are of no concern. */
export function isExempt(name: string, endpoint: Endpoint): boolean {
  const words = wordsOf(name);
  // `tenant.localhost=generic`: the host is the key.
  if (words.some((word) => exemptWords.test(word)) || /(?:^|[._-])localhost$/i.test(name)) return true;
  return endpoint.kind === 'loopback' && (listening.test(name) || words.includes('local') || words.includes('localhost'));
}

/**
 * Whether an endpoint under a name ties the application to one network. A host that stands alone needs a name that says
 * so; a plain word needs one that can only mean a host, or a port.
 */
export function concernsUnder(name: string, endpoint: Endpoint): boolean {
  if (isExempt(name, endpoint)) return false;
  // Beside a setting there may be another one with the user's name.
  if (endpoint.scheme !== '') return tiesToNetwork(endpoint) || (endpoint.anonymous === true && name.includes('.'));
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  switch (endpoint.kind) {
    case 'single-label':
      return /^[a-z][\w-]*$/.test(endpoint.host) && (endpoint.port !== 'none' ? hostWords.test(last) : onlyHostWords.test(last));
    case 'name':
      return hostWords.test(last) && words.some((word) => backendWords.test(word));
    default:
      return isHostName(name);
  }
}

/** `http://localhost:8080/**`: tells which addresses are meant; nothing is there to be called. */
export function isAddressPattern(value: string, { end }: Endpoint): boolean {
  return /^[^,\s]*\*/.test(value.slice(end));
}

/** Names of software, as Compose files and Services call what runs it: cluster DNS resolves them when a Service is called so. */
const software = /^(?:db|database|redis|mongo(?:db)?|mysql|mariadb|postgres(?:ql)?|sqlserver|mssql|oracle|kafka|zookeeper|zk|es|elastic(?:search)?|opensearch|rabbit(?:mq)?|logstash|memcached?|minio|nacos|consul|eureka|solr|ldap|mail|smtp|activemq|etcd|vault)(?:[-_]?(?:server|service|master|primary|db|node)?\d*)$/;

/** Whether a plain host name is that of a kind of software. */
export function isSoftware(host: string): boolean {
  return software.test(host);
}
