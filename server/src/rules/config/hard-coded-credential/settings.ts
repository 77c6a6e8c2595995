import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { areTexts, isForTests, isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, runsForUsers, settingsGlobs, settingsOf, splitProfileKey, type ProfileKind, type Setting } from '../../../syntax/config-file.js';
import { variableName } from '../../../syntax/names.js';
import { entriesOf } from '../../../syntax/properties/adapter.js';
import { switchedOffKeys } from '../../../syntax/selected-setting.js';
import { secretIn } from '../../../syntax/secret-value.js';
import { distinct, report, type Credential } from './report.js';

/** A database inside the process, or one that Testcontainers throws away: its password keeps nobody out. */
const embedded = /^\s*(?:r2dbc:(?:pool:)?|jdbc:(?:log4jdbc:|p6spy:)?)(?:h2|hsqldb|derby|sqlite|tc):/i;

function ownerOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('.')));
}

/** The machine itself: no pod finds a database there. */
const onThisMachine = /(?:\/\/|:@)(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/;?]|$)/i;

/** Groups of settings in a profile that someone picks for a machine of their own: the service stands on it. */
function localGroups(settings: readonly Setting[], profile: string | undefined): ReadonlySet<string> {
  if (profileKind(profile) !== 'other' || runsForUsers(profile)) return new Set();
  return new Set(settings.filter(({ value }) => onThisMachine.test(value)).map(({ key }) => ownerOf(key)));
}

const userWords = /(?:^|[._-])(?:user(?:[._-]?(?:name|id))?|login(?:[._-]?(?:name|id))?|account)$/i;

/** Groups whose user is `anonymous`: the password is then whatever one likes, by custom a mail address. */
function anonymousGroups(settings: readonly Setting[]): ReadonlySet<string> {
  return new Set(settings.filter(({ key, value }) => userWords.test(key) && /^anonymous$/i.test(value.trim())).map(({ key }) => ownerOf(key)));
}

/** Credentials among the settings of one file or document. */
function credentialsIn(settings: readonly Setting[], profile: string | undefined): readonly Credential[] {
  const inProcess = new Set(settings.filter(({ value }) => embedded.test(value)).map(({ key }) => ownerOf(key)));
  const local = localGroups(settings, profile);
  const off = switchedOffKeys(settings);
  const anonymous = anonymousGroups(settings);
  return settings.flatMap(({ key, value, keySpan, valueSpan }) => {
    const kind = secretIn(key, value);
    if (kind === undefined || inProcess.has(ownerOf(key)) || anonymous.has(ownerOf(key)) || isForTests(key) || keySpan.end <= keySpan.start) return [];
    return [{ name: key, at: keySpan, value: valueSpan, kind: local.has(ownerOf(key)) || off.has(key) ? 'stand-in' as const : kind }];
  });
}

function look(cx: RuleFileContext, settings: readonly Setting[], profile: string | undefined): void {
  const kind = profileKind(profile);
  if (kind === 'test') return;
  const off = switchedOffKeys(settings);
  const found = credentialsIn(settings, profile);
  // A feature that is off may be cleared as a whole, so it is no part of a finding about another one.
  for (const feature of new Set(found.map(({ name }) => off.get(name)))) reportAll(cx, found.filter(({ name }) => off.get(name) === feature), kind);
}

function reportAll(cx: RuleFileContext, found: readonly Credential[], kind: ProfileKind): void {
  report(cx, found, {
    say: 'setting',
    ...(kind === 'development' ? { severity: 'info' as const } : {}),
    data: {
      settings: found.map(({ name }) => name),
      default: kind === 'default', development: kind === 'development',
      places: distinct(found.filter(({ value }) => isPlain(cx.text.slice(value.start, value.end))).map(({ name, value }) => ({ ...value, variable: variableName(name) }))),
    },
  });
}

/** One scalar on one line, so that a placeholder may take its place. */
function isPlain(written: string): boolean {
  return !/[{}\r\n]|^[|>]|\\$/.test(written);
}

const entriesKey = {};

/** The whole file by profile, on its first entry. */
function lookAtProperties(cx: RuleFileContext): void {
  const byProfile = new Map<string | undefined, Setting[]>();
  const all = entriesOf(cx.text);
  if (areTexts(all.map(({ value }) => value))) return;
  for (const entry of all) {
    const { key, profile: keyProfile } = splitProfileKey(entry.key);
    const profile = keyProfile ?? profileAt(cx.path, cx.text, entry.keySpan.start);
    byProfile.set(profile, [...(byProfile.get(profile) ?? []), { ...entry, key }]);
  }
  for (const [profile, settings] of byProfile) look(cx, settings, profile);
}

export const propertiesCredential = ruleMatcher({
  language: 'properties',
  files: settingsGlobs.properties,
  needles: 'always',
  on: {
    entry(_entry, cx) {
      if (isSettingsFile(cx.path)) cx.once(entriesKey, () => lookAtProperties(cx));
    },
  },
});

export const yamlCredential = ruleMatcher({
  language: 'yaml',
  files: settingsGlobs.yaml,
  needles: 'always',
  on: {
    document(node, cx) {
      if (isSettingsDocument(cx.path, node)) look(cx, settingsOf(node), profileOfDocument(cx.path, node));
    },
  },
});
