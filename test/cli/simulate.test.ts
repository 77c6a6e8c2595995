import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folder, monolift, root } from './run.js';

const vectors = resolve(import.meta.dirname, '../unit/autoscaling/vectors.json');

interface Answered { readonly id: string; readonly expected: unknown }

/** Runs a scenario that is given as text. */
function simulate(text: string, ...more: readonly string[]): ReturnType<typeof monolift> {
  return monolift(['simulate', '--scenario', join(folder({ 'scenario.json': text }), 'scenario.json'), ...more]);
}

const step = { kind: 'step', id: 'one', hpa: { maxReplicas: 3, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } }] }, currentReplicas: 1, containers: [{ name: 'app', cpuRequestMillicores: 100 }], pods: [] };

describe('monolift simulate --scenario', () => {
  it('answers a list of scenarios in their order and shape', () => {
    const wanted = (JSON.parse(readFileSync(vectors, 'utf8')) as Answered[]).map(({ id, expected }) => ({ id, expected }));
    const { code, stdout } = monolift(['simulate', '--scenario', vectors, '--format', 'json']);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), wanted);
  });

  it('answers a single scenario', () => {
    const [{ id, expected }] = JSON.parse(simulate(JSON.stringify(step)).stdout) as [Answered];
    assert.equal(id, 'one');
    assert.deepEqual(expected, { replicas: 1, metricError: true, conditions: { AbleToScale: 'True/SucceededGetScale', ScalingActive: 'False/FailedGetResourceMetric' } });
  });

  it('names what is wrong and where', () => {
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['{', /scenario\.json is no JSON: /],
      ['[{"kind":"trac"}]', /scenario 1, the whole: kind must be step or trace\. Correct it/],
      [JSON.stringify([step, { ...step, id: 'two', currentReplicas: -1 }]), /scenario 2 \(two\), currentReplicas: must be at least 0/],
      [JSON.stringify({ ...step, pods: [{ name: 'p0' }] }), /pods\[0\]: phase is missing/],
      [JSON.stringify({ ...step, hpa: { maxReplicas: 3, metrics: [{ type: 'Resource' }] } }), /hpa\.metrics\[0\]\.resource: a metric of type Resource is described in this field, which is missing/],
      [JSON.stringify({ ...step, hpa: { maxReplicas: 3, behavior: { scaleUp: { selectPolicy: 'max' } } } }), /hpa\.behavior\.scaleUp\.selectPolicy: "max" is not supported; supported are Max, Min, Disabled/],
    ];
    for (const [text, message] of wrong) {
      const { code, stderr } = simulate(text);
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
  });

  it('takes null for what is left out', () => {
    const { code, stdout } = simulate(JSON.stringify({ ...step, hpa: { ...step.hpa, minReplicas: null, behavior: { scaleUp: null } }, pods: null, externalMetrics: null }));
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as [Answered])[0].id, 'one');
  });

  it('says so in Korean', () => {
    assert.match(simulate(JSON.stringify({ ...step, hpa: { maxReplicas: 0 } }), '--lang', 'ko').stderr, /1번째 시나리오 \(one\)의 hpa\.maxReplicas: 1 이상이어야 합니다\(현재 값: 0\)\. 수정한 뒤/);
    assert.match(monolift(['simulate', '--scenario', 'nowhere.json', '--lang', 'ko']).stderr, /nowhere\.json 파일을 읽을 수 없습니다\(ENOENT\)/);
  });
});

const manifests = {
  'hpa.yaml': `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: desk }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: desk }
  minReplicas: 5
  maxReplicas: 10
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
    - type: External
      external: { metric: { name: queue_length }, target: { type: AverageValue, averageValue: "10" } }
`,
  'app.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: desk }
spec:
  replicas: 6
  template:
    spec:
      containers:
        - name: app
          resources: { requests: { cpu: 500m }, limits: { cpu: "2" } }
          readinessProbe: { initialDelaySeconds: 45 }
`,
  'chart.yaml': 'replicas: [{{ .Values.replicas }\n',
  'load.csv': '\uFEFFtime;rps\n0;20\n300;120\n600;20\n',
};

interface Simulated {
  readonly duration: number;
  readonly pod: { readonly cpuRequest: number; readonly cpuLimit: number; readonly startUp: number };
  readonly notes: readonly string[];
  readonly cases: readonly { readonly name: string; readonly totals: { readonly processed: number; readonly mean: number }; readonly moments: readonly { readonly time: number; readonly wanted: number }[] }[];
}

describe('monolift simulate --hpa', () => {
  const dir = folder(manifests);
  const hpa = join(dir, 'hpa.yaml');
  const simulated = (...args: readonly string[]): Simulated => JSON.parse(monolift(['simulate', '--hpa', hpa, '--capacity', '17.6', '--format', 'json', ...args]).stdout) as Simulated;

  it('takes from the workload beside it what a pod is', () => {
    const { pod, cases } = simulated('--shape', 'steady:50');
    assert.deepEqual([pod.cpuRequest, pod.cpuLimit, pod.startUp], [500, 2000, 45]);
    assert.equal(cases[0]?.moments[0]?.wanted, 6);
  });

  it('lets options win over manifests', () => {
    const { pod, duration } = simulated('--shape', 'steady:50', '--request', '1', '--limit', '1', '--start-up', '2m', '--duration', '10m');
    assert.deepEqual([pod.cpuRequest, pod.cpuLimit, pod.startUp, duration], [1000, 1000, 120, 600]);
  });

  it('goes on as long as the table says', () => {
    const { duration, notes } = simulated('--load', join(dir, 'load.csv'));
    assert.equal(duration, 900);
    assert.match(notes.join(), /queue_length cannot be told from a load and is left out/);
  });

  it('compares fixed replicas with an autoscaler under the published load test', () => {
    const { cases } = simulated('--fixed', '5', '--closed', '296,1s', '--request', '1', '--limit', '1', '--start-up', '90s', '--replicas', '5', '--duration', '609s');
    const [fixed, scaled] = cases;
    assert.ok(fixed && scaled);
    assert.deepEqual([fixed.name, scaled.name], ['5 fixed', 'desk 5–10']);
    assert.ok(scaled.totals.processed > 1.65 * fixed.totals.processed && fixed.totals.mean > 2.4 * scaled.totals.mean);
  });

  it('prints a table for people, also in Korean', () => {
    const run = (lang: string): string => monolift(['simulate', '--hpa', hpa, '--fixed', '5', '--capacity', '17.6', '--closed', '296,1s', '--goal', '1s', '--lang', lang]).stdout;
    assert.match(run('en'), /^Case +Processed +Per second +Mean +p95 +Longest +Pod hours +Above 1000 ms +Pending +Flaps$/m);
    assert.match(run('ko'), /^구분 +처리 건수 +초당 +평균 +p95 +최대 +파드 시간 +1000 ms 초과 +대기 +플래핑$/m);
    assert.match(run('ko'), /^고정 5개: 변경 없음$/m);
  });

  it('makes a page of one file that needs no network, and says nothing as code', () => {
    const odd = join(folder({ 'hpa.yaml': manifests['hpa.yaml'].replace('{ name: desk }', '{ name: "</script><b>desk" }') }), 'hpa.yaml');
    const page = (lang: string): string => monolift(['simulate', '--hpa', odd, '--fixed', '5', '--capacity', '17.6', '--shape', 'day:20..120', '--duration', '1h', '--format', 'html', '--lang', lang]).stdout;
    assert.match(page('ko'), /^<!doctype html>\n<html lang="ko">/);
    assert.match(page('en'), /<th scope="row">&lt;\/script&gt;&lt;b&gt;desk 5–10<\/th>/);
    assert.doesNotMatch(page('en'), /<(?:link|img)\b|<script[^>]* src=|url\((?!#)|@import/);
    const data = /<script type="application\/json" id="data">(.*?)<\/script>/.exec(page('en'))?.[1] ?? '';
    const { setup } = JSON.parse(data) as { setup: { fixed: readonly number[]; autoscalers: readonly { name: string }[] } };
    assert.deepEqual([setup.fixed, setup.autoscalers.map(({ name }) => name)], [[5], ['</script><b>desk']]);
    assert.match(page('en'), /<html lang="en">[^]*<form id="settings" aria-label="Settings">/);
  });

  it('says what is wrong, and what to do', () => {
    const base = ['simulate', '--hpa', hpa, '--capacity', '10'];
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['simulate', '--capacity', '1'], /name what to simulate/],
      [['simulate', '--hpa', hpa], /--capacity: a load test of a single pod tells it/],
      [base, /name one load/],
      [[...base, '--shape', 'wave:1..2'], /expected one of day, ramp, spike, steady/],
      [[...base, '--load', join(dir, 'app.yaml')], /app\.yaml: neither a table with `time`/],
      [[...base, '--load', join(dir, 'none.csv')], /none\.csv cannot be read \(ENOENT\)/],
      [['simulate', '--hpa', join(dir, 'app.yaml'), '--capacity', '10', '--closed', '5,1s'], /app\.yaml holds no HorizontalPodAutoscaler/],
      [['simulate', '--hpa', join(dir, 'chart.yaml'), '--capacity', '10', '--closed', '5,1s'], /chart\.yaml is no YAML/],
      [['simulate', '--capacity', 'much', '--closed', '5,1s'], /expected a number above 0/],
    ];
    for (const [args, message] of wrong) {
      const { code, stderr } = monolift(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, message);
    }
  });
});

describe('an autoscaler that the API server refuses', () => {
  const refused = (spec: string, ...more: readonly string[]): string => {
    const file = join(folder({ 'hpa.yaml': `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: shop }\nspec:\n${spec}` }), 'hpa.yaml');
    const { code, stderr } = monolift(['simulate', '--hpa', file, '--capacity', '10', '--shape', 'steady:5', ...more]);
    assert.equal(code, 2);
    return stderr;
  };

  it('is refused with all of its reasons, in plain words', () => {
    const told = refused('  minReplicas: 5\n  maxReplicas: 2\n  behavior: { scaleDown: { stabilizationWindowSeconds: 7200 } }\n');
    assert.match(told, /hpa\.yaml: the API server refuses HorizontalPodAutoscaler shop\. Correct it and run again:\n {2}spec\.maxReplicas: .*5.*\n {2}spec\.behavior\.scaleDown\.stabilizationWindowSeconds: .*3600/);
    assert.match(refused('  maxReplicas: many\n', '--lang', 'ko'), /API 서버가 HorizontalPodAutoscaler shop을\(를\) 거부합니다\. 수정한 뒤 다시 실행하세요:\n {2}spec\.maxReplicas: .*[가-힣]/);
  });

  it('may scale to zero only where its cluster can', () => {
    const queue = '  minReplicas: 0\n  maxReplicas: 5\n  metrics:\n    - { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }\n    - { type: External, external: { metric: { name: depth }, target: { type: AverageValue, averageValue: "5" } } }\n';
    assert.match(refused(queue), /spec\.minReplicas: Kubernetes 1\.32 takes 0 only behind a feature gate; name the release/);
    const file = join(folder({ 'hpa.yaml': `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: shop }\nspec:\n${queue}` }), 'hpa.yaml');
    assert.equal(monolift(['simulate', '--hpa', file, '--capacity', '10', '--shape', 'steady:5', '--cluster-version', '1.37', '--replicas', '2']).code, 0);
  });
});

describe('the replay of the load test in examples/peak-load', () => {
  const example = join(root, 'examples/peak-load');
  const page = readFileSync(join(example, 'README.md'), 'utf8');

  const shown = [...page.matchAll(/```sh\nmonolift (.*)\n```\n\n```\n([^]*?)```/g)];
  it('has a page with both replays', () => assert.equal(shown.length, 2));
  for (const [, command = '', printed] of shown) {
    it(`prints what its page shows: ${command.split(' ', 2).join(' ')}`, () => assert.equal(monolift([...command.split(' '), '--lang', 'en']).stdout, printed));
  }

  for (const [row, startUp, processed, throughput, mean] of [['T-02', '90s', 93_869, 155, 919], ['T-03', '110s', 91_394, 151, 971]] as const) {
    it(`comes close to ${row}`, () => {
      const { stdout } = monolift(['simulate', '--hpa', join(example, 'hpa.yaml'), '--closed', '296,1s', '--capacity', '17.6', '--duration', '609s', '--start-up', startUp, '--format', 'json']);
      const [{ totals } = { totals: undefined }] = (JSON.parse(stdout) as Simulated).cases;
      assert.ok(totals);
      assert.ok(Math.abs(totals.processed / processed - 1) < 0.05, `${totals.processed}`);
      assert.ok(Math.abs(totals.processed / 609 / throughput - 1) < 0.05);
      assert.ok(Math.abs(totals.mean / mean - 1) < 0.15, `${totals.mean}`);
    });
  }
});

describe('monolift simulate --plan', () => {
  const plan = `duration: 2h
pool: 12
goal: 2s
workloads:
  - { name: day, hpa: hpa.yaml, capacity: 10, load: [[0s, 5], [30m, 70], [1h, 5]] }
  - { name: night, replicas: 4, capacity: 10, startUp: 20s, load: '20,1s' }
`;
  const dir = folder({ ...manifests, 'plan.yaml': plan, 'wrong.yaml': plan.replace('capacity: 10,', 'capacity: none,'), 'loads.yaml': plan.replace('[0s, 5]', '[soon, 5]') });

  it('lets workloads wait for room on nodes that they share', () => {
    const { alone, together, outcomes } = JSON.parse(monolift(['simulate', '--plan', join(dir, 'plan.yaml'), '--format', 'json']).stdout) as { alone: readonly number[]; together: number; outcomes: readonly { name: string; totals: { secondsPending: number; processed: number } }[] };
    assert.deepEqual([alone, together, outcomes.map(({ name }) => name)], [[10, 4], 12, ['day', 'night']]);
    assert.ok((outcomes[0]?.totals.secondsPending ?? 0) > 0);
  });

  it('says so in words', () => {
    const { stdout } = monolift(['simulate', '--plan', join(dir, 'plan.yaml')]);
    assert.match(stdout, /^For 7200 s on nodes with room for 12 pods: [\d,]+ requests in all\.\nWithout sharing, the same service takes 10 \+ 4 = 14 pods; here 12 ran at a time at the most\.$/m);
    assert.match(stdout, /queue_length cannot be told from a load and is left out/);
    assert.match(monolift(['simulate', '--plan', join(dir, 'plan.yaml'), '--lang', 'ko']).stdout, /노드를 공유하지 않으면 같은 서비스에 파드 10 \+ 4 = 14개가 필요합니다/);
  });

  it('names what is wrong and where', () => {
    assert.match(monolift(['simulate', '--plan', join(dir, 'wrong.yaml')]).stderr, /wrong\.yaml: \/workloads\/0\/capacity: must be number/);
    assert.equal(monolift(['simulate', '--plan', join(dir, 'loads.yaml')]).code, 2);
    assert.match(monolift(['simulate', '--plan', join(dir, 'plan.yaml'), '--format', 'html']).stderr, /--plan prints text or json/);
  });
});
