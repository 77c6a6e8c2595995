import { args, bodyOf, calledMethod, calledName, callName, declarationOf, descendants, enclosingMember, enclosingType, field, modifiers, named, nameOf, plain, receiver, stringValue, typeName, typeOf, type CsNode } from './ask.js';

/** A place where C# writes a file: what to point at, and the expression of the path. */
export interface FileSink {
  readonly at: CsNode;
  readonly target: CsNode;
  /** The call itself takes what a user has uploaded. */
  readonly upload: boolean;
}

const writers = /^(?:WriteAll\w+|AppendAll\w+|AppendText|Create|CreateText|OpenWrite)$/;
const movers = /^(?:Copy|Move|Replace)$/;
const creatingModes = /FileMode\.(?:Create|CreateNew|Append|OpenOrCreate|Truncate)\b/;

function isPathLike(node: CsNode): boolean {
  const type = typeOf(node);
  return type === 'string' || type === 'String' || node.type.includes('string') || (node.type === 'invocation_expression' && /Path|MapPath|Combine|Join/.test(callName(node))) || /path|file(?:name)?$|folder|dir/i.test(plain(node).split('.').at(-1) ?? '') && !/stream|writer|memory|response|body/i.test(plain(node));
}

/** The write that a call or creation makes to a file of the disk; `undefined` for all others. */
export function fileSink(node: CsNode): FileSink | undefined {
  const [first, second] = args(node);
  if (!first) return undefined;
  if (node.type === 'object_creation_expression') {
    const type = field(node, 'type');
    const name = typeName(type);
    if (type && name === 'FileStream' && creatingModes.test(node.text)) return { at: type, target: first, upload: false };
    return type && name === 'StreamWriter' && isPathLike(first) ? { at: type, target: first, upload: false } : undefined;
  }
  const at = calledName(node);
  const on = receiver(node);
  const name = callName(node);
  if (!at || !on) return undefined;
  if (/(?:^|\.)File$/.test(plain(on)) && on.type !== 'invocation_expression') {
    if (writers.test(name)) return { at, target: first, upload: false };
    return movers.test(name) && second ? { at, target: second, upload: false } : undefined;
  }
  if (name === 'SaveAs' && args(node).length < 3 && isPathLike(first)) return { at, target: first, upload: /file|upload|posted/i.test(plain(on)) };
  if (/(?:^|\.)ZipFile$/.test(plain(on))) {
    const target = second && /^(?:CreateFromDirectory|ExtractToDirectory)$/.test(name) ? second : undefined;
    return target && { at, target, upload: false };
  }
  return savesItself(on, name) && isPathLike(first) ? { at, target: first, upload: false } : undefined;
}

const documents = /^(?:XmlDocument|XDocument|XElement|Bitmap|Image(?:<\w+>)?|SKBitmap)$/;
const pictures = /^(?:await)?(?:\w+\.)*(?:Image|MagickImage|Bitmap)\.(?:Load|From|New|Thumbnail)\w*(?:<\w+>)?\(/;

/** Documents and pictures that write themselves to the path they are given. */
function savesItself(on: CsNode, name: string): boolean {
  if (name === 'WriteToFile') return true;
  const type = typeOf(on);
  const made = on.type === 'identifier' ? plain(declarationOf(on)?.value) : '';
  const picture = documents.test(type) || pictures.test(made);
  return (/^Save(?:As(?:Png|Jpeg|Webp|Gif|Bmp|Avif))?(?:Async)?$/.test(name) && picture) || (/^Write(?:Async)?$/.test(name) && (type === 'MagickImage' || /^newMagickImage/.test(made)));
}

const temporary = /\bGetTempPath\(|\bGetTempFileName\(|SpecialFolder\.(?:InternetCache)|["'/\\](?:tmp|temp)(?:["'/\\]|$)|\b_?temp(?:orary)?(?:Dir|Directory|Folder|Path|File)\w*\b/i;

/** Whether a path lies where files are kept for a moment, by everything that it is made of; see `originText`. */
export function isTemporary(origin: string): boolean {
  return temporary.test(origin);
}

const depthLimit = 5;

/** The texts of everything that a path is made of, as far as the file shows: initial values, assignments, and methods of the class that return it. */
export function originText(target: CsNode): string {
  const texts: string[] = [];
  const seen = new Set<number>();
  const follow = (node: CsNode, depth: number): void => {
    if (seen.has(node.id) || depth > depthLimit) return;
    seen.add(node.id);
    texts.push(stringValue(node) ?? node.text);
    for (const name of node.type === 'identifier' ? [node] : descendants(node, 'identifier')) {
      const declared = declarationOf(name);
      if (declared?.value) follow(declared.value, depth + 1);
      if (declared?.kind === 'property') follow(declared.declaration, depth + 1);
      if (declared && declared.kind !== 'parameter') for (const value of assigned(name, declared.name.text)) follow(value, depth + 1);
    }
    for (const call of node.type === 'invocation_expression' ? [node, ...descendants(node, 'invocation_expression')] : descendants(node, 'invocation_expression')) {
      const method = calledMethod(call);
      const body = method && bodyOf(method);
      if (body) follow(body, depth + 1);
    }
  };
  follow(target, 0);
  return texts.join('\n');
}

/** Methods that set an object up before it works. */
const settingUp = /^(?:Init\w*|Configure\w*|SetUp\w*|Setup\w*)$/;

/** Values that the member around a node, a constructor, or a method that sets the object up gives to a name. */
function assigned(node: CsNode, name: string): readonly CsNode[] {
  const type = enclosingType(node);
  const body = type && field(type, 'body');
  const constructors = body ? named(body).filter((member) => member.type === 'constructor_declaration' || (member.type === 'method_declaration' && settingUp.test(nameOf(member)))) : [];
  const scopes = [enclosingMember(node), ...constructors].filter((scope): scope is CsNode => scope !== undefined);
  return scopes.flatMap((scope) => descendants(scope, 'assignment_expression')).flatMap((each) => (plain(field(each, 'left')) === name ? (field(each, 'right') ?? []) : []));
}

/** Whether the path, or the folder it begins with, comes from the caller of the member around it: the caller knows where that is. */
export function isHandedIn(target: CsNode): boolean {
  const built = target.type === 'identifier' ? declarationOf(target)?.value : target;
  const joins = built?.type === 'invocation_expression' && /^(?:Combine|Join)$/.test(callName(built)) && /(?:^|\.)Path$/.test(plain(receiver(built)));
  const [folder] = joins && built ? args(built) : [];
  if (folder && folder.id !== target.id) return isHandedIn(folder);
  const declared = target.type === 'identifier' ? declarationOf(target) : undefined;
  return declared?.kind === 'parameter' && declared.declaration.parent?.parent?.type !== 'lambda_expression' && nameOf(declared.declaration) !== '';
}

/**
 * The path that a caller in the same class makes and hands to a private method, where that one writes to what it is given;
 * `undefined` where the method decides itself or others call it.
 */
export function givenWithin(target: CsNode): CsNode | undefined {
  const declared = target.type === 'identifier' ? declarationOf(target) : undefined;
  const method = declared?.kind === 'parameter' ? enclosingMember(declared.name) : undefined;
  const type = method && enclosingType(method);
  const list = method && field(method, 'parameters');
  if (!declared || method?.type !== 'method_declaration' || !type || !list || ['public', 'protected', 'internal'].some((each) => modifiers(method).has(each))) return undefined;
  const place = named(list).filter((each) => each.type === 'parameter').findIndex((each) => nameOf(each) === target.text);
  const calls = descendants(type, 'invocation_expression').filter((call) => callName(call) === nameOf(method) && calledMethod(call)?.id === method.id);
  return calls.map((call) => args(call)[place]).find((given) => given !== undefined && !isHandedIn(given));
}
