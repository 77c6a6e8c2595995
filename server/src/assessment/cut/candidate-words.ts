import type { Localized } from '../../contract/words.js';
import type { Sharing } from './candidate.js';

/** What is said of candidates. */
export const texts = {
  keeps: {
    api: { en: 'Table {table} moves. Outside it is only read, by {who}: ask the API of the new service there.', ko: '{table} 테이블은 새 서비스로 옮깁니다. 바깥에서 읽기만 하는 곳({who})은 새 서비스의 API로 조회하게 합니다.' },
    replica: { en: 'Table {table} moves. Outside it is only read, by {who}: feed them a read model from events of the new service.', ko: '{table} 테이블은 새 서비스로 옮깁니다. 바깥에서 읽기만 하는 곳({who})에는 새 서비스의 이벤트로 갱신되는 읽기 모델을 둡니다.' },
    event: { en: 'Table {table} moves. Outside it is written by {who}: call the API of the new service there, so that one side alone writes.', ko: '{table} 테이블은 새 서비스로 옮깁니다. 바깥에서 쓰는 곳({who})은 직접 쓰는 대신 새 서비스의 API를 호출하게 하여 한쪽만 쓰도록 합니다.' },
  },
  gives: {
    api: { en: 'Table {table} stays with {keeper}. The new service only reads it, in {who}: ask the API of {keeper}.', ko: '{table} 테이블은 {keeper}에 남깁니다. 새 서비스에서는 읽기만 하므로({who}) {keeper}의 API로 조회합니다.' },
    replica: { en: 'Table {table} stays with {keeper}. The new service reads it in {who}: keep a read model there, fed by events of {keeper}.', ko: '{table} 테이블은 {keeper}에 남깁니다. 새 서비스의 여러 곳에서 읽으므로({who}) {keeper}의 이벤트로 갱신되는 읽기 모델을 둡니다.' },
    event: { en: 'Table {table} stays with {keeper}, yet the new service writes it, in {who}: publish an event through an outbox, and let {keeper} write.', ko: '{table} 테이블은 {keeper}에 남기지만 새 서비스에서도 씁니다({who}). 아웃박스로 이벤트를 발행하고 쓰기는 {keeper}이(가) 맡게 합니다.' },
  } satisfies Record<Sharing, Localized>,
  outbox: {
    en: '{where} changes or reads {moving} together with {staying}: commit {moving} with an outbox record in one local transaction, and let the event bring {staying} up to date.',
    ko: '{where}은(는) {moving}와(과) {staying}을(를) 한 트랜잭션에서 다룹니다. {moving}와(과) 아웃박스 레코드를 하나의 로컬 트랜잭션으로 커밋하고, {staying}은(는) 이벤트로 나중에 맞춥니다.',
  },
  saga: {
    en: '{where} begins outside and touches {moving} together with {staying}: make it a saga that calls the new service and compensates when a later step fails.',
    ko: '{where}은(는) 바깥에서 시작해 {moving}와(과) {staying}을(를) 한 트랜잭션에서 다룹니다. 새 서비스를 호출하고 이후 단계가 실패하면 보상하는 사가(saga)로 바꿉니다.',
  },

  ownTables: { en: 'It has tables of its own that nothing else uses: {tables}.', ko: '다른 곳에서 쓰지 않는 자체 테이블이 있습니다: {tables}.' },
  noWriters: { en: 'No class outside writes its tables.', ko: '바깥에서 이 테이블에 쓰는 클래스가 없습니다.' },
  noTransactions: { en: 'No transaction is cut.', ko: '끊기는 트랜잭션이 없습니다.' },
  fewInbound: { en: 'Little of it is called from outside ({count} in all: {what}).', ko: '바깥에서 호출하는 메서드가 {count}개뿐입니다({what}).' },
  noInbound: { en: 'Nothing outside calls it.', ko: '바깥에서 이 부분을 호출하지 않습니다.' },
  ownPrefix: { en: 'All of its requests, and no others, begin with {prefix}: a gateway can lead them to the new service, and back.', ko: '이 부분의 요청만 {prefix}(으)로 시작하므로, 게이트웨이에서 새 서비스로 돌렸다가 되돌리기 쉽습니다.' },

  writersRemain: { en: 'Its tables are written outside as well ({who}); until all of that calls the API, both databases can differ.', ko: '바깥에서도 이 테이블에 씁니다({who}). 모두 API 호출로 바꾸기 전까지는 두 데이터베이스의 내용이 어긋날 수 있습니다.' },
  transactionsCut: { en: 'Transactions that are cut: {count}. What was all or nothing becomes consistent later.', ko: '트랜잭션 {count}개가 끊깁니다. 한꺼번에 성공하거나 실패하던 작업이 나중에 일관성을 맞추는 작업으로 바뀝니다.' },
  referencesCut: { en: 'References between stored objects that cross the border: {count} ({what}). Keep ids instead, and drop the foreign keys.', ko: '저장 객체 사이의 참조 {count}개가 경계를 넘습니다({what}). 객체 대신 ID를 보관하고 외래 키를 없애야 합니다.' },
  signsIn: { en: 'It signs users in: every session depends on it, so leave sign-in behind or give it to an identity provider first.', ko: '사용자 로그인을 처리하므로 모든 세션이 이 부분에 의존합니다. 로그인은 남겨 두거나 먼저 인증 서비스로 분리합니다.' },
  callsBack: { en: 'It calls {parts} and is called from there as well: their releases stay tied until one direction becomes an event.', ko: '{parts}와(과) 서로 호출합니다. 한쪽 방향을 이벤트로 바꾸기 전까지는 배포가 서로 묶입니다.' },
  callsOut: { en: 'It calls what stays behind ({parts}; methods: {count}): each call becomes a request that can fail or take long.', ko: '남는 부분({parts})의 메서드 {count}개를 호출합니다. 이 호출은 실패하거나 느려질 수 있는 원격 요청이 됩니다.' },
  noPrefix: { en: 'Its requests have no path of their own: the gateway needs a rule for each route (of {count}).', ko: '요청 경로가 다른 부분과 섞여 있어 게이트웨이에 경로 {count}개의 규칙을 하나씩 두어야 합니다.' },
  noRoutes: { en: 'No HTTP route was found that leads into it: it is reached by calls only (methods: {count}).', ko: '이 부분으로 들어오는 HTTP 경로를 찾지 못했습니다. {count}개의 호출로만 사용됩니다.' },

  effort: {
    en: 'classes: {classes} ({lines} lines), tables: {tables}, methods that become an API: {inbound}, methods called outside: {outbound}, shared tables: {shared}, transactions cut: {transactions}, references between stored objects: {references}',
    ko: '클래스 {classes}개({lines}줄), 테이블 {tables}개, API가 되는 메서드 {inbound}개, 바깥으로 호출하는 메서드 {outbound}개, 공유 테이블 {shared}개, 끊기는 트랜잭션 {transactions}개, 저장 객체 사이의 참조 {references}개',
  },

  tooSmall: { en: 'No candidate: too little to split (classes of business that were read: {units}).', ko: '분리 후보가 없습니다. 읽은 업무 클래스가 {units}개뿐이라 나눌 만한 규모가 아닙니다.' },
  noTables: { en: 'No candidate: no table was found in the code (entities, mappers, SQL), so nobody can say who owns which data.', ko: '분리 후보가 없습니다. 코드(엔티티, 매퍼, SQL)에서 테이블을 찾지 못해 데이터의 주인을 알 수 없습니다.' },
  oneKnot: { en: 'No candidate: everything hangs together in one knot; the largest part holds {share} % of the classes.', ko: '분리 후보가 없습니다. 전체가 하나로 얽혀 있으며, 가장 큰 부분이 클래스의 {share}%를 차지합니다.' },
  noneFits: { en: 'No candidate: none of the {parts} parts has data and an entrance of its own.', ko: '분리 후보가 없습니다. {parts}개 부분 가운데 자체 데이터와 진입점을 갖춘 부분이 없습니다.' },

  isTechnical: { en: 'It serves the others (security, framework, common): a pilot must be business that can fail alone.', ko: '다른 부분을 지원하는 기술 영역(보안, 프레임워크, 공통)입니다. 파일럿은 혼자 실패해도 되는 업무여야 합니다.' },
  isEverywhere: { en: 'Most other parts call it ({count} of {parts}): every one of them would wait for it.', ko: '다른 {parts}개 부분 가운데 {count}개가 호출합니다. 분리하면 모두가 이 부분을 기다리게 됩니다.' },
  isMost: { en: 'It holds {share} % of the classes: what would remain is less than what moves.', ko: '클래스의 {share}%를 차지합니다. 남는 것보다 옮기는 것이 더 많습니다.' },
  hasNoTables: { en: 'It keeps no table.', ko: '보유할 테이블이 없습니다.' },
  hasNoEntrance: { en: 'No route and no call leads into it.', ko: '이 부분으로 들어오는 경로나 호출이 없습니다.' },
  isEntangled: { en: '{share} % of its calls cross the border: first it needs to be untangled.', ko: '호출의 {share}%가 경계를 넘습니다. 먼저 얽힌 호출을 정리해야 합니다.' },
  isWrittenOutside: { en: 'Most of its tables are written outside as well ({tables}): first one side alone has to write them.', ko: '보유할 테이블의 대부분을 바깥에서도 씁니다({tables}). 먼저 한쪽만 쓰도록 정리해야 합니다.' },
  isTooLittle: { en: 'It is too little for a service (classes: {units}).', ko: '클래스가 {units}개뿐이라 서비스로 나누기에는 너무 작습니다.' },
} as const;
