import type { Locale } from '../contract/words.js';
import { FileError, namedText } from '../host/named-file.js';
import { UsageError } from './errors.js';

/** Text of a file that the user named, or its first bytes; throws a {@link UsageError} that names the file when it cannot be read. */
export function readText(file: string, lang: Locale, bytes = Infinity): string {
  try {
    return namedText(file, bytes);
  } catch (error) {
    throw asUsageError(error, lang);
  }
}

/** What is wrong with a file, as the command line says it; any other error as it is. */
export function asUsageError(error: unknown, lang: Locale): unknown {
  return error instanceof FileError ? new UsageError(error.told[lang]) : error;
}
