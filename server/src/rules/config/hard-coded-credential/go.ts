import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { isAside, stringValue, type GoNode } from '../../../syntax/go/ask.js';
import { knownKeyNeedle, secretIn } from '../../../syntax/secret-value.js';
import { field, named, span } from '../../../syntax/tree-sitter/nodes.js';
import { report, type Credential } from './report.js';

/** Names that speak of secrets without holding one. */
const talk = /label|message|text|help|title|error|err[A-Z]|column|template|ur[il]|path|route|type|kind|hash|header|param|scope|grant|event|action|cookie_?name|cache|regex|pattern|prefix|suffix|format|name$|field|mode(?!l)|method|strategy|scheme|flag|env|setting|config(?:_?key)?$|usage|desc/i;

/** What is under a name in a declaration, an assignment or a literal. */
function pairsOf(node: GoNode): readonly (readonly [GoNode, GoNode])[] {
  if (node.type === 'keyed_element') {
    const [key, value] = named(node).map((each) => (each.type === 'literal_element' ? named(each)[0] : each));
    return key?.type === 'identifier' && value ? [[key, value]] : [];
  }
  const lefts = node.type === 'assignment_statement' || node.type === 'short_var_declaration' ? named(field(node, 'left')) : named(node).filter((each) => each.type === 'identifier');
  const rights = named(field(node, node.type === 'assignment_statement' || node.type === 'short_var_declaration' ? 'right' : 'value'));
  return lefts.flatMap((left, index) => (rights[index] ? [[left, rights[index]] as const] : []));
}

/** The literal itself, or the bytes of it: `[]byte("…")`. */
function literalOf(value: GoNode): GoNode | undefined {
  const inner = value.type === 'type_conversion_expression' && /^\[\]byte$/.test(field(value, 'type')?.text ?? '') ? field(value, 'operand') : value;
  return inner && stringValue(inner) !== undefined ? inner : undefined;
}

/** A secret by its own shape, or under a name that says so and with characters of no word. */
function kindOf(name: string, text: string): Credential['kind'] | undefined {
  if (text.length < 6 || /^[a-z]\w*(?:\.[\w-]+)+$/i.test(text) || /^(?:https?:\/\/|\/)|^[A-Z][A-Z_]+$|\s|%[sdv]|^[a-z]+(?:[-_:][a-z]+)+$/.test(text)) return undefined;
  const kind = secretIn(name, text);
  if (kind !== 'secret' || new RegExp(knownKeyNeedle).test(text) || /:\/\//.test(text)) return kind;
  return /\d|[^\w-]/.test(text) && !/[:.]$/.test(text) || /pass|pwd/i.test(name) ? kind : undefined;
}

function check(node: GoNode, cx: RuleFileContext): void {
  if (isAside(cx, node)) return;
  for (const [left, right] of pairsOf(node)) {
    const literal = literalOf(right);
    const name = left.text.replace(/^.*\./, '');
    const text = literal && stringValue(literal);
    const kind = text === undefined || talk.test(name) ? undefined : kindOf(name, text);
    if (kind && literal) report(cx, [{ name, at: span(left), value: span(literal), kind }], { say: 'code', data: { settings: [], default: false, places: [] } });
  }
}

/** Secrets in constants, variables and literals of Go. */
export const goCredential = ruleMatcher({
  language: 'go',
  needles: [[/\w*(?:[pP]assword|[pP]asswd|[pP]wd|[sS]ecret|[tT]oken|[kK]ey)\w*\s*(?::?=|:)\s*(?:\[\]byte\()?["`][^"`\s]{6}/], [knownKeyNeedle]],
  on: { const_spec: check, var_spec: check, short_var_declaration: check, assignment_statement: check, keyed_element: check },
});
