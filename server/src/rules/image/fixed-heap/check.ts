import { basename, isInside, join } from '../../../base/paths.js';
import type { Place } from '../../../contract/finding.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { Fact, FactKind, Model } from '../../../contract/workspace.js';
import { composeReads, isApplication } from '../../../facts/compose/project.js';
import type { FixedHeap } from '../../../facts/image/heap.js';
import { sizeText } from '../../../facts/image/heap-options.js';
import { joinReads, workloadsRunning } from '../../../facts/join.js';
import { copiesOf, patchesOf, wholeOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { withoutMemoryLimit } from '../../../facts/kubernetes/requests.js';
import { mainContainer } from '../../../facts/kubernetes/role.js';
import type { K8sContainer } from '../../../facts/kubernetes/kinds.js';

type HeapFact = Fact<'image.heap'>;

/** The memory that a container may take; `none` where nothing bounds it, `undefined` where only the deployment knows. */
interface Bound {
  readonly bytes: number | 'none';
  readonly container: string;
  readonly place?: Place;
}

function boundOf(model: Model, workload: WorkloadFact, container: K8sContainer): Bound | undefined {
  const name = container.name ?? workload.value.name ?? '';
  const patched = patchesOf(model, workload).flatMap((patch) => patch.value.containers.map((each) => ({ file: patch.file, each }))).find(({ each }) => each.name === container.name && each.limits.memory);
  const memory = patched?.each.limits.memory ?? container.limits.memory;
  if (memory?.value !== undefined) return { bytes: memory.value, container: name, place: { file: patched?.file ?? workload.file, range: memory.at } };
  return memory === undefined && !workload.value.partial && withoutMemoryLimit(model, workload).includes(container) ? { bytes: 'none', container: name } : undefined;
}

/** The workload and container that a heap of a manifest is given to; `aside` for copies of what is told of elsewhere. */
function ownBound(model: Model, heap: HeapFact): Bound | 'aside' | undefined {
  const workload = model.facts('k8s.workload').find(({ file, value }) => file === heap.file && value.containers.some(({ at }) => at.start === heap.value.container));
  const container = workload?.value.containers.find(({ at }) => at.start === heap.value.container);
  if (!workload || !container) return undefined;
  if (!workload.value.partial) return copiesOf(model, workload)[0] === workload ? boundOf(model, workload, container) : 'aside';
  const whole = wholeOf(model, workload)[0];
  const base = whole?.value.containers.find(({ name }) => name === container.name);
  return boundOf(model, workload, container) ?? (whole && base ? boundOf(model, whole, base) : undefined);
}

/** The tightest bound of the workloads that run the image; those that set the heap themselves are left to themselves. */
function boundAround(model: Model, heap: HeapFact): Bound | undefined {
  const { variable, overridable } = heap.value;
  const bounds = workloadsRunning(model, heap).flatMap((workload) => {
    const container = mainContainer(workload);
    const sets = container && (container.env.includes(variable ?? '') || container.flags.some((flag) => /^-Xmx|^--max-old-space-size|MaxRAMPercentage/.test(flag)));
    const bound = container && !sets && overridable === undefined ? boundOf(model, workload, container) : undefined;
    return bound ? [bound] : [];
  });
  return [...bounds].sort((a, b) => (a.bytes === 'none' ? Infinity : a.bytes) - (b.bytes === 'none' ? Infinity : b.bytes))[0];
}

/** Whether an image takes in a script, by what its Dockerfile copies. */
function isCopied(model: Model, script: string): boolean {
  return model.facts('image.dockerfile').some(({ value }) => (value.purpose === 'application') && value.copies.some((path) => {
    const from = join(value.context, path.replace(/[*?[{$].*$/, '') || '.');
    return from !== undefined && (from === script || isInside(script, from));
  }));
}

/** What the machine needs beside the heap: classes, threads, buffers; less for Node.js. */
function roomFor({ engine }: FixedHeap, limit: number): number {
  return engine === 'java' ? Math.min(limit * 0.25, 256 * 2 ** 20) : Math.min(limit * 0.1, 128 * 2 ** 20);
}

function boundFor(model: Model, heap: HeapFact): Bound | 'aside' | undefined {
  const { in: where, limit, service } = heap.value;
  if (where === 'manifest') return ownBound(model, heap);
  if (where === 'compose') return limit === undefined ? undefined : { bytes: limit === 0 ? 'none' : limit, container: service ?? '' };
  return boundAround(model, heap);
}

const reads: readonly FactKind[] = [...joinReads, ...composeReads];

/** Looks at each fixed heap and at the memory that its container may take. */
export const fixedHeap: ProjectCheck<'image.heap'> = {
  subject: 'image.heap',
  reads,
  check(heap, { model, report }) {
    const { value } = heap;
    const service = value.service === undefined ? undefined : model.facts('compose.service').find((each) => each.file === heap.file && each.value.name === value.service);
    if (value.in === 'compose' && (!service || !isApplication(model, service))) return;
    if (value.in === 'script' && !isCopied(model, heap.file)) return;
    const bound = boundFor(model, heap);
    if (bound === 'aside') return;
    const limit = bound?.bytes === 'none' ? undefined : bound?.bytes;
    const where = value.variable ?? basename(heap.file);
    const shared = { also: bound?.place ? [{ ...bound.place, say: 'limit' }] : [], data: { bytes: value.bytes, limit: limit ?? null, fixable: value.engine === 'java' && value.old === undefined && bound?.bytes !== 'none' } };
    const args = { option: value.option, where, heap: sizeText(value.bytes) };
    if (limit === undefined) report({ say: 'fixed', args: { option: value.option, where }, severity: 'info', cause: `heap ${value.option}`, ...shared });
    else if (value.bytes >= limit) report({ say: 'above', args: { ...args, container: bound?.container ?? '', limit: sizeText(limit) }, severity: 'error', ...shared });
    else if (limit - value.bytes < roomFor(value, limit)) report({ say: 'tight', args: { option: value.option, room: sizeText(limit - value.bytes), container: bound?.container ?? '', limit: sizeText(limit) }, ...shared });
    else report({ say: 'fixed', args: { option: value.option, where }, severity: 'info', cause: `heap ${value.option}`, ...shared });
  },
};
