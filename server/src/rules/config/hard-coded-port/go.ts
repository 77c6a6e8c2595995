import type { ProjectCheck } from '../../../contract/rule.js';
import { goPlannedFix } from '../../../generators/go-plan.js';
import { goListenReads, startedGo } from '../../../facts/go/listen.js';

/** `http.ListenAndServe(":8080", nil)`: servers whose port no environment can choose. */
export const goPort: ProjectCheck<'go.listen'> = {
  subject: 'go.listen',
  reads: goListenReads,
  check(subject, { model, report }) {
    const { port } = subject.value;
    if (port !== undefined && startedGo(model, subject)) report({ say: 'port', args: { port }, data: { replaceable: false, variable: 'PORT', plan: subject.value.plans.port } });
  },
};

/** The environment names the port; the written one remains the default. */
export const goPortFromEnvironment = goPlannedFix({ key: 'go-port-from-environment', data: 'plan', since: 22, title: { en: 'Take the port from the environment', ko: '포트를 환경 변수에서 읽기' } });
