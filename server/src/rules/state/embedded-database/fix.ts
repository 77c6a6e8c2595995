import { parseAllDocuments, isDocument } from 'yaml';
import { lineEnding } from '../../../base/text.js';
import { namesSecret } from '../../../base/secrets.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import { isSpringFile, profileAt, profileKind, settingsOf, type Setting } from '../../../syntax/config-file.js';
import { propertiesAdapter } from '../../../syntax/properties/adapter.js';
import { placeholdersIn } from '../../../syntax/placeholders.js';
import { embeddedIn, engineNamed } from './engines.js';
import type { DatabaseData } from './rule.js';

const url = 'spring.datasource.url';

/** Settings of the document that holds the offset, with the text between its lines untouched. */
function settingsAround(path: string, text: string, offset: number): readonly Setting[] {
  if (path.endsWith('.properties')) {
    const found: Setting[] = [];
    propertiesAdapter.parse(text, path).visit(new Set(['entry']), (_key, entry) => found.push(entry));
    return found.filter((setting) => profileAt(path, text, setting.keySpan.start) === profileAt(path, text, offset));
  }
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  const list = Array.isArray(documents) ? documents.filter((document) => isDocument(document)) : [];
  const here = list.findIndex((doc) => doc.range[0] <= offset && offset <= doc.range[2]);
  const doc = list[here];
  return doc ? settingsOf({ doc }) : [];
}

function wholeLine(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end + 1 };
}

/** The value with quotes kept as they are. */
function requoted(written: string, value: string): string {
  const quote = /^(['"])/.exec(written)?.[1];
  return quote ? `${quote}${value}${quote}` : value;
}

function edits(file: string, text: string, offset: number): readonly Edit[] | undefined {
  const settings = settingsAround(file, text, offset);
  const find = (key: string): Setting | undefined => settings.find((setting) => setting.key === key);
  const source = find(url);
  if (!source || source.valueSpan.start > offset || source.valueSpan.end < offset || embeddedIn(source.value) === undefined || /[{}\n"']/.test(source.value)) return undefined;
  const out: Edit[] = [];
  const replace = (setting: Setting, value: string): void => {
    out.push({ do: 'replace', file, span: setting.valueSpan, text: requoted(text.slice(setting.valueSpan.start, setting.valueSpan.end), value) });
  };
  replace(source, `\${DB_URL:${source.value}}`);
  const added: string[] = [];
  // The old password is not carried over: embedded databases open without one, and a real one belongs in the environment.
  for (const [name, variable, fallback] of [['username', 'DB_USERNAME', 'sa'], ['password', 'DB_PASSWORD', '']] as const) {
    const setting = find(`spring.datasource.${name}`);
    if (!setting) added.push(`${name}|\${${variable}:${fallback}}`);
    else if (placeholdersIn(setting.value).length === 0 && setting.valueSpan.end > setting.valueSpan.start) replace(setting, `\${${variable}:${namesSecret(name) ? '' : setting.value}}`);
  }
  const line = wholeLine(text, source.keySpan.start);
  out.push(...addLines(file, text, source, line, added), ...fixedEngine(file, text, settings));
  return out;
}

/** Lines after the URL in its own style: properties repeat the prefix, YAML the indentation. */
function addLines(file: string, text: string, source: Setting, line: { start: number; end: number }, added: readonly string[]): readonly Edit[] {
  if (added.length === 0) return [];
  const end = lineEnding(text);
  const written = text.slice(line.start, line.end);
  const key = text.slice(source.keySpan.start, source.keySpan.end);
  const before = text.slice(line.start, source.keySpan.start);
  const separator = file.endsWith('.properties') ? (/^[ \t]*[=:]?[ \t]*/.exec(text.slice(source.keySpan.end))?.[0] ?? '=') : ': ';
  const lines = added.map((each) => {
    const [name = '', value = ''] = each.split('|');
    return `${before}${key.slice(0, -'url'.length)}${name}${separator}${value}${end}`;
  });
  return [{ do: 'replace', file, span: { start: line.end, end: line.end }, text: `${written.endsWith('\n') ? '' : end}${lines.join('')}` }];
}

/** Driver class and dialect of the embedded engine would contradict another URL; without them both follow from the URL. */
function fixedEngine(file: string, text: string, settings: readonly Setting[]): readonly Edit[] {
  return settings
    .filter(({ key, value }) => /^spring\.(?:datasource\.driver-?class-?name|jpa\.database(?:-platform)?|jpa\.properties\.hibernate\.dialect)$/i.test(key) && engineNamed(value) !== undefined)
    .map(({ keySpan }) => ({ do: 'replace', file, span: wholeLine(text, keySpan.start), text: '' }));
}

/** URL, user and password from the environment; the embedded database stays the default for development. */
export const externalDatasource: Fix = {
  key: 'external-datasource',
  title: { en: 'Take URL, user and password of the database from the environment', ko: '데이터베이스 URL, 사용자, 비밀번호를 환경 변수에서 읽기' },
  safety: 'review',
  applies({ say, file, data }) {
    const { setting, variables, default: isDefault } = (data ?? {}) as unknown as Partial<DatabaseData>;
    return say === 'setting' && setting === url && variables?.length === 0 && isDefault === true && isSpringFile(file);
  },
  edits({ finding, text }) {
    const current = text(finding.file);
    return current === undefined || profileKind(profileAt(finding.file, current, finding.range.start)) !== 'default' ? undefined : edits(finding.file, current, finding.range.start);
  },
};
