import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { calleeOf, importOf, isAside, isSetUp, receiverOf, typeName, type GoNode } from '../../syntax/go/ask.js';
import { makersOf } from '../../syntax/go/state.js';
import { below, field, named, span } from '../../syntax/tree-sitter/nodes.js';
import { isTokenName } from './tokens.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A type of a Go package that keeps values under keys for many goroutines: locked, with methods that put and look up. */
    'go.keyed-type': { readonly type: string; readonly makers: readonly string[] };
    /** A variable of a Go package for tokens; `from` is the type or the function that makes it, `library` the map's own package. */
    'go.held': { readonly name: string; readonly from: string; readonly library?: string };
    /** A call that puts something into a variable for tokens while the program serves. */
    'go.filled': { readonly name: string };
  }
}

const putting = /^(?:Set\w*|Add|Put|Store|Insert)$/;
const asking = /^(?:Get\w*|Has|Contains|Exists|Load|Lookup|Find|Valid\w*|Missing|Pop|Take|Verify|Check)$/;
/** Maps of libraries that goroutines share. */
const libraries = /orcaman\/concurrent-map|puzpuzpuz\/xsync|alphadose\/haxmap|cornelk\/hashmap|lrita\/cmap/;

function methodsOf(root: GoNode, type: string): readonly GoNode[] {
  return named(root).filter((each) => receiverOf(each)?.type === type);
}

/** A container: what it keeps is its users' affair, who are looked at where they hold it. */
function onFile(root: GoNode, cx: FactFileContext): void {
  const specs = named(root).filter((each) => each.type === 'type_declaration').flatMap((each) => below(each, 'type_spec'));
  const maps = new Set(specs.filter((each) => field(each, 'type')?.type === 'map_type').map((each) => field(each, 'name')?.text ?? ''));
  for (const spec of specs) {
    const at = field(spec, 'name');
    const structure = field(spec, 'type');
    if (!at || structure?.type !== 'struct_type') continue;
    const type = at.text;
    const types = named(named(structure)[0]).map((each) => field(each, 'type')).map((each) => (each?.type === 'map_type' || maps.has(each?.text ?? '') ? 'map' : typeName(cx, each)));
    if (!types.includes('sync.Map') && !(types.includes('map') && types.some((each) => /^sync\.(?:RW)?Mutex$/.test(each)))) continue;
    const names = methodsOf(root, type).map((method) => field(method, 'name')?.text ?? '');
    if (names.some((name) => putting.test(name)) && names.some((name) => asking.test(name))) cx.emit('go.keyed-type', span(at), { type, makers: makersOf(root, type) });
  }
}

/** The type or function that a variable's value comes from: `NewStrings()`, `&Strings{}`, `Strings{}`. */
function fromOf(value: GoNode | undefined): GoNode | undefined {
  if (value?.type === 'unary_expression') return fromOf(field(value, 'operand'));
  if (value?.type === 'composite_literal') return field(value, 'type');
  return value?.type === 'call_expression' ? field(value, 'function') : undefined;
}

function onVariable(spec: GoNode, cx: FactFileContext): void {
  if (spec.parent?.parent?.type !== 'source_file' && spec.parent?.parent?.parent?.type !== 'source_file') return;
  const names = named(spec).filter((part) => part.type === 'identifier');
  const values = named(field(spec, 'value'));
  names.forEach((at, index) => {
    const from = (values.length > 0 ? fromOf(values[index]) : field(spec, 'type'))?.text.replace(/^\*/, '').replace(/\[.*$/, '') ?? '';
    const [first = '', second] = from.split('.');
    const path = second === undefined ? undefined : importOf(cx, spec, first);
    if (!isTokenName(at.text) || from === '' || isAside(cx, spec) || (second !== undefined && !libraries.test(path ?? ''))) return;
    cx.emit('go.held', span(at), { name: at.text, from: second ?? first, ...(path === undefined ? {} : { library: from }) });
  });
}

function onPut(call: GoNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  const token = field(call, 'function');
  const holder = token?.type === 'selector_expression' ? field(token, 'operand') : undefined;
  const name = holder?.type === 'selector_expression' ? field(holder, 'field')?.text : holder?.type === 'identifier' ? holder.text : undefined;
  if (callee && name !== undefined && putting.test(callee.name) && isTokenName(name) && !isSetUp(call) && !isAside(cx, call)) cx.emit('go.filled', span(callee.token), { name });
}

/** Variables of packages whose types keep values for many goroutines: see the kinds. */
export const goHeldFacts: FactExtractor = {
  kinds: ['go.keyed-type', 'go.held', 'go.filled'],
  matchers: [
    factMatcher({ language: 'go', needles: [[/^type \w+ struct|^\t\w+ struct/m, /\bmap\[|sync\.Map|^\t\w+ +[A-Z]\w+$/m, /^func \(\w+ \*?\w+\) (?:Set\w*|Add|Put|Store|Insert)\(/m]], on: { source_file: onFile } }),
    factMatcher({ language: 'go', needles: [[/^(?:var |\t)\w*(?:[tT]oken|[oO][tT][pP]|[cC]aptcha|[nN]once|[cC]srf|[vV]erif|[sS]ession|[tT]icket|[cC]hallenge|[mM]agic[lL]ink|[rR]eset[cC]ode|[sS]tates?\b|[lL]ogin)\w* (?:= &?[\w.]+|\*?[\w.]+\r?$)/m]], on: { var_spec: onVariable } }),
    factMatcher({ language: 'go', needles: [[/(?:[tT]oken|[oO][tT][pP]|[cC]aptcha|[nN]once|[cC]srf|[vV]erif|[sS]ession|[tT]icket|[cC]hallenge|[mM]agic[lL]ink|[rR]eset[cC]ode|[sS]tates?|[lL]ogin)\w*\.(?:Set\w*|Add|Put|Store|Insert)\(/]], on: { call_expression: onPut } }),
  ],
};
