import { ts } from 'ts-morph';
import type { Json } from '../../../base/json.js';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { bare } from '../../../syntax/typescript/functions.js';
import { initialValue } from '../../../syntax/typescript/modules.js';

/** The expression that becomes the default of an environment variable, as it stands in the code now. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly variable: string;
}

/** Where the folder itself stands, names of this file followed: the literal, or the whole `path.join(__dirname, 'uploads')` when nothing in it varies. */
function folderOf(node: ts.Expression, depth = 4): ts.Expression | undefined {
  const value = bare(node);
  if (ts.isStringLiteralLike(value)) return value;
  if (ts.isIdentifier(value)) {
    const initial = depth > 0 ? initialValue(value) : undefined;
    return initial && folderOf(initial, depth - 1);
  }
  if (ts.isTemplateExpression(value)) return value.head.text === '' ? folderOf(value.templateSpans[0]?.expression ?? value, depth - 1) : undefined;
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken) return folderOf(value.left, depth);
  if (!ts.isCallExpression(value) || !/(?:^|\.)(?:join|resolve)$/.test(value.expression.getText())) return undefined;
  const constant = value.arguments.every((each) => ts.isStringLiteralLike(each) || /^(?:__dirname|process\.cwd\(\)|import\.meta\.dirname)$/.test(each.getText()));
  if (constant) return value;
  const [first] = value.arguments;
  return first && folderOf(first, depth);
}

/** Named after the last part of the path, so that two folders get two variables: `'../uploads'` → UPLOAD_DIR, `'data/counter.txt'` → COUNTER_FILE. */
function variableFor(source: string): string {
  const literals = [...source.matchAll(/['"`]([^'"`]*)['"`]/g)].map((match) => match[1] ?? '');
  const last = literals.join('/').split(/[/\\]+/).filter((part) => /\w/.test(part)).at(-1) ?? 'data';
  const file = /\.\w{1,5}$/.test(last);
  const words = last.replace(/\.\w{1,5}$/, '').replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/\W+/g, '_').replace(/^_+|_+$/g, '').toUpperCase();
  const name = /^\d|^$/.test(words) ? `DATA_${words}` : words.replace(/(?<=[A-Z]{2})S$/, '').replace(/_(?:DIR|FILE)$/, '');
  return `${name}_${file ? 'FILE' : 'DIR'}`;
}

/** What the fix needs to know of the folder; `null` when no constant names it. */
export function placeToExtract(path: ts.Expression): Json {
  const folder = folderOf(path);
  if (!folder || folder.getText().includes('process.env') || /^['"`][./]*['"`]$/.test(folder.getText())) return null;
  const text = folder.getText();
  return { start: folder.getStart(), end: folder.getEnd(), source: text, variable: variableFor(text) };
}

function placeOf(finding: Finding): Place | undefined {
  const { data } = finding;
  if (typeof data !== 'object' || data === null || !('place' in data)) return undefined;
  return (data.place ?? undefined) as Place | undefined;
}

/** The same fix for another language and for Node code. */
export function withNode(other: Fix): Fix {
  return {
    ...other,
    applies: (finding, model) => nodeApplies(finding) || (other.applies?.(finding, model) ?? true),
    edits: (input) => (nodeApplies(input.finding) ? nodeEdits(input) : other.edits(input)),
  };
}

/** Whether the Node half of the fix has something to change. */
function nodeApplies(finding: Finding): boolean {
  return finding.severity === 'error' && /\.[cm]?[jt]sx?$/.test(finding.file) && placeOf(finding) !== undefined;
}

/** `process.env.UPLOAD_DIR ?? 'uploads'`, in parentheses where an operator would take a part of it. */
function nodeEdits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const place = placeOf(finding);
  const now = text(finding.file);
  if (!place || now?.slice(place.start, place.end) !== place.source) return undefined;
  const around = `${now.slice(0, place.start).trimEnd().slice(-1)}${now.slice(place.end).trimStart().slice(0, 1)}`;
  const value = `process.env.${place.variable} ?? ${place.source}`;
  return [{ do: 'replace', file: finding.file, span: { start: place.start, end: place.end }, text: /\+|\./.test(around) ? `(${value})` : value }];
}
