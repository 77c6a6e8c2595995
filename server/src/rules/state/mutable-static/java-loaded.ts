import type { RuleFileContext } from '../../../contract/rule.js';
import { declarationOf, enclosing, enclosingCallable, field, isType, named, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { readsData } from '../../../syntax/java/data-access.js';
import { identifiersNamed } from '../../../syntax/java/descendants.js';
import { below, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { wordsOf } from '../../../syntax/java/field-purpose.js';
import type { Kept } from '../../../syntax/java/kept.js';
import { originOf, valuesBefore } from '../../../syntax/java/origin.js';

function sourcesOf(value: JavaNode): readonly JavaNode[] {
  const declared = value.type === 'identifier' ? declarationOf(value) : undefined;
  return declared?.kind === 'local' ? valuesBefore(declared, value) : [value];
}

/** How many locals are followed from a value to where it was read. */
const steps = 4;

/** Whether a value, directly, through locals or as an element of a collection, is read from outside the process. */
export function isFetched(value: JavaNode, fieldName: string, depth = steps): boolean {
  if (readsData(value, fieldName, 2)) return true;
  return depth > 0 && [value, ...below(value, 'identifier')].some((name) => {
    const declared = name.type === 'identifier' ? declarationOf(name) : undefined;
    if (declared?.kind !== 'local') return false;
    const loop = declared.node.type === 'enhanced_for_statement' ? field(declared.node, 'value') : undefined;
    return [...(loop ? [loop] : valuesBefore(declared, name))].some((each) => isFetched(each, fieldName, depth - 1));
  });
}

/** Whether a value is a collection that the method has made and filled: what it holds comes from wherever the method reads. */
function isGathered(value: JavaNode): boolean {
  const declared = value.type === 'identifier' ? declarationOf(value) : undefined;
  return declared?.kind === 'local' && valuesBefore(declared, value).some((each) => /^new\s+[\w.]*(?:Map|List|Set|Table)\b/.test(each.text));
}

/** Whether what is put in where it was absent was read from outside the process. */
export function isFilledWithData({ declared }: Kept, write: FieldWrite): boolean {
  const name = nameOf(declared.node);
  return write.values.some((value) => isFetched(value, name)) || (write.values.some(isGathered) && readsData(enclosingCallable(write.node), name));
}

/** `for (Tax tax : taxService.getAll()) codes.put(tax.getType(), tax.getCode());`: a copy of what was read from elsewhere. */
function isCopiedInLoop(write: FieldWrite, fieldName: string): boolean {
  const loop = enclosing(write.node, 'enhanced_for_statement');
  const source = loop && field(loop, 'value');
  const variable = loop && nameOf(loop);
  if (!source || !variable || !write.values.every((value) => new RegExp(`\\b${variable}\\b`).test(value.text))) return false;
  return sourcesOf(source).some((each) => readsData(each, fieldName, 1));
}

/** `accounts.put("Expense", codes)`: the same entries each time, filled with what was read from elsewhere. */
function isReplacedUnderConstant(write: FieldWrite, fieldName: string): boolean {
  const [key, value] = write.values;
  if (write.at.text !== 'put' || !key || !value || originOf(key) !== 'constant') return false;
  const declared = value.type === 'identifier' ? declarationOf(value) : undefined;
  return declared?.kind === 'local' && originOf(value) !== 'given' && readsData(enclosingCallable(write.node), fieldName, 1);
}

/** `codes.putIfAbsent(endpoint, new HashMap<>())` in a method that fetches: room for copies of what it reads. */
function isRoomForLoaded(write: FieldWrite, fieldName: string): boolean {
  const value = write.values.at(-1);
  return /^put(?:IfAbsent)?$/.test(write.at.text) && value !== undefined && /^new\s+[\w.]*(?:Map|List|Set|Table)\b/.test(value.text) && readsData(enclosingCallable(write.node), fieldName, 1);
}

/** Whether a write copies data that is kept elsewhere, over whatever was there. */
export function isLoaded({ declared }: Kept, write: FieldWrite): boolean {
  const name = nameOf(declared.node);
  return write.kind === 'insert' && (isCopiedInLoop(write, name) || isRoomForLoaded(write, name) || isReplacedUnderConstant(write, name));
}

const fromImage = /\bgetResourceAsStream\s*\(|\bResourceBundle\s*\.\s*getBundle\s*\(|\bnew\s+ClassPathResource\s*\(|\bClassPathResource\b|\bPropertiesLoaderUtils\b|\bgetClassLoader\s*\(\s*\)\s*\.\s*getResources?\s*\(|\b(?:Introspector\s*\.|getDeclared(?:Methods?|Fields?|Constructors?)\s*\()/;

const texts = /^(?:bundles?|i18n|l10n|translations?|locali[sz]ations?)$/;
const readsFile = /\b(?:Files\s*\.|\w*InputStream\b|\w*Reader\b|new\s+File\s*\()/;

/** Texts of the user interface that are read from files. */
function keepsTexts({ declared }: Kept, body: JavaNode): boolean {
  return wordsOf(nameOf(declared.node)).some((word) => texts.test(word)) && readsFile.test(body.text);
}

/** `void setConfigFiles(List<Resource> files)` of Spring: files that configuration hands to a bean, and that come with the application. */
function isGivenFiles(cx: RuleFileContext, callable: JavaNode): boolean {
  const [only, ...more] = named(field(callable, 'parameters') ?? callable);
  return only !== undefined && more.length === 0 && /^set[A-Z]/.test(nameOf(callable)) && /\bResource(?:>|\[\])$/.test(field(only, 'type')?.text ?? '')
    && isType(cx, callable, 'Resource', 'org.springframework.core.io.Resource');
}

/** Whether the method that writes reads what lies in the image, texts, metadata, its own classes, and nothing else: every process finds the same. */
export function isFromImage(cx: RuleFileContext, kept: Kept, write: FieldWrite): boolean {
  const callable = enclosingCallable(write.node);
  const body = callable && field(callable, 'body');
  return callable !== undefined && body !== undefined && (keepsTexts(kept, body) || isGivenFiles(cx, callable) || (fromImage.test(body.text) && !readsData(body, nameOf(kept.declared.node), 1)));
}

function isRead(use: JavaNode, writes: readonly FieldWrite[]): boolean {
  return !writes.some((write) => use.startIndex >= write.node.startIndex && use.startIndex < write.at.endIndex);
}

/** Whether only the operation that begins by emptying the collection reads it: it gathers what one run has to say. */
export function isGatheredByRun({ declared, type }: Kept, writes: readonly FieldWrite[]): boolean {
  const emptied = writes.find((write) => write.at.text === 'clear');
  const run = emptied && enclosingCallable(emptied.node);
  if (!emptied || !run || writes.some((write) => write.kind === 'insert' && enclosingCallable(write.node)?.id === run.id && write.node.startIndex < emptied.node.startIndex)) return false;
  const name = nameOf(declared.node);
  const reads = identifiersNamed(type, name).filter((use) => use.parent?.id !== declared.node.id && isRead(use, writes) && declarationOf(use)?.node.id === declared.node.id);
  const inRun = reads.filter((use) => use.startIndex > emptied.node.startIndex && enclosingCallable(use)?.id === run.id);
  const fillers = new Set(writes.filter(({ kind }) => kind === 'insert').map((write) => enclosingCallable(write.node)?.id));
  return inRun.length > 0 && reads.every((use) => inRun.includes(use) || fillers.has(enclosingCallable(use)?.id));
}
