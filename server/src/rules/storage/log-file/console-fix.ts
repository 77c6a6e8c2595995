import type { Json } from '../../../base/json.js';
import type { Span } from '../../../base/text.js';
import { extension } from '../../../base/paths.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import { propertiesConsole } from './console-properties.js';
import { xmlConsole } from './console-xml.js';
import { yamlConsole } from './console-yaml.js';

/** What `config.ts` says of a file appender. */
export interface AppenderData {
  readonly appender: string;
  readonly onConsole: boolean;
  readonly wrapped: boolean;
  /** Whether the fix knows how to move it. */
  readonly movable: boolean;
}

export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

function appenderData(data: Json): AppenderData | undefined {
  return typeof data === 'object' && data !== null && 'onConsole' in data ? (data as unknown as AppenderData) : undefined;
}

/** Edits for the text; `undefined` when the appender cannot be moved without asking the reader. */
function replacements(path: string, text: string, data: AppenderData): readonly Replacement[] | undefined {
  // Without its only target a wrapper would be left empty.
  if (data.onConsole && data.wrapped) return undefined;
  switch (extension(path)) {
    case 'xml': return xmlConsole(text, data);
    case 'properties': return propertiesConsole(text, data);
    case 'yml': case 'yaml': return yamlConsole(text, data);
    default: return undefined;
  }
}

/** The finding's data, with the answer whether the fix applies, which takes a look at the text. */
export function dataFor(path: string, text: string, data: Omit<AppenderData, 'movable'>): AppenderData {
  return { ...data, movable: replacements(path, text, { ...data, movable: true }) !== undefined };
}

/**
 * Turns the file appender into a console appender of the same name, so that every reference to it stays valid; where
 * the console has the events already, takes the file appender and its references away instead.
 */
export const consoleAppender: Fix = {
  key: 'console-appender',
  title: { en: 'Log to the console instead of the file', ko: '파일 대신 콘솔로 로그 출력' },
  safety: 'review',
  applies: (finding) => appenderData(finding.data)?.movable === true,
  edits({ finding, text }) {
    const data = appenderData(finding.data);
    const now = text(finding.file);
    if (!data || now === undefined) return undefined;
    return replacements(finding.file, now, data)?.map((replacement): Edit => ({ do: 'replace', file: finding.file, ...replacement }));
  },
};
