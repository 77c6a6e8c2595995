import type { Rule } from '../../../contract/rule.js';
import type {} from '../../../facts/dotnet/database.js';
import { redisKeyRing } from './dotnet-fix.js';
import { csharpKeyFolder, csharpKeyRing, csharpSigningKey, keepsKeys, machineKey } from './csharp.js';
import { csharpStartKey } from './csharp-start.js';
import { rememberMeKey, signingKey } from './fix.js';
import { javaKeys, javaRandomSecrets, javaRememberMe } from './java.js';
import { kotlinKeys, kotlinRandomSecrets, kotlinRememberMe } from './kotlin.js';
import { xmlSecrets } from './xml.js';
import { pythonSecret, pythonSettingsSecret } from './python.js';
import { pythonMessages } from './python-messages.js';
import { secretFromEnvironment } from './python-fix.js';
import { phpKeyCommands, phpKeyFiles, phpKeyScripts, phpKeySetters, phpKeySettings, phpMessages } from './php.js';
import { goSecrets } from './go.js';
import { nodeSecretFromEnvironment } from './node-fix.js';
import { nodeSecrets } from './node.js';

export const rule: Rule = {
  meta: {
    id: 'state/generated-secret',
    title: { en: 'Keys that each process makes for itself', ko: '프로세스마다 따로 생성하는 키' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'security'],
  },
  messages: {
    nodeFallback: {
      en: 'Unless {setting} is set, each process makes its own key: what one replica signed or encrypted is refused by the other one, and a restart invalidates all of it.',
      ko: '{setting} 값이 없으면 프로세스마다 키를 새로 생성합니다. 한 레플리카가 서명하거나 암호화한 것을 다른 레플리카가 거부하고, 재시작하면 모두 무효가 됩니다.',
    },
    keyRing: {
      en: '{call} protects cookies with keys that each pod makes for itself and keeps on its own disk: a login or form from one replica is refused by the other one, and a restart logs everyone out.',
      ko: '{call}은(는) 파드마다 따로 생성해 자기 디스크에 보관하는 키로 쿠키를 보호합니다. 한 레플리카에서 로그인하거나 받은 폼을 다른 레플리카가 거부하고, 재시작하면 모든 사용자가 로그아웃됩니다.',
    },
    keyFolder: {
      en: '{call} keeps the keys of Data Protection in a folder: unless it lies on a volume that all replicas share, each replica makes its own and refuses the cookies of the others.',
      ko: '{call}은(는) Data Protection 키를 폴더에 보관합니다. 모든 레플리카가 공유하는 볼륨이 아니면 레플리카마다 키가 달라 서로의 쿠키를 거부합니다.',
    },
    machineKey: {
      en: 'Without fixed keys in <machineKey> each machine makes its own: view state, forms and login cookies from one replica are refused by the other one.',
      ko: '<machineKey>에 고정된 키가 없으면 서버마다 키를 따로 생성합니다. 한 레플리카가 만든 뷰 상태, 폼, 로그인 쿠키를 다른 레플리카가 거부합니다.',
    },
    memory: {
      en: 'Each process makes its own key at start: what one replica signed or encrypted is refused by the other one, and a restart invalidates all of it.',
      ko: '프로세스가 시작할 때마다 키를 새로 생성합니다. 한 레플리카가 서명하거나 암호화한 것을 다른 레플리카가 거부하고, 재시작하면 모두 무효가 됩니다.',
    },
    fallback: {
      en: 'Unless a key is configured, each process makes its own: what one replica signed or encrypted is refused by the other one, and a restart invalidates all of it.',
      ko: '키를 설정하지 않으면 프로세스마다 새로 생성합니다. 한 레플리카가 서명하거나 암호화한 것을 다른 레플리카가 거부하고, 재시작하면 모두 무효가 됩니다.',
    },
    file: {
      en: 'The key is made at the first start and kept in a local file: each replica makes its own, and a pod without the file cannot read what was encrypted before.',
      ko: '처음 시작할 때 키를 생성해 로컬 파일에 저장합니다. 레플리카마다 키가 달라지고, 그 파일이 없는 파드는 이전에 암호화한 데이터를 읽을 수 없습니다.',
    },
    rememberMe: {
      en: 'No key is set for remember-me cookies, so each process makes its own: a cookie from one replica is refused by the other one and after a restart.',
      ko: '자동 로그인(remember-me) 쿠키의 키를 지정하지 않아 프로세스마다 새로 생성합니다. 한 레플리카가 발급한 쿠키는 다른 레플리카에서, 그리고 재시작한 뒤에 거부됩니다.',
    },
    viewState: {
      en: 'Browsers keep the view state, but no key for it is set, so each process makes its own: a form from one replica is refused by the other one.',
      ko: '뷰 상태를 브라우저에 저장하지만 키를 지정하지 않아 프로세스마다 새로 생성합니다. 한 레플리카가 만든 폼을 다른 레플리카가 거부합니다.',
    },
    ...pythonMessages,
    ...phpMessages,
  },
  matchers: [nodeSecrets, csharpKeyRing, csharpSigningKey, csharpStartKey, javaKeys, javaRandomSecrets, javaRememberMe, kotlinKeys, kotlinRandomSecrets, kotlinRememberMe, xmlSecrets, ...phpKeyCommands, phpKeyScripts, phpKeySetters, phpKeyFiles, phpKeySettings, pythonSecret],
  project: [goSecrets, csharpKeyFolder, machineKey, pythonSettingsSecret],
  clearing: [
    { fact: 'dotnet.bearer', effect: 'warning', when: (_fact, { say, data }) => say === 'keyRing' && /^Add(?:Default)?Identity/.test((data as { readonly ring?: string } | null)?.ring ?? ''), what: { en: 'bearer tokens, which need none of these keys', ko: '이 키를 쓰지 않는 베어러 토큰' } },
    { fact: 'dotnet.key-ring', effect: 'silence', when: keepsKeys, what: { en: 'Data Protection keys that are kept elsewhere', ko: '다른 곳에 보관하는 Data Protection 키' } },
  ],
  fixes: [redisKeyRing, signingKey, rememberMeKey, secretFromEnvironment, nodeSecretFromEnvironment],
};
