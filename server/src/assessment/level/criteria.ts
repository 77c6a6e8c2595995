import type { Finding, Severity } from '../../contract/finding.js';
import type { Localized } from '../../contract/words.js';
import type { SignId } from './signs.js';

export type Level = 0 | 1 | 2 | 3;

/** The levels, aligned to the maturity model of the cloud native guide of the Korean National Information Society Agency (NIA); its text is not quoted. */
export const levelNames: Readonly<Record<Level, Localized>> = {
  0: { en: 'not yet ready for the cloud', ko: '클라우드 준비 전' },
  1: { en: 'cloud ready', ko: '클라우드 준비' },
  2: { en: 'cloud friendly', ko: '클라우드 친화' },
  3: { en: 'cloud native', ko: '클라우드 네이티브' },
};

/** A condition of a level: no open finding of some rules, or something that has to be there. */
export interface Gate {
  readonly id: string;
  readonly level: Exclude<Level, 0>;
  readonly text: Localized;
  /** Open findings of these rules, of this severity or above, fail it; `but` names those that do not. */
  readonly rules?: { readonly ids: RegExp; readonly least: Severity; readonly but?: (finding: Finding) => boolean };
  /** What has to be there; unknown signs leave the gate open. */
  readonly sign?: SignId;
}

/** A credential that a manifest holds is outside of the program, though not yet where it should be. */
function isOfManifest({ rule, say }: Finding): boolean {
  return rule === 'config/hard-coded-credential' && say === 'manifest';
}

/** Every condition of every level. All of a level and of those below have to hold. */
export const gates: readonly Gate[] = [
  { id: 'containable', level: 1, text: { en: 'runs in a Linux container', ko: 'Linux 컨테이너에서 실행 가능' }, rules: { ids: /^platform\/(?:windows-only|native-library)$/, least: 'warning' }, sign: 'code' },
  { id: 'build', level: 1, text: { en: 'reproducible build', ko: '재현 가능한 빌드' }, sign: 'build' },
  { id: 'configuration', level: 1, text: { en: 'configuration and secrets outside of the program', ko: '설정과 시크릿을 프로그램 밖에서 관리' }, rules: { ids: /^(?:config\/(?:hard-coded-credential|hard-coded-host)|storage\/hard-coded-path|image\/secret-in-image)$/, least: 'warning', but: isOfManifest }, sign: 'code' },
  { id: 'logs', level: 1, text: { en: 'logs go to standard output', ko: '표준 출력으로 로그 전송' }, rules: { ids: /^storage\/log-file$/, least: 'warning' }, sign: 'code' },
  { id: 'port', level: 1, text: { en: 'the port is configuration', ko: '포트를 설정으로 변경 가능' }, rules: { ids: /^config\/hard-coded-port$/, least: 'info' }, sign: 'code' },
  { id: 'health', level: 1, text: { en: 'something to ask for its health', ko: '상태 확인 엔드포인트 제공' }, rules: { ids: /^lifecycle\/no-health-endpoint$/, least: 'warning' }, sign: 'code' },

  { id: 'image', level: 2, text: { en: 'container image', ko: '컨테이너 이미지' }, rules: { ids: /^image\/missing-dockerfile$/, least: 'warning' }, sign: 'image' },
  { id: 'manifests', level: 2, text: { en: 'manifests for the platform', ko: '플랫폼 매니페스트' }, sign: 'workloads' },
  { id: 'replicas', level: 2, text: { en: 'no open error that a second replica would bring out', ko: '레플리카를 늘리면 드러나는 오류 없음' }, rules: { ids: /^(?:state|storage|work|network)\//, least: 'error' }, sign: 'code' },
  { id: 'shutdown', level: 2, text: { en: 'graceful shutdown', ko: '정상 종료(graceful shutdown)' }, rules: { ids: /^lifecycle\/no-graceful-shutdown$/, least: 'warning' }, sign: 'code' },
  { id: 'requests', level: 2, text: { en: 'pods request what they need', ko: '파드의 리소스 요청량 설정' }, rules: { ids: /^(?:deploy\/missing-resources|autoscale\/missing-request)$/, least: 'warning' }, sign: 'workloads' },

  { id: 'pipeline', level: 3, text: { en: 'pipeline to production', ko: '운영 환경까지 이어지는 파이프라인' }, sign: 'release' },
  { id: 'autoscaling', level: 3, text: { en: 'autoscaling with disruption budgets and spread', ko: '중단 예산과 분산 배치를 갖춘 오토스케일링' }, rules: { ids: /^(?:autoscale\/|deploy\/(?:missing-disruption-budget|blocking-disruption-budget|no-spread)$)/, least: 'info' }, sign: 'autoscaler' },
  { id: 'telemetry', level: 3, text: { en: 'metrics, logs and traces leave the program', ko: '메트릭·로그·트레이스 수집' }, sign: 'telemetry' },
  { id: 'services', level: 3, text: { en: 'services that own their data and deploy alone, or a cut that could make them', ko: '데이터를 소유하고 독립적으로 배포하는 서비스, 또는 그렇게 나눌 수 있는 구조' }, sign: 'services' },
];
