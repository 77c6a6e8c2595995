import assert from 'node:assert/strict';
import type { HpaSpec } from '../../../server/src/autoscaling/controller/spec.js';
import { knobsOf, withKnobs } from '../../../server/src/laboratory/knobs.js';
import { run, type Setup } from '../../../server/src/laboratory/setup.js';

const cpu = (percent: number): NonNullable<HpaSpec['metrics']>[number] => ({ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: percent } } });
const queue: NonNullable<HpaSpec['metrics']>[number] = { type: 'Pods', pods: { metric: { name: 'http_requests_per_second' }, target: { type: 'AverageValue', averageValue: '20' } } };

describe('knobs of an autoscaler', () => {
  it('stand where the API puts what is left out', () => {
    assert.deepEqual(knobsOf({ maxReplicas: 5 }), { min: 1, max: 5, target: 80, upWindow: 0, downWindow: 300 });
    assert.deepEqual(knobsOf({ maxReplicas: 5, metrics: [queue] }).target, undefined);
  });

  it('change only what was turned', () => {
    const specs: readonly HpaSpec[] = [
      { maxReplicas: 5, minReplicas: 2, metrics: [queue, cpu(70)] },
      { maxReplicas: 5, minReplicas: 2, metrics: [cpu(70)], behavior: { scaleDown: { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] } } },
    ];
    for (const spec of specs) {
      assert.deepEqual(withKnobs(spec, knobsOf(spec)), spec);
      const turned = withKnobs(spec, { min: 3, max: 9, target: 50, upWindow: 45, downWindow: 300 });
      assert.deepEqual(knobsOf(turned), { min: 3, max: 9, target: 50, upWindow: 45, downWindow: 300 });
      assert.deepEqual(turned.behavior?.scaleDown, spec.behavior?.scaleDown);
      assert.deepEqual(withKnobs(turned, { ...knobsOf(turned), min: 2, max: 5, target: 70, upWindow: 0 }).metrics, spec.metrics);
    }
  });

  it('make no `behavior` of nothing, because that alone is another algorithm', () => {
    assert.equal('behavior' in withKnobs({ maxReplicas: 5 }, { min: 2, max: 9, target: 60, upWindow: 0, downWindow: 300 }), false);
  });
});

describe('a setup', () => {
  const setup: Setup = {
    autoscalers: [{ name: 'shop', spec: { minReplicas: 2, maxReplicas: 10, metrics: [cpu(70)] } }], fixed: [2], pod: { request: 500, limit: 500, capacity: 10, latency: 0, startUp: 30 },
    load: { kind: 'shape', shape: 'day', low: 5, high: 60 }, duration: 3600, clusterVersion: '1.32',
  };

  it('runs all its cases under the same load, in both languages', () => {
    const [fixed, scaled] = run(setup, 'en');
    assert.deepEqual([fixed?.name, scaled?.name], ['2 fixed', 'shop 2–10']);
    assert.equal(run(setup, 'ko')[0]?.name, '고정 2개');
    assert.ok(scaled && fixed && scaled.totals.mean < fixed.totals.mean && scaled.totals.podHours > fixed.totals.podHours);
  });

  it('survives the way through JSON, as which pages get it', () => {
    assert.deepEqual(run(JSON.parse(JSON.stringify(setup)) as Setup, 'en'), run(setup, 'en'));
  });
});
