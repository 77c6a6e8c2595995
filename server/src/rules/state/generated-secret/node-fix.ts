import type { Finding } from '../../../contract/finding.js';
import type { Fix } from '../../../contract/rule.js';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly variable: string;
  /** Whether the value is bytes rather than text. */
  readonly raw: boolean;
}

function placeOf({ data, say }: Finding): Place | undefined {
  return say === 'memory' ? (data as { readonly place?: Place } | null)?.place : undefined;
}

/** The key comes from the environment, so that all replicas sign with the same one. */
export const nodeSecretFromEnvironment: Fix = {
  key: 'secret-from-environment',
  title: { en: 'Read the key from the environment', ko: '키를 환경 변수에서 읽기' },
  safety: 'review',
  applies: (finding) => /\.[cm]?[jt]sx?$/.test(finding.file) && placeOf(finding) !== undefined,
  edits({ finding, text }) {
    const place = placeOf(finding);
    const now = text(finding.file);
    if (!place || now?.slice(place.start, place.end) !== place.source) return undefined;
    const read = `process.env.${place.variable}`;
    // TypeScript knows that a variable may be missing; the libraries that sign refuse to without one.
    const value = /\.[cm]?tsx?$/.test(finding.file) ? `(${read} as string)` : read;
    return [{ do: 'replace', file: finding.file, span: { start: place.start, end: place.end }, text: place.raw ? `Buffer.from(${value.replace(/^\((.*)\)$/, '$1')}, 'hex')` : value }];
  },
};
