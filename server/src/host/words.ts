/** Names that stand in a text, and where each of them starts. */
export type Seen = ReadonlyMap<string, readonly number[]>;

/** A set of names that is looked for in many texts, each read once and byte by byte: what that costs does not grow with the names. */
export class WordSet {
  /** Names by the word that they begin with. */
  private readonly byHead = new Map<string, string[]>();
  /** One byte for each hash of a word that some name begins with. */
  private readonly hashes = new Uint8Array(1 << 16);

  /** Names that do not begin with an ASCII word are not looked for. */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      const head = headOf(name);
      if (head === '') continue;
      const alike = this.byHead.get(head);
      if (alike) alike.push(name);
      else this.byHead.set(head, [name]);
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
    for (const name of this.byHead.get(word) ?? []) {
      const after = start + name.length;
      const endsWord = isWordByte[name.charCodeAt(name.length - 1)] !== 1 || isWordByte[text[after] ?? 0] !== 1;
      if (name !== word && !(endsWord && text.toString('latin1', start, after) === name)) continue;
      const starts = found.get(name);
      if (starts) starts.push(start);
      else found.set(name, [start]);
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
  return /^[\w$]+/.exec(name)?.[0] ?? '';
}

function hashOf(word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash & mask;
}
