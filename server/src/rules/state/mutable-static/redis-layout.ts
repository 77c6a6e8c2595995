import { lineEnding } from '../../../base/text.js';
import { field, named, type JavaNode } from '../../../syntax/java/ask.js';

/** How a class is laid out, so that what is added looks alike. */
export interface Layout {
  readonly text: string;
  readonly eol: string;
  /** White space before a member of the class. */
  readonly indent: string;
  /** What a nested line has more of it. */
  readonly step: string;
}

export function layoutOf(text: string, type: JavaNode): Layout {
  const indentAt = (offset: number): string => /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
  const [member] = membersOf(type);
  const indent = member ? indentAt(member.startIndex) : '    ';
  return { text, eol: lineEnding(text), indent, step: indent.slice(indentAt(type.startIndex).length) || '    ' };
}

/** Direct members of a class. */
export function membersOf(type: JavaNode): readonly JavaNode[] {
  const body = field(type, 'body');
  return body ? named(body) : [];
}

/** End of the line that an offset stands in, without its line break. */
export function lineEnd({ text }: Layout, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}
