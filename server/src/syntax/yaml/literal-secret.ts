import type { Document } from 'yaml';
import type { Span } from '../../base/text.js';
import { secretIn, type SecretKind } from '../secret-value.js';
import { entries, items, pairOf, span, text, type YamlNode } from './ask.js';

/** A literal secret: where it is named, where its value stands, never the value itself. */
export interface LiteralSecret {
  readonly name: string;
  /** The key, attribute or literal that a reader looks at. */
  readonly at: Span;
  /** The value as written, quotes included. */
  readonly value: Span;
  readonly kind: SecretKind;
}

/** Parameters of templates and shells are filled in at deployment. */
export function literalKind(name: string, value: string | undefined): SecretKind | undefined {
  return value === undefined || /\$[({]|\$\w/.test(value) ? undefined : secretIn(name, value);
}

/** What a base64 text of a Secret stands for; `undefined` when it is none, or holds more than one line of text. */
export function decoded(value: string | undefined): string | undefined {
  const compact = value?.replace(/\s/g, '') ?? '';
  if (compact === '' || compact.length > 4096 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
  const bytes = Uint8Array.from(atob(compact.replace(/=+$/, '')), (c) => c.charCodeAt(0));
  return new TextDecoder().decode(bytes).replace(/\n$/, '');
}

/** Literal secrets among the pairs of a map. */
export function secretsInMap(doc: Document.Parsed, node: YamlNode | undefined, read: (value: YamlNode | undefined) => string | undefined): readonly LiteralSecret[] {
  return entries(doc, node).flatMap(({ key, keyNode, value }) => {
    const kind = value && literalKind(key, read(value));
    return kind ? [{ name: key, at: span(keyNode), value: span(value), kind }] : [];
  });
}

/** Literal values of `env` entries, at any depth: pods, custom resources and patches write them alike. */
export function secretsInEnv(doc: Document.Parsed, node: YamlNode | undefined): readonly LiteralSecret[] {
  const nested = [...entries(doc, node).filter(({ key }) => key !== 'env').map(({ value }) => value), ...items(doc, node)].flatMap((value) => secretsInEnv(doc, value));
  const env = pairOf(doc, node, 'env')?.value ?? undefined;
  const own = items(doc, env).flatMap((item): LiteralSecret[] => {
    const name = pairOf(doc, item, 'name')?.value;
    const value = pairOf(doc, item, 'value')?.value;
    const kind = name && value ? literalKind(text(name) ?? '', text(value)) : undefined;
    return name && value && kind ? [{ name: text(name) ?? '', at: span(name), value: span(value), kind }] : [];
  });
  return [...own, ...nested];
}
