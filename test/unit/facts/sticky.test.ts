import assert from 'node:assert/strict';
import type { ServerSticky } from '../../../server/src/facts/sticky/kinds.js';
import { scan } from '../../harness/run.js';

async function stickyIn(path: string, text: string): Promise<readonly ServerSticky[]> {
  const { conclusion } = await scan(new Map([[path, text]]));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.model.facts('server.sticky').map(({ value }) => value);
}

const ingress = (annotation: string): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: store
  annotations:
    ${annotation}
spec:
  rules:
    - http: { paths: [{ path: /, backend: { service: { name: shop-web, port: { number: 80 } } } }, { path: /cart, backend: { serviceName: cart } }] }
`;

describe('which backends stickiness is for', () => {
  it('is a Service of its own name', async () => {
    assert.deepEqual(await stickyIn('k8s/shop.yaml', 'apiVersion: v1\nkind: Service\nmetadata: { name: shop, namespace: store }\nspec: { selector: { app: shop }, sessionAffinity: ClientIP }\n'),
      [{ balancer: 'Kubernetes Service', via: 'sessionAffinity: ClientIP', by: 'address', backends: [{ name: 'shop', namespace: 'store' }] }]);
  });

  for (const [annotation, balancer, by] of [
    ['nginx.ingress.kubernetes.io/affinity: "cookie"', 'ingress-nginx', 'cookie'],
    ['nginx.ingress.kubernetes.io/upstream-hash-by: "$binary_remote_addr"', 'ingress-nginx', 'address'],
    ['alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true,stickiness.lb_cookie.duration_seconds=60', 'AWS Application Load Balancer', 'cookie'],
    ['haproxy.org/cookie-persistence: shop', 'HAProxy Ingress', 'cookie'],
    ['appgw.ingress.kubernetes.io/cookie-based-affinity: "true"', 'Azure Application Gateway', 'cookie'],
  ] as const) {
    it(`are the Services of an Ingress with ${annotation}`, async () => {
      assert.deepEqual((await stickyIn('k8s/shop.yaml', ingress(annotation))).map((each) => [each.balancer, each.by, each.backends]), [[balancer, by, [{ name: 'shop-web', namespace: 'store' }, { name: 'cart', namespace: 'store' }]]]);
    });
  }

  for (const annotation of ['nginx.ingress.kubernetes.io/affinity: "none"', 'nginx.ingress.kubernetes.io/upstream-hash-by: "$request_uri"', 'alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=false', 'nginx.ingress.kubernetes.io/session-cookie-name: route']) {
    it(`is not switched on by ${annotation}`, async () => assert.deepEqual(await stickyIn('k8s/shop.yaml', ingress(annotation)), []));
  }

  it('is the host of a DestinationRule, by its full name as well', async () => {
    assert.deepEqual((await stickyIn('istio.yaml', `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: shop }
spec:
  host: shop.store.svc.cluster.local
  trafficPolicy: { loadBalancer: { consistentHash: { httpCookie: { name: user, ttl: 0s } } } }
`)).map(({ via, backends }) => [via, backends]), [['consistentHash.httpCookie', [{ name: 'shop', namespace: 'store' }]]]);
  });

  it('is the one Service of a route that asks for it', async () => {
    assert.deepEqual((await stickyIn('traefik.yaml', `apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: shop }
spec:
  routes:
    - match: Host(\`shop.example.com\`)
      services:
        - name: shop
          port: 80
          sticky: { cookie: { name: route } }
    - match: PathPrefix(\`/search\`)
      services: [{ name: search, port: 80 }]
`)).map(({ backends }) => backends), [[{ name: 'shop' }]]);
    assert.deepEqual((await stickyIn('gateway.yaml', `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop }
spec:
  rules:
    - backendRefs: [{ name: shop, port: 80 }]
      sessionPersistence: { sessionName: route, type: Cookie }
    - backendRefs: [{ name: search, port: 80 }]
`)).map(({ backends }) => backends), [[{ name: 'shop' }]]);
  });

  it('leaves the names of a template open', async () => {
    assert.deepEqual((await stickyIn('chart/templates/service.yaml', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ include "shop.fullname" . }}\nspec:\n  sessionAffinity: ClientIP\n')).map(({ backends }) => backends), [[]]);
    assert.deepEqual(await stickyIn('chart/templates/service.yaml', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  {{- if .Values.service.sticky }}\n  sessionAffinity: ClientIP\n  {{- end }}\n'), []);
  });
});
