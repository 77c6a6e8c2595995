import type { Architecture } from '../../assessment/architecture.js';
import { shortName } from '../../assessment/cut/short.js';
import type { Cause, Evidence, Statement } from '../../assessment/statement.js';
import { evidenceOf } from '../../assessment/statement.js';
import { levelNames } from '../../assessment/level/criteria.js';
import type { Effort } from '../../assessment/fixes.js';
import type { Finding, Severity } from '../../contract/finding.js';
import { say, type Locale } from '../../contract/words.js';
import type { Ruleset } from '../../engine/ruleset.js';
import { messageOf } from '../view.js';
import type { Assessed } from './of-workspace.js';
import { lackWords, rowWords, stateWords, verdictWords, words as reportWords } from './words.js';

/** A sentence with the places that prove it. */
export interface Told {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** The assessment in one language, as every form of the report shows it. It is what the JSON report holds. */
export interface Readiness {
  readonly name: string;
  /** `null` where nothing tells. */
  readonly level: number | null;
  readonly levelName: string;
  readonly gates: readonly { readonly id: string; readonly level: number; readonly text: string; readonly state: 'held' | 'failed' | 'unknown'; readonly stateText: string; readonly rules: readonly string[]; readonly because: readonly Told[] }[];
  readonly lift?: { readonly level: number; readonly rules: readonly string[] };
  readonly table: readonly {
    readonly id: string; readonly title: string; readonly from: string; readonly to: string; readonly hint: boolean;
    /** 0 to 100; `null` where nothing tells. */
    readonly score: number | null;
    readonly costs: readonly (Told & { readonly id: string; readonly points: number; readonly title: string })[];
    readonly unknown: readonly Told[];
  }[];
  readonly workloads: readonly { readonly name: string; readonly kind: string; readonly at: Evidence; readonly verdict: string; readonly verdictText: string; readonly blockers: readonly (Told & { readonly rule: string })[]; readonly lacks: readonly string[] }[];
  readonly fixes: readonly (Told & { readonly rule: string; readonly title: string; readonly gain: number; readonly opensGate: boolean; readonly effort: Effort; readonly files: number })[];
  /** Parts that could be split off, of the largest application; absent where no structure could be read. */
  readonly extraction?: ExtractionView;
  readonly rules: readonly { readonly id: string; readonly title: string; readonly severity: Severity; readonly findings: readonly (Told & { readonly fingerprint: string })[] }[];
}

/** What could be split off first, how good the cut is, and pictures of the way there. */
export interface ExtractionView {
  readonly application: string;
  readonly units: number;
  readonly parts: readonly { readonly name: string; readonly units: number; readonly tables: readonly string[] }[];
  /** By the names that publications give them; `null` where there is nothing to measure. */
  readonly metrics: Readonly<Record<'icp' | 'sm' | 'ifn' | 'ned' | 'transactionPurity', number | null>>;
  readonly candidates: readonly { readonly name: string; readonly effort: Effort; readonly why: Told; readonly units: readonly string[]; readonly tables: readonly string[]; readonly reasons: readonly Told[]; readonly operations: readonly string[]; readonly data: readonly Told[]; readonly risks: readonly Told[] }[];
  readonly refusal?: Told;
  /** Mermaid text. */
  readonly pictures: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}

/** Places that a statement lists; the appendix has them all. */
const mostEvidence = 5;

export function readinessView(name: string, { assessment, architecture }: Assessed, ruleset: Ruleset, lang: Locale): Readiness {
  const { leveled, table, workloads, fixes, lift, causes } = assessment;
  const words = new Words(ruleset, lang);
  return {
    name, level: leveled.level ?? null, levelName: leveled.level === undefined ? reportWords.unknown[lang] : levelNames[leveled.level][lang],
    gates: leveled.gates.map(({ gate, state, causes: failing, statement }) => ({
      id: gate.id, level: gate.level, text: gate.text[lang], state, stateText: stateWords[state][lang],
      rules: failing.map(({ id }) => id), because: failing.length > 0 ? failing.map((cause) => words.cause(cause)) : statement ? [words.statement(statement)] : [],
    })),
    ...(lift ? { lift: { level: lift.to, rules: lift.causes.map(({ id }) => id) } } : {}),
    table: table.map(({ id, score, costs, unknown, hint = false }) => ({
      id, title: rowWords[id].title[lang], from: rowWords[id].from[lang], to: rowWords[id].to[lang], score: score ?? null, hint,
      costs: costs.map(({ cause, points }) => ({ id: cause.id, points: Math.max(1, Math.round(points)), title: words.title(cause), ...words.cause(cause) })),
      unknown: unknown.map((statement) => words.statement(statement)),
    })),
    workloads: workloads.map(({ name: of, kind, at, verdict, blockers, lacks }) => ({
      name: of, kind, at, verdict, verdictText: verdictWords[verdict][lang], blockers: blockers.map((finding) => ({ rule: finding.rule, ...words.finding(finding) })), lacks: lacks.map((lack) => lackWords[lack][lang]),
    })),
    fixes: fixes.map(({ cause, gain, opensGate, effort, files }) => ({ rule: cause.id, title: words.title(cause), gain, opensGate, effort, files, ...words.cause(cause) })),
    ...(architecture ? { extraction: extractionView(architecture, words, lang) } : {}),
    rules: causes.map((cause) => ({ id: cause.id, title: words.title(cause), severity: cause.severity, findings: cause.findings.map((finding) => ({ fingerprint: finding.fingerprint, ...words.finding(finding) })) })),
  };
}

function extractionView({ application, units: all, parts, metrics, extraction, pictures }: Architecture, words: Words, lang: Locale): ExtractionView {
  const { candidates, refusal } = extraction;
  const round = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value * 1000) / 1000);
  return {
    application, units: all,
    parts: parts.map(({ name, units, tables }) => ({ name, units: units.length, tables })),
    metrics: { icp: round(metrics.interCalls), sm: round(metrics.structuralModularity), ifn: round(metrics.interfaceNumber), ned: round(metrics.nonExtremeDistribution), transactionPurity: round(metrics.transactionPurity) },
    candidates: candidates.map(({ name, effort, units, tables, reasons, inbound, shared, transactions, risks }) => ({
      name, effort: effort.size, why: words.statement(effort.reason), units, tables: tables.map(({ table }) => table), reasons: reasons.map((each) => words.statement(each)),
      operations: inbound.map(({ unit, method }) => `${shortName(unit)}.${method}`), data: [...shared, ...transactions].map(({ advice }) => words.statement(advice)), risks: risks.map((each) => words.statement(each)),
    })),
    ...(refusal ? { refusal: words.statement(refusal) } : {}),
    pictures: pictures[lang],
  };
}

/** Puts parts of an assessment into words of one language. */
class Words {
  constructor(private readonly ruleset: Ruleset, private readonly lang: Locale) {}

  title({ id, missing }: Cause): string {
    return this.ruleset.byId.get(id)?.meta.title[this.lang] ?? (missing ? this.statement(missing).text : id);
  }

  /** The worst finding speaks for all of its rule. */
  cause({ findings, missing }: Cause): Told {
    const [first] = findings;
    if (!first) return missing ? this.statement(missing) : { text: '', evidence: [] };
    return { text: messageOf(first, this.ruleset, this.lang), evidence: findings.slice(0, mostEvidence).map(evidenceOf) };
  }

  finding(finding: Finding): Told {
    return { text: messageOf(finding, this.ruleset, this.lang), evidence: [evidenceOf(finding)] };
  }

  statement({ text, args, evidence }: Statement): Told {
    return { text: say(text, this.lang, args), evidence: evidence.slice(0, mostEvidence) };
  }
}
