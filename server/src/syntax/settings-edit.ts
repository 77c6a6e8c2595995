import type { Edit } from '../contract/rule.js';
import { addSettings as addProperties } from './properties/edit.js';
import { addSettings as addYaml } from './yaml/settings-edit.js';

/** One setting to add: a dotted key and its value as it shall stand in the file. */
export type NewSetting = readonly [key: string, value: string];

/**
 * Adds settings to a properties or YAML file, or makes the properties file. What is set already is left alone: no edits
 * when nothing is missing, `undefined` when the file has no part for the default profile to add to.
 */
export function settingsEdits(file: string, settings: readonly NewSetting[], read: (path: string) => string | undefined): readonly Edit[] | undefined {
  const text = read(file);
  if (text === undefined) return [{ do: 'create', path: file, text: settings.map(([key, value]) => `${key}=${value}\n`).join(''), ifExists: 'refuse' }];
  return file.endsWith('.properties') ? addProperties(file, text, settings) : addYaml(file, text, settings);
}
