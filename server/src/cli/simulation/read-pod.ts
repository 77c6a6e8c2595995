import { dirname } from 'node:path';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { millicores } from '../../base/quantity.js';
import type { Locale } from '../../contract/words.js';
import { startToldBy } from '../../facts/kubernetes/reaction.js';
import { readDocuments, type ReadHpa } from './read-hpa.js';

/** What a manifest says of the pods that an autoscaler counts; CPU in millicores, times in seconds. */
export interface PodFacts {
  readonly replicas?: number;
  readonly request?: number;
  readonly limit?: number;
  /** As far as its probes tell. */
  readonly startUp?: number;
}

interface Probe { readonly initialDelaySeconds?: number | undefined; readonly periodSeconds?: number | undefined; readonly failureThreshold?: number | undefined }
interface Container {
  readonly resources?: { readonly requests?: { readonly cpu?: string | number }; readonly limits?: { readonly cpu?: string | number } };
  readonly startupProbe?: Probe;
  readonly readinessProbe?: Probe;
}
interface Workload {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string };
  readonly spec?: { readonly replicas?: number; readonly template?: { readonly spec?: { readonly containers?: readonly Container[] } } };
}

/** Looks for the target of an autoscaler in its file, then in the files beside it. */
export function readPod(file: string, { target }: ReadHpa, lang: Locale): PodFacts {
  const beside = readdirSync(dirname(file)).filter((name) => /\.ya?ml$/.test(name)).sort().map((name) => join(dirname(file), name));
  for (const path of new Set([file, ...beside])) {
    const found = documentsOf(path, file, lang).find((document) => document?.kind === target.kind && document.metadata?.name === target.name);
    if (found) return factsOf(found);
  }
  return {};
}

/** Neighbours may be templates or no manifests at all; only the file that was named has to be right. */
function documentsOf(path: string, named: string, lang: Locale): readonly (Workload | null)[] {
  try {
    return readDocuments(path, lang) as readonly (Workload | null)[];
  } catch (error) {
    if (path === named) throw error;
    return [];
  }
}

/** A probe with what Kubernetes fills in; seconds. */
export function filledIn({ initialDelaySeconds: delay = 0, periodSeconds: period = 10, failureThreshold: failures = 3 }: Probe): { readonly delay: number; readonly period: number; readonly failures: number } {
  return { delay, period, failures };
}

function factsOf({ spec }: Workload): PodFacts {
  const containers = spec?.template?.spec?.containers ?? [];
  const sum = (of: (container: Container) => string | number | undefined): number | undefined => {
    const parts = containers.map((container) => millicores(String(of(container) ?? '')));
    return parts.length > 0 && parts.every((part) => part !== undefined) ? parts.reduce((total, part) => total + part, 0) : undefined;
  };
  const [request, limit] = [sum(({ resources }) => resources?.requests?.cpu), sum(({ resources }) => resources?.limits?.cpu)];
  const startUp = Math.max(0, ...containers.map(({ startupProbe, readinessProbe }) => startToldBy({ startup: startupProbe && filledIn(startupProbe), readiness: readinessProbe && filledIn(readinessProbe) })));
  return {
    ...(spec?.replicas === undefined ? {} : { replicas: spec.replicas }),
    ...(request ? { request } : {}), ...(limit ? { limit } : {}), ...(startUp > 0 ? { startUp } : {}),
  };
}
