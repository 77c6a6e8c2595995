import type { Fix } from '../../../contract/rule.js';
import { lineEnding } from '../../../base/text.js';
import { isOn, uwsgiMatcher } from '../../../syntax/python/uwsgi.js';

/** SIGTERM reloads uWSGI unless it is told to end. A hook for the signal decides for itself, and an emperor tells its vassals otherwise. */
export const uwsgiShutdown = uwsgiMatcher([['uwsgi', 'module'], ['uwsgi', 'wsgi']], (options, cx) => {
  const serves = options.find(({ name }) => /^(?:module|wsgi|wsgi-file|file|mount)$/.test(name));
  const listens = options.some(({ name }) => /^(?:https?|http-socket|socket|uwsgi-socket|shared-socket|http11-socket)$/.test(name));
  const told = isOn(options, 'die-on-term') || options.some(({ value }) => /unix_signal:15\b/.test(value)) || options.some(({ name }) => name === 'emperor');
  if (serves && listens && !told) cx.report({ at: serves.at, say: 'uwsgi', confidence: 'medium', data: { fix: 'uwsgi' } });
});

/** uWSGI ends on SIGTERM like any other server. */
export const dieOnTerm: Fix = {
  key: 'die-on-term',
  title: { en: 'End uWSGI on SIGTERM (die-on-term)', ko: 'SIGTERM에 uWSGI 종료(die-on-term)' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly fix?: string } | null)?.fix === 'uwsgi',
  edits({ finding: { file }, text }) {
    const now = text(file);
    const header = now === undefined ? null : /^\s*\[uwsgi[^\]\n]*\][^\n]*(?:\n|$)/m.exec(now);
    if (now === undefined || !header) return undefined;
    const at = header.index + header[0].length;
    return [{ do: 'replace', file, span: { start: at, end: at }, text: `${header[0].endsWith('\n') ? '' : lineEnding(now)}die-on-term = true${lineEnding(now)}` }];
  },
};
