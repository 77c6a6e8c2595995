import type { FileContext } from '../../contract/rule.js';
import { below, field, isWithin, named } from '../tree-sitter/nodes.js';
import { calleeOf, functionOf, importsPackage, nameOf, type GoCall, type GoNode } from './ask.js';

/** What code does to things that replicas share. Each is the call as written, without what it is given. */
export interface GoWork {
  readonly reads?: string;
  readonly writes?: string;
  /** Mails, messages, requests to others. */
  readonly sends?: string;
}

const databases = /^(?:gorm\.io\/|database\/sql$|xorm\.io\/|github\.com\/(?:jinzhu\/gorm|jmoiron\/sqlx|go-xorm\/|jackc\/pgx|uptrace\/bun|go-pg\/pg|go-gorm\/|beego\/beego|astaxie\/beego|Masterminds\/squirrel|volatiletech\/|aarondl\/)|go\.mongodb\.org\/mongo-driver|entgo\.io\/ent|[\w./-]+\/(?:ent|db|dao|store|storage|models?|repo|repositor(?:y|ies)|database|data|orm|query|sqlc?|dal|persistence|services?|internal\/\w+)(?:\/|$))/;
const holders = /(?:^|\.)(?:db|tx|orm|engine|queries|query|q|store|storage|repo|repository|dao|collection|coll|models?|database|datastore|\w*(?:Repo|Repository|Store|DAO|Dao|Collection|DB|Db|Engine|Queries|Model|Models|Service|Svc|Table))$/i;
const writing = /^(?:Exec|ExecContext|MustExec|NamedExec|Save|Create|CreateInBatches|Insert|Inserts|Update|Updates|UpdateColumn|Delete|Upsert|Replace|InsertOne|InsertMany|UpdateOne|UpdateMany|UpdateByID|DeleteOne|DeleteMany|BulkWrite|FirstOrCreate|(?:Save|Create|Insert|Update|Delete|Upsert|Mark|Set|Remove|Add|Archive|Purge|Prune|Clean|Expire|Reset|Reschedule|Increment|Decrement)[A-Z]\w*)$/;
const reading = /^(?:Query|QueryRow|QueryContext|QueryRowContext|Queryx|QueryRowx|Find|First|Take|Last|Count|Scan|Pluck|Select|Get|FindOne|Rows|All|One|(?:Get|Find|List|Load|Fetch|Select|Count)[A-Z]\w*)$/;
const sending = /^(?:DialAndSend|SendMail|SendMessage|SendEmail|SendSMS|PublishMessage|(?:[sS]end|[dD]eliver|[pP]ush|[nN]otify|[dD]ispatch|[pP]ost)\w*(?:[mM]ails?|Emails?|SMS|Webhooks?|Hooks?|Notifications?|Digests?|Reminders?|Reports?|Alerts?|Newsletters?))$/;

/** Connections of a driver run statements; what else they are told concerns themselves. */
const connections = /(?:^|\.)(?:conn|pool|\w*(?:Conn|Pool))$/;

/** A chain without what its calls are given: `db.Model(&user).Where("…")` → `db.Model.Where`. */
function chain(node: GoNode): string {
  return node.text.replace(/\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '').replace(/\s+/g, '');
}

/** Whether a chain begins at what holds data: `s.db.Model.Where`, `models.DB`, `session`. */
function holdsData(receiver: GoNode): boolean {
  const parts = chain(receiver).split('.');
  return parts.some((_part, index) => index < 3 && holders.test(parts.slice(0, index + 1).join('.')));
}

function ofCall(cx: FileContext, call: GoNode, callee: GoCall): GoWork {
  const { path, name, receiver, token } = callee;
  const written = receiver ? `${chain(receiver).slice(0, 40)}.${name}` : token.text;
  if (path === 'net/smtp' || sending.test(name) || /^(?:Post|PostForm)$/.test(name) && path === 'net/http' || (/^(?:Send|Push|Deliver)$/.test(name) && receiver !== undefined && /mail|smtp|sms|notif|webhook|messenger/i.test(`${chain(receiver)} ${cx.path}`)) || (/^Send$/.test(name) && /\/(?:go-?)?mail(?:\.v\d+|\/v\d+)?$/.test(path ?? ''))) return { sends: written };
  if (path !== undefined) return databases.test(path) && !/^(?:gorm\.io|database\/sql|entgo|go\.mongodb)/.test(path) ? (writing.test(name) && name.length > 6 ? { writes: written } : {}) : {};
  if (name === 'Do' && receiver && importsPackage(cx, call, /^net\/http$/) && /http\.MethodPost|"POST"/.test(functionOf(call)?.text ?? '')) return { sends: written };
  if (receiver && connections.test(chain(receiver)) && /^(?:Exec|Query|QueryRow)$/.test(name) && importsPackage(cx, call, /jackc\/pgx|database\/sql/)) return name === 'Exec' ? { writes: written } : { reads: written };
  if (!receiver || !holdsData(receiver)) return {};
  if (writing.test(name)) return { writes: written };
  return reading.test(name) && importsPackage(cx, call, databases) ? { reads: written } : {};
}

function functionNamed(root: GoNode, name: string): GoNode | undefined {
  return named(root).find((each) => (each.type === 'function_declaration' || each.type === 'method_declaration') && nameOf(each) === name);
}

/** What the code of a body does itself and in functions of the file that it calls. */
export function workOf(cx: FileContext, body: GoNode, depth = 2): GoWork {
  let work: GoWork = {};
  for (const call of [...(body.type === 'call_expression' ? [body] : []), ...below(body, 'call_expression')]) {
    const callee = calleeOf(cx, call);
    if (!callee) continue;
    const own = ofCall(cx, call, callee);
    const next = depth > 0 && callee.path === undefined && Object.keys(own).length === 0 ? functionNamed(body.tree.rootNode, callee.name) : undefined;
    const inner = next && !isWithin(body, next) ? workOf(cx, field(next, 'body') ?? next, depth - 1) : {};
    work = { ...inner, ...own, ...work };
  }
  return work;
}
