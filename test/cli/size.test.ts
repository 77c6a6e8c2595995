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
    assert.deepEqual([metadata.name, spec.minReplicas, spec.maxReplicas, spec.metrics[0].resource.target.averageUtilization], ['desk', 6, 32, 69]);
    for (const comment of [/# A request takes 45\.4 ms of CPU: 900 m used \/ 19\.8 requests per second/, /# 40 requests per second on a usual day \/ [\d.]+ = 6 pods/, /# 200 requests per second at the peak \+ 20 % \/ [\d.]+ = 32 pods/, /# 69 %: while the load grows by 0\.333 % a second for 90 s/]) assert.match(stdout, comment);
    assert.match(stderr, /simulated from the usual load to the peak: mean \d+ ms, 95 % within \d+ ms, at most \d+ pods/);
    assert.match(stderr, /7 of 218 requests of the test failed/);
  });

  it('says so in Korean', () => {
    const { stdout, stderr } = size('--lang', 'ko');
    assert.match(stdout, /# 피크 때 초당 요청 200건 \+ 20% \/ [\d.]+ = 파드 32개/);
    assert.match(stderr, /신뢰도: 보통/);
  });

  it('is data for programs', () => {
    const { min, max, derivations, simulated } = JSON.parse(size('--format', 'json', '--connections', '100', '--pool-size', '10').stdout) as { min: number; max: number; derivations: readonly { what: string }[]; simulated: { pods: number } };
    assert.deepEqual([min, max, simulated.pods], [6, 10, 10]);
    assert.deepEqual(derivations.map(({ what }) => what), ['cost', 'reaction', 'target', 'capacity', 'minimum', 'maximum', 'connections']);
  });

  it('says when a goal is missed', () => {
    assert.match(size('--goal', 'p95=20ms').stderr, /the goal of 20 ms for 95 % of the requests is missed/);
    assert.doesNotMatch(size('--goal', 'p95=20s').stderr, /is missed/);
  });

  it('writes a file, and never over another', () => {
    const file = join(folder({ 'notes.txt': 'x' }), 'hpa.yaml');
    assert.equal(size('--write', '--output', file).stdout, `wrote ${file}\n`);
    const before = readFileSync(file, 'utf8');
    const again = size('--write', '--output', file, '--peak', '900');
    assert.deepEqual([again.code, readFileSync(file, 'utf8')], [2, before]);
    assert.match(again.stderr, /exists already and was left as it is/);
  });

  it('says what is wrong, and what to do', () => {
    const dir = folder({ 'text.csv': 'a,b\n1,2\n' });
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['size'], /required option '--load-test/],
      [['size', '--load-test', join(dir, 'text.csv')], /text\.csv: neither a table/],
      [['size', '--load-test', measured, '--growth', 'fast'], /expected a share per time, for example 10%\/m/],
      [['size', '--load-test', measured, '--goal', '300'], /expected p95 or mean and a duration with its unit/],
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
