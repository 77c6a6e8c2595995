import { annotations, bareType, field, methodsOf, modifiers, named, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import type { PlannedEdit } from '../../../generators/planned-edits.js';
import { lineEnd, membersOf, type Layout } from './redis-layout.js';

/** How the object comes to what it is made with. */
export interface Construction {
  readonly edits: readonly PlannedEdit[];
  /** Whether the class gets its first constructor, so that another one may stand beside it. */
  readonly added: boolean;
}

/** Annotations of Lombok that write constructors from the fields. */
const writesConstructor = /^(?:(?:All|Required|No)ArgsConstructor|Data|Value|Builder|SuperBuilder)$/;

function constructorLines(head: string, lines: readonly string[], { eol, indent, step }: Layout): string {
  return [`${indent}${head} {`, ...lines.map((line) => `${indent}${step}${line}`), `${indent}}`].join(eol);
}

/** Place of a first constructor: behind the fields that stand before the methods, among them the one at hand. */
function placeFor(type: JavaNode, declaration: JavaNode, layout: Layout): number {
  const members = membersOf(type);
  const behind = members.findIndex((member) => member.type !== 'field_declaration' && member.startIndex > declaration.startIndex);
  const last = (behind < 0 ? members : members.slice(0, behind)).at(-1) ?? declaration;
  return lineEnd(layout, last.endIndex);
}

/** A constructor, for a class without one. */
export function newConstructor(type: JavaNode, declaration: JavaNode, head: readonly string[], lines: readonly string[], layout: Layout): PlannedEdit {
  const { eol, indent } = layout;
  const at = placeFor(type, declaration, layout);
  const before = head.slice(0, -1).map((line) => `${indent}${line}${eol}`).join('');
  return { start: at, end: at, text: `${eol}${eol}${before}${constructorLines(head.at(-1) ?? '', lines, layout)}` };
}

function constructorsOf(type: JavaNode): readonly JavaNode[] {
  return methodsOf(type).filter((method) => method.type === 'constructor_declaration');
}

/** The parameter of the only constructor through which the client comes in already. */
export function clientParameter(type: JavaNode): string | undefined {
  const [only, ...more] = constructorsOf(type);
  const parameters = only && more.length === 0 ? named(field(only, 'parameters') ?? only) : [];
  const client = parameters.find((each) => bareType(field(each, 'type')) === 'RedissonClient');
  return client && nameOf(client);
}

/** The assignments in a constructor that is there, and the parameter unless it has it. */
function extended(constructor: JavaNode, parameter: string | undefined, lines: readonly string[], { text, eol, indent, step }: Layout): readonly PlannedEdit[] | undefined {
  const parameters = field(constructor, 'parameters');
  const body = field(constructor, 'body');
  if (!parameters || !body || modifiers(constructor).has('private') || !text.slice(body.startIndex, body.endIndex).includes('\n')) return undefined;
  const call = named(body).find(({ type }) => type === 'explicit_constructor_invocation');
  if (call && !call.text.startsWith('super')) return undefined;
  const last = named(parameters).at(-1);
  const ownLine = last && /(?:^|\n)([ \t]*)$/.exec(text.slice(0, last.startIndex))?.[1];
  const separator = last === undefined ? '' : ownLine === undefined ? ', ' : `,${eol}${ownLine}`;
  const at = last?.endIndex ?? parameters.startIndex + 1;
  const start = call?.endIndex ?? body.startIndex + 1;
  const added = parameter === undefined ? [] : [{ start: at, end: at, text: `${separator}${parameter}` }];
  return [...added, { start, end: start, text: lines.map((line) => `${eol}${indent}${step}${line}`).join('') }];
}

/** The object is made with one thing more; `undefined` when something else decides on how it is made. */
export function constructed(type: JavaNode, declaration: JavaNode, client: string, lines: readonly string[], layout: Layout): Construction | undefined {
  if (annotations(type).some(({ name }) => writesConstructor.test(name))) return undefined;
  if (descendants(type.tree.rootNode, 'object_creation_expression').some((creation) => field(creation, 'type')?.text === nameOf(type))) return undefined;
  const [only, ...more] = constructorsOf(type);
  if (more.length > 0) return undefined;
  const parameter = `RedissonClient ${client}`;
  if (!only) return { edits: [newConstructor(type, declaration, ['@Autowired', `public ${nameOf(type)}(${parameter})`], lines, layout)], added: true };
  const edits = extended(only, clientParameter(type) === undefined ? parameter : undefined, lines, layout);
  return edits && { edits, added: false };
}
