import { dimensionIds } from '../../assessment/score/areas.js';
import { documentOf, escaped, type PageParts } from '../../base/html.js';
import type { Locale } from '../../contract/words.js';
import type { Readiness } from './view.js';
import { rowWords, words } from './words.js';

/** One row for each code base: its level, its seven scores and what to fix first. */
function rowsOf(views: readonly Readiness[], lang: Locale): { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return {
    heads: [words.application[lang], 'Lv', ...dimensionIds.map((id) => rowWords[id].title[lang]), words.next[lang]],
    rows: views.map(({ name, level, table, fixes }) => [name, level === null ? words.unknown[lang] : String(level), ...dimensionIds.map((id) => String(table.find((row) => row.id === id)?.score ?? words.unknown[lang])), fixes[0] ? `${fixes[0].title} (${fixes[0].effort})` : words.clean[lang]]),
  };
}

export function portfolioMarkdown(views: readonly Readiness[], lang: Locale): string {
  const { heads, rows } = rowsOf(views, lang);
  const cell = (text: string): string => text.replace(/\|/g, '\\|');
  return [`# ${words.portfolio[lang]}`, '', `| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`), ''].join('\n');
}

export function portfolioHtml(views: readonly Readiness[], lang: Locale, parts: PageParts): string {
  const { heads, rows } = rowsOf(views, lang);
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map(([name = '', ...rest]) => `<tr><th scope="row">${escaped(name)}</th>${rest.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('\n');
  return documentOf({ lang, title: words.portfolio[lang], data: {}, parts, body: `<div class="scroll" tabindex="0"><table class="report"><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table></div>` });
}
