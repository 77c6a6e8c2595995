import { kubernetesSchedule, type CronSchedule } from '../../../generators/cron.js';
import { args, callName, plain, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { zoneIn } from './dotnet-zone.js';

/** When Coravel starts a job, as Kubernetes reads it. */
export interface CoravelClock {
  readonly when: CronSchedule;
  /** As the code states it. */
  readonly source: string;
  /** IANA name, '' for the zone of the process; Coravel takes UTC where the code names none. */
  readonly zone: string;
}

const plainClocks: Readonly<Record<string, string>> = {
  EveryMinute: '* * * * *', EveryFiveMinutes: '*/5 * * * *', EveryTenMinutes: '*/10 * * * *', EveryFifteenMinutes: '*/15 * * * *', EveryThirtyMinutes: '*/30 * * * *',
  Hourly: '0 * * * *', Daily: '0 0 * * *', Weekly: '0 0 * * 1', Monthly: '0 0 1 * *',
};
const days: Readonly<Record<string, string>> = { Sunday: '0', Monday: '1', Tuesday: '2', Wednesday: '3', Thursday: '4', Friday: '5', Saturday: '6', Weekday: '1-5', Weekend: '0,6' };

/** The five fields that the first call behind `Schedule` asks for. */
function fieldsOf(call: CsNode): string | undefined {
  const name = callName(call);
  const given = args(call);
  if (name === 'Cron') return stringValue(given[0])?.trim();
  const numbers = given.map((each) => (/^\d{1,2}$/.test(plain(each)) ? plain(each) : ''));
  if (numbers.includes('')) return undefined;
  if (name === 'HourlyAt' && numbers.length === 1) return `${numbers[0]} * * * *`;
  if (name === 'DailyAtHour' && numbers.length === 1) return `0 ${numbers[0]} * * *`;
  if (name === 'DailyAt' && numbers.length === 2) return `${numbers[1]} ${numbers[0]} * * *`;
  return numbers.length === 0 ? plainClocks[name] : undefined;
}

/** The clock of the calls behind `Schedule`, in their order; `undefined` where a condition or something at start is asked for as well. */
export function coravelClock(calls: readonly CsNode[]): CoravelClock | undefined {
  const [first, ...others] = calls;
  const fields = first && fieldsOf(first);
  const rest = others.filter((call) => callName(call) !== 'PreventOverlapping');
  if (fields === undefined || !rest.every((call) => callName(call) === 'Zoned' || callName(call) in days)) return undefined;
  const weekdays = rest.flatMap((call) => days[callName(call)] ?? []);
  const parts = fields.split(/\s+/);
  if (parts.length !== 5 || (weekdays.length > 0 && parts[4] !== '*')) return undefined;
  const expression = weekdays.length > 0 ? [...parts.slice(0, 4), weekdays.join(',')].join(' ') : fields;
  const conversion = kubernetesSchedule(`0 ${expression}`, 'spring');
  const zoned = rest.find((call) => callName(call) === 'Zoned');
  const zone = zoned ? zoneIn(args(zoned)[0]) : 'Etc/UTC';
  const source = calls.map((call) => `${callName(call)}(${args(call).map(plain).join(', ')})`).join('.');
  return conversion.ok && zone !== undefined ? { when: conversion.value, source, zone } : undefined;
}
