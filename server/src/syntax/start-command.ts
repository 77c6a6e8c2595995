import type { Span } from '../base/text.js';
import type { AnyMatcher, FileContext, Matcher, Needles, RuleFileContext } from '../contract/rule.js';
import { commandOf, inForce, keywordSpan, shippedStage } from './dockerfile/ask.js';
import { purposeOf } from './dockerfile/purpose.js';
import { stageOfName } from './python/profile.js';
import { entries, items, span, text, type YamlNode } from './yaml/ask.js';

/** A command that starts a container or process, wherever it is written. */
export interface StartCommand {
  readonly text: string;
  readonly at: Span;
  /** Name of the service, container or process; '' for the one of an image. */
  readonly name: string;
}

type Look<C extends FileContext> = (command: StartCommand, cx: C) => void;

function dockerfile<C extends FileContext>(needles: Needles, look: Look<C>): Matcher<'dockerfile', C> {
  return {
    language: 'dockerfile', needles,
    on: {
      file(node, cx) {
        const last = shippedStage(node);
        if (!last || ['development', 'database', 'tool'].includes(purposeOf(cx.path, last))) return;
        for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
          const instruction = inForce(last, keyword);
          if (!instruction) continue;
          const command = commandOf(instruction);
          look({ text: command.form === 'shell' ? command.text : command.words.join(' '), at: keywordSpan(node, instruction), name: '' }, cx);
        }
      },
    },
  };
}

/** Whether a manifest is for development or tests, by its name (`docker-compose.dev.yml`) or folder. */
export function isForDevelopment(path: string): boolean {
  const name = path.replace(/^.*\//, '').replace(/(?:docker-)?compose/, '');
  return ['development', 'test'].includes(stageOfName(name)) || /(?:^|\/)\.?(?:dev|development|devcontainer|local|examples?|tests?|ci)\//.test(path);
}

/** `command:` and `args:` of Compose services and containers. Files and services for development and tests say nothing of what users meet. */
function yaml<C extends FileContext>(needles: Needles, look: Look<C>): Matcher<'yaml', C> {
  return {
    language: 'yaml', needles,
    on: {
      document({ doc }, cx) {
        if (isForDevelopment(cx.path)) return;
        const walk = (node: YamlNode | undefined, name: string): void => {
          for (const { key, value, keyNode } of entries(doc, node)) {
            const words = items(doc, value).flatMap((item) => text(item) ?? []);
            const command = text(value) ?? (words.length > 0 ? words.join(' ') : undefined);
            if (/^(?:command|args|entrypoint)$/.test(key) && command !== undefined) look({ text: command, at: span(keyNode), name }, cx);
            else walk(value, key);
          }
          items(doc, node).forEach((item) => walk(item, text(entries(doc, item).find(({ key }) => key === 'name')?.value) ?? name));
        };
        walk(doc.contents ?? undefined, '');
      },
    },
  };
}

/** `web: gunicorn shop.wsgi` of a Procfile, and `command=` of supervisord. */
function lines<C extends FileContext>(needles: Needles, look: Look<C>): Matcher<'lines', C> {
  return {
    language: 'lines', files: ['**/Procfile', '**/supervisor*.conf', '**/supervisor*/**/*.conf'], needles,
    on: {
      file(file, cx) {
        for (const line of file.lines) {
          const found = /^(?:([\w-]+):|command[ \t]*=)[ \t]*(.+)$/.exec(line.text);
          if (found?.[2] !== undefined && found[1] !== 'release') look({ text: found[2], at: { start: line.start, end: line.start + (found[1]?.length ?? 7) }, name: found[1] ?? '' }, cx);
        }
      },
    },
  };
}

/** A script that ends in a server: commands of its own, and the words that hand over to what the image is started with. */
export interface StartScript {
  /** The script without its comments, which are blanked out so that offsets hold. */
  readonly text: string;
  readonly path: string;
}

const startScripts = ['**/*entrypoint*.sh', '**/entrypoint', '**/docker-entrypoint', '**/{start,startup,boot,bootstrap,run,serve,init}*.sh', '**/{docker,.docker,.deploy,deploy,container,rootfs}/**/*.sh'];

/** Shell scripts that images are started with, and `more` of other names; those for development and tests are left out. */
export function startScriptMatcher<C extends FileContext = RuleFileContext>(needles: Needles, look: (script: StartScript, cx: C) => void, more: readonly string[] = []): Matcher<'lines', C> {
  return {
    language: 'lines', files: [...startScripts, ...more], needles,
    on: {
      file({ lines: written }, cx) {
        if (isForDevelopment(cx.path) || /(?:^|[-_.\/])(?:build|install|release|backup|restore|test)[-_.\w]*\.sh$/.test(cx.path) || stageOfName(cx.path.replace(/^.*\//, '')) === 'development') return;
        const rest = cx.text.split('');
        for (const { text: line, start } of written) {
          const comment = /(?:^|\s)#.*$/.exec(line);
          if (comment) rest.fill(' ', start + comment.index, start + line.length);
        }
        look({ text: rest.join(''), path: cx.path }, cx);
      },
    },
  };
}

/** Conditions around an offset of a shell script: of the `if` and `case` blocks that are still open there, and of the same line. */
export function conditionsBefore(text: string, offset: number): readonly string[] {
  const open: string[] = [];
  const lineStart = text.lastIndexOf('\n', offset) + 1;
  for (const line of text.slice(0, lineStart).split(/\r?\n/)) {
    const condition = /^\s*(?:if|while|until)\b(.*)$/.exec(line)?.[1];
    if (condition !== undefined && !/\bfi\s*;?\s*$/.test(line)) open.push(condition);
    else if (/^\s*elif\b/.test(line)) open[Math.max(0, open.length - 1)] = line;
    else if (/^\s*(?:fi|done)\b/.test(line)) open.pop();
  }
  return [...open, text.slice(lineStart, offset)];
}

/** The branches of `case` blocks and the functions of a shell script around an offset, by their labels and names. */
export function branchesBefore(text: string, offset: number): readonly string[] {
  const open: string[] = [];
  for (const line of text.slice(0, offset).split(/\r?\n/)) {
    const named = /^\s*(?:(?:function\s+)?([\w-]+)\s*\(\)|\(?([\w*|"'. -]+)\)\s*$)/.exec(line);
    if (named) open.push(named[1] ?? named[2] ?? '');
    else if (/^\s*(?:;;|\}\s*$)|;;\s*$/.test(line)) open.pop();
  }
  return open;
}

/** A command of a script with its continuations, and where it begins. */
export interface ScriptLine {
  readonly text: string;
  readonly start: number;
}

/** Commands of a script, line by line, blank ones left out. */
export function scriptLines(text: string): readonly ScriptLine[] {
  const found: ScriptLine[] = [];
  for (const match of text.matchAll(/(?:[^\n\\]|\\\r?\n|\\.)+/g)) {
    const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
    if (match[0].trim() !== '') found.push({ text: match[0].slice(lead).trimEnd(), start: match.index + lead });
  }
  return found;
}

/** Whether an image surely begins with the script; others may be what developers type. */
export function isScriptOfImage(path: string): boolean {
  if (/(?:^|[-_.])(?:dev\w*|local|test\w*|debug)(?=[-_.])/i.test(path.replace(/^.*\//, ''))) return false;
  return /(?:^|\/)[^/]*entrypoint[^/]*$|(?:^|\/)\.?(?:docker|container|rootfs)\/.*\.sh$/i.test(path);
}

/** Looks at each command of the scripts that images begin with; the place is its first word, `exec` left out. */
export function imageScriptCommands<C extends FileContext = RuleFileContext>(needles: Needles, look: Look<C>): Matcher<'lines', C> {
  return startScriptMatcher<C>(needles, ({ text, path }, cx) => {
    if (!isScriptOfImage(path)) return;
    for (const line of scriptLines(text)) {
      const lead = /^exec\s+/.exec(line.text)?.[0].length ?? 0;
      const word = /^\S+/.exec(line.text.slice(lead))?.[0] ?? '';
      if (word !== '') look({ text: line.text, at: { start: line.start + lead, end: line.start + lead + word.length }, name: '' }, cx);
    }
  });
}

/** Matchers that look at every start command of Dockerfiles, Compose files, manifests and Procfiles. */
export function startCommands<C extends FileContext = RuleFileContext>(needles: Needles, look: Look<C>): readonly AnyMatcher<C>[] {
  return [dockerfile(needles, look), yaml(needles, look), lines(needles, look)];
}
