import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hpaFaultWords } from '../../../server/src/laboratory/hpa-fault-words.js';
import { hpaFaults } from '../../../server/src/laboratory/hpa-faults.js';

const resource = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } };
const average = { type: 'AverageValue', averageValue: '10' };
const named = { metric: { name: 'rps' }, target: average };
const object = { ...named, describedObject: { kind: 'Ingress', name: 'web' } };
const container = { ...resource, container: 'app' };
const ofResource = (source: unknown): unknown => [{ type: 'Resource', resource: source }];
const ofContainer = (change: object): unknown => [{ type: 'ContainerResource', containerResource: { ...container, ...change } }];
const ofPods = (source: unknown): unknown => [{ type: 'Pods', pods: source }];
const ofObject = (source: unknown): unknown => [{ type: 'Object', object: source }];
const ofExternal = (source: unknown): unknown => [{ type: 'External', external: source }];
const scaleUp = (rules: unknown): unknown => ({ scaleUp: rules });
const policy = { type: 'Pods', value: 1, periodSeconds: 60 };
const policies = (change: object): unknown => scaleUp({ policies: [{ ...policy, ...change }] });

/** Fields of a spec that is right otherwise, where the API server finds fault with them, and why. */
const refused: readonly (readonly [object, string, RegExp])[] = [
  [{ maxReplicas: undefined }, 'maxReplicas', /required/],
  [{ maxReplicas: 0 }, 'maxReplicas', /at least 1, not 0/],
  [{ maxReplicas: 3e9 }, 'maxReplicas', /at most 2147483647/],
  [{ maxReplicas: '5' }, 'maxReplicas', /whole number, not "5"/],
  [{ minReplicas: -1 }, 'minReplicas', /at least 0, not -1/],
  [{ minReplicas: 1.5 }, 'minReplicas', /whole number, not 1\.5/],
  [{ minReplicas: 6 }, 'maxReplicas', /less than minReplicas \(6\), but is 5/],
  [{ minReplicas: 0 }, 'metrics', /type Object or External/],
  [{ minReplicas: 0, metrics: ofResource(resource) }, 'metrics', /type Object or External/],
  [{ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment' } }, 'scaleTargetRef.name', /required/],
  [{ scaleTargetRef: { apiVersion: 1, kind: 'Deployment', name: 'web' } }, 'scaleTargetRef.apiVersion', /a text/],
  [{ scaleTargetRef: { kind: 'Deployment', name: 'web' } }, 'scaleTargetRef.apiVersion', /required/],
  [{ scaleTargetRef: { apiVersion: 'v1', kind: 'Deployment', name: 'web' } }, 'scaleTargetRef.apiVersion', /"v1" has no API group; the target Deployment needs one/],
  [{ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'a/b', name: 'web' } }, 'scaleTargetRef.kind', /"\/" or "%"/],
  [{ metrics: 'cpu' }, 'metrics', /list/],
  [{ metrics: [null] }, 'metrics[0]', /required/],
  [{ metrics: [{ resource }] }, 'metrics[0].type', /required/],
  [{ metrics: [{ type: 'CPU' }] }, 'metrics[0].type', /"CPU" is not supported; supported are Object, Pods/],
  [{ metrics: [{ type: 'Resource' }] }, 'metrics[0].resource', /type Resource is described in this field/],
  [{ metrics: [{ type: 'Resource', resource, pods: named }] }, 'metrics[0].pods', /may not have this field too/],
  [{ metrics: ofResource('cpu') }, 'metrics[0].resource', /fields are expected/],
  [{ metrics: ofResource({ ...resource, name: '' }) }, 'metrics[0].resource.name', /required/],
  [{ metrics: ofResource({ name: 'cpu' }) }, 'metrics[0].resource.target', /required/],
  [{ metrics: ofResource({ name: 'cpu', target: { averageUtilization: 50 } }) }, 'metrics[0].resource.target.type', /required/],
  [{ metrics: ofResource({ name: 'cpu', target: { type: 'Percent', averageUtilization: 50 } }) }, 'metrics[0].resource.target.type', /Utilization, Value, AverageValue/],
  [{ metrics: ofResource({ name: 'cpu', target: { type: 'Utilization', averageUtilization: 0 } }) }, 'metrics[0].resource.target.averageUtilization', /at least 1/],
  [{ metrics: ofResource({ name: 'cpu', target: { type: 'Value', value: '1' } }) }, 'metrics[0].resource.target.averageUtilization', /per cent of the request/],
  [{ metrics: ofResource({ name: 'cpu', target: { type: 'Utilization', averageUtilization: 50, averageValue: '1' } }) }, 'metrics[0].resource.target.averageValue', /may not both/],
  [{ metrics: ofContainer({ name: 'gpu' }) }, 'metrics[0].containerResource.name', /not a resource of containers/],
  [{ metrics: ofContainer({ container: undefined }) }, 'metrics[0].containerResource.container', /required/],
  [{ metrics: ofContainer({ container: 'App_1' }) }, 'metrics[0].containerResource.container', /name of a container/],
  [{ metrics: ofContainer({ target: { type: 'Utilization' } }) }, 'metrics[0].containerResource.target.averageUtilization', /set a target/],
  [{ metrics: ofPods({ ...named, metric: {} }) }, 'metrics[0].pods.metric.name', /required/],
  [{ metrics: ofPods({ ...named, metric: { name: 'a/b' } }) }, 'metrics[0].pods.metric.name', /may not contain/],
  [{ metrics: ofPods({ ...named, metric: { name: 'rps', selector: { matchLabels: { port: 80 } } } }) }, 'metrics[0].pods.metric.selector.matchLabels.port', /a text is expected here, not 80/],
  [{ metrics: ofPods({ ...named, target: { type: 'Value', value: '5' } }) }, 'metrics[0].pods.target.averageValue', /type Pods needs averageValue/],
  [{ metrics: ofPods({ ...named, target: { ...average, averageValue: '0' } }) }, 'metrics[0].pods.target.averageValue', /more than 0/],
  [{ metrics: ofPods({ ...named, target: { ...average, averageValue: '10 rps' } }) }, 'metrics[0].pods.target.averageValue', /not a quantity/],
  [{ metrics: ofObject({ ...object, describedObject: { kind: 'Ingress' } }) }, 'metrics[0].object.describedObject.name', /required/],
  [{ metrics: ofObject({ ...object, describedObject: { apiVersion: 'a/b/c', kind: 'Ingress', name: 'web' } }) }, 'metrics[0].object.describedObject.apiVersion', /such as apps\/v1/],
  [{ metrics: ofObject({ ...object, target: { type: 'Value' } }) }, 'metrics[0].object.target.averageValue', /value \(in all\)/],
  [{ metrics: ofExternal({ ...named, target: { type: 'Value', value: '-5' } }) }, 'metrics[0].external.target.value', /more than 0, not "-5"/],
  [{ metrics: ofExternal({ ...named, target: { type: 'Value' } }) }, 'metrics[0].external.target.averageValue', /value \(in all\)/],
  [{ metrics: ofExternal({ ...named, target: { ...average, value: '5' } }) }, 'metrics[0].external.target.value', /may not both/],
  [{ behavior: [] }, 'behavior', /fields are expected/],
  [{ behavior: scaleUp({ stabilizationWindowSeconds: -1 }) }, 'behavior.scaleUp.stabilizationWindowSeconds', /at least 0/],
  [{ behavior: scaleUp({ stabilizationWindowSeconds: 3601 }) }, 'behavior.scaleUp.stabilizationWindowSeconds', /at most 3600/],
  [{ behavior: scaleUp({ selectPolicy: 'max' }) }, 'behavior.scaleUp.selectPolicy', /Max, Min, Disabled/],
  [{ behavior: scaleUp({ policies: [] }) }, 'behavior.scaleUp.policies', /at least one policy/],
  [{ behavior: scaleUp({ tolerance: '-0.1' }) }, 'behavior.scaleUp.tolerance', /negative/],
  [{ behavior: policies({ type: 'Pod' }) }, 'behavior.scaleUp.policies[0].type', /Pods, Percent/],
  [{ behavior: policies({ value: 0 }) }, 'behavior.scaleUp.policies[0].value', /at least 1/],
  [{ behavior: policies({ periodSeconds: undefined }) }, 'behavior.scaleUp.policies[0].periodSeconds', /required/],
  [{ behavior: policies({ periodSeconds: 1801 }) }, 'behavior.scaleUp.policies[0].periodSeconds', /at most 1800/],
];

/** What looks odd, but the API server takes. */
const taken: readonly object[] = [
  { scaleTargetRef: { kind: 'ReplicationController', name: 'web' } },
  { minReplicas: null, metrics: null, behavior: null },
  { behavior: { scaleUp: null, scaleDown: { policies: null } } },
  { minReplicas: 0, metrics: ofExternal(named) },
  { metrics: ofResource({ ...resource, name: 'nvidia.com/gpu' }) },
  { metrics: ofContainer({ name: 'hugepages-2Mi' }) },
  { metrics: ofObject({ ...object, target: { type: 'Utilization', averageValue: 0.5, value: '1e3' } }) },
  { metrics: ofPods({ ...named, target: { type: 'Utilization', averageValue: '1n' } }) },
];

describe('what the API server would refuse in an autoscaler', () => {
  for (const [fields, path, sentence] of refused) {
    it(`${path}: ${JSON.stringify(fields)}`, () => {
      const faults = hpaFaults({ maxReplicas: 5, ...fields });
      assert.deepEqual(faults.map((fault) => fault.path), [`spec.${path}`]);
      assert.match(faults[0]?.sentence.en ?? '', sentence);
    });
  }

  it('says each reason in both languages, with its values', () => {
    const said = refused.flatMap(([fields]) => hpaFaults({ maxReplicas: 5, ...fields }));
    for (const { sentence } of said) {
      assert.match(sentence.ko, /[가-힣]/);
      assert.doesNotMatch(sentence.en + sentence.ko, /[{}]/);
    }
    assert.equal(new Set(said.map(({ sentence }) => sentence.ko.replace(/".*?"|\d+/g, ''))).size >= Object.keys(hpaFaultWords).length, true);
  });

  it('names all faults, below the root that is given', () => {
    assert.deepEqual(hpaFaults({ metrics: [{ type: 'Pods' }] }, 'hpa').map(({ path }) => path), ['hpa.maxReplicas', 'hpa.metrics[0].pods']);
    assert.deepEqual(hpaFaults('none').map(({ path }) => path), ['spec']);
  });

  it('is nothing in what it takes', () => {
    for (const fields of taken) assert.deepEqual(hpaFaults({ maxReplicas: 5, ...fields }), []);
    const vectors = JSON.parse(readFileSync(join(import.meta.dirname, '../autoscaling/vectors.json'), 'utf8')) as readonly { readonly hpa: unknown }[];
    for (const { hpa } of vectors) assert.deepEqual(hpaFaults(hpa), []);
  });
});
