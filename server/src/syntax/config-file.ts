import { basename } from '../base/paths.js';
import type { Span } from '../base/text.js';
import type { YamlDocument } from '../contract/nodes.js';
import { at, entries, items, span, text, type YamlNode } from './yaml/ask.js';

/** Globs of the files that may hold an application's settings; {@link isSettingsFile} decides. */
export const settingsGlobs = {
  properties: [
    '**/{application,bootstrap}*.properties', '**/src/main/resources*/{,*/,*/*/}*.properties', '**/WEB-INF/**/*.properties',
    '**/{conf,config,configuration,settings,props,properties,egovProps,profiles,profile,env,environments,environment}/**/*.properties',
  ],
  yaml: ['**/application*.{yml,yaml}', '**/bootstrap*.{yml,yaml}', '**/src/main/resources*/**/*.{yml,yaml}'],
} as const;

const springFile = /^(?:application|bootstrap)(?:-([\w.+-]+?))?\.(?:properties|ya?ml)$/;
/** Translations, logging set-ups, data for tests and other resources that are no settings of the application. */
const noSettings = /(?:messages?|labels?|resources|i18n|translat\w*|locales?|bundle|exceptions?|errors?|texts?|strings|mime\w*|smileys|validation\w*|log4j2?|logging|logback|velocity|struts|rome|quartz-default|gradle|gradle-wrapper|git|build|maven|pom|sonar-project|lombok|generator(?:-?config)?|mybatis-?generator|mbg|jooq-?\w*|code-?gen\w*|(?:^|[\/._-])test-?data)\.(?:properties|ya?ml)$|[_-](?:[a-z]{2,3}|[a-z]{2}[_-][A-Za-z]{2,4})\.properties$|(?:^|\/)(?:i18n|l10n|locales?|lang|languages?|messages?|bundles?|translations?|META-INF\/maven|static|templates|themes?|sql)\//i;
const settingsName = /conf|application|globals?|database|datasource|jdbc|(?:^|[-_.])db|env|setting|props|propert|system|server|client|redis|mail|common|default|hibernate|persistence|cache|queue|kafka|ldap|vault|service|api|gateway|url|host/i;
const settingsFolder = /(?:^|\/)(?:conf|config|configuration|settings?|props|properties|egovProps|profiles?|env|environments?)\//i;
/** Maven and Gradle pick a folder per environment: `profiles/prod/`, `resources-dev/`, `config/local/`. */
const folderProfile = /(?:^|\/)(?:profiles?|env|environments?|filters?)\/([\w-]+)\/|(?:^|\/)src\/main\/resources[-_]([\w-]+)\/|(?:^|\/)(?:config|props|properties|conf|egovProps)\/(dev|develop|development|local|test|stag(?:e|ing)|qa|prod|production|real|live)\//i;
const nameProfile = /[-_.](dev|develop|development|local|test|stag(?:e|ing)|qa|prod|production|real|live|docker|k8s|kubernetes)\.(?:properties|ya?ml)$/i;
/** Files to copy from, files for a developer's own runs, and modules that show how something is done. */
const showing = /(?:^|[-_.])(debug|examples?|samples?|templ[ae]tes?|tmpl)(?:[-_.](?:conf|config|settings))?\.(?:properties|ya?ml|xml)$/i;
const copied = /[-_.](?:examples?|samples?)\.(?:properties|ya?ml|xml)$/i;
const showingFolder = /(?:^|\/)(?:[\w.-]+[-_](demos?|samples?|examples?)|[\w.-]+[-_](demos?)[-_][\w.-]+|(demos?|samples?|examples?)[-_][\w.-]+)\//i;

function stem(path: string): string {
  return basename(path).replace(/\.\w+$/, '');
}

/** Whether Spring Boot (or Quarkus, Micronaut) itself reads the file as configuration, so that `${NAME:default}` is resolved in it. */
export function isSpringFile(path: string): boolean {
  return springFile.test(basename(path));
}

/** Whether a properties or YAML path holds settings of the application rather than translations, logging or data. */
export function isSettingsFile(path: string): boolean {
  if (isSpringFile(path)) return true;
  if (noSettings.test(path)) return false;
  const resources = /(?:^|\/)src\/main\/(?:resources[\w-]*|webapp\/WEB-INF(?:\/classes)?)\/(.*)$/.exec(path)?.[1];
  if (/\.ya?ml$/.test(path)) return resources !== undefined;
  if (resources === undefined) return /(?:^|\/)WEB-INF\/(?:classes\/)?[^/]+\.properties$/.test(path) || (settingsFolder.test(path) && settingsName.test(stem(path)));
  const depth = resources.split('/').length - 1;
  // Deep folders are packages, whose properties are mostly texts of the classes beside them; a folder for settings tells otherwise.
  return depth === 0 || settingsFolder.test(resources) || (depth <= 2 && settingsName.test(stem(path)));
}

function sentencesIn(values: readonly string[]): number {
  return values.filter((value) => /\p{L}{2}\s+\p{L}{2}|[^\x00-\x7f]/u.test(value)).length;
}

/** Whether values are mostly sentences: then the file holds texts to show, whatever it is called. */
export function areTexts(values: readonly string[]): boolean {
  return areLabels(values) || (values.length > 10 && sentencesIn(values) > values.length / 3);
}

/** Whether two thirds of the values are sentences: such a file describes settings or labels fields, and its few plain values are texts as well. */
export function areLabels(values: readonly string[]): boolean {
  return values.length > 5 && sentencesIn(values) * 3 >= values.length * 2;
}

/** Profile that the path alone names: `application-prod.yml` → `prod`, `profiles/local/db.properties` → `local`. */
export function profileOfPath(path: string): string | undefined {
  const name = basename(path);
  const spring = springFile.exec(name);
  if (spring?.[1]) return spring[1];
  const folder = folderProfile.exec(path);
  if (folder) return folder[1] ?? folder[2] ?? folder[3];
  // Nobody chooses a profile by the name of such a file: it is there to be copied from.
  if (!spring && copied.test(name)) return 'template';
  const shown = showing.exec(name) ?? showingFolder.exec(path);
  return shown?.slice(1).find(Boolean) ?? (spring ? undefined : nameProfile.exec(name)?.[1]);
}

export type ProfileKind = 'default' | 'development' | 'test' | 'container' | 'other';

/** What a profile expression is for. A negated one (`!dev`) holds in production as well and counts as `other`. */
export function profileKind(profile: string | undefined): ProfileKind {
  if (profile === undefined || profile === '' || profile === 'default') return 'default';
  const words = profile.toLowerCase().split(/[^a-z0-9!]+/).filter(Boolean);
  if (words.some((word) => word.startsWith('!') || /^(?:prod|production|prd|real|live|stag(?:e|ing))$/.test(word))) return 'other';
  // Nothing runs with a file that is to be copied and filled in.
  if (words.some((word) => /^(?:tests?|testing|it|ci|unit|junit|e2e|integration|templ[ae]tes?|tmpl|skel(?:eton)?)$/.test(word))) return 'test';
  // `ldap-sample`: what the file is a sample of is copied from it; `sample` alone may well be a profile for a try.
  if (words.length > 1 && /^(?:samples?|examples?)$/.test(words.at(-1) ?? '')) return 'test';
  // `swagger`: what somebody starts to print the description of the API.
  if (words.some((word) => /^(?:dev|devel|develop|development|local|localhost|debug|demos?|samples?|examples?|mock|ide|swagger|springdoc|openapi|apidocs?)$/.test(word))) return 'development';
  return words.some((word) => /^(?:docker|compose|k8s|kubernetes|kube|container|openshift|helm)$/.test(word)) ? 'container' : 'other';
}

/** Whether the profile is one that runs for users: what it sets replaces the default, which is then for development. */
export function runsForUsers(profile: string | undefined): boolean {
  return ['other', 'container'].includes(profileKind(profile)) && /prod|prd|real|live|docker|k8s|kube|cloud|stag/i.test(profile ?? '');
}

/** Whether a text of settings selects profiles and this one is not among them: it is one of several choices, made elsewhere. */
export function isUnselectedProfile(profile: string | undefined, fileText: string): boolean {
  if (profile === undefined || profile === '' || profile.includes('!')) return false;
  const written = /\bprofiles:[ \t]*\r?\n[ \t]+active:[ \t]*([^\r\n#]+)/.exec(fileText)?.[1] ?? /\bspring\.profiles\.active\s*[:=][ \t]*([^\r\n#]+)/.exec(fileText)?.[1] ?? '';
  const active = written.replace(/\$\{[\w.]+:([^}]*)\}/g, '$1').split(',').map((name) => name.trim().replace(/^["']|["']$/g, '')).filter((name) => /^[\w.-]+$/.test(name));
  return active.length > 0 && !profile.split(/[\s|,&()]+/).some((name) => active.includes(name));
}

/** Port that a text of settings gives Spring Boot's server, or gives it unless the environment says otherwise; `undefined` when it names none. */
export function serverPortIn(fileText: string): string | undefined {
  const flat = /^server\.port\s*[=:]\s*(?:\$\{[\w.]+:)?(\d+)/m.exec(fileText);
  const nested = /^server:[ \t]*\r?\n(?:(?:[ \t]+[^\r\n]*)?\r?\n)*?[ \t]+port:[ \t]*["']?(?:\$\{[\w.]+:)?(\d+)/m.exec(fileText);
  return flat?.[1] ?? nested?.[1];
}

/** One setting with its places. */
export interface Setting {
  /** Dotted key; items of lists carry their index: `hosts[0]`. */
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  /** The value as written, quotes included. */
  readonly valueSpan: Span;
}

const springRoots = new Set(['spring', 'server', 'management', 'logging', 'datasource', 'micronaut', 'quarkus', 'eureka', 'feign', 'mybatis', 'mybatis-plus', 'jpa']);

/** Whether a YAML document is an application's configuration: by its file name, or by the top-level keys that Spring knows. */
export function isSettingsDocument(path: string, { doc }: YamlDocument): boolean {
  // Argo CD, OAM and charts call a resource `Application` and its file after it.
  if (at(doc, 'apiVersion') && at(doc, 'kind')) return false;
  if (isSpringFile(path)) return true;
  return isSettingsFile(path) && entries(doc, doc.contents ?? undefined).some(({ key }) => springRoots.has(key.split('.')[0] ?? ''));
}

/** Several rules and facts ask for the same document; a document does not change. */
const known = new WeakMap<YamlDocument['doc'], readonly Setting[]>();

/** Scalar settings of a YAML document, keys joined with dots. Values that a template fills in are left out. */
export function settingsOf({ doc }: Pick<YamlDocument, 'doc'>): readonly Setting[] {
  const settings = known.get(doc) ?? readSettings(doc);
  known.set(doc, settings);
  return settings;
}

function readSettings(doc: YamlDocument['doc']): readonly Setting[] {
  const found: Setting[] = [];
  const walk = (node: YamlNode | undefined, key: string, keySpan: Span): void => {
    const value = text(node);
    if (node && value !== undefined) {
      found.push({ key, value, keySpan, valueSpan: span(node) });
      return;
    }
    items(doc, node).forEach((item, index) => walk(item, `${key}[${index}]`, span(item)));
    for (const entry of entries(doc, node)) walk(entry.value, key === '' ? entry.key : `${key}.${entry.key}`, span(entry.keyNode));
  };
  walk(doc.contents ?? undefined, '', { start: 0, end: 0 });
  return found;
}

/** A file by itself that is to be copied and filled in, whatever profiles it names. */
const template = /(?:^|[-_.])(templ[ae]te|tmpl)\.(?:properties|ya?ml)$/i;

/** Profile a document of a multi-document YAML file is for; the path's when the document names none. */
export function profileOfDocument(path: string, { doc }: YamlDocument): string | undefined {
  if (template.test(basename(path))) return 'template';
  const stated = settingsOf({ doc }).filter(({ key }) => /^spring\.(?:profiles|config\.activate\.on-profile)(?:\[\d+\])?$/.test(key)).map(({ value }) => value);
  return stated.length > 0 ? stated.join(' | ') : profileOfPath(path);
}

/** Profile of the place in a properties file: `#---` begins a document, which may name its profile anywhere. */
export function profileAt(path: string, fileText: string, offset: number): string | undefined {
  const section = sectionsOf(fileText).find(({ end }) => offset < end);
  return section?.profile ?? profileOfPath(path);
}

interface Section {
  readonly end: number;
  readonly profile: string | undefined;
}

/** Sections of the file that was asked about last: every entry of a file asks. */
let last: { readonly text: string; readonly sections: readonly Section[] } = { text: '', sections: [] };

function sectionsOf(text: string): readonly Section[] {
  if (last.text !== text) {
    const ends = [...[...text.matchAll(/^[#!]---[ \t]*$/gm)].map((match) => match.index), text.length + 1];
    const sections = ends.map((end, index) => {
      const stated = /^[ \t]*spring\.(?:profiles|config\.activate\.on-profile)[ \t]*[=:][ \t]*(.+?)[ \t]*$/m.exec(text.slice(ends[index - 1] ?? 0, end));
      return { end, profile: stated?.[1] };
    });
    last = { text, sections };
  }
  return last.sections;
}

/** Quarkus writes the profile into the key: `%dev.quarkus.http.port`. */
export function splitProfileKey(key: string): { readonly key: string; readonly profile: string | undefined } {
  const match = /^%([\w,-]+)\.(.+)$/.exec(key);
  return match ? { key: match[2] ?? '', profile: match[1] } : { key, profile: undefined };
}

/** Whether a part of a key before its last says that tests alone read the setting: `shop.testdb.password`, `api.test.host`. */
export function isForTests(key: string): boolean {
  return key.split('.').slice(0, -1).some((part) => /^(?:unit|integration)?[-_]?tests?(?:ing)?(?:[-_]?(?:db|data(?:base|source)?|server|env(?:ironment)?))?$/i.test(part));
}
