import type { Span } from '../../base/text.js';
import type { Edit } from '../../contract/rule.js';

/** A Kubernetes Service, a Compose service or a host behind a load balancer, by its first name. */
export interface StickyBackend {
  readonly name: string;
  readonly namespace?: string | undefined;
}

/** How a load balancer keeps a client at one instance. */
export interface ServerSticky {
  /** The load balancer as its users call it: `nginx`, `HAProxy`, `Kubernetes Service`, `Istio` … */
  readonly balancer: string;
  /** What a reader would search for: `ip_hash`, `sessionAffinity: ClientIP`. */
  readonly via: string;
  /** By what a client is recognised; `key`: a header, a parameter or whatever else its requests carry. */
  readonly by: 'cookie' | 'address' | 'key';
  /** What it balances; empty where the file does not name it. */
  readonly backends: readonly StickyBackend[];
  /** Name of a policy that backends ask for by an annotation of theirs, such as GKE's BackendConfig. */
  readonly policy?: string;
  /** The balancer does so by itself; nothing in its configuration asks for it. */
  readonly implied?: true;
  /** The instances speak another protocol than HTTP, or what is behind is no application. */
  readonly foreign?: true;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Sticky sessions, at the setting that switches them on. */
    'server.sticky': ServerSticky;
  }
}

/** A setting with its place, and what takes it away again from the text it was read from. */
export interface StickyPlace {
  readonly at: Span;
  readonly value: ServerSticky;
  /** Absent where nothing simple takes it away; `undefined` when the text does not allow it. */
  readonly remove?: (file: string, text: string) => readonly Edit[] | undefined;
}

/** What a host name of a proxy's configuration names: a bare name, or one of the cluster's own. Addresses and names of the Internet name no service. */
export function backendOf(written: string): StickyBackend | undefined {
  const host = written.replace(/^[a-z+]+:\/\//i, '').replace(/[/?].*$/, '').replace(/:(?:\d+|[\w$%{}-]+)$/, '');
  const [, name, namespace] = /^([a-z0-9](?:[\w-]*[a-z0-9])?)(?:\.([a-z0-9-]+)\.svc(?:\..*)?)?$/i.exec(host) ?? [];
  if (name === undefined || /^(?:localhost|\d+)$/i.test(name)) return undefined;
  return namespace === undefined ? { name } : { name, namespace };
}

/** The backends without repetitions. */
export function distinctBackends(backends: readonly (StickyBackend | undefined)[]): readonly StickyBackend[] {
  const seen = new Map<string, StickyBackend>();
  for (const backend of backends) if (backend) seen.set(`${backend.namespace ?? ''}/${backend.name}`, backend);
  return [...seen.values()];
}

/** Variables of a hash by which a client is told from others; `undefined` for those of the page that is asked for, which caches hash by. */
export function clientKey(text: string): ServerSticky['by'] | undefined {
  if (/\$\{?(?:cookie_\w+|http_cookie|route_cookie|sticky)/i.test(text)) return 'cookie';
  if (/\$\{?(?:binary_)?remote_addr|\$\{?(?:http_x_forwarded_for|http_x_real_ip|realip_remote_addr|proxy_protocol_addr|http_cf_connecting_ip|the_real_ip)/i.test(text)) return 'address';
  return /\$\{?(?:jsessionid|sessionid|session_id|arg_(?:sid|session\w*|jsessionid|token|user\w*|uid)|http_(?:authorization|x_session\w*|x_user\w*|session\w*|x_auth\w*|token|user_?id|x_client_?id)|route_uri|ssl_session_id)/i.test(text) ? 'key' : undefined;
}
