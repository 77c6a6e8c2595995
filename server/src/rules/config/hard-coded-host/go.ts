import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, calleeOf, importsPackage, isCommandLine, isGenerated, stringValue, type GoNode } from '../../../syntax/go/ask.js';
import { choiceAround } from '../../../syntax/go/choice.js';
import { endpointsIn, tiesToNetwork, type Endpoint } from '../../../syntax/endpoint.js';
import { enclosing, field, isWithin, named, span } from '../../../syntax/tree-sitter/nodes.js';
import { goHostPlan, goVariable } from './go-plan.js';
import { concernsUnder, isExempt } from './names.js';
import { hostNeedles, report } from './report.js';

/** Functions that are given the address of a back end. */
const connecting: readonly (readonly [RegExp, RegExp])[] = [
  [/^database\/sql$|jmoiron\/sqlx$|xorm$/, /^(?:Must)?(?:Open|Connect|NewEngine)$/], [/^net$/, /^Dial(?:Timeout|TCP)?$/], [/^net\/smtp$/, /^(?:Dial|SendMail)$/], [/^net\/http$/, /^(?:Get|Post|PostForm|NewRequest(?:WithContext)?)$/],
  [/^google\.golang\.org\/grpc$/, /^(?:Dial(?:Context)?|NewClient)$/], [/amqp/, /^Dial\w*$/], [/nats-io\/nats\.go$/, /^Connect$/], [/go-ldap\/ldap/, /^Dial(?:URL)?$/], [/mongo-driver\/mongo(?:\/options)?$/, /^(?:Connect|ApplyURI)$/],
  [/redigo\/redis$/, /^Dial(?:URL)?$/], [/go-redis/, /^ParseURL$/], [/gorm\.io\/driver\//, /^Open$/], [/hashicorp\/(?:consul|vault)/, /^New\w*$/], [/gomemcache\/memcache$/, /^New$/],
];
/** Structures of clients whose fields name their back end. */
const clients = /(?:redis\.(?:Options|UniversalOptions|ClusterOptions)|kafka\.(?:ReaderConfig|WriterConfig|Writer)|elasticsearch\.Config|mysql\.Config|pgx?\.\w*Config|clientv3\.Config|minio\.Options|smtp\.\w+|asynq\.RedisClientOpt)$/;

/** Names of what takes the literal: constant, variable, field. */
function nameOf(literal: GoNode): string | undefined {
  const { parent } = literal;
  if (parent?.type === 'literal_element' && parent.parent?.type === 'keyed_element') {
    const [key, value] = named(parent.parent);
    return value?.id === parent.id && key?.text !== undefined && /^[A-Za-z]\w*$/.test(key.text) ? key.text : undefined;
  }
  const holder = parent?.type === 'expression_list' ? parent.parent : undefined;
  if (holder?.type === 'const_spec' || holder?.type === 'var_spec') return field(holder, 'name')?.text;
  if (holder?.type === 'short_var_declaration' || holder?.type === 'assignment_statement') return named(field(holder, 'left'))[0]?.text.replace(/^.*\./, '');
  return undefined;
}

function isConnecting(cx: RuleFileContext, literal: GoNode): boolean {
  const call = enclosing(literal, 'call_expression');
  const callee = call && args(call).some((each) => isWithin(literal, each)) ? calleeOf(cx, call) : undefined;
  if (!callee) return false;
  if (callee.name === 'ApplyURI') return true;
  return callee.path !== undefined && connecting.some(([from, what]) => from.test(callee.path ?? '') && what.test(callee.name));
}

/** Defaults beside an environment, a flag or a setting, and servers of the process itself. */
function isDefault(literal: GoNode): boolean {
  const call = enclosing(literal, 'call_expression');
  const name = call && isWithin(literal, field(call, 'arguments') ?? call) ? (field(call, 'function')?.text ?? '') : '';
  return /(?:[eE]nv|[dD]efault|Flag|flag\.\w+|StringVar\w*|Or|IsSet)\w*$|^flag\.|Flags\(\)\.\w+$|viper\.\w+$/.test(name);
}

function isSelf({ kind, port }: Endpoint): boolean {
  return kind === 'loopback' && port !== 'fixed';
}

const listening = /listen|bind|allow|origin|cors|trusted|proxy|whitelist|self|local|advertise|redirect|callback|external|public|base_?ur[il]|root_?ur[il]|app_?ur[il]|site|example|test|dev|default/i;

function check(literal: GoNode, cx: RuleFileContext): void {
  const text = stringValue(literal) ?? '';
  const [endpoint] = endpointsIn(text, true);
  if (!endpoint || isGenerated(cx) || isSelf(endpoint) || isDefault(literal)) return;
  const name = nameOf(literal) ?? '';
  const passed = isConnecting(cx, literal);
  const composite = enclosing(literal, 'composite_literal');
  const client = name !== '' && composite !== undefined && clients.test(field(composite, 'type')?.text ?? '');
  if (!passed && !client) {
    // The loopback is a developer's default; what is set elsewhere takes its place.
    if (name === '' || endpoint.kind === 'loopback' || listening.test(name) || isExempt(name, endpoint) || !concernsUnder(name, endpoint) || (endpoint.kind !== 'private' && endpoint.kind !== 'internal' && !tiesToNetwork(endpoint))) return;
  }
  if (endpoint.scheme === '' && !client && (endpoint.kind === 'name' || endpoint.kind === 'single-label') || (endpoint.scheme !== '' && !tiesToNetwork(endpoint))) return;
  if (isCommandLine(cx, literal) || importsPackage(cx, literal, /^testing$|httptest$/)) return;
  const chosen = choiceAround(literal);
  const variable = goVariable(cx, literal, name, endpoint);
  report(cx, endpoint, {
    written: span(literal), name: '', setting: name, inDefaultProfile: false, variable, plan: goHostPlan(cx, literal, variable),
    ...(chosen?.when === 'unless' ? { severity: 'info' as const } : {}), confidence: endpoint.kind === 'loopback' ? 'medium' : 'high',
  });
}

/** Hosts that Go code connects to. */
export const goHost = ruleMatcher({
  language: 'go',
  needles: hostNeedles.map((needle) => [...needle, /\b(?:Dial|Open|Connect|NewEngine|SendMail|Get|Post|NewRequest|ApplyURI|ParseURL)\w*\(|[hH]ost\w*\s*(?::?=|:)|[aA]ddr\w*\s*(?::?=|:)|U[rR][lLiI]\w*\s*(?::?=|:)|url\w*\s*(?::?=|:)|[eE]ndpoint|[bB]rokers?|Addresses|[sS]erver\w*\s*(?::?=|:)/]),
  on: { interpreted_string_literal: check, raw_string_literal: check },
});
