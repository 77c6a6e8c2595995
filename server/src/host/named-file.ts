import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { say, type Args, type Localized } from '../contract/words.js';

/** What is wrong with a file that the user named, in words for the user; each mouth says it in its own way. */
export class FileError extends Error {
  constructor(readonly told: Localized) {
    super(told.en);
  }
}

/** A text in every language with its arguments filled in. */
export function filledIn(text: Localized, args: Args): Localized {
  return { en: say(text, 'en', args), ko: say(text, 'ko', args) };
}

const unreadable: Localized = { en: '{file} cannot be read ({error}); check the path', ko: '{file} 파일을 읽을 수 없습니다({error}). 경로를 확인하세요' };

/** The first bytes of a file that the user named, all of them by default; throws a {@link FileError} when it cannot be read. */
export function namedBytes(file: string, bytes = Infinity): Buffer {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const buffer = Buffer.alloc(Math.min(bytes, statSync(file).size));
    readSync(descriptor, buffer, 0, buffer.length, 0);
    return buffer;
  } catch (error) {
    throw new FileError(filledIn(unreadable, { file, error: (error as NodeJS.ErrnoException).code ?? 'unknown' }));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The same as text in UTF-8, without a byte order mark. */
export function namedText(file: string, bytes = Infinity): string {
  return namedBytes(file, bytes).toString('utf8').replace(/^\uFEFF/, '');
}
