import { quantity } from '../base/quantity.js';
import { say, type Args, type Localized } from '../contract/words.js';
import { hpaFaultWords as words } from './hpa-fault-words.js';

/** Something in a spec for which the API server refuses it. */
export interface HpaFault {
  /** As the API server writes places: `spec.metrics[0].resource.target`. */
  readonly path: string;
  readonly sentence: Localized;
}

/**
 * What the API server would refuse in the spec of an autoscaling/v2 HorizontalPodAutoscaler; empty when it would take it.
 * `root` names the spec in paths. A field that is `null` counts as left out, and fields that the API does not know are
 * left alone, as the API server does. Source: pkg/apis/autoscaling/validation of Kubernetes 1.32; a `minReplicas` of 0 is
 * taken, which clusters allow that can scale to zero, and so is `tolerance` of 1.33. Rules of later releases, up to 1.37,
 * are kept where an autoscaler that breaks them does not work before either.
 */
export function hpaFaults(spec: unknown, root = 'spec'): readonly HpaFault[] {
  const faults: HpaFault[] = [];
  checkSpec(new Place(root, spec, faults));
  return faults;
}

/** A value in the spec with where it stands. */
class Place {
  constructor(private readonly path: string, readonly value: unknown, private readonly faults: HpaFault[]) {}

  get isGiven(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  at(name: string): Place {
    return new Place(`${this.path}.${name}`, isMap(this.value) ? this.value[name] : undefined, this.faults);
  }

  /** Whether fields can be looked at; says what is wrong otherwise. */
  get isMap(): boolean {
    if (!this.isGiven) return this.refuse('missing');
    return isMap(this.value) || this.refuse('noMap');
  }

  get fields(): readonly Place[] {
    return isMap(this.value) ? Object.keys(this.value).map((name) => this.at(name)) : [];
  }

  get items(): readonly Place[] {
    if (!this.isGiven) return [];
    if (Array.isArray(this.value)) return this.value.map((item: unknown, index) => new Place(`${this.path}[${index}]`, item, this.faults));
    this.refuse('noList');
    return [];
  }

  /** Always false, for conditions that end with it. */
  refuse(why: keyof typeof words, args: Args = {}): false {
    const all: Args = { value: JSON.stringify(this.value) ?? '', ...args };
    this.faults.push({ path: this.path, sentence: { en: say(words[why], 'en', all), ko: say(words[why], 'ko', all) } });
    return false;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkSpec(spec: Place): void {
  if (!spec.isMap) return;
  const [min, max, metrics, behavior, reference] = [spec.at('minReplicas'), spec.at('maxReplicas'), spec.at('metrics'), spec.at('behavior'), spec.at('scaleTargetRef')];
  const boundsAreNumbers = [checkInteger(min, 0), checkRequiredInteger(max, 1)].every(Boolean);
  if (boundsAreNumbers && typeof min.value === 'number' && Number(max.value) < min.value) max.refuse('belowMinimum', { least: min.value });
  if (reference.isGiven) checkScaleTarget(reference);
  const each = metrics.items;
  for (const metric of each) checkMetric(metric);
  const isMeasuredWithoutPods = each.some((metric) => ['Object', 'External'].includes(String(metric.at('type').value)));
  if (min.value === 0 && !isMeasuredWithoutPods) metrics.refuse('toZero');
  if (behavior.isGiven && behavior.isMap) for (const direction of ['scaleUp', 'scaleDown']) checkRules(behavior.at(direction));
}

const sources: Readonly<Record<string, { readonly field: string; readonly check: (source: Place) => void }>> = {
  Object: { field: 'object', check: checkObject },
  Pods: { field: 'pods', check: checkPods },
  Resource: { field: 'resource', check: checkResource },
  External: { field: 'external', check: checkExternal },
  ContainerResource: { field: 'containerResource', check: checkContainerResource },
};

function checkMetric(metric: Place): void {
  if (!metric.isMap || !checkOneOf(metric.at('type'), Object.keys(sources))) return;
  const type = String(metric.at('type').value);
  for (const [name, { field, check }] of Object.entries(sources)) {
    const source = metric.at(field);
    if (name !== type && source.isGiven) source.refuse('otherSource', { type });
    if (name === type && !source.isGiven) source.refuse('noSource', { type });
    else if (name === type && source.isMap) check(source);
  }
}

function checkObject(source: Place): void {
  const target = source.at('target');
  checkReference(source.at('describedObject'));
  checkIdentifier(source.at('metric'));
  if (checkTarget(target) && !target.at('value').isGiven && !target.at('averageValue').isGiven) target.at('averageValue').refuse('noValue');
}

function checkExternal(source: Place): void {
  const target = source.at('target');
  checkIdentifier(source.at('metric'));
  if (!checkTarget(target)) return;
  const [value, average] = [target.at('value'), target.at('averageValue')];
  if (!value.isGiven && !average.isGiven) average.refuse('noValue');
  if (value.isGiven && average.isGiven) value.refuse('bothValues');
}

function checkPods(source: Place): void {
  const target = source.at('target');
  checkIdentifier(source.at('metric'));
  if (checkTarget(target) && !target.at('averageValue').isGiven) target.at('averageValue').refuse('noAverage');
}

function checkResource(source: Place): void {
  checkText(source.at('name'));
  checkResourceTarget(source.at('target'));
}

/** Labels of DNS, which names of containers are. */
const label = /^(?=.{1,63}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const containerResource = /^(?:cpu|memory|ephemeral-storage|hugepages-[-\w.]*[A-Za-z0-9]|(?!requests\.)[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/[A-Za-z0-9](?:[-\w.]*[A-Za-z0-9])?)$/;

function checkContainerResource(source: Place): void {
  const [name, container] = [source.at('name'), source.at('container')];
  if (checkText(name) && !containerResource.test(String(name.value))) name.refuse('noResource');
  if (checkText(container) && !label.test(String(container.value))) container.refuse('noContainer');
  checkResourceTarget(source.at('target'));
}

function checkResourceTarget(target: Place): void {
  if (!checkTarget(target)) return;
  const [utilization, average] = [target.at('averageUtilization'), target.at('averageValue')];
  if (!utilization.isGiven && !average.isGiven) utilization.refuse('noUtilization');
  if (utilization.isGiven && average.isGiven) average.refuse('utilizationAndValue');
}

/** Whether there is a target at all whose values can be compared. */
function checkTarget(target: Place): boolean {
  if (!target.isMap) return false;
  checkOneOf(target.at('type'), ['Utilization', 'Value', 'AverageValue']);
  for (const name of ['value', 'averageValue']) checkQuantity(target.at(name), (amount) => amount > 0, 'notPositive');
  checkInteger(target.at('averageUtilization'), 1);
  return true;
}

function checkReference(reference: Place): void {
  if (!reference.isMap) return;
  for (const name of ['kind', 'name']) checkSegment(reference.at(name));
  const version = reference.at('apiVersion');
  if (checkOptionalText(version) && String(version.value ?? '').split('/').length > 2) version.refuse('noVersion');
}

/** The group is asked for since 1.34; before, the controller does not find the target without it. */
function checkScaleTarget(target: Place): void {
  checkReference(target);
  const [kind, version] = [target.at('kind').value, target.at('apiVersion')];
  if (kind === 'ReplicationController' || !isMap(target.value)) return;
  if (!version.isGiven || version.value === '') version.refuse('missing');
  else if (typeof version.value === 'string' && !version.value.includes('/')) version.refuse('noGroup', { kind: String(kind) });
}

function checkIdentifier(identifier: Place): void {
  if (!identifier.isMap) return;
  checkSegment(identifier.at('name'));
  const selector = identifier.at('selector');
  const labels = selector.at('matchLabels');
  if (selector.isGiven && selector.isMap && labels.isGiven && labels.isMap) for (const label of labels.fields) checkOptionalText(label);
}

function checkRules(rules: Place): void {
  if (!rules.isGiven || !rules.isMap) return;
  const [select, policies] = [rules.at('selectPolicy'), rules.at('policies')];
  checkInteger(rules.at('stabilizationWindowSeconds'), 0, 3600);
  if (select.isGiven) checkOneOf(select, ['Max', 'Min', 'Disabled']);
  if (policies.isGiven && Array.isArray(policies.value) && policies.value.length === 0) policies.refuse('noPolicies');
  for (const policy of policies.items) checkPolicy(policy);
  checkQuantity(rules.at('tolerance'), (amount) => amount >= 0, 'negative');
}

function checkPolicy(policy: Place): void {
  if (!policy.isMap) return;
  checkOneOf(policy.at('type'), ['Pods', 'Percent']);
  checkRequiredInteger(policy.at('value'), 1);
  checkRequiredInteger(policy.at('periodSeconds'), 1, 1800);
}

/** Whether nothing or a whole number stands there that the API can keep. */
function checkInteger(place: Place, least: number, most = 2 ** 31 - 1): boolean {
  const { value } = place;
  if (!place.isGiven) return true;
  if (typeof value !== 'number' || !Number.isInteger(value)) return place.refuse('noInteger');
  if (value < least) place.refuse('tooSmall', { least });
  else if (value > most) place.refuse('tooLarge', { most });
  return true;
}

function checkRequiredInteger(place: Place, least: number, most?: number): boolean {
  return place.isGiven ? checkInteger(place, least, most) : place.refuse('missing');
}

/** A label or a version may be empty, but no number. */
function checkOptionalText(place: Place): boolean {
  return !place.isGiven || typeof place.value === 'string' || place.refuse('noText');
}

function checkText(place: Place): boolean {
  if (!place.isGiven || place.value === '') return place.refuse('missing');
  return typeof place.value === 'string' || place.refuse('noText');
}

function checkOneOf(place: Place, allowed: readonly string[]): boolean {
  return checkText(place) && (allowed.includes(String(place.value)) || place.refuse('noneOf', { allowed: allowed.join(', ') }));
}

/** A part of a path of the API, where the name is going to stand. */
function checkSegment(place: Place): void {
  const text = checkText(place) ? String(place.value) : 'a';
  if (text === '.' || text === '..' || /[/%]/.test(text)) place.refuse('noSegment');
}

function checkQuantity(place: Place, isRight: (amount: number) => boolean, why: 'notPositive' | 'negative'): void {
  const { value } = place;
  if (!place.isGiven) return;
  const amount = typeof value === 'string' || typeof value === 'number' ? quantity(String(value)) : undefined;
  if (amount === undefined) place.refuse('noQuantity');
  else if (!isRight(amount)) place.refuse(why);
}
