import type { Edit, FixInput, Rule } from '../../../contract/rule.js';
import { heapIn } from '../../../facts/image/heap-options.js';
import { fixedHeap } from './check.js';

interface Data {
  readonly bytes: number;
  readonly limit: number | null;
  readonly fixable: boolean;
}

/** Writes shares of the limit in place of sizes. */
function edits({ finding, text, model }: FixInput): readonly Edit[] | undefined {
  const content = text(finding.file);
  const fact = model.facts('image.heap').find((each) => each.file === finding.file && each.range.start === finding.range.start)?.value;
  const { start, end } = finding.range;
  if (content === undefined || !fact || heapIn(content, { start, end })?.heap.bytes !== fact.bytes) return undefined;
  const { limit } = finding.data as unknown as Data;
  const share = limit === null ? 75 : Math.min(75, Math.max(25, Math.round((fact.bytes / limit) * 100)));
  const replace = (span: { start: number; end: number }, option: string): Edit => ({ do: 'replace', file: finding.file, span: { start: span.start, end: span.end }, text: option });
  const initial = fact.first && heapIn(content, { start: Math.min(start, fact.first.start), end: Math.max(end, fact.first.end) })?.heap.first;
  if (fact.first && initial?.bytes !== fact.first.bytes) return undefined;
  const first = fact.first && replace(fact.first, `-XX:InitialRAMPercentage=${Math.min(share, Math.max(1, Math.round((fact.first.bytes / fact.bytes) * share)))}.0`);
  return [...(first ? [first] : []), replace({ start, end }, `-XX:MaxRAMPercentage=${share}.0`)];
}

export const rule: Rule = {
  meta: {
    id: 'image/fixed-heap',
    title: { en: 'Heap of a fixed size', ko: '크기가 고정된 힙' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'memory', 'java', 'node'],
  },
  messages: {
    above: {
      en: '{option} in {where} lets the heap grow to {heap}, but the container {container} is limited to {limit}: the kernel kills a replica when its heap fills, and then the others that take over its load.',
      ko: '{where}의 {option} 옵션으로 힙이 {heap}까지 커질 수 있지만 컨테이너 {container}의 메모리 한도는 {limit}입니다. 힙이 차면 커널이 레플리카를 강제 종료하고, 그 부하를 넘겨받은 레플리카도 차례로 종료됩니다.',
    },
    tight: {
      en: '{option} leaves {room} of the limit {limit} of the container {container} for all that is not heap (classes, threads, buffers): under load the kernel kills the replica.',
      ko: '{option} 옵션을 빼면 컨테이너 {container}의 한도 {limit} 중 {room}만 힙이 아닌 메모리(클래스, 스레드, 버퍼)에 쓸 수 있습니다. 부하가 걸리면 커널이 레플리카를 강제 종료합니다.',
    },
    fixed: {
      en: '{option} in {where} fixes the heap, whatever the memory limit is: a replica that is given more does not use it, and one that is given less is killed by the kernel when its heap fills.',
      ko: '{where}의 {option} 옵션이 메모리 한도와 관계없이 힙 크기를 고정합니다. 한도를 늘려도 쓰지 못하고, 줄이면 힙이 찰 때 커널이 레플리카를 강제 종료합니다.',
    },
    limit: { en: 'The memory limit of the container.', ko: '컨테이너의 메모리 한도입니다.' },
  },
  project: [fixedHeap],
  fixes: [
    {
      key: 'share-of-limit',
      title: { en: 'Give the heap a share of the memory limit', ko: '힙을 메모리 한도에 대한 비율로 지정하기' },
      safety: 'review',
      applies: ({ data }) => (data as unknown as Data).fixable,
      edits,
    },
  ],
};
