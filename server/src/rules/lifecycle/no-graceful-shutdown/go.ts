import type { ProjectCheck } from '../../../contract/rule.js';
import { goPlannedFix } from '../../../generators/go-plan.js';
import { goListenReads, startedGo } from '../../../facts/go/listen.js';

/** Looks at the first place where a program of Go listens; speaks when the module does not end its servers on SIGTERM. */
export const goShutdown: ProjectCheck<'go.listen'> = {
  subject: 'go.listen',
  reads: [...goListenReads, 'go.shutdown', 'server.graceful-shutdown'],
  check(subject, { model, report }) {
    const first = model.factsFor('go.listen', subject.file).find((each) => startedGo(model, each));
    if (first !== subject || model.factsFor('server.graceful-shutdown', subject.file).length > 0) return;
    const parts = model.factsFor('go.shutdown', subject.file).map(({ value }) => value.part);
    if (!(parts.includes('signal') && parts.includes('drain'))) report({ say: 'go', confidence: 'medium', data: { drain: subject.value.plans.drain } });
  },
};

/** SIGTERM stops the listener and waits for the requests. */
export const goDrain = goPlannedFix({ key: 'shutdown-on-sigterm', data: 'drain', title: { en: 'Let requests end on SIGTERM', ko: 'SIGTERM을 받으면 처리 중인 요청을 마친 뒤 종료하기' } });
