import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, isSpringFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, splitProfileKey, type ProfileKind, type Setting } from '../../../syntax/config-file.js';
import { endpointsIn, type Endpoint } from '../../../syntax/endpoint.js';
import { variableName } from '../../../syntax/names.js';
import { entriesOf } from '../../../syntax/properties/adapter.js';
import { isRemoteUrl } from '../../../syntax/remote-url.js';
import { unselectedKeys } from '../../../syntax/selected-setting.js';
import { concernsUnder, isHostName, isSoftware } from './names.js';
import { report } from './report.js';

/** Hosts of a setting that concern, given what its profile is for. */
function endpointsOf(key: string, value: string, kind: ProfileKind): readonly Endpoint[] {
  if (kind === 'test' || isToldByProtocol(key, value, kind)) return [];
  return endpointsIn(value, isHostName(key)).filter((endpoint) => concernsUnder(key, endpoint) && !isBeside(endpoint, kind));
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

function look(cx: RuleFileContext, setting: Setting, documentProfile: string | undefined): void {
  const { key, profile: keyProfile } = splitProfileKey(setting.key);
  const profile = keyProfile ?? documentProfile;
  const kind = profileKind(profile);
  const [endpoint] = endpointsOf(key, setting.value, kind);
  if (!endpoint) return;
  report(cx, endpoint, {
    written: setting.valueSpan, name: key, setting: key, inDefaultProfile: kind === 'default', profile,
    ...(kind === 'development' ? { severity: 'info' as const } : {}),
    variable: isReplaceable(cx, setting) ? variableName(key) : '',
  });
}

/** Whether `${NAME:…}` may stand around the value: Spring reads the file, and the value is one plain scalar. */
function isReplaceable(cx: RuleFileContext, { valueSpan }: Setting): boolean {
  return isSpringFile(cx.path) && !/[{}\r\n]|^[|>]|\\$/.test(cx.text.slice(valueSpan.start, valueSpan.end));
}

const unselectedKey = {};

export const propertiesHost = ruleMatcher({
  language: 'properties',
  files: settingsGlobs.properties,
  needles: 'always',
  on: {
    entry(entry, cx) {
      if (!isSettingsFile(cx.path) || cx.once(unselectedKey, () => unselectedKeys(entriesOf(cx.text))).has(entry.key)) return;
      look(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
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
      for (const setting of settings) if (!unselected.has(setting.key)) look(cx, setting, profile);
    },
  },
});
