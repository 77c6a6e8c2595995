import { basename } from '../base/paths.js';

/** A program that a start command leaves running. */
export interface StartedProgram {
  /** As it is called: `cron`, `nginx`, `celery`. */
  readonly name: string;
  readonly kind: 'clock' | 'login' | 'web' | 'fpm' | 'data' | 'helper' | 'other';
  /** Where its command begins. */
  readonly start: number;
  /** Whether it stays in the foreground, so that the container lives as long as it does. */
  readonly foreground: boolean;
}

const kinds: readonly (readonly [kind: StartedProgram['kind'], name: RegExp])[] = [
  ['clock', /^(?:cron|crond|supercronic|anacron|fcron|run[-_]schedule[dr]?|schedule-?(?:run|work)|celery-?beat|beat|scheduler|laravel-?scheduler)$/i],
  ['login', /^(?:sshd|ssh|dropbear|vsftpd|proftpd|pure-ftpd)$/],
  ['web', /^(?:nginx|apache2|httpd|apache2ctl|apachectl|apache2-foreground|caddy|openresty)$/],
  ['fpm', /^php\d?[\d.]*-fpm[\d.]*$|^php-fpm[\d.]*$/],
  ['data', /^(?:postgresql|postgres|mysql|mysqld|mysqld_safe|mariadb|mariadbd|redis|redis-server|memcached|mongod|mongodb|rabbitmq-server|elasticsearch|clamav-daemon|clamd)$/],
];
/** Steps that end by themselves, and what only waits or watches. */
const passing = /^(?:sleep|tail|echo|printf|wait|wait-for\S*|cd|export|set|source|\.|exec|mkdir|chown|chmod|touch|cp|mv|ln|rm|cat|sed|envsubst|true|false|test|\[|\[\[|trap|kill|read|bash|sh|tini|logger|less|grep|until|while|for|do|done|if|then|else|fi|case|esac|nc|curl|wget|dockerize|migrate|unset|ulimit|umask|usermod|groupmod|useradd|env|printenv|date|ls|find|python-migrate|rsyslogd?|syslogd?|dbus-daemon|crontab|Xvfb|su-exec|gosu|exit|return|shift|eval|local|function|(?:auto-?)?re-?load\S*|\S*watch(?:er)?(?:[-_]\S*)?|:|\{|\}|\))$/;
/** Programs that go to the background by themselves unless they are told not to. */
const daemons = /^(?:cron|crond|sshd|nginx|apache2ctl|apachectl|httpd|php-fpm[\d.]*|redis-server|memcached|fcron|anacron|vsftpd)$/;
const stays = /\bdaemon off\b|\s-[fFn]\b|\bsshd\b.*\s-\w*D|-DFOREGROUND|--foreground|--nodaemonize|--no-daemon|\bforeground\b/;

/** What a program is for, by its name. */
export function kindOfProgram(name: string): StartedProgram['kind'] {
  return kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

/** The words of a step without assignments, `exec`, `nohup`, `sudo -u user` and the like in front. */
function wordsOf(step: string): readonly string[] {
  const words = step.trim().split(/\s+/);
  while (words[0] !== undefined && /^(?:\w+=\S*|exec|nohup|sudo|setsid|nice|-n|-u|-E|command|\()$/.test(words[0])) {
    const [first] = words.splice(0, 1);
    if (first === '-u' || first === '-n') words.splice(0, 1);
  }
  return words;
}

/** A server of the system as its init scripts call it: `service cron start`, `/etc/init.d/ssh start`. */
function serviceIn(step: string): string | undefined {
  return /(?:^|[\s/])(?:service|rc-service)\s+([\w.-]+)\s+(?:start|restart)\b/.exec(step)?.[1] ?? /\/init\.d\/([\w.-]+)\s+(?:start|restart)\b/.exec(step)?.[1] ?? /\bsystemctl\s+start\s+([\w.-]+)/.exec(step)?.[1];
}

interface Step {
  readonly text: string;
  readonly start: number;
  readonly background: boolean;
}

/** Splits at `&&`, `||`, `;`, `&` and line ends outside quotes; `2>&1` and `&>` are no separators. */
function stepsOf(command: string): readonly Step[] {
  const steps: Step[] = [];
  let start = 0;
  const add = (end: number, background: boolean, next: number): void => {
    const text = command.slice(start, end);
    const lead = /^\s*/.exec(text)?.[0].length ?? 0;
    if (text.trim() !== '') steps.push({ text: text.trim(), start: start + lead, background });
    start = next;
  };
  for (const match of command.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\\[^]|&&|\|\||[;&\n]/g)) {
    const [token] = match;
    if (!/^(?:&&|\|\||[;&\n])$/.test(token)) continue;
    if (token === '&' && (command[match.index - 1] === '>' || command[match.index + 1] === '>')) continue;
    add(match.index, token === '&', match.index + token.length);
  }
  add(command.length, false, command.length);
  return steps;
}

function programOf(step: Step, last: boolean): StartedProgram | undefined {
  const service = serviceIn(step.text);
  if (service !== undefined) return { name: service, kind: kindOfProgram(service), start: step.start, foreground: false };
  const [word = ''] = wordsOf(step.text);
  const name = basename(word.replace(/^["'[]+|["',\]]+$/g, ''));
  if (!/^[A-Za-z0-9][\w.+-]*$/.test(name) || passing.test(name) || /^[$"'`-]|^\(/.test(word) || /\s-[tvV](?:\s|$)/.test(step.text)) return undefined;
  const daemon = daemons.test(name) && !stays.test(step.text);
  if (!step.background && !daemon && !last) return undefined;
  return { name, kind: kindOfProgram(name), start: step.start, foreground: !step.background && !(daemon && !last) };
}

/** `sh -c "…"` starts what stands in it. */
function unwrapped(command: string): { readonly text: string; readonly offset: number } {
  const match = /^\s*(?:exec\s+)?(?:\/\w+)*\/?(?:ba|da|a)?sh\s+(?:-\w+\s+)*-\w*c\s+/.exec(command);
  if (!match) return { text: command, offset: 0 };
  const rest = command.slice(match[0].length);
  const quote = /^(["'])([^]*)\1\s*$/.exec(rest);
  return quote ? { text: quote[2] ?? '', offset: match[0].length + 1 } : { text: rest, offset: match[0].length };
}

/** Programs that a command leaves running, in order: what goes to the background, and what the last step starts. */
export function startedBy(command: string): readonly StartedProgram[] {
  const { text, offset } = unwrapped(command);
  const steps = stepsOf(text);
  return steps.flatMap((step, index) => {
    const program = programOf(step, index === steps.length - 1);
    return program ? [{ ...program, start: program.start + offset }] : [];
  });
}

/** What starts several programs by a file of its own: supervisors, inits of a whole system, runners of a Procfile. */
const supervisors = /(?:^|[\s/"'])(supervisord|runsvdir|runsvdir-start|my_init|s6-svscan|circusd|monit|foreman|honcho|overmind|hivemind|goreman|concurrently|run-p|systemd)(?=\s|$|["'])/;

/** The supervisor that a command starts; `undefined` when it starts none. */
export function supervisorIn(command: string): { readonly name: string; readonly start: number } | undefined {
  const init = /^\s*(?:\/usr)?\/sbin\/init\s*$/.exec(command);
  if (init) return { name: 'init', start: init[0].length - init[0].trimStart().length };
  const parallel = /\bnpm-run-all\b(?=[^&|;]*\s(?:-p|--parallel)\b)/.exec(command);
  if (parallel) return { name: 'npm-run-all', start: parallel.index };
  const found = supervisors.exec(command);
  const name = found?.[1];
  if (!found || name === undefined) return undefined;
  const rest = command.slice(found.index + found[0].length);
  // Procfile runners start all programs unless one is named.
  if (/^(?:foreman|honcho|overmind|hivemind|goreman)$/.test(name) && !/^\s+(?:-\S+\s+\S+\s+)*start(?:\s+-\S+(?:\s+\S+)?)*\s*$/.test(rest) && name !== 'hivemind') return undefined;
  return { name, start: found.index + found[0].length - name.length };
}
