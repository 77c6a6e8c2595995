import type { XmlElement } from '../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../contract/rule.js';
import type { Span } from '../base/text.js';
import { profileOfPath } from '../syntax/config-file.js';
import { annotation, args, bareType, enclosingCallable, enclosingType, field, isType, nameOf, span, stringValue, typeOf, type JavaNode } from '../syntax/java/ask.js';
import { switchOf } from '../syntax/java/switches.js';
import { attribute, childText } from '../syntax/xml/ask.js';

export type MigrationTool = 'Flyway' | 'Liquibase';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** Code or a bean of the application that runs a migration tool. */
    'schema.tool': { readonly tool: MigrationTool };
    /** The library of a migration tool, where a build file names it. */
    'schema.library': { readonly tool: MigrationTool };
    /** A setting about the schema in code or XML; configuration files have `config.property`. */
    'schema.setting': {
      readonly key: string;
      readonly value: string;
      readonly profile?: string;
      /** Set where the settings beside it open a database inside the process. */
      readonly ownDatabase?: true;
    };
  }
}

/** `<beans profile="dev">` around an element. */
export function beansProfile(element: XmlElement): string | undefined {
  for (let at = element.parent; at; at = at.parent) {
    const profile = at.local === 'beans' ? attribute(at, 'profile')?.value : undefined;
    if (profile !== undefined) return profile;
  }
  return undefined;
}

const schemaKey = /ddl-?auto|hbm2ddl|ddl-generation|schema-generation|SynchronizeMappings/i;
/** URLs of databases that run inside the process. */
const ownUrl = /\bjdbc:(?:h2:(?!tcp:|ssl:|zip:)|hsqldb:(?!hsqls?:|https?:)|derby:(?!\/\/)|sqlite:)/i;

function setting(cx: FactFileContext, key: string, value: string, at: Span, profile: string | undefined, isOwn = false): void {
  if (schemaKey.test(key) && at.end > at.start) cx.emit('schema.setting', at, { key, value: value.trim(), ...(profile === undefined ? {} : { profile }), ...(isOwn ? { ownDatabase: true } : {}) });
}

/** Whether a property beside the element, in one group with it, opens a database inside the process. */
function isBesideOwnDatabase(element: XmlElement): boolean {
  return element.parent?.children.some((other) => ownUrl.test(attribute(other, 'value')?.value ?? other.text)) ?? false;
}

/** `src/main/resources-mysql/META-INF/persistence.xml` and the like name a database, no stage. */
function pair(element: XmlElement, cx: FactFileContext): void {
  const key = attribute(element, 'name') ?? attribute(element, 'key');
  const value = attribute(element, 'value');
  const at = value?.valueSpan ?? element.textSpan;
  if (key && at) setting(cx, key.value, value?.value ?? element.text, at, beansProfile(element) ?? profileOfPath(cx.path), isBesideOwnDatabase(element));
}

/** Flyway or Liquibase as a bean, which migrates when the context starts. */
function toolBean(element: XmlElement, cx: FactFileContext): void {
  const type = attribute(element, 'class');
  const tool = /^(?:liquibase\.integration\.spring\.)?SpringLiquibase$/.test(type?.value ?? '') ? 'Liquibase' : /^org\.flywaydb\.core\.Flyway$/.test(type?.value ?? '') ? 'Flyway' : undefined;
  if (type && tool && beansProfile(element) === undefined) cx.emit('schema.tool', type.valueSpan, { tool });
}

const libraries: readonly (readonly [MigrationTool, RegExp])[] = [
  ['Flyway', /^org\.flywaydb:flyway-core\b|:spring-boot-starter-flyway\b/],
  ['Liquibase', /^org\.liquibase:liquibase-core\b|:spring-boot-starter-liquibase\b/],
];

function library(cx: FactFileContext, coordinate: string, at: Span): void {
  const tool = libraries.find(([, name]) => name.test(coordinate))?.[0];
  if (tool) cx.emit('schema.library', at, { tool });
}

const constants: Readonly<Record<string, string>> = { HBM2DDL_AUTO: 'hibernate.hbm2ddl.auto', DDL_GENERATION: 'eclipselink.ddl-generation' };

/** Key of a property: a literal, or a constant of Hibernate's and EclipseLink's own classes. */
function keyOf(node: JavaNode | undefined): string | undefined {
  return stringValue(node) ?? constants[(node?.type === 'field_access' ? field(node, 'field')?.text : node?.text) ?? ''];
}

function isOff(call: JavaNode): boolean {
  const callable = enclosingCallable(call);
  return callable !== undefined && switchOf(callable).never;
}

/** `new SchemaExport(configuration)` and nothing that opens sessions: Hibernate's tool does what its own calls say, and no session factory reads the setting. */
function isForSchemaTool(call: JavaNode): boolean {
  const text = enclosingCallable(call)?.text ?? '';
  return /\bnew\s+Schema(?:Export|Update|Validator)\s*\(/.test(text) && !/\bbuildSessionFactory\b|\bcreateEntityManagerFactory\b/.test(text);
}

/** `properties.put("hibernate.hbm2ddl.auto", "update")`, `flyway.migrate()`. */
function onCall(call: JavaNode, cx: FactFileContext): void {
  const name = field(call, 'name');
  const [key, value] = args(call);
  if (!name || isOff(call)) return;
  if (/^(?:put|setProperty|addProperty|applySetting)$/.test(name.text) && value) {
    const written = keyOf(key);
    const text = stringValue(value);
    if (written !== undefined && text !== undefined && !isForSchemaTool(call)) setting(cx, written, text, span(value), undefined);
  }
  const object = field(call, 'object');
  // `Flyway.configure()…load().migrate()` names no variable.
  const chained = object?.type === 'method_invocation' && nameOf(object) === 'load' && /^(?:org\.flywaydb\.core\.)?Flyway\s*\.\s*configure\b/.test(object.text);
  if (name.text === 'migrate' && !key && (chained || isType(cx, call, typeOf(object), 'org.flywaydb.core.Flyway'))) cx.emit('schema.tool', span(name), { tool: 'Flyway' });
}

/** A Liquibase bean of the application's own. */
function onMethod(method: JavaNode, cx: FactFileContext): void {
  const name = field(method, 'name');
  if (!name || !annotation(method, 'Bean') || switchOf(method).never || !enclosingType(method)) return;
  if (isType(cx, method, bareType(field(method, 'type')), 'liquibase.integration.spring.SpringLiquibase') && !/setShouldRun\(\s*false/.test(method.text)) cx.emit('schema.tool', span(name), { tool: 'Liquibase' });
}

/** What changes the schema when the application starts: tools, their libraries, and settings in code and XML. */
export const migrationFacts: FactExtractor = {
  kinds: ['schema.tool', 'schema.library', 'schema.setting'],
  matchers: [
    factMatcher({
      language: 'xml',
      needles: [['hbm2ddl'], ['ddl-generation'], ['schema-generation'], ['SynchronizeMappings'], ['SpringLiquibase'], ['org.flywaydb']],
      on: { property: pair, prop: pair, entry: pair, bean: toolBean },
    }),
    factMatcher({
      language: 'xml',
      files: ['**/pom.xml'],
      needles: [['flyway'], ['liquibase']],
      on: {
        dependency(element, cx) {
          const artifact = element.children.find(({ local }) => local === 'artifactId');
          const managed = element.parent?.parent?.local === 'dependencyManagement' || element.parent?.parent?.local === 'plugin';
          if (artifact?.textSpan && !managed && childText(element, 'scope') !== 'test') library(cx, `${childText(element, 'groupId') ?? ''}:${artifact.text}`, artifact.textSpan);
        },
      },
    }),
    factMatcher({
      language: 'gradle',
      files: ['**/build.gradle', '**/build.gradle.kts'],
      needles: [['flyway'], ['liquibase']],
      on: {
        file(file, cx) {
          for (const entry of file.entries) if (entry.kind === 'dependency' && !/test|buildscript/i.test(`${entry.name} ${entry.blocks[0]?.name ?? ''}`)) library(cx, entry.value, entry.valueSpan);
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: [['hbm2ddl'], ['HBM2DDL'], ['ddl-generation'], ['DDL_GENERATION'], ['schema-generation'], ['SynchronizeMappings'], ['org.flywaydb', 'migrate'], ['SpringLiquibase', 'Bean']],
      on: { method_invocation: onCall, method_declaration: onMethod },
    }),
  ],
};
