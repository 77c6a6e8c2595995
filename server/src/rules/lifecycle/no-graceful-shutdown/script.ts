import type { Fix } from '../../../contract/rule.js';
import { isScriptOfImage, scriptLines, startScriptMatcher, type ScriptLine } from '../../../syntax/start-command.js';

const servers = /^(?:gunicorn|uvicorn|hypercorn|daphne|uwsgi|granian|waitress-serve|python3? -m (?:gunicorn|uvicorn|hypercorn|daphne)|node|java|dotnet|php-fpm|puma)\b/;

/** The last command of the script, where it is a server in the foreground: nothing comes after it, and the shell waits for it. */
function lastServer(text: string): ScriptLine | undefined {
  if (/\btrap\b|<<|\bwait\b/.test(text)) return undefined;
  const last = scriptLines(text).at(-1);
  return last && servers.test(last.text) && !/(?:&|\||;)\s*$/.test(last.text) && !/\s(?:&&|\|\||\||;)\s/.test(last.text) && !/--(?:version|help|check-config)\b/.test(last.text) ? last : undefined;
}

/** A shell that waits for the server does not pass SIGTERM on to it. */
export const serverBehindShell = startScriptMatcher([['gunicorn'], ['uvicorn'], ['hypercorn'], ['daphne'], ['uwsgi'], ['granian'], ['waitress-serve'], [/^\s*(?:node|java|dotnet|php-fpm|puma)\b/m]], ({ text, path }, cx) => {
  const server = isScriptOfImage(path) ? lastServer(text) : undefined;
  const name = server && (servers.exec(server.text)?.[0] ?? '');
  if (server && name) cx.report({ at: { start: server.start, end: server.start + name.length }, say: 'script', args: { server: name }, data: { fix: 'exec' } });
});

/** The server takes the place of the shell, and gets the signal itself. */
export const execServer: Fix = {
  key: 'exec-server',
  title: { en: 'Let the server take the place of the shell (exec)', ko: '셸 대신 서버가 시그널을 받게 하기(exec)' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly fix?: string } | null)?.fix === 'exec',
  edits: ({ finding: { file, range } }) => [{ do: 'replace', file, span: { start: range.start, end: range.start }, text: 'exec ' }],
};
