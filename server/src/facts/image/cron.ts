import type { Instruction } from 'dockerfile-ast';
import { dirname, join } from '../../base/paths.js';
import { maskSecrets } from '../../base/secrets.js';
import type { DockerfileNode } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { readCrontab } from '../../syntax/cron/crontab.js';
import { baseOf, commandOf, copiedPaths, inForce, lineage, shellText, shippedStage } from '../../syntax/dockerfile/ask.js';
import { conditionsBefore, startScriptMatcher } from '../../syntax/start-command.js';
import type {} from '../crontab.js';
import { contextOf } from './facts.js';

/** A crontab that an image carries. */
export interface ImageCron {
  /** Workspace paths that the crontab may come from: files, or folders of them. */
  readonly crontabs: readonly string[];
  /** What starts the cron daemon: the image's own command, with or without a server, its base image, or else a script if anything. */
  readonly starts: 'alone' | 'beside' | 'base' | 'script';
  /** The image's command, which names its scripts. */
  readonly command: string;
}

/** A script or supervisor that starts the cron daemon. */
export interface CronDaemon {
  /** It starts no server beside it. */
  readonly alone: boolean;
  /** Variable that decides whether it does. */
  readonly setting?: string;
  /** Names of the files that it makes crontabs of. */
  readonly installs: readonly string[];
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** At the instruction that brings the crontab. */
    'image.cron': ImageCron;
    'cron.daemon': CronDaemon;
  }
}

const programs = String.raw`(?:\S*\/)?(?:cron|crond|supercronic|go-crond)(?![\w./-])|service\s+crond?\s+(?:re)?start|\/etc\/init\.d\/cron\s+start`;
const isDaemon = new RegExp(`^(?:exec\\s+)?(?:${programs})`);
/** What prepares cron or shows its log, so that the container does nothing else. */
const beside = /^(?:exec\s+)?(?:\S*\/)?(?:tail|touch|printenv|env|echo|crontab|chmod|chown|sleep|true|cat|mkdir|export|set|wait|r?syslogd|service\s+r?syslog)(?![\w./-])|^\w+=|^$/;
/** Images whose own start script runs a cron daemon. */
const withDaemon = /^(?:phusion\/|webdevops\/)/;

/** Commands of a line, without the shell that is handed it and the signs between. */
function commandsIn(line: string): readonly string[] {
  return line.replace(/^\s*(?:\S*\/)?(?:ba|da)?sh\s+-\w*c\s+/, '').replace(/["'()]/g, ' ').split(/&&|\|\||[;&|\n]/).map((each) => each.trim());
}

function startedBy(command: string, base: string): ImageCron['starts'] {
  const all = commandsIn(command);
  if (all.some((each) => isDaemon.test(each))) return all.every((each) => isDaemon.test(each) || beside.test(each)) ? 'alone' : 'beside';
  return withDaemon.test(base) ? 'base' : 'script';
}

const target = /^\/(?:etc\/(?:cron\.d|crontabs?)|var\/spool\/cron)(?:\/|$)/;

function destination(instruction: Instruction): string {
  const command = commandOf(instruction);
  const words = command.form === 'exec' ? command.words : instruction.getArguments().map((argument) => argument.getValue());
  return words.at(-1) ?? '';
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Crontabs that are copied to where cron looks, or handed to `crontab`. */
function sourcesOf(instructions: readonly Instruction[]): readonly { readonly at: Instruction; readonly source: string }[] {
  const copies = instructions.flatMap((at) => copiedPaths(at).map((source) => ({ at, source, to: destination(at) })));
  const installed = instructions.filter((each) => each.getKeyword() === 'RUN').flatMap((at) => {
    const name = /(?:^|[;&|\s/])crontab\s+(?:-u\s+\S+\s+)?(?!-)([\w./-]+)/.exec(shellText(at))?.[1];
    if (name === undefined) return [];
    const own = copies.find(({ to, source }) => lastPart(to) === lastPart(name) || lastPart(source) === lastPart(name));
    // `COPY . .` brings it along under its own path.
    return [{ at, source: own?.source ?? name.replace(/^\/(?:app|usr\/src\/app|code|src|srv|var\/www(?:\/html)?)\//, '') }];
  });
  return [...copies.filter(({ to }) => target.test(to)), ...installed];
}

function textOfCommand(node: DockerfileNode): { readonly command: string; readonly base: string; readonly instructions: readonly Instruction[] } | undefined {
  const last = shippedStage(node);
  if (!last) return undefined;
  const command = ['ENTRYPOINT', 'CMD'].flatMap((keyword) => {
    const instruction = inForce(last, keyword);
    const started = instruction && commandOf(instruction);
    return started ? [started.form === 'exec' ? started.words.join(' ') : started.text] : [];
  }).join(' ');
  return { command, base: baseOf(last).repository, instructions: lineage(last).flatMap(({ instructions }) => instructions) };
}

/** Jobs that a `RUN` writes into a crontab: `echo "0 3 * * * …" | crontab -`. */
function written(node: DockerfileNode, at: Instruction, cx: FactFileContext): boolean {
  const { start, end } = node.span(at.getRange());
  const source = cx.text.slice(start, end);
  if (!/\bcrontab\s+(?:-u\s+\S+\s+)?-|\/etc\/cron|\/spool\/cron|>>?\s*\S*cron/.test(source)) return false;
  const jobs = [...source.matchAll(/\b(?:echo|printf)\s+(?:-\w+\s+)?(["'])([^]*?)\1/g)].flatMap((match) => {
    const [found] = readCrontab(match[2] ?? '', /\/etc\/cron\.d\//.test(source) ? undefined : false);
    return found ? [{ found, offset: start + match.index + match[0].indexOf(match[1] ?? '"') + 1 }] : [];
  });
  for (const { found, offset } of jobs) {
    cx.emit('cron.line', { start: offset + found.scheduleSpan.start, end: offset + found.scheduleSpan.end }, { schedule: found.schedule, command: maskSecrets(found.command) });
  }
  return jobs.length > 0;
}

function read(node: DockerfileNode, cx: FactFileContext): void {
  const image = textOfCommand(node);
  if (!image) return;
  const { command, base, instructions } = image;
  const starts = startedBy(command, base);
  for (const { at, source } of sourcesOf(instructions)) {
    const crontabs = [...new Set([join(contextOf(cx.path), source), join(dirname(cx.path), source)].flatMap((path) => path ?? []))];
    cx.emit('image.cron', node.span(at.getInstructionRange()), { crontabs, starts, command });
  }
  for (const at of instructions.filter((each) => each.getKeyword() === 'RUN')) {
    if (written(node, at, cx)) cx.emit('image.cron', node.span(at.getInstructionRange()), { crontabs: [cx.path], starts, command });
  }
}

/** What a script hands over to, or servers that it starts. */
const serves = /exec\s+["']?\$|\b(?:apache2\S*|apachectl|httpd|nginx|php-fpm\S*|gunicorn|uvicorn|daphne|uwsgi|hypercorn|node|npm|yarn|pnpm|pm2\S*|java|catalina\.sh|puma|unicorn|rails|dotnet|supervisord|runserver|streamlit|flask\s+run|artisan\s+(?:serve|octane\S*)|rackup|caddy)\b/;
/** The end of a script that only keeps the container up. */
const endsQuietly = new RegExp(`${isDaemon.source}|${beside.source}|^(?:done|fi|fg|wait|read|while)(?![\\w./-])`);

function fromScript(text: string, cx: FactFileContext): void {
  const lines = [...text.matchAll(/[^\r\n]+/g)];
  const line = lines.find((each) => commandsIn(each[0]).some((command) => isDaemon.test(command)));
  if (!line) return;
  const start = line.index + (/^\s*/.exec(line[0])?.[0].length ?? 0);
  const commands = lines.flatMap((each) => commandsIn(each[0])).filter((each) => each !== '' && !each.startsWith('#'));
  const alone = !lines.some((each) => serves.test(each[0])) && endsQuietly.test(commands.at(-1) ?? '');
  const setting = conditionsBefore(text, start).map((condition) => /\$\{?([A-Za-z_]\w*)/.exec(condition)?.[1]).find((name) => name !== undefined);
  const installs = [...text.matchAll(/(?:^|[\s;&|])(?:crontab\s+(?:-u\s+\S+\s+)?(?!-)|cp\s+(?:-\w+\s+)?(?=\S+\s+\/(?:etc\/cron|var\/spool\/cron)))["']?([\w./${}-]+)/g)].map((match) => lastPart(match[1] ?? ''));
  cx.emit('cron.daemon', { start, end: line.index + line[0].trimEnd().length }, { alone, installs: [...new Set(installs)], ...(setting === undefined ? {} : { setting }) });
}

/** `image.cron` and `cron.daemon`: images that run a clock of their own. */
export const imageCronFacts: FactExtractor = {
  kinds: ['image.cron', 'cron.daemon', 'cron.line'],
  matchers: [
    factMatcher({ language: 'dockerfile', needles: [[/cron/]], on: { file: read } }),
    startScriptMatcher<FactFileContext>([[/cron/]], ({ text }, cx) => fromScript(text, cx)),
    factMatcher({
      language: 'lines', files: ['**/supervisor*.{conf,ini}', '**/supervisor*/**/*.{conf,ini}'], needles: [['command', /cron/]],
      on: {
        file({ lines }, cx) {
          for (const { text, start } of lines) {
            const [, before = '', command = ''] = /^(\s*command\s*=\s*)(.+)$/.exec(text) ?? [];
            if (isDaemon.test(command)) cx.emit('cron.daemon', { start: start + before.length, end: start + text.length }, { alone: false, installs: [] });
          }
        },
      },
    }),
  ],
};
