import type { Span } from '../../../base/text.js';
import type { XmlElement } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { profileKind, profileOfPath } from '../../../syntax/config-file.js';
import { placeholdersIn } from '../../../syntax/placeholders.js';
import { attribute, rootOf } from '../../../syntax/xml/ask.js';
import { isForNoProfile } from '../../../syntax/xml/settings.js';
import { embeddedIn, type Engine } from './engines.js';

/** Documents that hold URLs without being configuration of the running application. */
const otherRoots = new Set(['project', 'databaseChangeLog', 'document', 'html', 'book', 'article', 'module', 'component', 'mapper', 'report', 'suite', 'changelog']);

/** Whether the element is only there in development or test: by its path or by `<beans profile="…">` around it. */
function isForDevelopment(element: XmlElement, path: string): boolean {
  const profiles = [profileOfPath(path)];
  for (let at: XmlElement | undefined = element; at; at = at.parent) if (at.local === 'beans') profiles.push(attribute(at, 'profile')?.value);
  return profiles.some((profile) => ['development', 'test'].includes(profileKind(profile)));
}

/** `#{ 'jdbc:hsqldb:mem:' + name }`: what a Spring expression begins with decides. */
function engineOf(value: string): Engine | undefined {
  return embeddedIn(/^\s*#\{\s*'([^']*)'/.exec(value)?.[1] ?? value);
}

/** Whether a folder or the file is named after the engine, as in `datasources/h2/context.xml`: one of several that a build or an installer picks from. */
function isVariant(path: string, engine: Engine): boolean {
  const names = engine === 'HSQLDB' ? ['hsqldb', 'hsql'] : [engine.toLowerCase()];
  const [file = '', ...folders] = path.toLowerCase().split('/').reverse();
  return [...folders, ...file.split(/[-._]/)].some((word) => names.includes(word));
}

function report(cx: RuleFileContext, element: XmlElement, at: Span, engine: Engine, value: string): void {
  if (isForDevelopment(element, cx.path)) return;
  const variables = placeholdersIn(value).map((placeholder) => placeholder.name);
  const variant = isVariant(cx.path, engine);
  cx.report({
    at, say: variant ? 'variant' : 'setting', args: { setting: settingName(element), engine }, cause: 'embedded-database',
    // A directory taken from a placeholder still is a database in the process; only a URL that is one can be replaced from outside, and beans for no profile by choosing one.
    ...(variant || /^\s*\$\{/.test(value) || isForNoProfile(element) ? { severity: 'warning' } : {}),
    data: { setting: settingName(element), variables, default: false },
  });
}

/** The name a reader would search for: the bean property, the parameter or the element. */
function settingName(element: XmlElement): string {
  const name = attribute(element, 'name')?.value ?? attribute(element, 'key')?.value;
  return name === undefined || element.local === 'Resource' ? `<${element.name}>` : name;
}

/** `<jdbc:embedded-database>`, Liberty's `<properties.derby.embedded>`, and any attribute or text that is the URL of an embedded database. */
export const xmlDatabase = ruleMatcher({
  language: 'xml',
  needles: [['jdbc:'], ['embedded-database'], ['properties.derby.embedded']],
  on: {
    '*'(element, cx) {
      if (otherRoots.has(rootOf(element).local)) return;
      if (element.local === 'embedded-database') {
        const type = attribute(element, 'type')?.value ?? 'HSQL';
        report(cx, element, element.nameSpan, type === 'HSQL' ? 'HSQLDB' : type === 'DERBY' ? 'Derby' : 'H2', '');
        return;
      }
      if (element.local === 'properties.derby.embedded') report(cx, element, element.nameSpan, 'Derby', '');
      const textEngine = element.textSpan && engineOf(element.text);
      if (element.textSpan && textEngine) report(cx, element, element.textSpan, textEngine, element.text);
      for (const { value, valueSpan } of element.attributes) {
        const engine = engineOf(value);
        if (engine) report(cx, element, valueSpan, engine, value);
      }
    },
  },
});
