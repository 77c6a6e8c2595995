import iconv from 'iconv-lite';

/** Encodings that files of a monolith come in; `cp949` is EUC-KR with its Windows extension. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949' | 'latin1';

/** Text of the bytes in an encoding; `undefined` when they are not valid in it. */
function attempt(bytes: Uint8Array, encoding: 'utf-8' | 'cp949'): string | undefined {
  if (encoding === 'utf-8') {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  }
  // Not TextDecoder: its EUC-KR knows none of the 8,822 syllables that Windows added.
  const text = iconv.decode(bytes, encoding);
  return text.includes('\uFFFD') ? undefined : text;
}

function marked(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

/**
 * Text of a file's bytes: UTF-8 (or UTF-16 when a byte order mark says so), on invalid UTF-8 EUC-KR with its Windows
 * extension CP949, on invalid EUC-KR Latin-1. The byte order mark is dropped.
 */
export function decode(bytes: Uint8Array): string {
  const utf16 = marked(bytes);
  if (utf16 === 'utf-16le' || utf16 === 'utf-16be') return new TextDecoder(utf16).decode(bytes);
  return attempt(bytes, 'utf-8') ?? attempt(bytes, 'cp949') ?? new TextDecoder('latin1').decode(bytes);
}

/** The encoding that {@link decode} reads the bytes in, and whether a byte order mark begins them. */
export function encodingOf(bytes: Uint8Array): { readonly name: Encoding; readonly bom: boolean } {
  const byMark = marked(bytes);
  if (byMark) return { name: byMark, bom: true };
  const name = (['utf-8', 'cp949'] as const).find((encoding) => attempt(bytes, encoding) !== undefined);
  return { name: name ?? 'latin1', bom: false };
}

/** A NUL byte among the first 8,000 means that the file is not text; a UTF-16 byte order mark means that it is. */
export function isBinary(bytes: Uint8Array): boolean {
  const byMark = marked(bytes);
  if (byMark === 'utf-16le' || byMark === 'utf-16be') return false;
  const nul = bytes.indexOf(0);
  return nul >= 0 && nul < 8000;
}
