import type { Fix } from '../../../contract/rule.js';
import { isScriptOfImage, scriptLines, startScriptMatcher, type ScriptLine } from '../../../syntax/start-command.js';

const names = /^(?:gunicorn|uvicorn|hypercorn|daphne|uwsgi|granian|waitress-serve|python3? -m (?:gunicorn|uvicorn|hypercorn|daphne)|node|java|dotnet|php-fpm|puma)\b/;
/** What stands before a program and goes on with it: a change of the user, the search for its place. */
const lead = /^(?:(?:gosu|su-exec)\s+\S+\s+)?(?:\$\((?:command -v|which)\s+)?/;

/** A program that brings the database up to date and ends: nobody sends it requests. */
const migrates = /^(?:node|java|dotnet)\s+(?:-\S+\s+)*[^\s"']*(?:migrat(?:or|ion)s?|seeder)(?:\.\w+)?(?:\s|$)/i;

/** Commands that a script can end with: its last one, and the last ones of each branch that it ends with. */
function endings(lines: readonly ScriptLine[]): readonly ScriptLine[] {
  const found: ScriptLine[] = [];
  const open: boolean[] = [];
  let isEnd = true;
  for (const line of [...lines].reverse()) {
    if (/^fi\b/.test(line.text)) open.push(isEnd);
    else if (/^el(?:se|if)\b/.test(line.text)) isEnd = open.at(-1) ?? false;
    else if (/^if\b/.test(line.text)) {
      open.pop();
      isEnd = false;
    } else if (isEnd) {
      found.push(line);
      isEnd = false;
    }
    if (open.length === 0 && !isEnd) return found;
  }
  return found;
}

/** The server in the foreground that the script ends with: nothing comes after it, and the shell waits for it. */
function lastServer(text: string): { readonly start: number; readonly end: number; readonly name: string } | undefined {
  if (/\btrap\b|<<|\bwait\b/.test(text)) return undefined;
  for (const line of endings(scriptLines(text))) {
    const before = lead.exec(line.text)?.[0].length ?? 0;
    const name = names.exec(line.text.slice(before))?.[0];
    if (name !== undefined && !migrates.test(line.text.slice(before)) && !/(?:&|\||;)\s*$/.test(line.text) && !/\s(?:&&|\|\||\||;)\s/.test(line.text) && !/--(?:version|help|check-config)\b/.test(line.text)) return { start: line.start, end: line.start + before + name.length, name };
  }
  return undefined;
}

/** A shell that waits for the server does not pass SIGTERM on to it. */
export const serverBehindShell = startScriptMatcher([['gunicorn'], ['uvicorn'], ['hypercorn'], ['daphne'], ['uwsgi'], ['granian'], ['waitress-serve'], [/^\s*(?:(?:gosu|su-exec)\s+\S+\s+)?(?:node|java|dotnet|php-fpm|puma)\b/m]], ({ text, path }, cx) => {
  const server = isScriptOfImage(path) ? lastServer(text) : undefined;
  if (server) cx.report({ at: { start: server.start, end: server.end }, say: 'script', args: { server: server.name }, data: { fix: 'exec' } });
});

/** The server takes the place of the shell, and gets the signal itself. */
export const execServer: Fix = {
  key: 'exec-server',
  title: { en: 'Let the server take the place of the shell (exec)', ko: '셸 대신 서버가 시그널을 받게 하기(exec)' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly fix?: string } | null)?.fix === 'exec',
  edits: ({ finding: { file, range } }) => [{ do: 'replace', file, span: { start: range.start, end: range.start }, text: 'exec ' }],
};
