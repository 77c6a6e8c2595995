import type { PropertyEntry } from '../contract/nodes.js';
import type { Edit } from '../contract/rule.js';
import { settingsOf, type Setting } from './config-file.js';
import { propertiesAdapter } from './properties/adapter.js';
import { addSettings as addProperties } from './properties/edit.js';
import { addSettings as addYaml } from './yaml/settings-edit.js';
import { readStream } from './yaml/stream.js';

/** One setting to add: a dotted key, its value as it shall stand in the file, and why it stands there, for a comment. */
export type NewSetting = readonly [key: string, value: string, why?: string];

/**
 * Adds settings to a properties or YAML file, or makes the properties file. What is set already is left alone: no edits
 * when nothing is missing, `undefined` when the file has no part for the default profile to add to.
 */
export function settingsEdits(file: string, settings: readonly NewSetting[], read: (path: string) => string | undefined): readonly Edit[] | undefined {
  const text = read(file);
  if (text === undefined) return [{ do: 'create', path: file, text: settings.map(([key, value, why]) => `${why === undefined ? '' : `# ${why}\n`}${key}=${value}\n`).join(''), ifExists: 'refuse' }];
  return file.endsWith('.properties') ? addProperties(file, text, settings) : addYaml(file, text, settings);
}

function settingsIn(file: string, text: string): readonly Pick<Setting, 'key' | 'value' | 'valueSpan'>[] {
  if (!file.endsWith('.properties')) return readStream(text).documents.flatMap((document) => settingsOf(document));
  const found: PropertyEntry[] = [];
  propertiesAdapter.parse(text, file).visit(new Set(['entry']), (_key, entry) => found.push(entry));
  return found;
}

/** Gives settings that a properties or YAML file has another value, in every document; those it does not have are left out. */
export function replaceSettings(file: string, settings: readonly NewSetting[], read: (path: string) => string | undefined): readonly Edit[] {
  const text = read(file);
  if (text === undefined) return [];
  return settingsIn(file, text).flatMap(({ key, value, valueSpan }): Edit[] => {
    const wanted = settings.find(([name]) => name === key)?.[1];
    return wanted === undefined || value === wanted || valueSpan.end <= valueSpan.start ? [] : [{ do: 'replace', file, span: valueSpan, text: wanted }];
  });
}
