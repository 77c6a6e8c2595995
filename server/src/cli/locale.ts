import type { Locale } from '../contract/words.js';

/** Korean when the environment's locale is Korean, else English. */
export function systemLocale(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^ko/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ko' : 'en';
}
