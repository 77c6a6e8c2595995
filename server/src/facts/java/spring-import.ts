import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Model } from '../../contract/workspace.js';
import type { XmlElement } from '../../contract/nodes.js';
import { span, stringValue } from '../../syntax/java/ask.js';
import { attribute, childText } from '../../syntax/xml/ask.js';

/** A place that names XML files of Spring beans to be loaded. */
export interface SpringImport {
  /** Path or pattern as written: `classpath:/shop/context-*.xml`. */
  readonly resource: string;
  /** False for an import that is commented out. */
  readonly live: boolean;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'spring.import': SpringImport;
  }
}

function pattern(path: string): string {
  const parts = path.split(/(\*\*\/?|\*|\?|\$\{[^}]*\})/);
  return parts.map((part) => (part.startsWith('**') ? '(?:.*/)?' : part === '*' || part.startsWith('${') ? '[^/]*' : part === '?' ? '[^/]' : part.replace(/[.+^$(){}|[\]\\]/g, '\\$&'))).join('');
}

function plain(resource: string): string {
  return resource.trim().replace(/^(?:classpath\*?:|file:|servletContext:)/, '').replace(/^(?:\.{0,2}\/)+/, '');
}

/** Whether a live import may mean the file: wherever the class path or the importing file begins, it ends like this. */
function mayLoad({ resource }: SpringImport, file: string): boolean {
  return new RegExp(`(?:^|/)${pattern(plain(resource))}$`).test(file);
}

/** Whether an import that is commented out names the file: below the class path, or beside the file that would import it. */
function named({ resource }: SpringImport, from: string, file: string): boolean {
  if (/[*?$]/.test(resource)) return false;
  const path = plain(resource);
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return /^(?:classpath\*?:|\/)/.test(resource.trim()) ? file.endsWith(`/${path}`) : file === `${folder}${path}`;
}

/** Whether all that is left of the file's use is an import that was commented out: Spring does not read it. */
export function isLeftOut(model: Model, file: string): boolean {
  if (!file.endsWith('.xml')) return false;
  const imports = model.factsFor('spring.import', file);
  return imports.some((each) => !each.value.live && named(each.value, each.file, file)) && !imports.some(({ value }) => value.live && mayLoad(value, file));
}

const comment = /<!--([\s\S]*?)-->/g;
const imported = /<(?:\w+:)?import\s+resource\s*=\s*["']([^"'<>]+)["']/g;

function leftOut(root: XmlElement, cx: FactFileContext): void {
  if (root.parent) return;
  for (const found of cx.text.matchAll(comment)) {
    for (const one of (found[1] ?? '').matchAll(imported)) cx.emit('spring.import', root.nameSpan, { resource: one[1] ?? '', live: false });
  }
}

function locations(element: XmlElement, cx: FactFileContext): void {
  if (!element.parent || childText(element.parent, 'param-name') !== 'contextConfigLocation') return;
  for (const resource of element.text.split(/[\s,;]+/).filter(Boolean)) cx.emit('spring.import', element.nameSpan, { resource, live: true });
}

/** Which XML files of beans a workspace has Spring read, and which it no longer has. */
export const springImportFacts: FactExtractor = {
  kinds: ['spring.import'],
  matchers: [
    factMatcher({
      language: 'xml', needles: [[/<(?:\w+:)?import\s+resource\s*=/]],
      on: {
        beans: leftOut,
        import(element, cx) {
          const resource = attribute(element, 'resource');
          if (resource) cx.emit('spring.import', element.nameSpan, { resource: resource.value, live: true });
        },
      },
    }),
    factMatcher({ language: 'xml', needles: [['contextConfigLocation']], on: { 'param-value': locations } }),
    factMatcher({
      language: 'java', needles: [['ImportResource', '.xml'], ['XmlApplicationContext', '.xml'], ['XmlWebApplicationContext', '.xml']],
      on: {
        string_literal(literal, cx) {
          const value = stringValue(literal) ?? '';
          if (value.endsWith('.xml')) cx.emit('spring.import', span(literal), { resource: value, live: true });
        },
      },
    }),
  ],
};
