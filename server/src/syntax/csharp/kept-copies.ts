import { args, calledMethod, callName, descendants, enclosing, enclosingMember, enclosingType, modifiers, type CsNode } from './ask.js';
import { fileSink, isTemporary, originText } from './file-paths.js';

/** A place that changes what a field keeps. */
export interface Change {
  readonly node: CsNode;
  readonly adds: boolean;
  /** What is put in its place, where the node says so. */
  readonly value: CsNode | undefined;
}

const loading = /\b\w*Repository\.Table\b|(?:\b\w*(?:Service|Repository|Provider|Context|Db|Database|Store|Dao|Client|Api|Session|Manager))\.(?:\w+\.)*(?:Fill|Load|Get(?!(?:Required|Keyed)?Services?\b)|Find|Select|Read|Fetch|Query|List|All|Search)\w*(?:<[^>]*>)?\(|\.(?:ToListAsync|ToArrayAsync|ToDictionaryAsync|FirstOrDefaultAsync|SingleOrDefaultAsync)\(/i;
const readingFile = /\b(?:File|StreamReader|XmlDocument|XDocument)\.?(?:ReadAll\w+|Load)\(/;
const writingFile = /\bFile\.(?:WriteAll\w+|Create\w*|OpenWrite)\(|\.Save(?:Async)?\(/;

/** Whether a class writes files that stay; those for a moment tell nothing of what it reads. */
function writesFiles(type: CsNode | undefined): boolean {
  if (!type || !writingFile.test(type.text)) return false;
  const sinks = descendants(type, 'invocation_expression').flatMap((call) => fileSink(call) ?? []);
  return sinks.length === 0 || sinks.some(({ target }) => !isTemporary(originText(target)));
}

/** Asking these says what the program itself is made of or was given: how to reach a database, which files its image has. */
const ofProgram = /\.(?:GetConnectionString|GetDbConnection|GetFileInfo|GetDirectoryContents)\(/g;
const asking = /\b\w*[cC]lient\.(?:Get|Head|Send)Async\(/g;

/** Whether what a request is answered with is only asked whether it went well: then no data comes from it. */
function onlyAsks(text: string): boolean {
  return /\.(?:IsSuccessStatusCode|StatusCode)\b|EnsureSuccessStatusCode\(/.test(text) && !/\.Content\b|\bRead(?:As|From)\w*\(|Get(?:FromJson|String|ByteArray|Stream)\w*[(<]/.test(text);
}

/** Whether a text fetches data from elsewhere. Files count where the class writes some too; others ship with the program. */
function loads(text: string, around: CsNode): boolean {
  const all = text.replace(/\bawait\s+|\s+/g, '').replace(ofProgram, '.(');
  const bare = onlyAsks(all) ? all.replace(asking, '(') : all;
  return loading.test(bare) || (readingFile.test(bare) && writesFiles(enclosingType(around)));
}

/** The lambda that alone makes what is kept: the one that `GetOrAdd` is given, or the one of `LazyInitializer.EnsureInitialized` around the change. */
function maker({ node, value }: Change): CsNode | undefined {
  const lambda = (call: CsNode | undefined): CsNode | undefined => (call ? args(call).find(({ type }) => type === 'lambda_expression') : undefined);
  if (callName(node) === 'GetOrAdd') return lambda(node);
  const once = value?.type === 'invocation_expression' ? value : enclosing(node, 'invocation_expression');
  return once && callName(once) === 'EnsureInitialized' ? lambda(once) : undefined;
}

/** Whether what is put is itself fetched from outside the process. */
export function isLoaded(changes: readonly Change[]): boolean {
  return changes.some((change) => loads((maker(change) ?? change.value ?? change.node).text, change.node));
}

/** Whether a member asks whether something is kept under `name`. */
function asksFirst(member: CsNode | undefined, name: string): boolean {
  const text = (member?.text ?? '').replace(/\s+/g, '');
  return new RegExp(`\\b${name}\\.(?:TryGetValue|ContainsKey|Contains)\\(|!?\\b${name}(?:==null|isnull|\\?\\?)|\\bnull==${name}\\b|\\b${name}(?:\\?)?\\.Count(?:==|<)`).test(text);
}

/** Whether the method that makes the change, or each that calls it where it is the class's own, asks what is kept first and only computes what is missing. */
export function isMemo({ node }: Change, name: string): boolean {
  if (callName(node) === 'GetOrAdd' || node.text.includes('??=')) return true;
  const member = enclosingMember(node);
  const type = enclosingType(node);
  if (!member || !type || asksFirst(member, name)) return member !== undefined;
  const callers = modifiers(member).has('private') ? descendants(type, 'invocation_expression').filter((call) => calledMethod(call)?.id === member.id) : [];
  return callers.length > 0 && callers.every((call) => asksFirst(enclosingMember(call), name));
}

/** Whether a member, or a method of the class that it calls, at most two steps away, fetches something from outside the process. */
function memberFetches(member: CsNode | undefined, steps = 2): boolean {
  if (!member) return false;
  return loads(member.text, member) || (steps > 0 && descendants(member, 'invocation_expression').some((call) => memberFetches(calledMethod(call), steps - 1)));
}

/** Whether what makes the change fetches something from outside the process on the way: its method, or the lambda that alone makes what is kept. */
export function fetches(change: Change): boolean {
  return memberFetches(maker(change) ?? enclosingMember(change.node));
}

/** Whether one method empties the collection and fills it with what it fetches, for others to read: a copy that is renewed as a whole. */
export function isRefilled({ node }: Change, name: string): boolean {
  const member = enclosingMember(node);
  const type = enclosingType(node);
  if (!member || !type || !new RegExp(`\\b${name}\\.Clear\\(`).test(member.text) || !loads(member.text, node)) return false;
  return descendants(type, 'identifier').some((each) => each.text === name && enclosingMember(each)?.type === 'method_declaration' && enclosingMember(each)?.id !== member.id);
}


/** Whether a member asks a store for data in its own text. */
export function readsStore(member: CsNode): boolean {
  return loads(member.text, member);
}
