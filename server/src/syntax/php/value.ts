import { namesSecret } from '../../base/secrets.js';
import type { FileContext } from '../../contract/rule.js';
import { assignedValue, args, bare, calledName, classNamed, lastName, type PhpNode } from './ask.js';
import { below, field, named } from '../tree-sitter/nodes.js';

/** What an expression of a configuration file says. */
export interface PhpValue {
  /** The literal, or the literal that counts when the variable is not set. `X::class` is the simple name of the class. */
  readonly text?: string;
  /** Environment variable that decides, outermost first. */
  readonly variables: readonly string[];
  /** The literal's own place. */
  readonly literal?: PhpNode;
}

/** Text of a string without interpolation, a number or a truth value. */
export function literalText(node: PhpNode | undefined): string | undefined {
  if (!node) return undefined;
  if (node.type === 'string' || node.type === 'encapsed_string') {
    const parts = named(node);
    return parts.every((part) => part.type === 'string_content' || part.type === 'escape_sequence') ? parts.map((part) => part.text).join('') : undefined;
  }
  return node.type === 'integer' || node.type === 'boolean' || node.type === 'null' || node.type === 'float' ? node.text.toLowerCase() : undefined;
}

const readers = /^(?:env|getenv)$/;

/** `$_ENV['X']`, `$_SERVER['X']`. */
function environmentKey(node: PhpNode): string | undefined {
  const [array, key] = named(node);
  return node.type === 'subscript_expression' && /^\$_(?:ENV|SERVER)$/.test(array?.text ?? '') ? literalText(key) : undefined;
}

/** Environment variables that an expression reads, wherever in it. */
function variablesIn(node: PhpNode): readonly string[] {
  const reads = [node, ...below(node, 'function_call_expression', 'subscript_expression')];
  return [...new Set(reads.flatMap((each) => environmentKey(each) ?? (each.type === 'function_call_expression' && readers.test(calledName(each)) ? literalText(args(each)[0]) ?? [] : [])))];
}

function merge(first: PhpValue, second: PhpValue): PhpValue {
  return { ...second, variables: [...first.variables, ...second.variables] };
}

/** Reads literals and the ways in which PHP code reads its environment: `env('X', 'y')`, `getenv('X') ?: 'y'`, `$_ENV['X'] ?? 'y'`. */
export function readValue(cx: FileContext, written: PhpNode | undefined, depth = 4): PhpValue {
  const node = written && bare(written);
  if (!node || depth === 0) return { variables: [] };
  const text = literalText(node);
  if (text !== undefined) return { text, literal: node, variables: [] };
  const key = environmentKey(node);
  if (key !== undefined) return { variables: [key] };
  if (node.type === 'function_call_expression' || node.type === 'scoped_call_expression' || node.type === 'member_call_expression') return fromCall(cx, node, depth);
  if (node.type === 'class_constant_access_expression' && named(node)[1]?.text === 'class') return { text: lastName(classNamed(cx, named(node)[0])), literal: node, variables: [] };
  if (node.type === 'variable_name') return readValue(cx, assignedValue(node), depth - 1);
  return fromChoice(cx, node, depth);
}

function fromCall(cx: FileContext, call: PhpNode, depth: number): PhpValue {
  const [first, second] = args(call);
  const name = calledName(call);
  if (readers.test(name) || (name === 'get' && /(?:^|\\)Env$/.test(field(call, 'scope')?.text ?? ''))) {
    const variable = literalText(first);
    const rest = readValue(cx, second, depth - 1);
    return variable === undefined ? rest : merge({ variables: [variable] }, rest);
  }
  // A function of the application's own around it: `env_default_when_empty(env('X'), 'y')`.
  const inner = readValue(cx, first, depth - 1);
  return inner.variables.length > 0 ? merge(inner, second ? readValue(cx, second, depth - 1) : inner.text === undefined ? { variables: [] } : { ...inner, variables: [] }) : { variables: [] };
}

function fromChoice(cx: FileContext, node: PhpNode, depth: number): PhpValue {
  if (node.type === 'binary_expression' && ['??', '||'].includes(field(node, 'operator')?.text ?? '')) return merge(readValue(cx, field(node, 'left'), depth - 1), readValue(cx, field(node, 'right'), depth - 1));
  if (node.type === 'conditional_expression' && !field(node, 'body')) return merge(readValue(cx, field(node, 'condition'), depth - 1), readValue(cx, field(node, 'alternative'), depth - 1));
  if (node.type === 'conditional_expression') {
    // `!getenv('X') ? 'y' : getenv('X')`
    const variables = variablesIn(node);
    const literal = variables.length === 0 ? undefined : [field(node, 'body'), field(node, 'alternative')].map((each) => readValue(cx, each, depth - 1)).find(({ text }) => text !== undefined);
    return { ...literal, variables };
  }
  if (node.type === 'cast_expression') return readValue(cx, field(node, 'value'), depth - 1);
  return { variables: [] };
}

export interface PhpSetting extends PhpValue {
  /** Keys from the outermost, joined with dots; items of lists carry their index. */
  readonly key: string;
  readonly keyNode: PhpNode;
  readonly value: PhpNode;
}

function fromArray(cx: FileContext, array: PhpNode, prefix: string, found: PhpSetting[]): void {
  named(array).forEach((element, index) => {
    const parts = named(element);
    const value = parts.at(-1);
    if (element.type !== 'array_element_initializer' || !value) return;
    const name = parts.length > 1 ? literalText(parts[0]) : String(index);
    if (name !== undefined) add(cx, `${prefix}${prefix === '' ? '' : '.'}${name}`, parts[0] ?? value, value, found);
  });
}

function add(cx: FileContext, key: string, keyNode: PhpNode, value: PhpNode, found: PhpSetting[]): void {
  const plain = bare(value);
  found.push({ key, keyNode, value: plain, ...readValue(cx, plain) });
  if (plain.type === 'array_creation_expression') fromArray(cx, plain, key, found);
}

/** `$config['a']['b'] = …` → `a.b`; `undefined` for keys that are not literals. */
function subscriptKey(left: PhpNode | undefined): string | undefined {
  if (left?.type !== 'subscript_expression') return undefined;
  const [array, key] = named(left);
  const own = literalText(key);
  if (own === undefined || !array) return undefined;
  const outer = array.type === 'variable_name' ? '' : subscriptKey(array);
  return outer === undefined ? undefined : outer === '' ? own : `${outer}.${own}`;
}

/** `$config['disks']['public'] = $config['disks'][env('DISK', 'local')]`: the entry that a variable names, told under the name it is given. */
function fromChosen(cx: FileContext, key: string, value: PhpNode, found: PhpSetting[]): void {
  const [list, choice] = value.type === 'subscript_expression' ? named(value) : [];
  const outer = subscriptKey(list);
  const { text, variables } = readValue(cx, choice);
  if (outer === undefined || text === undefined || variables.length === 0) return;
  const prefix = `${outer}.${text}.`;
  for (const { literal: _elsewhere, ...each } of found.filter((setting) => setting.key.startsWith(prefix))) found.push({ ...each, key: `${key}.${each.key.slice(prefix.length)}`, keyNode: value, value, variables: [...variables, ...each.variables] });
}

/** Settings of a file that returns an array, fills `$config[…]`, or declares them as properties of a configuration class. */
export function settingsOf(cx: FileContext, root: PhpNode): readonly PhpSetting[] {
  const found: PhpSetting[] = [];
  const chosen: (readonly [key: string, value: PhpNode])[] = [];
  const statements = [...named(root), ...named(root).filter((each) => each.type === 'namespace_definition').flatMap((each) => named(field(each, 'body')))];
  for (const statement of statements) {
    if (statement.type === 'return_statement') fromReturned(cx, named(statement)[0], found);
    const assignment = statement.type === 'expression_statement' ? named(statement)[0] : undefined;
    const key = assignment?.type === 'assignment_expression' ? subscriptKey(field(assignment, 'left')) : undefined;
    const value = field(assignment, 'right');
    if (key !== undefined && assignment && value) {
      add(cx, key, field(assignment, 'left') ?? assignment, value, found);
      chosen.push([key, bare(value)]);
    }
    if (statement.type === 'class_declaration') fromClass(cx, statement, found);
  }
  // The list that is chosen from may stand in what the file returns at its end.
  for (const [key, value] of chosen) fromChosen(cx, key, value, found);
  return found;
}

function fromReturned(cx: FileContext, returned: PhpNode | undefined, found: PhpSetting[]): void {
  const value = returned?.type === 'variable_name' ? assignedValue(returned) : returned;
  if (value?.type === 'array_creation_expression') fromArray(cx, value, '', found);
}

/** Properties of a class; those that its constructor fills from the environment only count while the variable is not set. */
function fromClass(cx: FileContext, type: PhpNode, found: PhpSetting[]): void {
  const members = named(field(type, 'body'));
  const own: PhpSetting[] = [];
  for (const property of members) fromProperty(cx, property, own);
  const constructor = members.find((each) => each.type === 'method_declaration' && field(each, 'name')?.text === '__construct');
  const filled = new Map(below(constructor, 'assignment_expression').flatMap((each) => {
    const [left, right] = [field(each, 'left'), field(each, 'right')];
    const key = left?.type === 'subscript_expression' ? literalText(named(left)[1]) : field(left, 'name')?.text;
    const variables = right ? variablesIn(right) : [];
    return key !== undefined && variables.length > 0 ? [[key, variables] as const] : [];
  }));
  found.push(...own.map((setting) => (setting.variables.length > 0 ? setting : { ...setting, variables: filled.get(setting.key.replace(/^.*\./, '')) ?? [] })));
}

function fromProperty(cx: FileContext, property: PhpNode, found: PhpSetting[]): void {
  for (const element of property.type === 'property_declaration' ? named(property) : []) {
    const name = field(element, 'name');
    const value = field(element, 'default_value');
    if (name && value) add(cx, name.text.replace(/^\$/, ''), name, value, found);
  }
}

/** What may be stored of a setting's value: nothing of a secret. */
export function storable({ key, text }: PhpSetting): string | undefined {
  return text === undefined ? undefined : namesSecret(key) || /(?:^|\.)key$/.test(key) ? '' : text;
}
