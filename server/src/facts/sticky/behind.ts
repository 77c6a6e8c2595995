import { basename, dirname, join as joinPath } from '../../base/paths.js';
import type { Fact, FactKind, Model, Module } from '../../contract/workspace.js';
import { codeOf } from '../code.js';
import { isInJoin, joinReads, joinWorkload, type Join } from '../join.js';
import { isProduct, isProductImage, isStatePort } from '../kubernetes/role.js';
import { servicesOf, type WorkloadFact } from '../kubernetes/relate.js';
import type { StickyBackend } from './kinds.js';

export type StickyFact = Fact<'server.sticky'>;

/** Fact kinds that the functions of this file look at. */
export const behindReads: readonly FactKind[] = [...joinReads, 'server.sticky'];

/** The code that a load balancer sends requests to. */
export interface Behind {
  readonly modules: readonly Module[];
  holds(place: { readonly file: string; readonly module: string }): boolean;
}

function isMeant(service: Fact<'k8s.service'>, { name, namespace }: StickyBackend): boolean {
  return service.value.name === name && (namespace === undefined || service.value.namespace === undefined || service.value.namespace === namespace);
}

/** Services that a setting is for: those it names, and those that ask for its policy. */
function servicesBehind(model: Model, { value: { backends, policy } }: StickyFact): readonly Fact<'k8s.service'>[] {
  return model.facts('k8s.service').filter((service) => backends.some((backend) => isMeant(service, backend)) || (policy !== undefined && service.value.backendConfigs.includes(policy)));
}

/** Workloads behind the Services that a setting is for. */
export function workloadsBehind(model: Model, sticky: StickyFact): readonly WorkloadFact[] {
  const services = servicesBehind(model, sticky);
  return model.facts('k8s.workload').filter((workload) => servicesOf(model, workload).some((service) => services.includes(service)));
}

/** A Helm chart of a ready product is called like it; its values stand beside `Chart.yaml`. */
function isProductChart(model: Model, { file }: StickyFact): boolean {
  const chart = /^(.*?)\/templates\//.exec(file)?.[1] ?? (model.hasFile(joinPath(dirname(file), 'Chart.yaml') ?? '') ? dirname(file) : undefined);
  return chart !== undefined && isProductImage(basename(chart));
}

function listensElsewhere(services: readonly Fact<'k8s.service'>[]): boolean {
  const ports = services.flatMap(({ value }) => value.ports.flatMap(({ port }) => port ?? []));
  return ports.length > 0 && ports.every(isStatePort);
}

/** Whether all that is balanced is a database, a broker or another ready product, or speaks no HTTP. */
export function isForeign(model: Model, sticky: StickyFact): boolean {
  const { backends, foreign } = sticky.value;
  if (foreign || isProductChart(model, sticky) || listensElsewhere(servicesBehind(model, sticky))) return true;
  if (backends.length > 0 && backends.every(({ name }) => isProductImage(name))) return true;
  const workloads = workloadsBehind(model, sticky).filter(({ value }) => !value.partial);
  if (workloads.length > 0) return workloads.every(isProduct);
  const composed = model.facts('compose.service').filter(({ value }) => backends.some(({ name }) => name === value.name));
  return composed.length > 0 && composed.every(({ value }) => isProductImage(value.image));
}

function ofJoins(joins: readonly Join[]): Behind {
  return { modules: joins.flatMap(({ modules }) => modules), holds: (place) => joins.some((join) => isInJoin(join, place)) };
}

function byCompose(model: Model, { value: { backends } }: StickyFact): Behind | undefined {
  const contexts = model.facts('compose.service').flatMap(({ value }) => (value.context !== undefined && backends.some(({ name }) => name === value.name) ? [joinPath(value.context, '.') ?? ''] : []));
  const codes = [...new Set(contexts)].map((context) => codeOf(model, context));
  return codes.length === 0 ? undefined : ofJoins(codes.map(({ modules, folders }) => ({ modules, folders, how: 'compose', confidence: 'high', args: {} })));
}

/** The one application that can be meant: that of the file, or the only one of the workspace. */
function byPlace(model: Model, { file }: StickyFact): Behind | undefined {
  const own = model.moduleOf(file);
  const applications = own.tool !== undefined ? [own.application] : [...new Set(model.modules.filter(({ tool }) => tool !== undefined).map(({ application }) => application))];
  const [application, ...others] = applications;
  if (application === undefined || others.length > 0) return undefined;
  return {
    modules: model.modules.filter((module) => module.tool !== undefined && module.application === application),
    holds: (place) => {
      const module = model.moduleOf(place.file);
      return module.tool === undefined || module.application === application;
    },
  };
}

/** The code behind a sticky setting: by the workloads of its Services, by a Compose file that builds them, else because nothing else can be meant. */
export function codeBehind(model: Model, sticky: StickyFact): Behind | undefined {
  const joins = workloadsBehind(model, sticky).flatMap((workload) => joinWorkload(model, workload) ?? []);
  return joins.length > 0 ? ofJoins(joins) : byCompose(model, sticky) ?? byPlace(model, sticky);
}
