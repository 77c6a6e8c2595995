import { say, type Locale, type Localized } from '../../contract/words.js';
import type { ModuleGraph } from '../graph/graph.js';
import type { Candidate } from './candidate.js';
import type { Cluster, Partition } from './partition.js';

/** A picture as Mermaid text. */
export interface Picture {
  readonly id: 'today' | 'refactoring' | 'microservices';
  readonly title: string;
  readonly text: string;
}

const words = {
  today: { en: 'Today: one application in three tiers', ko: '현재: 3계층 모놀리스' },
  refactoring: { en: 'Refactoring: {name} is split off first', ko: '리팩터링: {name}을(를) 먼저 분리' },
  microservices: { en: 'Goal: a service with its own data for each part', ko: '목표: 부분마다 자체 데이터를 가진 마이크로서비스' },
  users: { en: 'Users', ko: '사용자' },
  web: { en: 'Web: {count} routes', ko: '웹: 경로 {count}개' },
  pages: { en: 'Web', ko: '웹' },
  was: { en: 'WAS: {count} classes', ko: 'WAS: 클래스 {count}개' },
  dbms: { en: 'DBMS: {count} tables', ko: 'DBMS: 테이블 {count}개' },
  gateway: { en: 'Gateway', ko: '게이트웨이' },
  rest: { en: 'Remaining application', ko: '남은 애플리케이션' },
  ui: { en: 'UI', ko: 'UI' },
  api: { en: 'API: {count} operations', ko: 'API: 연산 {count}개' },
  plainApi: { en: 'API', ko: 'API' },
  logic: { en: 'Logic: {count} classes', ko: '로직: 클래스 {count}개' },
  database: { en: 'DB: {tables}', ko: 'DB: {tables}' },
  calls: { en: 'calls: {count}', ko: '호출: {count}' },
  none: { en: 'none', ko: '없음' },
  events: { en: 'events', ko: '이벤트' },
} satisfies Record<string, Localized>;

/** Three steps: what is, the first candidate split off, every part a service. The second only where there is a candidate, the third where there are parts. */
export function pictures(graph: ModuleGraph, partition: Partition, first: Candidate | undefined, locale: Locale): readonly Picture[] {
  const services = partition.clusters.filter(({ kind }) => kind === 'service');
  const title = (id: Picture['id']): string => say(words[id], locale, { name: first?.name ?? '' });
  return [
    { id: 'today', title: title('today'), text: today(graph, services, locale) },
    ...(first ? [{ id: 'refactoring' as const, title: title('refactoring'), text: refactoring(graph, services, first, locale) }] : []),
    ...(services.length > 1 ? [{ id: 'microservices' as const, title: title('microservices'), text: microservices(graph, partition, services, locale) }] : []),
  ];
}

function today(graph: ModuleGraph, services: readonly Cluster[], locale: Locale): string {
  return lines('flowchart TB', [
    ...outside(locale), node('web', webText(graph.routes.length, locale)),
    'subgraph was ["' + label(say(words.was, locale, { count: graph.units.length })) + '"]', ...services.map(({ name }, at) => node(`part${at}`, name)), 'end',
    database('db', say(words.dbms, locale, { count: tableCount(graph) })), 'users --> web', 'web --> was', 'was --> db',
  ]);
}

function refactoring(graph: ModuleGraph, services: readonly Cluster[], first: Candidate, locale: Locale): string {
  const back = first.outbound.reduce((sum, { methods }) => sum + methods.length, 0);
  const isFed = first.shared.some(({ how }) => how !== 'api');
  return lines('flowchart TB', [
    ...outside(locale), node('gateway', say(words.gateway, locale)), 'users --> gateway',
    `subgraph rest ["${label(say(words.rest, locale))}"]`, ...services.filter(({ name }) => name !== first.name).map(({ name }, at) => node(`part${at}`, name)), 'end',
    database('db', say(words.dbms, locale, { count: tableCount(graph) - first.tables.length })),
    `subgraph service ["${label(first.name)}"]`, node('api', say(words.api, locale, { count: first.routes.length + first.inbound.length })), node('logic', say(words.logic, locale, { count: first.units.length })), 'api --> logic', 'end',
    database('own', tablesText(first.tables.map(({ table }) => table), locale)),
    first.prefix === undefined ? 'gateway --> api' : `gateway -->|"${label(first.prefix)}"| api`, 'gateway --> rest', 'rest --> db', 'logic --> own',
    ...(first.inbound.length > 0 ? [`rest -->|"${label(say(words.calls, locale, { count: first.inbound.length }))}"| api`] : []),
    ...(back > 0 ? [`logic -->|"${label(say(words.calls, locale, { count: back }))}"| rest`] : []),
    ...(isFed ? [`service <-.->|"${label(say(words.events, locale))}"| rest`] : []),
  ]);
}

function microservices(graph: ModuleGraph, partition: Partition, services: readonly Cluster[], locale: Locale): string {
  const at = new Map(services.map(({ name }, index) => [name, index] as const));
  const hasWeb = (name: string): boolean => graph.routes.some(({ unit }) => partition.of[unit] === name);
  const blocks = services.flatMap(({ name, units, tables }, index) => [
    `subgraph s${index} ["${label(name)}"]`, ...(hasWeb(name) ? [node(`ui${index}`, say(words.ui, locale)), `ui${index} --> api${index}`] : []),
    node(`api${index}`, say(words.plainApi, locale)), node(`logic${index}`, say(words.logic, locale, { count: units.length })), database(`db${index}`, tablesText(tables, locale)),
    `api${index} --> logic${index}`, `logic${index} --> db${index}`, 'end',
  ]);
  const entrances = services.flatMap(({ name }, index) => (hasWeb(name) ? [`gateway --> ui${index}`] : []));
  const calls = clusterEdges(graph, partition).flatMap(({ from, to }) => (at.has(from) && at.has(to) ? [`logic${at.get(from)} --> api${at.get(to)}`] : []));
  return lines('flowchart TB', [...outside(locale), node('gateway', say(words.gateway, locale)), 'users --> gateway', ...blocks, ...entrances, ...calls]);
}

/** Calls between parts, both ends sorted. */
export function clusterEdges(graph: ModuleGraph, partition: Partition): readonly { readonly from: string; readonly to: string; readonly calls: number }[] {
  const found = new Map<string, { readonly from: string; readonly to: string; calls: number }>();
  for (const { from, to, calls } of graph.edges) {
    const [source, target] = [partition.of[from], partition.of[to]];
    if (calls === 0 || source === undefined || target === undefined || source === target) continue;
    const edge = found.get(`${source}\n${target}`) ?? { from: source, to: target, calls: 0 };
    edge.calls += calls;
    found.set(`${source}\n${target}`, edge);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge);
}

const tableCount = (graph: ModuleGraph): number => new Set(graph.tables.map(({ table }) => table)).size;

const webText = (count: number, locale: Locale): string => (count > 0 ? say(words.web, locale, { count }) : say(words.pages, locale));

function tablesText(tables: readonly string[], locale: Locale): string {
  const shown = tables.slice(0, 4).join(', ') + (tables.length > 4 ? ` (+${tables.length - 4})` : '');
  return say(words.database, locale, { tables: shown === '' ? say(words.none, locale) : shown });
}

const outside = (locale: Locale): readonly string[] => [`users(["${label(say(words.users, locale))}"])`];
const node = (id: string, text: string): string => `${id}["${label(text)}"]`;
const database = (id: string, text: string): string => `${id}[("${label(text)}")]`;

/** Text that cannot end the quotes it stands in, nor be taken for Markdown, HTML or an entity. */
export function label(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[#"<>&`\\]/g, (char) => `#${char.charCodeAt(0)};`);
}

const lines = (head: string, body: readonly string[]): string => [head, ...body.map((line) => `  ${line}`), ''].join('\n');
