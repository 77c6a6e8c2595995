import type { OutlineQuery } from './outline.js';
import { tablesOf } from './sql.js';

/** Statements of a document of MyBatis (`<mapper namespace>`) or iBATIS (`<sqlMap namespace>`). */
export interface MapperStatements {
  /** The interface that they belong to, or what stands before each of their names; '' without. */
  readonly namespace: string;
  readonly queries: readonly OutlineQuery[];
}

const root = /<(?:mapper|sqlMap)\b([^>]*)>/;
/** One match per tag: its end is looked for from there on. */
const statement = /<(select|insert|update|delete|statement|procedure|sql)\b([^>]*)>/g;

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
}

/** What a statement says once its conditions are taken for granted; pieces that it includes are put in. */
function plain(inner: string, pieces: ReadonlyMap<string, string>): string {
  return inner
    .replace(/<include\b[^>]*refid\s*=\s*["'](?:[\w.$-]*\.)?([\w$-]+)["'][^>]*>/g, (_, name: string) => ` ${pieces.get(name) ?? ''} `)
    .replace(/<selectKey\b[\s\S]*?<\/selectKey>/g, ' ')
    .replace(/<!\[CDATA\[|\]\]>/g, ' ')
    .replace(/<(set|where)\b[^>]*>/g, ' $1 ')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
    .replace(/\n\s*--[^\n]*/g, ' ')
    .trim();
}

/** Whether a document may hold statements; cheap. */
export function mayBeMapper(text: string): boolean {
  return root.test(text);
}

/** Reads a mapper's document; `undefined` when the text is none. */
export function outlineMapper(text: string): MapperStatements | undefined {
  const code = text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const head = root.exec(code);
  if (!head) return undefined;
  const pieces = new Map<string, string>();
  const found: { id: string; tag: string; at: number; inner: string }[] = [];
  for (const { 0: begin, 1: tag = '', 2: attributes = '', index } of code.matchAll(statement)) {
    const id = attribute(attributes, 'id');
    const end = code.indexOf(`</${tag}>`, index);
    if (id === undefined || end < 0) continue;
    const inner = code.slice(index + begin.length, end);
    if (tag === 'sql') pieces.set(id, plain(inner, pieces));
    else found.push({ id, tag, at: index, inner });
  }
  const lines = lineCounter(code);
  const queries = found.map(({ id, at, inner }): OutlineQuery => ({ name: id, tables: tablesOf(plain(inner, pieces)), line: lines(at) }));
  return { namespace: attribute(head[1] ?? '', 'namespace') ?? '', queries };
}

/** Lines of growing offsets. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let from = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < offset; next = text.indexOf('\n', from)) {
      line++;
      from = next + 1;
    }
    return line;
  };
}
