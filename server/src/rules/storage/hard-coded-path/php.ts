import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, calledName, createdClass, enclosingCallable, isCommandLine, type PhpNode } from '../../../syntax/php/ask.js';
import { pathText, sinkOf } from '../../../syntax/php/files.js';
import { literalText } from '../../../syntax/php/value.js';
import { isCertainPath } from '../../../syntax/file-path.js';
import { below, field, named, span } from '../../../syntax/tree-sitter/nodes.js';
import { machinePath, report } from './report.js';

/** Functions that look for something at a path; writes are told by storage/local-file-write, with what is lost there. */
const opening = /^(?:fopen|file_get_contents|file|readfile|opendir|scandir|dir|glob|parse_ini_file|simplexml_load_file|mkdir|chdir|gzopen|gzfile|imagecreatefrom\w+)$/;
const openingClasses = /^(?:SplFileObject|SplFileInfo|DirectoryIterator|FilesystemIterator|RecursiveDirectoryIterator|League\\Flysystem\\Local\\LocalFilesystemAdapter)$/;
const asking = /^(?:is_file|is_dir|file_exists|is_readable)$/;

/** Folders where images put the application and what belongs to PHP. */
const ofTheImage = /^\/(?:app|usr\/src|code|workspace|var\/www|usr\/local\/(?:etc|lib)|etc\/(?:php\w*|nginx|apache2|httpd))(?:\/|$)/;

/** The literal a path begins with: alone, or in front of names that are joined to it. */
function leading(path: PhpNode | undefined): PhpNode | undefined {
  let at = path;
  while (at?.type === 'binary_expression' && field(at, 'operator')?.text === '.') at = field(at, 'left');
  return at?.type === 'string' || at?.type === 'encapsed_string' ? at : undefined;
}

/** Text of a literal up to the first variable in it. */
function headOf(literal: PhpNode): string {
  const whole = literalText(literal);
  if (whole !== undefined) return whole.replaceAll('\\\\', '\\');
  const parts = named(literal);
  const open = parts.findIndex((part) => part.type !== 'string_content');
  return parts.slice(0, open).map((part) => part.text).join('');
}

/** The path is only tried: the code asks first whether anything is there. */
function isAskedFor(call: PhpNode, path: PhpNode): boolean {
  const scope = enclosingCallable(call) ?? call.tree.rootNode;
  return below(scope, 'function_call_expression').some((each) => asking.test(calledName(each)) && args(each)[0]?.text === path.text);
}

/** Another call of the callable writes below the same literal, which is told with the write. */
function isWrittenAsWell(cx: RuleFileContext, literal: PhpNode): boolean {
  const scope = enclosingCallable(literal) ?? literal.tree.rootNode;
  const head = headOf(literal);
  return below(scope, 'function_call_expression').some((each) => {
    const sink = sinkOf(cx, each);
    return sink !== undefined && pathText(sink.path).includes(head);
  });
}

function check(call: PhpNode, cx: RuleFileContext): void {
  const opens = call.type === 'object_creation_expression' ? openingClasses.test(createdClass(cx, call)) : opening.test(calledName(call));
  const [given] = opens ? args(call) : [];
  const literal = leading(given);
  const text = literal && headOf(literal);
  const path = text === undefined ? undefined : machinePath(text);
  if (!given || !literal || text === undefined || !path || !/^(?:\/\w|[A-Za-z]:[\\/]|\\\\)/.test(text) || ofTheImage.test(text)) return;
  if (!isCertainPath(path) && !/^\/(?:home|data|storage|share|Users|media)\/\w/.test(text)) return;
  if (isCommandLine(cx, call) || isWrittenAsWell(cx, literal)) return;
  report(cx, {
    at: span(literal), name: '', path, shown: text, confidence: 'medium', severity: isAskedFor(call, given) ? 'info' : undefined,
    data: { setting: '', profile: '', start: literal.startIndex, end: literal.endIndex, variable: '', filledBy: 'nobody' },
  });
}

/** Absolute paths of one machine that PHP code opens. */
export const phpPath = ruleMatcher({
  language: 'php',
  needles: [[/\(\s*["'](?:\/(?:home|opt|srv|mnt|data|var|usr|etc|media|nfs|export|Users|storage|share|root|nas)\w*\/|[A-Za-z]:[\\/]|\\\\\w)/, /\b(?:fopen|gzopen|\w*file|file_get_contents|opendir|scandir|dir|glob|mkdir|imagecreatefrom\w+|SplFile\w+|\w+Iterator|LocalFilesystemAdapter)\s*\(/]],
  on: { function_call_expression: check, object_creation_expression: check },
});
