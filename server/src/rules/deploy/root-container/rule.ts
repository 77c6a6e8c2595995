import type { ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import { joinReads } from '../../../facts/join.js';
import type { K8sContainer, RunsAs, Setting } from '../../../facts/kubernetes/kinds.js';
import { copiesOf, isPatched, patchesOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { ownContainers, runsOwnProgram } from '../../../facts/kubernetes/role.js';
import { workloadData } from '../../../generators/workload-edit.js';
import { runAsUser } from './fix.js';
import { imageUserOf, type ImageUser } from './image-user.js';

/** What holds for a container: its own settings before those of the pod. */
function effective({ runsAs }: K8sContainer, pod: RunsAs): RunsAs {
  return { user: runsAs.user ?? pod.user, nonRoot: runsAs.nonRoot ?? pod.nonRoot };
}

interface Said {
  readonly setting: Setting<unknown> | undefined;
  readonly say: 'root' | 'contradiction' | 'refused' | 'named' | 'image';
}

/** What the settings come to; nothing where they name another user, or leave it to an image that is not known. */
function judge({ user, nonRoot }: RunsAs, image: () => ImageUser): Said | undefined {
  if (user) return user.value !== 0 ? undefined : { setting: user, say: nonRoot?.value === true ? 'contradiction' : 'root' };
  const { kind, place } = image();
  if (nonRoot && nonRoot.value !== false) {
    return nonRoot.value === undefined ? undefined : kind === 'root' ? { setting: nonRoot, say: 'refused' } : kind === 'named' ? { setting: nonRoot, say: 'named' } : undefined;
  }
  // An image that is made here is told of where it is made.
  return kind === 'root' && !place ? { setting: nonRoot, say: 'image' } : undefined;
}

function isPatchedUser({ model }: ProjectContext, workload: WorkloadFact): boolean {
  const sets = ({ user, nonRoot }: RunsAs): boolean => user !== undefined || nonRoot !== undefined;
  return patchesOf(model, workload).some(({ value }) => sets(value.pod.runsAs) || value.containers.some(({ runsAs }) => sets(runsAs)))
    || isPatched(model, workload, workload.value.kind, (path) => path.includes('securityContext'));
}

const check: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: joinReads,
  check(workload, cx) {
    const { model, report } = cx;
    const { pod, kind, name = '' } = workload.value;
    if (!runsOwnProgram(workload) || copiesOf(model, workload)[0] !== workload || isPatchedUser(cx, workload)) return;
    const told = new Set<number>();
    for (const container of ownContainers(workload)) {
      const image = imageUserOf(model, workload, container);
      const said = judge(effective(container, pod.runsAs), () => image);
      if (!said || (said.say === 'image' && (container.incomplete || pod.incomplete))) continue;
      const range = said.setting?.at ?? container.reference?.at ?? container.at;
      // A setting of the pod is one root cause for all of its containers.
      if (told.has(range.start)) continue;
      told.add(range.start);
      report({
        at: { file: workload.file, range },
        say: said.say,
        ...(said.say === 'root' ? {} : { severity: said.say === 'image' ? 'info' as const : 'error' as const }),
        args: { kind, name, container: container.name ?? '?', ...(said.say === 'named' ? { user: image.user ?? '' } : said.say === 'image' ? { image: container.reference?.value ?? '' } : {}) },
        also: image.place && (said.say === 'refused' || said.say === 'named') ? [{ ...image.place, say: 'dockerfile' }] : [],
        data: { ...workloadData(workload), container: container.at.start, ...(image.id === undefined || image.id === 0 ? {} : { id: image.id }) },
      });
    }
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/root-container',
    title: { en: 'Manifest that runs a container as root', ko: '컨테이너를 root로 실행하는 매니페스트' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'security'],
  },
  messages: {
    root: {
      en: '`runAsUser: 0` runs container {container} of {kind} {name} as root: clusters that enforce the restricted Pod Security Standard create no replica of it.',
      ko: '`runAsUser: 0` 때문에 {kind} {name}의 컨테이너 {container}이(가) root로 실행됩니다. restricted Pod Security Standard를 적용한 클러스터에서는 레플리카가 생성되지 않습니다.',
    },
    contradiction: {
      en: 'No replica of {kind} {name} starts: container {container} runs as user 0, which `runAsNonRoot: true` forbids.',
      ko: '{kind} {name}의 레플리카가 시작되지 않습니다. 컨테이너 {container}은(는) 사용자 0으로 실행되는데 `runAsNonRoot: true`가 이를 금지합니다.',
    },
    refused: {
      en: 'No replica of {kind} {name} starts: `runAsNonRoot: true` forbids root, but the image of container {container} starts as root and no `runAsUser` says otherwise.',
      ko: '{kind} {name}의 레플리카가 시작되지 않습니다. `runAsNonRoot: true`가 root를 금지하지만 컨테이너 {container}의 이미지는 root로 시작하고 `runAsUser`도 지정되어 있지 않습니다.',
    },
    named: {
      en: 'No replica of {kind} {name} starts: for `runAsNonRoot: true` the kubelet has to see a number, but the image of container {container} ends with the name `USER {user}`.',
      ko: '{kind} {name}의 레플리카가 시작되지 않습니다. kubelet이 `runAsNonRoot: true`를 확인하려면 숫자로 된 사용자가 필요한데, 컨테이너 {container}의 이미지는 사용자를 이름(`USER {user}`)으로 지정합니다.',
    },
    image: {
      en: 'Container {container} of {kind} {name} runs as root, because {image} does and nothing here says otherwise: clusters that enforce the restricted Pod Security Standard create no replica of it.',
      ko: '{image} 이미지가 root로 시작하고 매니페스트에도 다른 사용자가 지정되어 있지 않아 {kind} {name}의 컨테이너 {container}이(가) root로 실행됩니다. restricted Pod Security Standard를 적용한 클러스터에서는 레플리카가 생성되지 않습니다.',
    },
    dockerfile: { en: 'This makes the image.', ko: '이 Dockerfile이 이미지를 만듭니다.' },
  },
  project: [check],
  fixes: [runAsUser],
};
