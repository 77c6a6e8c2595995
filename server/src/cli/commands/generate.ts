import type { Locale } from '../../contract/words.js';
import { UsageError } from '../errors.js';

interface GenerateOptions {
  readonly stdout?: boolean;
  readonly write?: boolean;
  readonly lang: Locale;
}

export async function generate(_what: 'dockerfile' | 'hpa', _path: string, _options: GenerateOptions): Promise<void> {
  throw new UsageError('not yet');
}
