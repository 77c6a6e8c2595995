import { dirname } from '../../../base/paths.js';
import type { ProjectCheck, Rule } from '../../../contract/rule.js';
import type { ComposeMount } from '../../../facts/compose/kinds.js';
import { composeReads, isApplication, isFirstAt, isFrontDoor, isReset, severityIn, type ServiceFact } from '../../../facts/compose/project.js';
import { shareFix } from './edits.js';
import { keepsState } from './kept.js';

function places({ value }: ServiceFact): readonly number[] {
  return value.volumes.map(({ at }) => at.start);
}

function sayOf({ kind, variable }: ComposeMount): string {
  if (kind === 'anonymous') return 'anonymous';
  return variable !== undefined ? 'setting' : kind === 'volume' ? 'volume' : 'folder';
}

const mounted: ProjectCheck<'compose.service'> = {
  subject: 'compose.service',
  reads: composeReads,
  check(service, { model, report }) {
    const { name, volumes } = service.value;
    if (volumes.length === 0 || !isApplication(model, service) || isFrontDoor(model, service) || isReset(model, service, 'volumes')) return;
    for (const mount of volumes) {
      if (!keepsState(model, service, mount) || !isFirstAt(model, service, mount.at.start, places)) continue;
      const definition = model.facts('compose.volume').find(({ file, value }) => file === service.file && value.name === mount.source);
      report({
        at: { file: service.file, range: mount.at },
        say: sayOf(mount),
        args: { service: name, target: mount.target ?? '', source: mount.source ?? '', ...(mount.variable === undefined ? {} : { variable: mount.variable }) },
        severity: severityIn(model, service, 'warning'),
        ...(mount.source === undefined ? {} : { cause: `${mount.source} of ${dirname(service.file)}/` }),
        data: { kind: mount.kind, form: mount.form, source: mount.source ?? '', target: mount.target ?? '', plain: definition?.value.plain ?? null, variable: mount.variable ?? null },
      });
    }
  },
};

export const rule: Rule = {
  meta: {
    id: 'compose/state-bind-mount',
    title: { en: 'State of the application on a disk of one node', ko: '노드 한 대의 디스크에 저장되는 애플리케이션 상태' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['compose', 'storage', 'scaling'],
  },
  messages: {
    folder: {
      en: '{service} keeps {target} in a folder of one host ({source}): a copy on another host does not see these files, and they stay behind when the service moves.',
      ko: '{service}이(가) {target} 내용을 호스트 한 대의 폴더({source})에 저장합니다. 다른 호스트에서 시작한 컨테이너는 이 파일을 볼 수 없고, 서비스를 옮기면 파일이 남겨집니다.',
    },
    volume: {
      en: '{service} keeps {target} in the volume "{source}", which lies on the disk of one node: a copy on another node starts with an empty one, and the files stay behind when the service moves.',
      ko: '{service}이(가) {target} 내용을 볼륨 "{source}"에 저장하는데, 이 볼륨은 노드 한 대의 디스크에 있습니다. 다른 노드에서 시작한 컨테이너에는 빈 볼륨이 연결되고, 서비스를 옮기면 파일이 남겨집니다.',
    },
    setting: {
      en: '{service} keeps {target} where {variable} says: unless that is a share on the network, a copy on another host does not see these files.',
      ko: '{service}이(가) {variable}에 지정한 위치에 {target} 내용을 저장합니다. 그 위치가 네트워크 공유가 아니면 다른 호스트의 컨테이너는 이 파일을 볼 수 없습니다.',
    },
    anonymous: {
      en: 'Each copy of {service} gets an anonymous volume of its own at {target}: what one writes there, the others do not see.',
      ko: '{service} 컨테이너마다 {target}에 이름 없는 볼륨이 따로 생깁니다. 한 컨테이너가 저장한 파일을 다른 컨테이너는 볼 수 없습니다.',
    },
  },
  project: [mounted],
  fixes: [shareFix],
};
