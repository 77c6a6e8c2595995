import type { Span } from '../base/text.js';
import { maskPlaceholders } from './placeholders.js';

/**
 * What a host is to the deployment. `loopback`: the machine itself; `private` and `public-address`: IP literals;
 * `single-label` and `internal`: names that only resolve inside one network; `name`: any other DNS name.
 */
export type HostKind = 'loopback' | 'private' | 'public-address' | 'single-label' | 'internal' | 'name';

/** A host in a text, at offsets of that text. */
export interface Endpoint extends Span {
  readonly host: string;
  readonly kind: HostKind;
  /** Lower-case scheme of the URL (`jdbc` for every JDBC URL); '' for a host that stands alone. */
  readonly scheme: string;
  /** Whether a port follows; `unknown` when it is filled in later. */
  readonly port: 'none' | 'fixed' | 'unknown';
  /** A URL of FTP under a public name that names no user: whoever asks is let in. */
  readonly anonymous?: true;
}

const reserved = /(?:^|\.)(?:example\.(?:com|org|net|edu)|example|invalid|test|tempuri\.org)$/i;
/** Names that stand for one to be filled in. */
const standIn = /^(?:(?:my|your|the|some)[-_]?\w*|\w*host(?:name|ip)|host|\w*server(?:name|ip|host|url)|server|domain|ip|address|x+|foo|bar|baz|dummy|none|null|undefined|any|all|auto|default|self|true|false|unknown|user|path|change-?me|replace[-_]?me|placeholder|todo|tbd)$/i;
/** `CTI_SERVER`: the code puts the name in. No DNS name has an underscore, and nobody calls a machine so. */
const blankName = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;
const internalName = /\.(?:local|internal|lan|corp|intra|intranet|home|localdomain|private)$/i;
/** Where clouds tell a machine about itself: one name in every network, like the link-local address behind it. */
const metadataName = /^(?:metadata\.google\.internal|instance-data(?:\.ec2\.internal)?)$/i;
/** Names that cluster DNS resolves are made for the deployment. */
const clusterName = /\.svc(?:\.cluster\.local)?$|\.cluster\.local$/i;

function octets(host: string): readonly number[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host);
  const parts = match?.slice(1).map(Number);
  return parts?.every((part) => part <= 255) ? parts : undefined;
}

/** Wildcards, masks, networks, multicast, link-local and documentation ranges name no machine. */
function kindOfAddress([a = 0, b = 0, c = 0, d = 0]: readonly number[]): HostKind | undefined {
  if (a === 127) return d === 0 || d === 255 ? undefined : 'loopback';
  if (a === 0 || a >= 224 || d === 0 || d === 255 || (a === 169 && b === 254)) return undefined;
  if ((a === 192 && b === 0 && c === 2) || (a === 198 && b === 51 && c === 100) || (a === 203 && b === 0 && c === 113)) return undefined;
  return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 100 && b >= 64 && b <= 127) ? 'private' : 'public-address';
}

/** Kind of a host as written; `undefined` when it names no machine, stands for one to be filled in, or is cluster DNS. */
export function hostKind(host: string): HostKind | undefined {
  const address = octets(host);
  if (address) return kindOfAddress(address);
  if (/^\[?::1\]?$/.test(host) || /^(?:[\w-]+\.)*localhost(?:\.localdomain)?$/i.test(host)) return 'loopback';
  if (!/^[a-z0-9](?:[\w-]*[a-z0-9])?(?:\.[a-z0-9](?:[\w-]*[a-z0-9])?)*$/i.test(host) || /^[\d.]+$/.test(host) || reserved.test(host) || clusterName.test(host) || metadataName.test(host)) return undefined;
  if (internalName.test(host)) return 'internal';
  if (host.includes('.')) return 'name';
  return standIn.test(host) || blankName.test(host) || !/[a-z]/i.test(host) ? undefined : 'single-label';
}

/** Hosts of `host:port,host:port` as it stands in the authority of a URL, userinfo removed. */
function hostsOf(authority: string, offset: number, scheme: string): readonly Endpoint[] {
  const from = authority.lastIndexOf('@') + 1;
  const found: Endpoint[] = [];
  const part = /(\[[0-9a-f:]+\]|[^,:[\]\s]+)(:[^,]*)?/gi;
  part.lastIndex = from;
  for (let match = part.exec(authority); match; match = part.exec(authority)) {
    const host = match[1] ?? '';
    const kind = hostKind(host);
    const port = match[2] === undefined || match[2] === ':' && match.index + match[0].length < authority.length ? 'none' : /^:\d+$/.test(match[2]) ? 'fixed' : 'unknown';
    // `http://policyhost:port`: whoever takes the file fills in both.
    const isTemplate = kind !== 'loopback' && /^:(?:<?\w*port\w*>?)$/i.test(match[2] ?? '');
    const anonymous = scheme === 'ftp' && kind === 'name' && from === 0 ? { anonymous: true as const } : {};
    if (kind && !isTemplate) found.push({ host: host.toLowerCase(), kind, scheme, port, ...anonymous, start: offset + match.index, end: offset + match.index + host.length });
  }
  return found;
}

/** JDBC URLs that name a host without `//`: Oracle, Tibero, Cubrid, Sybase, Informix. */
const jdbcWithoutSlashes = /^jdbc:(?:\w+:)*?(?:(?:oracle|tibero|goldilocks):\w+:(?:[^@/]*\/?[^@]*)?@(?:\/\/)?|cubrid:|sybase:Tds:|(?:Altibase|altibase):)([^\s/:;?()]+)(:\d+)?/i;
/** `jdbc:postgresql:shop`, `jdbc:mysql:///shop`: without a host the driver asks the machine it runs on. */
const jdbcWithoutHost = /^(\s*jdbc:(?:\w+:)*?(?:postgresql:(?:\/{3}|\/)?|(?:mysql|mariadb):\/{3}))([a-z_][\w-]*)(?:\?\S*)?\s*$/i;
const descriptor = /\(HOST\s*=\s*([^)\s]+)\s*\)/gi;

function inJdbc(value: string): readonly Endpoint[] {
  const found: Endpoint[] = [];
  const plain = jdbcWithoutSlashes.exec(value);
  const host = plain?.[1];
  if (plain && host !== undefined) {
    const at = plain[0].lastIndexOf(host);
    const kind = hostKind(host);
    if (kind) found.push({ host: host.toLowerCase(), kind, scheme: 'jdbc', port: plain[2] ? 'fixed' : 'none', start: at, end: at + host.length });
  }
  const [, before, name] = jdbcWithoutHost.exec(value) ?? [];
  if (before !== undefined && name !== undefined) found.push({ host: 'localhost', kind: 'loopback', scheme: 'jdbc', port: 'none', start: before.length, end: before.length + name.length });
  for (const match of value.matchAll(descriptor)) {
    const kind = hostKind(match[1] ?? '');
    const at = match.index + match[0].indexOf(match[1] ?? '');
    if (kind) found.push({ host: (match[1] ?? '').toLowerCase(), kind, scheme: 'jdbc', port: 'fixed', start: at, end: at + (match[1] ?? '').length });
  }
  return found;
}

const url = /([a-z][a-z0-9+.-]*):\/\/([^\s/?#"'<>;()|\\]+)/gi;
/** Schemes whose authority is no host of a network. */
const noHost = /^(?:file|classpath\*?|vm|mem|jar|vfs|data|urn|lb|mock|direct|seda|bean|log|timer|kubernetes|static|optional|chrome|about|res|resource|unix|npipe|arn|s3|gs|oss|cos|minio|war|ear|module|bundle|android|content|cdn|git|ssh|svn)$/i;

/**
 * Hosts in a value that is a URL, a list of URLs, or (when `bare`) one host or `host:port` list. Text around them, such as
 * a message that mentions a URL, yields nothing. What placeholders fill in is left out.
 */
export function endpointsIn(written: string, bare: boolean): readonly Endpoint[] {
  const value = maskPlaceholders(written);
  if (/\s/.test(value.trim().replace(/\s*,\s*/g, ','))) return [];
  if (/^\s*jdbc:/i.test(value)) {
    if (/^\s*jdbc:(?:\w+:)*?tc:/i.test(value)) return [];
    const urls = [...value.matchAll(url)].slice(0, 1);
    return urls.length > 0 ? urls.flatMap((match) => hostsOf(match[2] ?? '', match.index + match[0].length - (match[2] ?? '').length, 'jdbc')) : inJdbc(value);
  }
  if (/^\s*[a-z][\w+.:/-]*:\/\//i.test(value)) {
    return [...value.matchAll(url)].flatMap((match) => (noHost.test(match[1] ?? '') ? [] : hostsOf(match[2] ?? '', match.index + match[0].length - (match[2] ?? '').length, (match[1] ?? '').toLowerCase())));
  }
  // `java:comp/env/jdbc/shop` is a name that the server looks up in itself, `file:/home/shop` a path.
  return bare && !/^\s*(?:java:|[a-z][\w+-]*\*?:\/)/i.test(value) && !noHost.test(/^\s*([\w*]+):\D/.exec(value)?.[1] ?? '') && /^[\s\w.:,[\]-]+(?:\/[\w./-]*)?$/.test(value) ? bareHosts(value) : [];
}

function bareHosts(value: string): readonly Endpoint[] {
  const list = /^[^/]*/.exec(value)?.[0] ?? '';
  const lead = list.length - list.trimStart().length;
  if (list.trim() === '::1') return [{ host: '::1', kind: 'loopback', scheme: '', port: 'none', start: lead, end: lead + 3 }];
  // `ums:member` is a prefix or a name with a part, no host: a port is a number.
  return hostsOf(list.trim(), lead, '').filter(({ end }) => !/^:[A-Za-z_]/.test(value.slice(end)));
}

/** Schemes of back-end services: any host in them belongs to the deployment, whatever its name. Plain web addresses may be anyone's. */
const backend = /^(?:jdbc|r2dbc|rediss?|redis-\w+|amqps?|mongodb(?:\+srv)?|ldaps?|smtps?|tcp|ssl|tls|nats|kafka|mysql|mariadb|postgres(?:ql)?|sqlserver|oracle|mqtts?|sftp|ftps?|memcached?|cassandra|neo4j|bolt|zookeeper|zk|dubbo|rmi|t3s?|iiop|failover|stomp|smb|nfs|rtsp|grpcs?|sme|corbaloc|jnp|remote|http-remoting|sentinel)$/i;

/** Stands for a host that is not there: reserved by RFC 2606, or plainly said. */
const nowhere = /^(?:.*\.)?(?:invalid|example|test)$|^(?:invalid|dummy|fake|unknown|no|not)[-_]?(?:host|url|uri|server|domain|where)$/i;

/** Whether an endpoint ties the application to one network: never a public web address or download site, nor the first word of a URI that is no address. */
export function tiesToNetwork({ kind, scheme, host, anonymous }: Endpoint): boolean {
  if (nowhere.test(host)) return false;
  if (kind === 'name') return backend.test(scheme) && anonymous !== true;
  return kind !== 'single-label' || backend.test(scheme) || /^(?:https?|wss?)$/.test(scheme);
}

/** One name for hosts that mean the same machine, so that repeats can be grouped. */
export function sameHost({ host, kind }: Endpoint): string {
  return kind === 'loopback' ? 'localhost' : host;
}
