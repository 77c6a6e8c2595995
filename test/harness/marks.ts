/**
 * Marks in example files: `expect-next RULE [severity] {arg=value}` says that the next line has a finding, a caret line
 * below pins its exact columns, `clean-next RULE -- reason` is a considered near miss, `gap-next RULE -- reason` a known
 * miss that fails on the day it is found. Files without comments are marked from `expect.marks` beside them.
 */
export interface Mark {
  readonly kind: 'expect' | 'clean' | 'gap';
  readonly rule: string;
  readonly severity: string | undefined;
  readonly args: Readonly<Record<string, string>>;
  readonly file: string;
  /** 1-based line the mark speaks of. */
  readonly line: number;
  /** 1-based columns, end exclusive, when carets pin them. */
  readonly columns: readonly [number, number] | undefined;
}

const opener = String.raw`(?:\/\/|#|<!--|--|\/\*|<%--|\{\{-? ?\/\*)`;
const markLine = new RegExp(`^\\s*${opener}\\s*(expect|clean|gap)-next\\s+([a-z]+\\/[a-z-]+)(?:\\s+(error|warning|info))?(?:\\s+\\{([^}]*)\\})?`);
const caretLine = new RegExp(`^\\s*${opener}\\s*\\^`);
const sidecarLine = /^([^\s:]+):(\d+)\s+(expect|clean|gap)\s+([a-z]+\/[a-z-]+)(?:\s+(error|warning|info))?(?:\s+\{([^}]*)\})?/;

function readArgs(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(/,\s*/).filter(Boolean).map((pair) => pair.split('='));
  return Object.fromEntries(pairs.map(([name = '', ...value]) => [name.trim(), value.join('=').trim()]));
}

/** Marks of a text and the text with every mark blanked, so that offsets and lines stay true. */
export function readMarks(file: string, text: string): { readonly marks: readonly Mark[]; readonly text: string } {
  const lines = text.split('\n');
  const marks: Mark[] = [];
  const waiting: { kind: Mark['kind']; rule: string; severity: string | undefined; args: Record<string, string> }[] = [];
  let last: number[] = [];
  const blanked = lines.map((line, index) => {
    const match = markLine.exec(line);
    if (match) {
      waiting.push({ kind: match[1] as Mark['kind'], rule: match[2] ?? '', severity: match[3], args: readArgs(match[4]) });
      return blank(line);
    }
    if (caretLine.test(line)) {
      const columns: [number, number] = [line.indexOf('^') + 1, line.lastIndexOf('^') + 2];
      for (const at of last) marks[at] = { ...(marks[at] as Mark), columns };
      return blank(line);
    }
    if (waiting.length > 0) {
      last = waiting.splice(0).map((mark) => marks.push({ ...mark, file, line: index + 1, columns: undefined }) - 1);
    }
    return line;
  });
  if (waiting.length > 0) throw new Error(`${file}: a mark has no line after it`);
  return { marks, text: blanked.join('\n') };
}

function blank(line: string): string {
  return line.replace(/[^\r]/g, ' ');
}

/** Marks of `expect.marks`: one per line, `path:line expect RULE …`. */
export function readSidecar(text: string): readonly Mark[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => {
    const match = sidecarLine.exec(line);
    if (!match) throw new Error(`expect.marks: cannot read ${line}`);
    return { kind: match[3] as Mark['kind'], rule: match[4] ?? '', severity: match[5], args: readArgs(match[6]), file: match[1] ?? '', line: Number(match[2]), columns: undefined };
  });
}
