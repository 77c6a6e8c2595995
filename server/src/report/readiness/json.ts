import type { Trend } from './trend.js';
import type { Readiness } from './view.js';

/** Version of the report's shape; it changes when a consumer would break. */
const formatVersion = 1;

/** The report for machines, and for a later report to compare with. */
export function readinessJson(view: Readiness, trend?: Trend): string {
  return `${JSON.stringify({ version: formatVersion, ...view, ...(trend ? { trend } : {}) }, null, 2)}\n`;
}

/** Reports of several code bases in one document. */
export function portfolioJson(views: readonly Readiness[]): string {
  return `${JSON.stringify({ version: formatVersion, applications: views }, null, 2)}\n`;
}
