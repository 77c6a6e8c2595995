import type { DimensionId } from '../../assessment/score/areas.js';
import type { Gated } from '../../assessment/level/level.js';
import type { WorkloadReadiness } from '../../assessment/workloads.js';
import type { Localized } from '../../contract/words.js';

/** A row of the comparison: what it is about, and its two ends. */
interface Row {
  readonly title: Localized;
  readonly from: Localized;
  readonly to: Localized;
}

export const rowWords: Readonly<Record<DimensionId, Row>> = {
  execution: { title: { en: 'Execution environment', ko: '실행 환경' }, from: { en: 'physical servers', ko: '물리 서버 중심' }, to: { en: 'containers', ko: '컨테이너 중심' } },
  scaling: { title: { en: 'Scaling', ko: '확장' }, from: { en: 'scale up', ko: 'Scale Up(수직 확장)' }, to: { en: 'scale out', ko: 'Scale Out(수평 확장)' } },
  coupling: { title: { en: 'Coupling', ko: '결합' }, from: { en: 'large and tight', ko: '크고 조밀한 결합' }, to: { en: 'loose, by services', ko: '느슨한 서비스 기반 결합' } },
  infrastructure: { title: { en: 'Infrastructure dependency', ko: '인프라 의존성' }, from: { en: 'dependent', ko: '인프라 의존' }, to: { en: 'independent, portable', ko: '인프라 독립, 이동성 보장' } },
  delivery: { title: { en: 'Delivery', ko: 'Delivery 방법' }, from: { en: 'waterfall, long cycles', ko: '폭포수형 장기 개발' }, to: { en: 'continuous delivery', ko: 'Agile & Continuous Delivery' } },
  tools: { title: { en: 'Development tools', ko: '개발 도구' }, from: { en: 'local IDE', ko: '로컬 IDE' }, to: { en: 'cloud-based, intelligent', ko: '클라우드 기반의 지능형 도구' } },
  organisation: { title: { en: 'Organisation', ko: '조직구조' }, from: { en: 'silos', ko: '사일로화된 개발·운영·보안 팀' }, to: { en: 'DevSecOps, collaboration', ko: 'DevSecOps 또는 협업' } },
};

export const verdictWords: Readonly<Record<WorkloadReadiness['verdict'], Localized>> = {
  ready: { en: 'ready for an autoscaler', ko: '오토스케일링 가능' },
  blocked: { en: 'blocked by its code', ko: '코드 문제로 불가' },
  incomplete: { en: 'manifest incomplete', ko: '매니페스트 보완 필요' },
  unknown: { en: 'unknown: its code was not found', ko: '알 수 없음(코드를 찾지 못함)' },
};

export const lackWords: Readonly<Record<WorkloadReadiness['lacks'][number], Localized>> = {
  manifest: { en: 'a manifest', ko: '매니페스트' },
  request: { en: 'CPU requests', ko: 'CPU 요청량' },
  probe: { en: 'a readiness probe', ko: '준비(readiness) 프로브' },
  autoscaler: { en: 'an autoscaler', ko: '오토스케일러' },
};

export const stateWords: Readonly<Record<Gated['state'], Localized>> = {
  held: { en: 'holds', ko: '충족' },
  failed: { en: 'fails', ko: '미충족' },
  unknown: { en: 'unknown', ko: '알 수 없음' },
};

export const words = {
  title: { en: 'Readiness of {name}', ko: '{name} 클라우드 준비도' },
  level: { en: 'Level {level}: {name}', ko: 'Lv{level} {name}' },
  levelUnknown: { en: 'Level unknown: nothing here tells', ko: '수준을 알 수 없음: 판단할 근거가 없습니다' },
  aligned: { en: 'Levels are aligned to the maturity model of the NIA guide (Lv1 cloud ready, Lv2 cloud friendly, Lv3 cloud native). All gates of a level have to hold.', ko: '수준은 한국지능정보사회진흥원(NIA) 안내서의 성숙도 모델(Lv1 클라우드 준비, Lv2 클라우드 친화, Lv3 클라우드 네이티브)에 맞췄습니다. 각 수준의 조건을 모두 충족해야 합니다.' },
  lift: { en: 'These {count} fixes lift it to level {level}: {rules}.', ko: '다음 {count}가지를 고치면 Lv{level}에 도달합니다: {rules}' },
  liftOne: { en: 'One fix lifts it to level {level}: {rules}.', ko: '다음 한 가지를 고치면 Lv{level}에 도달합니다: {rules}' },
  waits: { en: 'Level {level} waits for: {gates}.', ko: 'Lv{level}까지 남은 조건: {gates}' },
  highest: { en: 'All gates hold.', ko: '모든 조건을 충족합니다.' },
  comparison: { en: 'Comparison', ko: '비교표' },
  row: { en: 'Dimension', ko: '분류' },
  existing: { en: 'As applications were (0)', ko: '기존 애플리케이션(0)' },
  native: { en: 'Cloud native (100)', ko: 'Cloud Native 애플리케이션(100)' },
  score: { en: 'Score', ko: '점수' },
  costs: { en: 'What costs most', ko: '가장 큰 감점 요인' },
  unknown: { en: 'unknown', ko: '알 수 없음' },
  hint: { en: 'signs only', ko: '참고용 신호' },
  points: { en: '−{points}', ko: '−{points}' },
  gates: { en: 'Levels and gates', ko: '수준별 조건' },
  gate: { en: 'Gate', ko: '조건' },
  state: { en: 'State', ko: '상태' },
  evidence: { en: 'Evidence', ko: '근거' },
  workloads: { en: 'Readiness for autoscaling', ko: '워크로드별 오토스케일링 준비도' },
  workload: { en: 'Workload', ko: '워크로드' },
  verdict: { en: 'Verdict', ko: '판정' },
  blockers: { en: 'In the way', ko: '걸림돌' },
  lacks: { en: 'Lacks {what}', ko: '없는 항목: {what}' },
  noWorkloads: { en: 'No workload and no program that could be started was found.', ko: '워크로드나 실행할 수 있는 프로그램을 찾지 못했습니다.' },
  fixes: { en: 'What to fix first', ko: '먼저 고칠 항목' },
  fix: { en: 'Fix', ko: '수정' },
  gain: { en: 'Gain', ko: '효과' },
  effort: { en: 'Effort', ko: '작업량' },
  files: { en: 'Files', ko: '파일 수' },
  opensGate: { en: 'opens a gate', ko: '다음 수준의 조건' },
  efforts: { en: 'S: a quick fix in few places. M: a quick fix to look at, or many places. L: by hand. XL: by hand in many places.', ko: 'S: 몇 곳의 빠른 수정. M: 검토가 필요한 빠른 수정이거나 여러 곳. L: 직접 수정. XL: 여러 곳을 직접 수정.' },
  clean: { en: 'Nothing is open.', ko: '남은 항목이 없습니다.' },
  appendix: { en: 'Findings by rule', ko: '규칙별 결과' },
  count: { en: '{count} findings', ko: '{count}건' },
  countOne: { en: '1 finding', ko: '1건' },
  more: { en: '… and {count} more', ko: '… 외 {count}건' },
  extractionOf: { en: 'Extraction candidates of {name}', ko: '{name} 분리 후보' },
  noStructure: { en: 'No structure could be read: too little code, or languages that are not read.', ko: '구조를 분석하지 못했습니다. 코드가 너무 적거나 분석하지 않는 언어입니다.' },
  extraction: { en: 'Which part first', ko: '먼저 분리할 부분' },
  parts: { en: '{units} classes of {application} fall into {count} parts: {names}.', ko: '{application}의 클래스 {units}개는 {count}개 부분으로 나뉩니다: {names}' },
  wholeApplication: { en: 'the application', ko: '애플리케이션' },
  metrics: { en: 'Calls between parts (ICP) {icp}, structural modularity (SM) {sm}, interfaces per part (IFN) {ifn}, classes in parts of extreme size (NED) {ned}, purity of transactions {purity}.', ko: '부분 사이의 호출 비율(ICP) {icp}, 구조적 모듈성(SM) {sm}, 부분당 인터페이스 수(IFN) {ifn}, 크기가 극단적인 부분의 클래스 비율(NED) {ned}, 트랜잭션 순도 {purity}' },
  candidate: { en: 'Candidate', ko: '후보' },
  why: { en: 'Why', ko: '이유' },
  data: { en: 'Data and risks', ko: '데이터와 위험' },
  moves: { en: '{units} classes, tables: {tables}', ko: '클래스 {units}개, 테이블: {tables}' },
  none: { en: 'none', ko: '없음' },
  operations: { en: 'API: {operations}', ko: 'API: {operations}' },
  trend: { en: 'Since the earlier report', ko: '이전 보고서 이후' },
  trendLevel: { en: 'Level {before} → {after}', ko: 'Lv{before} → Lv{after}' },
  trendFindings: { en: '{gone} findings gone, {fresh} new', ko: '해결 {gone}건, 신규 {fresh}건' },
  was: { en: 'was {score}', ko: '이전 {score}' },
  portfolio: { en: 'Portfolio', ko: '포트폴리오' },
  application: { en: 'Application', ko: '애플리케이션' },
  next: { en: 'First fix', ko: '첫 수정' },
} as const satisfies Readonly<Record<string, Localized>>;
