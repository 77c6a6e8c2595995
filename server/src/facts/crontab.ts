import { maskSecrets } from '../base/secrets.js';
import { factMatcher, type FactExtractor } from '../contract/rule.js';
import { readCrontab } from '../syntax/cron/crontab.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** A job of a crontab, at its schedule. */
    'cron.line': { readonly schedule: string; readonly command: string; readonly user?: string; readonly zone?: string };
  }
}

/** Names that crontabs have in repositories; the folder tells it of others. */
export const crontabFiles: readonly string[] = ['**/crontab*', '**/*{.,-,_}{cron,crontab}', '**/cron', '**/cron{job,jobs,-job,-jobs,_job,_jobs,file}', '**/cron{job,jobs}.txt', '**/{cron,crons,cron.d,crontab,crontabs}/*'];

/** `cron.line`: scheduled commands of the repository's crontabs. */
export const crontabFacts: FactExtractor = {
  kinds: ['cron.line'],
  matchers: [factMatcher({
    language: 'lines', files: crontabFiles, needles: 'always',
    on: {
      file(_node, cx) {
        for (const { schedule, scheduleSpan, user, command, zone } of readCrontab(cx.text, /(?:^|\/)cron\.d\//.test(cx.path) ? true : undefined)) {
          cx.emit('cron.line', scheduleSpan, { schedule, command: maskSecrets(command), ...(user === undefined ? {} : { user }), ...(zone === undefined ? {} : { zone }) });
        }
      },
    },
  })],
};
