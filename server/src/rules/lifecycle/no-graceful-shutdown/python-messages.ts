import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  pythonDevelopment: {
    en: 'The container starts `{server}`, a server for development: it does not finish requests when a replica is stopped, so users lose what it is working on each time.',
    ko: '컨테이너가 개발용 서버 `{server}`을(를) 실행합니다. 이 서버는 종료할 때 처리 중인 요청을 마치지 않으므로 레플리카가 종료될 때마다 요청이 끊깁니다.',
  },
  uwsgi: {
    en: 'uWSGI takes SIGTERM for a reload unless `die-on-term` is set: a replica that is to stop goes on until it is killed, and users lose the requests it is working on.',
    ko: '`die-on-term`을 설정하지 않으면 uWSGI는 SIGTERM을 받고도 종료하지 않고 다시 시작합니다. 종료해야 할 레플리카가 강제로 종료될 때까지 계속 동작하다가 처리 중이던 요청이 끊깁니다.',
  },
};
