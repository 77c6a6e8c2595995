/** What a shell does that a plain list of words does not. */
const features = /[$`&|;<>*?(){}~#!\n]|\[/;
const builtins = /^(?:cd|source|\.|exec|set|export|unset|eval|trap|umask|ulimit|test|\[|if|for|while|case|until|time|nohup|alias|wait|command|type|shift|return|exit|true|false)$/;

/** Words that begin or continue a compound command, whose parts cannot be taken alone. */
const compound = /^\s*(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|select|function|[{}!])(?:\s|$)/;

/** The words of a command line; `undefined` when only a shell can run it. Quotes are read as a POSIX shell reads them. */
export function plainWords(command: string): readonly string[] | undefined {
  const words: string[] = [];
  const token = /\s*((?:[^\s"'\\]|"(?:[^"\\]|\\.)*"|'[^']*'|\\.)+)/gy;
  const text = command.trim();
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match?.[1]) return undefined;
    const word = wordOf(match[1]);
    if (word === undefined) return undefined;
    words.push(word);
  }
  const [first] = words;
  return first === undefined || builtins.test(first) || /^\w+=/.test(first) ? undefined : words;
}

function wordOf(written: string): string | undefined {
  let out = '';
  for (const [part] of written.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^"'\\]+/g)) {
    if (part.startsWith("'")) out += part.slice(1, -1);
    else if (part.startsWith('"')) {
      if (/[$`]/.test(part)) return undefined;
      out += part.slice(1, -1).replace(/\\(["\\$`])/g, '$1');
    } else if (part.startsWith('\\')) out += part.slice(1);
    else if (features.test(part)) return undefined;
    else out += part;
  }
  return out;
}

/** Splits at `&&` and `;` outside quotes; `undefined` when there are pipes, alternatives, background jobs or compound commands. */
export function steps(command: string): readonly { readonly text: string; readonly start: number }[] | undefined {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  for (const match of command.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\\.|&&|\|\||[;|&\n()`]|\$\(/g)) {
    const [token] = match;
    if (token === '&&' || token === ';') {
      parts.push({ text: command.slice(start, match.index), start });
      start = match.index + token.length;
    } else if (/^[|&\n()`]|^\$\(/.test(token) && command[match.index - 1] !== '>' && command[match.index + 1] !== '>') return undefined;
  }
  parts.push({ text: command.slice(start), start });
  return parts.some(({ text }) => compound.test(text)) ? undefined : parts;
}

/** The command that stays running and where it begins, variables that are set for it left out; `undefined` when that cannot be told or the shell has to stay. */
export function lastCommand(command: string): { readonly start: number; readonly text: string } | undefined {
  const last = steps(command)?.filter(({ text }) => text.trim() !== '').at(-1);
  if (!last) return undefined;
  const assignments = /^\s*(?:\w+=(?:"[^"]*"|'[^']*'|[^\s"']*)\s+)*/.exec(last.text)?.[0] ?? '';
  const text = last.text.slice(assignments.length);
  return { start: last.start + assignments.length, text };
}

/** Whether the shell replaces itself with the program that stays: `exec` stands before the last command. */
export function endsWithExec(command: string): boolean {
  return /^exec\s/.test(lastCommand(command)?.text ?? '');
}

/** The command with `exec` before its last part; `undefined` when that would change what it does. */
export function withExec(command: string): string | undefined {
  const last = lastCommand(command);
  const program = /^\S+/.exec(last?.text ?? '')?.[0];
  if (!last || !program || builtins.test(program) || /^[({[]/.test(program)) return undefined;
  return `${command.slice(0, last.start)}exec ${command.slice(last.start)}`.trim();
}

/** Seconds of `sleep` before the last command; 0 when it starts at once. */
export function sleepsFor(command: string): number {
  const parts = (steps(command) ?? []).slice(0, -1).map(({ text }) => /^\s*sleep\s+(\d+)(s|m)?\s*$/.exec(text));
  return parts.reduce((sum, match) => sum + (match ? Number(match[1]) * (match[2] === 'm' ? 60 : 1) : 0), 0);
}
