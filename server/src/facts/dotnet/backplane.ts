import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { calledName, callName, span } from '../../syntax/csharp/ask.js';
import { choice } from '../../syntax/csharp/branches.js';
import type { Evidence } from '../evidence.js';
import { sometimes } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** SignalR's messages go over something that all replicas listen to. */
    'dotnet.backplane': Evidence;
  }
}

/** Calls that give SignalR a backplane, of both generations. */
export const backplanes = /\.\s*(?:AddStackExchangeRedis|AddRedis|AddAzureSignalR|AddNamedAzureSignalR|AddSqlServer|AddNats|AddOrleans|UseStackExchangeRedis|UseRedis|UseSqlServer|UseServiceBus)\s*\(/;
const called = /^(?:AddStackExchangeRedis|AddAzureSignalR|AddNamedAzureSignalR|UseStackExchangeRedis|UseRedis|UseServiceBus)$/;

/** `dotnet.backplane`: see the kind. */
export const dotnetBackplaneFacts: FactExtractor = {
  kinds: ['dotnet.backplane'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [[/\b(?:AddStackExchangeRedis|AddRedis|AddAzureSignalR|AddNamedAzureSignalR|UseStackExchangeRedis|UseRedis|UseServiceBus|UseSqlServer|AddSqlServer)\s*\(/, /SignalR|GlobalHost/i]],
      on: {
        invocation_expression(call, cx) {
          const name = callName(call);
          const at = calledName(call);
          const old = /^(?:UseSqlServer|AddRedis|AddSqlServer)$/.test(name) && /GlobalHost|DependencyResolver|signalR/i.test(call.text);
          const chosen = choice(call);
          if (at && (called.test(name) || old) && chosen.kind !== 'development') cx.emit('dotnet.backplane', span(at), { via: name, ...(chosen.kind === 'setting' ? { covers: sometimes } : {}) });
        },
      },
    }),
  ],
};
