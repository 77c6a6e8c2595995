import type { K8sHpa, ResourcePlace } from '../facts/kubernetes/kinds.js';
import type { Edit } from '../contract/rule.js';
import { below, type YamlNode } from '../syntax/yaml/ask.js';
import { applied, difference } from '../syntax/difference.js';
import { addLines, addValue, mapAt, setValue } from '../syntax/yaml/edit.js';
import { readStream } from '../syntax/yaml/stream.js';

/** Values to write into a HorizontalPodAutoscaler; windows in seconds, `target` in per cent of the CPU request. */
export interface AutoscalerValues {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly target?: number | undefined;
  readonly upWindow?: number | undefined;
  readonly downWindow?: number | undefined;
}

/** What is written before `behavior` came with autoscaling/v2beta2. */
const withoutBehavior = ['autoscaling/v1', 'autoscaling/v2beta1'];

/** Whether the version of an autoscaler's API knows stabilization windows. */
export function takesWindows({ apiVersion }: K8sHpa): boolean {
  return !withoutBehavior.includes(apiVersion);
}

/**
 * Writes values into the manifest of an autoscaler, keeping comments and everything else. `undefined` when
 * one of them does not fit: a template, an alias in the way, a window in an API that has none.
 */
export function autoscalerValues(file: string, text: string, hpa: K8sHpa, values: AutoscalerValues): readonly Edit[] | undefined {
  const windows = [['scaleUp', values.upWindow], ['scaleDown', values.downWindow]] as const;
  if (hpa.templated || (!takesWindows(hpa) && windows.some(([, window]) => window !== undefined))) return undefined;
  const steps: readonly ((manifest: Manifest) => Edit | undefined)[] = [
    ...(values.min === undefined ? [] : [put(['spec', 'minReplicas'], values.min, ['scaleTargetRef'])]),
    ...(values.max === undefined ? [] : [put(['spec', 'maxReplicas'], values.max, ['minReplicas', 'scaleTargetRef'])]),
    ...(values.target === undefined ? [] : [retarget(hpa, values.target)]),
    ...windows.flatMap(([direction, window]) => (window === undefined ? [] : [put(['spec', 'behavior', direction, 'stabilizationWindowSeconds'], window)])),
  ];
  const there = manifestIn(file, text, hpa.where);
  const inPlace = steps.flatMap((step) => (there && step(there)) ?? []);
  // Numbers that are there are changed one by one, which a preview shows well; new lines may fall on the same place.
  if (inPlace.length === steps.length && inPlace.every((edit) => edit.do === 'replace' && edit.span.end > edit.span.start)) return inPlace.filter((edit) => applied(text, edit) !== text);
  let now = text;
  for (const step of steps) {
    const manifest = manifestIn(file, now, hpa.where);
    const edit = manifest && step(manifest);
    if (!edit) return undefined;
    now = applied(now, edit);
  }
  return difference(file, text, now);
}

interface Manifest {
  readonly file: string;
  readonly text: string;
  map(path: readonly (string | number)[]): YamlNode | undefined;
  value(path: readonly (string | number)[]): YamlNode | undefined;
}

function manifestIn(file: string, text: string, { document, path: own }: ResourcePlace): Manifest | undefined {
  const doc = readStream(text).documents[document]?.doc;
  return doc && {
    file, text,
    map: (path) => mapAt(doc, [...own, ...path]),
    value: (path) => below(doc, mapAt(doc, [...own, ...path.slice(0, -1)]), ...path.slice(-1)),
  };
}

/** Sets a number, adding the maps on the way to it; a new key of `spec` goes behind the last of the keys `after`. */
function put(path: readonly string[], value: number, after: readonly string[] = []): (manifest: Manifest) => Edit | undefined {
  return ({ file, text, map, value: at }) => {
    const found = at(path);
    if (found) return setValue(file, found, String(value));
    const there = [...path.keys()].reverse().find((depth) => map(path.slice(0, depth)) !== undefined) ?? 0;
    return addValue(file, text, map(path.slice(0, there)), path.slice(there), { text: String(value) }, after);
  };
}

/** The CPU target, wherever the version of the API keeps it; written out where the manifest leaves it to the API. */
function retarget({ metrics }: K8sHpa, target: number): (manifest: Manifest) => Edit | undefined {
  const index = metrics.findIndex(({ name, target: kind }) => name === 'cpu' && kind === 'Utilization');
  const places = [
    ...['resource', 'containerResource'].flatMap((source) => [['spec', 'metrics', index, source, 'target', 'averageUtilization'], ['spec', 'metrics', index, source, 'targetAverageUtilization']]),
    ['spec', 'targetCPUUtilizationPercentage'],
  ];
  return ({ file, text, map, value }) => {
    const found = places.map(value).find((node) => node !== undefined);
    if (found) return setValue(file, found, String(target));
    const lines = ['metrics:', '  - type: Resource', '    resource:', '      name: cpu', '      target:', '        type: Utilization', `        averageUtilization: ${target}`];
    return addLines(file, text, map(['spec']), ['metrics'], lines, ['maxReplicas']);
  };
}
