import type { Localized } from '../contract/words.js';

/** Words of the text and Markdown reports. */
export const words = {
  severity: { error: { en: 'error', ko: '오류' }, warning: { en: 'warning', ko: '경고' }, info: { en: 'info', ko: '정보' } } satisfies Record<string, Localized>,
  clean: { en: 'Nothing found that stops this code from scaling out.', ko: '스케일 아웃을 막는 요소를 찾지 못했습니다.' },
  counts: { en: '{errors} errors, {warnings} warnings, {infos} hints', ko: '오류 {errors}건, 경고 {warnings}건, 정보 {infos}건' },
  read: { en: '{files} files ({megabytes} MB) read, {parsed} parsed, {skipped} skipped, {seconds} s', ko: '파일 {files}개({megabytes} MB) 읽음, {parsed}개 구문 분석, {skipped}개 건너뜀, {seconds}초' },
  problems: { en: 'Not fully analysed:', ko: '완전히 분석하지 못한 항목:' },
  next: { en: 'Next steps:', ko: '다음 단계:' },
  fix: { en: 'fix: {key} — {title}', ko: '수정: {key} — {title}' },
  morePlaces: { en: '… and {count} more', ko: '… 외 {count}곳' },
  more: { en: '… and {count} more of this group', ko: '… 같은 그룹에 {count}건 더 있음' },
  applyFix: { en: 'Preview a fix:      {command}', ko: '수정 미리 보기:      {command}' },
  explain: { en: 'Why it matters:     {command}', ko: '규칙 설명 보기:      {command}' },
  generate: { en: 'Generate manifests: {command}', ko: '매니페스트 생성:     {command}' },
  rule: { en: 'Rule', ko: '규칙' },
  place: { en: 'Place', ko: '위치' },
  message: { en: 'What goes wrong', ko: '문제' },
  fixes: { en: 'Fixes', ko: '수정' },
  title: { en: 'Monolift findings', ko: 'Monolift 점검 결과' },
  clearedBy: { en: 'lowered by {place}', ko: '{place}에 의해 심각도가 낮아짐' },
} as const;
