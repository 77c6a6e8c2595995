import { applied, difference } from '../../../syntax/difference.js';
import { at, entries, span, text as scalarText, type YamlNode } from '../../../syntax/yaml/ask.js';
import { mapAt, removeKey } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';
import type { AppenderData, Replacement } from './console-fix.js';

/** Parts that a console appender has as well. */
const kept = /^(?:name|target|ignoreExceptions|immediateFlush)$|(?:Layout|Filters?)$/i;

interface Found {
  readonly path: readonly string[];
  readonly key: YamlNode;
  readonly parts: readonly string[];
  /** Keys beside it, which must stay different. */
  readonly siblings: readonly string[];
}

function find(text: string, name: string): Found | undefined {
  const doc = readStream(text).documents[0]?.doc;
  const root = doc && entries(doc, doc.contents ?? undefined).find(({ key }) => /^configuration$/i.test(key));
  const list = doc && root && entries(doc, root.value).find(({ key }) => /^appenders$/i.test(key));
  const all = doc && list ? entries(doc, list.value) : [];
  const found = doc && all.find(({ value }) => entries(doc, value).some((part) => part.key.toLowerCase() === 'name' && scalarText(part.value) === name));
  if (!doc || !root || !list || !found || !at(doc, root.key, list.key, found.key)) return undefined;
  return { path: [root.key, list.key, found.key], key: found.keyNode, parts: entries(doc, found.value).map(({ key }) => key), siblings: all.map(({ key }) => key) };
}

function without(text: string, path: readonly string[], part: string): string | undefined {
  const doc = readStream(text).documents[0]?.doc;
  const edit = doc && removeKey('', text, mapAt(doc, path), part);
  return edit && applied(text, edit);
}

/** Edits that make a file appender of a Log4j 2 YAML file a console appender; `undefined` for lists of appenders and where the console has the events already. */
export function yamlConsole(text: string, { appender, onConsole }: AppenderData): readonly Replacement[] | undefined {
  const found = find(text, appender);
  if (!found || onConsole || found.siblings.some((key) => key.toLowerCase() === 'console')) return undefined;
  let next: string | undefined = text;
  for (const part of found.parts.filter((key) => !kept.test(key))) next = next === undefined ? undefined : without(next, found.path, part);
  if (next === undefined) return undefined;
  const { start, end } = span(found.key);
  next = `${next.slice(0, start)}Console${next.slice(end)}`;
  return difference('', text, next).flatMap((edit) => (edit.do === 'replace' ? [{ span: edit.span, text: edit.text }] : []));
}
