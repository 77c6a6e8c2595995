import { createHash } from 'node:crypto';

/** First 16 hex digits of the SHA-256 of the parts, which are kept apart so that ('ab','c') ≠ ('a','bc'). */
export function hash(...parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex').slice(0, 16);
}
