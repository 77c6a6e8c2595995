import type { Place } from '../contract/finding.js';
import type { FactKind, Model } from '../contract/workspace.js';
import type { DrainTime } from '../facts/drain-time.js';
import { applicationIn, settingsIn, webReads } from '../facts/java/web-application.js';
import { isInJoin, joinReads, type JoinedCode } from '../facts/join.js';
import { mainContainer } from '../facts/kubernetes/role.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import { withFallbacks } from '../syntax/placeholders.js';

export const stopReads: readonly FactKind[] = [...joinReads, ...webReads, 'server.drain-time'];

/** How long a program goes on with its requests after SIGTERM, and what says so. */
export interface StopTime extends DrainTime {
  readonly place?: Place;
}

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** A duration as Spring and Quarkus write it: `45s`, `1m`, `PT45S`; a bare number has the unit of the setting. */
export function durationOf(written: string, bare: 'ms' | 's'): number | undefined {
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i.exec(written);
  if (iso) return Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  const match = /^(\d+)\s*(ms|s|m|h)?$/i.exec(written);
  return match ? Math.ceil(Number(match[1]) * (units[(match[2] ?? bare).toLowerCase()] ?? 1)) : undefined;
}

const keys = [['spring.lifecycle.timeout-per-shutdown-phase', 'ms'], ['quarkus.shutdown.timeout', 's']] as const;

function fromSettings(model: Model, joined: JoinedCode): readonly StopTime[] {
  const applications = joined.modules.flatMap(({ dir }) => applicationIn(model, dir) ?? []);
  return applications.flatMap((application) => keys.flatMap(([key, bare]) => {
    const [first] = settingsIn(model, application, key);
    const seconds = first?.value === undefined ? undefined : durationOf(withFallbacks(first.value).trim(), bare);
    return first && seconds !== undefined ? [{ seconds, setting: `${key}: ${first.value?.trim() ?? ''}`, place: first.place }] : [];
  }));
}

function fromServer(model: Model, joined: JoinedCode): readonly StopTime[] {
  return model.facts('server.drain-time').filter((fact) => isInJoin(joined, fact)).map(({ file, range, value }) => ({ ...value, place: { file, range } }));
}

/** The longest that the settings of a program let it go on; `undefined` where nothing says. */
export function stopTimeIn(model: Model, code: JoinedCode): StopTime | undefined {
  return [...fromSettings(model, code), ...fromServer(model, code)].sort((a, b) => b.seconds - a.seconds)[0];
}

/** The longest that anything lets the program of a workload go on; `undefined` where nothing says. */
export function stopTimeOf(model: Model, workload: WorkloadFact, joined: JoinedCode | undefined): StopTime | undefined {
  // Options win over files.
  return mainContainer(workload)?.drain ?? (joined && stopTimeIn(model, joined));
}
