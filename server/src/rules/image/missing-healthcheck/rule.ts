import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { composeReads, dockerfileOf, isApplication, isFrontDoor, togetherWith, type ServiceFact } from '../../../facts/compose/project.js';
import type {} from '../../../facts/health-route.js';
import type {} from '../../../facts/image/package.js';
import { isInJoin, joinWorkload } from '../../../facts/join.js';
import { isProductImage } from '../../../facts/kubernetes/role.js';
import { askingWith, checkLines } from './asking.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { shippedStage } from '../../../syntax/dockerfile/ask.js';
import { insertBeforeStart } from '../../../syntax/dockerfile/edit.js';

type Dockerfile = Fact<'image.dockerfile'>;

/** Services that Compose starts from the image, answer on a port, and say nothing of their health. */
function unchecked(model: Model, dockerfile: Dockerfile): readonly ServiceFact[] {
  const exposes = dockerfile.value.ports.length > 0;
  return model.facts('compose.service').filter((service) => {
    if (dockerfileOf(model, service)?.file !== dockerfile.file || !isApplication(model, service) || isFrontDoor(model, service)) return false;
    const together = togetherWith(model, service);
    const listens = exposes ? !/\b(?:worker|consumer|sidekiq|celery)\b/.test(service.value.command ?? '') : together.some(({ value }) => value.ports.length > 0);
    return listens && together.every(({ value }) => value.healthcheck === undefined);
  });
}

/** Whether manifests run the image, whose probes ask instead; templates may run any image of the repository. */
function runsInCluster(model: Model, dockerfile: Dockerfile): boolean {
  return model.facts('k8s.workload').some((workload) => {
    if (workload.value.templated) return true;
    const join = joinWorkload(model, workload);
    return join !== undefined && (isInJoin(join, dockerfile) || join.folders.includes(dockerfile.value.context));
  });
}

const unasked: ProjectCheck<'image.dockerfile'> = {
  subject: 'image.dockerfile',
  reads: [...composeReads, 'health.route', 'image.package', 'build.module'],
  check(subject, { model, report }) {
    const { value } = subject;
    if (value.purpose !== 'application' || value.healthcheck !== undefined || isProductImage(value.base)) return;
    const [service, ...others] = unchecked(model, subject);
    if (!service || runsInCluster(model, subject)) return;
    const asking = askingWith(model, subject, service);
    report({
      ...(value.startsAt ? { at: { file: subject.file, range: value.startsAt } } : {}),
      say: 'unasked', args: { service: service.value.name },
      also: [service, ...others].map(({ file, range, value: { name } }) => ({ file, range, say: 'started', args: { service: name } })),
      data: { command: asking ?? null },
    });
  },
};

const addCheck: Fix = {
  key: 'add-healthcheck',
  title: { en: 'Add HEALTHCHECK with the health route of the application', ko: '애플리케이션의 상태 확인 경로로 HEALTHCHECK 추가' },
  safety: 'review',
  applies: ({ data }) => (data as { command: string | null }).command !== null,
  edits({ finding, text }) {
    const { command } = finding.data as { command: string };
    const written = text(finding.file);
    const node = written === undefined ? undefined : readDockerfile(written);
    const last = node && shippedStage(node);
    return written === undefined || !node || !last ? undefined : [insertBeforeStart(finding.file, written, node, last, checkLines(command))];
  },
};

export const rule: Rule = {
  meta: {
    id: 'image/missing-healthcheck',
    title: { en: 'Image that Compose cannot ask for its health', ko: 'Compose가 상태를 확인할 수 없는 이미지' },
    severity: 'info',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'compose', 'health'],
  },
  messages: {
    unasked: {
      en: 'Neither the image nor {service} says how to tell that the program works: a copy that hangs goes on getting requests, and nothing can wait for one that is still starting.',
      ko: '이미지에도 {service}에도 프로그램이 동작하는지 확인하는 방법이 없습니다. 멈춘 컨테이너에도 요청이 계속 전달되고, 시작 중인 컨테이너를 기다릴 수도 없습니다.',
    },
    started: { en: '{service} is started from this image, without a healthcheck of its own.', ko: '{service}이(가) 자체 healthcheck 없이 이 이미지로 시작합니다.' },
  },
  project: [unasked],
  fixes: [addCheck],
};
