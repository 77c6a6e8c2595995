import { basename, dirname, isInside, join } from '../../base/paths.js';
import type { Severity } from '../../contract/finding.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import { lower } from '../../contract/finding.js';
import { effectiveModule } from '../build/effective.js';
import { folderOfImage, joinReads, workloadsRunning } from '../join.js';
import { imageName } from '../kubernetes/image-name.js';
import { FactIndex } from '../fact-index.js';
import { composeServicesByName, dockerfilesByPath } from '../kubernetes/indexes.js';
import { isOneOfAKind, isProductImage, isServerVariable, isStatePort } from '../kubernetes/role.js';
import { namesDevelopment } from './development.js';
import type {} from './kinds.js';

export type ServiceFact = Fact<'compose.service'>;

/** What the functions of this file look at. */
export const composeReads = [...joinReads, 'compose.service', 'compose.volume', 'image.dockerfile'] as const satisfies readonly FactKind[];

/** `compose.yaml` alone is read with no further word; `compose.override.yaml` is then laid over it. */
const baseFile = /^(?:docker-)?compose\.ya?ml$/;
const overrideFile = /^(?:docker-)?compose[.-]override\.ya?ml$/;
const productionFile = /(?:^|[-_.])(?:prod|production|live|deploy|release)(?:[-_.]|$)/i;

/** What other files of the folder say of the same service: files of one project are laid over each other by name. */
export function namesakes(model: Model, service: ServiceFact): readonly ServiceFact[] {
  return composeServicesByName.get(model, service.value.name).filter((other) => other !== service && dirname(other.file) === dirname(service.file));
}

function isWhole({ value }: ServiceFact): boolean {
  return value.built || value.image !== undefined || value.extends !== undefined;
}

/** Services by the one that they extend: its file and name. */
const servicesByBase = new FactIndex('compose.service', ({ value }) => (value.extends ? [`${value.extends.file} ${value.extends.service}`] : []));

/** Services that a service extends, and those that extend it. */
function relatives(model: Model, service: ServiceFact): readonly ServiceFact[] {
  const { name, extends: base } = service.value;
  const extended = base ? composeServicesByName.get(model, base.service).filter(({ file }) => file === base.file) : [];
  return [...extended, ...servicesByBase.get(model, `${service.file} ${name}`)].filter((other) => other !== service);
}

/** The service with everything that is started together with it: the base file, its override, fragments of other files, what it extends. */
export function togetherWith(model: Model, service: ServiceFact): readonly ServiceFact[] {
  const own = baseFile.test(basename(service.file));
  const others = namesakes(model, service).filter((other) => {
    const name = basename(other.file);
    if (other.value.development && !service.value.development) return false;
    return own ? overrideFile.test(name) || !isWhole(other) : baseFile.test(name) && !(isWhole(service) && isWhole(other));
  });
  return [service, ...others, ...relatives(model, service)];
}

/** The Dockerfile that a service is built from. */
export function dockerfileOf(model: Model, { value }: ServiceFact): Fact<'image.dockerfile'> | undefined {
  const path = value.context === undefined ? undefined : join(value.context, value.dockerfile ?? 'Dockerfile');
  return path === undefined ? undefined : dockerfilesByPath.get(model, path)[0];
}

/** Folder whose code the service runs: what it or a namesake builds, or what the image is named after. */
function codeFolder(model: Model, service: ServiceFact): string | undefined {
  const stated = [service, ...namesakes(model, service), ...relatives(model, service)];
  return stated.map(({ value }) => value.context).find((context) => context !== undefined)
    ?? stated.map(({ value }) => (value.built ? undefined : folderOfImage(model, value.image))).find((folder) => folder !== undefined);
}

/** Whether it is a database, a broker or another server that comes ready: by its base image, or by its ports and variables where that is unknown. */
function isProduct(model: Model, service: ServiceFact): boolean {
  const all = [service, ...namesakes(model, service)];
  const dockerfile = all.map((each) => dockerfileOf(model, each)).find((each) => each !== undefined);
  if (dockerfile) return dockerfile.value.purpose === 'database' || isProductImage(dockerfile.value.base);
  const targets = all.flatMap(({ value }) => value.ports.flatMap(({ target }) => target ?? []));
  return all.some(({ value }) => isProductImage(value.image) || value.env.some(isServerVariable)) || (targets.length > 0 && targets.every(isStatePort));
}

/** Programs of which one container is enough: clocks, steps of the installation, copies of data. */
const singleCommand = /\bcelery\b.*\bbeat\b|\bbeat\.sh\b|\bcelerybeat\b|\b(?:crond?|supercronic)\b|\bschedule:(?:run|work)\b|\b(?:db:)?migrat(?:e|ion)s?\b|\bcollectstatic\b|\balembic\s+upgrade\b|\bflyway\b|\bliquibase\b|\bpg_dump\b|\bclockwork\b|\bwhenever\b|\bdb:seed\b/;
/** A command that goes on after its preparation serves all the same. */
const goesOn = /(?:&&|;)\s*(?:exec\s+)?(?!(?:echo|exit|true|sleep)\b)[\w./-]+[^&;]*$/;

/** The same by a name, wherever the word stands in it. */
const singleName = /(?:^|[-_.])(?:beat|celerybeat|cron|scheduler|monitor(?:ing)?|metrics|turbine|migrations?|migrator|backups?|maintenance|certbot)(?:$|[-_.])/i;

/** The same as the last part of a name: what works whenever some time has passed. */
const clockName = /(?:^|[-_.])(?:interval|timer|ticker|clock|periodic)[-_.]?\d*$/i;

const sharing = /(?:^|[-_.])(?:workers?|consumers?|queues?)(?:$|[-_.])/i;
const topic = /(?:^|[-_.])(?:monitor(?:s|ing)?|metrics|migrations?|backups?|maintenance)(?=$|[-_.])/gi;

/** `worker-migrations`, `metrics-consumer`: what workers take from their queue says nothing of how many there may be. */
function dutyOf(name: string): string {
  return sharing.test(name) ? name.replace(topic, '') : name;
}

/** The command with each of its words less such topics. */
function commandOf({ value }: ServiceFact): string {
  return (value.command ?? '').replace(/[^\s;&|]+/g, dutyOf);
}

function isSingle(service: ServiceFact): boolean {
  const { value } = service;
  const command = commandOf(service);
  const found = singleCommand.exec(command);
  const duty = dutyOf(value.name);
  return isOneOfAKind(duty) || singleName.test(duty) || clockName.test(duty) || (found !== null && !goesOn.test(command.slice(found.index)));
}

/** Libraries that make a program a tool for those who run the others: it watches them, or lists where they are. */
const toolLibrary = /(?:^|:)(?:spring-boot-admin-(?:starter-)?server|spring-cloud-starter-(?:netflix-)?(?:eureka-server|hystrix-dashboard|turbine(?:-stream)?)|zipkin-server)$/;

function isTool(model: Model, folder: string): boolean {
  const { dir } = model.moduleOf(`${folder}/x`);
  return dir === folder && (effectiveModule(model, dir)?.dependencies ?? []).some((name) => toolLibrary.test(name));
}

const code = /\.(?:java|kt|groovy|scala|[cm]?[jt]sx?|vue|svelte|py|rb|erb|php|go|cs|cshtml|rs|ex|exs|html?|jsp|twig|s?css)$/;

/** A folder of the workspace with code in it, mounted over that of the image. */
function holdsCode(model: Model, folder: string): boolean {
  return !/^[~/]/.test(folder) && model.files.some((file) => isInside(file, folder) && code.test(file));
}

/** Where programs look for their settings, which may be written in the language of the program. */
const settingsFolder = /^\/(?:etc|config|docker-entrypoint[\w.-]*|run|usr\/local\/etc)(?:\/|$)/;

/** Whether it runs what lies on the desk: a folder of code, which the program may write to as its tools do. */
export function mountsCode(model: Model, { value }: ServiceFact): boolean {
  return value.volumes.some(({ kind, source, target, readOnly }) => kind === 'bind' && source !== undefined && !readOnly && !settingsFolder.test(target ?? '') && holdsCode(model, source));
}

/** Whether the service as it stands here is for developers, testers or those who only look something up. */
function isForDesk(model: Model, service: ServiceFact): boolean {
  const stated = togetherWith(model, service).filter((other) => other === service || !overrideFile.test(basename(other.file)));
  if (stated.some(({ value }) => value.development)) return true;
  const purpose = stated.map((each) => dockerfileOf(model, each)?.value.purpose).find((each) => each !== undefined);
  if (purpose === 'development' || purpose === 'device' || purpose === 'tool' || namesDevelopment(service.value.name)) return true;
  return stated.some((each) => mountsCode(model, each));
}

/** Whether a file for production stands beside the one of the service, and says of the service all that is needed. */
function hasProductionTwin(model: Model, service: ServiceFact): boolean {
  return !productionFile.test(basename(service.file)) && namesakes(model, service).some((other) => productionFile.test(basename(other.file)) && (isWhole(other) || overrideFile.test(basename(service.file))));
}

/**
 * Whether a service runs the application of this workspace for its users, so that it may have to run more than once: it is
 * built here, and is no database, broker, tool, clock, step of the installation or something for developers.
 */
export function isApplication(model: Model, service: ServiceFact): boolean {
  const folder = codeFolder(model, service);
  if (service.value.swarm === 'global' || folder === undefined || isTool(model, folder)) return false;
  return !isProduct(model, service) && !isSingle(service) && !isForDesk(model, service) && !(overrideFile.test(basename(service.file)) && hasProductionTwin(model, service));
}

/** Whether the service is a web server or proxy in front of others: the one place where requests come in. */
export function isFrontDoor(model: Model, service: ServiceFact): boolean {
  const images = [service, ...namesakes(model, service)].flatMap((each) => [each.value.image, dockerfileOf(model, each)?.value.base]);
  const doors = /^(?:nginx|nginx-(?:unprivileged|proxy)|httpd|apache|caddy|traefik|haproxy|envoy|openresty|varnish)$/;
  return images.some((image) => doors.test(imageName(image)?.last ?? '')) || /(?:^|[-_.])(?:nginx|httpd|caddy|traefik|haproxy|reverse-?proxy|proxy|ingress|lb|load-?balancer)$/i.test(service.value.name);
}

/** Copies that the files ask for by themselves; 1 where they ask for none. */
export function declaredReplicas(model: Model, service: ServiceFact): number {
  return Math.max(1, ...togetherWith(model, service).map(({ value }) => value.replicas?.value ?? 1));
}

/** Whether the service is deployed to a swarm, which has names and ports of its own. */
export function isForSwarm(model: Model, service: ServiceFact): boolean {
  return togetherWith(model, service).some(({ value }) => value.swarm !== undefined);
}

/** Whether a file of production takes away what others say under a key. */
export function isReset(model: Model, service: ServiceFact, key: string): boolean {
  return namesakes(model, service).some(({ value }) => !value.development && value.resets.includes(key));
}

/** How grave something is in this file: of little weight where users are served by other means. */
export function severityIn(model: Model, service: ServiceFact, severity: Severity): Severity {
  if (overrideFile.test(basename(service.file)) || hasProductionTwin(model, service)) return 'info';
  const folder = codeFolder(model, service);
  const { dir } = model.moduleOf(`${folder ?? ''}/x`);
  const inCluster = folder !== undefined && workloadsRunning(model, { file: `${folder}/x`, module: dir }).length > 0;
  return inCluster ? lower(severity, 'info') : severity;
}

/** Anchors bring one place into several services; it is told for the first of them. */
export function isFirstAt(model: Model, service: ServiceFact, start: number, places: (service: ServiceFact) => readonly number[]): boolean {
  return model.facts('compose.service').find((other) => other.file === service.file && places(other).includes(start) && (other === service || isApplication(model, other))) === service;
}
