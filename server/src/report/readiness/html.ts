import type { Evidence } from '../../assessment/statement.js';
import { documentOf, escaped, type PageParts } from '../../base/html.js';
import { say, type Args, type Locale, type Localized } from '../../contract/words.js';
import { levelText, metricsText, movesText, operationsText, partsText, summaryOf } from './markdown.js';
import type { Trend } from './trend.js';
import type { ExtractionView, Readiness, Told } from './view.js';
import { words } from './words.js';

/** Findings of a rule that the page lists before the rest is counted. */
const listed = 50;
const shownFixes = 10;
const shownRisks = 5;
/** Places beside a statement; the report in JSON has more. */
const shownPlaces = 2;

/** What the page of a report is made of; `diagrams` is the code that draws its pictures. */
export interface ReportParts extends PageParts {
  readonly diagrams: string;
}

/** The report as a page of one file that needs no network and prints well; places are links into the appendix or, in the editor, to the code. */
export function readinessHtml(view: Readiness, lang: Locale, parts: ReportParts, trend?: Trend): string {
  const writer = new Writer(lang);
  return pageOf(say(words.title, lang, { name: view.name }), view, lang, parts, [
    writer.head(view), ...(trend ? [writer.trend(trend)] : []), writer.comparison(view, trend), writer.workloads(view), writer.fixes(view), ...(view.extraction ? [writer.extraction(view.extraction)] : []), writer.gates(view), writer.appendix(view),
  ]);
}

/** What could be split off first, as a page of its own. */
export function extractionHtml(view: Readiness, lang: Locale, parts: ReportParts): string {
  return pageOf(say(words.extractionOf, lang, { name: view.name }), view, lang, parts, [view.extraction ? new Writer(lang).extraction(view.extraction) : `<p>${escaped(words.noStructure[lang])}</p>`]);
}

function pageOf(title: string, { extraction }: Readiness, lang: Locale, { diagrams, script, ...parts }: ReportParts, sections: readonly string[]): string {
  // The code for pictures is most of a page, so that one without pictures does without.
  const code = (extraction?.pictures.length ?? 0) > 0 ? `${diagrams};\n${script}` : script;
  return documentOf({ lang, title, data: {}, parts: { ...parts, script: code, drawn: true }, body: sections.join('\n') });
}

class Writer {
  constructor(private readonly lang: Locale) {}

  head(view: Readiness): string {
    return `<p class="level"><strong>${escaped(levelText(view, this.lang))}</strong></p>
<p>${escaped(summaryOf(view, this.lang))}</p>
<p class="quiet">${this.word(words.aligned)}</p>`;
  }

  trend({ levelBefore, levelAfter, gone, fresh }: Trend): string {
    return this.section('trend', words.trend, `<ul><li>${this.word(words.trendLevel, { before: levelBefore ?? words.unknown[this.lang], after: levelAfter ?? words.unknown[this.lang] })}</li><li>${this.word(words.trendFindings, { gone, fresh })}</li></ul>`);
  }

  comparison({ table, rules }: Readiness, trend: Trend | undefined): string {
    const listedRules = new Set(rules.map(({ id }) => id));
    const linked = (id: string, text: string): string => (listedRules.has(id) ? `<a href="#${idOf(id)}">${text}</a>` : text);
    const rows = table.map((row) => {
      const before = trend?.rows.find(({ id }) => id === row.id)?.before;
      const was = before === undefined || before === null ? '' : ` <span class="quiet">(${this.word(words.was, { score: before })})</span>`;
      const score = row.score === null ? `<em>${this.word(words.unknown)}</em>` : `<meter min="0" max="100" low="40" high="70" optimum="100" value="${row.score}" aria-label="${escaped(row.title)}"></meter> <strong>${row.score}</strong>`;
      const costs = row.costs.slice(0, 3).map((cost) => `<li>${linked(cost.id, `${this.word(words.points, { points: cost.points })} ${escaped(cost.title)}`)} ${this.places(cost.evidence)}</li>`);
      return [`<strong>${escaped(row.title)}</strong>${row.hint ? ` <span class="quiet">${this.word(words.hint)}</span>` : ''}`, escaped(row.from), escaped(row.to), score + was, `<ul>${[...costs, ...row.unknown.map((each) => `<li>${this.told(each)}</li>`)].join('')}</ul>`];
    });
    return this.section('comparison', words.comparison, this.table([words.row, words.existing, words.native, words.score, words.costs], rows));
  }

  workloads({ workloads }: Readiness): string {
    if (workloads.length === 0) return this.section('workloads', words.workloads, `<p>${this.word(words.noWorkloads)}</p>`);
    const rows = workloads.map((each) => {
      const blockers = each.blockers.slice(0, 3).map((blocker) => `<li><a href="#${idOf(blocker.rule)}">${escaped(blocker.rule)}</a> ${this.told(blocker)}</li>`);
      const more = each.blockers.length > 3 ? [`<li>${this.word(words.more, { count: each.blockers.length - 3 })}</li>`] : [];
      const lacks = each.lacks.length > 0 ? [`<li>${this.word(words.lacks, { what: each.lacks.join(', ') })}</li>`] : [];
      return [`<strong>${escaped(each.name)}</strong> <span class="quiet">${escaped(each.kind)}</span> ${this.places([each.at])}`, `<span class="verdict ${each.verdict}">${escaped(each.verdictText)}</span>`, `<ul>${[...blockers, ...more, ...lacks].join('')}</ul>`];
    });
    return this.section('workloads', words.workloads, this.table([words.workload, words.verdict, words.blockers], rows));
  }

  fixes({ fixes }: Readiness): string {
    if (fixes.length === 0) return this.section('fixes', words.fixes, `<p>${this.word(words.clean)}</p>`);
    const rows = fixes.slice(0, shownFixes).map((fix) => [`<a href="#${idOf(fix.rule)}">${escaped(fix.title)}</a> ${this.places(fix.evidence.slice(0, 2))}`, `+${fix.gain}${fix.opensGate ? ` <span class="quiet">${this.word(words.opensGate)}</span>` : ''}`, fix.effort, String(fix.files)]);
    return this.section('fixes', words.fixes, `${this.table([words.fix, words.gain, words.effort, words.files], rows, 'first')}\n<p class="quiet">${this.word(words.efforts)}</p>`);
  }

  extraction(view: ExtractionView): string {
    const rows = view.candidates.map((each) => {
      const data = [...each.data, ...each.risks].slice(0, shownRisks).map((text) => `<li>${this.told(text)}</li>`);
      const operations = each.operations.length > 0 ? [`<li>${escaped(operationsText(each.operations, this.lang))}</li>`] : [];
      return [`<strong>${escaped(each.name)}</strong> <span class="quiet">${escaped(movesText(each, this.lang))}</span>`, each.effort, `<ul>${each.reasons.map((text) => `<li>${this.told(text)}</li>`).join('')}</ul>`, `<ul>${[...operations, ...data].join('')}</ul>`];
    });
    const pictures = view.pictures.map(({ title, text }) => `<figure class="picture"><figcaption>${escaped(title)}</figcaption><pre class="mermaid">${escaped(text)}</pre></figure>`);
    return this.section('extraction', words.extraction, [
      `<p>${escaped(partsText(view, this.lang))}</p>`, `<p class="quiet">${escaped(metricsText(view, this.lang))}</p>`,
      view.refusal ? `<p>${this.told(view.refusal)}</p>` : this.table([words.candidate, words.effort, words.why, words.data], rows), ...pictures,
    ].join('\n'));
  }

  gates({ gates }: Readiness): string {
    const rows = gates.map((gate) => [`Lv${gate.level} ${escaped(gate.text)}`, `<span class="verdict ${gate.state}">${escaped(gate.stateText)}</span>`, `<ul>${gate.because.map((each) => `<li>${this.told(each)}</li>`).join('')}</ul>`]);
    return this.section('gates', words.gates, this.table([words.gate, words.state, words.evidence], rows));
  }

  appendix({ rules }: Readiness): string {
    const parts = rules.map(({ id, title, findings }) => `<details id="${idOf(id)}"><summary><code>${escaped(id)}</code> ${escaped(title)} <span class="quiet">${findings.length === 1 ? this.word(words.countOne) : this.word(words.count, { count: findings.length })}</span></summary>
<ul>${findings.slice(0, listed).map((finding) => `<li>${this.told(finding)}</li>`).join('\n')}${findings.length > listed ? `<li>${this.word(words.more, { count: findings.length - listed })}</li>` : ''}</ul></details>`);
    return this.section('appendix', words.appendix, parts.length === 0 ? `<p>${this.word(words.clean)}</p>` : parts.join('\n'));
  }

  private section(id: string, title: Localized, body: string): string {
    return `<section aria-labelledby="${id}-title"><h2 id="${id}-title">${this.word(title)}</h2>\n${body}\n</section>`;
  }

  private table(heads: readonly Localized[], rows: readonly (readonly string[])[], wide: 'first' | 'last' = 'last'): string {
    const head = heads.map((text) => `<th scope="col">${this.word(text)}</th>`).join('');
    return `<div class="scroll" tabindex="0"><table class="report ${wide}"><thead><tr>${head}</tr></thead>\n<tbody>${rows.map(([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div>`;
  }

  private told({ text, evidence }: Told): string {
    return `${escaped(text)} ${this.places(evidence)}`;
  }

  private places(evidence: readonly Evidence[]): string {
    const shown = evidence.slice(0, shownPlaces);
    const more = evidence.length > shown.length ? ` <span class="quiet">+${evidence.length - shown.length}</span>` : '';
    return shown.map(({ file, line }) => `<a class="place" href="${encodeURI(file)}#L${line}" data-file="${escaped(file)}" data-line="${line}">${escaped(file)}:${line}</a>`).join(' ') + more;
  }

  private word(text: Localized, args: Args = {}): string {
    return escaped(say(text, this.lang, args));
  }
}

function idOf(rule: string): string {
  return `rule-${rule.replace(/[^\w-]/g, '-')}`;
}
