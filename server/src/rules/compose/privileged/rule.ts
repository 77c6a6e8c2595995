import { dirname } from '../../../base/paths.js';
import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { withoutKey } from '../../../facts/compose/edit.js';
import { composeReads, isApplication, isFirstAt, isReset, severityIn, type ServiceFact } from '../../../facts/compose/project.js';

function places({ value }: ServiceFact): readonly number[] {
  return value.privileged ? [value.privileged.at.start] : [];
}

/** Whether it works on the host itself: its devices, its kernel's files or its containers. */
function worksOnHost({ value }: ServiceFact): boolean {
  return value.volumes.some(({ kind, source }) => kind === 'bind' && /^\/(?:dev|sys|proc|lib\/modules|var\/lib\/docker|boot)(?:\/|$)|docker\.sock$|containerd\.sock$/.test(source ?? ''));
}

const privileged: ProjectCheck<'compose.service'> = {
  subject: 'compose.service',
  reads: composeReads,
  check(service, { model, report }) {
    const { name, privileged: found } = service.value;
    if (!found || !isApplication(model, service) || isReset(model, service, found.capability === undefined ? 'privileged' : 'cap_add') || !isFirstAt(model, service, found.at.start, places)) return;
    report({
      at: { file: service.file, range: found.at },
      say: found.capability === undefined ? 'privileged' : 'capability',
      args: { service: name, ...(found.capability === undefined ? {} : { capability: found.capability }) },
      severity: severityIn(model, service, 'warning'),
      cause: `privileged in ${dirname(service.file)}/`,
      data: { fixable: found.capability === undefined && found.removable && !worksOnHost(service) },
    });
  },
};

/** Not safe: what needed a right of the host fails from then on and has to be given that right alone. */
const dropPrivileges: Fix = {
  key: 'remove-privileged',
  title: { en: 'Run without `privileged`', ko: '`privileged` 없이 실행' },
  safety: 'review',
  applies: ({ data }) => (data as { fixable: boolean }).fixable,
  edits: (input) => withoutKey(input, 'privileged'),
};

export const rule: Rule = {
  meta: {
    id: 'compose/privileged',
    title: { en: 'Service with all rights over its host', ko: '호스트의 모든 권한으로 실행되는 서비스' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['compose', 'security'],
  },
  messages: {
    privileged: {
      en: '{service} runs with all rights over its host: clusters that enforce even the baseline Pod Security Standard do not start replicas of it.',
      ko: '{service}이(가) 호스트의 모든 권한으로 실행됩니다. baseline Pod Security Standard만 적용해도 클러스터에서 레플리카가 시작되지 않습니다.',
    },
    capability: {
      en: '{service} asks for the capability {capability}, which is nearly all rights over its host: clusters that enforce the baseline Pod Security Standard do not start replicas of it.',
      ko: '{service}이(가) 호스트의 거의 모든 권한에 해당하는 {capability} 권한(capability)을 요청합니다. baseline Pod Security Standard를 적용한 클러스터에서는 레플리카가 시작되지 않습니다.',
    },
  },
  project: [privileged],
  fixes: [dropPrivileges],
};
