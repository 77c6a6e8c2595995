import type { Localized } from '../../contract/words.js';

export const comments = {
  head: { en: 'Tests {name}, builds its image, scans it and pushes it. Written by Monolift.', ko: '{name}을(를) 테스트하고 이미지를 빌드, 검사, 푸시합니다. Monolift가 생성했습니다.' },
  permissions: { en: 'Nothing may be written except where a job says so.', ko: '작업에서 따로 지정하지 않은 쓰기 권한은 주지 않습니다.' },
  candidate: { en: 'Built and kept here first; pushed only when the scan finds nothing.', ko: '먼저 빌드만 하고, 검사를 통과한 경우에만 푸시합니다.' },
  scan: { en: 'Fails on known vulnerabilities that have a fix.', ko: '수정된 버전이 있는 취약점이 발견되면 실패합니다.' },
  push: { en: 'All layers come from the build above.', ko: '모든 레이어는 위에서 빌드한 것을 그대로 씁니다.' },
  packages: { en: 'To push to the registry.', ko: '레지스트리에 푸시하기 위한 권한입니다.' },
  docker: { en: 'The runner has to allow privileged services (docker:dind).', ko: '러너에서 권한 있는(privileged) 서비스(docker:dind)를 허용해야 합니다.' },
  jenkins: { en: 'Needs an agent with Docker, the plugin Docker Pipeline, and credentials "registry" (user and password).', ko: 'Docker가 있는 에이전트, Docker Pipeline 플러그인, "registry" 자격 증명(사용자와 비밀번호)이 필요합니다.' },
  registry: { en: 'TODO: the registry', ko: 'TODO: 레지스트리 주소' },
} as const satisfies Record<string, Localized>;

export const notes = {
  include: { en: 'Take it into .gitlab-ci.yml: include: [{ local: {path} }]', ko: '.gitlab-ci.yml에 포함하세요. include: [{ local: {path} }]' },
  dockerfile: { en: 'It builds {file}; generate it first if there is none.', ko: '{file}을(를) 빌드합니다. 없으면 먼저 생성하세요.' },
  deploy: { en: 'The image is tagged with the commit; deploy that tag, not a moving one.', ko: '이미지에는 커밋 태그가 붙습니다. 움직이는 태그가 아닌 그 태그를 배포하세요.' },
  jenkins: { en: 'Make a pipeline job in Jenkins that reads {path}.', ko: 'Jenkins에서 {path}을(를) 읽는 파이프라인 작업을 만드세요.' },
} as const satisfies Record<string, Localized>;
