import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/config-kinds.js';
import type {} from '../../../facts/environment.js';
import { isMountedInCompose, isMountedInPod } from '../../../facts/mounted.js';
import { keepsOff, sameSetting } from '../../../facts/settings.js';
import { appsettingsPath, configPath } from './dotnet-settings.js';
import { csharpPath } from './csharp.js';
import { dataOf, pathFromEnvironment } from './fix.js';
import { goPath } from './go.js';
import { javaPath } from './java.js';
import { kotlinPath } from './kotlin.js';
import { propertiesPath, yamlPath } from './settings.js';
import { xmlPath } from './xml.js';
import { pythonPath } from './python.js';
import { nodePath } from './node.js';
import { phpPath } from './php.js';

function environmentSets(fact: Fact, finding: Finding): boolean {
  const { setting } = dataOf(finding);
  return setting !== '' && sameSetting((fact as Fact<'config.environment'>).value.name, setting);
}

const production = /prod|prd|real|live|oper/i;

/** What runs in production decides; its own value is judged where it stands. */
function productionSets(fact: Fact, finding: Finding): boolean {
  const { key, profile = '' } = (fact as Fact<'config.property'>).value;
  const own = dataOf(finding);
  return production.test(profile) && !production.test(own.profile) && own.setting !== '' && sameSetting(key, own.setting);
}

export const rule: Rule = {
  meta: {
    id: 'storage/hard-coded-path',
    title: { en: 'Path of one machine', ko: '특정 서버에만 있는 경로' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['storage', 'file', 'config'],
  },
  messages: {
    path: {
      en: '`{name}` is fixed to {path}: each pod has only what its own image or volume puts there, so replicas do not see the same files and a restart loses what was added.',
      ko: '`{name}` 값이 {path}(으)로 고정되어 있습니다. 파드에는 자기 이미지나 볼륨이 넣어 둔 파일만 있으므로 레플리카마다 내용이 다르고, 재시작하면 추가된 내용이 사라집니다.',
    },
    drive: {
      en: '`{name}` is fixed to {path}, a path of a Windows machine: no Linux container has that drive, so every replica fails to find what is expected there.',
      ko: '`{name}` 값이 Windows 서버 경로인 {path}(으)로 고정되어 있습니다. Linux 컨테이너에는 이 드라이브가 없으므로 모든 레플리카에서 파일을 찾지 못합니다.',
    },
    share: {
      en: '`{name}` is fixed to the Windows share {path}: a Linux container does not reach a share by its name, so every replica fails to find what is expected there.',
      ko: '`{name}` 값이 Windows 공유 폴더 {path}(으)로 고정되어 있습니다. Linux 컨테이너는 이 이름으로 공유 폴더에 접근할 수 없으므로 모든 레플리카에서 파일을 찾지 못합니다.',
    },
    'path-code': {
      en: 'The code uses {path}: each pod has only what its own image or volume puts there, so replicas do not see the same files and a restart loses what was added.',
      ko: '코드가 {path} 경로를 사용합니다. 파드에는 자기 이미지나 볼륨이 넣어 둔 파일만 있으므로 레플리카마다 내용이 다르고, 재시작하면 추가된 내용이 사라집니다.',
    },
    'drive-code': {
      en: 'The code uses {path}, a path of a Windows machine: no Linux container has that drive, so every replica fails to find what is expected there.',
      ko: '코드가 Windows 서버 경로인 {path}을(를) 사용합니다. Linux 컨테이너에는 이 드라이브가 없으므로 모든 레플리카에서 파일을 찾지 못합니다.',
    },
    'share-code': {
      en: 'The code uses the Windows share {path}: a Linux container does not reach a share by its name, so every replica fails to find what is expected there.',
      ko: '코드가 Windows 공유 폴더 {path}을(를) 사용합니다. Linux 컨테이너는 이 이름으로 공유 폴더에 접근할 수 없으므로 모든 레플리카에서 파일을 찾지 못합니다.',
    },
  },
  matchers: [goPath, nodePath, appsettingsPath, configPath, csharpPath, javaPath, propertiesPath, yamlPath, xmlPath, kotlinPath, pythonPath, phpPath],
  clearing: [
    { fact: 'k8s.workload', effect: 'silence', when: (fact, finding) => isMountedInPod(fact, dataOf(finding).path), what: { en: 'a volume that the manifest mounts at the path', ko: '매니페스트에서 이 경로에 마운트한 볼륨' } },
    { fact: 'compose.service', effect: 'info', when: (fact, finding) => isMountedInCompose(fact, dataOf(finding).path), what: { en: 'a volume of the Compose file at the path', ko: 'Compose 파일에서 이 경로에 마운트한 볼륨' } },
    { fact: 'config.environment', effect: 'info', when: environmentSets, what: { en: 'an environment variable in a manifest that overrides the setting', ko: '설정을 덮어쓰는 매니페스트의 환경 변수' } },
    { fact: 'config.property', effect: 'silence', when: productionSets, what: { en: 'a production profile that sets the same key', ko: '같은 키를 지정한 운영 프로파일' } },
    { fact: 'config.property', effect: 'silence', when: (fact, finding, model) => keepsOff(fact, finding.file, dataOf(finding).setting, model), what: { en: 'a switch in the same file that turns the feature off', ko: '같은 파일에서 해당 기능을 끈 설정' } },
  ],
  fixes: [pathFromEnvironment],
};
