import { ts } from 'ts-morph';
import type { Json } from '../../../base/json.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { Once } from '../../../syntax/typescript/functions.js';
import { literalOf, originsOf } from '../../../syntax/typescript/modules.js';
import type { LogSink } from './node-sinks.js';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly text: string;
  /** An import that nothing else uses afterwards. */
  readonly unused?: { readonly start: number; readonly end: number; readonly source: string };
}

/** Options of a file transport that mean nothing to a console; the level goes too, so that nothing is lost on the way. */
const fileOptions = /^(?:filename|dirname|maxsize|maxSize|maxFiles|tailable|zippedArchive|datePattern|level|json|options|eol|lazy|rotationFormat|frequency|createSymlink|symlinkName|utc|extension|watchLog|auditFile|auditHash|name|handleExceptions|colorize|timestamp|prettyPrint)$/;

function winstonConsole(cx: Once, call: ts.NewExpression): Json {
  const file = call.getSourceFile();
  const callee = call.expression;
  const text = callee.getText();
  const root = [...originsOf(cx, file)].find(([, origin]) => origin.module === 'winston' && origin.path === '')?.[0];
  const target = /(?:^|\.)transports\.(?:File|DailyRotateFile)$/.test(text) ? text.replace(/(?:File|DailyRotateFile)$/, 'Console') : root && `${root}.transports.Console`;
  if (!target) return null;
  const options = literalOf(call.arguments?.[0]);
  const kept = options?.parent === call ? options.properties.filter((each) => !fileOptions.test(each.name?.getText() ?? '')).map((each) => each.getText()) : [];
  const change: Change = {
    start: call.getStart(), end: call.getEnd(), source: call.getText(),
    text: `new ${target}(${kept.length > 0 ? `{ ${kept.join(', ')} }` : ''})`,
    ...(ts.isIdentifier(callee) && unusedImport(file, callee.text)),
  };
  return { ...change, unused: change.unused && { ...change.unused } };
}

/** The statement that brings in a name which stands only once besides. */
function unusedImport(file: ts.SourceFile, name: string): Pick<Change, 'unused'> | undefined {
  if ((file.text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length !== 2) return undefined;
  const statement = file.statements.find((each) => ts.isImportDeclaration(each) ? each.importClause?.name?.text === name && !each.importClause.namedBindings
    : ts.isVariableStatement(each) && each.declarationList.declarations.length === 1 && each.declarationList.declarations[0]?.name.getText() === name);
  if (!statement) return undefined;
  const lineEnd = file.text.startsWith('\r\n', statement.end) ? 2 : file.text.startsWith('\n', statement.end) ? 1 : 0;
  const start = statement.getStart();
  return { unused: { start, end: statement.end + lineEnd, source: file.text.slice(start, statement.end + lineEnd) } };
}

/** What the fix has to change at a log file; `null` where it can't. */
export function changeOf(cx: Once, { change }: LogSink): Json {
  if (!change) return null;
  if (change.kind === 'winston') return ts.isNewExpression(change.node) ? winstonConsole(cx, change.node) : null;
  // pino writes to file descriptor 1, standard output, when it is given the number.
  return { start: change.node.getStart(), end: change.node.getEnd(), source: change.node.getText(), text: '1' };
}

function isChange(data: Json): data is Json & Change {
  return typeof data === 'object' && data !== null && 'source' in data && 'text' in data;
}

export const consoleTransport: Fix = {
  key: 'console-transport',
  title: { en: 'Log to standard output instead of the file', ko: '파일 대신 표준 출력으로 로그 기록' },
  safety: 'review',
  applies: (finding) => /\.[cm]?[jt]sx?$/.test(finding.file) && isChange(finding.data),
  edits({ finding, text }) {
    const change = isChange(finding.data) ? finding.data : undefined;
    const now = text(finding.file);
    if (!change || now === undefined || now.slice(change.start, change.end) !== change.source) return undefined;
    const edits: Edit[] = [{ do: 'replace', file: finding.file, span: { start: change.start, end: change.end }, text: change.text }];
    const { unused } = change;
    if (unused && now.slice(unused.start, unused.end) === unused.source) edits.push({ do: 'replace', file: finding.file, span: { start: unused.start, end: unused.end }, text: '' });
    return edits;
  },
};
