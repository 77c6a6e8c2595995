import type { Json } from '../../base/json.js';
import type { Finding } from '../../contract/finding.js';
import type { Model } from '../../contract/workspace.js';
import { isInJoin, type JoinedCode } from '../../facts/join.js';
import type { Application } from '../application/kinds.js';
import type {} from '../../facts/finding.js';
import { kubernetesSchedule, type CronSchedule } from '../cron.js';
import { readClock, scheduleFor } from '../clock.js';
import { cronJobName } from '../cronjob.js';
import { migrationCommand, type MigrationCommand } from './migration.js';

/** Work that the application starts by its own clock. */
export interface Schedule {
  /** Name for the object, behind that of the application. */
  readonly name: string;
  readonly finding: Finding;
  /** `undefined` where the clock is not one that the code states. */
  readonly when: CronSchedule | undefined;
  readonly zone: string | undefined;
  /** The clock as the code states it. */
  readonly source: string;
}

/** Changes of the schema: by a command of the image, or else those that the application makes when it starts. */
export type Migration = MigrationCommand | { readonly finding: Finding; readonly tool: string };

interface Clocked {
  readonly when: CronSchedule | undefined;
  readonly zone?: string | undefined;
  readonly source: string;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

type Fields = { readonly [key: string]: Json };

/** A clock in the data of a finding, in the words of whichever language it was found in. */
function clockIn(data: Json, file: string, model: Model): Clocked | undefined {
  const clock = readClock(data);
  if (clock) {
    const found = scheduleFor(clock, file, model);
    return { when: found?.when, zone: found?.zone, source: clock.source };
  }
  const parts = typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.values(data as Fields) : [];
  const own = parts.find((part): part is Fields => typeof part === 'object' && part !== null && !Array.isArray(part) && ('cron' in part || 'when' in part || 'schedule' in part));
  if (!own) return undefined;
  const ready = own['when'] as unknown as CronSchedule | undefined;
  const cron = text(own['cron']) ?? text(own['schedule']);
  const converted = cron === undefined ? undefined : kubernetesSchedule(cron.trim().split(/\s+/).length === 5 ? `0 ${cron.trim()}` : cron, 'spring');
  const when = typeof ready === 'object' && 'schedule' in ready ? ready : converted?.ok ? converted.value : undefined;
  return { when, zone: text(own['zone']), source: text(own['source']) ?? (cron === undefined ? '' : `cron ${cron}`) };
}

/** Functions that only set a clock up: their names say nothing of the work. */
const clocks = /^(?:(?:\w+\.)?(?:schedule(?:Job|AtFixedRate|WithFixedDelay)?|setInterval|setTimeout|add_job|every|AddFunc|Cron(?:Job)?|Interval|recurring\w*))$/i;

/** A name for the work: what the fixes call it, what the message calls it, or else its place. */
function nameOf({ args, data, file, range }: Finding): string {
  const fields = typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.values(data as Fields) : [];
  const known = fields.flatMap((part) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? [text((part as Fields)['job']), [text((part as Fields)['className']), text((part as Fields)['method'])].filter(Boolean).join('-')] : []));
  const said = [args['job'], args['method'], args['name'], args['call'], args['task']].map((each) => /^[\w.#-]+/.exec(typeof each === 'string' ? each : '')?.[0]);
  const found = [...known, ...said].find((each) => each !== undefined && /[A-Za-z]{2}/.test(each) && !clocks.test(each));
  return cronJobName(found ?? `${/([\w-]+)\.\w+$/.exec(file)?.[1] ?? 'job'}-${range.startLine}`);
}

function unique(names: readonly string[]): readonly string[] {
  return names.map((name, index) => { const before = names.slice(0, index).filter((each) => each === name).length; return before === 0 ? name : `${name}-${before + 1}`; });
}

/** What the application starts by its own clock, as far as findings tell; on request also what does no harm in several replicas. */
export function schedulesOf(model: Model, code: JoinedCode, harmless = false): readonly Schedule[] {
  const found = model.facts('finding').map(({ value }) => value).filter((finding) => finding.rule === 'work/in-process-schedule' && (harmless || finding.severity !== 'info') && isInJoin(code, finding));
  const names = unique(found.map(nameOf));
  return found.map((finding, index) => {
    const clock = clockIn(finding.data ?? null, finding.file, model);
    return { name: names[index] ?? 'job', finding, when: clock?.when, zone: clock?.zone, source: clock?.source ?? '' };
  });
}

/** How the schema is changed once for each release: a command that its framework has for that is better than one pod that starts for it. */
export function migrationOf(model: Model, code: JoinedCode, application: Application, libraries: readonly string[]): Migration | undefined {
  const command = migrationCommand(model, application, libraries);
  if (command) return command;
  const finding = model.facts('finding').map(({ value }) => value).find((each) => each.rule === 'work/migration-on-start' && each.severity !== 'info' && isInJoin(code, each));
  return finding && { finding, tool: String(finding.args['tool'] ?? finding.args['setting'] ?? '') };
}
