import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { calleeOf } from '../../syntax/go/ask.js';
import { below, field, named, span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A store outside of the process that Go code puts behind its sessions. */
    'go.session-store': { readonly via: string };
  }
}

const stores = /alexedwards\/scs\/(?!mem)\w*store$|gofiber\/storage\/(?!memory)/;

/** `manager.Store = redisstore.New(pool)`, `session.New(session.Config{Storage: redis.New()})`: see the kind. */
export const goSessionFacts: FactExtractor = {
  kinds: ['go.session-store'],
  matchers: [factMatcher({
    language: 'go',
    needles: [['alexedwards/scs/', /\.Store\s*=/], ['gofiber/storage', /\bStorage\s*:/]],
    on: {
      assignment_statement(statement, cx) {
        const [left] = named(field(statement, 'left'));
        const made = below(field(statement, 'right'), 'call_expression')[0];
        const callee = made && calleeOf(cx, made);
        if (callee?.path !== undefined && left?.type === 'selector_expression' && field(left, 'field')?.text === 'Store' && stores.test(callee.path)) cx.emit('go.session-store', span(callee.token), { via: callee.token.text });
      },
      keyed_element(element, cx) {
        const made = named(element)[0]?.text === 'Storage' ? below(named(element)[1], 'call_expression')[0] : undefined;
        const callee = made && calleeOf(cx, made);
        if (callee?.path !== undefined && stores.test(callee.path)) cx.emit('go.session-store', span(callee.token), { via: callee.token.text });
      },
    },
  })],
};
