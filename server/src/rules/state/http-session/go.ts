import type { Localized } from '../../../contract/words.js';
import type { Json } from '../../../base/json.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { goPlannedFix } from '../../../generators/go-plan.js';
import { calleeOf, importOf, isAside, isGenerated, stringValue, type GoNode } from '../../../syntax/go/ask.js';
import { choiceAround } from '../../../syntax/go/choice.js';
import { indentOf, planGo, statementAround } from '../../../syntax/go/plan.js';
import { field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** What is said of session stores of Go libraries. */
export const goMessages: Readonly<Record<string, Localized>> = {
  goStore: {
    en: '{library} keeps sessions in this pod alone: with two replicas users are logged out whenever a request reaches the other one, and a restart ends every session.',
    ko: '{library}이(가) 세션을 이 파드에만 저장합니다. 레플리카가 둘이면 다른 레플리카가 요청을 받을 때마다 로그인이 풀리고, 재시작하면 모든 세션이 사라집니다.',
  },
  goStoreUnless: {
    en: 'Unless `{setting}` is set, {library} keeps sessions in this pod alone: with two replicas users are logged out whenever a request reaches the other one, and a restart ends every session.',
    ko: '`{setting}` 값을 지정하지 않으면 {library} 설정에 따라 세션을 이 파드에만 저장합니다. 레플리카가 둘이면 다른 레플리카가 요청을 받을 때마다 로그인이 풀리고, 재시작하면 모든 세션이 사라집니다.',
  },
  goStoreWhere: {
    en: 'Where `{setting}` asks for it, {library} keeps sessions in this pod alone: with two replicas users are logged out whenever a request reaches the other one, and a restart ends every session.',
    ko: '`{setting}` 값에 따라 {library} 설정을 쓰면 세션을 이 파드에만 저장합니다. 레플리카가 둘이면 다른 레플리카가 요청을 받을 때마다 로그인이 풀리고, 재시작하면 모든 세션이 사라집니다.',
  },
};

/** Beego's `web.BConfig.WebConfig.Session.SessionProvider = "file"`; the other branch may put a shared one in its place. */
function beego(statement: GoNode, cx: RuleFileContext): void {
  const [left] = named(field(statement, 'left'));
  const provider = stringValue(named(field(statement, 'right'))[0]);
  const token = left?.type === 'selector_expression' ? field(left, 'field') : undefined;
  if (!token || token.text !== 'SessionProvider' || !/\bSession\.SessionProvider$/.test(left?.text ?? '') || !/^(?:memory|file)$/.test(provider ?? '') || isGenerated(cx) || isAside(cx, statement)) return;
  const choice = choiceAround(statement);
  const library = `SessionProvider = "${provider ?? ''}"`;
  if (choice) cx.report({ at: span(token), say: choice.when === 'unless' ? 'goStoreUnless' : 'goStoreWhere', args: { library, setting: choice.setting }, severity: 'warning', cause: 'go-session', confidence: 'high' });
  else cx.report({ at: span(token), say: 'goStore', args: { library }, cause: 'go-session', confidence: 'high' });
}

/** Session stores in memory or in files; signed cookies travel with the request. */
export const goSession = ruleMatcher({
  language: 'go',
  needles: [['gorilla/sessions', 'NewFilesystemStore'], [/sessions\/memstore|quasoft\/memstore|gorm-sessions/, /memstore\.New/], ['alexedwards/scs'], [/gofiber\/fiber.*middleware\/session/, /session\.New/], [/\/beego\b/, /\.SessionProvider\s*=/]],
  on: {
    assignment_statement: beego,
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      const { path = '', name = '' } = callee ?? {};
      if (!callee || isGenerated(cx)) return;
      const filesystem = path === 'github.com/gorilla/sessions' && name === 'NewFilesystemStore';
      const memory = /\/memstore$/.test(path) && /^New(?:Store|MemStore)?$/.test(name) && !/alexedwards/.test(path);
      const scs = /^github\.com\/alexedwards\/scs(?:\/v\d+)?$/.test(path) && /^New(?:Session)?$/.test(name) && !/\.Store\s*=\s*(?!memstore)/.test(cx.text);
      const fiber = /gofiber\/fiber(?:\/v\d+)?\/middleware\/session$/.test(path) && /^New(?:Store)?$/.test(name) && !/Storage\s*:/.test(cx.text);
      const store = scs ? scsPlan(cx, call) : undefined;
      if (filesystem || memory || scs || fiber) cx.report({ at: span(callee.token), say: 'goStore', args: { library: callee.token.text }, cause: 'go-session', confidence: scs || fiber ? 'medium' : 'high', ...(store === undefined ? {} : { data: { store } }) });
    },
  },
});

/** `manager.Store = goredisstore.New(…)` after the statement that makes the manager. */
function scsPlan(cx: RuleFileContext, call: GoNode): Json | undefined {
  const statement = statementAround(call);
  const [left] = statement && /^(?:short_var_declaration|assignment_statement)$/.test(statement.type) ? named(field(statement, 'left')) : [];
  if (!statement || !left || named(field(statement, 'right'))[0]?.id !== call.id || [importOf(cx, call, 'redis'), importOf(cx, call, 'goredisstore')].some((path) => path !== undefined)) return undefined;
  const added = `\n${indentOf(cx.text, statement)}${left.text}.Store = goredisstore.New(redis.NewClient(&redis.Options{Addr: os.Getenv("REDIS_ADDR")}))`;
  return planGo(call.tree.rootNode, cx.text, [{ start: statement.endIndex, end: statement.endIndex, text: added }], ['github.com/alexedwards/scs/goredisstore', 'github.com/redis/go-redis/v9', 'os']);
}

/** Sessions of scs move to Redis. */
export const goRedisSession = goPlannedFix({
  key: 'scs-redis', data: 'store', requires: { 'github.com/alexedwards/scs/goredisstore': 'v0.0.0-20250212122300-421ef1d8611c', 'github.com/redis/go-redis/v9': 'v9.7.0' },
  title: { en: 'Keep the sessions in Redis (then run go mod tidy)', ko: '세션을 Redis에 저장하기(적용 후 go mod tidy 실행)' },
});
