import type { ProjectCheck } from '../../../contract/rule.js';
import { isFirst, nodeReads, startsItself } from '../../../facts/node/application.js';
import type {} from '../../../facts/node/server.js';
import { plannedFix } from '../../../generators/planned-source.js';

/** Looks at the first place where a Node application listens; speaks when nothing of the application ends its servers on SIGTERM. */
export const nodeShutdown: ProjectCheck<'node.listen'> = {
  subject: 'node.listen',
  reads: ['node.listen', 'server.graceful-shutdown', ...nodeReads],
  check(subject, { model, report }) {
    if (!startsItself(model, subject) || !isFirst(model, subject) || model.factsFor('server.graceful-shutdown', subject.file).length > 0) return;
    report({ say: subject.value.framework === 'nest' ? 'nest' : 'node', data: { drain: subject.value.drain } });
  },
};

/** SIGTERM stops the server and lets the requests it has end. */
export const drainOnSigterm = plannedFix({
  key: 'drain-on-sigterm', data: 'drain',
  title: { en: 'Finish requests on SIGTERM', ko: 'SIGTERM을 받으면 처리 중인 요청을 마치고 종료' },
});
