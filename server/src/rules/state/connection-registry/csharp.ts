import type { FactKind } from '../../../contract/workspace.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { keptCheck } from '../../../facts/dotnet/kept.js';
import { calledName, callName, enclosing, span } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { backplanes } from '../../../facts/dotnet/backplane.js';

/** Evidence that carries messages of SignalR to every replica. */
export const backplane: FactKind = 'dotnet.backplane';

/** SignalR without a backplane in the statement that adds it; another statement may name one. */
export const csharpSignalR = ruleMatcher({
  language: 'csharp', needles: [[/\b(?:AddSignalR|MapSignalR|RunSignalR|AddServerSideBlazor|AddInteractiveServerComponents)\s*\(/]],
  on: {
    invocation_expression(call, cx) {
      const name = callName(call);
      const at = calledName(call);
      if (!at || choice(call).kind === 'development') return;
      const whole = (enclosing(call, 'expression_statement', 'local_declaration_statement') ?? call).text;
      if (/^(?:AddSignalR|MapSignalR|RunSignalR)$/.test(name) && !backplanes.test(whole)) cx.report({ at: span(at), say: 'signalr', args: { call: `${name}()` }, cause: 'signalr', data: { types: [], call: name } });
      if (/^(?:AddServerSideBlazor|AddInteractiveServerComponents)$/.test(name) && !/AddAzureSignalR/.test(whole)) cx.report({ at: span(at), say: 'circuit', args: { call: `${name}()` }, severity: 'warning', cause: 'circuit', data: { types: [] } });
    },
  },
});

/** Sockets and connection ids that C# keeps in memory; where the class sends nothing itself, what they are for stands elsewhere. */
export const csharpRegistry = keptCheck(['connections'], ({ type, field, life, proven }) => ({ say: 'socket', args: { field, type }, severity: proven && (life === 'static' || life === 'hosted') ? 'error' : 'warning', confidence: 'medium', data: { types: [type] } }));
