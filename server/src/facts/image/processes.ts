import { maskSecrets } from '../../base/secrets.js';
import { shortened } from '../../base/text.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { commandOf, inForce, keywordSpan, shippedStage } from '../../syntax/dockerfile/ask.js';
import { isForeignTool, purposeOf } from '../../syntax/dockerfile/purpose.js';
import { conditionsBefore, isScriptOfImage, startScriptMatcher } from '../../syntax/start-command.js';
import { kindOfProgram, startedBy, supervisorIn, type StartedProgram } from '../../syntax/start-programs.js';

/** A program of an image, as far as its command tells. */
export interface ImageProgram {
  readonly name: string;
  readonly kind: StartedProgram['kind'];
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A start command or start script that leaves several programs running, or hands over to a supervisor. */
    'image.processes': { readonly programs: readonly ImageProgram[]; readonly supervisor?: string; /** A condition decides whether the first of them starts. */ readonly conditional?: true };
    /** A program that a configuration of supervisord starts. */
    'image.supervised': ImageProgram;
  }
}

/** Programs that run others: only what follows tells which. */
const launchers = /^(?:node|nodejs|python[\d.]*|java|php|ruby|bundle|npm|npx|yarn|pnpm|bun|deno|dotnet|poetry|uv|pipenv|su|start-stop-daemon|celery)$/;

function named({ name, kind, start }: StartedProgram, command: string): ImageProgram {
  const words = command.slice(start).split(/&&|\|\||[;&\n]/)[0]?.trim().replace(/^(?:exec|nohup|sudo)\s+/, '').split(/\s+/) ?? [];
  return { name: launchers.test(name) ? shortened(maskSecrets(words.slice(0, 4).join(' ').replace(/["']/g, ''))) : name, kind };
}

const dockerfile = factMatcher({
  language: 'dockerfile',
  needles: 'always',
  on: {
    file(node, cx) {
      const last = shippedStage(node);
      if (!last || purposeOf(cx.path, last) !== 'application' || isForeignTool(cx.path, node)) return;
      for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
        const instruction = inForce(last, keyword);
        if (!instruction) continue;
        const command = commandOf(instruction);
        const text = command.form === 'shell' ? command.text : command.words.join(' ');
        const supervisor = /^\/init\s*$/.test(text) ? 's6' : supervisorIn(text)?.name;
        const programs = startedBy(text).map((program) => named(program, text));
        if (supervisor !== undefined || programs.length > 1) cx.emit('image.processes', keywordSpan(node, instruction), { programs, ...(supervisor === undefined ? {} : { supervisor }) });
      }
    },
  },
});

/** Text of a script in which each branch of a `case` and each function is blank: only one of them runs, or none. */
function withoutBranches(text: string): string {
  const blank = (written: string): string => written.replace(/[^\n]/g, ' ');
  return text.replace(/^[ \t]*case\b[^]*?^[ \t]*esac\b/gm, blank).replace(/^[ \t]*(?:function\s+)?[\w-]+\s*\(\)\s*\{[^]*?^[ \t]*\}/gm, blank).replace(/\\\r?\n/g, (written) => ' '.repeat(written.length));
}

/** Functions of a script, which are no programs of their own; `run_schedule` goes on for ever all the same. */
function ownFunctions(text: string): ReadonlySet<string> {
  const names = [...text.matchAll(/^[ \t]*(?:function\s+)?([\w-]+)\s*\(\)/gm)].map(([, name = '']) => name);
  return new Set(names.filter((name) => !/sched|cron/i.test(name)));
}

function readScript(written: string, cx: FactFileContext): void {
  const text = withoutBranches(written);
  const functions = ownFunctions(written);
  const supervisor = supervisorIn(text.split('\n').filter((line) => /\bexec\b|supervisord/.test(line)).at(-1) ?? '');
  if (supervisor?.name === 'supervisord') {
    const start = text.lastIndexOf('supervisord');
    cx.emit('image.processes', { start, end: start + supervisor.name.length }, { programs: [], supervisor: supervisor.name });
    return;
  }
  // What is ended again was only started to prepare something.
  const beside = startedBy(text).filter(({ name, kind, start, foreground }) => !foreground && kind !== 'data' && !functions.has(name) && !new RegExp(`\\b(?:kill|stop|quit)\\b[^\\n]*(?:${name.replace(/\W/g, '\\$&')}|\\$)`).test(text.slice(start)));
  const [first] = beside;
  const goesOn = /(?:^|\n)\s*(?:exec\s+|"?\$@|wait\b)|\n\s*[\w./-]+[^\n&]*\s*$/.test(text);
  if (!first || !goesOn) return;
  const main = startedBy(text).find(({ foreground }) => foreground);
  cx.emit('image.processes', { start: first.start, end: first.start + Math.max(1, /^\S+/.exec(text.slice(first.start))?.[0].length ?? 1) }, {
    // `exec "$@"` starts what the image says.
    programs: [...beside.map((program) => named(program, text)), main ? named(main, text) : { name: 'CMD', kind: 'other' }],
    ...(conditionsBefore(text, first.start).slice(0, -1).length > 0 ? { conditional: true as const } : {}),
  });
}

const script = startScriptMatcher<FactFileContext>([['cron'], ['sshd'], ['service '], ['init.d/'], ['&'], ['supervisord'], ['-fpm'], ['nginx']], ({ text, path }, cx) => {
  if (isScriptOfImage(path) && !/(?:^|[/_.-])(?:mocks?|mockservices|fakes?|stubs?)(?:[/_.-]|$)/i.test(path)) readScript(text, cx);
});

const supervised = factMatcher({
  language: 'lines',
  files: ['**/supervisor*.conf', '**/supervisor*.ini', '**/supervisor*/**/*.conf', '**/supervisor*/**/*.ini'],
  needles: [['program:']],
  on: {
    file({ lines }, cx) {
      lines.forEach((line, index) => {
        const name = /^\s*\[program:([^\]]+)\]/.exec(line.text)?.[1];
        if (name === undefined) return;
        const rest = lines.slice(index + 1);
        const end = rest.findIndex(({ text }) => /^\s*\[/.test(text));
        const own = (end < 0 ? rest : rest.slice(0, end)).map(({ text }) => text);
        if (own.some((text) => /^\s*autostart\s*=\s*(?:false|no|0|off)\b/i.test(text))) return;
        const command = own.map((text) => /^\s*command\s*=\s*(.+)$/.exec(text)?.[1]).find((text) => text !== undefined) ?? '';
        const program = /^\S+/.exec(command.replace(/^(?:bash|sh)\s+-c\s+["']?/, ''))?.[0].replace(/^.*\//, '') ?? '';
        cx.emit('image.supervised', { start: line.start, end: line.end }, { name, kind: kindOfProgram(program) === 'other' ? kindOfProgram(name) : kindOfProgram(program) });
      });
    },
  },
});

/** `image.processes` and `image.supervised`: images in which more than one program runs. */
export const imageProcessFacts: FactExtractor = { kinds: ['image.processes', 'image.supervised'], matchers: [dockerfile, script, supervised] };
