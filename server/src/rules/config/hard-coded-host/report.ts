import type { Span } from '../../../base/text.js';
import type { Severity, Confidence } from '../../../contract/finding.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { sameHost, type Endpoint } from '../../../syntax/endpoint.js';

/** What the fix and the clearing need to know. */
export interface HostData {
  /** Dotted key of a setting; '' elsewhere. */
  readonly setting: string;
  /** Set in the default profile. */
  readonly default: boolean;
}

export interface Where {
  readonly at: Span;
  /** Key, property, variable or call that the host is given to; '' when nothing names it. */
  readonly name: string;
  /** The whole value or URL, to tell addresses of the application itself from those it calls. */
  readonly value: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly data: HostData;
}

/** Addresses that are handed to browsers and partners: where users come back to, links in mails, the site's own base. */
const ownAddress = /redirect|callback|return[-_]?ur[il]|base[-_]?ur[il]|(?:site|public|external|content|front(?:end)?|home|domain)[-_.]?ur[il]|\.do$|login[-_]?ur[il]|post[-_]?logout/i;

/** Reports one host; only the host itself is shown, never what stands around it in a URL. */
export function report(cx: RuleFileContext, endpoint: Endpoint, where: Where): void {
  const { host, kind } = endpoint;
  const isOwn = /^https?$/.test(endpoint.scheme) && (ownAddress.test(where.name) || ownAddress.test(where.data.setting) || /redirect|callback/i.test(where.value));
  const topic = isOwn && kind !== 'single-label' ? 'own' : kind === 'loopback' ? 'loopback' : 'host';
  cx.report({
    at: where.at,
    say: where.name === '' ? `${topic}-code` : topic,
    args: where.name === '' ? { host } : { name: where.name, host },
    cause: `host ${sameHost(endpoint)}`,
    ...(where.severity === undefined ? {} : { severity: where.severity }),
    confidence: where.confidence ?? (kind === 'single-label' ? 'medium' : 'high'),
    data: { setting: where.data.setting, default: where.data.default },
  });
}

/** Words and shapes that a file with a host in code or XML must hold, whatever the host. */
export const hostNeedles: readonly (readonly (string | RegExp)[])[] = [
  ['localhost'],
  ['jdbc:'],
  [/(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w.])/],
  [/(?:redis|rediss|amqps?|mongodb(?:\+srv)?|ldaps?|smtps?|tcp|ssl|nats|mqtts?|t3s?|iiop|rmi|mysql|postgres(?:ql)?|zookeeper|sftp|ftp):\/\/[\w.-]/],
  [/https?:\/\/[\w-]+(?:[:/"'`<]|\.(?:local|internal|lan|corp|intra|intranet)\b)/],
];
