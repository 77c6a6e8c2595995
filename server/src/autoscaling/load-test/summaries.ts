import type { LoadTest } from './collector.js';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** First of some fields that is a number; Gatling writes some as text, and `-` where there is none. */
function numberOf(fields: Fields, ...names: readonly string[]): number | undefined {
  return names.map((name) => (typeof fields[name] === 'string' && fields[name] !== '' ? Number(fields[name]) : fields[name])).find((value): value is number => typeof value === 'number' && Number.isFinite(value));
}

/** Totals that a tool writes at the end, as JSON; `undefined` when they are not of a tool that is known. */
export function fromSummary(data: unknown): LoadTest | undefined {
  return fromK6(fieldsOf(data)) ?? fromGatling(fieldsOf(data));
}

/** Values stand beside the name of a metric (`--summary-export`) or below `values` (`handleSummary`). */
function fromK6({ metrics, state }: Fields): LoadTest | undefined {
  const all = fieldsOf(metrics);
  const valuesOf = (name: string): Fields => ({ ...fieldsOf(all[name]), ...fieldsOf(fieldsOf(all[name])['values']) });
  const [requests, durations, failed, users] = ['http_reqs', 'http_req_duration', 'http_req_failed', 'vus_max'].map(valuesOf);
  const count = requests && numberOf(requests, 'count');
  const mean = durations && numberOf(durations, 'avg');
  const rate = requests && numberOf(requests, 'rate');
  if (!count || mean === undefined || !rate) return undefined;
  const milliseconds = numberOf(fieldsOf(state), 'testRunDurationMs');
  const p95 = numberOf(durations ?? {}, 'p(95)');
  const most = numberOf(users ?? {}, 'max', 'value');
  return {
    tool: 'k6', duration: milliseconds === undefined ? count / rate : milliseconds / 1000, requests: count, throughput: rate, mean, intervals: [],
    errors: Math.round((numberOf(failed ?? {}, 'rate', 'value') ?? 0) * count),
    ...(p95 === undefined ? {} : { p95 }), ...(most ? { users: most } : {}),
  };
}

/** The statistics of all requests at the beginning of `js/stats.js`, up to the field that ends them: JSON within a script. */
const gatlingScript = /^\s*var stats = \{[^]*?\bstats:\s*(\{[^]*?"meanNumberOfRequestsPerSecond":\s*\{[^}]*\}\s*\})/;

/** Whether a text begins as the script of statistics in a report of Gatling does; since 3.11 reports hold them in no other form. */
export function isGatlingScript(head: string): boolean {
  return /^\s*var stats = \{/.test(head);
}

/** The statistics in such a script as JSON; `undefined` where it was cut off. */
export function gatlingStatistics(script: string): string | undefined {
  return gatlingScript.exec(script)?.[1];
}

/** `js/stats.json` holds all requests at its root, `js/global_stats.json` nothing else. */
function fromGatling(data: Fields): LoadTest | undefined {
  const stats = fieldsOf(data['stats'] ?? data);
  const [requests, failures, means, p95, rates] = ['numberOfRequests', 'numberOfRequests', 'meanResponseTime', 'percentiles3', 'meanNumberOfRequestsPerSecond'].map((name) => fieldsOf(stats[name]));
  const count = numberOf(requests ?? {}, 'total');
  const mean = numberOf(means ?? {}, 'total');
  const rate = numberOf(rates ?? {}, 'total');
  if (!count || mean === undefined || !rate) return undefined;
  const within = numberOf(p95 ?? {}, 'total');
  return { tool: 'Gatling', duration: count / rate, requests: count, throughput: rate, mean, intervals: [], errors: numberOf(failures ?? {}, 'ko') ?? 0, ...(within === undefined ? {} : { p95: within }) };
}
