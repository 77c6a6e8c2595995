import type { Fix, Edit } from '../../../contract/rule.js';
import { addImports, bracketsAround } from '../../../syntax/python/edit.js';

/** What a handler of the console has no use for. */
const fileOptions = /^[ \t]*(["'])(?:filename|maxBytes|backupCount|when|interval|encoding|delay|mode|utc|atTime)\1[ \t]*:/;

/** Entries of a dictionary, split at the commas that no brackets hold. */
function entries(text: string, open: number, close: number): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = open + 1;
  for (let offset = start; offset <= close; offset++) {
    const ends = offset === close || (text[offset] === ',' && bracketsAround(text, offset)[0]?.open === open);
    if (!ends) continue;
    found.push({ start, end: offset === close ? offset : offset + 1 });
    start = offset + 1;
  }
  return found.filter(({ start: from, end }) => text.slice(from, end).trim() !== '');
}

function dictEdits(file: string, now: string, start: number, end: number): readonly Edit[] | undefined {
  const [handler] = bracketsAround(now, start);
  if (!handler || now[handler.open] !== '{') return undefined;
  const useless = entries(now, handler.open, handler.close).filter((each) => fileOptions.test(now.slice(each.start, each.end).replace(/^\s*/, '')));
  return [{ do: 'replace', file, span: { start, end }, text: '"logging.StreamHandler"' }, ...useless.map((span): Edit => ({ do: 'replace', file, span, text: '' }))];
}

function callEdits(file: string, now: string, start: number, end: number): readonly Edit[] | undefined {
  const [call] = bracketsAround(now, end + 1);
  if (!call || call.open !== end || !/FileHandler$/.test(now.slice(start, end))) return undefined;
  const from = /[\w.]*$/.exec(now.slice(0, end))?.index ?? start;
  return [{ do: 'replace', file, span: { start: from, end: call.close + 1 }, text: 'logging.StreamHandler()' }, ...addImports(file, now, 'import logging')];
}

/** The log goes to standard error, which the cluster collects. */
export const pythonConsole: Fix = {
  key: 'console-handler',
  title: { en: 'Log to the console (StreamHandler)', ko: '콘솔에 로그 출력(StreamHandler)' },
  safety: 'review',
  applies: ({ file, data, severity }) => file.endsWith('.py') && severity !== 'info' && (data as { readonly python?: string } | null)?.python !== undefined,
  edits({ finding: { file, range, data }, text }) {
    const now = text(file);
    if (now === undefined) return undefined;
    const isDict = (data as { readonly python?: string }).python === 'dict';
    return isDict ? dictEdits(file, now, range.start, range.end) : callEdits(file, now, range.start, range.end);
  },
};
