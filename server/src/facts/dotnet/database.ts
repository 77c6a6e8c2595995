import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { calledName, callName, span } from '../../syntax/csharp/ask.js';
import type { Evidence } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Entity Framework is given a database on a server, whatever else it may use. */
    'dotnet.server-database': Evidence;
    /** Requests are told apart by bearer tokens. */
    'dotnet.bearer': Evidence;
  }
}

/** `dotnet.server-database` and `dotnet.bearer`: see the kinds. */
export const dotnetDatabaseFacts: FactExtractor = {
  kinds: ['dotnet.server-database', 'dotnet.bearer'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [[/\.\s*Use(?:SqlServer|Npgsql|MySql|MySQL|Oracle|Cosmos|MongoDB)\s*\(/], ['AddJwtBearer']],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          const name = callName(call);
          if (at && /^Use(?:SqlServer|Npgsql|MySql|MySQL|Oracle|Cosmos|MongoDB)$/.test(name)) cx.emit('dotnet.server-database', span(at), { via: `${name}()` });
          if (at && name === 'AddJwtBearer') cx.emit('dotnet.bearer', span(at), { via: 'AddJwtBearer()' });
        },
      },
    }),
  ],
};
