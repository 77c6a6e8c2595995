import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { folder, monolift } from './run.js';

const measured = resolve(import.meta.dirname, '../unit/autoscaling/load-tests/jmeter.csv');
const size = (...args: readonly string[]): ReturnType<typeof monolift> => monolift(['size', '--load-test', `${measured}@2`, '--cpu', '900m', '--usual', '40', '--peak', '200', '--growth', '20%/m', '--start-up', '60s', ...args]);

interface Hpa { readonly metadata: { readonly name: string }; readonly spec: { readonly minReplicas: number; readonly maxReplicas: number; readonly metrics: readonly [{ readonly resource: { readonly target: { readonly averageUtilization: number } } }] } }

describe('monolift size', () => {
  it('prints an autoscaler with the derivation of every number', () => {
    const { code, stdout, stderr } = size('--name', 'desk');
    assert.equal(code, 0);
    const { metadata, spec } = parse(stdout) as Hpa;
    assert.deepEqual([metadata.name, spec.minReplicas, spec.maxReplicas, spec.metrics[0].resource.target.averageUtilization], ['desk', 6, 31, 69]);
    for (const comment of [/# A request takes 39\.1 ms of CPU: 900 m used \/ 23 requests per second/, /# 40 requests per second on a usual day \/ [\d.]+ = 6 pods/, /# 200 requests per second at the peak \+ 20 % \/ [\d.]+ = 31 pods/, /#       cpu: 450m\n# 450 m: what one pod used in the test, 900 m \/ 2 pods/, /# 69 %: while the load grows by 0\.333 % a second for 90 s/]) assert.match(stdout, comment);
    assert.match(stderr, /simulated from the usual load to the peak: mean \d+ ms, 95 % within \d+ ms, at most \d+ pods/);
    assert.match(stderr, /7 of 218 requests of the test failed/);
  });

  it('says so in Korean', () => {
    const { stdout, stderr } = size('--lang', 'ko');
    assert.match(stdout, /# 피크 때 초당 요청 200건 \+ 20% \/ [\d.]+ = 파드 31개/);
    assert.match(stderr, /신뢰도: 보통/);
  });

  it('is data for programs', () => {
    const { min, max, derivations, simulated } = JSON.parse(size('--format', 'json', '--connections', '100', '--pool-size', '10').stdout) as { min: number; max: number; derivations: readonly { what: string }[]; simulated: { pods: number } };
    assert.deepEqual([min, max, simulated.pods], [6, 10, 10]);
    assert.deepEqual(derivations.map(({ what }) => what), ['request', 'cost', 'reaction', 'target', 'capacity', 'minimum', 'maximum', 'connections']);
  });

  it('lowers the target until a goal holds, and says which one decides', () => {
    const targetOf = (text: string): number => (parse(text) as Hpa).spec.metrics[0].resource.target.averageUtilization;
    const calm = ['--cpu', '90m', '--request', '1', '--usual', '50', '--peak', '400'];
    const free = size(...calm, '--goal', '5s');
    assert.match(free.stdout, /# The reaction decides: with it the goal of p95 ≤ 5000 ms holds, \d+ ms on the simulated way to the peak\.\n +averageUtilization: 69/);
    const strict = size(...calm, '--goal', 'mean=27.5ms');
    assert.ok(targetOf(strict.stdout) < 69);
    assert.match(strict.stdout, /# \d+ %: the goal of mean response time ≤ 27\.5 ms decides\. On the simulated way to the peak it takes \d+ ms at 69 %, 2[67] ms at \d+ %\./);
    assert.match(strict.stderr, /the goal of mean response time ≤ 27\.5 ms takes a target of \d+ % instead of 69 %/);
  });

  it('says when no target holds a goal, and what is the best', () => {
    const { stdout, stderr } = size('--goal', 'p95=20ms');
    assert.match(stderr, /no target holds the goal of p95 ≤ 20 ms: 87 ms is the best, at \d+ %; a request takes 87 ms on average in an idle pod/);
    assert.match(stdout, /# \d+ %: no target holds the goal of p95 ≤ 20 ms; this one comes closest with 87 ms/);
    assert.match(size('--goal', '20ms', '--lang', 'ko').stderr, /p95 응답 시간 20 ms 이내라는 목표를 지킬 수 있는 목표 사용률이 없습니다/);
  });

  it('writes a file, and never over another', () => {
    const file = join(folder({ 'notes.txt': 'x' }), 'hpa.yaml');
    assert.equal(size('--write', '--output', file).stdout, `wrote ${file}\n`);
    const before = readFileSync(file, 'utf8');
    const again = size('--write', '--output', file, '--peak', '900');
    assert.deepEqual([again.code, readFileSync(file, 'utf8')], [2, before]);
    assert.match(again.stderr, /exists already and was left as it is/);
  });

  it('says what a p95 goal is worth where the test tells means only', () => {
    const means = join(folder({ 'output.csv': 'DateTime,vuser,Tests,Errors,Mean_Test_Time_(ms),Test_Time_Standard_Deviation_(ms),TPS\n2026-03-01 10:00:02,10,100,0,50,10,50\n2026-03-01 10:00:04,20,98,2,50,10,49\n' }), 'output.csv');
    const run = (goal: string): string => monolift(['size', '--load-test', means, '--cpu', '800m', '--peak', '200', '--goal', goal]).stderr;
    assert.match(run('80ms'), /the test tells no 95th percentile: 90 ms follows from a model of how response times spread around their mean, and 94 ms is the most that it can be/);
    assert.doesNotMatch(run('5s'), /no 95th percentile/, 'even the bound holds the goal');
    assert.doesNotMatch(run('mean=80ms'), /no 95th percentile/);
  });

  it('says what is wrong, and what to do', () => {
    const dir = folder({ 'text.csv': 'a,b\n1,2\n' });
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['size'], /required option '--load-test/],
      [['size', '--load-test', join(dir, 'text.csv')], /text\.csv: neither a table/],
      [['size', '--load-test', measured, '--growth', 'fast'], /expected a share per time, for example 10%\/m/],
      [['size', '--load-test', measured, '--goal', '300'], /expected p95 or mean and a duration with its unit/],
      [['size', '--load-test', measured, '--deployment', join(dir, 'text.csv')], /text\.csv holds no Deployment or StatefulSet/],
      [['size', '--load-test', measured, '--deployment', join(dir, 'none.yaml')], /none\.yaml cannot be read \(ENOENT\)/],
      [['size', '--load-test', measured, '--write', '--output', join(dir, 'no', 'hpa.yaml')], /hpa\.yaml cannot be written \(ENOENT\); check the folder/],
      [['size', '--load-test', measured, '--connections', '5'], /name both --connections and --pool-size/],
    ];
    for (const [args, message] of wrong) {
      const { code, stderr } = monolift(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, message);
    }
    assert.ok(!existsSync('hpa.yaml'));
  });
});

describe('monolift size --deployment', () => {
  const manifest = (resources: string, beside = ''): string => `# The shop, 상점.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: market }
spec:
  template:
    spec:
      containers:
        - name: web   # the application
          image: shop:1
          env:
            - { name: SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE, value: "10" }
          ports: [{ containerPort: 8080 }]
${resources}          startupProbe: { httpGet: { path: /, port: 8080 }, failureThreshold: 18 }
${beside}`;
  const requests = '          resources:\n            requests: { cpu: 300m, memory: 1Gi }   # guessed\n';
  const sidecar = '        - { name: log, image: fluent-bit:3, resources: { requests: { cpu: 50m } } }\n';
  const run = (text: string, ...args: readonly string[]) => {
    const dir = folder({ 'deploy.yaml': text });
    const [file, output] = [join(dir, 'deploy.yaml'), join(dir, 'hpa.yaml')];
    const result = monolift(['size', '--load-test', `${measured}@2`, '--cpu', '900m', '--usual', '40', '--peak', '200', '--deployment', file, '--output', output, ...args]);
    return { ...result, file, output, after: readFileSync(file, 'utf8') };
  };

  it('takes the name, the request, the start-up and the pool from the manifest', () => {
    const { code, stdout, stderr } = run(manifest(requests), '--connections', '200');
    assert.equal(code, 0);
    const { metadata } = parse(stdout) as { metadata: { name: string; namespace: string } };
    assert.deepEqual([metadata.name, metadata.namespace], ['shop', 'market']);
    assert.match(stderr, /taken from .*deploy\.yaml: a CPU request of 300 m, a start-up of 60 s, a pool of 10 connections/);
    assert.match(stdout, /# Holds for pods that request 300 m of CPU\. To set on their container web:\n#   resources:\n#     requests:\n#       cpu: 300m\n/);
    assert.match(stdout, /a pod opens 10: 20 pods at the most/);
    assert.match(run(manifest(requests), '--request', '400m', '--start-up', '20s').stdout, /request 400 m of CPU[^]*\+ 20 s start-up/);
  });

  it('writes the request where it stands, or where it is missing, and keeps all else', () => {
    const changed = run(manifest(requests), '--request', '450m', '--write');
    assert.equal(changed.stdout, `wrote ${changed.output}\nchanged ${changed.file}: container web requests 450 m of CPU\n`);
    assert.equal(changed.after, manifest(requests.replace('300m', '450m')));
    const added = run(manifest(''), '--write', '--lang', 'ko');
    assert.equal(added.after, manifest('          resources:\n            requests:\n              cpu: 450m # 450m: 테스트에서 파드 하나가 쓴 CPU입니다. 900m / 파드 2개, 10m 단위로 올림\n'));
    assert.match(added.stdout, /컨테이너 web의 CPU 요청량을 450m으로 설정했습니다/);
    const same = run(manifest(requests), '--write');
    assert.deepEqual([same.after, same.stdout], [manifest(requests), `wrote ${same.output}\n`]);
  });

  it('counts what stands beside the application', () => {
    const { after, stdout } = run(manifest(requests, sidecar), '--request', '500m', '--write');
    assert.equal(after, manifest(requests.replace('300m', '450m'), sidecar), stdout);
    assert.match(run(manifest(requests, sidecar)).stdout, /request 350 m of CPU, 50 m of it beside the application\. To set on its container web:[^]*cpu: 300m/);
    assert.match(run(manifest(requests, sidecar.replace(', resources: { requests: { cpu: 50m } }', ''))).stderr, /containers of shop request no CPU: log; an autoscaler by CPU does not work/);
  });

  it('writes nothing where it cannot', () => {
    const [limited, shared] = [requests.replace('requests:', 'limits: { cpu: 400m }\n            requests:'), '          resources: *small\n'];
    const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
      [manifest(limited), ['--request', '450m'], /container web may use 400 m of CPU at the most \(resources\.limits\.cpu\), so it cannot request 450 m/],
      [manifest(requests, sidecar), ['--request', '50m'], /containers beside web request 50 m of CPU already/],
      [`x: &small { requests: { cpu: 300m } }\n${manifest(shared)}`, ['--request', '450m'], /resources of container web are shared with others/],
      [`${manifest(requests)}---\n${manifest(requests).replace('name: shop', 'name: desk')}`, [], /holds several workloads; name one of them with --name: shop, desk/],
      [manifest(requests), ['--name', 'desk'], /holds no workload desk, but shop/],
      [manifest('{{ x }}'), [], /is no YAML/],
    ];
    for (const [text, args, message] of wrong) {
      const { code, stderr, after, output } = run(text, ...args, '--write');
      assert.deepEqual([code, after, existsSync(output)], [2, text, false]);
      assert.match(stderr, message);
    }
  });
});
