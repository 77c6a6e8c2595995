import type {} from '../../facts/kubernetes/kinds.js';
import { behind, Held, knob, noted, type Data, type DataMap } from '../manifest-data.js';
import { metadataOf, nameOf, type Manifest } from './objects.js';
import { userHost, type Plan } from './plan.js';
import { portName } from './pod.js';
import { comments } from './words.js';

function hostOf({ name, say }: Plan): Data {
  return knob('ingress.host', userHost(name), [say(comments.host)]);
}

const enabled = { path: 'ingress.enabled', about: [] } as const;

function ingress(plan: Plan): Manifest {
  const { say } = plan;
  const className = knob('ingress.className', 'nginx', [say(comments.className)]);
  const path = { path: '/', pathType: 'Prefix', backend: { service: { name: nameOf(plan), port: { name: portName } } } };
  const object: DataMap = {
    apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: metadataOf(plan),
    spec: { ingressClassName: behind(className, say(comments.className)), rules: [noted({ host: hostOf(plan), http: { paths: [path] } }, say(comments.host))] },
  };
  return { file: 'ingress', head: [say(comments.ingress)], when: enabled, objects: [object] };
}

function openshiftRoute(plan: Plan): Manifest {
  const { say } = plan;
  const object: DataMap = {
    apiVersion: 'route.openshift.io/v1', kind: 'Route',
    metadata: { ...metadataOf(plan), annotations: { 'haproxy.router.openshift.io/disable_cookies': noted('true', say(comments.cookies)), 'haproxy.router.openshift.io/balance': 'leastconn' } },
    spec: { host: behind(hostOf(plan), say(comments.host)), to: { kind: 'Service', name: nameOf(plan), weight: 100 }, port: { targetPort: portName }, tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' } },
  };
  return { file: 'route', head: [say(comments.ingress)], when: enabled, objects: [object] };
}

function gatewayRoute(plan: Plan): Manifest {
  const { say } = plan;
  const gateway = knob('ingress.gateway', 'gateway', [say(comments.gateway)]);
  const object: DataMap = {
    apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: metadataOf(plan),
    spec: { parentRefs: [{ name: behind(gateway, say(comments.gateway)) }], hostnames: [noted(hostOf(plan), say(comments.host))], rules: [{ backendRefs: [{ name: nameOf(plan), port: new Held(80, '80') }] }] },
  };
  return { file: 'httproute', head: [say(comments.ingress)], when: enabled, objects: [object] };
}

/** How requests come in: as the platform does it, or as the other manifests of the workspace do. */
export function route(plan: Plan): Manifest {
  if (plan.target === 'openshift') return openshiftRoute(plan);
  const gateways = plan.model.facts('k8s.object').some(({ value }) => value.kind === 'HTTPRoute' || value.kind === 'Gateway');
  return gateways ? gatewayRoute(plan) : ingress(plan);
}
