import type { Span } from '../../base/text.js';
import type { FileContext } from '../../contract/rule.js';
import { below, enclosing, field, named } from '../tree-sitter/nodes.js';
import { importOf, stringValue, type GoNode } from './ask.js';

const isIn = (node: GoNode, { start, end }: Span): boolean => node.startIndex >= start && node.endIndex <= end;
const mentions = (text: string, name: string): boolean => new RegExp(`(?<![\\w.])${name}\\b`).test(text);

/** Whether a name stands where it is declared or given a value, which Go does not count as a use. */
function isTarget(name: GoNode): boolean {
  const { parent } = name;
  if (parent?.type === 'var_spec') return true;
  const holder = parent?.type === 'expression_list' ? parent.parent : undefined;
  return (holder?.type === 'short_var_declaration' || holder?.type === 'assignment_statement') && field(holder, 'left')?.id === parent?.id;
}

/** Variables that a function declares in its body, by name. */
function declaredIn(body: GoNode): ReadonlySet<string> {
  const short = below(body, 'short_var_declaration').flatMap((each) => named(field(each, 'left')));
  const long = below(body, 'var_spec').flatMap((each) => named(each).filter((part) => part.type === 'identifier'));
  return new Set([...short, ...long].map(({ text }) => text).filter((name) => name !== '_'));
}

/**
 * Whether a variable of the function has no use left once a stretch of its code gives way to another text, or one that
 * stays is declared in the stretch: Go compiles neither.
 */
export function breaksVariables(at: GoNode, removed: Span, replacement: string): boolean {
  const body = field(enclosing(at, 'function_declaration', 'method_declaration'), 'body');
  if (!body) return true;
  const names = below(body, 'identifier');
  const declared = declaredIn(body);
  const gone = new Set(names.filter((each) => isIn(each, removed) && declared.has(each.text)).map(({ text }) => text));
  return [...gone].some((name) => {
    if (mentions(replacement, name)) return false;
    const left = names.filter((each) => each.text === name && !isIn(each, removed));
    return left.length > 0 && left.every(isTarget);
  });
}

/** Edits that take out the imports which only a stretch of code uses that gives way to another text; `undefined` when they cannot go. */
export function importRemovals(cx: FileContext, root: GoNode, removed: Span, replacement: string): readonly (Span & { readonly text: string })[] | undefined {
  const used = [...below(root, 'selector_expression').map((each) => field(each, 'operand')), ...below(root, 'qualified_type').map((each) => field(each, 'package'))]
    .flatMap((each) => (each && /identifier$/.test(each.type) ? [each] : []));
  const gone = new Set(used.filter((each) => isIn(each, removed)).map(({ text }) => text));
  const unused = [...gone].filter((name) => !mentions(replacement, name) && used.every((each) => each.text !== name || isIn(each, removed)));
  const edits = unused.map((name) => importOf(cx, root, name)).filter((path) => path !== undefined).map((path) => lineOf(cx, root, path));
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** The line of an import in a list of several. */
function lineOf(cx: FileContext, root: GoNode, path: string): (Span & { readonly text: string }) | undefined {
  const spec = below(root, 'import_spec').find((each) => stringValue(field(each, 'path')) === path);
  if (spec?.parent?.type !== 'import_spec_list') return undefined;
  const start = cx.text.lastIndexOf('\n', spec.startIndex) + 1;
  const end = cx.text.indexOf('\n', spec.endIndex) + 1;
  return end === 0 || cx.text.slice(start, spec.startIndex).trim() !== '' ? undefined : { start, end, text: '' };
}
