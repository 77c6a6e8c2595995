import type { Localized } from '../../../contract/words.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { calleeOf, isGenerated } from '../../../syntax/go/ask.js';
import { span } from '../../../syntax/tree-sitter/nodes.js';

/** What is said of session stores of Go libraries. */
export const goMessages: Readonly<Record<string, Localized>> = {
  goStore: {
    en: '{library} keeps sessions in this pod alone: with two replicas users are logged out whenever a request reaches the other one, and a restart ends every session.',
    ko: '{library}이(가) 세션을 이 파드에만 저장합니다. 레플리카가 둘이면 다른 레플리카가 요청을 받을 때마다 로그인이 풀리고, 재시작하면 모든 세션이 사라집니다.',
  },
};

/** Session stores in memory or in files; signed cookies travel with the request. */
export const goSession = ruleMatcher({
  language: 'go',
  needles: [['gorilla/sessions', 'NewFilesystemStore'], [/sessions\/memstore|quasoft\/memstore|gorm-sessions/, /memstore\.New/], ['alexedwards/scs'], [/gofiber\/fiber.*middleware\/session/, /session\.New/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      const { path = '', name = '' } = callee ?? {};
      if (!callee || isGenerated(cx)) return;
      const filesystem = path === 'github.com/gorilla/sessions' && name === 'NewFilesystemStore';
      const memory = /\/memstore$/.test(path) && /^New(?:Store|MemStore)?$/.test(name) && !/alexedwards/.test(path);
      const scs = /^github\.com\/alexedwards\/scs(?:\/v\d+)?$/.test(path) && /^New(?:Session)?$/.test(name) && !/\.Store\s*=\s*(?!memstore)/.test(cx.text);
      const fiber = /gofiber\/fiber(?:\/v\d+)?\/middleware\/session$/.test(path) && /^New(?:Store)?$/.test(name) && !/Storage\s*:/.test(cx.text);
      if (filesystem || memory || scs || fiber) cx.report({ at: span(callee.token), say: 'goStore', args: { library: callee.token.text }, cause: 'go-session', confidence: scs || fiber ? 'medium' : 'high' });
    },
  },
});
