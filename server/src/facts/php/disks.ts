import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, calledName, classNamed, isCommandLine, namedArgument, type PhpNode } from '../../syntax/php/ask.js';
import { ownConstant } from '../../syntax/php/files.js';
import { literalText } from '../../syntax/php/value.js';
import { isUploadedFile } from '../../syntax/php/uploads.js';
import { field, span } from '../../syntax/tree-sitter/nodes.js';

/** A place that stores a file on one of the disks of Laravel's configuration. */
export interface DiskUse {
  /** Name of the disk; '' for the default one, absent when it is computed. */
  readonly disk?: string;
  /** Whether what is stored came from a user. */
  readonly upload: boolean;
  /** As the reader would search for it: `Storage::disk('public')->put`. */
  readonly call: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'php.disk-use': DiskUse;
  }
}

const writes = /^(?:put|putfile|putfileas|write|writestream|append|prepend)$/;

/** A name as a literal, or as a constant of the class around it: `self::DISK`. */
function nameIn(node: PhpNode | undefined): string | undefined {
  return literalText(node) ?? literalText(node && ownConstant(node));
}

/** The disk of `Storage::…` and of `->disk('x')->…`; `undefined` when the call is about something else. */
function diskOf(receiver: PhpNode): { readonly disk?: string } | undefined {
  if (receiver.type !== 'member_call_expression' && receiver.type !== 'scoped_call_expression') return undefined;
  if (!/^(?:disk|drive)$/.test(calledName(receiver))) return undefined;
  const disk = nameIn(args(receiver)[0]);
  return disk === undefined ? {} : { disk };
}

/** A property that the class or its constructor declares as one of Laravel's file systems; which one, other code decides. */
function fileSystemOf(cx: FactFileContext, receiver: PhpNode): { readonly disk?: string } | undefined {
  const name = receiver.type === 'member_access_expression' ? field(receiver, 'name')?.text : undefined;
  const type = name === undefined ? undefined : new RegExp(`([\\w\\\\]+)\\s+\\$${name}\\b`).exec(cx.text)?.[1];
  return type !== undefined && /\bIlluminate\\(?:Contracts\\)?Filesystem\\/.test(cx.text) && /^(?:Filesystem|FilesystemAdapter|FilesystemManager|Cloud|Factory|Storage)$/.test(type) ? {} : undefined;
}

function isStorage(cx: FactFileContext, name: PhpNode | undefined): boolean {
  return /(?:^|\\)(?:Facades\\)?Storage$/.test(classNamed(cx, name));
}

function emit(cx: FactFileContext, call: PhpNode, use: { readonly disk?: string }, upload: boolean): void {
  const name = field(call, 'name');
  if (!name || isCommandLine(cx, call)) return;
  const shown = cx.text.slice(call.startIndex, name.endIndex).replace(/\s+/g, '');
  cx.emit('php.disk-use', span(name), { ...use, upload, call: shown.length > 60 ? `…->${name.text}` : shown });
}

function ofMember(call: PhpNode, cx: FactFileContext): void {
  const name = calledName(call);
  const receiver = field(call, 'object');
  if (!receiver) return;
  const use = writes.test(name) ? (diskOf(receiver) ?? fileSystemOf(cx, receiver)) : undefined;
  if (use) emit(cx, call, use, /^putfile/.test(name) || args(call).some((each) => isUploadedFile(cx, each) || /->getRealPath\(\)|->get\(\)/.test(each.text)));
  const named = /^store(?:as|publicly|publiclyas)?$/.exec(name)?.[0];
  if (!named || !isUploadedFile(cx, receiver)) return;
  const given = namedArgument(call, 'options') ?? args(call)[named.endsWith('as') ? 2 : 1];
  const disk = nameIn(given) ?? nameIn(given && optionOf(given));
  emit(cx, call, given === undefined ? { disk: '' } : disk === undefined ? {} : { disk }, true);
}

/** `['disk' => 's3']` */
function optionOf(options: PhpNode): PhpNode | undefined {
  const found = options.descendantsOfType('array_element_initializer').find((each) => literalText(each?.namedChild(0) ?? undefined) === 'disk');
  return found?.namedChild(1) ?? undefined;
}

function ofStatic(call: PhpNode, cx: FactFileContext): void {
  if (isStorage(cx, field(call, 'scope')) && writes.test(calledName(call))) emit(cx, call, { disk: '' }, /^putfile/.test(calledName(call)) || args(call).some((each) => isUploadedFile(cx, each)));
}

/** `php.disk-use`: see the kind. */
export const phpDiskFacts: FactExtractor = {
  kinds: ['php.disk-use'],
  matchers: [factMatcher({
    language: 'php',
    needles: [['Storage', /Storage::/], [/->disk\(/], [/Illuminate\\(?:Contracts\\)?Filesystem\\/], [/->store(?:As|Publicly|PubliclyAs)?\(/, /->file\(|UploadedFile|->allFiles\(/]],
    on: { member_call_expression: ofMember, scoped_call_expression: ofStatic },
  })],
};
