import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Locale } from '../contract/words.js';
import { UsageError } from './errors.js';

/** Writes what a command came to into a file, or prints it where none is named. */
export function output(text: string, file: string | undefined, locale: Locale): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(locale === 'ko' ? `${file}: 파일에 쓸 수 없습니다(${code})` : `${file}: cannot be written (${code})`);
  }
}
