import type { Json } from '../../../base/json.js';
import { maskSecrets } from '../../../base/secrets.js';
import type { Span } from '../../../base/text.js';
import type { Finding, Severity, Confidence } from '../../../contract/finding.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { sameHost, type Endpoint } from '../../../syntax/endpoint.js';
import { isSoftware } from './names.js';

/** What the fix and the clearing need to know. */
export interface HostData {
  /** Dotted key of a setting, name in code; '' when nothing names it. */
  readonly setting: string;
  /** Set in the default profile. */
  readonly default: boolean;
  /** Profile of the setting; '' for the default one and in code. */
  readonly profile: string;
  /** Environment variable that may take the place of the value; '' when it cannot be replaced here. */
  readonly variable: string;
  /** Whether the host is a plain word in a web address without a port, as service discovery resolves it. */
  readonly service: boolean;
  /** Characters from the start of the value (quotes included) to the host, and from the host to its end. */
  readonly before: number;
  readonly after: number;
  /** The edits of the file, where a language wants more than another value; `null` where it takes none. */
  readonly plan?: Json;
}

export function dataOf(finding: Finding): HostData {
  return finding.data as unknown as HostData;
}

export interface Where {
  /** The value as written, quotes included; the host inside it is what is pointed at. */
  readonly written: Span;
  /** Key, property, variable or call that the host is given to; '' when nothing names it. */
  readonly name: string;
  /** Key of a setting or name in code, when it is not shown. */
  readonly setting: string;
  readonly inDefaultProfile: boolean;
  /** What replaces a value that code holds only for the case that nothing else is said; '' or absent where nothing does. */
  readonly fallback?: string;
  readonly profile?: string | undefined;
  readonly variable: string;
  /** Edits that were planned while the tree was there. */
  readonly plan?: Json;
  /** The application's own address, by its port. */
  readonly isOwn?: boolean;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** Further settings of the file with the same host. */
  readonly also?: readonly { readonly at: Span; readonly name: string }[];
}

/** Addresses that are handed to browsers and partners: where users come back to, links in mails, the site's own base. */
const ownAddress = /redirect|callback|return[-_]?ur[il]|(?:^|(?<![a-z])(?:app(?:lication)?|site|web(?:app)?|server|public|portal|system|front(?:end)?|global|host)[-_.]?)base[-_.]?ur[il]|(?:site|public|external|content|front(?:end)?|home|domain)[-_.]?ur[il]|(?:site|app(?:lication)?|web(?:app|site)?)[-_.]?root(?:[-_.]?ur[il])?$|(?<![a-z])(?:app(?:lication)?|webapp)[-_.]?ur[il]$|\.do$|login[-_]?(?:ur[il]|page)|(?<![a-z])e?mail\b.*(?:base[-_.]?ur[il]|link|page)$|post[-_]?logout/i;

/** Whether a name is that of an address from which links begin. */
export function isLinkBase(name: string): boolean {
  return ownAddress.test(name) || /base[-_.]?ur[il]$/i.test(name);
}

/** What there is to say of a host under a name: the application's own address, one of the pod itself, or any other. */
export function topicOf({ kind, scheme }: Endpoint, name: string): 'own' | 'loopback' | 'host' {
  if (kind !== 'single-label' && /^https?$/.test(scheme) && ownAddress.test(name)) return 'own';
  return kind === 'loopback' ? 'loopback' : 'host';
}

function wording({ name, fallback = '' }: Where, topic: string, host: string): { readonly say: string; readonly args: Readonly<Record<string, string>> } {
  if (name !== '') return { say: topic, args: { name, host } };
  return fallback !== '' && topic === 'host' ? { say: 'fallback-code', args: { name: fallback, host } } : { say: `${topic}-code`, args: { host } };
}

/** Reports one host; only the host itself is shown, never what stands around it in a URL. */
export function report(cx: RuleFileContext, endpoint: Endpoint, where: Where): void {
  const { host, kind } = endpoint;
  const { start, end } = where.written;
  const written = cx.text.slice(start, end);
  const found = written.toLowerCase().indexOf(host);
  const at = found < 0 ? where.written : { start: start + found, end: start + found + host.length };
  const isOwn = where.isOwn === true || /^https?$/.test(endpoint.scheme) && (ownAddress.test(where.name) || ownAddress.test(where.setting) || /redirect|callback/i.test(written));
  const topic = isOwn && kind !== 'single-label' ? 'own' : kind === 'loopback' ? 'loopback' : 'host';
  // A password in the value has to move as well; a placeholder around both would keep it.
  const variable = maskSecrets(written) === written ? where.variable : '';
  const severity = where.severity ?? (kind === 'single-label' && isSoftware(host) ? 'info' : undefined);
  cx.report({
    at,
    ...wording(where, topic, host),
    cause: `host ${sameHost(endpoint)}`,
    ...(where.also === undefined ? {} : { also: where.also.map((place) => ({ at: place.at, say: 'same', args: { name: place.name, host } })) }),
    ...(severity === undefined ? {} : { severity }),
    confidence: where.confidence ?? (kind === 'single-label' ? 'medium' : 'high'),
    data: { setting: where.setting, default: where.inDefaultProfile, profile: where.profile ?? '', variable, service: kind === 'single-label' && endpoint.port === 'none' && /^https?$/.test(endpoint.scheme), before: at.start - start, after: end - at.end, ...(where.plan === undefined ? {} : { plan: where.plan }) },
  });
}

/** Schemes of URLs that name a back end; plain words, because one search for many words costs less than one expression. */
const schemes = [
  'redis', 'rediss', 'amqp', 'amqps', 'mongodb', 'mongodb+srv', 'ldap', 'ldaps', 'smtp', 'smtps', 'tcp', 'ssl', 'nats', 'mqtt', 'mqtts', 't3', 't3s', 'iiop', 'rmi',
  'mysql', 'postgres', 'postgresql', 'zookeeper', 'sftp', 'ftp',
];

/** Words and shapes that a file with a host in code or XML must hold, whatever the host. */
export const hostNeedles: readonly (readonly (string | RegExp)[])[] = [
  ['localhost'],
  ['jdbc:'],
  [/(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w.])/],
  ...schemes.map((scheme) => [`${scheme}://`]),
  [/https?:\/\/(?:[\w-]+[:/"'`<]|[\w.-]+\.(?:local|internal|lan|corp|intra|intranet|home|localdomain|private)\b)/],
];
