import { shortened } from '../../../base/text.js';
import type { Confidence, Severity } from '../../../contract/finding.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, enclosingCallable, enclosingClass, isCommandLine, nameOf, type PhpNode } from '../../../syntax/php/ask.js';
import { isGivenByCaller, isLoggedElsewhere, isMadeAgain, isRemovedAgain, keptPath, pathText, sinkOf, type PhpSink } from '../../../syntax/php/files.js';
import { enclosing, field, span } from '../../../syntax/tree-sitter/nodes.js';

const seenKey = {};

/** What the code itself calls a temporary file, under a name that nobody could look up. */
const temporaryName = /^\$(?:this->)?(?:tmp|temp)/i;
const randomPart = /\b(?:random_bytes|random_int|mt_rand|uniqid|bin2hex|microtime)\s*\(|Str::(?:random|uuid|ulid)\(/;

/** Streams, and folders that every pod has anew. */
export const passing = /php:\/\/|sys_get_temp_dir|tempnam|tmpfile|stream_get_meta_data|get_temp_dir|temporary|['"\/](?:tmp|temp)[\/'"]|['"]\/tmp\b|['"]\/dev\/(?:null|std)|https?:\/\/|ftp:\/\/|s3:\/\/|gs:\/\/|data:/i;
export const logs = /\.log\b|\blogs?['"\/]|log_?(?:path|dir|file)/i;
/** What can be made again from the code or from what the pod was given at start. */
export const derived = /compiled|cache|proxies|\bviews?['"\/]|bootstrap\/|sitemap|robots\.txt|\.htaccess|\.css\b|\.js\b/i;
export const settings = /\.env\b|config(?:uration)?[\w-]*\.(?:php|ini|ya?ml|json)|settings\.php|\.lock\b|\.pid\b|\.(?:key|pem|crt)\b|install/i;
/** The code itself says where: a literal, a constant, a helper of the framework, its own folder. */
const decided = /['"][^'"]*[\w-]\/?[^'"]*['"]|__DIR__|__FILE__|\b(?:public_path|storage_path|base_path|resource_path|FCPATH|APPPATH|WRITEPATH|ROOTPATH|ABSPATH|WWW_ROOT|DOCUMENT_ROOT)\b|getcwd\(/;
/** A setting, a variable of the environment or another object says where. */
const elsewhere = /config\(|getenv\(|env\(|\$_ENV|->get(?:Parameter|Option|Config|Setting)?\w*\(|\$this->|\$\w*(?:config|settings|options|params)\b|self::|static::|\b[A-Z][A-Z0-9]*_(?:DIR|PATH|ROOT|FOLDER)\b/;

/** Settings or data of the application's own that PHP keeps as code: `"<?php return " . var_export($data, true)`. What an installer writes once is none. */
function isOwnData(cx: RuleFileContext, { call }: PhpSink, text: string): boolean {
  const written = args(call)[1]?.text ?? '';
  const around = `${cx.path} ${nameOf(enclosingClass(call))} ${nameOf(enclosingCallable(call))} ${text}`;
  return /<\?php/.test(written) && /\bvar_export\s*\(/.test(written) && !/install|setup|upgrade|migrat|cache|compil|dump|warm|generat|build|prox(?:y|ies)|transl|lang/i.test(around);
}

interface Judgement {
  readonly say: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** `TestResponse::macro(…)`, `if ($app->runningUnitTests())`, `if (MODE === 'dev')` */
function isForTests({ call }: PhpSink): boolean {
  for (let at = enclosing(call, 'scoped_call_expression', 'if_statement'); at; at = enclosing(at, 'scoped_call_expression', 'if_statement')) {
    if (/^\w*Test\w*$/.test(field(at, 'scope')?.text ?? '') || /runningUnitTests|(?:ENV|MODE|STAGE|environment)['"]?\)?\s*===?\s*['"](?:test|dev|development|local|debug)/.test(field(at, 'condition')?.text ?? '')) return true;
  }
  return false;
}

function judge(cx: RuleFileContext, sink: PhpSink, text: string): Judgement | undefined {
  // An empty file is what is left when somebody clears it.
  if (/^(?:''|"")$/.test(args(sink.call)[1]?.text ?? '')) return undefined;
  if (/CacheWarmer|warm_?up/i.test(`${nameOf(enclosingClass(sink.call))} ${nameOf(enclosingCallable(sink.call))}`)) return undefined;
  if (temporaryName.test(sink.path.text) && randomPart.test(text)) return undefined;
  if (passing.test(text) || isRemovedAgain(sink) || isForTests(sink)) return undefined;
  const caller = isGivenByCaller(sink.path);
  if (sink.upload) {
    if (caller) return { say: 'passedUpload', severity: 'warning', confidence: 'medium' };
    const fixed = decided.test(text) && !/config\(|getenv\(|\benv\(|\$_ENV/.test(text);
    return { say: 'upload', severity: fixed ? 'error' : 'warning', confidence: fixed ? 'high' : 'medium' };
  }
  if (!caller && isOwnData(cx, sink, text)) return { say: 'state', severity: 'warning', confidence: 'medium' };
  if (caller || settings.test(text)) return undefined;
  if (logs.test(text)) return { say: 'logged', severity: isLoggedElsewhere(sink.call) ? 'info' : 'warning', confidence: 'medium' };
  if (!decided.test(text) && !elsewhere.test(text)) return undefined;
  if (derived.test(text) || isMadeAgain(sink.call, sink.path)) return { say: 'cached', severity: 'info', confidence: 'low' };
  return { say: 'file', severity: 'warning', confidence: decided.test(text) ? 'medium' : 'low' };
}

/** One report per callable and path. */
function isRepeated(cx: RuleFileContext, sink: PhpSink): boolean {
  const seen = cx.once(seenKey, () => new Set<string>());
  const key = `${enclosingCallable(sink.call)?.startIndex ?? 0} ${sink.path.text}`;
  const known = seen.has(key);
  seen.add(key);
  return known;
}

function check(call: PhpNode, cx: RuleFileContext): void {
  const found = sinkOf(cx, call);
  if (!found || isCommandLine(cx, call)) return;
  const sink = { ...found, path: keptPath(found) };
  const text = pathText(sink.path);
  const judgement = judge(cx, sink, text);
  if (!judgement || isRepeated(cx, sink)) return;
  const where = shortened(text);
  cx.report({ at: span(sink.token), ...judgement, args: { where }, cause: `php:${judgement.say}:${where}`, data: { directory: /^['"](\/[^'"]*)/.exec(text)?.[1] ?? '' } });
}

/** Files that PHP code writes and leaves on the disk of the pod. */
export const phpWrites = ruleMatcher({
  language: 'php',
  needles: [['move_uploaded_file'], ['file_put_contents'], [/\b(?:fopen|gzopen)\s*\([^\n]*,\s*['"][waxc]/], [/\bimage(?:jpeg|png|webp|gif)\s*\([^\n)]*,/], [/\bcopy\s*\(\s*\$_FILES/], [/->(?:moveTo|saveAs|dumpFile|appendToFile)\s*\(/], [/->move\s*\(/, /->(?:file|getFile)\(|UploadedFile|->files->/], [/\bFile::(?:put|append|copy|move)\s*\(/]],
  on: { function_call_expression: check, member_call_expression: check, scoped_call_expression: check },
});
