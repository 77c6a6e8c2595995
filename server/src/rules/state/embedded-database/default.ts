import type { AnyProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';
import type {} from '../../../facts/config-kinds.js';
import { isSpringFile, profileKind } from '../../../syntax/config-file.js';
import { embeddedIn, engineArtifacts, engineNamed, sameSetting, serverDriver, urlKey, type Engine } from './engines.js';

type Property = Fact<'config.property'>;

const reads = ['config.property', 'build.module', 'datasource.defined', 'config.environment'] as const;

/** Frameworks that start an embedded database by themselves when it is on the class path and no URL is set. */
const starters = /^(?:org\.springframework\.boot:spring-boot-starter-(?:data-jpa|jdbc|data-jdbc)|io\.quarkus:quarkus-(?:jdbc-\w+|hibernate-orm.*))$/;

/** What the default profile and the build of an application say about its database. */
function situation(path: string, cx: ProjectContext): { readonly engines: ReadonlySet<Engine>; readonly starts: boolean; readonly others: boolean; readonly urlSet: boolean } {
  const dependencies = cx.model.factsFor('build.module', path).flatMap((fact) => fact.value.dependencies);
  const settings = cx.model.factsFor('config.property', path);
  return {
    engines: new Set(dependencies.flatMap((name) => engineArtifacts[name] ?? [])),
    starts: dependencies.some((name) => starters.test(name)),
    others: dependencies.some((name) => serverDriver.test(name)),
    urlSet: settings.some((fact) => isDataSourceUrl(fact) && profileKind(fact.value.profile) === 'default') || cx.model.factsFor('datasource.defined', path).length > 0
      || cx.model.factsFor('config.environment', path).some((fact) => sameSetting(fact.value.name, 'spring.datasource.url') || sameSetting(fact.value.name, 'quarkus.datasource.jdbc.url')),
  };
}

function isDataSourceUrl({ value: { key, value } }: Property): boolean {
  return urlKey.test(key) && (/jdbc:/.test(value) || /datasource|jdbc|(?:^|[._-])db/i.test(key)) || /jndi-name$/i.test(key);
}

const nameKey = /(?:^|[._-])(?:database|db|platform|db-?kind|db-?type|database-platform|dialect|driver(?:[._-]?class(?:[._-]?name)?)?)$/i;

/** A setting of the default profile that names the engine: `database=h2`, a driver class, a dialect. */
function named(fact: Property): Engine | undefined {
  return isSpringFile(fact.file) && profileKind(fact.value.profile) === 'default' && nameKey.test(fact.value.key) ? engineNamed(fact.value.value) : undefined;
}

/** Profiles of the application that bring a database of their own. */
function otherProfiles(path: string, cx: ProjectContext): readonly string[] {
  const facts = cx.model.factsFor('config.property', path).filter((fact) => ['other', 'container'].includes(profileKind(fact.value.profile)) && isDataSourceUrl(fact) && !embeddedIn(fact.value.value));
  return [...new Set(facts.map((fact) => fact.value.profile ?? ''))].sort();
}

/** No URL in the default profile, the engine on the class path and a setting that counts on it. */
function checkNamed(subject: Property, cx: ProjectContext): void {
  const engine = named(subject);
  if (!engine) return;
  const { engines, starts, urlSet } = situation(subject.file, cx);
  if (!starts || urlSet || !engines.has(engine)) return;
  const first = cx.model.factsFor('config.property', subject.file).find((fact) => named(fact) !== undefined);
  if (first !== subject) return;
  const profiles = otherProfiles(subject.file, cx);
  const args = { setting: subject.value.key, value: subject.value.value, engine };
  if (profiles.length === 0) cx.report({ say: 'named', args });
  else cx.report({ say: 'named-unless', args: { ...args, profiles: profiles.join(', ') }, severity: 'warning' });
}

/** No setting at all: the class path alone decides. */
function checkBuild(subject: Fact<'build.module'>, cx: ProjectContext): void {
  const artifact = subject.value.dependencies.find((name) => engineArtifacts[name] !== undefined);
  const engine = artifact === undefined ? undefined : engineArtifacts[artifact];
  if (!engine || !subject.value.dependencies.some((name) => starters.test(name))) return;
  const { others, urlSet } = situation(subject.file, cx);
  if (others || urlSet || cx.model.factsFor('config.property', subject.file).some((fact) => named(fact) !== undefined)) return;
  if (otherProfiles(subject.file, cx).length > 0) return;
  cx.report({ say: 'class-path', args: { engine } });
}

/** Databases that a framework starts because nothing else was configured. */
export const defaultDatabase: readonly AnyProjectCheck[] = [
  { subject: 'config.property', reads, about: (subject) => named(subject) !== undefined, check: checkNamed },
  { subject: 'build.module', reads, check: checkBuild },
];
