import assert from 'node:assert/strict';
import { closedLoad, loadTable, secondsOf, shapedLoad } from '../../../server/src/autoscaling/input/load.js';
import { isHpa, isSimulated, specOf } from '../../../server/src/autoscaling/input/manifest.js';
import { valueAt } from '../../../server/src/autoscaling/plant/workload.js';

describe('loads that a user writes', () => {
  it('durations', () => {
    assert.deepEqual(['90', '90s', '10m9s', '1.5h', '250ms', '1d'].map(secondsOf), [90, 90, 609, 5400, 0.25, 86_400]);
    assert.deepEqual(['', 's', '10 apples', '-5s', '1h-2m'].map(secondsOf), [undefined, undefined, undefined, undefined, undefined]);
  });

  it('users and their thinking time', () => {
    assert.deepEqual(closedLoad('296, 1s'), { kind: 'closed', users: [[0, 296]], think: 1 });
    assert.deepEqual(['296', '296,soon', 'many,1s'].map(closedLoad), [undefined, undefined, undefined]);
  });

  it('forms between two rates', () => {
    const at = (name: string, low: number, high: number, ...times: readonly number[]): readonly number[] => times.map((time) => Math.round(valueAt(shapedLoad(name, low, high, 1000)?.rate ?? [], time)));
    assert.deepEqual(at('day', 20, 300, 0, 500, 999), [20, 300, 20]);
    assert.deepEqual(at('ramp', 0, 100, 0, 500, 999), [0, 50, 100]);
    assert.deepEqual(at('spike', 10, 90, 100, 500, 900), [10, 90, 10]);
    assert.deepEqual(at('steady', 40, 40, 0, 999), [40, 40]);
    assert.equal(shapedLoad('night', 1, 2, 10), undefined);
  });

  it('tables, by their header', () => {
    assert.deepEqual(loadTable([['Time', 'RPS'], ['100', '5'], ['160', '7.5']]), { counts: 'rate', steps: [[0, 5], [60, 7.5]] });
    assert.deepEqual(loadTable([['vus', 'host', 'seconds'], ['3', 'a', '0'], ['9', 'b', '10']]), { counts: 'users', steps: [[0, 3], [10, 9]] });
  });

  it('and tables that are none', () => {
    const wrong = [[], [['time', 'rate']], [['a', 'b'], ['1', '2']], [['time', 'rate'], ['1', 'x']], [['time', 'rate'], ['5', '1'], ['4', '1']], [['time', 'rate'], ['0', '-1']], [['time', 'rate'], ['0']]];
    assert.deepEqual(wrong.map(loadTable), wrong.map(() => undefined));
  });
});

const hpa = (version: string, spec: object): object => ({ apiVersion: `autoscaling/${version}`, kind: 'HorizontalPodAutoscaler', spec: { maxReplicas: 9, ...spec } });
const cpu = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } };

describe('autoscalers of every version of the API', () => {
  it('are told from other documents', () => {
    assert.deepEqual([hpa('v2', {}), { apiVersion: 'v1', kind: 'Service' }, null, 'text', []].map(isHpa), [true, false, false, false, false]);
  });
  it('say the same', () => {
    const wanted = { minReplicas: 2, maxReplicas: 9, metrics: [cpu] };
    assert.deepEqual(specOf(hpa('v2', { minReplicas: 2, metrics: [cpu] })), wanted);
    assert.deepEqual(specOf(hpa('v1', { minReplicas: 2, targetCPUUtilizationPercentage: 60 })), wanted);
    assert.deepEqual(specOf(hpa('v2beta1', { minReplicas: 2, metrics: [{ type: 'Resource', resource: { name: 'cpu', targetAverageUtilization: 60 } }] })), wanted);
  });
  it('without fields that are null, which are left out for the API', () => {
    const [metric] = specOf(hpa('v2', { minReplicas: null, behavior: { scaleUp: null }, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60, averageValue: null } } }] })).metrics ?? [];
    assert.deepEqual(metric, { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } });
    assert.deepEqual(specOf(hpa('v2', { minReplicas: null, metrics: null, behavior: { scaleUp: null } })), { maxReplicas: specOf(hpa('v2', {})).maxReplicas, behavior: {} });
  });

  it('of v2beta1 with the object that a metric describes', () => {
    const [metric] = specOf(hpa('v2beta1', { metrics: [{ type: 'Object', object: { metricName: 'hits', target: { kind: 'Ingress', name: 'web' }, targetValue: '10' } }] })).metrics ?? [];
    assert.deepEqual(metric, { type: 'Object', object: { metric: { name: 'hits' }, describedObject: { kind: 'Ingress', name: 'web' }, target: { type: 'Value', value: '10' } } });
  });

  it('of v2beta1 with other metrics', () => {
    const { metrics = [] } = specOf(hpa('v2beta1', { metrics: [{ type: 'Pods', pods: { metricName: 'rps', targetAverageValue: '10' } }, { type: 'External', external: { metricName: 'queue', targetValue: '30' } }, { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'app', targetAverageUtilization: 50 } }] }));
    assert.deepEqual(metrics, [
      { type: 'Pods', pods: { metric: { name: 'rps' }, target: { type: 'AverageValue', averageValue: '10' } } },
      { type: 'External', external: { metric: { name: 'queue' }, target: { type: 'Value', value: '30' } } },
      { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'app', target: { type: 'Utilization', averageUtilization: 50 } } },
    ]);
    assert.deepEqual(metrics.map(isSimulated), [true, false, true]);
  });
});
