/** Copies of a sample, each with a set of fixes taken through the command line, that together take every fix on offer. */
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { severityRank, type Severity } from '../../server/src/contract/finding.js';

const cli = join(import.meta.dirname, '../../dist/cli.js');

/** A fix as the command line names it. */
export interface Offer {
  readonly rule: string;
  readonly fix: string;
}

/** A finding as `scan --format json` prints it. */
export interface Reported {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly related: readonly { readonly file: string }[];
  readonly fixes: readonly string[];
}

/** A fix that was taken, and what was found when it was offered: another fix may have opened the way to it. */
interface Taken extends Offer {
  readonly found: readonly Reported[];
}

/** One fixed copy: the fixes in the order in which they were taken, and what is found before and after. */
export interface Copy {
  readonly folder: string;
  readonly taken: readonly Taken[];
  readonly before: readonly Reported[];
  readonly after: readonly Reported[];
}

export function nameOf({ rule, fix }: Offer): string {
  return `${rule} ${fix}`;
}

function monolift(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ok(status === 0 || status === 1, `monolift ${args.join(' ')}: ${stderr}`);
  return stdout;
}

function scan(folder: string): readonly Reported[] {
  return (JSON.parse(monolift('scan', folder, '--no-cache', '--format', 'json', '--fail-on', 'never')) as { findings: Reported[] }).findings;
}

/** Takes a fix wherever it is offered; `false` when an earlier fix has answered for it. */
function take(folder: string, { rule, fix }: Offer): boolean {
  return monolift('fix', folder, '--rule', rule, '--fix', fix, '--write') !== '';
}

function offersIn(findings: readonly Reported[]): readonly Offer[] {
  const offers = new Map(findings.flatMap(({ rule, fixes }) => fixes.map((fix) => [nameOf({ rule, fix }), { rule, fix }] as const)));
  return [...offers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, offer]) => offer);
}

/** One fix of each rule, because those of a rule are alternatives; first those that no copy has taken, lest others answer for them. */
function choice(offers: readonly Offer[], proven: ReadonlySet<string>, without: ReadonlySet<string>): readonly Offer[] {
  const fresh = (offer: Offer): boolean => !proven.has(nameOf(offer));
  const ordered = [...offers.filter(fresh), ...offers.filter((offer) => !fresh(offer))].filter(({ rule }) => !without.has(rule));
  return ordered.filter((offer, index) => ordered.findIndex(({ rule }) => rule === offer.rule) === index);
}

/** Takes fixes in one copy until no rule is left that offers one: a new file may have findings of its own. */
function fixAll(folder: string, found: readonly Reported[], proven: Set<string>, wanted: (offer: Offer) => boolean): { taken: readonly Taken[]; after: readonly Reported[] } {
  const taken: Taken[] = [];
  const tried = new Set<string>();
  for (let after = found; ; after = scan(folder)) {
    const chosen = choice(offersIn(after).filter(wanted), proven, tried);
    if (chosen.length === 0) return { taken, after };
    for (const offer of chosen) {
      tried.add(offer.rule);
      if (!take(folder, offer)) continue;
      taken.push({ ...offer, found: after });
      proven.add(nameOf(offer));
    }
  }
}

/**
 * Fixed copies of a sample; `work` is the folder to make them in. Fixes for which `matters` is false are taken in the
 * first copy alone, and none is made for their sake.
 */
export function copiesOf(name: string, source: string, work: string, matters: (offer: Offer) => boolean): readonly Copy[] {
  const copies: Copy[] = [];
  const proven = new Set<string>();
  for (;;) {
    const folder = join(work, `${name}-${copies.length + 1}`);
    cpSync(source, folder, { recursive: true, filter: (path) => !/[\\/](?:target|logs|__pycache__|\.monolift)$/.test(path) });
    const known = proven.size;
    const before = scan(folder);
    const { taken, after } = fixAll(folder, before, proven, copies.length === 0 ? () => true : matters);
    if (proven.size === known) return copies;
    copies.push({ folder, taken, before, after });
  }
}

/** How much a rule finds: graver findings weigh more, so that one that is lowered counts as less. */
function weight(findings: readonly Reported[], rule: string, atLeast: Severity = 'info'): number {
  return findings.filter((each) => each.rule === rule && severityRank[each.severity] >= severityRank[atLeast]).reduce((sum, { severity }) => sum + severityRank[severity] + 1, 0);
}

/** Rules that find more warnings and errors than before, and rules whose fix was taken and that find as much as when it was offered. */
export function complaints({ taken, before, after }: Copy): readonly string[] {
  const ids = [...new Set(after.map(({ rule }) => rule))];
  const worse = ids.filter((rule) => weight(after, rule, 'warning') > weight(before, rule, 'warning'));
  const asBefore = taken.filter(({ rule, found }) => weight(after, rule) >= weight(found, rule));
  return [...worse.map((rule) => `${rule} finds more than before`), ...asBefore.map((offer) => `${nameOf(offer)} leaves its finding`)];
}
