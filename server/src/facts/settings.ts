import { memoText } from '../base/memo.js';
import type { Place } from '../contract/finding.js';
import type { Fact, FactKind, Model } from '../contract/workspace.js';
import { profileKind } from '../syntax/config-file.js';
import { placeholdersIn } from '../syntax/placeholders.js';
import { featureOff, isOff } from '../syntax/selected-setting.js';
import type {} from './build/kinds.js';
import type {} from './config-kinds.js';
import type {} from './environment.js';

/** Fact kinds that the look-ups of this file read; project checks name them in `reads`. */
export const settingReads = ['config.property', 'config.environment', 'build.module'] as const satisfies readonly FactKind[];

/** One value that a setting may have in an application, and where it is given. */
export interface SettingValue {
  /** Name as written there: a dotted key, or an environment variable. */
  readonly key: string;
  /** As written, placeholders kept; '' for a secret, `undefined` when it only comes with the deployment. */
  readonly value: string | undefined;
  /** `file`: a configuration file; `environment`: a manifest, Compose file or image; `build`: a property of the build that fills files in. */
  readonly from: 'file' | 'environment' | 'build';
  /** Spring profile; `undefined` for the default one. */
  readonly profile: string | undefined;
  readonly place: Place;
}

/** A text whose placeholders were filled in, and the settings that filled them, outermost first. */
export interface Resolved {
  readonly text: string;
  readonly through: readonly SettingValue[];
}

/** A setting's name without what relaxed binding ignores: `spring.data.redis.host`, `SPRING_DATA_REDIS_HOST` and `spring.data.redis-host` differ in nothing else. */
export const plainKey = memoText((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));

/** Whether two names are one setting under Spring's relaxed binding. */
export function sameSetting(a: string, b: string): boolean {
  return plainKey(a) !== '' && plainKey(a) === plainKey(b);
}

type Index = ReadonlyMap<string, readonly SettingValue[]>;

/** The model hands out one list per kind and application, so the list itself is the key. */
const indexes = new WeakMap<readonly Fact[], Index>();

function indexed<K extends FactKind>(facts: readonly Fact<K>[], read: (fact: Fact<K>) => readonly SettingValue[]): Index {
  const list = facts as unknown as readonly Fact[];
  const known = indexes.get(list);
  if (known) return known;
  const index = new Map<string, SettingValue[]>();
  for (const value of facts.flatMap(read)) {
    const values = index.get(plainKey(value.key));
    if (values) values.push(value);
    else index.set(plainKey(value.key), [value]);
  }
  indexes.set(list, index);
  return index;
}

function fromFile({ file, range, value: { key, value, profile } }: Fact<'config.property'>): readonly SettingValue[] {
  return [{ key, value, from: 'file', profile, place: { file, range } }];
}

function fromEnvironment({ file, range, value: { name, value } }: Fact<'config.environment'>): readonly SettingValue[] {
  return [{ key: name, value, from: 'environment', profile: undefined, place: { file, range } }];
}

function fromBuild({ file, range, value: { properties } }: Fact<'build.module'>): readonly SettingValue[] {
  return Object.entries(properties).map(([key, value]) => ({ key, value, from: 'build', profile: undefined, place: { file, range } }));
}

/** Values that manifests, Compose files and images give to a setting by relaxed binding: they win over every file. */
export function overridesOf(model: Model, path: string, key: string): readonly SettingValue[] {
  return indexed(model.factsFor('config.environment', path), fromEnvironment).get(plainKey(key)) ?? [];
}

/**
 * Every value that a setting may have in the application of `path`: from its files (Spring, `globals.properties` and
 * the like; the default profile first), then from the environment, then from the build.
 */
export function valuesOf(model: Model, path: string, key: string): readonly SettingValue[] {
  const plain = plainKey(key);
  const files = indexed(model.factsFor('config.property', path), fromFile).get(plain) ?? [];
  const ordered = [...files].sort((a, b) => Number(profileKind(a.profile) !== 'default') - Number(profileKind(b.profile) !== 'default'));
  return [...ordered, ...overridesOf(model, path, key), ...(indexed(model.factsFor('build.module', path), fromBuild).get(plain) ?? [])];
}

/**
 * Whether a fact is the switch that keeps a setting without effect: it stands in the setting's file and turns the feature off,
 * `ldap.enabled: false` beside `ldap.url`, and nothing that runs with the file turns it on. A profile's own switch decides for
 * what that profile sets; a profile that turns a feature of the default one on may give the setting another value.
 */
export function keepsOff(fact: Fact, file: string, key: string, model: Model): boolean {
  if (fact.file !== file) return false;
  const { value } = fact as Fact<'config.property'>;
  const feature = featureOff(value);
  if (feature === undefined || !key.startsWith(feature)) return false;
  const turningOn = valuesOf(model, file, value.key).filter((other) => other.value === undefined || !isOff(other.value));
  return turningOn.every((other) => other.from === 'file' && (value.profile !== undefined ? other.profile !== value.profile : isGivenIn(model, file, key, other.profile)));
}

/** Whether a profile, other than the default one, gives a setting a value of its own. */
function isGivenIn(model: Model, path: string, key: string, profile: string | undefined): boolean {
  return profile !== undefined && valuesOf(model, path, key).some((other) => other.from === 'file' && other.profile === profile);
}

const referenceIndexes = new WeakMap<readonly Fact[], Index>();

/** Names in the placeholders of a value, those inside defaults included. */
function namesIn(value: string): readonly string[] {
  return placeholdersIn(value).flatMap(({ name, fallback }) => [name, ...(fallback === undefined ? [] : namesIn(fallback))]);
}

/** Settings of files whose value refers to a key by a placeholder, also within the default of another. */
export function referencesTo(model: Model, path: string, key: string): readonly SettingValue[] {
  const facts = model.factsFor('config.property', path);
  const list = facts as unknown as readonly Fact[];
  const known = referenceIndexes.get(list);
  if (known) return known.get(plainKey(key)) ?? [];
  const index = new Map<string, readonly SettingValue[]>();
  for (const fact of facts.filter(({ value }) => value.value.includes('{') || value.value.includes('@'))) {
    for (const name of new Set(namesIn(fact.value.value).map(plainKey))) index.set(name, [...(index.get(name) ?? []), ...fromFile(fact)]);
  }
  referenceIndexes.set(list, index);
  return index.get(plainKey(key)) ?? [];
}

/** Nested placeholders deeper than this, and combinations beyond this number, tell a reader nothing either. */
const depthLimit = 6;
const combinationLimit = 16;

/**
 * What a text may be once its placeholders are filled in: one result per combination of values. Cycles end where they
 * begin; what nothing gives a value to keeps its default or stays as written.
 */
export function resolve(model: Model, path: string, text: string): readonly Resolved[] {
  return fill(model, path, text, []);
}

function fill(model: Model, path: string, text: string, seen: readonly string[]): readonly Resolved[] {
  let results: readonly Resolved[] = [{ text: '', through: [] }];
  let at = 0;
  for (const placeholder of placeholdersIn(text)) {
    const between = text.slice(at, placeholder.start);
    const written = text.slice(placeholder.start, placeholder.end);
    const options = placeholder.kind === 'expression' ? [] : optionsOf(model, path, placeholder.name, placeholder.fallback, seen);
    const chosen = options.length > 0 ? options : [{ text: written, through: [] }];
    results = results.flatMap((head) => chosen.map((option) => ({ text: head.text + between + option.text, through: [...head.through, ...option.through] }))).slice(0, combinationLimit);
    at = placeholder.end;
  }
  return results.map(({ text: head, through }) => ({ text: head + text.slice(at), through }));
}

function optionsOf(model: Model, path: string, name: string, fallback: string | undefined, seen: readonly string[]): readonly Resolved[] {
  const plain = plainKey(name);
  if (seen.includes(plain) || seen.length >= depthLimit) return [];
  const given = valuesOf(model, path, name).flatMap((source) => {
    if (source.value === undefined || source.value === '') return [];
    return fill(model, path, source.value, [...seen, plain]).map(({ text, through }) => ({ text, through: [source, ...through] }));
  });
  return [...given, ...(fallback === undefined ? [] : fill(model, path, fallback, [...seen, plain]))].slice(0, combinationLimit);
}
