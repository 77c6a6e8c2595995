import type { AnyProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { overridesOf, referencesTo, resolve, settingReads, type SettingValue } from '../../../facts/settings.js';
import { profileKind } from '../../../syntax/config-file.js';
import { endpointsIn, sameHost, tiesToNetwork, type Endpoint } from '../../../syntax/endpoint.js';
import { concernsUnder, isHostName } from './names.js';
import { topicOf } from './report.js';

type Property = Fact<'config.property'>;

/** Profiles for development and tests are told by the file itself or not at all; in one for containers a plain name is a service beside it. */
function isProduct(profile: string | undefined): boolean {
  return ['default', 'other'].includes(profileKind(profile));
}

function concerns(key: string, value: string): Endpoint | undefined {
  return endpointsIn(value, isHostName(key)).find((endpoint) => concernsUnder(key, endpoint));
}

function tell(cx: ProjectContext, { key, profile }: Property['value'], endpoint: Endpoint, users: readonly SettingValue[]): void {
  cx.report({
    say: topicOf(endpoint, key),
    cause: `host ${sameHost(endpoint)}`,
    args: { name: key, host: endpoint.host },
    confidence: 'medium',
    also: users.map(({ key: user, place }) => ({ ...place, say: 'used', args: { name: user } })),
    data: { setting: key, default: profileKind(profile) === 'default', profile: profile ?? '', variable: '', service: false, before: 0, after: 0 },
  });
}

/** A host that nothing about its own setting calls one. */
function bareHost({ value: { key, value } }: Property): Endpoint | undefined {
  const [own] = endpointsIn(value, true);
  return own?.scheme === '' && !concerns(key, value) ? own : undefined;
}

/** Whether a value is put together from others, and is no host as it stands. */
function isPutTogether({ value: { key, value } }: Property): boolean {
  return /\$\{|@/.test(value) && !concerns(key, value);
}

/** `shop.primary=10.0.0.7` says nothing by its name, but `jdbc:mysql://${shop.primary}/shop` elsewhere makes a host of it. */
function hostByUse(subject: Property, cx: ProjectContext): boolean {
  const { key } = subject.value;
  const own = bareHost(subject);
  if (!own) return false;
  const users = referencesTo(cx.model, subject.file, key).filter((user) => isProduct(user.profile) && overridesOf(cx.model, subject.file, user.key).length === 0
    && resolve(cx.model, subject.file, user.value ?? '').some(({ text, through }) => through.some(({ place }) => place.file === subject.file && place.range.start === subject.range.start)
      && endpointsIn(text, false).some((endpoint) => endpoint.host === own.host && tiesToNetwork(endpoint))));
  if (users.length > 0) tell(cx, subject.value, own, users);
  return users.length > 0;
}

/** `db.url=@database.url@`: the build writes the host into the file. */
function hostByBuild(subject: Property, cx: ProjectContext): void {
  const { key, value } = subject.value;
  if (!isPutTogether(subject)) return;
  const found = resolve(cx.model, subject.file, value).find(({ text, through }) => through.some(({ from }) => from === 'build') && through.every(({ from }) => from !== 'environment') && concerns(key, text));
  const endpoint = found && concerns(key, found.text);
  if (endpoint) tell(cx, subject.value, endpoint, found.through.filter(({ from }) => from === 'build'));
}

/** Hosts that only show once placeholders are resolved across files, profiles and the build. */
export const resolvedHosts: AnyProjectCheck = {
  subject: 'config.property',
  reads: settingReads,
  about: (subject) => isProduct(subject.value.profile) && (bareHost(subject) !== undefined || isPutTogether(subject)),
  check(subject, cx) {
    if (overridesOf(cx.model, subject.file, subject.value.key).length > 0) return;
    if (!hostByUse(subject, cx)) hostByBuild(subject, cx);
  },
};
