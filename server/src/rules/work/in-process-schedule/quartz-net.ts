import { hash } from '../../../base/hash.js';
import type { Json } from '../../../base/json.js';
import type { Span } from '../../../base/text.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { cronJobName } from '../../../generators/cronjob.js';
import { args, callName, callTypeArguments, createdType, declarationOf, descendants, enclosing, enclosingMember, named, nameOf, plain, receiver, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { configuring, linesAround } from '../../../syntax/csharp/program.js';
import { isOwnJob } from './own-job.js';
import { quartzNetClock, type QuartzNetClock } from './quartz-net-clock.js';

/** A job and one of its clocks. */
interface Scheduled extends QuartzNetClock {
  readonly type: string;
}

/** Configures where jobs are kept and how classes are made, which is all the same to a process that does one job. */
const keeping = /^Use(?:MicrosoftDependencyInjection\w*|SimpleTypeLoader|InMemoryStore|DefaultThreadPool|TimeZoneConverter|DedicatedThreadPool|JobFactory)$/;

/** What identifies a job: `new JobKey("a")`, a variable that holds it, `"a"`. */
function keyOf(node: CsNode | undefined): string {
  const value = node?.type === 'identifier' ? declarationOf(node)?.value ?? node : node;
  const isKey = value !== undefined && (createdTypeOf(value) === 'JobKey' || plain(value).startsWith('JobKey.Create('));
  const parts = isKey ? args(value) : value ? [value] : [];
  return parts.map((part) => stringValue(part) ?? plain(part)).join('|');
}

function createdTypeOf(node: CsNode): string {
  return /object_creation_expression$/.test(node.type) ? createdType(node) : '';
}

/** Key of a job that `AddJob` adds; its name alone where it is given none. */
function addedKey(call: CsNode): string | undefined {
  const [first, second] = args(call);
  const options = [first, second].find((each) => each?.type === 'lambda_expression');
  const calls = options ? configuring(options) : [];
  if (!calls?.every((each) => /^(?:WithIdentity|StoreDurably|WithDescription|DisallowConcurrentExecution|RequestRecovery)$/.test(callName(each)))) return undefined;
  const identity = calls.find((each) => callName(each) === 'WithIdentity');
  if (identity) return args(identity).map(keyOf).join('|');
  return first && first.type !== 'lambda_expression' ? keyOf(first) : '';
}

/** Everything that the configuration of Quartz schedules; `undefined` when it does anything that is not known. */
function scheduledIn(call: CsNode): readonly Scheduled[] | undefined {
  const lambda = args(call).at(-1);
  const body = lambda?.type === 'lambda_expression' ? named(lambda).at(-1) : undefined;
  const statements = body?.type === 'block' ? named(body) : body ? [body] : [];
  const jobs = new Map<string, string>();
  const found: Scheduled[] = [];
  for (const statement of statements) {
    if (statement.type === 'local_declaration_statement' && /\bJobKey\b/.test(statement.text) && descendants(statement, 'lambda_expression').length === 0) continue;
    const inner = statement.type === 'expression_statement' ? named(statement)[0] : statement;
    if (inner?.type === 'assignment_expression' && /\.Scheduler(?:Id|Name)$/.test(plain(named(inner)[0]))) continue;
    if (inner?.type !== 'invocation_expression' || receiver(inner)?.type !== 'identifier') return undefined;
    const name = callName(inner);
    const [type] = callTypeArguments(inner);
    const [first, second] = args(inner);
    if (keeping.test(name)) continue;
    const key = name === 'AddJob' ? addedKey(inner) : undefined;
    if (name === 'AddJob' && type !== undefined && key !== undefined) jobs.set(key, type);
    else if (name === 'ScheduleJob' && type !== undefined && (second === undefined || configuring(second)?.every((each) => /^(?:WithIdentity|WithDescription)$/.test(callName(each))))) found.push(...clocked(type, configuring(first)));
    else if (name === 'AddTrigger') found.push(...triggered(jobs, configuring(first)));
    else return undefined;
  }
  const fired = statements.filter((each) => /\.(?:ScheduleJob|AddTrigger)\b/.test(each.text)).length;
  return found.length > 0 && found.length === fired ? found : undefined;
}

function clocked(type: string | undefined, calls: readonly CsNode[] | undefined): readonly Scheduled[] {
  const clock = type !== undefined && calls ? quartzNetClock(calls) : undefined;
  return clock && type !== undefined ? [{ type, ...clock }] : [];
}

/** A trigger stands behind its job, or its job is not known. */
function triggered(jobs: ReadonlyMap<string, string>, calls: readonly CsNode[] | undefined): readonly Scheduled[] {
  const job = calls?.find((each) => callName(each) === 'ForJob');
  return clocked(job && jobs.get(args(job).map(keyOf).join('|')), calls);
}

/** The statement that a call belongs to when it does nothing but set up Quartz, whatever settings say. */
function setUp(call: CsNode): CsNode | undefined {
  const statement = enclosing(call, 'expression_statement');
  if (!statement || !/^(?:block|global_statement)$/.test(statement.parent?.type ?? '') || choice(call).kind !== 'always') return undefined;
  const member = enclosingMember(call);
  if (member && !/^(?:ConfigureServices|Main)$/.test(nameOf(member))) return undefined;
  let at: CsNode | undefined = named(statement)[0];
  for (; at?.type === 'invocation_expression'; at = receiver(at)) if (!/^AddQuartz(?:HostedService|Server)?$/.test(callName(at))) return undefined;
  return at !== undefined && /^[\w.]+$/.test(plain(at)) ? statement : undefined;
}

/** The lines that set up Quartz; `undefined` when something else stands on them. */
function setUpLines(calls: readonly CsNode[], text: string): readonly Span[] | undefined {
  const statements = new Map(calls.map(setUp).map((statement) => [statement?.id, statement]));
  const lines = [...statements.values()].map((statement) => statement && linesAround(text, statement));
  return lines.includes(undefined) ? undefined : lines.flatMap((each) => each ?? []);
}

/** A name for each job; one with several clocks gets a CronJob for each. */
function nameJobs(jobs: readonly Scheduled[]): readonly (Scheduled & { readonly name: string })[] {
  return jobs.map((job) => {
    const same = jobs.filter(({ type }) => type === job.type);
    return { ...job, name: cronJobName(same.length > 1 ? `${job.type}-${same.indexOf(job) + 1}` : job.type) };
  });
}

/**
 * Jobs that CronJobs could start, and the lines that go with it; `null` unless a program gives classes a clock and does
 * nothing else with Quartz.
 */
export function quartzNetJobs(cx: RuleFileContext, call: CsNode): Json {
  const { text } = cx;
  const root = call.tree.rootNode;
  const calls = descendants(root, 'invocation_expression').filter((each) => callName(each).startsWith('AddQuartz'));
  const scheduled = scheduledIn(call);
  const lines = setUpLines(calls, text);
  if (!scheduled || !lines || calls.filter((each) => callName(each) === 'AddQuartz').length !== 1) return null;
  // What renews something in this process has to run in each of them.
  if (scheduled.some(({ type }) => isOwnJob(type))) return null;
  const jobs = nameJobs(scheduled);
  return { plan: { hash: hash(text), edits: lines.map(({ start, end }) => ({ start, end, text: '' })) }, jobs: jobs.map((job) => ({ ...job, when: { ...job.when } })) };
}
