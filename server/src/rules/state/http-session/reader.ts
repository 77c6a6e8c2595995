import type { NeededReader } from '../../../contract/finding.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { isOwnAttribute, isReadIn, namesOfReaders } from '../../../syntax/attribute-reads.js';
import { args, declarationOf, field, modifiers, nameOf, stringValue, typeOf, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { identifiersNamed } from '../../../syntax/java/descendants.js';
import type { SessionWrite } from '../../../syntax/java/sessions.js';

/** Interfaces by which values and listeners hear of the session themselves, so that nothing has to read them. */
const listeners = ['HttpSessionBindingListener', 'HttpSessionAttributeListener', 'HttpSessionActivationListener'] as const;

/** Values of the language and its library, which hear of nothing. */
const plainTypes = /^(?:java\.\w+\.)?(?:String|CharSequence|Boolean|Integer|Long|Short|Double|Float|BigDecimal|BigInteger|Number|boolean|int|long|short|double|float|Date|LocalDate|LocalDateTime|Instant|UUID|(?:Linked|Hash|Tree)?Map|HashMap|LinkedHashMap|(?:Array|Linked)?List|(?:Hash|Tree)?Set)(?:\[\])?$/;
const plainValues = /^(?:string_literal|true|false|decimal_integer_literal|character_literal|binary_expression)$/;
/** Methods that hand out a text or a number, as their names say. */
const plainCalls = /(?:[tT]oken|Id|Name|Seq|Code|Yn|Ur[li]|Path|[mM]ail|Date|Time|No|Num|Number|Type|Key|Text|Message|Msg|String|Count|[sS]ize|Flag|Parameter|Header|Property|concat|trim|valueOf|format)$/;

function isPlain(value: JavaNode | undefined): boolean {
  if (value?.type === 'method_invocation') return plainCalls.test(nameOf(value));
  return value !== undefined && (plainValues.test(value.type) || plainTypes.test(typeOf(value)));
}

/** `session.getAttribute("key") + ","`: what the file joins to a text is one, or a number. */
function isJoined(text: string, name: string): boolean {
  return /^\w+$/.test(name) && new RegExp(String.raw`getAttribute\(\s*"${name}"\s*\)\s*\+\s*"|"\s*\+\s*[\w.]+\.getAttribute\(\s*"${name}"\s*\)`).test(text);
}

const readsKey = {};

/** What a text has to write that reads the attribute, from the text of the file that stores it; `undefined` when that file reads it, or when servers and libraries may. */
function readerBeside(cx: RuleFileContext, name: string, declaredAt: number | undefined, otherwise: readonly string[]): NeededReader | undefined {
  if (!isOwnAttribute(name)) return undefined;
  const names = namesOfReaders(name);
  // Attributes of one file share most of the beginnings under which they might be read.
  const known = cx.once(readsKey, () => new Map<string, boolean>());
  const isRead = (each: string): boolean => {
    const key = `${String(declaredAt)} ${each}`;
    const answer = known.get(key) ?? isReadIn(cx.path, cx.text, each, declaredAt);
    known.set(key, answer);
    return answer;
  };
  return names.some(isRead) ? undefined : { names, otherwise };
}

/** The same for code of a page. */
export function readerOfPage(cx: RuleFileContext, name: string): NeededReader | undefined {
  return readerBeside(cx, name, undefined, listeners);
}

const storing = /^(?:setAttribute|putValue|put|putIfAbsent|setSessionAttribute|removeAttribute|removeValue)$/;

/** Whether a name of the file does more than to stand for an attribute that is stored and removed. */
function isUsedOtherwise(root: JavaNode, { name, node }: Declared): boolean {
  return identifiersNamed(root, name).some((use) => {
    const access = use.parent?.type === 'field_access' ? use.parent : undefined;
    if (field(node, 'name')?.id === use.id || (!access && declarationOf(use)?.node.id !== node.id)) return false;
    const passed = access ?? use;
    const call = passed.parent?.type === 'argument_list' ? passed.parent.parent : undefined;
    if (call?.type !== 'method_invocation' || !storing.test(nameOf(call))) return true;
    const isTaken = nameOf(call).startsWith('remove') && call.parent?.type !== 'expression_statement';
    return isTaken || args(call).findIndex(({ id }) => id === passed.id) > (nameOf(call) === 'setSessionAttribute' ? 1 : 0);
  });
}

/** What has to read one of several stored under the same name; `undefined` when that is not known of one of them. */
export function anyReader(readers: readonly (NeededReader | undefined)[]): NeededReader | undefined {
  const known = readers.filter((reader) => reader !== undefined);
  if (known.length === 0 || known.length < readers.length) return undefined;
  const union = (key: keyof NeededReader): readonly string[] => [...new Set(known.flatMap((reader) => reader[key]))];
  return { names: union('names'), otherwise: union('otherwise') };
}

/** What has to read an attribute that code stores, in another file; `undefined` when this one reads it, or when nothing is certain. */
export function readerOf(cx: RuleFileContext, { name, value }: SessionWrite): NeededReader | undefined {
  const attribute = stringValue(name);
  if (!name || attribute === undefined) return undefined;
  const heard = isPlain(value) || isJoined(cx.text, attribute) ? [] : listeners;
  if (name.type === 'string_literal') return readerBeside(cx, attribute, undefined, heard);
  const declared = name.type === 'identifier' ? declarationOf(name) : undefined;
  if (declared?.value?.type !== 'string_literal' || isUsedOtherwise(name.tree.rootNode, declared)) return undefined;
  const constants = declared.kind === 'field' && !modifiers(declared.declaration).has('private') ? [declared.name] : [];
  return readerBeside(cx, attribute, declared.value.startIndex + 1, [...heard, ...constants]);
}
