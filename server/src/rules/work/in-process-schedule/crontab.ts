import { basename, isInside } from '../../../base/paths.js';
import type { Place } from '../../../contract/finding.js';
import type { AnyProjectCheck, ProjectContext, ProjectFound } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/crontab.js';
import type {} from '../../../facts/image/cron.js';
import type { Localized } from '../../../contract/words.js';

/** What the rule says of crontabs. */
export const crontabMessages: Readonly<Record<string, Localized>> = {
  crontab: {
    en: 'The image starts cron beside the server, so that every replica runs `{command}` ({schedule}): with two replicas it runs twice at the same time.',
    ko: '이미지가 서버와 함께 cron을 시작하므로 모든 레플리카가 `{command}`을(를) 실행합니다({schedule}). 레플리카가 둘이면 동시에 두 번 실행됩니다.',
  },
  crontabUnclear: {
    en: 'The image starts cron beside the server, so that every replica runs `{command}` ({schedule}): unless each pod is meant to do this for itself, two replicas do the work twice.',
    ko: '이미지가 서버와 함께 cron을 시작하므로 모든 레플리카가 `{command}`을(를) 실행합니다({schedule}). 파드마다 따로 해야 하는 작업이 아니라면 레플리카가 둘일 때 두 번 실행됩니다.',
  },
  crontabSwitched: {
    en: 'Where {setting} lets the image start cron beside the server, every replica runs `{command}` ({schedule}): with two of them it runs twice at the same time.',
    ko: '{setting} 값에 따라 이미지가 서버와 함께 cron을 시작하며, 그런 레플리카는 모두 `{command}`을(를) 실행합니다({schedule}). 그런 레플리카가 둘이면 동시에 두 번 실행됩니다.',
  },
  crontabAlone: {
    en: 'Each replica of this image runs `{command}` ({schedule}): a second one, or the old one during a rollout, runs it twice, and a run that falls into a restart is lost.',
    ko: '이 이미지의 레플리카마다 `{command}`을(를) 실행합니다({schedule}). 레플리카가 둘이거나 롤링 업데이트로 잠시 겹치면 두 번 실행되고, 재시작하는 동안의 실행은 누락됩니다.',
  },
  cronStarted: { en: 'brings the crontab into the image', ko: '이 crontab을 이미지에 넣는 곳입니다' },
};

/** Work on what each pod has for itself. */
const housekeeping = /\b(?:logrotate|tmpreaper|tmpwatch|run-parts|certbot|freshclam|ntpdate|chronyc|supervisorctl|nginx\s+-s|apachectl|killall|pkill|free|sync|update-ca-certificates|savelog)\b|\bfind\b.*-delete\b|\bfind\b.*-exec\s+rm\b|^\s*(?:\S*\/)?(?:rm|kill|truncate|chown|chmod|echo|date|true|:)\s|\bservice\s+\S+\s+(?:restart|reload)|(?:^|\s)>\s*\/var\/log\//;
/** Starts code of the application, or asks it for the work. */
const application = /\b(?:php\d?|artisan|console|python[\d.]*|manage\.py|node|npm|npx|yarn|tsx|ruby|rake|bundle|rails|runner|java|dotnet|perl|curl|wget|mysqldump|pg_dump|mongodump|drush|wp)\b/;

type CronLine = Fact<'cron.line'>;
type Daemon = Fact<'cron.daemon'>;

/** How an image runs a crontab, and where that shows. */
interface Running {
  readonly start: 'alone' | 'beside';
  readonly setting: string | undefined;
  readonly at: Place;
}

/** Scripts and supervisors that an image's command names. */
function daemonsOf(cx: ProjectContext, command: string): readonly Daemon[] {
  return cx.facts('cron.daemon').filter(({ file }) => (/\.(?:conf|ini)$/.test(file) ? /supervisord?\b/.test(command) : command.includes(basename(file))));
}

function startedBy(daemons: readonly Daemon[], at: Place): Running | undefined {
  const [first] = daemons;
  return first && { start: daemons.every(({ value }) => value.alone) ? 'alone' : 'beside', setting: first.value.setting, at };
}

/** The image copies the crontab, and something in it starts the daemon. */
function inImage(cx: ProjectContext, line: CronLine): Running | undefined {
  const images = cx.facts('image.cron').filter(({ value }) => value.crontabs.some((path) => path === line.file || (path !== '' && isInside(line.file, path))));
  return images.filter((image) => isApplication(cx, image.file)).map(({ file, range, value: { starts, command } }) => {
    if (starts !== 'script') return { start: starts === 'alone' ? starts : 'beside', setting: undefined, at: { file, range } } as const;
    return startedBy(daemonsOf(cx, command), { file, range });
  }).find((running) => running !== undefined);
}

/** A script of the image makes a crontab of it before it starts the daemon. */
function byScript(cx: ProjectContext, line: CronLine): Running | undefined {
  return cx.facts('image.dockerfile').filter(({ value }) => value.purpose === 'application').map(({ value: { entrypoint, command } }) => {
    const daemons = daemonsOf(cx, `${entrypoint?.text ?? ''} ${command?.text ?? ''}`).filter(({ value }) => value.installs.includes(basename(line.file)));
    const [first] = daemons;
    return first && startedBy(daemons, { file: first.file, range: first.range });
  }).find((running) => running !== undefined);
}

function isApplication(cx: ProjectContext, file: string): boolean {
  return cx.facts('image.dockerfile').some((image) => image.file === file && image.value.purpose === 'application');
}

/** Laravel's scheduler decides by itself what is due; its jobs are told where they are written. */
const toldInCode = /\bartisan\s+schedule:(?:run|work)\b/;

/** What is said of a job, and how gravely. */
function wordsFor({ start, setting }: Running, command: string): Pick<ProjectFound, 'say' | 'severity' | 'args'> {
  if (start === 'alone') return { say: 'crontabAlone', severity: 'info' };
  if (setting !== undefined) return { say: 'crontabSwitched', severity: 'warning', args: { setting } };
  const calls = application.test(command) || /(?:^|\s)[\w./-]+\.(?:py|php|js|rb|sh|pl|jar)\b/.test(command);
  return calls ? { say: 'crontab', severity: 'error' } : { say: 'crontabUnclear', severity: 'warning' };
}

function check(line: CronLine, cx: ProjectContext): void {
  const { command, schedule } = line.value;
  if (housekeeping.test(command) || toldInCode.test(command)) return;
  const running = inImage(cx, line) ?? byScript(cx, line);
  if (!running) return;
  const { args = {}, ...words } = wordsFor(running, command);
  const inline = running.at.file === line.file;
  cx.report({
    ...words,
    args: { ...args, command: command.length > 60 ? `${command.slice(0, 59)}…` : command, schedule },
    also: inline ? [] : [{ ...running.at, say: 'cronStarted' }],
    cause: `crontab ${running.at.file}`,
    data: { engine: 'crontab', guarded: false, crontab: !inline },
  });
}

/** Jobs of crontabs that an image carries and starts. */
export const crontabJobs: AnyProjectCheck = { subject: 'cron.line', reads: ['image.cron', 'image.dockerfile', 'cron.daemon'], check };
