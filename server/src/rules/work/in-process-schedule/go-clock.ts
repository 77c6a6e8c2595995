import type { FileContext } from '../../../contract/rule.js';
import { kubernetesSchedule, nearestSchedule, type CronConversion, type CronSchedule } from '../../../generators/cron.js';
import { args, assignedValue, calleeOf, functionOf, stringValue, type GoNode } from '../../../syntax/go/ask.js';
import { field } from '../../../syntax/tree-sitter/nodes.js';

/** When a job starts, as Kubernetes reads it. */
export interface GoClock {
  readonly when: CronSchedule;
  /** As the code states it. */
  readonly source: string;
  /** IANA name; '' when the zone of the process decides. */
  readonly zone: string;
}

const units: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, ms: 0.001, s: 1, m: 60, h: 3600 };
const unitNames: Readonly<Record<string, number>> = { Second: 1, Minute: 60, Hour: 3600 };

/** Seconds of `1h30m`; NaN when it is no duration. */
function durationText(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|ms|s|m|h)/g)];
  return parts.length > 0 && parts.map(([whole]) => whole).join('') === text ? parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? Number.NaN), 0) : Number.NaN;
}

/** Seconds of `10 * time.Minute`; NaN when it is no product of numbers and one unit. */
function durationOf(node: GoNode | undefined): number {
  const factors = (node?.text ?? '').replace(/\s+/g, '').replace(/time\.Duration\((\d+)\)/g, '$1').split('*');
  if (factors.filter((factor) => factor.startsWith('time.')).length !== 1) return Number.NaN;
  return factors.reduce((product, factor) => product * (/^\d+$/.test(factor) ? Number(factor) : unitNames[factor.replace(/^time\./, '')] ?? Number.NaN), 1);
}

/** A text, also one that a constant of the file holds; a variable of the function would have no use left. */
function constantText(node: GoNode | undefined): string | undefined {
  const literal = stringValue(node);
  if (literal !== undefined || node?.type !== 'identifier') return literal;
  const value = assignedValue(node);
  return value && functionOf(value) === undefined && value.parent?.parent?.type === 'const_spec' ? stringValue(value) : undefined;
}

/** A zone that the code names; '' where it names none, `undefined` where it cannot be told. */
function zoneOf(cx: FileContext): string | undefined {
  const given = /\b(?:WithLocation|NewWithLocation|ChangeLocation|SetLocation|NewScheduler)\(\s*([^()]*)/g;
  const places = [...cx.text.matchAll(given)].map(([, place]) => (place ?? '').trim()).filter((place) => place !== '' && place !== 'time.Local');
  if (places.length === 0 || /^(?:gocron|cron)\./.test(places[0] ?? '')) return '';
  if (places.every((place) => place === 'time.UTC')) return 'Etc/UTC';
  const loaded = [...cx.text.matchAll(/\btime\.LoadLocation\(\s*"([A-Z][\w+-]*(?:\/[\w+-]+)*)"\s*\)/g)];
  return loaded.length === 1 ? loaded[0]?.[1] : undefined;
}

function clock(cx: FileContext, conversion: CronConversion, source: string, own: string | undefined): GoClock | undefined {
  const zone = own ?? zoneOf(cx);
  return conversion.ok && zone !== undefined ? { when: conversion.value, source, zone } : undefined;
}

function everyClock(seconds: number, source: string): GoClock | undefined {
  const conversion = nearestSchedule(seconds);
  // An interval has no time of day, so the zone does not matter.
  return conversion.ok ? { when: conversion.value, source, zone: 'Etc/UTC' } : undefined;
}

/**
 * `0 3 * * *`, `@every 1h30m`, `CRON_TZ=Asia/Seoul 0 3 * * *`. Five fields begin with minutes and six with seconds; in the
 * first version of robfig/cron (`old`) five begin with seconds as well, and the weekday is left out.
 */
export function expressionClock(cx: FileContext, node: GoNode | undefined, old = false): GoClock | undefined {
  const text = constantText(node)?.trim();
  if (text === undefined) return undefined;
  const [, own, expression = text] = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/.exec(text) ?? [];
  const every = /^@every\s+(\S+)$/.exec(expression)?.[1];
  if (every !== undefined) return everyClock(durationText(every), text);
  const isShort = expression.split(/\s+/).length === 5;
  return clock(cx, kubernetesSchedule(isShort && old ? `${expression} *` : isShort ? `0 ${expression}` : expression, 'spring'), `cron ${text}`, own);
}

/** `gocron.CronJob("0 3 * * *", false)`, `gocron.DurationJob(time.Hour)`, `gocron.DailyJob(1, gocron.NewAtTimes(gocron.NewAtTime(3, 0, 0)))`. */
export function definitionClock(cx: FileContext, definition: GoNode | undefined): GoClock | undefined {
  const callee = definition?.type === 'call_expression' ? calleeOf(cx, definition) : undefined;
  if (!definition || !callee?.path) return undefined;
  const [first, second] = args(definition);
  if (callee.name === 'CronJob') return expressionClock(cx, first);
  if (callee.name === 'DurationJob') return everyClock(durationOf(first), definition.text);
  if (callee.name !== 'DailyJob' || first?.text !== '1') return undefined;
  const [, hour, minute, seconds] = /^gocron\.NewAtTimes\(gocron\.NewAtTime\((\d{1,2}),(\d{1,2}),(\d{1,2})\),?\)$/.exec((second?.text ?? '').replace(/\s+/g, '')) ?? [];
  return hour === undefined ? undefined : clock(cx, kubernetesSchedule(`${seconds} ${minute} ${hour} * * *`, 'spring'), definition.text.replace(/\s+/g, ' '), undefined);
}

/** Calls of a chain from its end to its beginning: `s.Every(1).Day().At("03:00")`. */
function chainOf(node: GoNode | undefined): readonly { readonly name: string; readonly args: readonly GoNode[] }[] {
  const callee = node?.type === 'call_expression' ? field(node, 'function') : undefined;
  if (!node || callee?.type !== 'selector_expression') return [];
  return [{ name: field(callee, 'field')?.text ?? '', args: args(node) }, ...chainOf(field(callee, 'operand'))];
}

/** The clock of `s.Cron("0 3 * * *").Do(…)` and `s.Every(1).Day().At("03:00").Do(…)`, from what `Do` is called on. */
export function chainClock(cx: FileContext, receiver: GoNode | undefined): GoClock | undefined {
  const chain = [...chainOf(receiver)].reverse();
  const [first, unit, at, more] = chain;
  const source = chain.map((each) => `${each.name}(${each.args.map(({ text }) => text).join(', ')})`).join('.');
  if (first?.name === 'Cron' || first?.name === 'CronWithSeconds') return chain.length === 1 ? expressionClock(cx, first.args[0]) : undefined;
  if (first?.name !== 'Every' || more) return undefined;
  const count = Number(/^\d+$/.exec(first.args[0]?.text ?? '')?.[0] ?? Number.NaN);
  const text = stringValue(first.args[0]);
  if (!unit) return everyClock(text === undefined ? durationOf(first.args[0]) : durationText(text), source);
  const seconds = { minute: 60, hour: 3600, day: 86_400 }[unit.name.toLowerCase().replace(/s$/, '')];
  if (seconds === undefined || unit.args.length > 0) return undefined;
  if (!at) return seconds === 86_400 ? undefined : everyClock(count * seconds, source);
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(stringValue(at.args[0]) ?? '') ?? [];
  return at.name === 'At' && count === 1 && seconds === 86_400 && hour !== undefined ? clock(cx, kubernetesSchedule(`0 ${minute} ${hour} * * *`, 'spring'), source, undefined) : undefined;
}
