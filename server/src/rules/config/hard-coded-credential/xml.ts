import type { XmlElement } from '../../../contract/nodes.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { areTexts } from '../../../syntax/config-file.js';
import { variableName } from '../../../syntax/names.js';
import { secretIn } from '../../../syntax/secret-value.js';
import { attribute, child } from '../../../syntax/xml/ask.js';
import { beanName, isConfiguration, isForDevelopment, valuesIn } from '../../../syntax/xml/settings.js';
import { distinct, report, type Credential } from './report.js';

const otherRoots = /^(?:tomcat-users|cas|security|openid|jetty)$/;

function below(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(below)];
}

/** A database inside the process: its password keeps nobody out. */
function isEmbedded(element: XmlElement): boolean {
  if (/derby\.embedded$/.test(element.local)) return true;
  const scope = ['security', 'property', 'value', 'prop', 'password'].includes(element.local) ? ownerOf(element) : element;
  return scope !== undefined && /^\s*jdbc:(?:log4jdbc:|p6spy:)?(?:h2|hsqldb|derby|sqlite|tc):/im.test(below(scope).flatMap((each) => [each.text, ...each.attributes.map(({ value }) => value)]).join('\n'));
}

/** The data source, bean or unit that a password belongs to. */
function ownerOf(element: XmlElement): XmlElement | undefined {
  let at: XmlElement | undefined = element;
  while (at && !/^(?:bean|datasource|xa-datasource|local-tx-datasource|persistence-unit|session-factory|Resource|dataSource|data-source|Environment|New)$/.test(at.local)) at = at.parent;
  return at ?? element.parent;
}

function credentialsOf(element: XmlElement): readonly (Credential & { readonly element: XmlElement })[] {
  return valuesIn(element).flatMap(({ name, value, at }) => {
    const kind = secretIn(name, value);
    return kind === undefined || isEmbedded(element) ? [] : [{ name, at, value: at, kind, element }];
  });
}

/** The placeholder that the reader of the file understands at this place; `undefined` where none does. */
function isReplaceable(element: XmlElement, root: XmlElement, written: string): boolean {
  if (/[{}\r\n]/.test(written)) return false;
  if (root.local === 'server') return child(root, 'featureManager') !== undefined;
  return root.local === 'beans' && ['value', 'prop', 'entry', 'property', 'constructor-arg', 'bean'].includes(element.local);
}

/** Users of bean security, data sources, mail senders, key stores, resources of servers: one finding per file. */
export const xmlCredential = ruleMatcher({
  language: 'xml',
  needles: [[/pass(?:word|wd|phrase)?\b|pwd\b|secret|token|(?:access|api|algorithm|private)-?_?key\b|salt\b/i], [/:\/\/[^\s:/?#@"<]+:[^\s/?#@"<]+@/]],
  on: {
    '*'(root, cx) {
      if (root.parent || !(isConfiguration(root) || otherRoots.test(root.local))) return;
      // Java reads translations from `<properties>` too.
      if (root.local === 'properties' && areTexts(root.children.map(({ text }) => text))) return;
      const found = below(root).flatMap(credentialsOf);
      const product = found.filter(({ element }) => !isForDevelopment(element, cx.path));
      const shown = product.length > 0 ? product : found;
      const places = distinct(shown.filter(({ element, value }) => isReplaceable(element, root, cx.text.slice(value.start, value.end)))
        .map(({ name, value, element }) => ({ ...value, variable: variableName(name, beanName(element) || (attribute(element, 'id')?.value ?? '')) })));
      report(cx, shown.map(({ name, at, value, kind, element }) => ({ name: named(name, element), at, value, kind })), {
        say: 'setting', ...(product.length === 0 ? { severity: 'info' as const } : {}), data: { settings: [], default: false, places },
      });
    },
  },
});

/** What the reader sees: the name, and for an attribute the element that carries it. */
function named(name: string, element: XmlElement): string {
  const own = element.attributes.some((each) => each.name === name);
  return own ? `<${element.name} ${name}>` : name;
}
