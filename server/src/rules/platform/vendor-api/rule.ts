import type { Rule } from '../../../contract/rule.js';
import { vendorUses } from './check.js';

export const rule: Rule = {
  meta: {
    id: 'platform/vendor-api',
    title: { en: 'Bound to one vendor\'s application server', ko: '특정 벤더의 WAS에 종속' },
    severity: 'warning',
    confidence: 'high',
    fix: 'none',
    tags: ['platform', 'server'],
  },
  messages: {
    api: {
      en: '{name} belongs to {vendor}: an image with another server lacks it, and on {vendor} every new replica needs an installation and a licence of its own.',
      ko: '{name}은(는) {vendor}에만 있습니다. 다른 서버로 만든 이미지에서는 찾을 수 없고, {vendor}을(를) 그대로 쓰면 레플리카가 늘 때마다 설치와 라이선스가 필요합니다.',
    },
    descriptor: {
      en: '{name} leaves to {vendor}: {settings}. An image with another server does not read the file, so its pods start without them.',
      ko: '{name}에서 다음 항목을 {vendor}에 맡기고 있습니다: {settings}. 다른 서버로 만든 이미지는 이 파일을 읽지 않으므로 파드가 해당 설정 없이 시작합니다.',
    },
    ignored: {
      en: '{name} is read by {vendor} alone: pods that run another server start without what it says.',
      ko: '{name} 파일은 {vendor}만 읽습니다. 다른 서버로 실행하는 파드에는 이 파일의 설정이 적용되지 않습니다.',
    },
    portable: {
      en: 'The application carries descriptors for several servers ({vendors}): each reads only its own, so the server of the image decides which of these settings its pods have.',
      ko: '여러 서버({vendors})용 디스크립터가 함께 들어 있습니다. 서버마다 자기 파일만 읽으므로, 이미지에 담은 서버에 따라 파드에 적용되는 설정이 달라집니다.',
    },
    server: {
      en: '{name} configures a fixed {vendor} installation ({settings}): replicas that come and go are not part of it, and what it sets has to move into the image or the deployment.',
      ko: '{name}은(는) 고정된 {vendor} 설치 환경의 구성({settings})입니다. 늘었다 줄었다 하는 레플리카는 여기에 포함되지 않으므로, 설정을 이미지나 배포 매니페스트로 옮겨야 합니다.',
    },
    more: { en: '{vendor}: {name}', ko: '{vendor}에 종속되는 곳: {name}' },
  },
  project: [vendorUses],
};
