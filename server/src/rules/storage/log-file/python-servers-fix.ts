import type { Edit, Fix } from '../../../contract/rule.js';
import { linesOf } from '../../../syntax/lines/adapter.js';
import { uwsgiOptions } from '../../../syntax/python/uwsgi.js';

function serverOf(data: unknown): string | undefined {
  return (data as { readonly server?: string } | null)?.server;
}

/** `-` is the console for gunicorn. */
function gunicornEdits(file: string, text: string): readonly Edit[] {
  return [...text.matchAll(/^((?:accesslog|errorlog|logfile)[ \t]*=[ \t]*)([^\r\n#]*[^\s#])/gm)].flatMap((match): Edit[] => {
    const start = match.index + (match[1]?.length ?? 0);
    const value = match[2] ?? '';
    return /[/\\.]/.test(value) && !/["']-["']/.test(value) && balanced(value) ? [{ do: 'replace', file, span: { start, end: start + value.length }, text: '"-"' }] : [];
  });
}

function balanced(value: string): boolean {
  return (value.match(/[([{]/g) ?? []).length === (value.match(/[)\]}]/g) ?? []).length;
}

/** Without these options uWSGI writes to standard error. */
function uwsgiEdits(file: string, text: string): readonly Edit[] {
  return uwsgiOptions(linesOf(text)).filter(({ name, value }) => /^(?:logto2?|daemonize2?)$/.test(name) || (/^(?:req-)?logger$/.test(name) && /\bfile:/.test(value)))
    .map(({ line }): Edit => ({ do: 'replace', file, span: { start: line.start, end: lineEnd(text, line.end) }, text: '' }));
}

function lineEnd(text: string, end: number): number {
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}

/** The web server's own log goes to the console, which the cluster collects. */
export const serverConsole: Fix = {
  key: 'server-log-to-console',
  title: { en: 'Let the server log to the console', ko: '서버 로그를 콘솔로 출력' },
  safety: 'review',
  applies: ({ data, severity }) => severity !== 'info' && serverOf(data) !== undefined,
  edits({ finding: { file, data }, text }) {
    const now = text(file);
    const edits = now === undefined ? [] : serverOf(data) === 'uwsgi' ? uwsgiEdits(file, now) : gunicornEdits(file, now);
    return edits.length > 0 ? edits : undefined;
  },
};
