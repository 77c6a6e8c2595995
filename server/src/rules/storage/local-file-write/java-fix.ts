import type { Json } from '../../../base/json.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import { enclosing, nameOf, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import type { Origin } from '../../../syntax/java/file-origin.js';

/** A literal that can become an environment variable; `source` is how it stands in the code now. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly variable: string;
}

/** Variables that mean something to every process, and words that would mean nothing to a reader. */
const taken = /^(?:PATH|HOME|USER|SHELL|TMP|TEMP|TMPDIR|PWD|LANG|HOSTNAME|DIR|FILE|FOLDER|ROOT|BASE|BASE_DIR|BASE_PATH|NAME|PREFIX|DIRECTORY|LOCATION)$/;

function upperSnake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/\W+/g, '_').toUpperCase();
}

function variableFor(literal: JavaNode, value: string, say: string): string {
  const declarator = enclosing(literal, 'variable_declarator', 'argument_list', 'method_declaration');
  if (declarator?.type === 'variable_declarator') {
    const name = upperSnake(nameOf(declarator));
    return taken.test(name) ? `APP_${name}` : name;
  }
  return `${say === 'upload' ? 'UPLOAD' : 'DATA'}_${/\.\w{1,5}$/.test(value) ? 'FILE' : 'DIR'}`;
}

/** Annotation values and case labels must stay constants; a receiver would bind tighter than what replaces it. */
function mustStay(literal: JavaNode): boolean {
  if (enclosing(literal, 'annotation', 'switch_label')) return true;
  const parent = literal.parent;
  if (parent?.type === 'method_invocation' && parent.childForFieldName('object')?.id === literal.id) return true;
  const declarator = enclosing(literal, 'variable_declarator');
  const name = declarator ? nameOf(declarator) : '';
  return name !== '' && literal.tree.rootNode.descendantsOfType(['annotation', 'switch_label']).some((constant) => constant?.descendantsOfType('identifier').some((part) => part?.text === name));
}

/** What the fix needs to know of the literal that names the folder; `null` when there is none or it must stay a constant. */
export function placeToExtract(origin: Origin, say: string): Json {
  const { literal } = origin;
  const value = stringValue(literal);
  if (!literal || value === undefined || literal.text.startsWith('"""') || /^[/\\]?$/.test(value) || mustStay(literal)) return null;
  return { start: literal.startIndex, end: literal.endIndex, source: literal.text, variable: variableFor(literal, value, say) };
}

function placeOf(data: Json): Place | undefined {
  if (typeof data !== 'object' || data === null || !('place' in data)) return undefined;
  return (data.place ?? undefined) as Place | undefined;
}

/** The environment's value with the old one as default; a separator at the end stays in the code so that joined names keep working. */
function replacement({ source, variable }: Place): string {
  const separator = /(\/|\\\\)"$/.exec(source)?.[1];
  const bare = separator ? `${source.slice(0, -1 - separator.length)}"` : source;
  return `System.getenv().getOrDefault("${variable}", ${bare})${separator ? ` + "${separator}"` : ''}`;
}

export const directoryFromEnvironment: Fix = {
  key: 'directory-from-environment',
  title: { en: 'Read the directory from an environment variable', ko: '디렉터리를 환경 변수에서 읽기' },
  safety: 'review',
  applies: (finding) => finding.severity === 'error' && finding.file.endsWith('.java') && placeOf(finding.data) !== undefined,
  edits({ finding, text }) {
    const place = placeOf(finding.data);
    const now = text(finding.file);
    if (!place || now?.slice(place.start, place.end) !== place.source) return undefined;
    const edit: Edit = { do: 'replace', file: finding.file, span: { start: place.start, end: place.end }, text: replacement(place) };
    return [edit];
  },
};
