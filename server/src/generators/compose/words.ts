import type { Localized } from '../../contract/words.js';

export const comments = {
  head: { en: 'The application behind a proxy, as often as you like: {command}. Written by Monolift.', ko: '프록시 뒤에서 애플리케이션을 원하는 만큼 실행합니다: {command}. Monolift가 생성했습니다.' },
  headWorker: { en: 'The application, as often as you like: {command}. Written by Monolift.', ko: '애플리케이션을 원하는 만큼 실행합니다: {command}. Monolift가 생성했습니다.' },
  secrets: { en: 'Put these into a file .env beside this one, and do not commit it: {names}.', ko: '이 파일 옆의 .env 파일에 다음 값을 넣고 커밋하지 마세요: {names}.' },
  spareSecrets: { en: 'The file .env may also hold these, each where it is used; without a value it stays unset: {names}.', ko: '다음 값은 사용하는 것만 .env 파일에 추가하면 됩니다. 값이 없으면 설정되지 않은 상태로 둡니다: {names}.' },
  missing: { en: 'TODO: the program also asks for {names}; nothing tells a value.', ko: 'TODO: 프로그램이 {names}도 읽지만 값을 알 수 없습니다.' },
  filesFirst: {
    en: 'TODO: PropertyPlaceholderConfigurer in {file} takes its own files before these variables; PropertySourcesPlaceholderConfigurer takes the variables first.',
    ko: 'TODO: {file}의 PropertyPlaceholderConfigurer는 이 환경 변수보다 자신의 파일을 먼저 사용합니다. PropertySourcesPlaceholderConfigurer로 바꾸면 환경 변수를 먼저 사용합니다.',
  },
  noName: { en: 'No container_name and no port of the host: each copy gets its own.', ko: '레플리카마다 따로 할당되도록 container_name과 호스트 포트를 지정하지 않습니다.' },
  desk: { en: 'TODO: {from} has this value; inside a container localhost is the container itself.', ko: 'TODO: {from}에 있던 값입니다. 컨테이너 안에서 localhost는 컨테이너 자신입니다.' },
  grace: { en: 'Time to end open requests after SIGTERM.', ko: 'SIGTERM을 받은 뒤 처리 중인 요청을 마칠 시간입니다.' },
  shared: { en: 'All copies see the same files.', ko: '모든 레플리카가 같은 파일을 봅니다.' },
  driver: { en: 'In .env: "local" on one machine; a driver for a network share where copies run on several.', ko: '.env에 지정합니다. 한 대에서 실행하면 "local", 여러 대라면 네트워크 스토리지 드라이버를 쓰세요.' },
  proxy: { en: 'Spreads requests over all copies of the application, without sticky sessions.', ko: '스티키 세션 없이 모든 레플리카에 요청을 분산합니다.' },
  resolver: { en: 'Docker answers with the addresses of all copies; they are asked for again every 5 s.', ko: 'Docker가 모든 레플리카의 주소를 알려 주며 5초마다 다시 조회합니다.' },
  migration: { en: 'Changes the schema once, before the copies start.', ko: '레플리카를 시작하기 전에 스키마를 한 번 변경합니다.' },
  retry: { en: 'A copy that is going away does not answer; the request goes to another one.', ko: '종료 중인 레플리카가 응답하지 않으면 다른 레플리카로 요청을 보냅니다.' },
  backend: { en: '{product} for development.', ko: '개발용 {product}입니다.' },
  noCheck: { en: 'No health check: the image has no program that could ask.', ko: '이미지에 상태를 확인할 프로그램이 없어 헬스 체크를 두지 않았습니다.' },
} as const satisfies Record<string, Localized>;

export const notes = {
  run: { en: 'Run it with: docker compose up --build --scale app=3', ko: '실행 명령: docker compose up --build --scale app=3' },
  env: { en: 'Put {names} into .env before the first start.', ko: '처음 실행하기 전에 {names}을(를) .env 파일에 넣으세요.' },
  dockerfile: { en: 'It builds {file}; generate it first if there is none.', ko: '{file}을(를) 빌드합니다. 없으면 먼저 생성하세요.' },
} as const satisfies Record<string, Localized>;
