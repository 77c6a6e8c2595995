import { dirname, isInside } from '../base/paths.js';
import { chartData } from '../syntax/helm/chart.js';
import { chartFolderOf } from '../syntax/helm/place.js';
import type { ChartData } from '../syntax/helm/render.js';
import type { Host } from './host.js';

/** The files of a Helm chart that its templates depend on, by path. */
export interface ChartFiles {
  readonly chart: string;
  readonly values: readonly string[];
  readonly helpers: readonly string[];
}

/** Values for production stand beside the defaults and go over them. */
const production = /(?:^|\/)values[-_.](?:prod|production|prd|live)\b[^/]*\.ya?ml$/i;

/** Charts of a workspace by folder. Named templates of the charts inside a chart count for it. */
export function chartsIn(paths: readonly string[]): ReadonlyMap<string, ChartFiles> {
  const folders = paths.filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path)).map((path) => [dirname(path), path] as const);
  return new Map(folders.map(([folder, chart]) => {
    const own = paths.filter((path) => path !== chart && isInside(path, folder));
    const defaults = own.filter((path) => dirname(path) === folder && /(?:^|\/)values\.ya?ml$/.test(path));
    const live = own.find((path) => dirname(path) === folder && production.test(path));
    return [folder, { chart, values: [...defaults, ...(live === undefined ? [] : [live])], helpers: own.filter((path) => /(?:^|\/)templates\/.*\.tpl$/.test(path)) }];
  }));
}

/** The chart that a file is a template of. */
export function chartOf(charts: ReadonlyMap<string, ChartFiles>, path: string): ChartFiles | undefined {
  const folder = charts.size === 0 ? undefined : chartFolderOf(path, (each) => charts.has(each));
  return folder === undefined ? undefined : charts.get(folder);
}

/** Reads charts, each once until one of its files changes. */
export class Charts {
  private readonly read = new Map<ChartFiles, ChartData>();

  constructor(private readonly host: Pick<Host, 'read'>) {}

  dataOf(files: ChartFiles): ChartData {
    const known = this.read.get(files);
    if (known) return known;
    const data = chartData({ chart: this.text(files.chart), values: files.values.map((path) => this.text(path)), helpers: files.helpers.map((path) => this.text(path)) });
    this.read.set(files, data);
    return data;
  }

  /** Forgets the charts that a file is part of. */
  changed(path: string): void {
    for (const files of this.read.keys()) if (path === files.chart || files.values.includes(path) || files.helpers.includes(path)) this.read.delete(files);
  }

  private text(path: string): string {
    const read = this.host.read(path);
    return 'text' in read ? read.text : '';
  }
}
