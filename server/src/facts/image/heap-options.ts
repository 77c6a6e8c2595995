import type { Span } from '../../base/text.js';

/** A heap of a fixed size, in bytes. */
export interface Heap {
  readonly engine: 'java' | 'node';
  readonly bytes: number;
  /** The option as written: `-Xmx512m`. */
  readonly option: string;
  /** The first size of the heap, where it is fixed as well. */
  readonly first?: { readonly start: number; readonly end: number; readonly bytes: number };
}

const units: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** `512m`, `2G`, `1073741824` as the Java machine and Compose count; `undefined` for any other text. */
export function bytesOf(written: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([kmgt]?)$/i.exec(written.trim());
  const unit = units[match?.[2]?.toLowerCase() ?? ''];
  return match && unit !== undefined ? Number(match[1]) * unit : undefined;
}

const largest = /(?<!\w)(?:-Xmx|-XX:MaxHeapSize=)(\d+[kKmMgGtT]?)(?![\w.])|(?<!\w)--max[-_]old[-_]space[-_]size[= ](\d+)(?!\w)/g;
const first = /(?<!\w)(?:-Xms|-XX:InitialHeapSize=)(\d+[kKmMgGtT]?)(?![\w.])/g;

/** The heap in a part of a text: the last option decides, as it does for the machine. */
export function heapIn(text: string, { start, end }: Span): { readonly heap: Heap; readonly at: Span } | undefined {
  const part = text.slice(start, end);
  const found = [...part.matchAll(largest)].at(-1);
  if (!found) return undefined;
  const java = found[1] !== undefined;
  const bytes = java ? bytesOf(found[1] ?? '') : bytesOf(`${found[2] ?? ''}m`);
  if (bytes === undefined || bytes === 0) return undefined;
  const begin = java ? [...part.matchAll(first)].at(-1) : undefined;
  const beginBytes = begin && bytesOf(begin[1] ?? '');
  const at = { start: start + found.index, end: start + found.index + found[0].length };
  return {
    at,
    heap: {
      engine: java ? 'java' : 'node', bytes, option: found[0],
      ...(begin && beginBytes !== undefined ? { first: { start: start + begin.index, end: start + begin.index + begin[0].length, bytes: beginBytes } } : {}),
    },
  };
}

/** A size for people: `512 MiB`, `1.5 GiB`. */
export function sizeText(bytes: number): string {
  const [unit, size] = bytes >= 2 ** 30 ? ['GiB', bytes / 2 ** 30] : ['MiB', bytes / 2 ** 20];
  return `${String(Math.round(size * 10) / 10)} ${unit}`;
}
