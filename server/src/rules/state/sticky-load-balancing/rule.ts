import type { Rule } from '../../../contract/rule.js';
import { stickyMessages } from '../../../facts/sticky/advice.js';
import { stickySettings } from './check.js';
import { removeStickiness } from './fix.js';

export const rule: Rule = {
  meta: {
    id: 'state/sticky-load-balancing',
    title: { en: 'Load balancer that keeps each user at one replica', ko: '사용자를 특정 레플리카에 고정하는 로드 밸런서' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'session', 'server', 'kubernetes'],
  },
  messages: stickyMessages,
  project: [stickySettings],
  fixes: [removeStickiness],
};
