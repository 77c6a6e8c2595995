import { Held, type DataMap } from '../manifest-data.js';
import type { Plan } from './plan.js';

/** One file of the set. */
export interface Manifest {
  /** Name of the file without its ending. */
  readonly file: string;
  /** Comment lines at its head. */
  readonly head: readonly string[];
  /** Objects that belong together so closely that they share a file. */
  readonly objects: readonly DataMap[];
  /** Value of a chart without which the file is left out: its path, and what it says when it is not set. */
  readonly when?: { readonly path: string; readonly about: readonly string[]; readonly off?: string } | undefined;
}

/** The name of an object: that of the application, or one made of it. A chart makes it of the release. */
export function nameOf({ name }: Plan, suffix = ''): Held {
  const include = `include "${name}.fullname" .`;
  return suffix === '' ? new Held(name, include) : new Held(`${name}-${suffix}`, `printf "%s-${suffix}" (${include})`);
}

/** Labels by which a Service, a budget and the like find the pods, and which therefore never change. */
export function selectorOf({ name, selector }: Plan): Held {
  return new Held(selector, `include "${name}.selectorLabels" .`);
}

/** Labels of what stands beside the application: the pods of a job or a back end must not be found by its Service. */
export function besideLabels(plan: Plan, suffix: string, component: string): DataMap {
  return { 'app.kubernetes.io/name': nameOf(plan, suffix), 'app.kubernetes.io/instance': new Held(plan.name, '.Release.Name'), 'app.kubernetes.io/component': component };
}

export function metadataOf(plan: Plan, suffix = ''): DataMap {
  return { name: nameOf(plan, suffix), labels: selectorOf(plan) };
}
