import type { Json } from '../../../base/json.js';
import type { Severity } from '../../../contract/finding.js';
import type { ProjectCheck, ProjectContext, ProjectFound } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { bootProvider } from '../../../facts/java/boot-cache.js';
import type { CacheFamily, CachePlace } from '../../../facts/cache/kinds.js';
import type {} from '../../../facts/dotnet/kept.js';
import { conditionHolds, conditionReads, coversFamily } from '../../../facts/cache/holds.js';

export type LocalFact = Fact<'cache.local'>;

/** What fixes and clearing need of a finding. */
export interface CacheData {
  readonly family: CacheFamily;
  readonly place: CachePlace;
  readonly provider: string;
  /** Simple names by which other classes know the keeper of a cache built in code. */
  readonly known: readonly string[];
}

const order: readonly CachePlace[] = ['region', 'manager', 'provider', 'setting', 'file', 'enabled'];

/** How many further places a finding points to. */
const shown = 12;
/** Seconds for which answers of replicas may differ without anybody minding: with and without code that drops entries. */
const shortLife = { dropping: 60, untouched: 600 } as const;

/** One cause per family: its local caches as they take effect, the most telling first. */
type Families = ReadonlyMap<CacheFamily, readonly LocalFact[]>;
const known = new WeakMap<Model, Map<string, Families>>();

function telling(a: LocalFact, b: LocalFact): number {
  return order.indexOf(a.value.place) - order.indexOf(b.value.place) || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start);
}

function familiesOf(model: Model, path: string): Families {
  const { application } = model.moduleOf(path);
  const byApplication = known.get(model) ?? new Map<string, Families>();
  known.set(model, byApplication);
  const answer = byApplication.get(application) ?? readFamilies(model, path);
  byApplication.set(application, answer);
  return answer;
}

function readFamilies(model: Model, path: string): Families {
  const families = new Map<CacheFamily, LocalFact[]>();
  for (const fact of model.factsFor('cache.local', path)) {
    if (conditionHolds(model, fact.file, fact.value.when) === 'no') continue;
    families.set(fact.value.family, [...(families.get(fact.value.family) ?? []), fact]);
  }
  return new Map([...families].map(([family, facts]) => [family, uncovered(model, facts).sort(telling)]));
}

/** Without the caches of a provider that is shared after all, when others remain to be told of. */
function uncovered(model: Model, facts: readonly LocalFact[]): LocalFact[] {
  const remaining = facts.filter((fact) => !model.factsFor('cache.shared', fact.file).some((shared) => shared.value.covers === fact.value.provider.toLowerCase() && conditionHolds(model, shared.file, shared.value.when) === 'yes'));
  return remaining.some((fact) => fact.value.place !== 'enabled') ? remaining : [...facts];
}

/** A cache that replicas share exists as well, but only if a setting says so. */
function switchOf(subject: LocalFact, model: Model): { readonly setting: string; readonly value: string } | undefined {
  const shared = model.factsFor('cache.shared', subject.file).find((fact) => fact.value.when !== undefined && coversFamily(fact, subject.value.family, subject.value.provider) && conditionHolds(model, fact.file, fact.value.when) !== 'yes');
  const when = shared?.value.when;
  return when && { setting: when.setting, value: when.value ?? 'true' };
}

function dataOf({ value: { family, place, provider, known: names } }: LocalFact): Json {
  return { family, place, provider, known: names ?? [] };
}

function others(subject: LocalFact, facts: readonly LocalFact[]): ProjectFound['also'] {
  return facts.filter((fact) => fact !== subject).slice(0, shown).map(({ file, range, value }) => ({ file, range, say: 'also', args: { name: value.name } }));
}

function reportApplication(subject: LocalFact, facts: readonly LocalFact[], cx: ProjectContext): void {
  const { place, provider, name } = subject.value;
  // The library's file alone sets up the regions of the second-level cache, which is told of by itself.
  if (place === 'file' && familiesOf(cx.model, subject.file).has('jpa') && facts.every((fact) => fact.value.place === 'file')) return;
  const also = others(subject, facts);
  const data = dataOf(subject);
  if (place === 'enabled') {
    const chosen = bootProvider(cx.model, subject.file);
    if (chosen) cx.report({ say: 'enabled', args: { name, provider: chosen }, ...(also ? { also } : {}), data });
    return;
  }
  const by = switchOf(subject, cx.model);
  const args = { name, provider: provider === '' ? name : provider };
  cx.report({ say: by ? `${place === 'region' ? 'region' : 'manager'}-unless` : place === 'region' ? 'region' : place === 'file' ? 'file' : 'manager', args: by ? { ...args, ...by } : args, ...(also ? { also } : {}), data });
}

/** Whether time alone, or that nothing is ever dropped, makes replicas no worse than one process. */
function isHarmless({ value: { holds, seconds, ends, drops, open, foreign } }: LocalFact): boolean {
  if (holds === 'store') return false;
  if (foreign && (ends || seconds !== undefined)) return true;
  if (ends && !drops) return true;
  if (seconds !== undefined && seconds <= (drops ? shortLife.dropping : shortLife.untouched)) return true;
  return !drops && !open;
}

/** Whether time alone takes a copy away: no call drops it when what it copies has changed. */
function ages({ value: { drops, seconds, ends } }: LocalFact): boolean {
  return !drops && (seconds !== undefined || ends === true);
}

/** The setting without which the class that hears of changes from other replicas is never made; `undefined` where none decides. */
function listenerSetting(subject: LocalFact, model: Model): string | undefined {
  const known = subject.value.known ?? [];
  const listeners = model.factsFor('cache.invalidation', subject.file).flatMap(({ value: { type, by } }) => (known.includes(type) && by !== undefined ? [by] : []));
  const made = model.factsFor('dotnet.singleton', subject.file).filter(({ value }) => listeners.includes(value.type));
  return made.every(({ value }) => value.setting !== undefined) ? made[0]?.value.setting : undefined;
}

function reportCode(subject: LocalFact, facts: readonly LocalFact[], cx: ProjectContext): void {
  const { name, provider, owner = '', holds, open } = subject.value;
  const args = { name, provider, owner };
  if (!isHarmless(subject)) {
    // The caches of one class are one design.
    const same = facts.filter((fact) => fact.file === subject.file && fact.value.owner === owner && fact.value.holds === holds && !isHarmless(fact));
    if (same[0] !== subject) return;
    const also = others(subject, same);
    const setting = holds === 'store' ? undefined : listenerSetting(subject, cx.model);
    if (setting !== undefined) return cx.report({ say: 'copy-unless', args: { ...args, setting }, ...(also ? { also } : {}), data: dataOf(subject) });
    cx.report({ say: holds === 'store' ? 'store' : ages(subject) ? 'aging' : 'copy', args, confidence: open ? 'low' : 'medium', ...(also ? { also } : {}), data: dataOf(subject) });
    return;
  }
  // Worth knowing once, not in every class that caches something.
  const harmless = facts.filter(isHarmless);
  if (harmless[0] !== subject) return;
  const also = others(subject, harmless);
  cx.report({ say: 'harmless', args, severity: 'info', confidence: 'low', ...(also ? { also } : {}), data: dataOf(subject) });
}

function reportFamily(subject: LocalFact, facts: readonly LocalFact[], cx: ProjectContext): void {
  const { family, name, provider, seconds } = subject.value;
  const also = others(subject, facts);
  const short = seconds !== undefined && facts.every((fact) => fact.value.seconds !== undefined && fact.value.seconds <= shortLife.dropping);
  const severity: Severity = short ? 'info' : 'warning';
  cx.report({ say: family, args: { name, provider }, severity, ...(also ? { also } : {}), data: dataOf(subject) });
}

/** One finding per application and family of caches; caches built in code stand for themselves. */
export const localCaches: ProjectCheck<'cache.local'> = {
  subject: 'cache.local',
  reads: ['cache.shared', 'cache.use', 'cache.invalidation', 'dotnet.singleton', ...conditionReads],
  check(subject, cx) {
    const facts = familiesOf(cx.model, subject.file).get(subject.value.family) ?? [];
    if (subject.value.family === 'code') {
      if (facts.includes(subject)) reportCode(subject, facts, cx);
      return;
    }
    if (facts[0] !== subject) return;
    if (subject.value.family === 'application') reportApplication(subject, facts, cx);
    else reportFamily(subject, facts, cx);
  },
};
