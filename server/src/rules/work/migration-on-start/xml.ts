import type { XmlElement } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { profileOfPath } from '../../../syntax/config-file.js';
import { attribute } from '../../../syntax/xml/ask.js';
import { reportSetting, schemaCause } from './setting.js';

/** `<beans profile="dev">` around an element. */
function beansProfile(element: XmlElement): string | undefined {
  for (let at = element.parent; at; at = at.parent) {
    const profile = at.local === 'beans' ? attribute(at, 'profile')?.value : undefined;
    if (profile !== undefined) return profile;
  }
  return undefined;
}

/** `src/main/resources-mysql/META-INF/persistence.xml` and the like name a database, no stage. */
function pair(element: XmlElement, cx: RuleFileContext): void {
  const key = attribute(element, 'name') ?? attribute(element, 'key');
  const value = attribute(element, 'value');
  const at = value?.valueSpan ?? element.textSpan;
  if (key && at) reportSetting(cx, key.value, value?.value ?? element.text, at, beansProfile(element) ?? profileOfPath(cx.path));
}

/** `<jdbc:initialize-database>` runs its scripts at every start of every replica. */
function initialize(element: XmlElement, cx: RuleFileContext): void {
  const enabled = attribute(element, 'enabled')?.value ?? 'true';
  if (!element.name.startsWith('jdbc:') || enabled === 'false' || beansProfile(element) !== undefined) return;
  const [placeholder] = /^[#$]\{([^:}]+)/.exec(enabled)?.slice(1) ?? [];
  cx.report({
    at: element.nameSpan, say: placeholder === undefined ? 'scripts' : 'scriptsUnless', confidence: 'medium', cause: schemaCause,
    args: { setting: `<${element.name}>`, variable: placeholder ?? '' }, data: { key: element.name },
  });
}

/** Flyway or Liquibase as a bean, which migrates when the context starts. */
function toolBean(element: XmlElement, cx: RuleFileContext): void {
  const type = attribute(element, 'class');
  const tool = /^(?:liquibase\.integration\.spring\.)?SpringLiquibase$/.test(type?.value ?? '') ? 'Liquibase' : /^org\.flywaydb\.core\.Flyway$/.test(type?.value ?? '') ? 'Flyway' : undefined;
  if (type && tool && beansProfile(element) === undefined) cx.report({ at: type.valueSpan, say: 'tool', severity: 'info', args: { tool }, cause: 'tool', data: null });
}

export const xml = ruleMatcher({
  language: 'xml',
  needles: [['hbm2ddl'], ['ddl-generation'], ['schema-generation'], ['initialize-database'], ['SpringLiquibase'], ['org.flywaydb']],
  on: {
    property: pair, prop: pair, entry: pair, 'initialize-database': initialize,
    bean: toolBean,
  },
});
