import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { say, type Locale, type Localized } from '../contract/words.js';
import { UsageError } from './errors.js';

const unreadable: Localized = { en: '{file} cannot be read ({error}); check the path', ko: '{file} 파일을 읽을 수 없습니다({error}). 경로를 확인하세요' };

/** Text of a file that the user named, or its first bytes; throws a {@link UsageError} that names the file when it cannot be read. */
export function readText(file: string, lang: Locale, bytes = Infinity): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const buffer = Buffer.alloc(Math.min(bytes, statSync(file).size));
    readSync(descriptor, buffer, 0, buffer.length, 0);
    return buffer.toString('utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(say(unreadable, lang, { file, error: (error as NodeJS.ErrnoException).code ?? 'unknown' }));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
