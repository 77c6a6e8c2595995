import type { Span } from '../../base/text.js';

/** One command of a shell script, where it stands in it. */
export interface ShellCommand extends Span {
  /** On one line, without comments; quotes are kept. */
  readonly text: string;
}

/** Reads a script from left to right and cuts it where one command ends and another begins. */
class Splitter {
  private readonly found: ShellCommand[] = [];
  private place = 0;
  private begin = 0;
  private words = '';
  /** Words behind which the texts begin that lines feed to a command (`<<EOF`), until the end of the line. */
  private readonly documents: string[] = [];

  constructor(private readonly script: string) {}

  split(): readonly ShellCommand[] {
    while (this.place < this.script.length) this.step(this.script.charAt(this.place));
    this.close(0);
    return this.found;
  }

  private step(c: string): void {
    const { script, place } = this;
    if (c === '\\') {
      // A backslash joins lines; before anything else it is part of a word.
      const joined = /^\\\r?\n\s*/.exec(script.slice(place, place + 80))?.[0];
      this.take(joined ? ' ' : script.slice(place, place + 2), joined?.length ?? 2);
    } else if (c === "'" || c === '"') this.quoted(c);
    else if (c === '#' && /^$|[\s;&|(]$/.test(script.slice(Math.max(0, place - 1), place))) this.skipLine();
    else if (c === '\n') this.line();
    else if (script.startsWith('<<', place) && !script.startsWith('<<<', place)) this.document();
    else if (script.startsWith('$(', place)) this.close(2);
    else if (script.startsWith('${', place)) this.take(/^\$\{[^}\n]*\}?/.exec(script.slice(place))?.[0] ?? c);
    else if (c === '&' && (script.charAt(place - 1) === '>' || script.charAt(place + 1) === '>')) this.take(c);
    else if (/[;&|()`]/.test(c)) this.close(1);
    else this.take(c);
  }

  private take(text: string, length = text.length): void {
    if (this.words === '' && text.trim() === '') this.begin = this.place + length;
    else this.words += text;
    this.place += length;
  }

  private quoted(quote: string): void {
    const rest = this.script.slice(this.place);
    const text = (quote === "'" ? /^'[^']*'?/ : /^"(?:[^"\\]|\\[\s\S])*"?/).exec(rest)?.[0] ?? quote;
    this.take(text);
  }

  private skipLine(): void {
    const end = this.script.indexOf('\n', this.place);
    const to = end < 0 ? this.script.length : end;
    const skipped = to - this.place;
    this.close(skipped);
  }

  private document(): void {
    const found = /^<<-?\s*(["']?)([A-Za-z_]\w*)\1/.exec(this.script.slice(this.place, this.place + 80));
    if (found?.[2] !== undefined) this.documents.push(found[2]);
    this.take(found?.[0] ?? '<<');
  }

  private line(): void {
    this.close(1);
    for (const end of this.documents.splice(0)) {
      const close = new RegExp(`^[ \\t]*${end}[ \\t]*\\r?$`, 'm').exec(this.script.slice(this.place));
      this.place += close ? close.index + close[0].length : this.script.length - this.place;
      this.begin = this.place;
    }
  }

  private close(skip: number): void {
    const text = this.words.replace(/\s+/g, ' ').trim();
    if (text !== '') this.found.push({ start: this.begin, end: this.place, text });
    this.words = '';
    this.place += skip;
    this.begin = this.place;
  }
}

/**
 * The commands of a shell script, in the order of their text: what lists, pipes, groups and substitutions are made of, without
 * comments and without texts that are fed to a command. A text between quotes stays part of its command.
 */
export function commandsOf(script: string): readonly ShellCommand[] {
  return new Splitter(script).split();
}

const words = String.raw`(?:[^\s"']|"(?:[^"\\]|\\.)*"|'[^']*')+`;
const option = String.raw`(?:\s+(?:-[ewuvplf]|--(?:file|project-name|env|env-file|user|workdir|volume|entrypoint|name|network|mount|platform|label|publish|add-host|memory|cpus|index|profile))\s+${words}|\s+-${words})`;
/** What stands before a command without changing what it does: each ends where the command begins. */
const wrappers: readonly RegExp[] = [
  /^(?:if|then|elif|else|do|while|until|!|\{|@|-(?=\w)|exec|time|nohup|command|call|retry|travis_retry|travis_wait(?: \d+)?|eval|bin\/time)\s+/,
  new RegExp(String.raw`^[A-Za-z_]\w*=(?:${words})?\s+`), /^(?:sudo|env|nice|xvfb-run|caffeinate|withenv)(?:\s+-[^\s=]+(?:=\S+)?)*\s+/, /^timeout(?:\s+-\S+)*\s+\d+\w?\s+/,
  /^(?:npx|bunx|uvx|gnpx)(?:\s+(?:-y|--yes|--no|--no-install|--))*\s+/, /^(?:(?:p?npm|gnpm|bun|yarn)\s+(?:exec|dlx|x))(?:\s+--)?\s+/, /^(?:uv|poetry|pipenv|pdm|hatch|rye|mise|bundle|pipx|nix)\s+(?:run|exec)(?:\s+--[\w-]+(?:=\S+|(?=\s))(?:\s+--(?=\s))?)*\s+/,
  /^(?:\S*\/)?python[\d.]*\s+(?:-[Wx]\s*\S+\s+)*-m\s+/, /^php(?:[\d.]+|\$\{\{?[^}]*\}?\})?\s+(?:-d\s*\S+\s+)*(?=\S*(?:bin\/|artisan|\.phar))/, /^(?:\.\/)?(?:vendor\/bin|node_modules\/\.bin|bin|\.?venv\/bin)\/(?=\w)/,
  new RegExp(String.raw`^(?:docker[ -]compose|podman[ -]compose)${option}*\s+(?:run|exec)${option}*\s+[\w.$\{\}-]+\s+`),
  new RegExp(String.raw`^(?:docker|podman|nerdctl)\s+(?:run|exec)${option}*\s+[\w.:/@$\{\}-]+\s+`),
];

/** A command without what stands before it: `sudo`, variables, runners of tools (`npx`, `poetry run`), containers that it runs in. */
export function bareCommand(command: string): string {
  let text = command.trim();
  for (let before = ''; before !== text;) {
    before = text;
    for (const wrapper of wrappers) text = text.replace(wrapper, '');
  }
  return text;
}

/** What `sh -c '…'` runs, with its place in the command; `undefined` for any other command. */
export function innerScript(command: string): { readonly text: string; readonly start: number } | undefined {
  const found = /^(?:\S*\/)?(?:ba|da|z|k)?sh\s+(?:-\w+\s+)*-\w*c\s+(["'])/.exec(command);
  if (!found?.[1]) return undefined;
  const start = found[0].length;
  const end = command.lastIndexOf(found[1]);
  return { text: command.slice(start, end > start ? end : command.length), start };
}
