import type { Fix } from '../../../contract/rule.js';
import { addImports, bracketsAround } from '../../../syntax/python/edit.js';

const random = /^(?:[\w.]*\b(?:urandom|token_\w+|uuid[14]|get_random_secret_key|get_random_string|generate_key))\s*$/;

/** The key comes from the environment; without it the program does not start, which is better than a key of its own. */
export const secretFromEnvironment: Fix = {
  key: 'secret-key-from-environment',
  title: { en: 'Read the key from SECRET_KEY', ko: '키를 환경 변수 SECRET_KEY에서 읽기' },
  safety: 'review',
  applies: ({ data, say }) => (data as { readonly shape?: string } | null)?.shape === 'python' && say === 'memory',
  edits({ finding: { file, range }, text }) {
    const now = text(file);
    const written = now?.slice(range.start, range.end) ?? '';
    const open = written.indexOf('(');
    if (now === undefined || open < 0 || !random.test(written.slice(0, open))) return undefined;
    const [call] = bracketsAround(now, range.start + open + 1);
    if (!call || call.close + 1 > range.end + 8) return undefined;
    return [{ do: 'replace', file, span: { start: range.start, end: range.end }, text: 'os.environ["SECRET_KEY"]' }, ...addImports(file, now, 'import os')];
  },
};
