import type { JspPart, XmlAttribute } from '../../contract/nodes.js';

/** A part that holds Java or expression text. */
export type JspCode = Extract<JspPart, { code: string }>;
/** A tag or directive. */
export type JspTag = Extract<JspPart, { name: string }>;

/** Comments and the insides of literals replaced by text of the same length that matches nothing. */
export function maskedCode(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*/g, (part) =>
    part.startsWith('/') ? part.replace(/[^\n]/g, ' ') : `${part[0]}${'_'.repeat(Math.max(part.length - 2, 0))}${part.length > 1 ? part[0] : ''}`);
}

/** Attribute of a tag; names are compared as written. */
export function attribute(tag: JspTag, name: string): XmlAttribute | undefined {
  return tag.attributes.find((candidate) => candidate.name === name);
}

/** The scope that a tag stores in, where it says one. */
export function scopeOf(tag: JspTag): XmlAttribute | undefined {
  return attribute(tag, tag.name.endsWith(':define') ? 'toScope' : 'scope');
}

/** Name under which a tag stores what it makes; `undefined` for tags whose scope only says where they read. */
export function storedName(tag: JspTag): string | undefined {
  const local = tag.name.slice(tag.name.indexOf(':') + 1);
  switch (local) {
    case 'useBean':
      // Without a class the tag only looks for a bean that something else stored.
      return attribute(tag, 'class') || attribute(tag, 'beanName') ? attribute(tag, 'id')?.value : undefined;
    case 'remove':
      return undefined;
    case 'setLocale': case 'setTimeZone': case 'setBundle':
      return 'locale';
    case 'define':
      return attribute(tag, 'id')?.value;
    default:
      return attribute(tag, 'var')?.value ?? (local === 'set' ? attribute(tag, 'name')?.value : undefined);
  }
}
