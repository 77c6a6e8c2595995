import { basename } from '../../base/paths.js';
import type { Fact } from '../../contract/workspace.js';
import type {} from '../../facts/config-kinds.js';
import { plainKey } from '../../facts/settings.js';
import { isSpringFile, profileKind } from '../../syntax/config-file.js';
import { withFallbacks } from '../../syntax/placeholders.js';
import type { Named } from './settings.js';

export const activeProfiles = 'SPRING_PROFILES_ACTIVE';

const production = /^(?:prod|production|prd|real|live|release)$/i;

function isForDevelopers(profile: string): boolean {
  return ['development', 'test'].includes(profileKind(profile));
}

/**
 * The profile to run with, where the workspace has one for production: without it the program takes the profile that
 * its settings begin with, which is a developer's. '' where nothing but a developer's is known.
 */
export function springProfile(facts: readonly Fact<'config.property'>[]): readonly Named[] {
  const spring = facts.filter(({ file }) => isSpringFile(file));
  const begun = spring.find(({ value: { key, profile } }) => key === 'spring.profiles.active' && profile === undefined);
  const started = withFallbacks(begun?.value.value ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');
  const own = [...new Set(spring.flatMap(({ value: { profile } }) => profile ?? []))].filter((each) => production.test(each)).sort((a, b) => Number(a !== 'prod') - Number(b !== 'prod'))[0];
  const known = started.filter((each) => /^[\w.-]+$/.test(each));
  if (own !== undefined && !known.some((each) => production.test(each))) {
    const file = begun?.file ?? spring.find(({ value: { profile } }) => profile === own)?.file ?? '';
    return [{ variable: activeProfiles, value: [own, ...known.filter((each) => !isForDevelopers(each))].join(','), from: basename(file), secret: false }];
  }
  return begun && known.some(isForDevelopers) ? [{ variable: activeProfiles, value: '', from: basename(begun.file), secret: false }] : [];
}

/** Settings without those of profiles that are there to choose from, such as `mysql`, where the program has a value of its own. */
export function withoutVariants(facts: readonly Fact<'config.property'>[]): readonly Fact<'config.property'>[] {
  const own = new Set(facts.filter(({ value: { profile } }) => profile === undefined).map(({ value: { key } }) => plainKey(key)));
  const begun = facts.find(({ value: { key, profile } }) => key === 'spring.profiles.active' && profile === undefined);
  const started = withFallbacks(begun?.value.value ?? '').split(',').map((each) => each.trim());
  const runs = (profile: string): boolean => production.test(profile) || started.includes(profile) || profileKind(profile) === 'container';
  return facts.filter(({ file, value: { key, profile } }) => profile === undefined || !isSpringFile(file) || runs(profile) || !own.has(plainKey(key)));
}
