import type { Localized } from '../contract/words.js';

/** Comments of the generated file: why each number is what it is. */
export const comments = {
  head: { en: 'Scales {kind} {name} by CPU use. Written by Monolift; adjust what is marked TODO.', ko: '{kind} {name}의 파드 수를 CPU 사용률에 따라 조절합니다. Monolift가 생성했으며, TODO로 표시된 값은 조정이 필요합니다.' },
  blockers: { en: 'Not safe yet: {count} open finding(s) in the code it runs give wrong results or lose data with more than one replica. Fix first:', ko: '아직 안전하지 않습니다. 실행되는 코드에 레플리카가 둘 이상일 때 결과가 틀리거나 데이터가 유실되는 문제가 {count}개 남아 있습니다. 먼저 고칠 것:' },
  more: { en: '… and {count} more', ko: '… 외 {count}개' },
  min: { en: 'Two at least: one may fail or be replaced while the other serves.', ko: '최소 2개: 하나에 장애가 나거나 교체되는 동안 다른 하나가 요청을 처리합니다.' },
  minKept: { en: 'The number of replicas the manifest ran until now stays the floor.', ko: '지금까지 매니페스트에 지정된 레플리카 수를 하한으로 유지합니다.' },
  maxByPool: { en: 'More would exceed the {connections} connections of the database, of which each replica may open {pool}.', ko: '레플리카마다 커넥션을 최대 {pool}개 사용하므로, 이보다 늘리면 데이터베이스가 허용하는 {connections}개를 넘게 됩니다.' },
  max: { en: 'TODO: bound it by what the database and other back ends can take (replicas x connection pool).', ko: 'TODO: 데이터베이스 등 백엔드가 감당할 수 있는 범위(레플리카 수 x 커넥션 풀)로 제한하세요.' },
  target: { en: 'Percent of the CPU request, averaged over the pods; the rest serves the growth until new pods are ready.', ko: 'CPU 요청량 대비 사용률(%)의 파드 평균값입니다. 나머지 여유로 새 파드가 준비될 때까지 늘어나는 부하를 처리합니다.' },
  container: { en: 'Only the container {container} counts: idle sidecars would dilute the average.', ko: '{container} 컨테이너만 측정합니다. 사이드카까지 합산하면 평균 사용률이 희석됩니다.' },
  sidecars: { en: 'The sidecars are part of the average; ContainerResource would need Kubernetes 1.30.', ko: '평균에 사이드카도 포함됩니다. ContainerResource 메트릭은 Kubernetes 1.30 이상에서 사용할 수 있습니다.' },
  up: { en: 'Up at once, but at most doubled (or 4 pods more) a minute: pods that still start up burn CPU and would call for more.', ko: '즉시 확장하되 분당 최대 2배(또는 파드 4개)까지만 늘립니다. 기동 중인 파드가 CPU를 많이 써서 파드가 더 늘어나는 것을 막습니다.' },
  down: { en: 'Down only after 5 quiet minutes, half at most a minute, so that a short lull removes nothing that is needed again.', ko: '부하가 5분간 낮게 유지된 뒤에만 분당 절반까지 줄여, 잠깐의 소강 상태에 다시 필요할 파드를 없애지 않습니다.' },
  request: { en: 'TODO: set to the CPU measured under usual load; the HPA target is a percentage of it', ko: 'TODO: 평상시 부하에서 측정한 CPU 값으로 조정하세요. HPA 목표 사용률의 기준입니다' },
} as const satisfies Record<string, Localized>;

/** What the preview says of the edits. */
export const notes = {
  blocked: { en: 'Fix before this HPA goes live: {count} open finding(s) in the code of {name} ({how}).', ko: '이 HPA를 적용하기 전에 {name} 코드의 문제 {count}개를 먼저 고치세요({how}).' },
  blocker: { en: '{file}:{line} {rule}', ko: '{file}:{line} {rule}' },
  unjoined: { en: 'The code behind {name} was not found, so open findings in it could not be checked.', ko: '{name}의 코드를 찾지 못해, 남아 있는 문제를 확인하지 못했습니다.' },
  request: { en: 'Container {container} had no CPU request: {value} is a placeholder to adjust.', ko: '컨테이너 {container}에 CPU 요청량이 없어 임시 값 {value}을(를) 넣었습니다. 조정하세요.' },
  requestByHand: { en: 'Container {container} has no CPU request and is written in a way that is not edited here: add one by hand.', ko: '컨테이너 {container}에 CPU 요청량이 없지만 자동으로 편집할 수 없는 형식입니다. 직접 추가하세요.' },
  replicas: { en: '`replicas: {count}` is removed because the HPA owns the number. kubectl apply may set it to 1 for a moment when the field disappears: apply the HPA first.', ko: 'HPA가 레플리카 수를 관리하므로 `replicas: {count}`를 제거했습니다. 필드가 사라지는 순간 kubectl apply가 잠시 1로 되돌릴 수 있으니 HPA를 먼저 적용하세요.' },
  companions: { en: 'The replicas of {name} are spread over nodes, and a PodDisruptionBudget keeps a drain from taking them together, where nothing did so yet.', ko: '아직 설정되지 않은 경우에 한해 {name}의 레플리카를 여러 노드에 분산하고, 노드를 드레인할 때 한꺼번에 내려가지 않도록 PodDisruptionBudget을 추가했습니다.' },
  copies: { en: '{name} is also written in {files}: render it again or change it alike.', ko: '{files}에도 {name}이(가) 있습니다. 다시 생성하거나 같은 내용으로 수정하세요.' },
} as const satisfies Record<string, Localized>;
