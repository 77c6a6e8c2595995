import { dirname, join } from '../../base/paths.js';
import type { Place } from '../../contract/finding.js';
import type { Fact, Model } from '../../contract/workspace.js';
import '../build/kinds.js';
import type { DeployTarget, PipelineCall, PipelineStart, PipelineSystem, PipelineWork, Work } from './kinds.js';
import { meaningsOf } from './work.js';

/** One thing that a pipeline does. Its place is where it is written, which may be a script that the pipeline calls. */
export interface PipelineStep extends Place {
  /** The words that tell: `mvn verify`, `docker/build-push-action`, `npm run lint`. */
  readonly via: string;
  readonly starts: PipelineStart;
  /** Where the pipeline calls the script that this stands in. */
  readonly through?: Place;
}

export interface DeployStep extends PipelineStep {
  readonly to: DeployTarget;
  /** Manifests, folders and charts that it names, from the root where it says in which folder it works. */
  readonly takes: readonly string[];
}

/** What one pipeline of the workspace does, with all that it calls in the workspace. */
export interface PipelineReport extends Place {
  readonly system: PipelineSystem;
  readonly starts: PipelineStart;
  /** The place that says what starts it; absent where the system's own default holds or the file does not say. */
  readonly startsAt?: Place;
  /** Whether it runs when a branch that lasts changes, or for tags; `undefined` when that is said elsewhere. */
  readonly onMain: boolean | undefined;
  readonly tests: readonly PipelineStep[];
  readonly builds: readonly PipelineStep[];
  readonly image: readonly PipelineStep[];
  readonly deploys: readonly DeployStep[];
  readonly lints: readonly PipelineStep[];
  readonly scans: readonly PipelineStep[];
  readonly environments: readonly (Place & { readonly name: string })[];
}

type Found = PipelineStep & Pick<PipelineWork, 'does' | 'to' | 'takes'>;
type BareWork = Omit<PipelineWork, 'starts'>;
type BareCall = Omit<PipelineCall, 'starts'>;

/** How far calls are followed from a pipeline. */
const deepest = 5;

/** In the order in which the pipeline comes to them. */
function inOrder(a: Found, b: Found): number {
  return (a.through ?? a).range.start - (b.through ?? b).range.start || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start);
}

/** What a script is for by its name, where what it does is not known; nothing is delivered by a name. */
function byName(name: string): Work | undefined {
  if (/(?:^|[-_:./])(?:e2e|unit|integration|acceptance|functional)?[-_:]?(?:tests?|specs?|e2e|coverage|check-?tests)(?=$|[-_:.](?!data|env|db|setup|container|up|down|fixtures|build|clean|watch))/i.test(name)) return 'tests';
  if (/(?:^|[-_:./])(?:lint\w*|eslint|stylelint|type-?check|types:check|format[-:]check|check[-:](?:format|style|types)|phpstan|phpcs|analy[sz]e|cs(?:-check)?|static-analysis)(?=$|[-_:.])/i.test(name)) return 'lints';
  if (/(?:^|[-_:./])(?:audit|security(?:-check|-scan)?|vuln\w*|trivy|scan)(?=$|[-_:.])/i.test(name)) return 'scans';
  return /^(?:build|compile|package|assemble|dist|bundle|binary|binaries)(?=$|[-_:.](?!deps|tools|env|docs?|storybook|image|docker))/i.test(name) ? 'builds' : undefined;
}

/** Follows what the steps of one pipeline call. */
class Follower {
  private readonly found: Found[] = [];
  private readonly environments: (Place & { readonly name: string })[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly model: Model, private readonly pipelines: ReadonlyMap<string, Fact<'delivery.pipeline'>>) {}

  follow(fact: Fact<'delivery.pipeline'>): PipelineReport {
    this.pipeline(fact, undefined, undefined, 0);
    const { system, starts, startsAt } = fact.value;
    const of = (does: Work): readonly Found[] => this.found.filter((each) => each.does === does).sort(inOrder);
    const steps = (does: Work): readonly PipelineStep[] => of(does).map(({ via, starts: own, file, range, through }) => ({ file, range, via, starts: own, ...(through ? { through } : {}) }));
    return {
      file: fact.file, range: fact.range, system, starts, ...(startsAt ? { startsAt: { file: fact.file, range: startsAt } } : {}), onMain: starts === 'elsewhere' ? undefined : starts === 'main',
      tests: steps('tests'), builds: steps('builds'), image: steps('image'), lints: steps('lints'), scans: steps('scans'),
      deploys: of('deploys').map(({ via, starts: own, file, range, through, to, takes }) => ({ file, range, via, starts: own, ...(through ? { through } : {}), to: to ?? 'platform', takes: takes ?? [] })),
      environments: this.environments,
    };
  }

  private pipeline({ file, value }: Fact<'delivery.pipeline'>, starts: PipelineStart | undefined, through: Place | undefined, depth: number): void {
    // What is called runs when its caller does, as far as its own conditions let it.
    const own = (each: PipelineStart): PipelineStart => (starts === undefined || (each !== 'called' && each !== 'main' && each !== 'elsewhere') ? each : starts);
    for (const work of value.works) this.add(work, file, own(work.starts), through);
    for (const { name, at } of value.environments) this.environments.push({ name, file, range: at });
    for (const call of value.calls) this.call(call, file, own(call.starts), through ?? { file, range: call.at }, depth);
  }

  private add(work: BareWork, file: string, starts: PipelineStart, through: Place | undefined): void {
    const { does, to, takes, via, at } = work;
    if (this.found.some((each) => each.does === does && each.file === file && each.range.start === at.start && each.starts === starts)) return;
    this.found.push({ does, ...(to ? { to } : {}), ...(takes ? { takes } : {}), via, file, range: at, starts, ...(through ? { through } : {}) });
  }

  private call(call: BareCall, file: string, starts: PipelineStart, through: Place, depth: number): void {
    const key = `${call.what} ${call.dir} ${call.name} ${starts}`;
    if (depth >= deepest || this.seen.has(key)) return;
    this.seen.add(key);
    const known = this.resolved(call, file, starts, through, depth);
    const does = known ? undefined : byName(call.name.replace(/^.*\//, '').replace(/\.sh$/, ''));
    if (does && call.what !== 'pipeline') this.add({ does, via: viaOf(call), at: call.at }, file, starts, undefined);
  }

  /** Adds what is called; false when it is not known, or tells nothing. */
  private resolved(call: BareCall, file: string, starts: PipelineStart, through: Place, depth: number): boolean {
    if (call.what === 'pipeline') return this.calledPipeline(call, starts, through, depth);
    if (call.what === 'npm') return this.npm(call, file, starts, through, depth);
    // What scripts of Composer do is no fact; their names are told as those of others are.
    if (call.what === 'composer') return false;
    const places = call.what === 'make' ? ['Makefile', 'makefile', 'GNUmakefile'].flatMap((name) => join(call.dir, name) ?? []) : [join(call.dir, call.name), join(dirname(file), call.name), join(call.name)];
    const fact = this.scripts().find((each) => places.includes(each.file) && each.value.target === (call.what === 'make' ? call.name : undefined));
    if (!fact) return false;
    const before = this.found.length;
    const dir = call.what === 'make' ? dirname(fact.file) : call.dir;
    const { cluster } = call;
    for (const work of fact.value.works) this.add(cluster && work.to === 'kubernetes' ? { does: 'tests', via: work.via, at: work.at } : work, fact.file, starts, through);
    for (const next of fact.value.calls) this.call({ ...next, ...(cluster ? { cluster } : {}), dir: join(dir, next.dir) ?? dir }, fact.file, starts, through, depth + 1);
    return this.found.length > before;
  }

  private scripts(): readonly Fact<'delivery.script'>[] {
    return this.model.facts('delivery.script');
  }

  private calledPipeline({ name }: BareCall, starts: PipelineStart, through: Place, depth: number): boolean {
    const fact = this.pipelines.get(name) ?? this.pipelines.get(name.replace(/\.yml$/, '.yaml'));
    if (fact) this.pipeline(fact, starts, through, depth + 1);
    return fact !== undefined;
  }

  private npm(call: BareCall, file: string, starts: PipelineStart, through: Place, depth: number): boolean {
    const packages = this.model.facts('build.module').filter(({ value }) => value.tool === 'npm' && value.scripts[call.name] !== undefined);
    // A script of a workspace may be asked for from its root.
    const fact = packages.find((each) => dirname(each.file) === call.dir) ?? (this.model.hasFile(join(call.dir, 'package.json') ?? '') ? undefined : packages[0]);
    const script = fact?.value.scripts[call.name];
    if (!fact || script === undefined) return false;
    const before = this.found.length;
    const place = { what: call.what, name: call.name, dir: dirname(fact.file), at: fact.range };
    for (const { done, calls } of meaningsOf(script)) {
      for (const each of done) this.add({ ...each, at: call.at, via: each.via }, file, starts, undefined);
      for (const next of calls) this.call({ ...place, ...next, at: call.at, dir: join(place.dir, next.dir ?? '') ?? place.dir }, file, starts, through, depth + 1);
    }
    // What npm itself writes into a new package fails on purpose.
    return this.found.length > before || /^echo\b[^&|;]*(?:&&\s*exit \d)?\s*$/.test(script);
  }
}

function viaOf({ what, name }: BareCall): string {
  if (what === 'npm') return `npm run ${name}`;
  return what === 'make' || what === 'composer' ? `${what} ${name}` : name;
}

function ofModel(model: Model): readonly PipelineReport[] {
  const facts = model.facts('delivery.pipeline');
  const byFile = new Map(facts.map((fact) => [fact.file, fact]));
  return facts.filter(({ value }) => value.starts !== 'called').map((fact) => new Follower(model, byFile).follow(fact));
}

const key = {};

/**
 * What the pipelines of the workspace do, in the order of their files, with scripts of the workspace, npm scripts, targets of
 * make, and parts of pipelines that they call. Parts that nothing here calls are left out.
 */
export function pipelinesOf(model: Model): readonly PipelineReport[] {
  return model.once(key, () => ofModel(model));
}
