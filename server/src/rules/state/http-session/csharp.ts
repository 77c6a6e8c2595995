import type { ProjectCheck } from '../../../contract/rule.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import type {} from '../../../facts/dotnet/session.js';
import { calledName, callName, receiver, span, plain } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { calledWrite, indexedWrite, sessionNeedles, type SessionWrite } from '../../../syntax/csharp/session.js';
import { purposeOf, severityOfPurpose } from './attributes.js';

function report(cx: RuleFileContext, write: SessionWrite | undefined): void {
  if (!write) return;
  const { name, expression, value } = write;
  // A value that tells when a session began or where it runs is gone with it and missed by nobody.
  const purpose = purposeOf(name ?? expression, value);
  cx.report({
    at: span(write.at), say: name === undefined ? 'dynamic' : purpose === 'user' ? 'attribute' : purpose, severity: severityOfPurpose[purpose],
    args: name === undefined ? { expression: expression.slice(0, 60) } : { attribute: name }, cause: 'session',
    data: name === undefined ? null : { attribute: name },
  });
}

/** Writes to the session of ASP.NET and ASP.NET Core, in code and in pages. */
export const csharpSession = ruleMatcher({
  language: 'csharp', needles: sessionNeedles,
  on: {
    assignment_expression: (node, cx) => report(cx, indexedWrite(cx, node)),
    invocation_expression: (node, cx) => report(cx, calledWrite(cx, node)),
  },
});

/** `AddSession()`: sessions go to the registered distributed cache, which is memory unless another one is. */
export const csharpSessionService = ruleMatcher({
  language: 'csharp', needles: [[/\bAddSession\s*\(/]],
  on: {
    invocation_expression(call, cx) {
      const at = calledName(call);
      if (callName(call) !== 'AddSession' || !at || !/services/i.test(plain(receiver(call))) || choice(call).kind === 'development') return;
      const memory = /\bAddDistributedMemoryCache\s*\(/.test(cx.text);
      cx.report({ at: span(at), say: 'aspnet', args: { setting: memory ? 'AddSession() with AddDistributedMemoryCache()' : 'AddSession()' }, confidence: memory ? 'high' : 'medium', cause: 'session' });
    },
  },
});

/** `<sessionState>` of a web.config. The places that store something are told as errors; where none is seen, this is only a setting to know of. */
export const sessionState: ProjectCheck<'dotnet.session-state'> = {
  subject: 'dotnet.session-state', reads: ['dotnet.session-state', 'session.attribute'],
  check({ value: { mode, host, sql }, file }, { model, report: tell }) {
    const onMachine = /^(?:127\.|localhost$|\.$|$)/i.test(host);
    const severity = model.factsFor('session.attribute', file).length > 0 ? 'warning' : 'info';
    if (mode === 'StateServer' && !onMachine) tell({ say: 'stateServer', args: { host }, severity: 'warning', cause: 'session', data: { mode, sql: sql ?? null } });
    else tell({ say: 'aspnet', args: { setting: mode === 'InProc' ? '<sessionState mode="InProc">' : '<sessionState mode="StateServer">' }, severity, cause: 'session', data: { mode, sql: sql ?? null } });
  },
};
