import type { Localized } from '../contract/words.js';

/** What the language server itself says. */
export const words = {
  scanning: { en: 'Monolift: scanning {folder}', ko: 'Monolift: {folder} 검사 중' },
  files: { en: '{done} of {total} files', ko: '파일 {total}개 중 {done}개' },
  cancelled: { en: 'The scan of {folder} was cancelled, so findings are incomplete. Run "Monolift: Scan Workspace" to scan again.', ko: '{folder} 검사가 취소되어 결과가 완전하지 않습니다. 다시 검사하려면 "Monolift: 작업 영역 검사"를 실행하세요.' },
  scanned: { en: '{files} files scanned: {errors} errors, {warnings} warnings, {infos} hints.', ko: '파일 {files}개를 검사했습니다. 오류 {errors}건, 경고 {warnings}건, 정보 {infos}건.' },
  folderFailed: { en: '{folder} cannot be scanned: {reason}', ko: '{folder} 폴더를 검사할 수 없습니다: {reason}' },
  noFolder: { en: 'Open a folder first; there is nothing to scan.', ko: '검사할 대상이 없습니다. 먼저 폴더를 여세요.' },
  disabled: { en: 'Monolift is switched off. Set "monolift.enable" to true to use it.', ko: 'Monolift가 꺼져 있습니다. 사용하려면 "monolift.enable"을 true로 설정하세요.' },
  stale: { en: 'The code has changed, so this fix no longer fits. Look at the current findings and try again.', ko: '코드가 바뀌어 이 수정을 적용할 수 없습니다. 현재 결과를 확인한 뒤 다시 시도하세요.' },
  encoding: { en: '{file} is not UTF-8, so the fix could damage it. Open it with its encoding first, or run "monolift fix" in a terminal.', ko: '{file} 파일이 UTF-8이 아니어서 수정하면 글자가 깨질 수 있습니다. 먼저 올바른 인코딩으로 파일을 열거나 터미널에서 "monolift fix"를 실행하세요.' },
  cannotGenerate: { en: 'Nothing could be generated for {name}: its manifest cannot be edited, or no template fits.', ko: '{name}에 대해 생성할 수 없습니다. 매니페스트를 편집할 수 없거나 맞는 템플릿이 없습니다.' },
  nothingTicked: { en: 'Nothing was created, because no file was ticked in the preview. Run the command again, tick the files and apply.', ko: '미리 보기에서 선택한 파일이 없어 아무것도 만들지 않았습니다. 명령을 다시 실행하고 파일을 선택한 뒤 적용하세요.' },
  notApplied: { en: 'The changes were not applied.', ko: '변경 사항을 적용하지 않았습니다.' },
  fixAll: { en: 'Fix all safe Monolift findings', ko: '안전한 Monolift 수정 모두 적용' },
  review: { en: 'Tick what to change, then apply', ko: '적용할 변경을 선택한 뒤 적용하세요' },
  why: { en: 'Why', ko: '이유' },
  loweredBy: { en: 'Lowered by', ko: '심각도를 낮춘 근거' },
  related: { en: 'See also', ko: '관련 위치' },
  wouldClear: { en: 'Would clear it', ko: '해소 조건' },
  fixes: { en: 'Quick fixes', ko: '빠른 수정' },
  readMore: { en: 'Read more', ko: '자세히 보기' },
  more: { en: 'and {count} more', ko: '외 {count}건' },
} as const satisfies Readonly<Record<string, Localized>>;
