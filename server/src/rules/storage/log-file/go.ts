import type { ProjectCheck } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import type {} from '../../../facts/go/start.js';
import { servesGo } from '../../../facts/go/tables.js';

/** What is said of logs that a branch sends to a file. */
export const goMessages: Readonly<Record<string, Localized>> = {
  branch: {
    en: 'Where {setting} asks for it, the log goes to {file} inside the container, where it is lost with the pod and never seen together with the logs of the other replicas.',
    ko: '{setting} 설정에 따라 로그를 컨테이너 안의 {file}에 기록할 수 있습니다. 이때 파드가 사라지면 로그도 사라지고, 다른 레플리카의 로그와 함께 볼 수 없습니다.',
  },
};

/** Log files of Go servers. */
export const goLogs: ProjectCheck<'go.log'> = {
  subject: 'go.log',
  reads: ['go.log', 'go.server'],
  check(subject, { model, report }) {
    const { file, console, setting } = subject.value;
    if (!servesGo(model, subject.file)) return;
    if (setting !== undefined) report({ say: 'branch', args: { setting, file }, severity: 'info', confidence: 'medium' });
    else report({ say: 'file', args: { file }, ...(console ? { severity: 'info' as const } : {}) });
  },
};
