import type { Document } from 'yaml';
import type { Edit } from '../../contract/rule.js';
import { profileKind, profileOfDocument, settingsOf } from '../config-file.js';
import { applied, difference } from '../difference.js';
import { addValue, mapAt } from './edit.js';
import { readStream } from './stream.js';

/** The innermost map on the way to a key, and the rest of the way; one key may join several words, as `spring.data:` does. */
function innermost(doc: Document.Parsed, at: readonly string[], rest: readonly string[]): { readonly at: readonly string[]; readonly rest: readonly string[] } {
  for (let words = rest.length - 1; words > 0; words--) {
    const next = [...at, rest.slice(0, words).join('.')];
    if (mapAt(doc, next)) return innermost(doc, next, rest.slice(words));
  }
  return { at, rest };
}

/** The text with one more setting in the first document for the default profile; as it is when the setting is there already. */
function withSetting(file: string, text: string, key: string, value: string, why: string | undefined): string | undefined {
  const { documents } = readStream(text);
  if (documents.some((document) => settingsOf(document).some((setting) => setting.key === key))) return text;
  const target = documents.find((document) => profileKind(profileOfDocument(file, document)) === 'default');
  if (!target) return undefined;
  const { at, rest } = innermost(target.doc, [], key.split('.'));
  const edit = addValue(file, text, mapAt(target.doc, at), rest, { text: value, ...(why === undefined ? {} : { comment: why }) });
  return edit && applied(text, edit);
}

/**
 * Adds settings to a Spring YAML file, nested below what is already there. Settings that are present are left alone: no
 * edits when nothing is missing; `undefined` when the file has no document for the default profile to add to.
 */
export function addSettings(file: string, text: string, settings: readonly (readonly [key: string, value: string, why?: string])[]): readonly Edit[] | undefined {
  let next: string | undefined = text;
  for (const [key, value, why] of settings) next = next === undefined ? undefined : withSetting(file, next, key, value, why);
  if (next === undefined) return undefined;
  return difference(file, text, next);
}
