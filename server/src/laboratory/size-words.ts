import type { Goal } from '../autoscaling/sizing/goal.js';
import type { Confidence, Derivation, Sized } from '../autoscaling/sizing/size.js';
import type { GoalAnswer } from '../autoscaling/sizing/solve.js';
import type { Localized } from '../contract/words.js';

/** How each number came about; the texts become comments of the manifest. */
export const derivationWords: Readonly<Record<Derivation['what'], Localized>> = {
  request: { en: '{request} m: what one pod used in the test, {cpu} m / {pods} pods, rounded up to 10 m.', ko: '{request}m: 테스트에서 파드 하나가 쓴 CPU입니다. {cpu}m / 파드 {pods}개, 10m 단위로 올림' },
  assumedRequest: { en: '{request} m are assumed: name the CPU that the pods of the test used, or what they request.', ko: '{request}m은 가정한 값입니다. 테스트에서 파드가 쓴 CPU나 요청량을 지정하면 정확해집니다.' },
  cost: { en: 'A request takes {cost} ms of CPU: {cpu} m used / {throughput} requests per second (utilization law).', ko: '요청 하나에 CPU {cost} ms가 듭니다. 사용량 {cpu}m / 초당 요청 {throughput}건(이용률 법칙)' },
  assumedCost: { en: 'A request takes {cost} ms of CPU if the {pods} pods of the test were busy: {cpu} m / {throughput} requests per second. Measure the CPU to be sure.', ko: '테스트에 쓰인 파드 {pods}개가 CPU를 모두 썼다고 보면 요청 하나에 CPU {cost} ms가 듭니다. {cpu}m / 초당 요청 {throughput}건. 정확한 값을 얻으려면 CPU 사용량을 측정해 지정하세요.' },
  reaction: { en: 'A new pod serves {reaction} s after the load grows: {sampling} s metrics + {sync} s sync + {startUp} s start-up.', ko: '부하가 늘어난 뒤 새 파드가 요청을 받기까지 {reaction}초가 걸립니다. 메트릭 {sampling}초 + 동기화 {sync}초 + 시작 {startUp}초' },
  target: { en: '{target} %: while the load grows by {growth} % a second for {reaction} s, no pod exceeds {fullest} % ({fullest} % / (1 + growth × time)).', ko: '{target}%: 부하가 {reaction}초 동안 초당 {growth}%씩 늘어도 파드가 {fullest}%를 넘지 않습니다({fullest}% / (1 + 증가율 × 시간)).' },
  capacity: { en: 'At the target a pod answers {capacity} requests per second: {request} m × {target} % / {cost} ms.', ko: '목표 사용률에서 파드 하나는 초당 요청 {capacity}건을 처리합니다. {request}m × {target}% / {cost} ms' },
  minimum: { en: '{usual} requests per second on a usual day / {capacity} = {needed} pods, 2 at the least.', ko: '평소 초당 요청 {usual}건 / {capacity} = 파드 {needed}개(최소 2개)' },
  maximum: { en: '{peak} requests per second at the peak + {headroom} % / {capacity} = {wanted} pods.', ko: '피크 때 초당 요청 {peak}건 + {headroom}% / {capacity} = 파드 {wanted}개' },
  connections: { en: 'The database takes {database} connections, a pod opens {pool}: {fit} pods at the most.', ko: '데이터베이스 연결 {database}개 / 파드당 연결 {pool}개 = 최대 파드 {fit}개' },
  scalability: { en: 'Universal scalability law over the tests: one pod {gamma} requests per second, σ = {sigma}, κ = {kappa}.', ko: '여러 테스트에 보편 확장성 법칙(USL)을 적용한 결과: 파드 하나가 초당 {gamma}건, σ = {sigma}, κ = {kappa}' },
};

export const warningWords: Readonly<Record<Sized['warnings'][number]['what'], Localized>> = {
  errors: { en: '{errors} of {requests} requests of the test failed: what it measured is not what users need', ko: '테스트 요청 {requests}건 중 {errors}건이 실패했습니다. 측정값이 실제 필요한 용량과 다를 수 있습니다' },
  request: { en: 'pods request {request} m of CPU, but one of the test used {fitting} m: a request near that makes per cent of it mean something', ko: '파드의 CPU 요청량은 {request}m이지만 테스트에서 파드 하나가 쓴 CPU는 {fitting}m입니다. 요청량을 실제 사용량에 가깝게 맞추세요' },
  outrun: { en: 'a load that grows by {growth} % a second outruns pods that need {reaction} s: scale on a schedule before the peak, or start faster', ko: '부하가 초당 {growth}%씩 늘면 시작에 {reaction}초가 걸리는 파드가 따라가지 못합니다. 피크 전에 예약해 늘리거나 시작 시간을 줄이세요' },
  connections: { en: 'the peak needs {wanted} pods, but the database has connections for {fit}: make the pools smaller or put a pooler in between', ko: '피크에는 파드 {wanted}개가 필요하지만 데이터베이스 연결은 {fit}개분뿐입니다. 연결 풀을 줄이거나 중간에 풀러를 두세요' },
  steady: { en: '{max} pods are enough for the peak as well: a fixed number of replicas does the same', ko: '파드 {max}개로 피크까지 감당할 수 있으므로 레플리카 수를 고정해도 결과가 같습니다' },
  sharedState: { en: 'beyond {useful} pods the tests answer less, not more (κ = {kappa}): the pods share something; find it with monolift scan', ko: '테스트 결과 파드가 {useful}개를 넘으면 처리량이 오히려 줄어듭니다(κ = {kappa}). 파드가 무언가를 공유하고 있으니 monolift scan으로 찾아보세요' },
};

export const confidenceWords: Readonly<Record<Confidence, Localized>> = {
  high: { en: 'Confidence: high (CPU measured, three numbers of pods or more).', ko: '신뢰도: 높음(CPU 측정, 서로 다른 파드 수로 세 번 이상 테스트)' },
  medium: { en: 'Confidence: medium (CPU measured, but how pods share the work was not).', ko: '신뢰도: 보통(CPU는 측정했지만 파드 수를 바꿔 가며 테스트하지 않음)' },
  low: { en: 'Confidence: low (the CPU of a request is a guess).', ko: '신뢰도: 낮음(요청당 CPU는 추정값)' },
};

/** What a goal is of, within a sentence. */
export const measureWords: Readonly<Record<Goal['of'], Localized>> = {
  p95: { en: 'p95', ko: 'p95 응답 시간' },
  mean: { en: 'mean response time', ko: '평균 응답 시간' },
};

/** What a goal made of the target; the texts become comments of the manifest. */
export const goalWords: Readonly<Record<GoalAnswer['decides'], Localized>> = {
  reaction: { en: 'The reaction decides: with it the goal of {measure} ≤ {goal} ms holds, {reached} ms on the simulated way to the peak.', ko: '반응 시간으로 정해진 값입니다. 피크까지 시뮬레이션한 {measure}은 {reached} ms로 목표({goal} ms 이내)를 지킵니다.' },
  goal: { en: '{target} %: the goal of {measure} ≤ {goal} ms decides. On the simulated way to the peak it takes {before} ms at {allowed} %, {reached} ms at {target} %.', ko: '{target}%: {measure} {goal} ms 이내라는 목표에 맞춘 값입니다. 피크까지 시뮬레이션하면 {allowed}%에서는 {before} ms, {target}%에서는 {reached} ms입니다.' },
  nothing: { en: '{target} %: no target holds the goal of {measure} ≤ {goal} ms; this one comes closest with {reached} ms. A request takes {alone} ms on average in an idle pod.', ko: '{target}%: {measure} {goal} ms 이내라는 목표를 지킬 수 있는 값이 없어 가장 가까운 값({reached} ms)을 골랐습니다. 유휴 상태의 파드에서도 요청 하나에 평균 {alone} ms가 걸립니다.' },
};
