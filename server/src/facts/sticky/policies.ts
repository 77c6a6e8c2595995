import type { Document } from 'yaml';
import { below, entries, text, type YamlNode } from '../../syntax/yaml/ask.js';
import type { ServerSticky } from './kinds.js';

/** A key of a Kubernetes object by which it keeps clients at one pod. */
interface StickyPolicy {
  /** The API group that gives the key its meaning. */
  readonly group: RegExp;
  readonly kind: RegExp;
  readonly key: string;
  readonly balancer: string;
  /** How, when the value asks for it; `via` where the key alone does not say it. */
  readonly read: (doc: Document.Parsed, value: YamlNode) => { readonly by: ServerSticky['by']; readonly via?: string } | undefined;
  /** Keys beside it that mean nothing without it. */
  readonly with?: readonly string[];
}

type Read = StickyPolicy['read'];

const present = (doc: Document.Parsed, value: YamlNode, key: string): boolean => below(doc, value, key) !== undefined;
const isOn = (doc: Document.Parsed, value: YamlNode, key: string): boolean => /^(?:true|on|yes)$/i.test(text(below(doc, value, key)) ?? '');
/** Headers that tell one user from another; a version or a tenant does not. */
const userHeader = /cookie|session|authorization|user|forwarded-for|real-ip|client-?id|client-?ip|token/i;

const scalar = (values: Readonly<Record<string, ServerSticky['by']>>): Read => (_doc, value) => {
  const written = text(value) ?? '';
  const by = Object.hasOwn(values, written) ? values[written] : undefined;
  return by && { by };
};

const consistentHash: Read = (doc, value) => {
  const cookie = below(doc, value, 'httpCookie');
  if (cookie) return { by: 'cookie', via: 'consistentHash.httpCookie' };
  if (isOn(doc, value, 'useSourceIp')) return { by: 'address', via: 'consistentHash.useSourceIp' };
  const header = text(below(doc, value, 'httpHeaderName'));
  return header !== undefined && userHeader.test(header) ? { by: /cookie/i.test(header) ? 'cookie' : 'key', via: `consistentHash.httpHeaderName: ${header}` } : undefined;
};

/** Envoy Gateway: the key that says by what is a part of `consistentHash`. */
const envoyHash: Read = (doc, value) => {
  const type = text(below(doc, value, 'type'));
  if (type === 'SourceIP') return { by: 'address', via: 'consistentHash.type: SourceIP' };
  return type === 'Cookie' ? { by: 'cookie', via: 'consistentHash.type: Cookie' } : undefined;
};

const sessionPersistence: Read = (doc, value) => (entries(doc, value).length > 0 ? { by: text(below(doc, value, 'type')) === 'Header' ? 'key' : 'cookie' } : undefined);

const ambassador: Read = (doc, value) => {
  if (present(doc, value, 'cookie')) return { by: 'cookie', via: 'load_balancer.cookie' };
  if (isOn(doc, value, 'source_ip')) return { by: 'address', via: 'load_balancer.source_ip' };
  return userHeader.test(text(below(doc, value, 'header')) ?? '') ? { by: 'key', via: 'load_balancer.header' } : undefined;
};

const gateway = /^gateway\.(?:networking\.)?(?:x-)?k8s\.io\/|^gateway\.networking\.(?:x-)?k8s\.io\//;

/** Every policy that is known, by the objects of Kubernetes, its gateways, meshes and controllers. */
export const stickyPolicies: readonly StickyPolicy[] = [
  { group: /^v1$/, kind: /^Service$/, key: 'sessionAffinity', balancer: 'Kubernetes Service', read: scalar({ ClientIP: 'address' }), with: ['sessionAffinityConfig'] },
  { group: /^networking\.istio\.io\//, kind: /^DestinationRule$/, key: 'consistentHash', balancer: 'Istio', read: consistentHash },
  { group: /^(?:cloud\.google\.com|networking\.gke\.io)\//, kind: /^BackendConfig$/, key: 'affinityType', balancer: 'Google Cloud Load Balancer', read: scalar({ GENERATED_COOKIE: 'cookie', CLIENT_IP: 'address' }) },
  { group: /^networking\.gke\.io\//, kind: /^GCPBackendPolicy$/, key: 'sessionAffinity', balancer: 'Google Cloud Load Balancer', read: (doc, value) => scalar({ GENERATED_COOKIE: 'cookie', HTTP_COOKIE: 'cookie', STRONG_COOKIE_AFFINITY: 'cookie', CLIENT_IP: 'address', CLIENT_IP_PORT_PROTO: 'address', CLIENT_IP_PROTO: 'address' })(doc, below(doc, value, 'type') ?? value) },
  { group: gateway, kind: /^(?:HTTPRoute|GRPCRoute|BackendLBPolicy|XBackendTrafficPolicy)$/, key: 'sessionPersistence', balancer: 'Gateway API', read: sessionPersistence },
  { group: /^gateway\.envoyproxy\.io\//, kind: /^BackendTrafficPolicy$/, key: 'consistentHash', balancer: 'Envoy Gateway', read: envoyHash },
  { group: /^projectcontour\.io\/|^contour\.heptio\.com\//, kind: /^(?:HTTPProxy|IngressRoute)$/, key: 'strategy', balancer: 'Contour', read: scalar({ Cookie: 'cookie' }) },
  { group: /^traefik\.(?:io|containo\.us)\//, kind: /^(?:IngressRoute|TraefikService)$/, key: 'sticky', balancer: 'Traefik', read: (doc, value) => (present(doc, value, 'cookie') ? { by: 'cookie', via: 'sticky.cookie' } : undefined) },
  { group: /^k8s\.nginx\.org\//, kind: /^VirtualServer(?:Route)?$/, key: 'sessionCookie', balancer: 'NGINX Ingress Controller', read: (doc, value) => (isOn(doc, value, 'enable') ? { by: 'cookie' } : undefined) },
  { group: /^k8s\.nginx\.org\//, kind: /^VirtualServer(?:Route)?$/, key: 'lb-method', balancer: 'NGINX Ingress Controller', read: scalar({ ip_hash: 'address' }) },
  { group: /^getambassador\.io\//, kind: /^(?:Mapping|Module|KubernetesEndpointResolver|AmbassadorMapping)$/, key: 'load_balancer', balancer: 'Ambassador', read: ambassador },
  { group: /^configuration\.konghq\.com\//, kind: /^KongIngress$/, key: 'hash_on', balancer: 'Kong', read: scalar({ cookie: 'cookie', ip: 'address', consumer: 'key' }), with: ['hash_on_cookie', 'hash_on_cookie_path'] },
  { group: /^configuration\.konghq\.com\//, kind: /^KongUpstreamPolicy$/, key: 'hashOn', balancer: 'Kong', read: (doc, value) => (present(doc, value, 'cookie') ? { by: 'cookie', via: 'hashOn.cookie' } : /^(?:ip|consumer)$/.test(text(below(doc, value, 'input')) ?? '') ? { by: 'address', via: 'hashOn.input' } : undefined) },
];
