import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { callName, calledName, callTypeArguments, span, type CsNode } from '../../syntax/csharp/ask.js';
import { choice } from '../../syntax/csharp/branches.js';
import { calledWrite, indexedWrite, sessionNeedles, type SessionWrite } from '../../syntax/csharp/session.js';
import { connectionEndpoint } from '../../syntax/connection-string.js';
import { attribute, child, rootOf } from '../../syntax/xml/ask.js';
import type { XmlElement } from '../../contract/nodes.js';
import { sometimes } from '../evidence.js';
import type {} from '../session/attribute.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Where a web.config keeps sessions when that is this process or one state server; `host` is that server's. */
    'dotnet.session-state': { readonly mode: 'InProc' | 'StateServer'; readonly host: string; /** Name of a connection string to a SQL Server in the same file. */ readonly sql?: string };
    /** A distributed cache that replicas share is registered: `covers` is `sometimes` where a setting selects it. */
    'dotnet.distributed-cache': { readonly via: string; readonly covers?: string };
  }
}

/** Methods that register a distributed cache outside the process, which sessions are then kept in. */
const distributed = /^Add(?:StackExchangeRedis|DistributedRedis|DistributedSqlServer|DistributedPostgre\w*|Cosmos|NCacheDistributed|RedisDistributed|AzureRedis|MongoDb|Couchbase\w*|Memcached|Enyim\w*|MySqlDistributed|DistributedMySql\w*|Oracle\w*)Cache$/;
const memory = /Memory/;

function registered(call: CsNode): string | undefined {
  const name = callName(call);
  if (distributed.test(name) || name === 'AddEnyimMemcached') return name;
  const [service, implementation = ''] = callTypeArguments(call);
  return /^(?:Try)?Add(?:Singleton|Scoped|Transient)$/.test(name) && service === 'IDistributedCache' && implementation !== '' && !memory.test(implementation) ? implementation : undefined;
}

function write(cx: FactFileContext, found: SessionWrite | undefined): void {
  if (found?.name !== undefined && found.name !== '') cx.emit('session.attribute', span(found.at), { name: found.name, by: 'code' });
}

/** Name of the first connection string that leads to a SQL Server. */
function serverIn(root: XmlElement): string | undefined {
  const found = child(root, 'connectionStrings')?.children.find((each) => {
    const value = attribute(each, 'connectionString')?.value ?? '';
    return /SqlClient/i.test(attribute(each, 'providerName')?.value ?? '') && connectionEndpoint(value) !== undefined;
  });
  return found && attribute(found, 'name')?.value;
}

function state(element: XmlElement, cx: FactFileContext): void {
  if (element.parent?.local !== 'system.web') return;
  const mode = attribute(element, 'mode');
  const value = mode?.value ?? 'InProc';
  const at = mode?.valueSpan ?? element.nameSpan;
  const sql = serverIn(rootOf(element));
  const known = sql === undefined ? {} : { sql };
  if (/^inproc$/i.test(value)) return cx.emit('dotnet.session-state', at, { mode: 'InProc', host: '', ...known });
  if (/^stateserver$/i.test(value)) return cx.emit('dotnet.session-state', at, { mode: 'StateServer', host: /^tcpip=([^:]+)/i.exec(attribute(element, 'stateConnectionString')?.value ?? 'tcpip=127.0.0.1')?.[1] ?? '', ...known });
  if (/^sqlserver$/i.test(value)) return cx.emit('session.external-store', at, { via: 'sessionState mode="SQLServer"' });
  const chosen = attribute(element, 'customProvider')?.value;
  const provider = child(element, 'providers')?.children.find((each) => attribute(each, 'name')?.value === chosen);
  const type = (provider && attribute(provider, 'type')?.value) ?? '';
  if (!/^custom$/i.test(value) || type === '') return;
  if (/InProc/i.test(type)) cx.emit('dotnet.session-state', at, { mode: 'InProc', host: '' });
  else cx.emit('session.external-store', at, { via: type.split(',')[0] ?? type });
}

/** Sessions of ASP.NET: who writes them, and where they are kept. */
export const dotnetSessionFacts: FactExtractor = {
  kinds: ['session.attribute', 'session.external-store', 'dotnet.session-state', 'dotnet.distributed-cache'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: sessionNeedles,
      on: {
        assignment_expression: (node, cx) => write(cx, indexedWrite(cx, node)),
        invocation_expression: (node, cx) => write(cx, calledWrite(cx, node)),
      },
    }),
    factMatcher({
      language: 'csharp', needles: [[/\bAdd\w+Cache\s*\(/], ['IDistributedCache', /\bAdd(?:Singleton|Scoped|Transient)</], ['AddEnyimMemcached']],
      on: {
        invocation_expression(call, cx) {
          const via = registered(call);
          const at = calledName(call);
          const chosen = choice(call);
          if (via === undefined || !at || chosen.kind === 'development') return;
          const value = { via, ...(chosen.kind === 'setting' ? { covers: sometimes } : {}) };
          cx.emit('dotnet.distributed-cache', span(at), value);
          cx.emit('session.external-store', span(at), value);
        },
      },
    }),
    factMatcher({ language: 'xml', files: ['**/[Ww]eb.[Cc]onfig'], needles: [['sessionState']], on: { sessionState: state } }),
  ],
};
