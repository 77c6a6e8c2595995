/** Names that stand in a text, and where each of them starts. */
export type Seen = ReadonlyMap<string, readonly number[]>;

/** A set of names that is looked for in many texts, each read once and byte by byte: what that costs does not grow with the names. */
export class WordSet {
  /** Names by their first word, which signs may stand before. */
  private readonly byHead = new Map<string, { readonly name: string; readonly lead: number }[]>();
  /** One byte for each hash of a first word. */
  private readonly hashes = new Uint8Array(1 << 16);

  /** Names without a word in ASCII are not looked for. */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      const head = headOf(name);
      if (head === '') continue;
      const known = { name, lead: name.indexOf(head) };
      const alike = this.byHead.get(head);
      if (alike) alike.push(known);
      else this.byHead.set(head, [known]);
      this.hashes[hashOf(head)] = 1;
    }
  }

  /** Names that stand in a text as whole words. */
  in(text: Buffer): Seen {
    const found = new Map<string, number[]>();
    let start = 0;
    let hash = seed;
    for (let at = 0; at <= text.length; at++) {
      const byte = text[at];
      if (byte !== undefined && isWordByte[byte] === 1) {
        hash = mix(hash, byte);
        continue;
      }
      if (at > start && this.hashes[hash & mask] === 1) this.take(text, start, at, found);
      start = at + 1;
      hash = seed;
    }
    return found;
  }

  private take(text: Buffer, start: number, end: number, found: Map<string, number[]>): void {
    const word = text.toString('latin1', start, end);
    for (const { name, lead } of this.byHead.get(word) ?? []) {
      const from = start - lead;
      const after = from + name.length;
      // What begins with `$` goes on with the name of a variable.
      const endsWord = name.endsWith('$') || isWordByte[name.charCodeAt(name.length - 1)] !== 1 || isWordByte[text[after] ?? 0] !== 1;
      if (name !== word && !(from >= 0 && endsWord && text.toString('latin1', from, after) === name)) continue;
      const starts = found.get(name);
      if (starts) starts.push(from);
      else found.set(name, [from]);
    }
  }
}

const mask = 0xffff;
const seed = 0x811c9dc5;

/** FNV-1a, one step. */
function mix(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** Letters, digits, `_` and `$`. */
const isWordByte = Uint8Array.from({ length: 256 }, (_, byte) => (/[\w$]/.test(String.fromCharCode(byte)) ? 1 : 0));

function headOf(name: string): string {
  return /[\w$]+/.exec(name)?.[0] ?? '';
}

function hashOf(word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash & mask;
}
