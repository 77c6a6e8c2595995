import { aliased, args, callName, declarationOf, descendants, enclosing, enclosingMember, enclosingType, field, named, plain, receiver, stringValue, typeName, type CsNode, type Once } from '../../../syntax/csharp/ask.js';
import { isRequestSide } from '../../../syntax/csharp/request-side.js';

const nothing = /^(?:string\.Empty|String\.Empty|""|\[\]|(?:System\.)?Array\.Empty<byte>\(\)|newbyte\[0\]|newbyte\[\]\{\})$/;

/** Whether `File` is another library's class in this file: what its methods do is not known. */
export function isForeignFile(cx: Once, node: CsNode): boolean {
  const meant = aliased(cx, node, 'File');
  return meant !== undefined && meant !== 'System.IO.File' && plain(receiver(node)) === 'File';
}

/**
 * Whether a file without a byte is left: it finds out whether the folder can be written, or tells this process something by
 * being there or by its time. What a request leaves so that another one sees it is no such mark.
 */
export function isMark(node: CsNode): boolean {
  const [, content] = args(node);
  const name = callName(node);
  const wrote = /^WriteAll(?:Text|Bytes)(?:Async)?$/.test(name) && content !== undefined && nothing.test(plain(content));
  const using = node.parent?.type === 'using_statement' ? field(node.parent, 'body') : undefined;
  const closed = node.parent?.type === 'member_access_expression' && /^(?:Dispose|Close)$/.test(field(node.parent, 'name')?.text ?? '');
  const created = /^Create(?:Text)?$/.test(name) && (closed || (using !== undefined && named(using).length === 0));
  return (wrote || created) && !isRequestSide(node);
}

/** Whether the file tells the number of the process that writes it, by which the machine that it runs on stops it. */
export function isOwnNumber(node: CsNode): boolean {
  const [, content] = args(node);
  return /\bEnvironment\.ProcessId\b|\bGetCurrentProcess(?:Id\(\)|\(\)\.Id)/.test(plain(content));
}

/** Whether what is written came with the program: a resource of its assembly. Each replica unpacks its own. */
export function isUnpacked(node: CsNode, member: CsNode | undefined): boolean {
  const [, content] = args(node);
  return /\bGetManifestResourceStream\(/.test(member?.text ?? '') || /(?:^|\.)Resources\.\w+$/.test(plain(content));
}

/** Whether the class makes or copies code that its own process loads from there: each replica does so for itself. What is unpacked from elsewhere is new to the others. */
export function isLoadedAsCode(node: CsNode): boolean {
  return callName(node) !== 'ExtractToDirectory' && /\b(?:LoadFromAssemblyPath|Assembly\.LoadFrom|Assembly\.LoadFile)\(/.test(enclosingType(node)?.text ?? '');
}

/** The `if` around a node that lets it run only while nothing lies at the path. */
function whileAbsent(node: CsNode, target: CsNode): CsNode | undefined {
  for (let at = enclosing(node, 'if_statement'); at; at = enclosing(at, 'if_statement')) {
    const [condition, yes] = [field(at, 'condition'), field(at, 'consequence')];
    if (!condition || !yes || node.startIndex < yes.startIndex || node.endIndex > yes.endIndex || condition.text.includes('||')) continue;
    const asks = [condition, ...descendants(condition, 'prefix_unary_expression')].some((each) => /^!(?:\w+\.)*File\.Exists\(/.test(plain(each)) && descendants(each, 'invocation_expression').some((call) => plain(args(call)[0]) === plain(target)));
    if (asks) return at;
  }
  return undefined;
}

/** What each process would make up for itself: replicas need the same one. */
const madeUp = /\bGuid\.NewGuid\b|\bRandom\w*|\bRNGCrypto\w*|\b(?:RSA|Aes|ECDsa|HMAC\w*)\b|Certificate|Generate\w*(?:Key|Secret|Token|Id|Password)\b/;
const given = /^(?:\w*Stream|byte\[\]|(?:ReadOnly)?(?:Memory|Span)|IFormFile\w*|HttpPostedFile\w*|IBrowserFile)$/;

function parametersOf(member: CsNode): readonly CsNode[] {
  const list = field(member, 'parameters');
  return list ? named(list).filter(({ type }) => type === 'parameter') : [];
}

/**
 * Whether a replica without the file makes it as well as the one that has it: the text is a constant, or the method looks
 * for the file, makes what is missing from what it knows, and goes on with the file. What a caller hands over to be kept
 * cannot be made again.
 */
export function isMadeWhenAbsent(node: CsNode, target: CsNode): boolean {
  const guard = whileAbsent(node, target);
  const member = enclosingMember(node);
  if (!guard || !member) return false;
  const writes = /^(?:WriteAll|AppendAll)\w+$/.test(callName(node));
  const [, content] = args(node);
  if (writes && stringValue(content) !== undefined) return true;
  const parameters = parametersOf(member);
  const kept = writes && content ? [content, ...descendants(content, 'identifier')].some((each) => each.type === 'identifier' && declarationOf(each)?.kind === 'parameter') : false;
  if (kept || madeUp.test(member.text) || parameters.some((parameter) => given.test(typeName(field(parameter, 'type'))))) return false;
  return target.type === 'identifier' && descendants(member, 'identifier').some((each) => each.text === target.text && each.startIndex > guard.endIndex);
}

const downloads = /\b\w*(?:[cC]lient|[hH]ttp)\w*\.(?:Download|Get)(?:Data|ByteArray|Bytes|String|Stream|Async)?\w*\(/;

/**
 * Whether a download is kept as well as can be: writing it may fail without anybody noticing, because the method goes on
 * with what it has fetched, and another method of the class reads what was kept where it finds it.
 */
export function isKeptDownload(node: CsNode): boolean {
  const [member, type, attempt] = [enclosingMember(node), enclosingType(node), enclosing(node, 'try_statement')];
  const [, content] = args(node);
  if (!member || !type || !attempt || content?.type !== 'identifier' || !downloads.test(declarationOf(content)?.value?.text ?? '')) return false;
  const swallowed = descendants(attempt, 'catch_clause').every((each) => descendants(each, 'throw_statement', 'return_statement').length === 0);
  const goesOn = descendants(member, 'return_statement').some((each) => each.startIndex > attempt.endIndex && descendants(each, 'identifier').some(({ text }) => text === content.text));
  const others = type.text.slice(0, member.startIndex - type.startIndex) + type.text.slice(member.endIndex - type.startIndex);
  return swallowed && goesOn && /\bFile\.Exists\(/.test(others) && /\bFile\.ReadAll\w+\(/.test(others);
}

const readsFile = /^(?:CreateEntryFromFile|ReadAll\w+|ReadLines|OpenRead|OpenText)$/;
const findsFiles = /\bFile\.(?:ReadAll\w+|ReadLines|Open\w*|Exists)\(|\bPhysicalFile\(|\b(?:GetFiles|EnumerateFiles)\(/;

function isIn(node: CsNode, scope: CsNode): boolean {
  return node.startIndex >= scope.startIndex && node.endIndex <= scope.endIndex;
}

/**
 * Whether a file is only a step on the way: the same block reads it again, its name is made for this one call, and no other
 * member of the class looks for files. Another replica never misses such a file.
 */
export function isScratch(node: CsNode, target: CsNode): boolean {
  const [member, type, block] = [enclosingMember(node), enclosingType(node), enclosing(node, 'block')];
  const path = plain(target);
  const names = target.type === 'identifier' ? [target] : descendants(target, 'identifier');
  if (!member || !type || !block || !names.some((name) => ['local', 'parameter'].includes(declarationOf(name)?.kind ?? ''))) return false;
  const readers = descendants(member, 'invocation_expression').filter((call) => readsFile.test(callName(call)) && plain(args(call)[0]) === path);
  const again = readers.some((call) => call.startIndex > node.endIndex && isIn(call, block));
  // A name that goes anywhere else may bring somebody back to the file.
  const elsewhere = target.type === 'identifier' && descendants(member, 'identifier').some((each) => each.text === path && ![node, ...readers].some((call) => isIn(each, call)) && each.parent?.type !== 'variable_declarator');
  const others = type.text.slice(0, member.startIndex - type.startIndex) + type.text.slice(member.endIndex - type.startIndex);
  return again && !elsewhere && !findsFiles.test(others);
}
