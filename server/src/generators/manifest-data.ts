import { Document, isMap, Scalar, type Node } from 'yaml';

/** Plain data of a manifest, together with what only people (comments) and charts (values) see of it. Keys without a value are left out. */
export type Data = string | number | boolean | null | readonly Data[] | DataMap | Noted | Held | ChartOnly;
export interface DataMap {
  readonly [key: string]: Data | undefined;
}
/** What is left of {@link Data} for Kubernetes. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A value that a comment explains, above it or behind it. */
export class Noted {
  constructor(readonly value: Data, readonly lines: readonly string[], readonly where: 'above' | 'behind' = 'above') {}
}

/** A setting of `values.yaml`: where it stands, its default, and what it is for. */
export interface Knob {
  readonly path: string;
  readonly value: Data;
  readonly about?: readonly string[] | undefined;
  /** A map to which users add keys of their own. */
  readonly open?: true;
}

/** A value that a Helm chart takes from somewhere else; everything that is no chart has the value itself. */
export class Held {
  constructor(readonly value: Data, readonly expression: string, readonly knobs: readonly Knob[] = []) {}
}

/** Lines that stand in a chart's template only, in place of a key. */
export class ChartOnly {
  constructor(readonly lines: readonly string[], readonly knobs: readonly Knob[] = []) {}
}

/** A knob as the value itself. */
export function knob(path: string, value: Data, about?: readonly string[], open?: true): Held {
  return new Held(value, `.Values.${path}`, [{ path, value, about, ...(open ? { open } : {}) }]);
}

export function noted(value: Data, ...lines: readonly string[]): Noted {
  return new Noted(value, lines);
}

export function behind(value: Data, line: string): Noted {
  return new Noted(value, [line], 'behind');
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

/** The value as Kubernetes gets it. */
export function plain(data: Data): Plain {
  if (data instanceof Noted || data instanceof Held) return plain(data.value);
  if (data instanceof ChartOnly) return null;
  if (isList(data)) return data.filter((item) => !(item instanceof ChartOnly)).map(plain);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).flatMap(([key, value]) => (value === undefined || value instanceof ChartOnly ? [] : [[key, plain(value)]])));
}

/** Every knob below a value, in the order in which it is written. */
export function knobsIn(data: Data): readonly Knob[] {
  if (data instanceof Noted) return knobsIn(data.value);
  if (data instanceof Held) return data.knobs.length > 0 ? data.knobs : [];
  if (data instanceof ChartOnly) return data.knobs;
  if (isList(data)) return data.flatMap(knobsIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap((value) => (value === undefined ? [] : knobsIn(value)));
}

/** Where a chart differs from plain YAML: the texts that stand for the marks left in its place. */
type Marks = (Held | ChartOnly)[];

const mark = (index: number): string => `chartMark${index}x`;

function commented(lines: readonly string[]): string {
  return lines.map((line) => ` ${line}`).join('\n');
}

class Printer {
  readonly marks: Marks = [];
  readonly doc = new Document(null, { compat: 'yaml-1.1' });

  constructor(private readonly chart: boolean) {}

  node(data: Data): Node {
    if (data instanceof Noted) {
      const node = this.node(data.value);
      if (data.where === 'behind') node.comment = commented(data.lines);
      else node.commentBefore = commented(data.lines);
      return node;
    }
    if (data instanceof Held || data instanceof ChartOnly) {
      if (!this.chart) return this.node(data instanceof Held ? data.value : '');
      this.marks.push(data);
      return new Scalar(mark(this.marks.length - 1));
    }
    if (isList(data)) {
      const list = this.doc.createNode([]);
      for (const item of data) if (this.chart || !(item instanceof ChartOnly)) list.items.push(this.node(item) as never);
      return list;
    }
    return typeof data === 'object' && data !== null ? this.map(data) : this.doc.createNode(data);
  }

  private map(data: DataMap): Node {
    const map = this.doc.createNode({});
    for (const [key, value] of Object.entries(data)) {
      if (value === undefined || (value instanceof ChartOnly && !this.chart)) continue;
      const above = value instanceof Noted && value.where === 'above' ? value : undefined;
      const pair = this.doc.createPair(key, null);
      const name = this.doc.createNode(key) as Scalar;
      if (above) name.commentBefore = commented(above.lines);
      pair.key = name;
      pair.value = this.node(above ? above.value : value);
      map.items.push(pair as never);
    }
    return map;
  }

  text(data: Data): string {
    const node = this.node(data);
    this.doc.contents = node as never;
    if (isMap(node) && node.items.length === 0) return '{}\n';
    return this.doc.toString({ lineWidth: 0 });
  }
}

/** The value as YAML, comments included. */
export function yamlText(data: Data): string {
  return new Printer(false).text(data);
}

function indent(lines: readonly string[], by: string): string {
  return lines.map((line) => (line === '' ? '' : by + line)).join('\n');
}

/** What a template prints for a held value: maps and lists as a block below their key, texts in quotes. */
function printed(held: Held, lead: string, key: string): string {
  const value = plain(held.value);
  if (typeof value === 'object' && value !== null) {
    const deeper = lead.replace('-', ' ').length + 2;
    // A named template prints YAML already.
    const text = held.expression.startsWith('include ') ? held.expression : `toYaml ${held.expression}`;
    return `${lead}${key}:\n${' '.repeat(deeper)}{{- ${text} | nindent ${deeper} }}`;
  }
  return `${lead}${key}: ${inline(held)}`;
}

function inline({ value, expression }: Held): string {
  return typeof plain(value) === 'string' ? `{{ ${expression} | quote }}` : `{{ ${expression} }}`;
}

/** Stands in lines of a {@link ChartOnly} for the depth of what comes below its key. */
export const below = 'nindent BELOW';

/** The value as a template of a chart. */
export function templateText(data: Data): string {
  const printer = new Printer(true);
  const lines = printer.text(data).replaceAll('{{', '{{ "{{" }}').split('\n');
  return lines.map((line) => {
    const found = /^(\s*(?:- )?)(?:([\w./"-]+): )?chartMark(\d+)x(\s+#.*)?$/.exec(line);
    const held = found && printer.marks[Number(found[3])];
    if (!found || !held) return line.replace(/chartMark(\d+)x/g, (whole, index: string) => { const other = printer.marks[Number(index)]; return other instanceof Held ? inline(other) : whole; });
    const [, lead = '', key, , behindIt = ''] = found;
    if (held instanceof ChartOnly) return indent(held.lines, lead.replace('-', ' ')).replaceAll(below, `nindent ${lead.length + 2}`);
    return (key === undefined ? `${lead}${inline(held)}` : printed(held, lead, key)) + (typeof plain(held.value) === 'object' ? '' : behindIt);
  }).join('\n');
}
