import type { Json } from '../../../base/json.js';
import type { Span } from '../../../base/text.js';
import { extension } from '../../../base/paths.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import { propertiesConsole } from './console-properties.js';
import { xmlConsole } from './console-xml.js';

/** What `config.ts` says of a file appender. */
export interface AppenderData {
  readonly appender: string;
  readonly onConsole: boolean;
  readonly wrapped: boolean;
}

export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

function appenderData(data: Json): AppenderData | undefined {
  return typeof data === 'object' && data !== null && 'onConsole' in data ? (data as unknown as AppenderData) : undefined;
}

/**
 * Turns the file appender into a console appender of the same name, so that every reference to it stays valid; where
 * the console has the events already, takes the file appender and its references away instead.
 */
export const consoleAppender: Fix = {
  key: 'console-appender',
  title: { en: 'Log to the console instead of the file', ko: '파일 대신 콘솔로 로그 출력' },
  safety: 'review',
  // Without its only target a wrapper would be left empty.
  applies(finding) {
    const data = appenderData(finding.data);
    return data !== undefined && ['xml', 'properties'].includes(extension(finding.file)) && !(data.onConsole && data.wrapped);
  },
  edits({ finding, text }) {
    const data = appenderData(finding.data);
    const now = text(finding.file);
    if (!data || now === undefined) return undefined;
    const replacements = extension(finding.file) === 'xml' ? xmlConsole(now, data) : propertiesConsole(now, data);
    return replacements?.map((replacement): Edit => ({ do: 'replace', file: finding.file, ...replacement }));
  },
};
