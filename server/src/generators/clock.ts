import type { Json } from '../base/json.js';
import type { Model } from '../contract/workspace.js';
import { resolve } from '../facts/settings.js';
import { kubernetesSchedule, nearestSchedule, type CronDialect, type CronSchedule } from './cron.js';

/** When work starts, as the code states it; placeholders are kept until the settings are known. */
export type Clock =
  | { readonly cron: string; readonly dialect: CronDialect; readonly zone: string; readonly source: string }
  /** An interval: a number in `unit` seconds, or a duration such as `PT30M` or `30s`. */
  | { readonly every: string; readonly unit: number; readonly source: string };

const simple: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** Length in seconds of a number, of an ISO duration or of Spring's short form; NaN when it is none. */
export function secondsOf(text: string, unit: number): number {
  const value = text.trim();
  if (/^\d+$/.test(value)) return Number(value) * unit;
  const short = /^(\d+)(ms|s|m|h|d)$/i.exec(value);
  if (short) return Number(short[1]) * (simple[(short[2] ?? '').toLowerCase()] ?? Number.NaN);
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(value);
  return iso && /\d/.test(value) ? [86_400, 3600, 60, 1].reduce((sum, each, index) => sum + Number(iso[index + 1] ?? 0) * each, 0) : Number.NaN;
}

/** The clock of a finding's data. */
export function readClock(data: Json): Clock | undefined {
  if (typeof data !== 'object' || data === null || !('clock' in data)) return undefined;
  return (data.clock ?? undefined) as Clock | undefined;
}

/** A Kubernetes schedule that says what a clock says, its placeholders filled in; `undefined` when none does. */
export function scheduleFor(clock: Clock, file: string, model: Model): { readonly when: CronSchedule; readonly zone: string | undefined } | undefined {
  const filled = (text: string): string => resolve(model, file, text)[0]?.text ?? text;
  const conversion = 'cron' in clock ? kubernetesSchedule(filled(clock.cron), clock.dialect) : nearestSchedule(secondsOf(filled(clock.every), clock.unit));
  if (!conversion.ok) return undefined;
  const zone = 'cron' in clock ? filled(clock.zone) : '';
  // An interval has no time of day, so no zone; an offset is none that Kubernetes takes.
  const known = /^[A-Z]\w*(?:\/[\w+-]+)*$/.test(zone) ? zone : undefined;
  return { when: conversion.value, zone: 'every' in clock ? 'Etc/UTC' : known };
}
