import type { FileContext } from '../../contract/rule.js';
import { calleeOf, args, functionOf, handlerAround, importsPackage, isSetUp, nameOf, receiverOf, typeName, type GoNode } from './ask.js';
import { below, enclosing, field, named } from '../tree-sitter/nodes.js';

/** A table that outlives requests: a variable of the package, or a field of a type that goroutines share. */
export interface GoTable {
  readonly name: string;
  readonly at: GoNode;
  /** Type that has the field; '' for a variable of the package. */
  readonly owner: string;
  readonly shape: 'map' | 'slice' | 'syncMap';
  /** Types of keys and values, with import paths where they are qualified; '' when unknown. */
  readonly key: string;
  readonly value: string;
}

export interface GoChange {
  readonly node: GoNode;
  readonly kind: 'put' | 'remove' | 'count' | 'append' | 'replace';
  /** What is put. */
  readonly value?: GoNode;
}

type Shape = Pick<GoTable, 'shape' | 'key' | 'value'>;

function ofType(cx: FileContext, type: GoNode | undefined): Shape | undefined {
  if (!type) return undefined;
  if (type.type === 'map_type') return { shape: 'map', key: typeName(cx, field(type, 'key')), value: typeName(cx, field(type, 'value')) };
  if (type.type === 'slice_type') return { shape: 'slice', key: '', value: typeName(cx, field(type, 'element')) };
  return typeName(cx, type) === 'sync.Map' ? { shape: 'syncMap', key: '', value: '' } : undefined;
}

/** `map[K]V{}`, `make(map[K]V)`, `&sync.Map{}`: tables that begin empty; those that begin with entries are constants. */
function ofValue(cx: FileContext, value: GoNode | undefined): Shape | undefined {
  if (value?.type === 'unary_expression') return ofValue(cx, field(value, 'operand'));
  if (value?.type === 'composite_literal') return named(field(value, 'body')).length === 0 ? ofType(cx, field(value, 'type')) : undefined;
  return value?.type === 'call_expression' && field(value, 'function')?.text === 'make' ? ofType(cx, args(value)[0]) : undefined;
}

function packageTables(cx: FileContext, root: GoNode): readonly GoTable[] {
  return named(root).filter((each) => each.type === 'var_declaration').flatMap((declaration) => below(declaration, 'var_spec')).flatMap((spec) => {
    const names = named(spec).filter((part) => part.type === 'identifier');
    const values = named(field(spec, 'value'));
    return names.flatMap((at, index) => {
      const value = values[index];
      const shape = value ? ofValue(cx, value) : ofType(cx, field(spec, 'type'));
      return shape ? [{ name: at.text, at, owner: '', ...shape }] : [];
    });
  });
}

/** Types that are made for one connection, request, user or message, or that only configure something. */
function isPassing(fields: readonly GoNode[], name: string, cx: FileContext): boolean {
  if (/(?:conn(?:ection)?|client|request|response|context|ctx|builder|parser|reader|writer|scanner|iterator|visitor|walker|options?|config|conf|settings|test|mock|fake|stub|query|result|error|errors|diff|report|printer|encoder|decoder|lexer|template|migration|batch|tx|transaction|span)$/i.test(name)) return true;
  return fields.some((each) => /(?:websocket\.Conn|net\.Conn|http\.(?:ResponseWriter|Request)|context\.Context|\btesting\.[TB]|sql\.Tx)$|^(?:.*\.)?(?:User|Principal|Identity)$/.test(typeName(cx, field(each, 'type'))));
}

function lockOf(fields: readonly GoNode[], cx: FileContext): boolean {
  return fields.some((each) => /^sync\.(?:RW)?Mutex$/.test(typeName(cx, field(each, 'type'))));
}

/** Whether a method of the type takes requests, so that the value behind it serves many of them. */
function servesRequests(cx: FileContext, root: GoNode, type: string): boolean {
  return named(root).some((each) => receiverOf(each)?.type === type && handlerAround(cx, field(each, 'body') ?? each)?.id === each.id);
}

function fieldTables(cx: FileContext, root: GoNode): readonly GoTable[] {
  return named(root).filter((each) => each.type === 'type_declaration').flatMap((declaration) => below(declaration, 'type_spec')).flatMap((spec) => {
    const structure = field(spec, 'type');
    const owner = field(spec, 'name')?.text ?? '';
    // A container holds what its users put in; they are looked at where they keep it.
    if (structure?.type !== 'struct_type' || field(spec, 'type_parameters')) return [];
    const fields = named(named(structure)[0]).filter((each) => each.type === 'field_declaration');
    const tables = fields.flatMap((each) => {
      const shape = ofType(cx, field(each, 'type'));
      return shape && shape.shape !== 'slice' ? named(each).filter((part) => part.type === 'field_identifier').map((at) => ({ name: at.text, at, owner, ...shape })) : [];
    });
    if (tables.length === 0 || isPassing(fields, owner, cx)) return [];
    return lockOf(fields, cx) || tables.some((each) => each.shape === 'syncMap') || hasLoop(root, owner) || servesRequests(cx, root, owner) ? tables : [];
  });
}

/** A method that waits for messages in an endless loop, as hubs do: one goroutine owns the table for all. */
function hasLoop(root: GoNode, type: string): boolean {
  return named(root).some((each) => receiverOf(each)?.type === type && below(field(each, 'body'), 'select_statement').some((select) => enclosing(select, 'for_statement') !== undefined));
}

/** Tables of a file that outlive the requests. */
export function tablesIn(cx: FileContext, root: GoNode): readonly GoTable[] {
  return [...packageTables(cx, root), ...fieldTables(cx, root)];
}

/** Whether an expression is the table: its name where no local hides it, or the field of the receiver or of another value. */
function isTable(table: GoTable, node: GoNode | undefined): boolean {
  if (!node) return false;
  if (table.owner === '') return node.type === 'identifier' && node.text === table.name && !isHidden(node);
  return node.type === 'selector_expression' && field(node, 'field')?.text === table.name && ownerOf(node) === table.owner;
}

function isHidden(name: GoNode): boolean {
  const callable = functionOf(name);
  if (!callable) return false;
  const declared = [...below(field(callable, 'parameters'), 'identifier'), ...below(field(callable, 'body'), 'short_var_declaration').flatMap((each) => named(field(each, 'left'))), ...below(field(callable, 'body'), 'var_spec').flatMap((each) => named(each).filter((part) => part.type === 'identifier'))];
  return declared.some((each) => each.text === name.text);
}

/** Type of what a field is taken from, where it is the receiver of the method. */
function ownerOf(selector: GoNode): string {
  const receiver = receiverOf(functionOf(selector));
  return receiver && field(selector, 'operand')?.text === receiver.name ? receiver.type : '';
}

function ofAssignment(table: GoTable, statement: GoNode): GoChange | undefined {
  const [left] = named(field(statement, 'left'));
  const [right] = named(field(statement, 'right'));
  if (left?.type === 'index_expression' && isTable(table, field(left, 'operand'))) {
    const counts = field(statement, 'operator')?.text !== '=';
    return { node: left, kind: counts ? 'count' : 'put', ...(right ? { value: right } : {}) };
  }
  if (!isTable(table, left) || !left) return undefined;
  const appended = right?.type === 'call_expression' && field(right, 'function')?.text === 'append' && isTable(table, args(right)[0]);
  return { node: left, kind: appended ? 'append' : 'replace', ...(right ? { value: right } : {}) };
}

function ofCall(cx: FileContext, table: GoTable, call: GoNode): GoChange | undefined {
  const [first, second] = args(call);
  if (field(call, 'function')?.text === 'delete' && first && isTable(table, first)) return { node: call, kind: 'remove' };
  const callee = table.shape === 'syncMap' ? calleeOf(cx, call) : undefined;
  if (!callee?.receiver || !isTable(table, callee.receiver)) return undefined;
  if (/^(?:Store|LoadOrStore|Swap|CompareAndSwap)$/.test(callee.name)) return { node: call, kind: 'put', ...(second ? { value: second } : {}) };
  return /^(?:Delete|LoadAndDelete|Clear)$/.test(callee.name) ? { node: call, kind: 'remove' } : undefined;
}

/** Places of the file that change a table while the program serves. */
export function changesOf(cx: FileContext, root: GoNode, table: GoTable): readonly GoChange[] {
  const found = [
    ...below(root, 'assignment_statement').map((each) => ofAssignment(table, each)),
    ...below(root, 'inc_statement', 'dec_statement').map((each) => {
      const [at] = named(each);
      return at?.type === 'index_expression' && isTable(table, field(at, 'operand')) ? { node: at, kind: 'count' as const } : undefined;
    }),
    ...below(root, 'call_expression').map((each) => ofCall(cx, table, each)),
  ];
  return found.filter((each): each is GoChange => each !== undefined && !isSetUp(each.node) && !isOnce(each.node) && !isPartOfSetUp(root, each.node));
}

/** In a function that is not exported and that only functions which set up call. */
function isPartOfSetUp(root: GoNode, node: GoNode, depth = 3): boolean {
  const name = nameOf(functionOf(node));
  if (!/^[a-z]/.test(name)) return false;
  const calls = below(root, 'call_expression').filter((call) => {
    const callee = field(call, 'function');
    return (callee?.type === 'selector_expression' ? field(callee, 'field')?.text : callee?.text) === name;
  });
  return calls.length > 0 && calls.every((call) => isSetUp(call) || (depth > 0 && nameOf(functionOf(call)) !== name && isPartOfSetUp(root, call, depth - 1)));
}

/** Functions of the file that make a value of a type, by name. */
export function makersOf(root: GoNode, type: string): readonly string[] {
  const made = new RegExp(`\\b${type}\\{|\\bnew\\(${type}\\)`);
  return named(root).filter((each) => each.type === 'function_declaration' && made.test(field(each, 'body')?.text ?? '')).map(nameOf);
}

/** Inside `once.Do(func() { … })`: filled one time. */
function isOnce(node: GoNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'call_expression' && /\bonce\w*\.Do$/i.test(field(at, 'function')?.text ?? '')) return true;
  return false;
}

/** Fields of a struct type of the file by their types, and the types a field of it leads to. */
export function fieldTypes(cx: FileContext, root: GoNode, type: string): readonly string[] {
  const spec = below(root, 'type_spec').find((each) => field(each, 'name')?.text === type.replace(/^\*/, ''));
  const structure = field(spec, 'type');
  if (structure?.type !== 'struct_type') return [];
  return named(named(structure)[0]).map((each) => typeName(cx, field(each, 'type')));
}

const databaseCall = /\b(?:\w*(?:db|DB|Db|Repo|Repository|Store|Dao|DAO)|db|orm|tx|repo|store|dao|models?)(?:\(\w*\))?(?:\.\w+(?:\([^()\n]*\))?)*\.(?:First|Take|Find\w*|Get\w*|Query\w*|Select\w*|Scan|Load\w*|Where)\(/;

/**
 * A copy without which things go on: a function that does not find a key there asks the database and puts what that says
 * into it, itself or through another function of the file. `name` is the variable or field.
 */
export function isCopyOfDatabase(root: GoNode, name: string): boolean {
  const reads = new RegExp(`\\b${name}(?:\\[[^\\]\\n]+\\](?!\\s*[-+|]?=[^=])|\\.(?:Get|Load)\\w*\\()`);
  const puts = new RegExp(`\\b${name}(?:\\[[^\\]\\n]+\\]\\s*=[^=]|\\.(?:Set|Add|Put|Store)\\w*\\()`);
  const bodies = named(root).filter((each) => /^(?:function|method)_declaration$/.test(each.type)).map((each) => ({ called: nameOf(each), text: field(each, 'body')?.text ?? '' }));
  const keepers = bodies.filter(({ text }) => puts.test(text)).map(({ called }) => called);
  const keeps = new RegExp([puts.source, ...keepers.map((called) => `\\b${called}\\(`)].join('|'));
  return bodies.some(({ text }) => {
    const read = reads.exec(text);
    const rest = read ? text.slice(read.index + read[0].length) : '';
    const asked = databaseCall.exec(rest);
    return asked !== null && keeps.test(rest.slice(asked.index + asked[0].length));
  });
}

/** What it keeps comes from servers of others or from programs, so that no replica changes it. */
export function asksOthersOnly(cx: FileContext, root: GoNode): boolean {
  if (importsPackage(cx, root, /^database\/sql$|gorm|sqlx|xorm|pgx|mongo|\/(?:store|storage|db|dao|models?|repo\w*|database|services?)$/)) return false;
  return importsPackage(cx, root, /^os\/exec$/) || (/\.Do\(|\bhttp\.(?:Get|Head|NewRequest)|\b\w*[cC]lient\.Get\(/.test(cx.text) && importsPackage(cx, root, /^net\/http$/));
}
