import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/config-kinds.js';
import type {} from '../../../facts/environment.js';
import type { Evidence } from '../../../facts/evidence.js';
import { isMountedInCompose, isMountedInPod } from '../../../facts/mounted.js';
import { removesUploads } from '../../../facts/node/taken-file.js';
import { keepsOff, sameSetting } from '../../../facts/settings.js';
import { uploadSettings } from './check.js';
import { dataOf, directoryFromEnvironment, volumeAtDirectory } from './fix.js';
import { pythonUploads } from './python.js';
import { pythonMessages } from './python-messages.js';
import { djangoStorages } from './python-fix.js';

/** The variable in whose place the folder stands, or the setting itself under another spelling. */
function environmentSets(fact: Fact, finding: Finding): boolean {
  const { name } = (fact as Fact<'config.environment'>).value;
  const { key, variables } = dataOf(finding);
  return sameSetting(name, key) || variables.some((variable) => sameSetting(name, variable));
}

export const rule: Rule = {
  meta: {
    id: 'storage/upload-directory',
    title: { en: 'Upload directory on the local disk', ko: '로컬 디스크의 업로드 디렉터리' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['storage', 'file', 'config'],
  },
  messages: {
    keeps: {
      en: '`{name}` keeps uploaded files in {where} on the disk of one pod: other replicas answer that a file is missing and a restart loses it, unless all replicas mount one volume there.',
      ko: '`{name}` 설정에 따라 업로드한 파일을 파드 하나의 디스크({where})에 보관합니다. 모든 레플리카가 이 경로에 같은 볼륨을 마운트하지 않으면 다른 레플리카에서는 파일을 찾을 수 없고, 재시작하면 사라집니다.',
    },
    buffers: {
      en: '`{name}` receives uploads in {where}: a pod without that directory rejects every upload, and what `Part.write` or a relative `transferTo` leaves there is on one pod and lost with it.',
      ko: '`{name}` 설정에 따라 업로드를 {where}에서 받습니다. 이 디렉터리가 없는 파드는 업로드를 모두 거부하고, `Part.write`나 상대 경로 `transferTo`로 남긴 파일은 파드 하나에만 있다가 함께 사라집니다.',
    },
    serves: {
      en: '`{name}` serves files from {where} on the disk of one pod: the other replicas answer 404 for what one of them stored, unless all mount one volume there.',
      ko: '`{name}` 설정에 따라 파드 하나의 디스크({where})에 있는 파일을 제공합니다. 모든 레플리카가 이 경로에 같은 볼륨을 마운트하지 않으면, 한 레플리카가 저장한 파일을 다른 레플리카에 요청했을 때 404가 반환됩니다.',
    },
    default: {
      en: 'Without {variable}, `{name}` uses {where} on the disk of one pod: other replicas cannot find the uploaded files and a restart loses them.',
      ko: '{variable} 값이 없으면 `{name}` 설정은 파드 하나의 디스크({where})를 사용합니다. 다른 레플리카는 업로드한 파일을 찾을 수 없고, 재시작하면 파일이 사라집니다.',
    },
    written: { en: 'files are written there', ko: '여기에서 파일을 씁니다' },
    below: { en: '`{name}` is a folder below it', ko: '`{name}`은(는) 그 아래에 있는 디렉터리입니다' },
    also: { en: 'also set here, to {where}', ko: '여기에서도 지정합니다: {where}' },
    ...pythonMessages,
  },
  project: [uploadSettings, pythonUploads],
  clearing: [
    { fact: 'k8s.workload', effect: 'silence', when: (fact, finding) => isMountedInPod(fact, dataOf(finding).directory), what: { en: 'a volume that the manifest mounts at the directory', ko: '매니페스트에서 이 디렉터리에 마운트한 볼륨' } },
    { fact: 'compose.service', effect: 'info', when: (fact, finding) => isMountedInCompose(fact, dataOf(finding).directory), what: { en: 'a volume of the Compose file at the directory', ko: 'Compose 파일에서 이 디렉터리에 마운트한 볼륨' } },
    { fact: 'config.environment', effect: 'info', when: environmentSets, what: { en: 'an environment variable in a manifest that names another directory', ko: '다른 디렉터리를 지정하는 매니페스트의 환경 변수' } },
    { fact: 'config.property', effect: 'silence', when: (fact, finding, model) => keepsOff(fact, finding.file, dataOf(finding).key, model), what: { en: 'a switch in the same file that turns the feature off', ko: '같은 파일에서 해당 기능을 끈 설정' } },
    { fact: 'node.taken-file', effect: 'silence', when: (_fact, finding, model) => removesUploads(model, finding.file), what: { en: 'code that removes every upload once it is done with it', ko: '업로드한 파일을 사용한 뒤 모두 다시 지우는 코드' } },
    { fact: 'storage.external', effect: 'info', when: (fact) => (fact.value as Evidence).via !== '', what: { en: 'object storage that the configuration selects', ko: '설정에서 선택한 오브젝트 스토리지' } },
  ],
  fixes: [directoryFromEnvironment, volumeAtDirectory, djangoStorages],
};
