import { maskSecrets } from '../../../base/secrets.js';
import type { Found } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';

/** What an adapter takes in by polling, and how sure it is that two replicas take the same. */
export interface Poll {
  /** `rows`: of a query that locks none; `files`: each replica remembers by itself what it has seen; `race`: whoever comes first takes it away; `clock`: a timer starts the work. */
  readonly kind: 'rows' | 'files' | 'race' | 'clock';
  /** The query, the folder or the address, for the reader. */
  readonly what: string;
}

const shown = 80;

/** Text of a query or an address as a message shows it: one line, no password. */
export function shownSource(text: string): string {
  const line = maskSecrets(text.replace(/\s+/g, ' ').trim());
  return line.length <= shown ? line : `${line.slice(0, shown - 1)}…`;
}

/** Rows are locked, or taken by an update that tells who won. */
const lockingQuery = /\bfor\s+update\b|\bupdlock\b|\breadpast\b|\bskip\s+locked\b|\breturning\b/i;

/** A query that an adapter polls; `undefined` when it locks what it reads. Without its text nothing is certain. */
export function polledQuery(query: string | undefined, otherwise: string): Poll | undefined {
  if (query === undefined || !/\bselect\b/i.test(query)) return { kind: 'race', what: shownSource(query ?? otherwise) };
  return lockingQuery.test(query) ? undefined : { kind: 'rows', what: shownSource(query) };
}

/** What a consumer of Camel polls, by its address. Endpoints behind `master:` run in one replica. */
export function camelPoll(uri: string): Poll | undefined {
  const [, scheme = '', rest = ''] = /^([a-z][\w-]*):(?:\/\/)?([\s\S]*)$/.exec(uri.trim()) ?? [];
  const [path = '', options = ''] = rest.split('?');
  if (/idempotentRepository=|runLoggingLevel=OFF|autoStartup=false/.test(options)) return undefined;
  switch (scheme) {
    case 'ftp': case 'ftps': case 'sftp': case 'smb':
      return { kind: /(?:^|&)noop=true/.test(options) ? 'files' : 'race', what: shownSource(`${scheme}:${path}`) };
    case 'imap': case 'imaps': case 'pop3': case 'pop3s':
      return { kind: 'race', what: shownSource(`${scheme}:${path}`) };
    case 'sql':
      return polledQuery(path, uri);
    case 'quartz': case 'quartz2': case 'cron':
      return /(?:^|&)repeatCount=1\b/.test(options) ? undefined : { kind: 'clock', what: '' };
    default:
      return undefined;
  }
}

const says = {
  rows: { say: 'polledRows', severity: 'error', confidence: 'high' },
  files: { say: 'polledFiles', severity: 'error', confidence: 'medium' },
  race: { say: 'polledRace', severity: 'warning', confidence: 'medium' },
  clock: { say: 'unclear', severity: 'warning', confidence: 'medium' },
} as const;

/** What to say of a poll for `job`; a setting that switches it on makes it conditional. */
export function polled({ kind, what }: Poll, job: string, setting?: string): Pick<Found, 'say' | 'severity' | 'confidence' | 'args' | 'data'> {
  const data = { engine: 'timer', annotations: [], guarded: false };
  if (setting !== undefined) return { say: what === '' ? 'switchedUnclear' : 'switched', severity: 'warning', confidence: 'medium', args: { job, what, setting }, data };
  return { ...says[kind], args: { job, what, setting: '' }, data };
}

/** What is said of adapters that poll. */
export const pollMessages: Readonly<Record<string, Localized>> = {
  polledRows: {
    en: 'Every replica polls the same rows for {job} ({what}): with two replicas each row is fetched and handled twice, because the query does not lock it.',
    ko: '모든 레플리카가 {job}을(를) 위해 같은 행을 조회합니다({what}). 쿼리가 행을 잠그지 않으므로 레플리카가 둘이면 같은 행을 두 번 처리합니다.',
  },
  polledFiles: {
    en: 'Every replica fetches the files of {what} for {job}: with two replicas each file is handled twice, because each remembers in its own memory what it has seen.',
    ko: '모든 레플리카가 {job}을(를) 위해 {what}의 파일을 가져옵니다. 이미 가져온 파일을 레플리카마다 메모리에 따로 기억하므로 레플리카가 둘이면 같은 파일을 두 번 처리합니다.',
  },
  polledRace: {
    en: 'Every replica fetches from {what} for {job}: two that ask at the same moment take the same entry, unless a filter or lock that they share keeps one of them back.',
    ko: '모든 레플리카가 {job}을(를) 위해 {what}에서 데이터를 가져옵니다. 레플리카가 공유하는 필터나 잠금이 없으면 동시에 확인한 두 레플리카가 같은 항목을 함께 가져갑니다.',
  },
};
