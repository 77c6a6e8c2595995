import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/environment.js';
import { leftToHost } from './check.js';
import { csharpHours } from './csharp.js';
import { pythonHours } from './python.js';
import { koreanTime } from './fix.js';

/** Places in code alone; a whole application looks for the variable by itself. */
function setsZone(fact: Fact, { file }: Finding): boolean {
  return /\.(?:cs|py)$/.test(file) && (fact as Fact<'config.environment'>).value.name === 'TZ';
}

export const rule: Rule = {
  meta: {
    id: 'platform/host-locale',
    title: { en: 'Time zone or charset left to the host', ko: '호스트 설정에 맡긴 시간대나 문자 집합' },
    severity: 'info',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['platform', 'locale'],
  },
  messages: {
    cutoff: {
      en: '"{name}" compares the hour of the host ({via}): in a container that is UTC unless TZ is set, so it decides hours earlier or later than on the old server.',
      ko: '"{name}"은(는) 호스트의 시각을 비교합니다({via}). TZ를 설정하지 않은 컨테이너는 UTC이므로 기존 서버와 몇 시간 다르게 판단합니다.',
    },
    day: {
      en: '"{name}" takes today\'s date from the host ({via}, places: {count}): in a container that is the date of UTC unless TZ is set, which in Korea is yesterday until nine in the morning.',
      ko: '"{name}"은(는) 오늘 날짜를 호스트에서 가져옵니다({via} 등 {count}곳). TZ를 설정하지 않은 컨테이너는 UTC이므로 한국 시간 오전 9시까지 어제 날짜가 됩니다.',
    },
    schedule: {
      en: '"{name}" starts work at a fixed hour of the host ({via}): in a container that is UTC unless TZ is set, nine hours later than Korean time.',
      ko: '"{name}"은(는) 호스트 시각을 기준으로 정해진 시간에 작업을 시작합니다({via}). TZ를 설정하지 않은 컨테이너는 UTC이므로 한국 시간보다 9시간 늦게 시작합니다.',
    },
    charset: {
      en: '"{name}" writes Korean text in the charset of the host ({via}, places: {count}) beside places that name EUC-KR: a container has another default than the old server, so characters are lost.',
      ko: '"{name}"은(는) EUC-KR을 지정한 코드 옆에서 호스트의 기본 문자 집합을 사용합니다({via} 등 {count}곳). 컨테이너는 기본 문자 집합이 기존 서버와 달라 한글이 깨집니다.',
    },
    place: { en: 'also left to the host: {via}', ko: '역시 호스트 설정에 맡긴 곳입니다: {via}' },
  },
  matchers: [csharpHours, pythonHours],
  project: [leftToHost],
  clearing: [
    { fact: 'config.environment', effect: 'silence', when: setsZone, what: { en: 'TZ in a manifest', ko: '매니페스트의 TZ' } },
  ],
  fixes: [koreanTime],
};
