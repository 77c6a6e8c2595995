import type { Localized } from '../../../contract/words.js';

/** What the rule says of tools that commands and code of any language start. */
export const commandMessages: Readonly<Record<string, Localized>> = {
  command: {
    en: 'The start command runs `{tool}` in every replica: two that start together change the schema at the same time, while others still run the previous version.',
    ko: '시작 명령이 레플리카마다 `{tool}`을(를) 실행합니다. 둘이 함께 시작하면 동시에 스키마를 변경하고, 이전 버전의 레플리카는 바뀐 스키마로 계속 실행됩니다.',
  },
  upgrade: {
    en: '`{call}` migrates the schema in every replica that starts: two that start together do it at the same time, while others still run the previous version.',
    ko: '시작하는 레플리카마다 `{call}`이(가) 스키마를 마이그레이션합니다. 둘이 함께 시작하면 동시에 실행하고, 이전 버전의 레플리카는 바뀐 스키마로 계속 실행됩니다.',
  },
  createTables: {
    en: '`{call}` creates missing tables in every replica that starts: two that start together on an empty database get in each other\'s way.',
    ko: '시작하는 레플리카마다 `{call}`이(가) 없는 테이블을 만듭니다. 빈 데이터베이스에서 둘이 함께 시작하면 서로 충돌합니다.',
  },
};
