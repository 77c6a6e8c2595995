import assert from 'node:assert/strict';
import type { FactKind, FactOf } from '../../../server/src/contract/workspace.js';
import { imageName, sameImage, writtenImage } from '../../../server/src/facts/kubernetes/image-name.js';
import { millicores, quantity } from '../../../server/src/base/quantity.js';
import { scan } from '../../harness/run.js';

async function factsOf<K extends FactKind>(kind: K, files: Readonly<Record<string, string>>): Promise<readonly FactOf[K][]> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.model.facts(kind).map(({ value }) => value);
}

const chart = `{{- if .Values.enabled }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "shop.fullname" . }}
  labels:
    {{- include "shop.labels" . | nindent 4 }}
    tier: web
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- end }}
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
          ports:
            - containerPort: {{ .Values.port }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
        - name: proxy
          image: {{ .Values.registry }}/edge/proxy:{{ .Values.tag }}
          resources:
            requests:
              cpu: {{ .Values.proxy.cpu }}
              memory: 64Mi
{{- end }}
`;

describe('facts of Kubernetes manifests', () => {
  describe('in a Helm template', () => {
    it('keep what is written and leave open what values fill in', async () => {
      const [workload, ...others] = await factsOf('k8s.workload', { 'chart/templates/deployment.yaml': chart });
      assert.ok(workload);
      assert.equal(others.length, 0);
      assert.equal(workload.templated, true);
      assert.equal(workload.name, undefined);
      assert.deepEqual(workload.labels, { tier: 'web' });
      assert.ok(workload.replicas, 'the key is there');
      assert.equal(workload.replicas.value, undefined, 'its value is not');
      const [shop, proxy] = workload.containers;
      assert.equal(shop?.name, undefined);
      assert.equal(shop?.image, undefined);
      assert.equal(shop?.resourcesUnknown, true);
      assert.deepEqual(shop?.ports, [{ name: undefined, port: undefined, hostPort: undefined }]);
      assert.equal(proxy?.image, 'edge/proxy');
      assert.equal(proxy?.requests.cpu?.value, undefined);
      assert.equal(proxy?.requests.memory?.value, 64 * 2 ** 20);
    });
    it('are none for what does not parse', async () => {
      assert.deepEqual(await factsOf('k8s.workload', { 'chart/templates/x.yaml': 'apiVersion: apps/v1\nkind: {{ .Values.kind }}\n{{ range .Values.all }}\n- {{ . }}\n  x: [\n{{ end }}\n' }), []);
    });
  });

  it('are read from lists, several documents, OpenShift templates and JSON', async () => {
    const deployment = (name: string): string => JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec: { selector: {}, template: { spec: { containers: [{ name, image: name }] } } } });
    const found = await factsOf('k8s.workload', {
      'a.yaml': `${deployment('one')}\n---\n# nothing here\n---\n${deployment('two')}\n`,
      'b.yaml': `apiVersion: v1\nkind: List\nitems:\n  - ${deployment('three')}\n`,
      'c.yaml': `apiVersion: template.openshift.io/v1\nkind: Template\nobjects:\n  - ${deployment('four')}\n  - ${deployment('${NAME}')}\n`,
      'd.json': deployment('five'),
    });
    assert.deepEqual(found.map(({ name, where }) => [name, where.document, where.path]), [
      ['one', 0, []], ['two', 2, []], ['three', 0, ['items', 0]], ['four', 0, ['objects', 0]], [undefined, 0, ['objects', 1]], ['five', 0, []],
    ]);
    assert.deepEqual(found.map(({ templated }) => templated), [false, false, false, true, true, false]);
  });

  it('know init containers, native sidecars, volumes and probes, and keep no values of variables', async () => {
    const [workload] = await factsOf('k8s.workload', { 'app.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      initContainers:
        - { name: migrate, image: "shop:1" }
        - { name: logs, image: "logs:1", restartPolicy: Always }
      containers:
        - name: shop
          image: shop:1
          args: [--secret=hush, serve]
          env: [{ name: DB_PASSWORD, value: hush }]
          livenessProbe: { httpGet: { path: /, port: 80 } }
          resources: { limits: { cpu: 1.5, memory: 1Gi } }
          volumeMounts: [{ name: data, mountPath: /data }, { name: tmp, mountPath: /tmp, readOnly: true }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: files } }, { name: tmp, emptyDir: {} }]
` });
    assert.deepEqual(workload?.containers.map(({ name, role }) => [name, role]), [['migrate', 'init'], ['logs', 'sidecar'], ['shop', 'app']]);
    const shop = workload?.containers[2];
    assert.deepEqual(shop?.mounts.map(({ path, readOnly, volume, claim }) => [path, readOnly, volume, claim]), [['/data', false, 'persistentVolumeClaim', 'files'], ['/tmp', true, 'emptyDir', undefined]]);
    assert.deepEqual([shop?.limits.cpu?.value, shop?.limits.memory?.value, shop?.requests.cpu], [1500, 2 ** 30, undefined]);
    const { liveness, readiness, startup } = shop?.probes ?? {};
    assert.deepEqual([liveness?.kind, liveness?.port, liveness?.path, liveness?.at.startLine, readiness, startup], ['http', '80', '/', 18, undefined, undefined]);
    assert.equal(workload?.replicas?.value, 3);
    assert.equal(workload?.replicas?.at.startLine, 5);
    assert.doesNotMatch(JSON.stringify(workload), /hush/);
  });

  it('tell patches and custom resources from workloads', async () => {
    const found = await factsOf('k8s.workload', {
      'patch.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: shop }\nspec: { template: { spec: { containers: [{ name: shop, image: "shop:2" }] } } }\n',
      'crd.yaml': 'apiVersion: example.com/v1\nkind: Deployment\nmetadata: { name: shop }\nspec: { replicas: 2 }\n',
    });
    assert.deepEqual(found.map(({ partial }) => partial), [true]);
  });

  it('read the metrics of every HPA version', async () => {
    const hpa = (version: string, spec: string): string => `apiVersion: autoscaling/${version}\nkind: HorizontalPodAutoscaler\nmetadata: { name: x }\nspec: { scaleTargetRef: { kind: Deployment, name: x }, maxReplicas: 3${spec} }\n`;
    const found = await factsOf('k8s.hpa', {
      'a.yaml': hpa('v1', ''), 'b.yaml': hpa('v1', ', targetCPUUtilizationPercentage: 55'),
      'c.yaml': hpa('v2beta1', ', metrics: [{ type: Resource, resource: { name: memory, targetAverageUtilization: 65 } }]'),
      'd.yaml': hpa('v2', ', behavior: {}, metrics: [{ type: Pods, pods: { metric: { name: rps }, target: { type: AverageValue, averageValue: 10 } } }]'),
    });
    assert.deepEqual(found.map(({ metrics, behavior }) => [...metrics.map(({ type, name, target, value }) => [type, name, target, value]), behavior !== undefined]), [
      [['Resource', 'cpu', 'Utilization', 80], false], [['Resource', 'cpu', 'Utilization', 55], false],
      [['Resource', 'memory', 'Utilization', 65], false], [['Pods', 'rps', 'AverageValue', undefined], true],
    ]);
  });
});

describe('quantities', () => {
  it('are read as Kubernetes reads them', () => {
    assert.deepEqual(['250m', '0.5', '2', '100u', '1e3', ''].map(millicores), [250, 500, 2000, 1, 1_000_000, undefined]);
    assert.deepEqual(['1Gi', '500M', '128Mi', '1e3', '12x', '-1'].map(quantity), [2 ** 30, 5e8, 2 ** 27, 1000, undefined, -1]);
  });
});

describe('image names', () => {
  it('are taken apart', () => {
    assert.deepEqual(imageName('registry.example.com:5000/team/shop:1.2@sha256:abc'), { repository: 'team/shop', last: 'shop', registry: 'registry.example.com:5000' });
    assert.deepEqual(imageName('shop'), { repository: 'shop', last: 'shop', registry: undefined });
    assert.equal(imageName(' '), undefined);
  });
  it('are the same with and without registry, path and tag', () => {
    assert.equal(sameImage('ghcr.io/acme/shop:1', 'acme/shop:2'), true);
    assert.equal(sameImage('ghcr.io/acme/shop:1', 'shop'), true);
    assert.equal(sameImage('acme/shop', 'other/shop'), false);
    assert.equal(sameImage('acme/shop', undefined), false);
  });
  it('keep what is written of a parameterised reference', () => {
    assert.equal(writtenImage('${REGISTRY}/team/shop:${TAG:-a/b}'), 'team/shop');
    assert.equal(writtenImage('shop:$(TAG)'), 'shop');
    assert.equal(writtenImage('${REGISTRY}/${NAME}:1'), undefined);
    assert.equal(writtenImage('acme/shop:1'), 'acme/shop:1');
  });

  it('know what binds pods to a node, sets them apart and stops them', async () => {
    const [workload] = await factsOf('k8s.workload', { 'k8s/shop.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  strategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 25% } }
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop, build: "\${BUILD}" } }
    spec:
      hostNetwork: true
      terminationGracePeriodSeconds: 5
      nodeSelector: { disk: ssd }
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms: [{ matchExpressions: [{ key: kubernetes.io/hostname, operator: In, values: [n1] }, { key: gpu, operator: Exists }] }]
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: shop } } }]
      securityContext: { runAsUser: 0 }
      containers:
        - name: shop
          image: registry.example/shop:1.2
          ports: [{ containerPort: 80, hostPort: 8080 }]
          lifecycle: { preStop: { exec: { command: [sleep, "5"] } } }
          securityContext: { runAsNonRoot: false }
      volumes: [{ name: files, hostPath: { path: /srv/files } }]
` });
    assert.ok(workload);
    const { pod, strategy, selector, containers: [shop] } = workload;
    assert.deepEqual([pod.hostNetwork?.value, pod.gracePeriod?.value, pod.spread, pod.runsAs.user?.value, pod.incomplete], [true, 5, true, 0, false]);
    assert.deepEqual(pod.nodeLabels.map(({ key, values }) => [key, values]), [['disk', ['ssd']], ['kubernetes.io/hostname', ['n1']]]);
    assert.deepEqual(pod.volumes.map(({ name, kind, path }) => [name, kind, path]), [['files', 'hostPath', '/srv/files']]);
    assert.deepEqual([strategy.type?.value, strategy.maxUnavailable?.value], ['RollingUpdate', '25%']);
    assert.deepEqual([selector?.labels, selector?.open, workload.podLabels, workload.podLabelsOpen], [{ app: 'shop' }, false, { app: 'shop' }, true]);
    assert.deepEqual([shop?.reference?.value, shop?.ports[0]?.hostPort?.value, shop?.preStop?.startLine, shop?.runsAs.nonRoot?.value], ['registry.example/shop:1.2', 8080, 23, false]);
  });

  it('tell a constraint for these pods from one that was copied from others', async () => {
    const spread = async (rest: string): Promise<boolean | undefined> => {
      const [workload] = await factsOf('k8s.workload', { 'k8s/shop.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: web }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop, tier: front } }
    spec:
      ${rest}
      containers: [{ name: shop, image: registry.example/shop:1.2 }]
` });
      return workload?.pod.spread;
    };
    const constraint = (selector: string): string => `topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway${selector} }]`;
    const affinity = (term: string): string => `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: zone, ${term} }] } }`;
    assert.equal(await spread(constraint(', labelSelector: { matchLabels: { app: shop, tier: front } }')), true);
    assert.equal(await spread(constraint(', labelSelector: { matchLabels: { app: cart } }')), false);
    assert.equal(await spread(constraint('')), false, 'no selector picks no pods');
    assert.equal(await spread(constraint(', labelSelector: { matchLabels: { app: "${NAME}" } }')), true, 'what the deployment fills in may fit');
    assert.equal(await spread(affinity('labelSelector: { matchExpressions: [{ key: tier, operator: NotIn, values: [back] }, { key: app, operator: Exists }] }')), true);
    assert.equal(await spread(affinity('labelSelector: { matchExpressions: [{ key: app, operator: In, values: [cart] }] }')), false);
    assert.equal(await spread(affinity('namespaces: [other], labelSelector: { matchLabels: { app: shop } }')), false);
    assert.equal(await spread(affinity('namespaceSelector: {}, namespaces: [other], labelSelector: { matchLabels: { app: shop } }')), true);
  });

  it('read how long a container takes to stop', async () => {
    const [workload] = await factsOf('k8s.workload', { 'k8s/shop.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers:
        - { name: a, image: shop, lifecycle: { preStop: { sleep: { seconds: 7 } } }, args: [gunicorn, --graceful-timeout, "40", "shop:app"] }
        - { name: b, image: shop, lifecycle: { preStop: { exec: { command: [sh, -c, "sleep 2m; /drain"] } } }, command: [uvicorn, --timeout-graceful-shutdown=20] }
        - { name: c, image: shop, lifecycle: { preStop: { httpGet: { path: /drain, port: 80 } } } }
` });
    assert.deepEqual(workload?.containers.map(({ preStopSeconds, drain }) => [preStopSeconds, drain?.seconds]), [[7, 40], [120, 20], [undefined, undefined]]);
  });

  it('list budgets, claims, routes and every other resource', async () => {
    const files = { 'k8s/all.yaml': `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: shop }
spec: { minAvailable: 50%, selector: { matchLabels: { app: shop } } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: files }
spec: { accessModes: [ReadWriteOnce], storageClassName: fast }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop }
spec: { rules: [{ http: { paths: [{ backend: { service: { name: shop, port: { number: 80 } } } }] } }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop }
spec: { rules: [{ backendRefs: [{ name: cart, port: 8080 }] }] }
---
apiVersion: sharding.example/v1
kind: Fleet
metadata: { name: fleet }
spec: { template: { metadata: { labels: { app: fleet } }, spec: { containers: [{ name: a, image: a }] } } }
` };
    const [budget] = await factsOf('k8s.disruption-budget', files);
    assert.deepEqual([budget?.minAvailable?.value, budget?.maxUnavailable, budget?.selector?.labels], ['50%', undefined, { app: 'shop' }]);
    const [claim] = await factsOf('k8s.claim', files);
    assert.deepEqual([claim?.name, claim?.accessModes, claim?.storageClass], ['files', ['ReadWriteOnce'], 'fast']);
    assert.deepEqual((await factsOf('k8s.route', files)).map(({ kind, backends: [backend] }) => [kind, backend?.service, backend?.port]), [['Ingress', 'shop', '80'], ['HTTPRoute', 'cart', '8080']]);
    assert.deepEqual((await factsOf('k8s.object', files)).map(({ kind, pods }) => [kind, pods]), [['PodDisruptionBudget', undefined], ['PersistentVolumeClaim', undefined], ['Ingress', undefined], ['HTTPRoute', undefined], ['Fleet', { app: 'fleet' }]]);
  });

  it('know what patches of a kustomization set', async () => {
    const [kustomization] = await factsOf('kustomize.kustomization', {
      'overlay/kustomization.yaml': `resources: [../base]
patches:
  - target: { kind: Deployment, name: shop }
    patch: |-
      - op: add
        path: /spec/template/spec/containers/0/resources
        value: { requests: { cpu: 100m } }
      - op: remove
        path: /spec/replicas
  - patch: |
      kind: Deployment
      metadata: { name: cart }
      spec: { template: { spec: { containers: [{ name: cart, livenessProbe: { grpc: { port: 1 } } }] } } }
  - { path: probes.yaml, target: { kind: Deployment } }
`, 'overlay/probes.yaml': '- { op: add, path: /spec/paused, value: true }\n' });
    assert.deepEqual(kustomization?.patches.map(({ target, paths, file }) => [target.name, paths.filter((path) => path.startsWith('spec.')), file]), [
      ['shop', ['spec.template.spec.containers.resources.requests.cpu'], undefined],
      ['cart', ['spec.template.spec.containers.name', 'spec.template.spec.containers.livenessProbe.grpc.port'], undefined],
      [undefined, [], 'overlay/probes.yaml'],
    ]);
  });
});
