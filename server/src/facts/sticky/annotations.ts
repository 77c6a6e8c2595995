import { clientKey, type ServerSticky } from './kinds.js';

/** An annotation by which an ingress controller or the load balancer of a cloud keeps clients at one pod. */
interface StickyAnnotation {
  readonly key: RegExp;
  readonly balancer: string;
  readonly by: (value: string) => ServerSticky['by'] | undefined;
  /** Further annotations that only say how, without which the first one goes alone. */
  readonly with?: RegExp;
}

const always = (by: ServerSticky['by'], wanted = /./) => (value: string): ServerSticky['by'] | undefined => (wanted.test(value.trim()) ? by : undefined);
const isTrue = /^true$/i;
const isCookie = /^cookies?$/i;
const targetGroup = (value: string): ServerSticky['by'] | undefined =>
  /\bstickiness\.enabled\s*=\s*true\b/i.test(value) ? (/\bstickiness\.type\s*=\s*source_ip\b/i.test(value) ? 'address' : 'cookie') : undefined;

const rows: readonly StickyAnnotation[] = [
  { key: /^(?:nginx\.)?ingress\.kubernetes\.io\/affinity$/, balancer: 'ingress-nginx', by: always('cookie', isCookie), with: /^(?:nginx\.)?ingress\.kubernetes\.io\/(?:session-cookie-[\w-]+|affinity-(?:mode|canary-behavior))$/ },
  { key: /^(?:nginx\.)?ingress\.kubernetes\.io\/upstream-hash-by$/, balancer: 'ingress-nginx', by: clientKey, with: /^(?:nginx\.)?ingress\.kubernetes\.io\/upstream-hash-by-subset(?:-size)?$/ },
  { key: /^nginx\.(?:org|com)\/sticky-cookie-services$/, balancer: 'NGINX Ingress Controller', by: always('cookie') },
  { key: /^nginx\.org\/lb-method$/, balancer: 'NGINX Ingress Controller', by: (value) => (/^ip_hash$/.test(value.trim()) ? 'address' : /^hash\s/.test(value.trim()) ? clientKey(value) : undefined) },
  { key: /^haproxy-ingress\.github\.io\/affinity$/, balancer: 'HAProxy Ingress', by: always('cookie', isCookie), with: /^haproxy-ingress\.github\.io\/session-cookie-[\w-]+$/ },
  { key: /^haproxy\.(?:org|com)\/cookie-persistence(?:-no-dynamic)?$/, balancer: 'HAProxy Ingress', by: always('cookie') },
  { key: /^(?:haproxy\.(?:org|com)\/load-balance|haproxy-ingress\.github\.io\/balance-algorithm)$/, balancer: 'HAProxy Ingress', by: always('address', /^source\b/) },
  { key: /^traefik\.ingress\.kubernetes\.io\/(?:affinity|service\.sticky\.cookie)$/, balancer: 'Traefik', by: always('cookie', isTrue), with: /^traefik\.ingress\.kubernetes\.io\/(?:session-cookie-[\w-]+|service\.sticky\.cookie\.[\w.-]+)$/ },
  { key: /^alb\.ingress\.kubernetes\.io\/target-group-attributes$/, balancer: 'AWS Application Load Balancer', by: targetGroup },
  { key: /^service\.beta\.kubernetes\.io\/aws-load-balancer-target-group-attributes$/, balancer: 'AWS Network Load Balancer', by: targetGroup },
  { key: /^appgw\.ingress\.kubernetes\.io\/cookie-based-affinity$/, balancer: 'Azure Application Gateway', by: always('cookie', isTrue), with: /^appgw\.ingress\.kubernetes\.io\/cookie-based-affinity-[\w-]+$/ },
  { key: /^router\.openshift\.io\/cookie_name$/, balancer: 'OpenShift Router', by: always('cookie'), with: /^router\.openshift\.io\/cookie-same-site$/ },
  { key: /^haproxy\.router\.openshift\.io\/balance$/, balancer: 'OpenShift Router', by: always('address', /^source$/) },
  { key: /^service\.beta\.kubernetes\.io\/do-loadbalancer-sticky-sessions-type$/, balancer: 'DigitalOcean Load Balancer', by: always('cookie', isCookie), with: /^service\.beta\.kubernetes\.io\/do-loadbalancer-sticky-sessions-cookie-[\w-]+$/ },
  { key: /^load-balancer\.hetzner\.cloud\/http-sticky-sessions$/, balancer: 'Hetzner Load Balancer', by: always('cookie', isTrue), with: /^load-balancer\.hetzner\.cloud\/http-cookie-[\w-]+$/ },
  { key: /^service\.beta\.kubernetes\.io\/(?:alibaba-cloud-loadbalancer|alicloud-loadbalancer)-sticky-session$/, balancer: 'Alibaba Cloud SLB', by: always('cookie', /^on$/i), with: /^service\.beta\.kubernetes\.io\/(?:alibaba-cloud-loadbalancer|alicloud-loadbalancer)-(?:sticky-session-type|cookie(?:-timeout)?)$/ },
  { key: /^kubernetes\.io\/elb\.session-affinity-mode$/, balancer: 'Huawei Cloud ELB', by: (value) => (/COOKIE/.test(value) ? 'cookie' : /SOURCE_IP/.test(value) ? 'address' : undefined), with: /^kubernetes\.io\/elb\.session-affinity-option$/ },
  { key: /^service\.beta\.kubernetes\.io\/scw-loadbalancer-sticky-sessions$/, balancer: 'Scaleway Load Balancer', by: (value) => (value === 'cookie' ? 'cookie' : value === 'table' ? 'address' : undefined), with: /^service\.beta\.kubernetes\.io\/scw-loadbalancer-sticky-sessions-[\w-]+$/ },
];

/** One of these stands in every text with such an annotation. */
export const stickyAnnotationWords: readonly string[] = ['affinity', 'hash', 'sticky', 'stickiness', 'cookie', 'balance', 'lb'];

/** What an annotation asks for; `undefined` for all others. */
export function stickyAnnotation(key: string, value: string): { readonly balancer: string; readonly by: ServerSticky['by']; readonly also: RegExp | undefined } | undefined {
  const row = rows.find((each) => each.key.test(key));
  const by = row?.by(value);
  return row && by ? { balancer: row.balancer, by, also: row.with } : undefined;
}

/** The attributes of an AWS target group without those of stickiness; `undefined` for annotations that say nothing else. */
export function withoutStickiness(key: string, value: string): string | undefined {
  if (!key.endsWith('target-group-attributes')) return undefined;
  const rest = value.split(',').filter((part) => !/^\s*stickiness\./.test(part)).map((part) => part.trim());
  return rest.length > 0 ? rest.join(',') : undefined;
}
