import type { Evidence } from '../../assessment/statement.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import type { Trend } from './trend.js';
import type { ExtractionView, Readiness, Told } from './view.js';
import { words } from './words.js';

/** Places beside a statement; the report in JSON has more. */
const shownPlaces = 2;
/** Findings of a rule that the appendix lists. */
const listed = 50;

/** Text that is a cell: no bars, no line breaks. */
function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\r?\n/g, ' ');
}

function link({ file, line }: Evidence): string {
  return `[${file}:${line}](${encodeURI(file)}#L${line})`;
}

function told({ text, evidence }: Told): string {
  return cell([text, ...(evidence.length > 0 ? [evidence.slice(0, shownPlaces).map(link).join(', ')] : [])].join(' '));
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`), ''];
}

/** The report as Markdown, for wikis and pull requests. */
export function readinessMarkdown(view: Readiness, lang: Locale, trend?: Trend): string {
  const word = (text: Localized, args = {}): string => say(text, lang, args);
  const score = (value: number | null): string => (value === null ? word(words.unknown) : String(value));
  return [
    `# ${word(words.title, { name: view.name })}`, '', `**${levelText(view, lang)}** · ${summaryOf(view, lang)}`, '', word(words.aligned), '',
    ...(trend ? trendLines(trend, lang) : []),
    `## ${word(words.comparison)}`, '',
    ...table([words.row, words.existing, words.native, words.score, words.costs].map((text) => word(text)), view.table.map((row) => [
      row.title + (row.hint ? ` (${word(words.hint)})` : ''), row.from, row.to, `**${score(row.score)}**`,
      [...row.costs.slice(0, 3).map((cost) => `${word(words.points, { points: cost.points })} ${told(cost)}`), ...row.unknown.map(told)].join('<br>'),
    ])),
    `## ${word(words.workloads)}`, '',
    ...(view.workloads.length === 0 ? [word(words.noWorkloads), ''] : table([words.workload, words.verdict, words.blockers].map((text) => word(text)), view.workloads.map((each) => [
      `${each.kind} **${cell(each.name)}** ${link(each.at)}`, each.verdictText, [...each.blockers.slice(0, 3).map(told), ...(each.lacks.length > 0 ? [word(words.lacks, { what: each.lacks.join(', ') })] : [])].join('<br>'),
    ]))),
    `## ${word(words.fixes)}`, '',
    ...(view.fixes.length === 0 ? [word(words.clean), ''] : [...table([words.fix, words.gain, words.effort, words.files].map((text) => word(text)), view.fixes.slice(0, 10).map((fix) => [`**${cell(fix.title)}** (${fix.rule}) ${told(fix)}`, `+${fix.gain}${fix.opensGate ? `, ${word(words.opensGate)}` : ''}`, fix.effort, String(fix.files)])), word(words.efforts), '']),
    ...(view.extraction ? extractionLines(view.extraction, lang) : []),
    `## ${word(words.gates)}`, '',
    ...table([words.gate, words.state, words.evidence].map((text) => word(text)), view.gates.map((gate) => [`Lv${gate.level} ${gate.text}`, gate.stateText, gate.because.map(told).join('<br>')])),
    `## ${word(words.appendix)}`, '',
    ...view.rules.flatMap(({ id, title, findings }) => [`### ${id}: ${title}`, '', ...findings.slice(0, listed).map((finding) => `- ${told(finding)}`), ...(findings.length > listed ? [`- ${word(words.more, { count: findings.length - listed })}`] : []), '']),
  ].join('\n');
}

export function levelText({ level, levelName }: Readiness, lang: Locale): string {
  return level === null ? words.levelUnknown[lang] : say(words.level, lang, { level, name: levelName });
}

/** What leads to the next level, in a sentence. */
export function summaryOf({ gates, level, lift, rules }: Readiness, lang: Locale): string {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  if (lift) return say(lift.rules.length === 1 ? words.liftOne : words.lift, lang, { count: lift.rules.length, level: lift.level, rules: lift.rules.map((id) => titles.get(id) ?? id).join(', ') });
  const open = gates.filter((gate) => gate.level === (level ?? 0) + 1 && gate.state !== 'held');
  return open.length === 0 ? words.highest[lang] : say(words.waits, lang, { level: (level ?? 0) + 1, gates: open.map(({ text }) => text).join(', ') });
}

/** How many operations of an API are named. */
const namedOperations = 8;

function extractionLines(view: ExtractionView, lang: Locale): readonly string[] {
  return [
    `## ${words.extraction[lang]}`, '', partsText(view, lang), '', metricsText(view, lang), '',
    ...(view.refusal ? [told(view.refusal), ''] : table([words.candidate, words.effort, words.why, words.data].map((text) => text[lang]), view.candidates.map((each) => [
      `**${cell(each.name)}** ${movesText(each, lang)}`, each.effort, each.reasons.map(told).join('<br>'),
      [...(each.operations.length > 0 ? [operationsText(each.operations, lang)] : []), ...[...each.data, ...each.risks].slice(0, 5).map(told)].join('<br>'),
    ]))),
    ...view.pictures.flatMap(({ title, text }) => [`### ${title}`, '', '```mermaid', text.trimEnd(), '```', '']),
  ];
}

export function partsText({ application, units, parts }: ExtractionView, lang: Locale): string {
  return say(words.parts, lang, { application: application || words.wholeApplication[lang], units, count: parts.length, names: parts.map(({ name, units: own }) => `${name} (${own})`).join(', ') });
}

export function metricsText({ metrics }: ExtractionView, lang: Locale): string {
  const { icp, sm, ifn, ned, transactionPurity: purity } = Object.fromEntries(Object.entries(metrics).map(([key, value]) => [key, value === null ? words.unknown[lang] : String(value)]));
  return say(words.metrics, lang, { icp: icp ?? '', sm: sm ?? '', ifn: ifn ?? '', ned: ned ?? '', purity: purity ?? '' });
}

export function movesText({ units, tables }: { readonly units: readonly string[]; readonly tables: readonly string[] }, lang: Locale): string {
  return say(words.moves, lang, { units: units.length, tables: tables.join(', ') || words.none[lang] });
}

export function operationsText(operations: readonly string[], lang: Locale): string {
  return say(words.operations, lang, { operations: [...operations.slice(0, namedOperations), ...(operations.length > namedOperations ? [`+${operations.length - namedOperations}`] : [])].join(', ') });
}

function trendLines({ levelBefore, levelAfter, gone, fresh, rows }: Trend, lang: Locale): readonly string[] {
  const score = (value: number | null): string => (value === null ? words.unknown[lang] : String(value));
  return [
    `## ${words.trend[lang]}`, '', `- ${say(words.trendLevel, lang, { before: score(levelBefore), after: score(levelAfter) })}`, `- ${say(words.trendFindings, lang, { gone, fresh })}`,
    ...rows.map(({ id, before, after }) => `- ${id}: ${score(before)} → ${score(after)}`), '',
  ];
}
