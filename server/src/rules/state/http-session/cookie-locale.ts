import type { Fix } from '../../../contract/rule.js';

/** Calls that only the resolver of the session has. */
const ofSessionOnly = /setLocaleAttributeName|setTimeZoneAttributeName|localeAttributeName|timeZoneAttributeName/;

/** Whether the file leaves the resolver as a cookie could replace it. */
export function isReplaceable(text: string): boolean {
  return !ofSessionOnly.test(text);
}

/** The language travels with the browser instead of the session: Spring's other resolver takes the same settings. */
export const cookieLocale: Fix = {
  key: 'cookie-locale',
  title: { en: 'Keep the chosen language in a cookie', ko: '선택한 언어를 쿠키에 저장' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly resolver?: string } | null)?.resolver === 'replaceable',
  edits({ finding, text }) {
    const current = text(finding.file);
    if (current === undefined || !isReplaceable(current)) return undefined;
    return [...current.matchAll(/\bSessionLocaleResolver\b/g)].map(({ index }) => ({
      do: 'replace' as const, file: finding.file, span: { start: index, end: index + 'Session'.length }, text: 'Cookie',
    }));
  },
};
