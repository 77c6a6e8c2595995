import type { Rule } from '../../../contract/rule.js';
import { slowStart } from './check.js';
import { startupProbe } from './fix.js';

export const rule: Rule = {
  meta: {
    id: 'lifecycle/slow-start',
    title: { en: 'Slow start under a hasty liveness probe', ko: 'liveness 프로브가 기다려 주지 않는 느린 시작' },
    severity: 'info',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['lifecycle', 'kubernetes', 'probe'],
  },
  messages: {
    slow: {
      en: 'A new replica of {kind} {name} is restarted when it does not answer within {seconds} s, and before it answers it has to finish heavy work ({what}): when that takes longer, it never comes up.',
      ko: '{kind} {name}의 새 레플리카는 {seconds}초 안에 응답하지 않으면 재시작되는데, 응답하기 전에 무거운 작업({what})을 마쳐야 합니다. 작업이 더 오래 걸리면 재시작만 되풀이합니다.',
    },
    work: { en: 'done before the first answer: {via}', ko: '첫 응답 전에 하는 작업입니다: {via}' },
  },
  project: [slowStart],
  fixes: [startupProbe],
};
