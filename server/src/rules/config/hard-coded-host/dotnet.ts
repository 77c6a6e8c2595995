import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { appSettings, appsettingsGlobs, environmentOf } from '../../../syntax/appsettings.js';
import { profileKind } from '../../../syntax/config-file.js';
import { connectionEndpoint } from '../../../syntax/connection-string.js';
import { baseTypes, createdType, callName, declarationOf, enclosing, enclosingMember, enclosingType, field, isString, nameOf, plain, receiver, span, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { isPreset } from '../../../syntax/csharp/presets.js';
import { endpointsIn, sameHost, tiesToNetwork, type Endpoint } from '../../../syntax/endpoint.js';
import { attribute } from '../../../syntax/xml/ask.js';
import { variableName } from '../../../syntax/names.js';
import { concernsUnder, isHostName } from './names.js';
import { report } from './report.js';

/** Where the server itself listens, whom it lets in, and what libraries of documentation show. */
const ownKeys = /^(?:Kestrel|urls|AllowedHosts|iisSettings|profiles|Logging|Serilog|Cors)\b|cors|origins?|:Urls?:\d+$/i;

function endpointOf(key: string, value: string): Endpoint | undefined {
  return connectionEndpoint(value) ?? endpointsIn(value, isHostName(key.replaceAll(':', '.'))).find((each) => concernsUnder(key.split(':').filter((part) => !/^\d+$/.test(part)).at(-1) ?? key, each));
}

/** Hosts in appsettings files; the environment overrides them without a change. */
export const appsettingsHost = ruleMatcher({
  language: 'json', files: appsettingsGlobs, needles: 'always',
  on: {
    document({ root }, cx) {
      const profile = environmentOf(cx.path);
      const kind = profileKind(profile?.toLowerCase());
      if (kind === 'test') return;
      const found = appSettings(root).flatMap(({ key, value, valueSpan }) => {
        const endpoint = ownKeys.test(key) ? undefined : endpointOf(key, value);
        return endpoint ? [{ endpoint, key, valueSpan }] : [];
      });
      const low = kind === 'development' ? { severity: 'info' as const } : {};
      // One host stands for many services of a developer's machine: told once, with the others as related places.
      const hosts = [...new Set(found.map(({ endpoint }) => sameHost(endpoint)))];
      for (const host of hosts) {
        const [first, ...others] = found.filter(({ endpoint }) => sameHost(endpoint) === host);
        if (first) report(cx, first.endpoint, { written: first.valueSpan, name: first.key, setting: first.key, inDefaultProfile: kind === 'default', profile, variable: /^[\w:.-]+$/.test(first.key) && kind !== 'development' ? first.key.replaceAll(':', '__') : '', ...low, also: others.map(({ key, valueSpan }) => ({ at: valueSpan, name: key })) });
      }
    },
  },
});

/** Connection strings of web.config and app.config. */
export const configHost = ruleMatcher({
  language: 'xml', files: ['**/{[Ww]eb,[Aa]pp,[Cc]onnection[Ss]trings}.[Cc]onfig'], needles: [['connectionString']],
  on: {
    add(element, cx) {
      const value = attribute(element, 'connectionString');
      const name = attribute(element, 'name')?.value ?? 'connectionString';
      const endpoint = value && connectionEndpoint(value.value);
      if (value && endpoint) report(cx, endpoint, { written: value.valueSpan, name, setting: '', inDefaultProfile: false, variable: '' });
    },
  },
});

const takers = /^(?:Uri|SmtpClient|MongoClient|SqlConnection|NpgsqlConnection|MySqlConnection|OracleConnection|GrpcChannel|TcpClient|LdapConnection|RedisClient|RestClient|Ping|EndpointAddress)$/;
const called = /^(?:Connect|ConnectAsync|ForAddress|UseSqlServer|UseNpgsql|UseMySql|UseOracle|AddStackExchangeRedis|AddSqlServer|AddNpgSql|AddRedis|GetAsync|PostAsync|GetStringAsync|Create|AddRabbitMQ|UseMongoDB)$/;
const assigned = /(?:^|\.)(?:BaseAddress|Host|HostName|Server|Configuration|ConnectionString|Address|Endpoint|Authority|BaseUrl|ServiceUrl|Url)$/;

/** A socket of datagrams that connects sends nothing: it only shows which address of its own the machine would send from. */
function asksOwnAddress(call: CsNode): boolean {
  const on = receiver(call);
  const made = on?.type === 'identifier' ? declarationOf(on)?.value : undefined;
  return /^Connect(?:Async)?$/.test(callName(call)) && made !== undefined && /\bSocketType\.Dgram\b|^new\s*UdpClient\b/.test(made.text) && /\.LocalEndPoint\b/.test(enclosingMember(call)?.text ?? '');
}

/** What the code does with the text: it hands it to what connects. `fallback`: only when nothing else is given. */
function use(literal: CsNode): 'connects' | 'fallback' | undefined {
  let at = literal;
  let fallback = false;
  while (at.parent && (at.parent.type === 'parenthesized_expression' || (at.parent.type === 'binary_expression' && at.parent.child(1)?.text === '??'))) {
    if (at.parent.type === 'binary_expression') fallback = field(at.parent, 'right')?.id === at.id;
    at = at.parent;
  }
  const call = at.parent?.type === 'argument' ? at.parent.parent?.parent : undefined;
  const made = call?.type === 'object_creation_expression' && takers.test(createdType(call));
  const connects = call?.type === 'invocation_expression' && called.test(callName(call)) && !/WithOrigins|Log/.test(plain(call));
  const set = at.parent?.type === 'assignment_expression' && assigned.test(plain(field(at.parent, 'left')));
  if (connects && call && asksOwnAddress(call)) return undefined;
  return made || connects || set ? (fallback ? 'fallback' : 'connects') : fallback ? 'fallback' : undefined;
}

/** What the text is for: the member it is given to, or what is made of it. */
function usedAs(literal: CsNode): string {
  const holder = enclosing(literal, 'assignment_expression', 'variable_declarator');
  return holder?.type === 'assignment_expression' ? (plain(field(holder, 'left')).split('.').at(-1) ?? '') : holder ? (field(holder, 'name')?.text ?? '') : '';
}

function check(literal: CsNode, cx: RuleFileContext): void {
  if (!isString(literal) || enclosing(literal, 'attribute')) return;
  const value = stringValue(literal) ?? '';
  const endpoint = connectionEndpoint(value) ?? endpointsIn(value, true).find(tiesToNetwork);
  const how = endpoint && use(literal);
  // A preset on the developer's machine stands in until whoever runs the application enters another one.
  const preset = isPreset(literal);
  if (preset && endpoint?.kind === 'loopback') return;
  // What a tool at the desk uses, and what an installation enters as its first data, is no setting of the server.
  const type = enclosingType(literal);
  if (type && (/Seed|Install|DesignTime|DefaultConfiguration/.test(nameOf(type)) || baseTypes(type).some((base) => /^IDesignTimeDbContextFactory/.test(base)))) return;
  if (!endpoint || !how || (endpoint.kind === 'single-label' && endpoint.scheme === '') || choice(literal).kind === 'development') return;
  const variable = how === 'connects' && !preset && literal.parent?.child(1)?.text !== '??' ? variableName(usedAs(literal), type ? nameOf(type) : '', 'URL') : '';
  report(cx, endpoint, { written: span(literal), name: '', setting: '', inDefaultProfile: false, variable, ...(how === 'fallback' || preset ? { severity: 'info' as const } : {}) });
}

/** Hosts that C# connects to. */
export const csharpHost = ruleMatcher({
  language: 'csharp',
  needles: [[/"[^"\n]*\b(?:localhost|127\.0\.0\.1)\b/], [/"[^"\n]*(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w.])/], [/"[^"\n]*(?:[Dd]ata [Ss]ource|[Ss]erver|[Hh]ost)\s*=/], [/"(?:rediss?|amqps?|mongodb(?:\+srv)?|ldaps?|net\.tcp|nats):\/\//], [/"https?:\/\/[\w-]+(?:[:/"]|\.(?:local|internal|lan|corp|intra|intranet)\b)/]],
  on: { string_literal: check, verbatim_string_literal: check },
});
