import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../contract/words.js';
import { ruleDocs } from '../generated/docs.js';

/** URI of a rule's page, which the build puts beside the server. */
export function docUri(rule: string, locale: Locale): string {
  return pathToFileURL(join(__dirname, 'docs', 'rules', `${rule}${locale === 'ko' ? '.ko' : ''}.md`)).href;
}

/** First paragraph of the page's section on why; `undefined` when the page has none. */
export function whyOf(rule: string, locale: Locale): string | undefined {
  const page = ruleDocs[rule]?.[locale] ?? '';
  const section = /^## (?:Why|이유)[ \t]*\n+([\s\S]*?)(?=\n## |$(?![\s\S]))/m.exec(page)?.[1] ?? '';
  const paragraph = section.split(/\n\s*\n/).find((text) => text.trim() !== '' && !text.startsWith('```'));
  return paragraph?.trim().replace(/\n```[\s\S]*$/, '');
}
