import type { Collector } from './collector.js';
import { isTransaction } from './tables.js';

/**
 * Samples of JMeter's XML. A sample contains its sub-results (redirects, parts of a page) as elements of the same kinds,
 * which are part of it and count once; a transaction contains the samples that it consists of, which count each.
 */
export class JmeterXml {
  /** Of each element that is open: whether what it contains counts by itself. */
  private readonly counts: boolean[] = [];

  constructor(private readonly collector: Collector) {}

  /** The beginning of an element. */
  open(name: string, { ts, t, s, na, rm = '', dt = '' }: Readonly<Record<string, string>>): void {
    if (name !== 'sample' && name !== 'httpSample') return;
    // A transaction that the end of the test cut off says nothing at all.
    const contains = isTransaction(rm) || (name === 'sample' && rm === '' && dt === '');
    const isCounted = this.counts.at(-1) ?? true;
    this.counts.push(isCounted && contains);
    const [start, elapsed] = [Number(ts), Number(t)];
    if (!isCounted || contains || !Number.isFinite(start + elapsed)) return;
    this.collector.request((start + elapsed) / 1000, elapsed, s !== 'false');
    if (na !== undefined) this.collector.users((start + elapsed) / 1000, Number(na) || 0);
  }

  close(name: string): void {
    if (name === 'sample' || name === 'httpSample') this.counts.pop();
  }
}
