import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { calledName, callName, enclosing, enclosingType, field, nameOf, plain, receiver, span, type CsNode } from '../../syntax/csharp/ask.js';
import { choice } from '../../syntax/csharp/branches.js';
import { attribute } from '../../syntax/xml/ask.js';
import '../cache/kinds.js';

const provider = 'OutputCache';

/** `[OutputCache(Duration = 60)]`; what only the browser keeps, or nobody, is no cache of the server. */
function annotated(node: CsNode, cx: FactFileContext): void {
  const name = field(node, 'name');
  const owner = enclosingType(node);
  if (!name || !owner || !/(?:^|\.)OutputCache(?:Attribute)?$/.test(name.text) || /NoStore\s*=\s*true|Duration\s*=\s*0\b|OutputCacheLocation\.(?:Client|None|Downstream)\b/.test(node.text)) return;
  const method = enclosing(node, 'method_declaration');
  const duration = /\bDuration\s*=\s*(\d+)/.exec(node.text)?.[1];
  cx.emit('cache.local', span(name), {
    family: 'code', place: 'region', provider, name: method ? nameOf(method) : nameOf(owner), owner: nameOf(owner), known: [], holds: 'copy', ...(duration === undefined ? {} : { seconds: Number(duration) }),
  });
}

const seenKey = {};

/** `AddEasyCaching(o => o.UseInMemory("name"))`. */
function registered(call: CsNode, cx: FactFileContext): void {
  const at = calledName(call);
  const around = enclosing(call, 'class_declaration');
  if (!at || callName(call) !== 'UseInMemory' || !/\bAddEasyCaching\s*\(/.test(cx.text) || choice(call).kind !== 'always' || !/^\w+$/.test(plain(receiver(call)))) return;
  cx.once(seenKey, () => cx.emit('cache.local', span(at), { family: 'code', place: 'manager', provider: 'EasyCaching', name: 'UseInMemory()', owner: around ? nameOf(around) : 'Program', known: ['IEasyCachingProvider'], holds: 'copy', open: true }));
}

/** Caches of whole answers of ASP.NET, and EasyCaching's in memory. */
export const dotnetOutputCacheFacts: FactExtractor = {
  kinds: ['cache.local', 'cache.shared'],
  matchers: [
    factMatcher({ language: 'csharp', needles: [[/\[\s*(?:\w+\s*,\s*)*OutputCache\s*\(/]], on: { attribute: annotated } }),
    factMatcher({ language: 'csharp', needles: [['AddEasyCaching', 'UseInMemory']], on: { invocation_expression: registered } }),
    factMatcher({
      language: 'csharp', needles: [['AddFusionCache', /\.\s*(?:Try)?With\w*(?:Backplane|DistributedCache)\w*\s*\(/]],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          // A second level alone leaves the first one of other replicas as it is; a backplane tells them.
          if (at && /^(?:Try)?With\w*Backplane\w*$/.test(callName(call)) && choice(call).kind !== 'development') cx.emit('cache.shared', span(at), { via: `${callName(call)}()`, covers: 'ifusioncache' });
        },
      },
    }),
    factMatcher({
      language: 'csharp', needles: [['AddStackExchangeRedisOutputCache']],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          if (at && callName(call) === 'AddStackExchangeRedisOutputCache' && choice(call).kind === 'always') cx.emit('cache.shared', span(at), { via: 'AddStackExchangeRedisOutputCache()', covers: 'outputcache' });
        },
      },
    }),
    factMatcher({
      language: 'xml', files: ['**/[Ww]eb.[Cc]onfig'], needles: [['outputCache', 'defaultProvider']],
      on: {
        outputCache(element, cx) {
          const chosen = attribute(element, 'defaultProvider');
          if (chosen && chosen.value !== '' && chosen.value !== 'AspNetInternalProvider') cx.emit('cache.shared', chosen.valueSpan, { via: `outputCache defaultProvider="${chosen.value}"`, covers: 'outputcache' });
        },
      },
    }),
  ],
};
