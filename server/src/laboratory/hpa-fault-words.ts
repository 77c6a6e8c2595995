import type { Localized } from '../contract/words.js';

/** Why the API server refuses a field of a HorizontalPodAutoscaler; each is said of one place, without a full stop. */
export const hpaFaultWords = {
  missing: { en: 'this field is required', ko: '필수 필드인데 값이 없습니다' },
  noMap: { en: 'fields are expected here, not {value}', ko: '하위 필드로 이루어진 값이어야 합니다(현재 값: {value})' },
  noList: { en: 'a list is expected here, not {value}', ko: '목록이어야 합니다(현재 값: {value})' },
  noText: { en: 'a text is expected here, not {value}', ko: '문자열이어야 합니다(현재 값: {value})' },
  noInteger: { en: 'must be a whole number, not {value}', ko: '정수여야 합니다(현재 값: {value})' },
  tooSmall: { en: 'must be at least {least}, not {value}', ko: '{least} 이상이어야 합니다(현재 값: {value})' },
  tooLarge: { en: 'must be at most {most}, not {value}', ko: '{most} 이하여야 합니다(현재 값: {value})' },
  belowMinimum: { en: 'must not be less than minReplicas ({least}), but is {value}', ko: 'minReplicas({least})보다 작을 수 없습니다(현재 값: {value})' },
  toZero: {
    en: 'minReplicas 0 needs at least one metric of type Object or External, because pods that do not run cannot be measured',
    ko: 'minReplicas가 0이면 Object 또는 External 메트릭이 하나 이상 있어야 합니다. 실행 중인 파드가 없으면 다른 메트릭은 측정할 수 없습니다',
  },
  noneOf: { en: '{value} is not supported; supported are {allowed}', ko: '{value}은(는) 지원하지 않는 값입니다. 지원하는 값: {allowed}' },
  noSource: { en: 'a metric of type {type} is described in this field, which is missing', ko: '{type} 유형의 메트릭은 이 필드에 기술해야 하는데 필드가 없습니다' },
  otherSource: { en: 'a metric of type {type} may not have this field too; make it a metric of its own', ko: '{type} 유형의 메트릭에는 이 필드를 함께 쓸 수 없습니다. 별도의 메트릭으로 나누어 작성하세요' },
  noUtilization: { en: 'set a target: averageUtilization (per cent of the request) or averageValue', ko: '목표로 averageUtilization(요청량 대비 %) 또는 averageValue를 지정해야 합니다' },
  utilizationAndValue: { en: 'averageUtilization and averageValue may not both be set', ko: 'averageUtilization과 averageValue는 함께 지정할 수 없습니다' },
  noAverage: { en: 'a metric of type Pods needs averageValue as its target', ko: 'Pods 유형의 메트릭은 목표로 averageValue를 지정해야 합니다' },
  noValue: { en: 'set a target: value (in all) or averageValue (per pod)', ko: '목표로 value(전체 값) 또는 averageValue(파드당 값)를 지정해야 합니다' },
  bothValues: { en: 'value and averageValue may not both be set', ko: 'value와 averageValue는 함께 지정할 수 없습니다' },
  noQuantity: { en: '{value} is not a quantity such as 500m, 10 or 1Gi', ko: '{value}은(는) 500m, 10, 1Gi와 같은 수량 형식이 아닙니다' },
  notPositive: { en: 'must be more than 0, not {value}', ko: '0보다 커야 합니다(현재 값: {value})' },
  negative: { en: 'must not be negative, but is {value}', ko: '음수일 수 없습니다(현재 값: {value})' },
  noSegment: { en: 'the name {value} may not be "." or ".." and may not contain "/" or "%"', ko: '{value}은(는) 쓸 수 없는 이름입니다. "."이나 ".."일 수 없고 "/"와 "%"를 포함할 수 없습니다' },
  noVersion: { en: '{value} is not a version such as v1 or a group and version such as apps/v1', ko: '{value}은(는) v1이나 apps/v1과 같은 버전 형식이 아닙니다' },
  noGroup: { en: '{value} has no API group; the target {kind} needs one, as in apps/v1', ko: '{value}에 API 그룹이 없습니다. 대상이 {kind}이면 apps/v1처럼 그룹까지 적어야 합니다' },
  noContainer: {
    en: '{value} cannot be the name of a container: at most 63 lowercase letters, digits and "-", with a letter or digit at both ends',
    ko: '{value}은(는) 컨테이너 이름으로 쓸 수 없습니다. 영문 소문자, 숫자, "-"로 63자 이하여야 하며 영문 소문자나 숫자로 시작하고 끝나야 합니다',
  },
  noResource: {
    en: '{value} is not a resource of containers: cpu, memory, ephemeral-storage, hugepages-SIZE, or a name with a domain such as nvidia.com/gpu',
    ko: '{value}은(는) 컨테이너의 리소스가 아닙니다. cpu, memory, ephemeral-storage, hugepages-크기 또는 nvidia.com/gpu처럼 도메인이 붙은 이름이어야 합니다',
  },
  noPolicies: { en: 'at least one policy is needed; leave the field out to have the defaults', ko: '정책이 하나 이상 있어야 합니다. 기본값을 쓰려면 이 필드를 생략하세요' },
} satisfies Record<string, Localized>;
