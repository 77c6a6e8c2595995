import type { CodeNode as Node } from '../../contract/nodes.js';
import { args, bareType, declarationOf, enclosingCallable, field, nameOf, named, simpleName } from './ask.js';
import { descendants } from './descendants.js';

/** `command[1] = file`: index and value; `undefined` for an index that is no number. */
function itemSet(assignment: Node, name: string): { readonly index: number; readonly value: Node } | undefined {
  const left = field(assignment, 'left');
  const value = field(assignment, 'right');
  if (left?.type !== 'array_access' || field(left, 'array')?.text !== name || !value) return undefined;
  const index = field(left, 'index')?.text ?? '';
  return /^\d+$/.test(index) ? { index: Number(index), value } : undefined;
}

/** Where a local got its last value before a place: `command = new String[2]`. */
function lastValue(use: Node, callable: Node): Node | undefined {
  const given = descendants(callable, 'variable_declarator', 'assignment_expression').filter((each) => each.endIndex <= use.startIndex
    && (each.type === 'variable_declarator' ? nameOf(each) : field(each, 'left')?.text) === use.text);
  const last = given.at(-1);
  return last && (field(last, 'value') ?? field(last, 'right'));
}

/**
 * Items that a local array or list has when it is used, set one by one since it was made: `cmd[0] = "chmod"; cmd[1] = "777"`,
 * `cmd.add("chmod")`. In order; empty when none was set so.
 */
export function itemsSetOne(use: Node): readonly Node[] {
  const declared = use.type === 'identifier' ? declarationOf(use) : undefined;
  const callable = enclosingCallable(use);
  if (declared?.kind !== 'local' || !callable) return [];
  const made = lastValue(use, callable);
  // `{ "mysql", "-e", script }` has its items already, whatever takes the place of one of them later.
  if (made && (made.type === 'array_initializer' || field(made, 'value'))) return [];
  const from = made?.startIndex ?? declared.node.startIndex;
  const isBetween = (node: Node): boolean => node.startIndex >= from && node.endIndex <= use.startIndex;
  const byIndex = new Map<number, Node>();
  for (const assignment of descendants(callable, 'assignment_expression').filter(isBetween)) {
    const item = itemSet(assignment, use.text);
    if (item) byIndex.set(item.index, item.value);
  }
  if (byIndex.size > 0) return [...byIndex].sort(([a], [b]) => a - b).map(([, value]) => value);
  const adds = descendants(callable, 'method_invocation').filter((call) => isBetween(call) && nameOf(call) === 'add' && field(call, 'object')?.text === use.text);
  return adds.flatMap((call) => args(call).slice(-1));
}

const lists = /^(?:asList|of|newArrayList)$/;

/** Words that a command is made of, as the code gives them: items of arrays and lists, wherever they are set; a text alone is its only word. */
export function commandItems(value: Node): readonly Node[] {
  switch (value.type) {
    case 'identifier': {
      const callable = enclosingCallable(value);
      const made = callable && declarationOf(value)?.kind === 'local' ? lastValue(value, callable) : undefined;
      const first = made && /^(?:array_creation_expression|array_initializer|method_invocation|object_creation_expression)$/.test(made.type) ? commandItems(made) : [];
      const items = [...first.filter((item) => item.id !== made?.id), ...itemsSetOne(value)];
      return items.length > 0 ? items : [value];
    }
    case 'array_creation_expression': return field(value, 'value') ? named(field(value, 'value') ?? value) : [];
    case 'array_initializer': return named(value);
    case 'method_invocation': return lists.test(nameOf(value)) ? args(value) : [value];
    case 'object_creation_expression': return /List$/.test(simpleName(bareType(field(value, 'type')))) ? args(value).flatMap(commandItems) : [value];
    default: return [value];
  }
}
