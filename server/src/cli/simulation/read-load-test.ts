import type { LoadTest } from '../../autoscaling/load-test/collector.js';
import type { Locale } from '../../contract/words.js';
import { readLoadTest as read } from '../../host/load-test-file.js';
import { asUsageError } from '../read-text.js';

/** Reads what a load-testing tool wrote; throws a {@link UsageError} where it cannot. */
export async function readLoadTest(file: string, lang: Locale): Promise<{ readonly test: LoadTest; readonly notes: readonly string[] }> {
  try {
    const { test, notes } = await read(file);
    return { test, notes: notes.map((note) => note[lang]) };
  } catch (error) {
    throw asUsageError(error, lang);
  }
}
