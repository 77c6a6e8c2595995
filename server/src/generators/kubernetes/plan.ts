import { isInside, join } from '../../base/paths.js';
import type { Finding } from '../../contract/finding.js';
import type { Locale, Localized, Args } from '../../contract/words.js';
import { say } from '../../contract/words.js';
import type { Model, Settings } from '../../contract/workspace.js';
import { mayBlock, firstToFix } from '../../facts/blockers.js';
import { effectiveModule } from '../../facts/build/effective.js';
import { codeOf } from '../../facts/code.js';
import { applicationIn, isWeb } from '../../facts/java/web-application.js';
import { isInJoin, workloadsRunning, type JoinedCode } from '../../facts/join.js';
import type { WorkloadFact } from '../../facts/kubernetes/relate.js';
import { minorVersion } from '../../facts/kubernetes/version.js';
import type {} from '../../facts/node/server.js';
import { applications } from '../application/find.js';
import type { Application } from '../application/kinds.js';
import { probesFor } from '../probe-asks.js';
import type { Probes } from '../probes.js';
import { stopTimeIn } from '../stop-time.js';
import { backendsOf, chosenBackends, librariesOf, queueOf, usedOf, type Backend, type Queue } from './backends.js';
import { migrationOf, schedulesOf, type Migration, type Schedule } from './jobs.js';
import { settingsOf, type AppSetting } from './settings.js';
import { filesFirst } from './spring-placeholders.js';
import { foldersOf, isOnLocalDisk, type Folders } from './storage.js';

export interface PlanInput {
  readonly model: Model;
  readonly application: Application;
  /** Current text of a workspace file. */
  text(path: string): string | undefined;
  readonly locale: Locale;
  /** Name of the objects; that of the application when left out. */
  readonly name?: string | undefined;
  /** Write a NetworkPolicy as well. */
  readonly networkPolicy?: boolean | undefined;
}

/** Everything that is decided about an application in a cluster, before any of it is written down. */
export interface Plan {
  readonly application: Application;
  readonly model: Model;
  readonly locale: Locale;
  readonly target: Settings['target'];
  /** Minor version of the cluster. */
  readonly minor: number;
  readonly name: string;
  readonly image: { readonly repository: string; readonly tag: string; readonly versioned: boolean };
  /** False for a program that only works off a queue. */
  readonly web: boolean;
  readonly port: number;
  readonly probes: Probes;
  readonly jvm: boolean;
  /** Seconds that the program gives its requests after SIGTERM, and the setting that says so. */
  readonly stop: { readonly seconds: number; readonly setting: string | undefined };
  readonly settings: readonly AppSetting[];
  /** File that keeps the environment from going over what stands in files of the image. */
  readonly filesFirst: string | undefined;
  readonly folders: Folders;
  /** Open findings that forbid a second replica, what to fix first at the beginning. */
  readonly blockers: readonly Finding[];
  readonly backends: readonly Backend[];
  readonly queue: Queue | undefined;
  readonly schedules: readonly Schedule[];
  readonly migration: Migration | undefined;
  readonly networkPolicy: boolean;
  /** Labels by which Services and budgets find the pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** Files of manifests that run the application already. */
  readonly existing: readonly string[];
  readonly code: JoinedCode;
  text(path: string): string | undefined;
  /** One line in the language of the comments. */
  say(words: Localized, args?: Args): string;
}

/** Names of Services are DNS labels, which begin with a letter; room is left for what is put behind. */
const nameLimit = 40;

/** Latin letters without what stands above and below them. */
function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A name for objects from that of a build: `@shop/api` → `shop-api`. */
export function objectName(written: string): string {
  const plain = plainLetters(written).replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, nameLimit).replace(/-+$/, '');
  return plain === '' ? 'application' : /^[a-z]/.test(plain) ? plain : `app-${plain}`.slice(0, nameLimit).replace(/-+$/, '');
}

/** The name that stands for the one under which users reach the application, until it is known. */
export function userHost(name: string): string {
  return `${name}.example.com`;
}

/** Registry and name of the image; the registry is a placeholder. */
function imageOf(application: Application, model: Model): Plan['image'] {
  const path = plainLetters(application.name).replace(/^@/, '').split('/').map((part) => part.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')).filter((part) => part !== '').join('/');
  const version = effectiveModule(model, application.dir)?.version?.replace(/[-.]SNAPSHOT$/i, '');
  const versioned = version !== undefined && /^\d[\w.-]{0,60}$/.test(version);
  return { repository: `registry.example.com/${path === '' ? 'application' : path}`, tag: versioned ? version : '1.0.0', versioned };
}

function isWebApplication(model: Model, application: Application, code: JoinedCode, queue: Queue | undefined): boolean {
  const { platform, kind, dir, serves } = application;
  if (serves === false) return false;
  if (platform === 'java') {
    const found = applicationIn(model, dir);
    return found === undefined || isWeb(model, found);
  }
  if (/^(?:worker|celery|dramatiq|rq|huey)$/.test(kind)) return false;
  if (platform !== 'node' || queue === undefined || /^(?:next|nuxt|remix|react-router|sveltekit|astro|strapi)$/.test(kind)) return true;
  return (['node.listen', 'server.listen-port'] as const).some((fact) => model.facts(fact).some((each) => isInJoin(code, each)));
}

/** Findings of the code that forbid a second replica; uploads that get a volume do not. */
function blockersIn(model: Model, code: JoinedCode, folders: Folders): readonly Finding[] {
  const kept = (finding: Finding): boolean => (isOnLocalDisk(finding) && folders.claims.some(({ path }) => path.endsWith('/storage/app'))) || finding.rule === 'storage/upload-directory' && folders.claims.some(({ path }) => isInside(String((finding.data as { directory?: string } | null)?.directory ?? ''), path));
  return firstToFix(model.facts('finding').map(({ value }) => value).filter((finding) => mayBlock(finding) && isInJoin(code, finding) && !kept(finding)));
}

/** Workloads of plain manifests that run the application already. */
function runningNow(model: Model, code: JoinedCode): readonly WorkloadFact[] {
  return [...new Set(code.modules.flatMap(({ dir }) => workloadsRunning(model, { file: join(dir, 'x') ?? 'x', module: dir })))];
}

/** The one Deployment that runs it now: a selector cannot be changed once it is in the cluster, so the new set keeps its name and labels. */
function predecessor(running: readonly WorkloadFact[]): { readonly name: string; readonly labels: Readonly<Record<string, string>> } | undefined {
  const [only, ...others] = running;
  const { name, kind, selector, templated, partial } = only?.value ?? {};
  if (others.length > 0 || kind !== 'Deployment' || templated || partial || name === undefined || objectName(name) !== name) return undefined;
  return selector && !selector.open && selector.expressions.length === 0 && Object.keys(selector.labels).length > 0 ? { name, labels: selector.labels } : undefined;
}

/** What KEDA looks into the queue with, where the program itself has no such setting. */
const brokerAddress: AppSetting = { variable: 'AMQP_URL', value: '', from: 'KEDA', secret: true, optional: 'no' };

export function planFor(input: PlanInput): Plan {
  const { model, application, text, locale } = input;
  const code = codeOf(model, application.dir);
  const running = runningNow(model, code);
  const before = input.name === undefined ? predecessor(running) : undefined;
  const name = before?.name ?? objectName(input.name ?? application.name);
  const libraries = librariesOf(model, code);
  const queue = queueOf(libraries);
  const folders = foldersOf(model, application, code);
  const stop = stopTimeIn(model, code);
  const boot = application.kind === 'spring-boot';
  const web = isWebApplication(model, application, code, queue);
  const settings = settingsOf(model, application, code, text);
  return {
    application, model, locale, code, text,
    target: model.settings.target, minor: minorVersion(model.settings),
    name, selector: before?.labels ?? { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name },
    image: imageOf(application, model),
    web,
    port: application.port.port,
    probes: probesFor(model, code, String(application.port.port), userHost(name)),
    jvm: application.platform === 'java',
    // Spring Boot waits half a minute for requests unless it is told otherwise; others mostly end at once or within seconds.
    stop: stop ? { seconds: stop.seconds, setting: stop.setting } : { seconds: boot ? 30 : 20, setting: undefined },
    settings: [...settings, ...(queue === 'rabbitmq' && !web && !settings.some(({ secret, variable }) => secret && /AMQP|RABBIT/.test(variable)) ? [brokerAddress] : [])],
    filesFirst: application.kind === 'spring-boot' ? undefined : filesFirst(model, code, text),
    folders, queue,
    blockers: blockersIn(model, code, folders),
    backends: usedOf(chosenBackends(backendsOf(libraries), settings), settings.map(({ value }) => value)),
    schedules: schedulesOf(model, code),
    migration: migrationOf(model, code, application, libraries),
    networkPolicy: input.networkPolicy === true,
    existing: [...new Set(running.map(({ file }) => file))],
    say: (words, args = {}) => say(words, locale, args),
  };
}

/** Whether another application is built in the same folder. */
export function sharesContext({ model, application }: Pick<Plan, 'model' | 'application'>): boolean {
  return applications(model, '').filter((other) => other.layout.context === application.layout.context).length > 1;
}

/** Folder for what is generated; applications that are built in one folder get one each. */
export function folderFor(plan: Plan, folder: string): string {
  return join(plan.application.layout.context, folder, sharesContext(plan) ? plan.name : '') ?? folder;
}
