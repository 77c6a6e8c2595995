import assert from 'node:assert/strict';
import fc from 'fast-check';
import { autoscalerOf } from '../../../server/src/autoscaling/controller/autoscaler.js';
import type { Observation } from '../../../server/src/autoscaling/controller/observed.js';
import { Controller, type Reconciled } from '../../../server/src/autoscaling/controller/reconcile.js';
import { defaultController, featuresOf, type Behavior, type HpaSpec, type MetricSpec } from '../../../server/src/autoscaling/controller/spec.js';

const request = 1000;

/** Old, ready pods that all use the same share of their request, in per cent. */
function seen(replicas: number, percent: number, now = 0): Observation {
  const pods = Array.from({ length: replicas }, () => ({
    phase: 'Running', deleting: false, startedAt: -1e6, ready: { is: true, changedAt: -1e6 },
    sample: { takenAt: now, window: 15, cpu: { app: percent * 10 } },
  }));
  return { now, replicas, pods, requests: [{ container: 'app', cpu: request }], external: {}, object: {} };
}

function cpu(averageUtilization: number): readonly MetricSpec[] {
  return [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } }];
}

function controllerOf(hpa: HpaSpec, version = '1.32'): Controller {
  return new Controller(autoscalerOf(hpa, defaultController, featuresOf(version)));
}

/** Runs syncs on the same load each, in per cent of one pod's request, and follows what the controller says. */
function follow(hpa: HpaSpec, replicas: number, loads: readonly number[]): readonly number[] {
  const controller = controllerOf(hpa);
  let current = replicas;
  return loads.map((load, index) => {
    current = controller.reconcile(seen(current, Math.floor(load / current), index * 15)).replicas;
    return current;
  });
}

const bounds = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 60 })).map(([min, more]) => ({ minReplicas: min, maxReplicas: min + more }));
const policy = fc.record({ type: fc.constantFrom('Pods' as const, 'Percent' as const), value: fc.integer({ min: 1, max: 200 }), periodSeconds: fc.integer({ min: 1, max: 1800 }) });
const rules = fc.record({ stabilizationWindowSeconds: fc.integer({ min: 0, max: 900 }), selectPolicy: fc.constantFrom('Max' as const, 'Min' as const, 'Disabled' as const), policies: fc.array(policy, { minLength: 1, maxLength: 3 }) }, { requiredKeys: [] });
const behavior: fc.Arbitrary<Behavior | undefined> = fc.option(fc.record({ scaleUp: rules, scaleDown: rules }, { requiredKeys: [] }), { nil: undefined });
const spec = fc.tuple(bounds, behavior, fc.integer({ min: 10, max: 100 })).map(([range, given, target]): HpaSpec => ({ ...range, metrics: cpu(target), ...(given ? { behavior: given } : {}) }));
const loads = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 });

describe('the controller model', () => {
  it('keeps the bounds, whatever the load and the behavior', () => {
    fc.assert(fc.property(spec, fc.integer({ min: 1, max: 100 }), loads, (hpa, replicas, given) => {
      for (const pods of follow(hpa, replicas, given)) assert.ok(pods >= (hpa.minReplicas ?? 1) && pods <= hpa.maxReplicas, `${pods}`);
    }));
  });

  it('asks for no fewer pods when there is more load', () => {
    fc.assert(fc.property(spec, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (hpa, replicas, one, other) => {
      const asked = (percent: number): number => controllerOf(hpa).reconcile(seen(replicas, percent)).replicas;
      assert.ok(asked(Math.min(one, other)) <= asked(Math.max(one, other)));
    }));
  });

  it('changes nothing inside the tolerance', () => {
    fc.assert(fc.property(bounds, behavior, fc.integer({ min: 10, max: 100 }), fc.double({ min: 0.91, max: 1.09, noNaN: true }), (range, given, target, ratio) => {
      const used = Math.round(target * ratio);
      fc.pre(Math.abs(used / target - 1) < 0.1);
      const current = range.minReplicas;
      assert.equal(controllerOf({ ...range, metrics: cpu(target), ...(given ? { behavior: given } : {}) }).reconcile(seen(current, used)).replicas, current);
    }));
  });

  it('never takes pods away before the stabilization window has passed', () => {
    fc.assert(fc.property(fc.integer({ min: 15, max: 600 }), fc.integer({ min: 2, max: 30 }), (window, replicas) => {
      const hpa: HpaSpec = { minReplicas: 1, maxReplicas: 100, metrics: cpu(50), behavior: { scaleDown: { stabilizationWindowSeconds: window } } };
      const idle = follow(hpa, replicas, Array.from({ length: 60 }, () => 1));
      const first = idle.findIndex((pods) => pods < replicas);
      assert.ok(first * 15 >= window, `after ${first * 15} s with a window of ${window} s`);
    }));
  });

  it('grows by another rule without a behavior than with the defaults of one', () => {
    const grown = (given: object): readonly number[] => [1, 2, 3, 8].map((replicas) => controllerOf({ maxReplicas: 100, metrics: cpu(10), ...given }).reconcile(seen(replicas, 300)).replicas);
    assert.deepEqual(grown({}), [4, 4, 6, 16]);
    assert.deepEqual(grown({ behavior: {} }), [5, 6, 7, 16]);
  });
});

describe('the controller model of later releases', () => {
  const tolerant: HpaSpec = { maxReplicas: 10, metrics: cpu(50), behavior: { scaleUp: { tolerance: '0' }, scaleDown: { tolerance: '500m' } } };
  const at = (hpa: HpaSpec, version: string, percent: number): number => controllerOf(hpa, version).reconcile(seen(4, percent)).replicas;

  it('lets a behavior set tolerances since 1.35', () => {
    assert.equal(at(tolerant, '1.32', 53), 4);
    assert.equal(at(tolerant, '1.35', 53), 5);
  });

  it('compares the ratio itself with the bounds since 1.33', () => {
    assert.deepEqual(['1.32', '1.33'].map((version) => at({ maxReplicas: 10, metrics: cpu(50) }, version, 55)), [5, 4]);
  });

  const queue: HpaSpec = { minReplicas: 0, maxReplicas: 10, metrics: [{ type: 'External', external: { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue: '10' } } }] };
  const reconcile = (controller: Controller, now: number, replicas: number, length: number): Reconciled => controller.reconcile({ ...seen(replicas, 10, now), external: { queue: [length * 1000] } });

  it('starts again from zero what it stopped itself, and leaves alone what somebody else stopped', () => {
    assert.equal(reconcile(controllerOf(queue, '1.37'), 0, 0, 40).replicas, 0);
    const controller = controllerOf(queue, '1.37');
    reconcile(controller, 0, 1, 0);
    const stopped = reconcile(controller, 400, 1, 0);
    assert.deepEqual([stopped.replicas, stopped.conditions['ScaledToZero']], [0, 'True/ScaledToZero']);
    assert.equal(reconcile(controller, 415, 0, 40).replicas, 4);
  });

  it('is disabled by zero pods where the minimum is not zero', () => {
    const told = controllerOf({ ...queue, minReplicas: 1 }).reconcile(seen(0, 0));
    assert.deepEqual([told.replicas, told.conditions['ScalingActive']], [0, 'False/ScalingDisabled']);
  });
});
