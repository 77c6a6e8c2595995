import { parseDocument } from 'yaml';
import type { ChartData } from './render.js';
import { readTemplate, type Template } from './template.js';
import { isDict, merged, unknown, type Value } from './values.js';

/** The files of a chart that its templates depend on, as texts. */
export interface ChartTexts {
  /** `Chart.yaml`. */
  readonly chart: string;
  /** `values.yaml` and what goes over it, in that order. */
  readonly values: readonly string[];
  /** Files of named templates: `_helpers.tpl` and the like. */
  readonly helpers: readonly string[];
}

function read(text: string): Value {
  const doc = parseDocument(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  return doc.errors.length > 0 ? null : (doc.toJS() as Value);
}

/**
 * What templates of a chart may ask for. A release is named like its chart; what only a cluster knows is unknown. A
 * values file that cannot be read counts as none.
 */
export function chartData({ chart, values, helpers }: ChartTexts): ChartData {
  const about = read(chart);
  const name = isDict(about) && typeof about['name'] === 'string' ? about['name'] : unknown;
  const given = values.reduce<Value>((base, text) => merged(base, read(text) ?? undefined), {});
  const field = (key: string): Value => (isDict(about) ? about[key] ?? null : null);
  const root: Value = {
    Values: isDict(given) ? given : unknown,
    Chart: { Name: name, Version: field('version'), AppVersion: field('appVersion'), Type: field('type'), IsRoot: true },
    Release: { Name: name, Namespace: unknown, Service: 'Helm', IsInstall: true, IsUpgrade: false, Revision: 1 },
    Capabilities: unknown, Files: unknown, Template: unknown, Subcharts: unknown,
  };
  return { root, defines: new Map(helpers.flatMap((text) => [...(readTemplate(text)?.defines ?? new Map<string, Template>())])) };
}
