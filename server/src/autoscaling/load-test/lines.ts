import type { Collector } from './collector.js';

/** A form of file that holds one measurement in each line. */
export interface LineFormat {
  readonly tool: string;
  /** Whether the beginning of a file is of this form. */
  matches(head: string): boolean;
  /** Returns false for a line that cannot be read, which is counted as broken. */
  reader(collector: Collector): (line: string) => boolean;
}

interface Point {
  readonly type?: string;
  readonly metric?: string;
  readonly data?: { readonly time?: string; readonly value?: number; readonly tags?: Readonly<Record<string, string>> };
}

const k6: LineFormat = {
  tool: 'k6',
  matches: (head) => /^\s*\{"(?:type|metric)":/.test(head) && /"type":\s*"(?:Metric|Point)"/.test(head),
  reader: (collector) => (line) => {
    let point: Point;
    try {
      point = JSON.parse(line) as Point;
    } catch {
      return false;
    }
    if (point.type !== 'Point') return true;
    const { time = '', value = Number.NaN, tags } = point.data ?? {};
    const at = Date.parse(time) / 1000;
    if (!Number.isFinite(at + value)) return false;
    collector.during(at);
    if (point.metric === 'http_req_duration') collector.request(at, value, tags?.['expected_response'] !== 'false');
    if (point.metric === 'vus') collector.users(at, value);
    return true;
  },
};

/** A request of a Gatling log: start and end in ms, then the status; what stands before them differs between releases. */
const request = /^REQUEST\t.*?\t(\d{13})\t(\d{13})\t(OK|KO)(?:\t|$)/;
const user = /^USER\t.*?\b(START|END)\t(?:.*?)(\d{13})/;

const gatling: LineFormat = {
  tool: 'Gatling',
  matches: (head) => /^(?:RUN|ASSERTION|USER|REQUEST)\t/.test(head),
  reader(collector) {
    let users = 0;
    return (line) => {
      const [, start, end, status] = request.exec(line) ?? [];
      if (start && end) collector.request(Number(end) / 1000, Number(end) - Number(start), status === 'OK');
      const [, change, at] = user.exec(line) ?? [];
      if (change && at) collector.users(Number(at) / 1000, change === 'START' ? ++users : users--);
      return start !== undefined || !line.startsWith('REQUEST');
    };
  },
};

export const lineFormats: readonly LineFormat[] = [k6, gatling];
