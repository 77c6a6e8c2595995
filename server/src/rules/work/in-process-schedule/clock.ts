import type { Clock } from '../../../generators/clock.js';
import { field, stringValue, type Annotation } from '../../../syntax/java/ask.js';

const unitSeconds: Readonly<Record<string, number>> = { NANOSECONDS: 1e-9, MICROSECONDS: 1e-6, MILLISECONDS: 0.001, SECONDS: 1, MINUTES: 60, HOURS: 3600, DAYS: 86_400 };
const intervals = ['fixedRate', 'fixedDelay', 'fixedRateString', 'fixedDelayString'];

/** The clock of a Spring `@Scheduled`; `undefined` when it stands in another class. */
export function clockOf({ values }: Annotation): Clock | undefined {
  const cron = values.get('cron');
  if (cron) {
    const text = stringValue(cron);
    const zone = values.get('zone');
    const zoneText = zone ? stringValue(zone) : '';
    return text === undefined || zoneText === undefined ? undefined : { cron: text, dialect: 'spring', zone: zoneText, source: `cron = ${text}${zoneText === '' ? '' : `, zone = ${zoneText}`}` };
  }
  const name = intervals.find((key) => values.has(key));
  const value = name === undefined ? undefined : values.get(name);
  const unitNode = values.get('timeUnit');
  const unit = unitSeconds[unitNode ? (field(unitNode, 'field')?.text ?? unitNode.text) : 'MILLISECONDS'];
  const text = value && (stringValue(value) ?? productOf(value.text));
  return name === undefined || text === undefined || unit === undefined ? undefined : { every: text, unit, source: `${name} = ${value?.text ?? ''}${unitNode ? ` ${unitNode.text}` : ''}` };
}

/** `60 * 60 * 1000L` as a number. */
function productOf(text: string): string | undefined {
  const factors = text.split('*').map((factor) => factor.trim().replace(/_/g, '').replace(/[lL]$/, ''));
  return factors.every((factor) => /^\d+$/.test(factor)) ? String(factors.reduce((product, factor) => product * Number(factor), 1)) : undefined;
}
