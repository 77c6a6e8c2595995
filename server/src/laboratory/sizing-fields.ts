import type { Locale, Localized } from '../contract/words.js';
import type { Setup } from './setup.js';

/** What people set on the page, in the units of its fields; what nobody knows is left out. */
export interface SizingFields {
  /** Pods that each of the tests ran against. */
  readonly pods: readonly number[];
  /** Millicores: what all pods of the first test used, what a pod requests, and what it may use. */
  readonly cpu?: number;
  readonly request?: number;
  readonly limit?: number;
  /** Requests per second. */
  readonly usual?: number;
  readonly peak: number;
  /** Per cent, and per cent of the usual load a minute. */
  readonly headroom: number;
  readonly growth?: number;
  /** Seconds. */
  readonly startUp: number;
  readonly connections?: number;
  readonly pool?: number;
  /** Milliseconds for 95 % of the requests. */
  readonly goal?: number;
}

/** Fields with one number each, in groups as they are shown, and the least that they take. */
export const sizingGroups = {
  measured: { cpu: 1 },
  load: { usual: 0.01, peak: 0.01, headroom: 0, growth: 0 },
  pod: { request: 1, limit: 1, startUp: 0 },
  bounds: { goal: 1, connections: 1, pool: 1 },
} as const satisfies Readonly<Record<string, Partial<Readonly<Record<keyof SizingFields, number>>>>>;

export const sizingWords = {
  title: { en: 'Autoscaler from a load test', ko: '부하 테스트로 구한 오토스케일러' },
  settings: { en: 'What is known', ko: '알고 있는 값' },
  manifest: { en: 'Manifest', ko: '매니페스트' },
  measured: { en: 'Load test', ko: '부하 테스트' },
  pods: { en: 'Pods during {file}', ko: '{file} 테스트의 파드 수' },
  cpu: { en: 'CPU that all pods used together (m)', ko: '모든 파드의 CPU 사용량 합계(m)' },
  load: { en: 'Load', ko: '부하' },
  usual: { en: 'Usual day (requests per second)', ko: '평소(초당 요청 수)' },
  peak: { en: 'Peak (requests per second)', ko: '피크(초당 요청 수)' },
  headroom: { en: 'Headroom above the peak (%)', ko: '피크 대비 여유(%)' },
  growth: { en: 'Growth (% of the usual load a minute)', ko: '증가율(평소 대비 분당 %)' },
  pod: { en: 'Pod', ko: '파드' },
  request: { en: 'CPU request (m)', ko: 'CPU 요청량(m)' },
  limit: { en: 'CPU limit (m)', ko: 'CPU 한도(m)' },
  startUp: { en: 'Start-up until ready (s)', ko: '시작 후 준비까지(초)' },
  bounds: { en: 'Goal and bounds', ko: '목표와 한도' },
  goal: { en: 'Goal for 95 % of the requests (ms)', ko: '요청 95%의 응답 시간 목표(ms)' },
  connections: { en: 'Connections that the database takes', ko: '데이터베이스 최대 연결 수' },
  pool: { en: 'Connections that a pod opens', ko: '파드당 연결 수' },
  create: { en: 'Write to {file}', ko: '{file}에 저장' },
  unknown: { en: 'Fields may be left empty where nothing is known; the manifest says what was assumed.', ko: '모르는 값은 비워 두어도 됩니다. 가정한 값은 매니페스트에 표시됩니다.' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What the page shows of an answer. */
export interface SizingView {
  readonly notes: readonly string[];
  readonly manifest: string;
  readonly setup: Setup;
}

/** What the page is given. */
export interface SizingPageData {
  readonly fields: SizingFields;
  /** Names of the files of the tests. */
  readonly names: readonly string[];
  readonly view: SizingView;
  /** Where the manifest will go. */
  readonly file: string;
  readonly lang: Locale;
}

/** What the page says to the editor. */
export interface SizingMessage {
  readonly type: 'size' | 'create';
  readonly fields: SizingFields;
}
