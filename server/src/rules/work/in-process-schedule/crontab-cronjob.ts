import type { Fix } from '../../../contract/rule.js';
import { cronJobName } from '../../../generators/cronjob.js';
import { cronJobFiles } from '../../../generators/cronjob-files.js';
import { readCrontab, withoutRedirection, type CronLine } from '../../../syntax/cron/crontab.js';

/** Words of a command that needs no shell. */
function words(command: string): readonly string[] {
  return /["'$|;&<>`*()]/.test(command) ? ['sh', '-c', command] : command.split(/\s+/);
}

/** The program that the job runs: the script or subcommand, not the interpreter and its options. */
function nameOf(command: string): string {
  const last = command.split(/&&|;|\|/).map((each) => each.trim()).filter((each) => each !== '' && !/^(?:cd|source|\.|export|set)\s/.test(each))[0] ?? command;
  const rest = last.split(/\s+/).filter((word) => !/^(?:-|\w+=)/.test(word) && !/^(?:\S*\/)?(?:php\d?|python[\d.]*|node|npm|npx|yarn|run|java|ruby|bundle|exec|rake|sh|bash|dotnet|curl|wget|sudo|nice|flock|artisan|console|manage\.py)$/.test(word));
  return cronJobName((rest[0] ?? last.split(/\s+/)[0] ?? 'job').replace(/^https?:\/\/[^/]*\//, '').replace(/^.*\//, '').replace(/\.\w+$/, '')) || 'cron-job';
}

function lineAt(text: string, file: string, start: number): CronLine | undefined {
  return readCrontab(text, /(?:^|\/)cron\.d\//.test(file) ? true : undefined).find(({ scheduleSpan }) => scheduleSpan.start === start);
}

/** The clock moves to Kubernetes: a CronJob runs the command in the application's image, and the crontab loses the line. */
export const crontabCronJob: Fix = {
  key: 'cronjob-crontab',
  title: { en: 'Let a Kubernetes CronJob run it', ko: 'Kubernetes CronJob이 실행하게 하기' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly crontab?: boolean } | null)?.crontab === true,
  edits(input) {
    const { file, range } = input.finding;
    const now = input.text(file);
    const line = now === undefined ? undefined : lineAt(now, file, range.start);
    if (now === undefined || !line) return undefined;
    const command = withoutRedirection(line.command);
    const end = now.indexOf('\n', line.end);
    return [
      { do: 'replace', file, span: { start: line.start, end: end < 0 ? now.length : end + 1 }, text: '' },
      ...cronJobFiles(input, { name: nameOf(command), job: command, when: { schedule: line.schedule }, source: line.schedule, zone: line.zone, trigger: [], command: words(command), companions: false }),
    ];
  },
};
