import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { areLabels, isForTests, isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, serverPortIn, settingsOf, splitProfileKey, type ProfileKind, type Setting } from '../../../syntax/config-file.js';
import { endpointsIn, sameHost, type Endpoint } from '../../../syntax/endpoint.js';
import { variableName } from '../../../syntax/names.js';
import { entriesOf } from '../../../syntax/properties/adapter.js';
import { isRemoteUrl } from '../../../syntax/remote-url.js';
import { switchedOffKeys, unselectedKeys } from '../../../syntax/selected-setting.js';
import { concernsUnder, isAddressPattern, isHostName, isSoftware } from './names.js';
import { isLinkBase, report, type Where } from './report.js';
import { blankGroups, isInGroup, isToFillIn } from './unfilled.js';

/** Hosts of a setting that concern, given what its profile is for. */
function endpointsOf(key: string, value: string, kind: ProfileKind): readonly Endpoint[] {
  if (kind === 'test' || isForTests(key) || isToldByProtocol(key, value, kind) || isToFillIn(value)) return [];
  return endpointsIn(value, isHostName(key)).filter((endpoint) => concernsUnder(key, endpoint) && !isAddressPattern(value, endpoint) && !isBeside(endpoint, kind));
}

/** In a profile made for containers a plain name is that of a service beside it; in every other one that is not for development, so is one named after its software. */
function isBeside({ kind, host }: Endpoint, profile: ProfileKind): boolean {
  if (profile === 'container') return kind === 'single-label' || kind === 'internal';
  return profile === 'other' && kind === 'single-label' && isSoftware(host);
}

/** `t3://was1:7001`: another rule tells what the protocol means, host included, except in profiles for development. */
function isToldByProtocol(key: string, value: string, kind: ProfileKind): boolean {
  return kind !== 'development' && !/jmx/i.test(key) && isRemoteUrl(value);
}

/** Values that a library brings along for those who set nothing: every setting of the application replaces them. */
const onlyDefaults = /[-_.]defaults?\.(?:properties|ya?ml)$/i;

const ownPortKey = {};

interface Found {
  readonly endpoint: Endpoint;
  readonly where: Where;
  readonly kind: ProfileKind;
}

/** `http://127.0.0.1/shop` in a file whose settings begin with `shop.`: the site itself, behind whatever serves it on a developer's machine. */
function isOwnSite({ text }: RuleFileContext, { kind, scheme, end }: Endpoint, value: string): boolean {
  const path = /^\/([\w-]+)\/?$/.exec(value.slice(end))?.[1];
  return kind === 'loopback' && /^https?$/.test(scheme) && path !== undefined && new RegExp(`^\\s*${path}[.:]`, 'm').test(text);
}

function hostOf(cx: RuleFileContext, setting: Setting, documentProfile: string | undefined, off: ReadonlyMap<string, string>): Found | undefined {
  const { key, profile: keyProfile } = splitProfileKey(setting.key);
  const profile = keyProfile ?? documentProfile;
  const kind = profileKind(profile);
  const [endpoint] = endpointsOf(key, setting.value, kind);
  if (!endpoint) return undefined;
  // At its own port a pod reaches itself; only who gets the address as a link does not.
  const port = endpoint.kind === 'loopback' ? /^:(\d+)/.exec(setting.value.slice(endpoint.end))?.[1] : undefined;
  const isOwn = (port !== undefined && port === cx.once(ownPortKey, () => serverPortIn(cx.text))) || (port === undefined && isOwnSite(cx, endpoint, setting.value));
  if (isOwn && !isLinkBase(key)) return undefined;
  const where: Where = {
    written: setting.valueSpan, name: key, setting: key, inDefaultProfile: kind === 'default', profile, isOwn,
    ...(kind === 'development' || off.has(key) || onlyDefaults.test(cx.path) ? { severity: 'info' as const } : {}),
    variable: isReplaceable(cx, setting) ? variableName(key) : '',
  };
  return { endpoint, where, kind };
}

/** What a profile for development has beside it is worth one hint; in other profiles each setting is to be changed. */
function reportDocument(cx: RuleFileContext, all: readonly Found[]): void {
  const beside = new Map<string, Found[]>();
  for (const found of all) {
    const key = found.kind === 'development' && !found.where.isOwn ? sameHost(found.endpoint) : String(found.where.written.start);
    beside.set(key, [...(beside.get(key) ?? []), found]);
  }
  for (const [first, ...others] of beside.values()) {
    // Replacing one of several would only bring up the next.
    if (first) report(cx, first.endpoint, { ...first.where, ...(others.length > 0 ? { variable: '', also: others.map(({ where }) => ({ at: where.written, name: where.name })) } : {}) });
  }
}

/** Whether `${NAME:…}` may stand around the value, where Spring reads the file: it is one plain scalar. */
function isReplaceable(cx: RuleFileContext, { valueSpan }: Setting): boolean {
  return !/[{}\r\n]|^[|>]|\\$/.test(cx.text.slice(valueSpan.start, valueSpan.end));
}

const labelsKey = {};
const unselectedKey = {};
const offKey = {};
const blankKey = {};

export const propertiesHost = ruleMatcher({
  language: 'properties',
  files: settingsGlobs.properties,
  needles: 'always',
  on: {
    entry(entry, cx) {
      if (!isSettingsFile(cx.path) || cx.once(labelsKey, () => areLabels(entriesOf(cx.text).map(({ value }) => value))) || cx.once(unselectedKey, () => unselectedKeys(entriesOf(cx.text))).has(entry.key)) return;
      const found = hostOf(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start), cx.once(offKey, () => switchedOffKeys(entriesOf(cx.text))));
      const isBlank = found !== undefined && isInGroup(entry.key, cx.once(blankKey, () => blankGroups(entriesOf(cx.text))));
      if (found) report(cx, found.endpoint, isBlank ? { ...found.where, severity: 'info' } : found.where);
    },
  },
});

export const yamlHost = ruleMatcher({
  language: 'yaml',
  files: settingsGlobs.yaml,
  needles: 'always',
  on: {
    document(node, cx) {
      if (!isSettingsDocument(cx.path, node)) return;
      const profile = profileOfDocument(cx.path, node);
      const settings = settingsOf(node);
      const unselected = unselectedKeys(settings);
      const off = switchedOffKeys(settings);
      reportDocument(cx, settings.flatMap((setting) => (unselected.has(setting.key) ? [] : (hostOf(cx, setting, profile, off) ?? []))));
    },
  },
});
