import iconv from 'iconv-lite';
import { encodingOf } from './decode.js';

/** Bytes of a text in the encoding, and with the byte order mark, of the file it replaces. */
export function encodeLike(old: Uint8Array, text: string): Uint8Array {
  const { name, bom } = encodingOf(old);
  return iconv.encode(text, name, { addBOM: bom });
}
