import type { Rule } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { generateDockerfile } from '../../../generators/dockerfile/generate.js';
import { needsServer, type Namespace } from './check.js';

const what: Readonly<Record<`${'war' | 'ear'}-${Namespace}`, Localized>> = {
  'war-javax': {
    en: '"{name}" is a WAR for javax.servlet: every replica needs a server of that generation (Tomcat {server} or Java EE 8, no Jakarta server) with the same settings',
    ko: '"{name}"은(는) javax.servlet용 WAR입니다. 레플리카마다 이 세대의 서버(Tomcat {server} 또는 Java EE 8, Jakarta 서버는 불가)가 같은 설정으로 있어야 합니다',
  },
  'war-jakarta': {
    en: '"{name}" is a WAR for jakarta.servlet: every replica needs a server of that generation (Tomcat {server} or another Jakarta server) with the same settings',
    ko: '"{name}"은(는) jakarta.servlet용 WAR입니다. 레플리카마다 이 세대의 서버(Tomcat {server} 또는 다른 Jakarta 서버)가 같은 설정으로 있어야 합니다',
  },
  'war-unknown': {
    en: '"{name}" is a WAR: every replica needs an application server with the same version and settings, and nothing here tells whether javax or jakarta',
    ko: '"{name}"은(는) WAR입니다. 레플리카마다 버전과 설정이 같은 WAS가 있어야 하는데, javax용인지 jakarta용인지 알 수 없습니다',
  },
  'ear-javax': {
    en: '"{name}" is an EAR for Java EE (javax): every replica needs a full application server of that generation with the same data sources, queues and settings',
    ko: '"{name}"은(는) Java EE(javax)용 EAR입니다. 레플리카마다 같은 세대의 풀 프로파일 WAS가 데이터소스와 큐까지 같은 설정으로 있어야 합니다',
  },
  'ear-jakarta': {
    en: '"{name}" is an EAR for Jakarta EE (jakarta): every replica needs a full application server of that generation with the same data sources, queues and settings',
    ko: '"{name}"은(는) Jakarta EE(jakarta)용 EAR입니다. 레플리카마다 같은 세대의 풀 프로파일 WAS가 데이터소스와 큐까지 같은 설정으로 있어야 합니다',
  },
  'ear-unknown': {
    en: '"{name}" is an EAR: every replica needs a full application server with the same version, data sources, queues and settings',
    ko: '"{name}"은(는) EAR입니다. 레플리카마다 버전, 데이터소스, 큐, 설정이 같은 풀 프로파일 WAS가 있어야 합니다',
  },
};
/** JVMs before Java 8 take the memory of the node for their own. */
const old: Localized = {
  en: '; the JVM of Java {java} ignores the memory limit of a pod',
  ko: '. 빌드 대상인 Java {java}의 JVM은 파드의 메모리 한도를 무시합니다',
};

const messages: Readonly<Record<string, Localized>> = Object.fromEntries(Object.entries(what).flatMap(([key, { en, ko }]) => [
  [key, { en: `${en}.`, ko: `${ko}.` }], [`${key}-old`, { en: `${en}${old.en}.`, ko: `${ko}${old.ko}.` }],
]));

export const rule: Rule = {
  meta: {
    id: 'platform/war-packaging',
    title: { en: 'Application that needs an application server', ko: 'WAS가 필요한 배포 형식' },
    severity: 'info',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['platform', 'build'],
  },
  messages,
  project: [needsServer],
  fixes: [
    {
      key: 'put-server-into-image',
      title: { en: 'Generate a Dockerfile with the server that fits', ko: '맞는 서버가 포함된 Dockerfile 생성하기' },
      safety: 'review',
      applies: ({ data }, model) => generateDockerfile(model, (data as { readonly dir: string }).dir) !== undefined,
      edits({ finding, model, text }) {
        const generated = generateDockerfile(model, (finding.data as { readonly dir: string }).dir);
        const fresh = generated?.files.filter(({ path }) => path.endsWith('Dockerfile') || text(path) === undefined);
        return fresh?.map(({ path, text: content }) => ({ do: 'create', path, text: content, ifExists: 'refuse' }));
      },
    },
  ],
};
