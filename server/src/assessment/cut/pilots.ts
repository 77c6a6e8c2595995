import type { ModuleGraph } from '../graph/graph.js';
import type { Localized } from '../../contract/words.js';
import type { Statement } from '../statement.js';
import type { Border } from './border.js';
import { texts } from './candidate-words.js';
import type { Cluster, Partition } from './partition.js';
import { isLayer, singular, wordsOf } from './words.js';

/** Below so many classes of business nothing is proposed, and below so many in a part it is none. */
const least = { application: 10, part: 3 };
/** A part with more than this share of the classes is the rest, not a pilot. */
const most = 0.6;
/** A part of whose calls more cross the border than stay inside has no inside. */
const entangled = 0.6;
/** What this share of the other parts calls is everybody's, from so many parts on. */
const everywhere = { share: 0.6, parts: 4 };

/** Words of what serves the business and is none. */
const technical: ReadonlySet<string> = new Set((
  'security sec auth oauth oauth2 authentication authorization login logout jwt token permission role captcha csrf acl sso shiro cas password credential menu '
  + 'framework common core infra infrastructure config configuration monitor monitoring logging log logger audit generator codegen gen quartz cache i18n dict '
  + 'cmm cmmn dictionary locale system sys admin actuator health swagger error websocket'
).split(' '));

/** Why the application gives no candidate at all; undefined where its parts have to be looked at. */
export function refusalOf(graph: ModuleGraph, partition: Partition): Statement | undefined {
  const own = graph.units.filter(({ role }) => role !== 'shared');
  if (own.length < least.application) return statement(texts.tooSmall, { units: own.length });
  if (graph.tables.length === 0) return statement(texts.noTables, {});
  const services = partition.clusters.filter(({ kind }) => kind === 'service');
  const share = Math.max(0, ...services.map(({ units }) => units.length)) / Math.max(1, services.reduce((sum, { units }) => sum + units.length, 0));
  return services.length < 2 ? statement(texts.oneKnot, { share: percent(share) }) : undefined;
}

/** Why a part is no pilot; undefined where it can be one. */
export function noPilot(graph: ModuleGraph, partition: Partition, part: Cluster, border: Border): Statement | undefined {
  const services = partition.clusters.filter(({ kind }) => kind === 'service');
  const share = part.units.length / services.reduce((sum, { units }) => sum + units.length, 0);
  if (isTechnical(graph, part)) return statement(texts.isTechnical, {});
  if (share > most) return statement(texts.isMost, { share: percent(share) });
  if (part.units.length < least.part) return statement(texts.isTooLittle, { units: part.units.length });
  if (part.tables.length === 0) return statement(texts.hasNoTables, {});
  const callers = new Set(border.inbound.flatMap(({ callers: units }) => units.map((unit) => partition.of[unit]))).size;
  if (services.length > everywhere.parts && callers / (services.length - 1) >= everywhere.share) return statement(texts.isEverywhere, { count: callers, parts: services.length - 1 });
  if (border.crossing > entangled) return statement(texts.isEntangled, { share: percent(border.crossing) });
  const foreign = part.tables.filter((table) => graph.tables.some((use) => use.table === table && use.access === 'write' && partition.of[use.unit] !== part.name));
  if (foreign.length > part.tables.length / 2) return statement(texts.isWrittenOutside, { tables: foreign.join(', ') });
  const hasRoutes = graph.routes.some(({ unit }) => partition.of[unit] === part.name);
  return hasRoutes || border.inbound.length > 0 ? undefined : statement(texts.hasNoEntrance, {});
}

/** Why no part was left. */
export function noneLeft(partition: Partition): Statement {
  return statement(texts.noneFits, { parts: partition.clusters.filter(({ kind }) => kind === 'service').length });
}

/** Whether most of its classes, or the packages that they are in, are named after what serves the business. */
function isTechnical(graph: ModuleGraph, { units, name }: Cluster): boolean {
  const held = new Set(units);
  const own = graph.units.filter(({ id }) => held.has(id));
  const named = own.filter((unit) => [...wordsOf(unit.name), ...unit.package.split(/[./\\]/).filter((part) => !isLayer(part)).slice(-2).flatMap(wordsOf)].some((word) => technical.has(word) || technical.has(singular(word))));
  return named.length > own.length / 2 || technical.has(singular(name));
}

const percent = (share: number): number => Math.round(share * 100);

function statement(text: Localized, args: Statement['args']): Statement {
  return { text, args, evidence: [] };
}
