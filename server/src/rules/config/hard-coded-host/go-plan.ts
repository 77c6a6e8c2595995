import { basename } from '../../../base/paths.js';
import type { Json } from '../../../base/json.js';
import type { FileContext } from '../../../contract/rule.js';
import { args, calleeOf, functionOf, importOf, type GoNode } from '../../../syntax/go/ask.js';
import { planGo } from '../../../syntax/go/plan.js';
import type { Endpoint } from '../../../syntax/endpoint.js';
import { variableName } from '../../../syntax/names.js';
import { below, enclosing, field, isWithin, named } from '../../../syntax/tree-sitter/nodes.js';

/** Packages whose names say nothing of the service behind an address. */
const general = /^(?:http|net|sql|sqlx|grpc|options|smtp)$/;

/** What the address belongs to, for a variable's name: the package of the client, or the file. */
function ownerOf(cx: FileContext, literal: GoNode): string {
  const composite = enclosing(literal, 'composite_literal');
  const call = enclosing(literal, 'call_expression');
  const within = composite && call && isWithin(call, composite) ? call : (composite ?? call);
  const text = field(within, within?.type === 'composite_literal' ? 'type' : 'function')?.text ?? '';
  const prefix = /^&?(\w+)\.\w+$/.exec(text)?.[1] ?? '';
  return prefix === '' || general.test(prefix) ? basename(cx.path).replace(/\.go$/, '') : prefix;
}

/** Environment variable for the address: after the name that takes it, else after its client. */
export function goVariable(cx: FileContext, literal: GoNode, name: string, { scheme, port }: Endpoint): string {
  return variableName(name, ownerOf(cx, literal), scheme !== '' ? 'URL' : port === 'none' ? 'HOST' : 'ADDR');
}

/** A use of a constant that a variable of type string may take over. */
function isPlainUse(name: GoNode): boolean {
  const { parent } = name;
  if (parent?.type === 'argument_list') return true;
  if (parent?.type === 'binary_expression') return !enclosing(name, 'const_spec');
  return parent?.type === 'literal_element' && parent.parent?.type === 'keyed_element' && named(parent.parent)[1]?.id === parent.id;
}

/** The keyword of a constant that can become a variable: declared alone, not exported, and used as plain text wherever the file does. */
function constantKeyword(spec: GoNode): GoNode | undefined {
  const declaration = spec.parent;
  const name = field(spec, 'name');
  if (declaration?.type !== 'const_declaration' || named(declaration).length !== 1 || field(spec, 'type') || !name || /^[A-Z]/.test(name.text)) return undefined;
  const scope = functionOf(spec) ?? spec.tree.rootNode;
  const uses = below(scope, 'identifier').filter((each) => each.text === name.text && each.id !== name.id);
  return uses.length > 0 && uses.every(isPlainUse) ? (declaration.child(0) ?? undefined) : undefined;
}

/** Places that take any expression of type string. */
function takesExpression(literal: GoNode): boolean {
  const { parent } = literal;
  if (parent?.type === 'argument_list' || parent?.type === 'literal_element') return true;
  return parent?.type === 'expression_list' && /^(?:var_spec|short_var_declaration|assignment_statement|return_statement)$/.test(parent.parent?.type ?? '');
}

/** The environment names the address, and what stands there remains the default; `null` where Go takes nothing but a constant. `cmp.Or` exists since Go 1.22. */
export function goHostPlan(cx: FileContext, literal: GoNode, variable: string): Json {
  const root = literal.tree.rootNode;
  const spec = literal.parent?.parent?.type === 'const_spec' ? literal.parent.parent : undefined;
  const keyword = spec && constantKeyword(spec);
  const call = literal.parent?.type === 'argument_list' ? literal.parent.parent : undefined;
  // A format is filled in: from the environment it would have to be one as well.
  const isFormat = /%[+#]?[a-z]/.test(literal.text) || (call !== undefined && call !== null && /f$/.test(calleeOf(cx, call)?.name ?? '') && args(call)[0]?.id === literal.id);
  if (isFormat || (spec ? !keyword : !takesExpression(literal)) || ![undefined, 'os'].includes(importOf(cx, root, 'os')) || ![undefined, 'cmp'].includes(importOf(cx, root, 'cmp'))) return null;
  const value = { start: literal.startIndex, end: literal.endIndex, text: `cmp.Or(os.Getenv("${variable}"), ${literal.text})` };
  const declared = keyword ? [{ start: keyword.startIndex, end: keyword.endIndex, text: 'var' }] : [];
  return planGo(root, cx.text, [...declared, value], ['cmp', 'os']) ?? null;
}
