import { kubernetesSchedule, nearestSchedule, type CronConversion, type CronSchedule } from '../../../generators/cron.js';
import { args, callName, plain, receiver, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { configuring } from '../../../syntax/csharp/program.js';
import { exactSeconds } from '../../../syntax/csharp/time.js';
import { zoneIn } from './dotnet-zone.js';

/** When a trigger of Quartz.NET fires, as Kubernetes reads it. */
export interface QuartzNetClock {
  readonly when: CronSchedule;
  /** As the code states it. */
  readonly source: string;
  /** IANA name; '' for the zone of the process. */
  readonly zone: string;
}

const perUnit: Readonly<Record<string, number>> = { Seconds: 1, Minutes: 60, Hours: 3600 };

/** Says nothing of when a trigger fires the next time. */
const harmless = /^(?:WithMisfireHandlingInstruction\w+|WithIdentity|WithDescription|WithPriority|StartNow|ForJob)$/;

function clock(conversion: CronConversion, source: CsNode, zone: string | undefined): QuartzNetClock | undefined {
  return conversion.ok && zone !== undefined ? { when: conversion.value, source: `${callName(source)}(${args(source).map((each) => each.text.replace(/\s+/g, ' ')).join(', ')})`, zone } : undefined;
}

/** `WithCronSchedule("0 0 3 * * ?", x => x.InTimeZone(…))`. */
function cronClock(call: CsNode): QuartzNetClock | undefined {
  const [expression, options] = args(call);
  const text = stringValue(expression);
  const more = options ? configuring(options) : [];
  const zones = more?.filter((each) => callName(each) === 'InTimeZone') ?? [];
  if (text === undefined || !more || zones.length > 1 || !more.every((each) => callName(each) === 'InTimeZone' || harmless.test(callName(each)))) return undefined;
  return clock(kubernetesSchedule(text, 'quartz'), call, zones[0] ? zoneIn(args(zones[0])[0]) : '');
}

/** Seconds between the runs that `x => x.WithIntervalInMinutes(5).RepeatForever()` asks for; `undefined` for a number of runs. */
function intervalOf(options: CsNode | undefined): number | undefined {
  const calls = configuring(options)?.filter((each) => !harmless.test(callName(each))) ?? [];
  const [first, second] = calls;
  if (calls.length !== 2 || !first || !second) return undefined;
  const interval = callName(second) === 'RepeatForever' ? first : callName(first) === 'RepeatForever' ? second : undefined;
  const [, unit = ''] = /^WithIntervalIn(Seconds|Minutes|Hours)$/.exec(interval ? callName(interval) : '') ?? [];
  const given = interval && args(interval)[0];
  const factor = perUnit[unit];
  if (factor !== undefined) return /^\d+$/.test(plain(given)) ? factor * Number(plain(given)) : undefined;
  return interval && callName(interval) === 'WithInterval' ? exactSeconds(given) : undefined;
}

/** `WithSchedule(CronScheduleBuilder.DailyAtHourAndMinute(3, 0))`, `WithSchedule(SimpleScheduleBuilder.RepeatMinutelyForever(5))`. */
function builtClock(call: CsNode): QuartzNetClock | undefined {
  const [built] = args(call);
  const builder = built?.type === 'invocation_expression' ? plain(receiver(built)) : '';
  const given = built && builder !== '' ? args(built).map(plain) : [];
  const name = built && builder !== '' ? callName(built) : '';
  if (builder === 'CronScheduleBuilder' && name === 'CronSchedule' && given.length === 1) return clock(kubernetesSchedule(stringValue(args(built as CsNode)[0]) ?? '', 'quartz'), call, '');
  if (!given.every((each) => /^\d{1,4}$/.test(each))) return undefined;
  if (builder === 'CronScheduleBuilder' && name === 'DailyAtHourAndMinute' && given.length === 2) return clock(kubernetesSchedule(`0 ${given[1]} ${given[0]} * * ?`, 'quartz'), call, '');
  const [, unit = ''] = /^Repeat(Second|Minute|Hour)lyForever$/.exec(name) ?? [];
  const factor = perUnit[`${unit}s`];
  return builder === 'SimpleScheduleBuilder' && factor !== undefined && given.length <= 1 ? clock(nearestSchedule(factor * Number(given[0] ?? '1')), call, 'Etc/UTC') : undefined;
}

/** The clock of the calls that configure a trigger; `undefined` where they ask for more than one clock, for a start or an end, or hand over data. */
export function quartzNetClock(calls: readonly CsNode[]): QuartzNetClock | undefined {
  const [schedule, ...others] = calls.filter((each) => !harmless.test(callName(each)));
  if (!schedule || others.length > 0) return undefined;
  switch (callName(schedule)) {
    case 'WithCronSchedule': return cronClock(schedule);
    // An interval has no time of day, so the zone does not matter.
    case 'WithSimpleSchedule': return clock(nearestSchedule(intervalOf(args(schedule)[0]) ?? Number.NaN), schedule, 'Etc/UTC');
    case 'WithSchedule': return builtClock(schedule);
    default: return undefined;
  }
}
