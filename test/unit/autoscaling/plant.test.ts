import assert from 'node:assert/strict';
import fc from 'fast-check';
import { autoscalerOf, type Autoscaler } from '../../../server/src/autoscaling/controller/autoscaler.js';
import { defaultController, featuresOf } from '../../../server/src/autoscaling/controller/spec.js';
import { ClosedQueue, OpenQueue } from '../../../server/src/autoscaling/plant/queue.js';
import { ResponseTimes } from '../../../server/src/autoscaling/plant/response-times.js';
import { simulate, type Outcome, type Simulation } from '../../../server/src/autoscaling/plant/simulate.js';
import { valueAt, type Load, type PodModel, type Workload } from '../../../server/src/autoscaling/plant/workload.js';

function near(actual: number, wanted: number, share: number, what = ''): void {
  assert.ok(Math.abs(actual - wanted) <= share * Math.abs(wanted), `${what} ${actual} is not within ${share * 100} % of ${wanted}`);
}

function autoscaler(minReplicas: number, maxReplicas: number, averageUtilization = 70): Autoscaler {
  return autoscalerOf({ minReplicas, maxReplicas, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } }] }, defaultController, featuresOf('1.32'));
}

/** One core that answers ten requests a second. */
const pod: PodModel = { cpuRequest: 1000, cpuLimit: 1000, cpuPerRequest: 100, latency: 0, startUp: 60, startUpCpu: 300 };
const users = (count: number, think = 1): Load => ({ kind: 'closed', users: [[0, count]], think });
const arrivals = (rate: number): Load => ({ kind: 'open', rate: [[0, rate]] });

function only(workload: Partial<Workload>, more: Partial<Simulation> = {}): Outcome {
  const [outcome] = simulate({ workloads: [{ name: 'shop', replicas: 1, pod, load: arrivals(1), ...workload }], duration: 600, ...more });
  assert.ok(outcome);
  return outcome;
}

describe('the plant: queues', () => {
  it('answers one user in the time of a request', () => {
    const { throughput, response } = new ClosedQueue({ kind: 'closed', users: [[0, 1]], think: 1 }, pod).at(0, 1);
    near(response, 100, 1e-9);
    near(throughput, 1 / 1.1, 1e-9);
  });

  it('solves two users at one server as by hand', () => {
    // Thinking 0.1 s and served in 0.1 s: weights 1, 2 and 2, so that 6/5 are inside and (2 − 6/5) / 0.1 s = 8 leave a second.
    const { throughput, response } = new ClosedQueue({ kind: 'closed', users: [[0, 2]], think: 0.1 }, pod).at(0, 1);
    near(throughput, 8, 1e-9);
    near(response, 150, 1e-9);
  });

  it('keeps Little’s law and the capacity for any number of users and pods', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 100 }), fc.double({ min: 0.1, max: 30, noNaN: true }), (count, pods, think) => {
      const { throughput, response } = new ClosedQueue({ kind: 'closed', users: [[0, count]], think }, pod).at(0, pods);
      near(throughput * (think + response / 1000), count, 1e-6);
      assert.ok(throughput <= pods * 10 + 1e-6);
    }));
  });

  it('settles where a queue of several servers does, and drains what piled up', () => {
    const queue = new OpenQueue({ kind: 'open', rate: [[0, 8], [3600, 30], [3660, 8]] }, pod);
    let flow = queue.at(0, 1, 1);
    for (let time = 1; time < 3600; time++) flow = queue.at(time, 1, 1);
    // M/M/1 at 80 %: 4 inside. Sakasegawa’s formula is exact for one server.
    near(flow.inside, 4, 0.001);
    near(flow.response, 500, 0.001);
    for (let time = 3600; time < 3660; time++) flow = queue.at(time, 1, 1);
    near(flow.inside, 1200, 0.02);
    for (let time = 3660; time < 7200; time++) flow = queue.at(time, 1, 1);
    near(flow.inside, 4, 0.001);
  });

  it('loses no request, whatever the step', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 50 }), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 10 }), (rates, seconds, pods) => {
      const queue = new OpenQueue({ kind: 'open', rate: rates.map((rate, index) => [index * seconds, rate]) }, pod);
      const flows = rates.map((_, index) => queue.at(index * seconds, pods, seconds));
      near(flows.reduce((sum, { throughput }) => sum + throughput * seconds, 0) + (flows.at(-1)?.inside ?? 0), rates.reduce((sum, rate) => sum + rate * seconds, 0), 1e-6);
    }));
  });
});

describe('the plant: response times', () => {
  it('have the percentiles of an exponential distribution around their mean', () => {
    const times = new ResponseTimes();
    times.add(1e6, 100, 0);
    near(times.percentile(0.5), 100 * Math.LN2, 0.02);
    near(times.percentile(0.95), 100 * Math.log(20), 0.02);
    near(times.longest, 100 * Math.log(1e6), 0.03);
  });
  it('are never below what every request takes', () => {
    const times = new ResponseTimes();
    times.add(1000, 250, 200);
    assert.ok(times.percentile(0.001) >= 196);
    near(times.percentile(0.95), 200 + 50 * Math.log(20), 0.02);
  });
  it('are nothing without requests', () => {
    const times = new ResponseTimes();
    assert.deepEqual([times.mean, times.percentile(0.95), times.longest], [0, 0, 0]);
  });
});

describe('the plant: pods', () => {
  it('serve only once they have started', () => {
    const { moments, changes } = only({ autoscaler: autoscaler(1, 10), load: users(100) });
    const [first] = changes;
    assert.ok(first);
    const at = (time: number): number | undefined => moments.find((moment) => moment.time === time)?.ready;
    assert.deepEqual([at(first.time + 59), at(first.time + 60)], [1, first.to]);
  });

  it('wait for a node when there is no room, and start when there is', () => {
    const busy = (name: string, load: Load): Workload => ({ name, replicas: 2, autoscaler: autoscaler(2, 8), pod, load });
    const [day, night] = simulate({ workloads: [busy('day', { kind: 'open', rate: [[0, 40], [1200, 1]] }), busy('night', { kind: 'open', rate: [[0, 1], [600, 40]] })], duration: 3600, pool: { pods: 10 } });
    assert.ok(day && night);
    assert.ok(day.moments.every((moment, index) => moment.wanted - moment.pending + (night.moments[index]?.wanted ?? 0) - (night.moments[index]?.pending ?? 0) <= 10));
    assert.ok(night.totals.secondsPending > 0);
    assert.equal(night.moments.at(-1)?.pending, 0);
  });

  it('cost more per request until they are warm', () => {
    const first = (more: Partial<PodModel>): number => only({ replicas: 1, autoscaler: autoscaler(2, 2), pod: { ...pod, startUp: 0, ...more }, load: users(100) }).moments.find(({ time }) => time === 20)?.throughput ?? 0;
    near(first({}), 20, 0.01);
    assert.ok(first({ warmUp: { seconds: 60, factor: 4 } }) < 16);
  });

  it('are throttled at their limit', () => {
    const { totals, moments } = only({ pod: { ...pod, cpuLimit: 500 }, load: users(100) });
    near(totals.throughput, 5, 0.01);
    near(moments.at(-1)?.utilization ?? 0, 50, 0.01);
  });

  it('are counted as long as they run', () => {
    near(only({ replicas: 3, load: arrivals(1) }, { duration: 7200 }).totals.podHours, 6, 1e-9);
  });
});

describe('the plant: totals', () => {
  it('say how long a goal was missed', () => {
    const missed = (goal: number): number => only({ load: { kind: 'open', rate: [[0, 5], [100, 20], [160, 5]] } }, { goal }).totals.secondsOverGoal;
    assert.equal(missed(1e6), 0);
    assert.ok(missed(1000) >= 60, `${missed(1000)}`);
    assert.ok(missed(1000) < missed(300));
  });

  it('are the same for the same input', () => {
    const run = (): Outcome => only({ autoscaler: autoscaler(1, 10), load: users(200) });
    assert.deepEqual(run(), run());
  });

  it('take the value of a series from its last point on', () => {
    assert.deepEqual([-1, 0, 9, 10, 11, 99].map((time) => valueAt([[0, 1], [10, 2]], time)), [0, 1, 1, 2, 2, 2]);
  });
});

describe('the load test that autoscaling is known by', () => {
  // 296 users with 1 s of thinking on instances of 17.6 requests per second, for 609 s; what was measured then.
  const instance = (startUp: number): PodModel => ({ cpuRequest: 1000, cpuLimit: 1000, cpuPerRequest: 1000 / 17.6, latency: 0, startUp, startUpCpu: 500 });
  const run = (startUp: number, scaler?: Autoscaler): Outcome => only({ replicas: 5, pod: instance(startUp), load: users(296), ...(scaler ? { autoscaler: scaler } : {}) }, { duration: 609 });
  const fixed = run(90);
  const scaled = run(90, autoscaler(5, 10));
  const later = run(110, autoscaler(5, 10));

  it('T-01: five fixed instances', () => {
    near(fixed.totals.processed, 53_582, 0.05, 'processed');
    near(fixed.totals.mean, 2374, 0.05, 'mean');
    near(fixed.totals.throughput, 88, 0.05, 'TPS');
  });
  it('T-02: autoscaling from 5 to 10, with a start of 90 s', () => {
    near(scaled.totals.processed, 93_869, 0.05, 'processed');
    near(scaled.totals.throughput, 155, 0.05, 'TPS');
    near(scaled.totals.mean, 919, 0.15, 'mean');
    assert.deepEqual(scaled.changes.map(({ to }) => to), [8, 10]);
  });
  it('T-03: the same with a start of 110 s', () => {
    near(later.totals.processed, 91_394, 0.05, 'processed');
    near(later.totals.throughput, 151, 0.05, 'TPS');
    near(later.totals.mean, 971, 0.15, 'mean');
  });
  it('1.7 times the throughput, and answers 2.5 times as fast', () => {
    assert.equal((scaled.totals.processed / fixed.totals.processed).toFixed(1), '1.7');
    assert.equal((fixed.totals.mean / scaled.totals.mean).toFixed(1), '2.5');
  });
});
