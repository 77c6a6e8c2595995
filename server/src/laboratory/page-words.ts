import type { Localized } from '../contract/words.js';

/** Texts of the page of a simulation. */
export const pageWords = {
  title: { en: 'Autoscaling under load', ko: '부하에 따른 오토스케일링' },
  settings: { en: 'Settings', ko: '설정' },
  outcome: { en: 'Outcome', ko: '결과' },
  charts: { en: 'Over time', ko: '시간에 따른 변화' },
  load: { en: 'Load', ko: '부하' },
  throughput: { en: 'Requests per second', ko: '초당 요청 수' },
  response: { en: 'Mean response time (ms)', ko: '평균 응답 시간(ms)' },
  replicas: { en: 'Replicas', ko: '레플리카' },
  wanted: { en: 'wanted', ko: '목표 수' },
  ready: { en: 'ready', ko: '준비된 수' },
  utilization: { en: 'CPU of a pod (% of its request)', ko: '파드의 CPU(요청량 대비 %)' },
  time: { en: 'Time', ko: '시간' },

  autoscaler: { en: 'Autoscaler', ko: '오토스케일러' },
  which: { en: 'Autoscaler to change', ko: '변경할 오토스케일러' },
  min: { en: 'Minimum replicas', ko: '최소 레플리카' },
  max: { en: 'Maximum replicas', ko: '최대 레플리카' },
  target: { en: 'CPU target (% of the request)', ko: 'CPU 목표 사용률(요청량 대비 %)' },
  upWindow: { en: 'Stabilization before scaling up (s)', ko: '확장 안정화 윈도우(초)' },
  downWindow: { en: 'Stabilization before scaling down (s)', ko: '축소 안정화 윈도우(초)' },

  pod: { en: 'Pod', ko: '파드' },
  capacity: { en: 'Requests per second at its limit', ko: 'CPU 한도에서 초당 처리하는 요청 수' },
  request: { en: 'CPU request (m)', ko: 'CPU 요청량(m)' },
  limit: { en: 'CPU limit (m)', ko: 'CPU 한도(m)' },
  startUp: { en: 'Start-up until ready (s)', ko: '시작 후 준비까지(초)' },
  latency: { en: 'Waiting for databases and services (ms)', ko: '데이터베이스·외부 서비스 대기 시간(ms)' },

  shape: { en: 'Form', ko: '형태' },
  day: { en: 'wave (one day)', ko: '물결(하루 주기)' },
  ramp: { en: 'ramp', ko: '점진적 증가' },
  spike: { en: 'spike', ko: '급증' },
  steady: { en: 'steady', ko: '일정' },
  low: { en: 'Lowest (requests per second)', ko: '최저(초당 요청 수)' },
  high: { en: 'Highest (requests per second)', ko: '최고(초당 요청 수)' },
  users: { en: 'Users', ko: '사용자 수' },
  think: { en: 'Thinking time (s)', ko: '대기 시간(think time, 초)' },
  factor: { en: 'Share of the measured load (%)', ko: '측정한 부하 대비 비율(%)' },
  duration: { en: 'Duration (min)', ko: '시뮬레이션 시간(분)' },

  comparison: { en: 'Comparison', ko: '비교' },
  fixed: { en: 'Fixed replicas (0: none)', ko: '고정 레플리카 수(0: 비교 안 함)' },
  goal: { en: 'Goal for the mean response time (ms, 0: none)', ko: '평균 응답 시간 목표(ms, 0: 없음)' },
  pool: { en: 'Pods that fit on the nodes (0: any number)', ko: '노드에 실행할 수 있는 파드 수(0: 제한 없음)' },

  write: { en: 'Write to {file}', ko: '{file}에 적용' },
  reset: { en: 'Reset', ko: '되돌리기' },
  status: { en: '{name}: mean {mean} ms, at most {pods} pods, {hours} pod hours', ko: '{name}: 평균 {mean} ms, 최대 파드 {pods}개, 파드 시간 {hours}' },
} as const satisfies Readonly<Record<string, Localized>>;
