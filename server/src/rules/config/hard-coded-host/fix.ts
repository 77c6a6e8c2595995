import type { Fix } from '../../../contract/rule.js';

export const environmentPlaceholder: Fix = { key: 'environment-placeholder', title: { en: 'Read the host from the environment', ko: '호스트를 환경 변수에서 읽기' }, safety: 'review', applies: () => false, edits: () => undefined };
