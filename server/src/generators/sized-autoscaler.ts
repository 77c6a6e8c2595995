import { basename } from '../base/paths.js';
import { lineEnding } from '../base/text.js';
import type { Edit } from '../contract/rule.js';
import type { Fact, Model } from '../contract/workspace.js';
import { scalersNaming, type WorkloadFact } from '../facts/kubernetes/relate.js';
import { mainContainer } from '../facts/kubernetes/role.js';
import { below } from '../syntax/yaml/ask.js';
import { setValue } from '../syntax/yaml/edit.js';
import { readStream } from '../syntax/yaml/stream.js';
import { autoscalerValues } from './autoscaler-values.js';
import { requestEdit } from './hpa.js';
import { kustomizationEdits, pathBeside } from './kustomization.js';
import { containerMap } from './probes.js';

/** An autoscaler that was worked out, and what it holds for. */
export interface SizedAutoscaler {
  readonly manifest: string;
  readonly min: number;
  readonly max: number;
  /** Per cent. */
  readonly target: number;
  /** Millicores that the working container is to request. */
  readonly request: number;
}

interface Input {
  readonly model: Model;
  readonly workload: WorkloadFact;
  text(path: string): string | undefined;
}

/** The file that the autoscaler of a workload stands in, or will. */
export function autoscalerFile(input: Input): string {
  return ownScaler(input)?.file ?? pathBeside(input, `${input.workload.value.name ?? 'app'}-hpa`);
}

function ownScaler({ model, workload }: Input): Fact<'k8s.hpa'> | undefined {
  const naming = scalersNaming(model, workload);
  return model.facts('k8s.hpa').find((scaler) => naming.includes(scaler));
}

/**
 * Puts the numbers into the autoscaler that the workload has, or creates one beside it, and gives the working container
 * the request that they hold for. `undefined` when a manifest cannot be edited.
 */
export function sizedAutoscaler(input: Input, sized: SizedAutoscaler): readonly Edit[] | undefined {
  const { workload, text } = input;
  const request = requestEdits(input, sized.request);
  const scaler = ownScaler(input);
  if (!request) return undefined;
  if (scaler) {
    const { min, max, target } = sized;
    const values = autoscalerValues(scaler.file, text(scaler.file) ?? '', scaler.value, { min, max, target });
    return values && [...values, ...request];
  }
  const path = autoscalerFile(input);
  const eol = lineEnding(text(workload.file) ?? '');
  return [{ do: 'create', path, text: sized.manifest.replaceAll('\n', eol), ifExists: 'propose' }, ...kustomizationEdits(input, basename(path)), ...request];
}

function requestEdits({ workload, text }: Input, request: number): readonly Edit[] | undefined {
  const written = text(workload.file);
  const container = mainContainer(workload);
  const map = container && written !== undefined ? containerMap(workload, container, written) : undefined;
  if (!container || !map || written === undefined) return undefined;
  if (container.requests.cpu?.value === request) return [];
  const doc = readStream(written).documents[workload.value.where.document]?.doc;
  const there = doc && below(doc, map, 'resources', 'requests', 'cpu');
  if (!there) {
    const edit = requestEdit(workload, container, written, { text: `${request}m` });
    return edit && [edit];
  }
  // What an alias leads to stands outside, and belongs to others as well.
  return there.range[0] >= map.range[0] && there.range[1] <= map.range[1] ? [setValue(workload.file, there, `${request}m`)] : undefined;
}
