import type { Collector } from './collector.js';

/** A form of table that a tool writes, known by its header. */
export interface TableFormat {
  readonly tool: string;
  matches(header: readonly string[]): boolean;
  /** Reads rows one by one; returns false for a row that holds no measurement, which is counted as broken. */
  reader(header: readonly string[], collector: Collector): (row: readonly string[]) => boolean;
}

/** Cells of a row by the names of their columns. */
function columns(header: readonly string[], ...names: readonly string[]): (row: readonly string[]) => readonly string[] {
  const at = names.map((name) => header.indexOf(name));
  return (row) => at.map((index) => row[index] ?? '');
}

function numbers(cells: readonly string[]): readonly number[] {
  return cells.map((cell) => (cell === '' ? Number.NaN : Number(cell)));
}

/** Whether a response message of JMeter is that of a transaction, which sums up samples that are written as well. */
export function isTransaction(message: string): boolean {
  return message.startsWith('Number of samples in transaction');
}

const jmeter: TableFormat = {
  tool: 'JMeter',
  matches: (header) => header.includes('timeStamp') && header.includes('elapsed'),
  reader(header, collector) {
    const cells = columns(header, 'timeStamp', 'elapsed', 'success', 'responseMessage', 'allThreads');
    return (row) => {
      const [time = '', elapsed = '', success, message = '', threads = ''] = cells(row);
      const [at = Number.NaN, response = Number.NaN] = numbers([time, elapsed]);
      if (!Number.isFinite(at + response)) return false;
      if (isTransaction(message)) return true;
      collector.request((at + response) / 1000, response, success !== 'false');
      if (threads !== '') collector.users((at + response) / 1000, Number(threads) || 0);
      return true;
    };
  },
};

const locust: TableFormat = {
  tool: 'Locust',
  matches: (header) => header.includes('User Count') && header.includes('Requests/s'),
  reader(header, collector) {
    const cells = columns(header, 'Name', 'Timestamp', 'User Count', 'Total Request Count', 'Total Failure Count', 'Total Average Response Time', '95%');
    const names = columns(header, 'Name');
    let [time, requests, failures, total] = [Number.NaN, 0, 0, 0];
    // Counts go up from row to row; what lies between two rows happened then.
    return (row) => {
      if (row.length < header.length) return false;
      if (names(row)[0] !== 'Aggregated') return true;
      const [at = Number.NaN, users = 0, count = Number.NaN, failed = 0, mean = Number.NaN, within = Number.NaN] = numbers(cells(row).slice(1));
      if (!Number.isFinite(at + count)) return false;
      if (count > requests) collector.summary(Number.isNaN(time) ? at : time, Number.isNaN(time) ? 1 : at - time, { requests: count - requests, errors: failed - failures, mean: (count * mean - total) / (count - requests) });
      collector.users(at, users);
      collector.within(within);
      [time, requests, failures, total] = [at, count, failed, Number.isFinite(mean) ? count * mean : total];
      return true;
    };
  },
};

const ngrinder: TableFormat = {
  tool: 'nGrinder',
  matches: (header) => header.includes('Mean_Test_Time_(ms)') && header.includes('TPS'),
  reader(header, collector) {
    const dates = columns(header, 'DateTime');
    const cells = columns(header, 'vuser', 'Tests', 'Errors', 'Mean_Test_Time_(ms)', 'Test_Time_Standard_Deviation_(ms)', 'TPS');
    // A row whose requests all failed does not tell how long it took: as long as the one before.
    let length = 1;
    return (row) => {
      const at = Date.parse(`${(dates(row)[0] ?? '').trim().replace(' ', 'T')}Z`) / 1000;
      const [users = 0, tests = 0, errors = 0, mean = Number.NaN, deviation = Number.NaN, rate = Number.NaN] = numbers(cells(row));
      if (!Number.isFinite(at + rate)) return false;
      const done = Number.isFinite(tests + errors) ? tests + errors : rate;
      if (rate > 0 && tests > 0) length = tests / rate;
      // A row is written when its interval is over, and its times are those of requests that did not fail.
      if (done > 0) collector.summary(at - length, length, { requests: done, errors: errors || 0, mean: mean || 0, timed: Number.isFinite(tests) ? tests : done, ...(Number.isFinite(deviation) ? { deviation } : {}) });
      if (users > 0) collector.users(at - length, users);
      return true;
    };
  },
};

const k6: TableFormat = {
  tool: 'k6',
  matches: (header) => header.includes('metric_name') && header.includes('metric_value'),
  reader(header, collector) {
    const cells = columns(header, 'metric_name', 'timestamp', 'metric_value', 'status', 'expected_response');
    return (row) => {
      const [name, time = '', value = '', , expected] = cells(row);
      const [at = Number.NaN, number = Number.NaN] = numbers([time, value]);
      if (!Number.isFinite(at + number)) return false;
      collector.during(at);
      if (name === 'http_req_duration') collector.request(at, number, expected !== 'false');
      if (name === 'vus') collector.users(at, number);
      return true;
    };
  },
};

export const tableFormats: readonly TableFormat[] = [jmeter, locust, ngrinder, k6];
