import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { variableName } from '../../../syntax/names.js';
import { enclosing, field, methodOf, nameOf, plainText, qualified, receiverOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { stageOfFile, stageOfName } from '../../../syntax/python/profile.js';
import { isCommandLine } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly, isInTableOfDefaults } from '../../../syntax/python/values.js';
import { machinePath, report } from './report.js';

const opening = /(?:^|\.)(?:open|Path|PosixPath|makedirs|mkdir|listdir|FileHandler|RotatingFileHandler|TimedRotatingFileHandler|FileSystemStorage|copyfile|copy2?|move|glob)$/;
const folders = /(?:path|dir|directory|folder|root|file|filename|location|home|storage|mount)s?$/i;
/** What the build puts into the image, and what the rule about uploads tells. */
const others = /^(?:STATIC_?ROOT|STATIC_FOLDER|MEDIA_ROOT|STATICFILES_\w+)$/i;
const urls = /url|route|endpoint|prefix|static_url|media_url|redirect|pattern|regex|mime|namespace|executable|binary|_bin$|cmd|command|shell|cert|ca_/i;

/** Name that takes a path; `undefined` where the string is not used as one. */
function takerOf(cx: RuleFileContext, literal: PythonNode): { readonly name: string; readonly inCode: boolean } | undefined {
  const { parent } = literal;
  if (parent?.type === 'assignment') {
    const left = field(parent, 'left');
    const name = left?.type === 'subscript' ? plainText(field(left, 'subscript')) : (left && (field(left, 'attribute') ?? left).text);
    return name !== undefined && folders.test(name) && !urls.test(name) && !others.test(name) ? { name, inCode: false } : undefined;
  }
  if (parent?.type === 'pair' || parent?.type === 'keyword_argument') {
    const name = parent.type === 'pair' ? (plainText(field(parent, 'key')) ?? '') : nameOf(parent);
    return field(parent, 'key')?.id !== literal.id && folders.test(name) && !urls.test(name) ? { name, inCode: false } : undefined;
  }
  const call = parent?.type === 'argument_list' ? parent.parent : undefined;
  return call?.type === 'call' && opening.test(qualified(cx, field(call, 'function'))) ? { name: '', inCode: true } : undefined;
}

/** `config.read(["/etc/shop/shop.cfg", Path.home() / ".shop.cfg"])`: places where configuration is looked for, into which manifests mount it. */
function isLookedFor(literal: PythonNode): boolean {
  for (let at = enclosing(literal, 'call'); at; at = enclosing(at, 'call')) if (methodOf(at) === 'read' && /config|parser|cfg|conf/i.test(receiverOf(at)?.text ?? '')) return true;
  return false;
}

function look(literal: PythonNode, cx: RuleFileContext): void {
  const text = plainText(literal);
  const path = text === undefined || !/^(?:\/\w|[A-Za-z]:[\\/]|\\\\)/.test(text) ? undefined : machinePath(text.replaceAll('\\\\', '\\'));
  const taker = path && takerOf(cx, literal);
  // Where images put the application itself.
  if (/^\/(?:app|usr\/src\/app|code|workspace)\//.test(text ?? '')) return;
  if (!path || !taker || text === undefined || isDevelopmentOnly(cx, literal) || isCommandLine(cx, literal) || isInTableOfDefaults(literal) || isLookedFor(literal)) return;
  const type = enclosing(literal, 'class_definition');
  if (['test', 'development'].includes(stageOfFile(cx.path)) || (type && ['test', 'development'].includes(stageOfName(nameOf(type))))) return;
  report(cx, {
    at: span(literal), name: taker.name, path, shown: text, confidence: 'medium',
    data: { setting: '', profile: '', start: literal.startIndex, end: literal.endIndex, variable: variableName(taker.name === '' ? 'data' : taker.name, '', taker.name === '' ? 'dir' : ''), filledBy: 'code' },
  });
}

/** Paths of one machine that Python opens or is configured with. */
export const pythonPath = ruleMatcher({
  language: 'python',
  needles: [[/["'](?:\/(?:home|opt|srv|mnt|data|var|usr\/local|media|nfs|export|app|Users|storage|share)\/|[A-Za-z]:[\\/]|\\\\\\\\\w)/]],
  on: { string: look },
});
