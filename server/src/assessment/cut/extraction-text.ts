import { say, type Args, type Locale, type Localized } from '../../contract/words.js';
import type { Evidence, ModuleGraph } from '../graph/graph.js';
import type { Statement } from '../statement.js';
import type { Candidate, Extraction } from './candidate.js';
import { measure, type CutMetrics } from './metrics.js';
import type { Partition } from './partition.js';
import { listed, shortName } from './short.js';

const words = {
  heading: { en: '{application} (classes: {units}, parts: {services})', ko: '{application} (클래스 {units}개, 부분 {services}개)' },
  library: { en: 'library of all parts', ko: '공통 라이브러리' },
  part: { en: '{name}: classes: {units}; tables: {tables}', ko: '{name}: 클래스 {units}개, 테이블: {tables}' },
  none: { en: 'none', ko: '없음' },
  metrics: { en: 'How good the cut is', ko: '분할 품질' },
  interCalls: { en: 'calls between parts (ICP): {value}', ko: '부분 사이의 호출 비율(ICP): {value}' },
  structuralModularity: { en: 'structural modularity (SM): {value}', ko: '구조적 모듈성(SM): {value}' },
  interfaceNumber: { en: 'interfaces per part (IFN): {value}', ko: '부분당 인터페이스 수(IFN): {value}' },
  nonExtremeDistribution: { en: 'classes in parts of extreme size (NED): {value}', ko: '크기가 극단적인 부분에 속한 클래스 비율(NED): {value}' },
  transactionPurity: { en: 'purity of transactions: {value}', ko: '트랜잭션 순도: {value}' },
  unknown: { en: 'unknown', ko: '알 수 없음' },
  unread: { en: '{count} files of other languages were not read.', ko: '다른 언어로 된 파일 {count}개는 읽지 않았습니다.' },
  candidates: { en: 'What to split off first', ko: '먼저 분리할 후보' },
  candidate: { en: '{rank}. {name} – effort {size}', ko: '{rank}. {name} – 규모 {size}' },
  moves: { en: 'moves: {units}', ko: '옮길 클래스: {units}' },
  why: { en: 'why', ko: '이유' },
  api: { en: 'calls that become an API', ko: 'API가 될 호출' },
  data: { en: 'shared data', ko: '공유 데이터' },
  risks: { en: 'what stays risky', ko: '남는 위험' },
  passedOver: { en: 'No pilots', ko: '파일럿으로 알맞지 않은 부분' },
  calledBy: { en: '{operation} – called by {callers}', ko: '{operation} – 호출하는 곳: {callers}' },
} satisfies Record<string, Localized>;

/** How many lines of a list are shown; the rest is in the JSON. */
const shown = 8;

/** The cut and its candidates in words for people, one line each. */
export function extractionText(application: string, graph: ModuleGraph, partition: Partition, extraction: Extraction, locale: Locale): string {
  const inWords = (text: Localized, args: Args = {}): string => say(text, locale, args);
  const services = partition.clusters.filter(({ kind }) => kind === 'service');
  const lines = [
    inWords(words.heading, { application, units: graph.units.length, services: services.length }),
    ...(graph.unread > 0 ? [inWords(words.unread, { count: graph.unread })] : []),
    ...partition.clusters.map(({ name, kind, units, tables }) => `  ${inWords(words.part, { name: kind === 'library' ? inWords(words.library) : name, units: units.length, tables: tables.length > 0 ? tables.join(', ') : inWords(words.none) })}`),
    '', inWords(words.metrics), ...metricLines(measure(graph, partition), locale), '',
    ...(extraction.refusal ? [sentence(extraction.refusal, locale)] : [inWords(words.candidates), ...extraction.candidates.flatMap((each, at) => candidateLines(each, at + 1, locale))]),
    ...(extraction.passedOver.length > 0 ? ['', inWords(words.passedOver), ...extraction.passedOver.map(({ name, reason }) => `  ${name}: ${sentence(reason, locale)}`)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const metricNames = ['interCalls', 'structuralModularity', 'interfaceNumber', 'nonExtremeDistribution', 'transactionPurity'] as const;

function metricLines(metrics: CutMetrics, locale: Locale): readonly string[] {
  return metricNames.map((name) => `  ${say(words[name], locale, { value: metrics[name]?.toFixed(3) ?? words.unknown[locale] })}`);
}

function candidateLines(candidate: Candidate, rank: number, locale: Locale): readonly string[] {
  const { name, effort, units, reasons, risks, inbound, shared, transactions } = candidate;
  const block = (title: Localized, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [`   ${title[locale]}:`, ...lines.slice(0, shown).map((line) => `     - ${line}`), ...(lines.length > shown ? [`     … +${lines.length - shown}`] : [])]);
  const operations = inbound.map(({ unit, method, parameters, callers, at }) => {
    const operation = `${shortName(unit)}.${method}(${(parameters ?? []).map((each) => `${each.type} ${each.name}`).join(', ')})`;
    return `${say(words.calledBy, locale, { operation, callers: listed(callers) })} (${place(at)})`;
  });
  return [
    '', say(words.candidate, locale, { rank, name, size: effort.size }), `   ${sentence(effort.reason, locale)}`, `   ${say(words.moves, locale, { units: units.map(shortName).join(', ') })}`,
    ...block(words.why, reasons.map((each) => sentence(each, locale))), ...block(words.api, operations),
    ...block(words.data, [...shared, ...transactions].map(({ advice }) => sentence(advice, locale))), ...block(words.risks, risks.map((each) => sentence(each, locale))),
  ];
}

/** A statement with the first place that proves it. */
function sentence({ text, args, evidence: [first] }: Statement, locale: Locale): string {
  return first ? `${say(text, locale, args)} (${place(first)})` : say(text, locale, args);
}

const place = ({ file, line }: Evidence): string => `${file}:${line}`;
