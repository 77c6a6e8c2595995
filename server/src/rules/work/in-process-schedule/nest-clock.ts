import { ts } from 'ts-morph';
import { kubernetesSchedule, nearestSchedule, type CronSchedule } from '../../../generators/cron.js';
import { literalOf } from '../../../syntax/typescript/modules.js';

/** When a method of a Nest provider runs. */
export interface NestClock {
  readonly when: CronSchedule;
  /** As the code states it. */
  readonly source: string;
  /** IANA name; '' when the zone of the process decides. */
  readonly zone: string;
  /** The job has a name, by which a registry finds it. */
  readonly isNamed: boolean;
}

/** `MIDNIGHT`, `NOON`, `1AM`, `09_30AM` as minute and hour. */
function timeOf(name: string): string | undefined {
  if (name === 'MIDNIGHT') return '0 0';
  if (name === 'NOON') return '0 12';
  const [, hour, minute = '0', half] = /^(\d{1,2})(?:_(\d{2}))?(AM|PM)$/.exec(name) ?? [];
  return hour === undefined ? undefined : `${Number(minute)} ${(Number(hour) % 12) + (half === 'PM' ? 12 : 0)}`;
}

const fixed: Readonly<Record<string, string>> = {
  EVERY_MINUTE: '* * * * *', EVERY_HOUR: '0 * * * *', EVERY_2ND_HOUR: '0 */2 * * *', EVERY_WEEK: '0 0 * * 0', EVERY_WEEKDAY: '0 0 * * 1-5', EVERY_WEEKEND: '0 0 * * 0,6',
  EVERY_2ND_MONTH: '0 0 1 */2 *', EVERY_QUARTER: '0 0 1 */3 *', EVERY_6_MONTHS: '0 0 1 */6 *',
};
const days: Readonly<Record<string, string>> = { EVERY_DAY: '* * *', MONDAY_TO_FRIDAY: '* * 1-5', EVERY_1ST_DAY_OF_MONTH: '1 * *' };

/** What a member of Nest's `CronExpression` stands for; its names say it. `undefined` for the few that do not. */
function named(member: string): string | undefined {
  const [, count, unit] = /^EVERY_(\d+)_(MINUTES|HOURS)$/.exec(member) ?? [];
  if (count !== undefined) return unit === 'HOURS' ? `0 */${count} * * *` : `*/${count} * * * *`;
  const [, day, time] = /^(EVERY_DAY|MONDAY_TO_FRIDAY|EVERY_1ST_DAY_OF_MONTH)_AT_(\w+)$/.exec(member) ?? [];
  const at = time === undefined ? undefined : timeOf(time);
  return at === undefined ? fixed[member] : `${at} ${days[day ?? ''] ?? ''}`;
}

function expressionOf(node: ts.Expression | undefined): string | undefined {
  if (node && ts.isStringLiteralLike(node)) return node.text.trim();
  return node && ts.isPropertyAccessExpression(node) && node.expression.getText() === 'CronExpression' ? named(node.name.text) : undefined;
}

/** Zone of the options; `undefined` for options that a CronJob has no word for. */
function zoneOf(options: ts.Expression | undefined): string | undefined {
  if (!options) return '';
  const known = literalOf(options)?.properties.map((property) => {
    if (!ts.isPropertyAssignment(property)) return undefined;
    const name = property.name.getText();
    if (name === 'waitForCompletion' || name === 'threshold' || name === 'name') return '';
    return name === 'timeZone' && ts.isStringLiteralLike(property.initializer) ? property.initializer.text : undefined;
  });
  return known?.every((zone) => zone !== undefined) ? (known.find((zone) => zone !== '') ?? '') : undefined;
}

/** Milliseconds of `10_000` and `5 * 60 * 1000`; NaN for anything else. */
function milliseconds(node: ts.Expression | undefined): number {
  const factors = (node?.getText() ?? '').replace(/[\s_]/g, '').split('*');
  return factors.every((factor) => /^\d+$/.test(factor)) ? factors.reduce((product, factor) => product * Number(factor), 1) : Number.NaN;
}

/** The clock of `@Cron(…)` and `@Interval(…)`; `undefined` when no schedule of Kubernetes says the same. */
export function nestClock(decorator: ts.CallExpression): NestClock | undefined {
  const [first, options] = decorator.arguments;
  const source = decorator.getText().replace(/\s+/g, ' ');
  if (/Interval$/.test(decorator.expression.getText())) {
    const conversion = decorator.arguments.length === 1 ? nearestSchedule(milliseconds(first) / 1000) : undefined;
    // An interval has no time of day, so the zone does not matter.
    return conversion?.ok ? { when: conversion.value, source, zone: 'Etc/UTC', isNamed: false } : undefined;
  }
  const expression = expressionOf(first);
  const zone = zoneOf(options);
  if (expression === undefined || zone === undefined) return undefined;
  const conversion = kubernetesSchedule(expression.split(/\s+/).length === 5 ? `0 ${expression}` : expression, 'spring');
  const isNamed = literalOf(options)?.properties.some((property) => property.name?.getText() === 'name') ?? false;
  return conversion.ok ? { when: conversion.value, source, zone, isNamed } : undefined;
}
