import type { Span } from '../../base/text.js';

/** One job of a crontab. */
export interface CronLine extends Span {
  /** Five fields or a word such as `@daily`, as Kubernetes takes them too. */
  readonly schedule: string;
  readonly scheduleSpan: Span;
  /** The account of the crontabs below `/etc`; `undefined` in those of users. */
  readonly user: string | undefined;
  readonly command: string;
  /** `CRON_TZ` or `TZ` that is set above it. */
  readonly zone: string | undefined;
}

const field = String.raw`(?:(?:\*|\d{1,2}(?:-\d{1,2})?|[A-Za-z]{3}(?:-[A-Za-z]{3})?)(?:\/\d{1,3})?)(?:,(?:\d{1,2}(?:-\d{1,2})?|[A-Za-z]{3}(?:-[A-Za-z]{3})?)(?:\/\d{1,3})?)*`;
const schedule = String.raw`@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)|${field}(?:[ \t]+${field}){4}`;
const job = new RegExp(`^([ \\t]*)(${schedule})[ \\t]+(\\S.*?)[ \\t]*$`);
/** Accounts that applications are run as; in other crontabs the sixth word begins the command. */
const account = /^(root|www-data|apache|nginx|nobody|app|appuser|deploy|node|ubuntu|django|laravel|web|tomcat|daemon|\$\{?\w+\}?)[ \t]+(\S.*)$/;

/**
 * The jobs of a crontab; `@reboot` is no clock. A small text reader, since the libraries for cron read schedules only.
 * `system`: whether each line names an account, as below `/etc`; it is guessed by the usual names when that is not known.
 */
export function readCrontab(text: string, system?: boolean): readonly CronLine[] {
  const found: CronLine[] = [];
  let zone: string | undefined;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    zone = /^\s*(?:CRON_)?TZ\s*=\s*"?([\w/+-]+)"?\s*$/.exec(match[0])?.[1] ?? zone;
    const [, indent, when, rest] = job.exec(match[0]) ?? [];
    if (indent === undefined || when === undefined || rest === undefined) continue;
    const [, user, command] = (system ? /^(\S+)[ \t]+(\S.*)$/ : system === undefined ? account : /$^/).exec(rest) ?? [];
    const start = match.index + indent.length;
    found.push({ schedule: when, scheduleSpan: { start, end: start + when.length }, user, command: command ?? rest, zone, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The command without where its output goes: the log of a pod takes it. */
export function withoutRedirection(command: string): string {
  return command.replace(/(?:\s*(?:\d|&)?>{1,2}\s*(?:&\d|[^\s;&|]+))+\s*$/, '').trim();
}
