import type { AnyMatcher, FactFileContext } from '../../contract/rule.js';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { bare, enclosingCallable, enclosingClass, isCommandLine, nameOf, type PhpNode } from '../../syntax/php/ask.js';
import { field, named, span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** An entry that a method adds to a static array from what a database or another service answers. */
    'php.static-entry': { readonly name: string; readonly owner: string };
    /** A command or variable that keeps PHP processes alive between requests, so that statics outlive them. */
    'php.worker': { readonly via: string };
  }
}

/** Right-hand sides that fetch what somebody may change. */
const fetched = /->(?:find\w*|get|first\w*|all|fetch\w*|query|select|pluck|load\w*|execute|value)\s*\(|::(?:find\w*|where\w*|all|first\w*|query|select|table|get)\s*\(|\bDB::/;

/** `self::$cache[$id] = …` */
function onAssignment(assignment: PhpNode, cx: FactFileContext): void {
  let left = field(assignment, 'left');
  if (left?.type !== 'subscript_expression') return;
  while (left?.type === 'subscript_expression') left = named(left)[0];
  const right = field(assignment, 'right');
  const method = enclosingCallable(assignment);
  if (left?.type !== 'scoped_property_access_expression' || !right || !method || isCommandLine(cx, assignment)) return;
  // What is filled while the application starts is the same in every process.
  if (/^(?:boot\w*|register\w*|__construct|init\w*|set\w*|add\w*|extend|macro|mixin)$/i.test(nameOf(method)) || !fetched.test(bare(right).text)) return;
  const name = field(left, 'name')?.text.replace(/^\$/, '');
  if (name) cx.emit('php.static-entry', span(field(left, 'name') ?? left), { name, owner: nameOf(enclosingClass(assignment)) });
}

const starts = /\b(artisan[\s",']+octane:(?:start|frankenphp|swoole|roadrunner)|rr[\s",']+serve|frankenphp[\s",']+php-server[\s",']+.*--worker|swoole:http[\s",']+(?:start|infinite)|hyperf\.php[\s",']+start|webman[\s",']+start|start\.php[\s",']+start)\b/;

function tell(cx: FactFileContext, text: string, offset: number): void {
  const found = starts.exec(text) ?? /\b(FRANKENPHP_CONFIG)\b[^\n]*\bworker\b/.exec(text) ?? /\b(RR_CONFIG|OCTANE_SERVER)\b/.exec(text);
  if (found?.[1]) cx.emit('php.worker', { start: offset + found.index, end: offset + found.index + found[1].length }, { via: found[1] });
}

const needles = [[/octane:|\brr[\s",']+serve|FRANKENPHP_CONFIG|frankenphp|swoole:http|hyperf\.php|webman|start\.php|OCTANE_SERVER|RR_CONFIG/]];
const commands: readonly AnyMatcher<FactFileContext>[] = [
  factMatcher({ language: 'dockerfile', needles, on: { file: (_node, cx) => tell(cx, cx.text.replace(/^\s*#.*$/gm, (line) => ' '.repeat(line.length)), 0) } }),
  factMatcher({ language: 'lines', files: ['**/Procfile', '**/*.sh', '**/supervisor*.conf', '**/supervisor*/**/*.conf'], needles, on: { file: ({ lines }, cx) => lines.forEach((line) => { if (!/^\s*[#;]/.test(line.text)) tell(cx, line.text, line.start); }) } }),
];

/** What makes statics of PHP outlive a request, and what they hold. */
export const phpWorkerFacts: FactExtractor = {
  kinds: ['php.static-entry', 'php.worker'],
  matchers: [
    factMatcher({ language: 'php', needles: [[/(?:self|static)::\$\w+\s*(?:\[[^\]\n]*\]\s*)+\??\??=(?![=>])/]], on: { assignment_expression: onAssignment, augmented_assignment_expression: onAssignment } }),
    ...commands,
  ],
};
