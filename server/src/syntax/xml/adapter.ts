import { Parser } from 'htmlparser2';
import type { XmlAttribute, XmlElement } from '../../contract/nodes.js';
import type { Span } from '../../base/text.js';
import type { Adapter, Parsed, SyntaxProblem } from '../adapter.js';
import { reachedBy } from './reached.js';

interface Building {
  name: string; local: string; start: number; end: number;
  nameSpan: Span; openTag: Span;
  attributes: XmlAttribute[]; children: Building[]; parent: Building | undefined;
  text: string; textSpan: Span | undefined; closed: boolean;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Collects parser events into elements. htmlparser2 closes what is left open, so broken input still gives a tree. */
class TreeBuilder {
  readonly elements: Building[] = [];
  private current: Building | undefined;
  private pending: XmlAttribute[] = [];
  parser!: Parser;

  constructor(private readonly text: string) {}

  onattribute(name: string, value: string, quote: string | null | undefined): void {
    const { startIndex: start, endIndex } = this.parser;
    const quoted = quote ? 1 : 0;
    const written = this.text.slice(start, endIndex + 1);
    const equals = written.indexOf('=');
    const valueStart = equals < 0 ? endIndex : start + equals + 1 + (/^\s*/.exec(written.slice(equals + 1))?.[0].length ?? 0) + quoted;
    const valueEnd = quoted ? this.text.indexOf(quote as string, valueStart) : endIndex;
    this.pending.push({ name, value, start, end: valueEnd + quoted, valueSpan: { start: valueStart, end: Math.max(valueStart, valueEnd) } });
  }

  onopentag(name: string): void {
    const { startIndex: start, endIndex } = this.parser;
    const element: Building = {
      name, local: localName(name), start, end: endIndex + 1,
      nameSpan: { start: start + 1, end: start + 1 + name.length },
      openTag: { start, end: endIndex + 1 },
      attributes: this.pending, children: [], parent: this.current, text: '', textSpan: undefined, closed: false,
    };
    this.pending = [];
    this.current?.children.push(element);
    this.elements.push(element);
    this.current = element;
  }

  onclosetag(name: string, implied: boolean): void {
    const element = this.current;
    if (!element || element.name !== name) return;
    element.end = Math.max(element.end, this.parser.endIndex + 1);
    element.closed = !implied || this.text.slice(element.openTag.end - 2, element.openTag.end) === '/>';
    element.text = element.text.trim();
    this.current = element.parent;
  }

  ontext(data: string): void {
    const element = this.current;
    if (!element) return;
    element.text += data;
    const { startIndex: start, endIndex } = this.parser;
    const written = this.text.slice(start, endIndex + 1);
    if (written.trim() === '') return;
    const from = start + (written.length - written.trimStart().length);
    const to = start + written.trimEnd().length;
    element.textSpan = { start: element.textSpan?.start ?? from, end: to };
  }
}

function parse(text: string, path: string): Parsed<'xml'> {
  const builder = new TreeBuilder(text);
  const parser = new Parser(
    {
      onattribute: (name, value, quote) => builder.onattribute(name, value, quote),
      onopentag: (name) => builder.onopentag(name),
      onclosetag: (name, implied) => builder.onclosetag(name, implied),
      ontext: (data) => builder.ontext(data),
    },
    { xmlMode: true, decodeEntities: true },
  );
  builder.parser = parser;
  parser.end(text);
  const elements: readonly XmlElement[] = builder.elements;
  return {
    problems: unclosed(elements),
    visit(keys, each) {
      const all = keys.has('*');
      for (const element of elements) {
        if (keys.has(element.local)) each(element.local, element);
        if (all) each('*', element);
      }
    },
    reachedBy: (place) => reachedBy(path, elements, place),
    dispose() {},
  };
}

function unclosed(elements: readonly XmlElement[]): readonly SyntaxProblem[] {
  const open = elements.find((element) => !element.closed);
  if (!open) return [];
  return [{ at: open.nameSpan, message: { en: `the element <${open.name}> is never closed`, ko: `<${open.name}> 요소가 닫히지 않았습니다` } }];
}

export const xmlAdapter: Adapter<'xml'> = { language: 'xml', parse };
