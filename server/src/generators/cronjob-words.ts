import type { Localized } from '../contract/words.js';

/** Comments at the head of a generated CronJob: what it does, why, and what is left to a person. */
export const comments = {
  head: { en: 'Runs {job} once per schedule in a pod of its own. In the code the clock was: {source}. Written by Monolift.', ko: '일정마다 별도 파드에서 {job}을(를) 한 번 실행합니다. 코드에 있던 일정: {source}. Monolift가 생성했습니다.' },
  nearest: { en: 'No cron schedule has exactly that interval; this is the nearest, {seconds} seconds apart.', ko: '이 간격을 정확히 나타내는 cron 일정이 없어 가장 가까운 {seconds}초 간격으로 옮겼습니다.' },
  second: { en: 'Cron schedules of Kubernetes have no seconds: it starts at the full minute, not at second {second}.', ko: 'Kubernetes cron에는 초가 없으므로 {second}초가 아니라 해당 분의 0초에 시작합니다.' },
  zone: { en: 'TODO: add spec.timeZone. The application took the zone of its process; Kubernetes takes that of its control plane, mostly UTC.', ko: 'TODO: spec.timeZone을 추가하세요. 애플리케이션은 프로세스의 시간대를 썼지만 Kubernetes는 컨트롤 플레인의 시간대(대개 UTC)를 씁니다.' },
  retry: { en: 'A failed run is not repeated by itself (backoffLimit 0): what it did before it failed would be done again.', ko: '실패한 실행을 자동으로 반복하지 않습니다(backoffLimit 0). 실패하기 전에 처리한 작업이 다시 실행될 수 있기 때문입니다.' },
  companions: { en: 'TODO: other work that the application starts by its own clock also starts in this pod; move or lock it as well.', ko: 'TODO: 애플리케이션이 자체 시계로 시작하는 다른 작업도 이 파드에서 시작됩니다. 함께 옮기거나 잠금을 적용하세요.' },
  image: { en: 'TODO: the image. No manifest of this workspace runs this application, so its image is not known; add the settings it needs as well.', ko: 'TODO: 이미지를 지정하세요. 작업 영역에 이 애플리케이션을 실행하는 매니페스트가 없어 이미지를 알 수 없습니다. 필요한 설정도 함께 추가하세요.' },
  secret: { en: 'TODO: {names}: put into a Secret and refer to it; values that may be secret are not copied from the workload.', ko: 'TODO: {names}: Secret에 넣고 참조하세요. 비밀일 수 있는 값은 워크로드에서 복사하지 않습니다.' },
  volumes: { en: 'TODO: {names}: not mounted here, because a claim that only one node may use would keep the job waiting.', ko: 'TODO: {names}: 한 노드에서만 쓸 수 있는 클레임 때문에 작업이 시작되지 못할 수 있어 여기서는 마운트하지 않았습니다.' },
  resources: { en: 'TODO: add resources.requests; the workload states none.', ko: 'TODO: resources.requests를 추가하세요. 기존 워크로드에 값이 없습니다.' },
} as const satisfies Readonly<Record<string, Localized>>;
