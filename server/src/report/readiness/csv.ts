import { stringify } from 'csv-stringify/sync';
import { dimensionIds } from '../../assessment/score/areas.js';
import type { Locale } from '../../contract/words.js';
import type { Readiness } from './view.js';
import { rowWords, words } from './words.js';

/** A line for each code base, for spreadsheets: level, the seven scores (empty where unknown), and what to fix first. */
export function readinessCsv(views: readonly Readiness[], lang: Locale): string {
  const head = [words.application[lang], 'Lv', ...dimensionIds.map((id) => rowWords[id].title[lang]), words.next[lang]];
  const rows = views.map(({ name, level, table, fixes }) => [name, level ?? '', ...dimensionIds.map((id) => table.find((row) => row.id === id)?.score ?? ''), fixes[0]?.rule ?? '']);
  return stringify([head, ...rows], { bom: true, escape_formulas: true });
}
