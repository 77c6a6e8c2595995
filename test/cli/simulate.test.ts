import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folder, monolift } from './run.js';

const vectors = resolve(import.meta.dirname, '../unit/autoscaling/vectors.json');

interface Answered { readonly id: string; readonly expected: unknown }

/** Runs a scenario that is given as text. */
function simulate(text: string, ...more: readonly string[]): ReturnType<typeof monolift> {
  return monolift(['simulate', '--scenario', join(folder({ 'scenario.json': text }), 'scenario.json'), ...more]);
}

const step = { kind: 'step', id: 'one', hpa: { maxReplicas: 3, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } }] }, currentReplicas: 1, containers: [{ name: 'app', cpuRequestMillicores: 100 }], pods: [] };

describe('monolift simulate', () => {
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
      [JSON.stringify([step, { ...step, id: 'two', currentReplicas: -1 }]), /scenario 2 \(two\), \/currentReplicas: must be >= 0/],
      [JSON.stringify({ ...step, hpa: { maxReplicas: 3, metrics: [{ type: 'Resource' }] } }), /\/hpa\/metrics\/0: must have required property 'resource'/],
      [JSON.stringify({ ...step, hpa: { maxReplicas: 3, behavior: { scaleUp: { selectPolicy: 'max' } } } }), /selectPolicy: must be equal to one of the allowed values: Max, Min, Disabled/],
    ];
    for (const [text, message] of wrong) {
      const { code, stderr } = simulate(text);
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
  });

  it('says so in Korean', () => {
    assert.match(monolift(['simulate', '--scenario', 'nowhere.json', '--lang', 'ko']).stderr, /nowhere\.json 파일을 읽을 수 없습니다\(ENOENT\)/);
  });
});
