import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { dirname, extension, isInside } from '../../../base/paths.js';
import { withoutKey } from '../../../facts/compose/edit.js';
import { composeReads, declaredReplicas, isApplication, isFirstAt, isForSwarm, isFrontDoor, isReset, severityIn, type ServiceFact } from '../../../facts/compose/project.js';

function places({ value }: ServiceFact): readonly number[] {
  return value.containerName ? [value.containerName.at.start] : [];
}

const named: ProjectCheck<'compose.service'> = {
  subject: 'compose.service',
  reads: composeReads,
  check(service, { model, report }) {
    const { name, containerName } = service.value;
    // A swarm ignores the name.
    if (!containerName || !isApplication(model, service) || isFrontDoor(model, service) || isForSwarm(model, service)) return;
    if (isReset(model, service, 'container_name') || !isFirstAt(model, service, containerName.at.start, places)) return;
    const replicas = declaredReplicas(model, service);
    report({
      at: { file: service.file, range: containerName.at },
      say: replicas > 1 ? 'several' : 'single',
      args: { service: name, name: containerName.value ?? '', ...(replicas > 1 ? { replicas } : {}) },
      severity: severityIn(model, service, replicas > 1 ? 'error' : 'warning'),
      cause: `container names of ${dirname(service.file)}/${replicas > 1 ? name : ''}`,
      data: { removable: containerName.removable && !containerName.mentioned, name: containerName.value ?? '' },
    });
  },
};

interface Data {
  readonly removable: boolean;
  readonly name: string;
}

/** Files that may call a container by its name: configurations of proxies, scripts, environment files. */
const callers = /^(?:conf|sh|env|ya?ml|toml|json|properties|ini|cfg|template|bat|ps1)$/;

/** Not safe: scripts outside the workspace may call the container by its name. */
const removeName: Fix = {
  key: 'remove-container-name',
  title: { en: 'Remove container_name: Compose numbers the containers itself', ko: 'container_name 제거(Compose가 컨테이너에 번호를 붙여 이름 지정)' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).removable,
  edits({ finding, model, text }) {
    const { name } = finding.data as unknown as Data;
    const called = new RegExp(`(?<![\\w.-])${name.replace(/[^\w]/g, '\\$&')}(?![\\w.-])`);
    const elsewhere = model.files.filter((file) => file !== finding.file && isInside(file, dirname(finding.file)) && (callers.test(extension(file)) || /(?:^|\/)(?:\.env[\w.]*|Makefile|Caddyfile)$/.test(file)));
    // The service's own name stays a host name without it.
    const isOwnName = finding.args['service'] === name;
    if (!isOwnName && elsewhere.slice(0, 300).some((file) => called.test(text(file) ?? ''))) return undefined;
    return withoutKey({ finding, text }, 'container_name');
  },
};

export const rule: Rule = {
  meta: {
    id: 'compose/fixed-container-name',
    title: { en: 'Service that only one container can have the name of', ko: '컨테이너 하나에만 쓸 수 있는 이름이 고정된 서비스' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['compose', 'scaling'],
  },
  messages: {
    single: {
      en: 'Only one container can be called "{name}": Compose refuses to start a second copy of {service} (`--scale {service}=2`).',
      ko: '"{name}"(이)라는 이름은 컨테이너 하나만 가질 수 있습니다. Compose가 {service}의 두 번째 컨테이너(`--scale {service}=2`)를 시작하지 않습니다.',
    },
    several: {
      en: '{service} asks for {replicas} copies, but only one container can be called "{name}": Compose refuses to start them.',
      ko: '{service}은(는) 컨테이너 {replicas}개를 요청하지만 "{name}"(이)라는 이름은 하나만 가질 수 있습니다. Compose가 서비스를 시작하지 않습니다.',
    },
  },
  project: [named],
  fixes: [removeName],
};
