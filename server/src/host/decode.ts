/**
 * Text of a file's bytes: UTF-8 (or UTF-16 when a byte order mark says so), on invalid UTF-8 EUC-KR with its Windows
 * extension CP949, on invalid EUC-KR Latin-1. The byte order mark is dropped.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const label of ['utf-8', 'euc-kr']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding.
    }
  }
  return new TextDecoder('latin1').decode(bytes);
}

/** A NUL byte among the first 8,000 means that the file is not text; a UTF-16 byte order mark means that it is. */
export function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  const nul = bytes.indexOf(0);
  return nul >= 0 && nul < 8000;
}
