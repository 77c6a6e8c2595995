import type { FileContext, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, calledName, classNamed, enclosingCallable, lastName, staticClass, type PhpNode } from '../../../syntax/php/ask.js';
import { literalText } from '../../../syntax/php/value.js';
import { below, enclosing, field, named, span } from '../../../syntax/tree-sitter/nodes.js';

const scheduler = 'Illuminate\\Console\\Scheduling\\Schedule';
const starts = /^(?:command|job|call|exec)$/;
const oneServer = 'ononeserver';

/** Cleaning up and measuring, which does no harm when it is done twice, and what is meant for each machine. */
const housekeeping = /prune|purge|clean|clear|flush|trim|snapshot|health|heartbeat|monitor|\bcache\b|optimize|vacuum|restart|inspire|self-?update/i;

/** Variables of the file that hold Laravel's scheduler; closures inside use them as well. */
function schedulerNames(cx: FileContext, root: PhpNode): ReadonlySet<string> {
  const handed = below(root, 'simple_parameter').filter((each) => classNamed(cx, field(each, 'type')) === scheduler).map((each) => field(each, 'name'));
  // `$schedule = app(Schedule::class);`
  const asked = below(root, 'assignment_expression').filter((each) => {
    const right = field(each, 'right');
    const [what] = right && /_call_expression$/.test(right.type) ? args(right) : [];
    return what?.type === 'class_constant_access_expression' && classNamed(cx, named(what)[0]) === scheduler;
  }).map((each) => field(each, 'left'));
  return new Set([...handed, ...asked].map((each) => each?.text ?? ''));
}

/** The facade; without its import only outside of namespaces, where Laravel's alias holds. */
function isFacade(cx: FileContext, call: PhpNode): boolean {
  const name = staticClass(cx, call);
  return name === 'Illuminate\\Support\\Facades\\Schedule' || (name === 'Schedule' && (/^\s*use\s+Schedule\s*;/m.test(cx.text) || !/^\s*namespace\s/m.test(cx.text)));
}

function isScheduling(cx: FileContext, call: PhpNode, names: ReadonlySet<string>): boolean {
  if (!starts.test(calledName(call))) return false;
  if (call.type === 'scoped_call_expression') return isFacade(cx, call);
  return names.has(field(call, 'object')?.text ?? '');
}

/** The calls that are chained to one. */
function chainAfter(call: PhpNode): readonly PhpNode[] {
  const found: PhpNode[] = [];
  for (let at = call; at.parent?.type === 'member_call_expression' && field(at.parent, 'object')?.id === at.id; at = at.parent) found.push(at.parent);
  return found;
}

/** `$event = $schedule->command(…); $event->onOneServer();` */
function isHeldAndKept(call: PhpNode): boolean {
  const last = chainAfter(call).at(-1) ?? call;
  const variable = last.parent?.type === 'assignment_expression' ? field(last.parent, 'left')?.text : undefined;
  const scope = enclosingCallable(call) ?? call.tree.rootNode;
  return variable !== undefined && below(scope, 'member_call_expression').some((each) => calledName(each) === oneServer && each.startIndex > call.endIndex && new RegExp(`^\\${variable}\\b`).test(each.text));
}

/** `Schedule::daily()->onOneServer()->group(function () { … })` holds for what stands inside. */
function isInKeptGroup(call: PhpNode): boolean {
  for (let at = enclosing(call, 'member_call_expression'); at; at = enclosing(at, 'member_call_expression')) {
    const before = field(at, 'object');
    const inArguments = before !== undefined && call.startIndex > before.endIndex;
    if (calledName(at) === 'group' && inArguments && /(?:->|::)onOneServer\s*\(/i.test(before.text)) return true;
  }
  return false;
}

/** All events are gone through at the end: `foreach ($schedule->events() as $event) $event->onOneServer();` */
function areAllKept(root: PhpNode): boolean {
  return below(root, 'foreach_statement').some((loop) => /(?:->|::)events\s*\(/.test(loop.text) && below(loop, 'member_call_expression').some((each) => calledName(each) === oneServer));
}

/** Periods during which a developer or a test alone runs it: `->environments('local')`. */
function isForDevelopment(chain: readonly PhpNode[]): boolean {
  return chain.some((each) => calledName(each) === 'environments' && /^\(\s*\[?\s*['"](?:local|dev\w*|test\w*)['"]\s*\]?\s*\)$/.test(field(each, 'arguments')?.text ?? ''));
}

/** What is run: the name of a command or class, never its options, which may hold secrets; else the call that schedules it. */
function jobOf(call: PhpNode): string {
  const [first] = args(call);
  const text = /^\S+/.exec(literalText(first) ?? '')?.[0];
  if (text !== undefined) return text;
  if (first?.type === 'class_constant_access_expression' || first?.type === 'object_creation_expression') return lastName(named(first)[0]?.text ?? '');
  return `${calledName(call)}(…)`;
}

/** One report per file: one decision moves all its jobs, and the first that matters stands for them. */
function check(root: PhpNode, cx: RuleFileContext): void {
  const names = schedulerNames(cx, root);
  const calls = below(root, 'member_call_expression', 'scoped_call_expression').filter((call) => isScheduling(cx, call, names));
  if (calls.length === 0 || areAllKept(root)) return;
  const open = calls.filter((call) => {
    const chain = chainAfter(call);
    return !chain.some((each) => calledName(each) === oneServer) && !isForDevelopment(chain) && !isHeldAndKept(call) && !isInKeptGroup(call);
  }).map((call) => ({ at: span(field(call, 'name') ?? call), job: jobOf(call), harmless: housekeeping.test(args(call)[0]?.text ?? '') }));
  const told = open.find(({ harmless }) => !harmless) ?? open[0];
  if (!told) return;
  cx.report({
    at: told.at, say: 'laravel', args: { job: told.job }, severity: told.harmless ? 'info' : 'warning',
    also: open.filter((each) => each !== told).map(({ at, job }) => ({ at, say: 'laravelAlso', args: { job } })),
    data: { engine: 'timer', guarded: false },
  });
}

/** Laravel's scheduler: the console kernel, routes/console.php, `withSchedule` and service providers. */
export const phpSchedules = ruleMatcher({
  language: 'php',
  needles: [['Schedule', /(?:->|::)(?:command|job|call|exec)\s*\(/, /Illuminate\\(?:Console\\Scheduling|Support\\Facades)\\|^\s*use\s+Schedule\b/m]],
  on: { program: check },
});
