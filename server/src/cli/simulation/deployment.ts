import { parseAllDocuments, type Document } from 'yaml';
import { millicores } from '../../base/quantity.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { startToldBy } from '../../facts/kubernetes/reaction.js';
import { applyEdits } from '../../engine/fixes.js';
import { below, items, number, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { addValue, setValue } from '../../syntax/yaml/edit.js';
import type { ScaledWorkload } from '../../laboratory/hpa-text.js';
import { decode } from '../../host/decode.js';
import { namedBytes } from '../../host/named-file.js';
import { UsageError } from '../errors.js';
import { filledIn } from './read-pod.js';
import { asUsageError } from '../read-text.js';

/** A workload of a manifest, as far as sizing asks for it. CPU in millicores, times in seconds. */
export interface DeploymentFile {
  readonly file: string;
  readonly text: string;
  readonly workload: ScaledWorkload & { readonly container: string; readonly beside: number };
  /** What the whole pod requests. */
  readonly request?: number;
  /** What the working container may use at the most. */
  readonly limit?: number;
  readonly startUp?: number;
  /** Connections to the database that its environment lets it open. */
  readonly pool?: number;
  /** What a reader has to know. */
  readonly notes: readonly string[];
  readonly node: YamlNode;
  readonly doc: Document.Parsed;
}

const words = {
  syntax: { en: '{file} is no YAML: {error}', ko: '{file} 파일이 올바른 YAML이 아닙니다: {error}' },
  none: { en: '{file} holds no Deployment or StatefulSet with a name and containers', ko: '{file} 파일에 이름과 컨테이너가 있는 Deployment나 StatefulSet이 없습니다' },
  unnamed: { en: '{file} holds no workload {name}, but {names}', ko: '{file} 파일에 워크로드 {name}이(가) 없습니다. 들어 있는 워크로드: {names}' },
  several: { en: '{file} holds several workloads; name one of them with --name: {names}', ko: '{file} 파일에 워크로드가 여러 개 있습니다. --name으로 하나를 지정하세요: {names}' },
  missing: { en: '{file}: containers of {name} request no CPU: {containers}; an autoscaler by CPU does not work until all of them do', ko: '{file}: {name}에 CPU 요청량이 없는 컨테이너가 있습니다: {containers}. 모든 컨테이너에 요청량이 있어야 CPU 기준 오토스케일러가 동작합니다' },
  limit: { en: '{file}: container {container} may use {limit} m of CPU at the most (resources.limits.cpu), so it cannot request {request} m; raise the limit or name a lower --request', ko: '{file}: 컨테이너 {container}의 CPU 한도(resources.limits.cpu)가 {limit}m이라 {request}m을 요청할 수 없습니다. 한도를 높이거나 --request를 낮추세요' },
  beside: { en: '{file}: containers beside {container} request {beside} m of CPU already; name a --request above that', ko: '{file}: {container} 외의 컨테이너가 이미 CPU {beside}m을 요청합니다. --request를 그보다 크게 지정하세요' },
  fixed: { en: '{file}: resources of container {container} are shared with others (an alias or a merge key); set resources.requests.cpu to {request} m by hand', ko: '{file}: 컨테이너 {container}의 resources를 다른 곳과 공유하고 있습니다(별칭 또는 병합 키). resources.requests.cpu를 직접 {request}m으로 설정하세요' },
} satisfies Record<string, Localized>;

/** Reads the Deployment or StatefulSet of a manifest, the one that is named where there are several; throws a {@link UsageError} where it cannot tell. */
export function readDeployment(file: string, name: string | undefined, lang: Locale): DeploymentFile {
  const written = textOf(file, lang);
  const documents = [parseAllDocuments(written, { prettyErrors: false, logLevel: 'silent' })].flat();
  const fault = documents.flatMap(({ errors }) => errors)[0];
  if (fault) throw new UsageError(say(words.syntax, lang, { file, error: fault.message }));
  const found = documents.flatMap((doc) => workloadIn(doc as Document.Parsed) ?? []);
  const names = found.map((each) => each.name).join(', ');
  if (found.length === 0) throw new UsageError(say(words.none, lang, { file }));
  if (name === undefined && found.length > 1) throw new UsageError(say(words.several, lang, { file, names }));
  const chosen = name === undefined ? found[0] : found.find((each) => each.name === name);
  if (!chosen) throw new UsageError(say(words.unnamed, lang, { file, name: name ?? '', names }));
  return { file, text: written, ...factsOf(file, chosen, lang) };
}

/** In its encoding, because it may be written back. */
function textOf(file: string, lang: Locale): string {
  try {
    return decode(namedBytes(file));
  } catch (error) {
    throw asUsageError(error, lang);
  }
}

interface Workload {
  readonly doc: Document.Parsed;
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly name: string;
  readonly containers: readonly YamlNode[];
  /** Init containers that keep running, which count as well. */
  readonly sidecars: readonly YamlNode[];
}

function workloadIn(doc: Document.Parsed): Workload | undefined {
  const at = (...path: readonly string[]): YamlNode | undefined => below(doc, doc.contents ?? undefined, ...path);
  const [kind, name, containers] = [text(at('kind')), text(at('metadata', 'name')), items(doc, at('spec', 'template', 'spec', 'containers'))];
  if ((kind !== 'Deployment' && kind !== 'StatefulSet') || name === undefined || containers.length === 0) return undefined;
  const sidecars = items(doc, at('spec', 'template', 'spec', 'initContainers')).filter((node) => text(below(doc, node, 'restartPolicy')) === 'Always');
  return { doc, kind, name, containers, sidecars };
}

function factsOf(file: string, { doc, kind, name, containers, sidecars }: Workload, lang: Locale): Omit<DeploymentFile, 'file' | 'text'> {
  const nameOf = (node: YamlNode): string => text(below(doc, node, 'name')) ?? '';
  const cpuOf = (node: YamlNode, what: 'requests' | 'limits'): number | undefined => millicores(text(below(doc, node, 'resources', what, 'cpu')) ?? '');
  // A container that only has a limit requests as much.
  const requestOf = (node: YamlNode): number | undefined => cpuOf(node, 'requests') ?? cpuOf(node, 'limits');
  const node = containers.find((each) => nameOf(each) === name) ?? containers.find((each) => items(doc, below(doc, each, 'ports')).length > 0) ?? (containers[0] as YamlNode);
  const others = [...containers.filter((each) => each !== node), ...sidecars];
  const beside = others.reduce((sum, each) => sum + (requestOf(each) ?? 0), 0);
  const silent = others.filter((each) => requestOf(each) === undefined).map(nameOf);
  const namespace = text(below(doc, doc.contents ?? undefined, 'metadata', 'namespace'));
  const [request, limit, startUp, pool] = [requestOf(node), cpuOf(node, 'limits'), startUpOf(doc, node), poolOf(doc, node)];
  return {
    doc, node, workload: { name, kind, ...(namespace === undefined ? {} : { namespace }), container: nameOf(node), beside },
    ...(request ? { request: request + beside } : {}), ...(limit === undefined ? {} : { limit }), ...(startUp === undefined ? {} : { startUp }), ...(pool === undefined ? {} : { pool }),
    notes: silent.length > 0 ? [say(words.missing, lang, { file, name, containers: silent.join(', ') })] : [],
  };
}

/** Seconds until the container serves, as far as its probes tell. */
function startUpOf(doc: Document.Parsed, container: YamlNode): number | undefined {
  const asking = (probe: string): ReturnType<typeof filledIn> | undefined => {
    const of = (key: string): number | undefined => number(below(doc, container, probe, key));
    return below(doc, container, probe) && filledIn({ initialDelaySeconds: of('initialDelaySeconds'), periodSeconds: of('periodSeconds'), failureThreshold: of('failureThreshold') });
  };
  return startToldBy({ startup: asking('startupProbe'), readiness: asking('readinessProbe') }) || undefined;
}

/** Variables that bound a pool of connections to a database, as Spring Boot, Quarkus and most programs of one's own call them. */
const poolVariable = /(?:HIKARI|DATASOURCE|JDBC|DB|DATABASE).*(?:POOL_?SIZE|MAX_?(?:SIZE|ACTIVE|TOTAL))$|^(?:DB|DATABASE)_?POOL(?:_?(?:MAX|SIZE))?$/i;

function poolOf(doc: Document.Parsed, container: YamlNode): number | undefined {
  const variable = items(doc, below(doc, container, 'env')).find((each) => poolVariable.test(text(below(doc, each, 'name')) ?? ''));
  const size = variable && number(below(doc, variable, 'value'));
  return size !== undefined && Number.isInteger(size) && size > 0 ? size : undefined;
}

/** Throws a {@link UsageError} where the container cannot request so many millicores. */
export function checkRequest({ file, workload: { container, beside }, limit }: DeploymentFile, request: number, lang: Locale): void {
  if (request <= 0) throw new UsageError(say(words.beside, lang, { file, container, beside }));
  if (limit !== undefined && limit < request) throw new UsageError(say(words.limit, lang, { file, container, limit, request }));
}

/** The manifest with another CPU request of its working container; all else, comments and layout, stays as it is. `comment` goes behind a request that is new. */
export function withRequest({ file, text: before, doc, node, workload: { container } }: DeploymentFile, request: number, comment: string, lang: Locale): string {
  const written = below(doc, node, 'resources', 'requests', 'cpu');
  if (millicores(text(written) ?? '') === request) return before;
  // What an alias leads to stands outside, and belongs to others as well.
  const own = written === undefined || (written.range[0] >= node.range[0] && written.range[1] <= node.range[1]);
  const value = `${request}m`;
  const edit = !own ? undefined : written ? setValue(file, written, value) : addValue(file, before, node, ['resources', 'requests', 'cpu'], { text: value, ...(comment === '' ? {} : { comment }) }, ['name', 'image', 'ports', 'env']);
  const after = edit && applyEdits(before, [edit]);
  if (after === undefined) throw new UsageError(say(words.fixed, lang, { file, container, request }));
  return after;
}
