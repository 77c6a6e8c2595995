import type { OutlineUse } from './outline.js';

/** Where an expression leads: a type that the file names, and the fields and calls that go on from it. */
export interface Path {
  /** As written, with its arguments: `List<Item>`. */
  readonly type: string;
  readonly through: readonly string[];
}

/** A chain that goes on for longer is a builder, whose types say nothing new. */
const longest = 6;

/** Where the next field or call leads. */
export function step(path: Path, name: string): Path | undefined {
  return path.through.length < longest ? { type: path.type, through: [...path.through, name] } : undefined;
}

interface Counted {
  type: string;
  through: readonly string[];
  calls: string | undefined;
  times: number;
  line: number;
}

/** Types of every program that no code of its own is called. */
const usual = new Set(['String', 'Object', 'Integer', 'Long', 'Boolean', 'Double', 'Float', 'Short', 'Byte', 'Character', 'Void', 'List', 'Map', 'Set', 'ArrayList', 'HashMap', 'HashSet', 'Override', 'Exception', 'RuntimeException', 'System', 'Date', 'BigDecimal', 'Optional', 'Collection', 'IOException', 'StringBuilder', 'Math', 'Arrays', 'Collections']);

/** Adds up what a method uses, so that a type that is named ten times is one entry. */
export class UseCounter {
  private readonly found = new Map<string, Counted>();

  add(path: Path, calls: string | undefined, line: number): void {
    if (usual.has(path.type)) return;
    const way = path.through.length > 0 ? ` ${path.through.join('.')}` : '';
    const key = calls === undefined ? path.type + way : `${path.type}:${calls}${way}`;
    const known = this.found.get(key);
    if (known) known.times++;
    else this.found.set(key, { type: path.type, through: path.through, calls, times: 1, line });
  }

  uses(): readonly OutlineUse[] {
    return [...this.found.values()].map(({ type, through, calls, times, line }) => ({
      type, ...(through.length > 0 ? { through } : {}), ...(calls === undefined ? {} : { calls }), times, line,
    }));
  }
}

/** Whether the name of a method says enough to be found by it alone: two words, and longer than what libraries call theirs. */
export function isTelling(method: string): boolean {
  return method.length >= 10 && /[a-z\d](?:_[a-z]|[A-Z])/.test(method);
}
