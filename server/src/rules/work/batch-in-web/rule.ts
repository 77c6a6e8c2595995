import type { Rule } from '../../../contract/rule.js';
import { batchInWeb } from './check.js';
import { batchJob } from './job.js';

export const rule: Rule = {
  meta: {
    id: 'work/batch-in-web',
    title: { en: 'Batch job inside the web application', ko: '웹 애플리케이션 안에서 실행되는 배치 작업' },
    severity: 'info',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['work', 'batch'],
  },
  messages: {
    launched: {
      en: '{what} runs a batch job inside a web pod: it takes CPU and memory from requests, drives the autoscaler, and ends half-done when the pod is scaled away.',
      ko: '{what}이(가) 웹 파드 안에서 배치 작업을 실행합니다. 요청 처리에 쓸 CPU와 메모리를 나눠 쓰고 오토스케일러의 판단에 영향을 주며, 스케일 인으로 파드가 종료되면 중간에 끊깁니다.',
    },
    atStart: {
      en: 'Every starting replica launches the batch job {what}, unless spring.batch.job.enabled is false.',
      ko: 'spring.batch.job.enabled를 false로 설정하지 않으면 레플리카가 시작될 때마다 배치 작업 {what}을(를) 실행합니다.',
    },
    also: { en: 'another batch job: {what}', ko: '다른 배치 작업입니다: {what}' },
  },
  project: [batchInWeb],
  fixes: [batchJob],
};
