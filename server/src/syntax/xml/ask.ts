import type { XmlAttribute, XmlElement } from '../../contract/nodes.js';

/** Attribute by local name, prefix ignored. */
export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((candidate) => candidate.name === name || candidate.name.endsWith(`:${name}`));
}

/** First child element with this local name. */
export function child(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.local === local);
}

export function children(element: XmlElement, local: string): readonly XmlElement[] {
  return element.children.filter((candidate) => candidate.local === local);
}

/** Element at the end of a path of child names. */
export function descend(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let at: XmlElement | undefined = element;
  for (const local of path) at = at && child(at, local);
  return at;
}

/** Text of the child with this local name; `undefined` when there is no such child. */
export function childText(element: XmlElement, local: string): string | undefined {
  return child(element, local)?.text;
}

/** The outermost element. */
export function rootOf(element: XmlElement): XmlElement {
  let at = element;
  while (at.parent) at = at.parent;
  return at;
}

/** Value of `<property name="…" value="…"/>`, its `<value>` child or `p:name="…"`, as Spring beans write it. */
export function beanProperty(bean: XmlElement, name: string): { readonly value: string; readonly at: XmlElement } | undefined {
  const property = children(bean, 'property').find((candidate) => attribute(candidate, 'name')?.value === name);
  if (!property) {
    const short = bean.attributes.find((candidate) => candidate.name === `p:${name}`);
    return short && { value: short.value, at: bean };
  }
  const value = attribute(property, 'value')?.value ?? childText(property, 'value');
  return value === undefined ? undefined : { value, at: property };
}

/** Name of the bean that a property refers to: `ref="…"`, its `<ref>` child or `p:name-ref="…"`. */
export function beanReference(bean: XmlElement, name: string): string | undefined {
  const property = children(bean, 'property').find((candidate) => attribute(candidate, 'name')?.value === name);
  if (!property) return bean.attributes.find((candidate) => candidate.name === `p:${name}-ref`)?.value;
  const ref = child(property, 'ref') ?? property;
  return attribute(property, 'ref')?.value ?? attribute(ref, 'bean')?.value ?? attribute(ref, 'local')?.value;
}

/** Namespace of an element by its own prefix, or the default one; '' when none is declared. */
export function namespaceOf(element: XmlElement): string {
  const prefix = element.name.slice(0, Math.max(0, element.name.indexOf(':')));
  const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const found = at.attributes.find(({ name }) => name === declared);
    if (found) return found.value;
  }
  return '';
}
