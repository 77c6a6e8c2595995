import { ts } from 'ts-morph';
import { basename, dirname, isInside, join } from '../../../base/paths.js';
import type { Json } from '../../../base/json.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { workloadsRunning } from '../../../facts/join.js';
import { kubernetesSchedule } from '../../../generators/cron.js';
import { cronJobManifest, cronJobName } from '../../../generators/cronjob.js';
import { kustomizationEdits } from '../../../generators/kustomization.js';
import { bare, isFunction, type Once } from '../../../syntax/typescript/functions.js';
import { calledModule, literalOf, originOf, originsOf, propertyOf } from '../../../syntax/typescript/modules.js';

/** A function of another file that a schedule calls, and the statement that sets it up. */
interface NodeJob {
  /** Module as the file writes it: `./jobs/clean.js`. */
  readonly module: string;
  /** Name under which the module exports the function; '' when it is the module itself. */
  readonly name: string;
  /** Name for people. */
  readonly job: string;
  readonly cron: string;
  /** IANA name; '' when the code names none. */
  readonly zone: string;
  readonly start: number;
  readonly end: number;
  readonly source: string;
}

/** `clean`, `() => clean()`, `async () => { await clean(); }`. */
function calledBy(callback: ts.Expression): ts.Expression | undefined {
  const value = bare(callback);
  if (!isFunction(value)) return value;
  const body = value.body;
  const only = body && ts.isBlock(body) ? body.statements : undefined;
  const statement = only?.length === 1 ? only[0] : undefined;
  const inner = body && !ts.isBlock(body) ? bare(body) : statement && (ts.isExpressionStatement(statement) || ts.isReturnStatement(statement)) && statement.expression ? bare(statement.expression) : undefined;
  return inner && ts.isCallExpression(inner) && inner.arguments.length === 0 ? inner.expression : undefined;
}

/** What a CronJob could start; `null` unless a statement of its own gives a function of another file to a cron library. */
export function nodeJob(cx: Once, call: ts.Node): Json {
  if (!ts.isCallExpression(call) || !ts.isExpressionStatement(call.parent)) return null;
  const library = calledModule(cx, call);
  if (!library || !/^(?:node-cron|node-schedule)$/.test(library.module) || !/^(?:cron\.)?(?:schedule|scheduleJob)$/.test(library.path)) return null;
  const [when, callback, options] = call.arguments;
  const called = callback && calledBy(callback);
  const origin = called && originOf(originsOf(cx, call.getSourceFile()), called);
  if (!when || !ts.isStringLiteralLike(when) || !origin?.module.startsWith('.') || origin.path.includes('.')) return null;
  const zone = literalOf(options) && propertyOf(literalOf(options) as ts.ObjectLiteralExpression, 'timezone');
  if (zone && !ts.isStringLiteralLike(zone)) return null;
  const statement = call.parent;
  const name = origin.path || basename(origin.module).replace(/\.\w+$/, '');
  return { module: origin.module, name: origin.path, job: name, cron: when.text, zone: zone && ts.isStringLiteralLike(zone) ? zone.text : '', start: statement.getStart(), end: statement.getEnd(), source: statement.getText() };
}

function jobOf({ finding }: Pick<FixInput, 'finding'>): NodeJob | undefined {
  return (finding.data as { readonly node?: NodeJob | null } | null)?.node ?? undefined;
}

/** The file behind a module's name; `undefined` where a compiler stands between source and program. */
function fileOf(file: string, module: string, model: Model): string | undefined {
  const path = join(dirname(file), module);
  return path === undefined ? undefined : [path, ...['.js', '.cjs', '.mjs', '/index.js'].map((end) => `${path}${end}`)].find((each) => /\.[cm]?js$/.test(each) && model.hasFile(each));
}

/** Minutes first, or seconds first: both libraries take five fields as well as six. */
function scheduleOf({ cron }: NodeJob): ReturnType<typeof kubernetesSchedule> {
  return kubernetesSchedule(cron.trim().split(/\s+/).length === 5 ? `0 ${cron.trim()}` : cron, 'spring');
}

/** Loads the module, calls the function and ends; an exception ends it with a code other than 0. */
function commandFor(path: string, { name }: NodeJob): readonly string[] {
  const job = name === '' ? 'm.default' : `(m.${name} ?? m.default.${name})`;
  return ['node', '-e', `import('./${path}').then((m) => ${job}()).then(() => process.exit(0))`];
}

/** The clock moves to Kubernetes: a CronJob calls the function in the application's image, and no replica keeps a clock of its own. */
export const nodeCronJob: Fix = {
  key: 'cronjob-module',
  title: { en: 'Let a Kubernetes CronJob call it', ko: 'Kubernetes CronJob이 호출하게 하기' },
  safety: 'review',
  applies: (finding, model) => {
    const job = jobOf({ finding });
    return finding.severity !== 'info' && job !== undefined && scheduleOf(job).ok && fileOf(finding.file, job.module, model) !== undefined;
  },
  edits(input) {
    const { finding, model, text, locale } = input;
    const { file } = finding;
    const job = jobOf(input);
    const now = text(file);
    const path = job && fileOf(file, job.module, model);
    const when = job && scheduleOf(job);
    if (!job || !path || !when?.ok || now?.slice(job.start, job.end) !== job.source) return undefined;
    const { dir, application } = model.moduleOf(file);
    const [workload] = workloadsRunning(model, finding).filter(({ value }) => !value.templated && !value.partial);
    const name = cronJobName(job.job);
    const folder = workload ? dirname(workload.file) : (join(application, 'k8s') ?? 'k8s');
    const inside = dir !== '' && isInside(path, dir) ? path.slice(dir.length + 1) : path;
    const manifest = cronJobManifest({
      name, job: `${inside}#${job.job}`, when: when.value, source: `cron ${job.cron}`, zone: job.zone === '' ? undefined : job.zone, trigger: [], command: commandFor(inside, job), workload,
      companions: false, fallbackImage: 'application:1.0.0', text, locale,
    });
    const target = join(folder, `${name}-cronjob.yaml`) ?? `${name}-cronjob.yaml`;
    const end = now.indexOf('\n', job.end);
    const edits: Edit[] = [
      { do: 'replace', file, span: { start: job.start, end: end < 0 ? now.length : end + 1 }, text: '' },
      { do: 'create', path: target, text: manifest, ifExists: 'refuse' },
    ];
    return [...edits, ...(workload ? kustomizationEdits({ model, workload, text }, basename(target)) : [])];
  },
};
