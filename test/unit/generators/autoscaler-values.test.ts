import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { changedFiles } from '../../../server/src/engine/fixes.js';
import { autoscalerValues, type AutoscalerValues } from '../../../server/src/generators/autoscaler-values.js';
import { scan } from '../../harness/run.js';

const file = 'k8s/hpa.yaml';

/** The text with the values in it; `undefined` when they are refused. */
async function written(text: string, values: AutoscalerValues, path = file): Promise<string | undefined> {
  const { conclusion: { model } } = await scan(new Map([[path, text]]));
  const [fact] = model.facts('k8s.hpa');
  assert.ok(fact);
  const edits = autoscalerValues(path, text, fact.value, values);
  return edits && (changedFiles(edits, () => text)?.get(path) ?? text);
}

const head = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: shop }
`;
const target = '  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }\n';

describe('values written into an autoscaler', () => {
  it('keep comments, order, quotes and line ends', async () => {
    const text = `${head}spec:\n  # bounds\n  maxReplicas: 10 # of the database\n${target}  metrics:\n    - type: ContainerResource\n      containerResource:\n        name: cpu\n        container: app\n        target:\n          averageUtilization: '70'\n          type: Utilization\n`;
    const wanted = text.replace('maxReplicas: 10', 'maxReplicas: 12').replace("'70'", "'55'").replace(target, `${target}  minReplicas: 4\n`);
    for (const end of ['\n', '\r\n']) assert.equal(await written(text.replaceAll('\n', end), { min: 4, max: 12, target: 55 }), wanted.replaceAll('\n', end));
  });

  it('come with the maps that they need', async () => {
    const text = `${head}spec:\n${target}  maxReplicas: 10\n  behavior:\n    scaleUp: # at once\n      policies:\n        - { type: Pods, value: 4, periodSeconds: 15 }\n`;
    const { spec } = parse(await written(text, { target: 65, upWindow: 30, downWindow: 600 }) ?? '') as { readonly spec: object };
    assert.deepEqual(spec, {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' }, maxReplicas: 10,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 65 } } }],
      behavior: { scaleUp: { policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }], stabilizationWindowSeconds: 30 }, scaleDown: { stabilizationWindowSeconds: 600 } },
    });
  });

  it('find their autoscaler among other documents, in lists, and in JSON', async () => {
    const plain = `${head}spec:\n${target}  minReplicas: 2\n  maxReplicas: 10\n`;
    const stream = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: shop }\ndata: { maxReplicas: "10" }\n---\n${plain}`;
    assert.equal(await written(stream, { max: 20 }), stream.replace('  maxReplicas: 10', '  maxReplicas: 20'));
    const list = `apiVersion: v1\nkind: List\nitems:\n${plain.replace(/^/gm, '    ').replace('    a', '  - a').trimEnd()}\n`;
    assert.equal(await written(list, { max: 20 }), list.replace('maxReplicas: 10', 'maxReplicas: 20'));
    const json = JSON.stringify(parse(plain));
    assert.equal(await written(json, { max: 20 }, 'hpa.json'), json.replace('"maxReplicas":10', '"maxReplicas":20'));
  });

  it('fit older versions of the API, as far as these have them', async () => {
    const v1 = `${head.replace('v2', 'v1')}spec:\n${target}  maxReplicas: 10\n  targetCPUUtilizationPercentage: 80\n`;
    assert.equal(await written(v1, { target: 60 }), v1.replace('80', '60'));
    assert.equal(await written(v1, { upWindow: 60 }), undefined);
    const beta = `${head.replace('v2', 'v2beta1')}spec:\n${target}  maxReplicas: 10\n  metrics:\n    - type: Resource\n      resource: { name: cpu, targetAverageUtilization: 75 }\n`;
    assert.equal(await written(beta, { target: 60 }), beta.replace('75', '60'));
  });

  it('are not written into templates, or through aliases', async () => {
    assert.equal(await written(`${head}spec:\n${target}  maxReplicas: {{ .Values.max }}\n  minReplicas: 2\n`, { min: 3 }), undefined);
    assert.equal(await written(`${head}spec:\n${target}  maxReplicas: 10\n  behavior:\n    scaleUp: &rules { stabilizationWindowSeconds: 0 }\n    scaleDown: *rules\n`, { downWindow: 60 }), undefined);
  });

  it('change nothing where nothing is wanted', async () => {
    const text = `${head}spec:\n${target}  maxReplicas: 10\n`;
    assert.equal(await written(text, {}), text);
    assert.equal(await written(text, { max: 10 }), text);
  });
});
