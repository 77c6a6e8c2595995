import { wordsOf } from './names.js';

/** Last words of keys whose value picks one of several groups of settings. */
const selecting = /^(?:type|vendor|kind|dialect|platform|product|dbms|active|selected|use|using|current|provider|driver)$/;

interface Named {
  readonly key: string;
  readonly value: string;
}

/** A key with one part taken out: `Globals.mysql.Url` without `mysql` is `Globals.*.Url`. */
function around(parts: readonly string[], at: number): string {
  return parts.map((part, index) => (index === at ? '*' : part.toLowerCase())).join('.');
}

/**
 * Keys of groups that stay unused because another setting picks their sibling: `Globals.DbType = mysql` leaves
 * `Globals.oracle.Url` out where there is a `Globals.mysql.Url`. Empty when nothing picks.
 */
export function unselectedKeys(settings: readonly Named[]): ReadonlySet<string> {
  const picked = new Set(settings.filter(({ key, value }) => /^[\w-]+$/.test(value.trim()) && selecting.test(wordsOf(key.split('.').at(-1) ?? '').at(-1) ?? '')).map(({ value }) => value.trim().toLowerCase()));
  if (picked.size === 0) return new Set();
  const split = settings.map(({ key }) => ({ key, parts: key.split('.') }));
  const selected = new Set(split.flatMap(({ parts }) => parts.flatMap((part, at) => (at < parts.length - 1 && picked.has(part.toLowerCase()) ? [around(parts, at)] : []))));
  return new Set(split.filter(({ parts }) => parts.some((part, at) => at < parts.length - 1 && !picked.has(part.toLowerCase()) && selected.has(around(parts, at)))).map(({ key }) => key));
}

const offSwitch = /^(.+?)(?:\.is)?\.(?:enabled?|active)$/i;
const off = /^(?:false|no|off)$/i;

/** Whether the value of a switch turns off what it is for; a placeholder does not, whatever its default. */
export function isOff(value: string): boolean {
  return off.test(value.trim());
}

/** The feature that a setting turns off, as the beginning of the keys of its settings; `undefined` for all other settings. */
export function featureOff({ key, value }: Named): string | undefined {
  const feature = isOff(value) ? offSwitch.exec(key)?.[1] : undefined;
  return feature === undefined ? undefined : `${feature}.`;
}

/**
 * Keys of features that their own switch turns off, each with the beginning that the keys of the feature share:
 * `ldap.enabled: false` turns off `ldap.password` and `ldap.server.url`. Whoever switches the feature on gives it settings that fit.
 */
export function switchedOffKeys(settings: readonly Named[]): ReadonlyMap<string, string> {
  const features = settings.flatMap((setting) => featureOff(setting) ?? []);
  const found = new Map<string, string>();
  for (const { key } of features.length === 0 ? [] : settings) {
    const feature = features.find((each) => key.startsWith(each));
    if (feature !== undefined) found.set(key, feature);
  }
  return found;
}
