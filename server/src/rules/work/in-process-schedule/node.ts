import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import type { Confidence, Severity } from '../../../contract/finding.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isBrowserCode } from '../../../syntax/typescript/ask.js';
import { decidingVariable } from '../../../syntax/typescript/deciding.js';
import { effectsOf, effectsOfCallback, type Evidence } from '../../../syntax/typescript/effects.js';
import { functionBehind, functionsAround, isFunction, walk, type FunctionNode, type Once } from '../../../syntax/typescript/functions.js';
import { originOf, originsOf } from '../../../syntax/typescript/modules.js';
import { ownBufferOf } from '../../../syntax/typescript/own-buffer.js';
import { readPath } from '../../../syntax/typescript/places.js';
import { calledElsewhere, takesRow } from '../../../syntax/typescript/row-locks.js';
import { guardsOf, isCommandLine, isDevelopmentOnly } from '../../../syntax/typescript/surroundings.js';
import { nodeJob } from './node-cronjob.js';
import { nestJob } from './nest-job.js';
import { onlyExpires, onlyRemoves } from './node-removals.js';
import { nestSignal, signalOf, type Signal } from './node-signals.js';

interface Judgement {
  readonly say: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly args: Readonly<Record<string, string>>;
}

/** Work that every process has to do for itself, by its name. */
const housekeeping = /(?:heart_?beat|ping|pong|keep_?alive|metrics?|stats|statistics|gauge|telemetry|health|watchdog|flush|evict|gc\b|garbage|memory|renew|refresh|lease|clock|tick\b|(?:prune|clean|clear|expire|purge)\w*(?:cache|local|memory|sockets?|connections?|sessions?map))/i;
const locked = /\b(?:redlock|withLock|acquireLock|tryLock|tryAcquire|obtainLock|lockService|advisory_?lock\w*|pg_(?:try_)?advisory\w*|SKIP\s+LOCKED|FOR\s+UPDATE|distributedLock|acquire\w*Lock|setnx|synchroni[sz]ed\w*)\b|['"]NX['"]|\bNX\s*:\s*true/i;
/** A queue takes a job of the same number once, whichever replica adds it. */
const queuedOnce = /\bjobId\s*:/;
const leading = /\b(?:is_?Leader|leaderElection|(?:On)?LeaderTakeover|isActiveNode|isMainInstance)\b/i;
const jobSetting = /(?:run|enable|disable|skip|no|start|with|use)_?(?:back_?ground_?)?(?:jobs?|cron\w*|schedul\w*|workers?|tasks?)|(?:jobs?|cron\w*|schedul\w*|workers?|tasks?)_?(?:is_?)?(?:enabled?|disabled?|active|on)\b|is_?(?:worker|scheduler|job\w*)\b/i;
const upperSetting = /\b\w*(?:JOB|CRON|SCHED|WORKER)\w*\b/;

function codeOf(cx: Once, signal: Signal): FunctionNode | undefined {
  const { callback } = signal;
  if (!callback) return undefined;
  return isFunction(callback) ? callback : functionBehind(cx, callback);
}

function evidenceOf(cx: Once, signal: Signal): Evidence {
  const { callback } = signal;
  if (!callback) return { effect: 'none', by: '' };
  return isFunction(callback) ? effectsOf(cx, callback) : effectsOfCallback(cx, callback);
}

/** Whether code calls something of another file, so that nothing seen here does not mean that nothing is done. */
function callsElsewhere(cx: Once, code: FunctionNode): boolean {
  const origins = originsOf(cx, code.getSourceFile());
  return code.body !== undefined && walk(code.body, (node) => {
    if (!ts.isCallExpression(node)) return false;
    const text = node.expression.getText();
    if (/^this\.\w+\.\w+$/.test(text)) return !/logger|log\b|cache/i.test(text);
    return originOf(origins, node.expression)?.module.startsWith('.') === true && !/log|metric/i.test(text);
  });
}

/** The setting that switches the work on, if a condition around it or at its start names one. */
function settingOf(signal: Signal, code: FunctionNode | undefined): string | undefined {
  const guards = [...guardsOf(signal.token), ...(code?.body && ts.isBlock(code.body) ? guardsOf(code.body.statements.at(-1) ?? code.body) : [])];
  for (const { text } of guards) {
    if ((!jobSetting.test(text) && !upperSetting.test(text)) || isCheck(text)) continue;
    return settingName(signal.token, text);
  }
  return decidingVariable(signal.token);
}

/** `cron.validate(expression)`, `jobs.has(name)`: looks at a value; no setting switches anything. */
function isCheck(condition: string): boolean {
  return (condition.match(/[\w$]+(?=\()/g) ?? []).some((called) => !/^(?:get\w*|env|bool\w*|Boolean|String|Number|parse\w*|is\w*|should\w*|enabled|to(?:Lower|Upper)Case|trim)$/.test(called));
}

/** `process.env.RUN_JOBS` → RUN_JOBS; a constant is followed to where it reads its setting. */
function settingName(at: ts.Node, text: string): string {
  const direct = /process\.env\.(\w+)/.exec(text)?.[1] ?? /\.get\(\s*['"]([^'"]+)['"]/.exec(text)?.[1];
  if (direct) return direct;
  let found: string | undefined;
  walk(at.getSourceFile(), (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isIdentifier(node.name) && new RegExp(`\\b${node.name.text}\\b`).test(text)) {
      const setting = readPath(node.initializer).setting;
      found ??= setting && (/\('([^']+)'\)/.exec(setting)?.[1] ?? setting);
    }
    return found !== undefined;
  });
  return found ?? text.replace(/^[!(\s]+|[)\s]+$/g, '').slice(0, 60);
}

/** The folder of jobs from which a loop takes its work by name, as in require(`../jobs/${name}`); `undefined` when there is none. */
function jobFolder(signal: Signal, target: FunctionNode | undefined): string | undefined {
  const codes = [codeText(signal.callback), codeText(target)];
  return codes.map((code) => /\b(?:require|import)\(\s*`([^`$]*\b(?:jobs?|tasks?|crons?)\/)\$\{/.exec(code)?.[1]).find((folder) => folder !== undefined);
}

function codeText(node: ts.Node | undefined): string {
  return node?.getText() ?? '';
}

/** Timers run for many reasons: only what visibly changes something shared counts. */
function judgeTimer(cx: Once, signal: Signal): Judgement | undefined {
  const code = codeOf(cx, signal);
  const { effect, by } = evidenceOf(cx, signal);
  if (effect === 'tells') return { say: 'shared', severity: 'error', confidence: 'medium', args: { job: signal.job, what: by } };
  if (effect === 'writes') return { say: 'shared', severity: code && onlyExpires(cx, code) ? 'info' : 'warning', confidence: 'medium', args: { job: signal.job, what: by } };
  const timer = signal.token.parent;
  const folder = signal.kind === 'rearming' && ts.isCallExpression(timer) ? jobFolder(signal, functionBehind(cx, timer.arguments[0])) : undefined;
  if (folder) return { say: 'unclear', severity: 'warning', confidence: 'low', args: { job: `${folder}*` } };
  if (effect !== 'calls' || signal.kind === 'rearming' || (code && housekeeping.test(by))) return undefined;
  return /^(?:\w+\.)*(?:expire|cancel|archive|purge|sync|import|export|process|publish|dispatch|settle|backup|migrate|reindex|deactivate)[A-Z]\w*$/.test(by)
    ? { say: 'unclear', severity: 'warning', confidence: 'low', args: { job: by } } : undefined;
}

/** A schedule by the clock is hardly ever housekeeping, so what cannot be seen is still worth a warning. */
function judgeCron(cx: Once, signal: Signal): Judgement | undefined {
  const code = codeOf(cx, signal);
  const { effect, by } = evidenceOf(cx, signal);
  const args = { job: signal.job, what: by };
  if (effect === 'writes' && code && onlyExpires(cx, code)) return { say: 'shared', severity: 'info', confidence: 'medium', args };
  if (effect === 'writes' && code && onlyRemoves(cx, code)) return { say: 'shared', severity: 'warning', confidence: 'high', args };
  if (effect === 'tells' || effect === 'writes') return { say: 'shared', severity: 'error', confidence: 'high', args };
  if (effect === 'calls') return { say: 'shared', severity: /^(?:\w+\.)*(?:expire|cancel|archive|purge|delete|remove|publish|dispatch|settle|deactivate)[A-Z]/.test(by) ? 'error' : 'warning', confidence: 'medium', args };
  if (effect === 'reads') return { say: 'reads', severity: 'warning', confidence: 'medium', args };
  if (code && !callsElsewhere(cx, code)) return undefined;
  return { say: 'unclear', severity: 'warning', confidence: 'low', args: { job: signal.job } };
}

/** A class that starts and stops its timers as it gains and loses the lead says so somewhere in itself. */
function classAround(node: ts.Node): string {
  let at: ts.Node | undefined = node;
  while (at && !ts.isClassLike(at)) at = at.parent;
  return at?.getText() ?? '';
}

/** What keeps the timer: `this.refreshTimer = setInterval(…)`. */
function holderOf(token: ts.Node): string {
  const parent = token.parent.parent;
  return ts.isBinaryExpression(parent) ? parent.left.getText() : ts.isVariableDeclaration(parent) ? parent.name.getText() : '';
}

function judge(cx: Once, signal: Signal): Judgement | undefined {
  const code = codeOf(cx, signal);
  const nearby = functionsAround(signal.token)[0];
  if (locked.test(code?.getText() ?? '') || (nearby && locked.test(nearby.getText().slice(0, 4000)))) return undefined;
  if (queuedOnce.test(code?.getText() ?? '') || (code && takesRow(cx, code))) return undefined;
  // Every replica has gathered something else.
  if (signal.kind !== 'cron' && code && ownBufferOf(code)) return undefined;
  const names = `${signal.job} ${holderOf(signal.token)} ${signal.callback && !isFunction(signal.callback) ? signal.callback.getText().slice(0, 200) : ''}`;
  const found = signal.kind === 'cron' ? judgeCron(cx, signal) : judgeTimer(cx, signal);
  if (!found || (signal.kind !== 'cron' && found.severity !== 'error' && housekeeping.test(names))) return undefined;
  const leader = leading.exec([code?.getText() ?? '', classAround(signal.token), ...guardsOf(signal.token).map(({ text }) => text)].join('\n'))?.[0];
  if (leader) return { say: 'guarded', severity: 'info', confidence: 'low', args: { job: signal.job, what: leader } };
  const setting = settingOf(signal, code);
  if (!setting) return found;
  return { say: 'switched', severity: 'warning', confidence: 'medium', args: { job: signal.job, setting, what: found.args['what'] ?? signal.job } };
}

/** The call that a token names: `schedule` in `cron.schedule(…)`. */
function callAround(token: ts.Node): ts.Node {
  return ts.isPropertyAccessExpression(token.parent) ? token.parent.parent : token.parent;
}

function report(cx: RuleFileContext, node: Node, signal: Signal | undefined): void {
  if (!signal || isBrowserCode(cx, node) || isCommandLine(cx) || isDevelopmentOnly(signal.token)) return;
  const found = judge(cx, signal);
  if (!found) return;
  const code = codeOf(cx, signal);
  cx.report({
    at: { start: signal.token.getStart(), end: signal.token.getEnd() }, ...found,
    also: signal.also.map((each) => ({ at: { start: each.getStart(), end: each.getEnd() }, say: 'trigger', args: { job: signal.job, when: each.getText() } })),
    data: { engine: 'timer', guarded: found.say === 'guarded', calls: code ? calledElsewhere(cx, code) : [], node: signal.kind === 'cron' ? nodeJob(cx, callAround(signal.token)) : null, ...(ts.isMethodDeclaration(node.compilerNode) ? { nest: nestJob(cx, node.compilerNode) } : {}) },
  });
}

function check(node: Node, cx: RuleFileContext): void {
  report(cx, node, signalOf(cx, node.compilerNode as ts.CallExpression | ts.NewExpression));
}

/** Cron libraries, timers that repeat, and timers that set themselves again. */
export const nodeSchedules = ruleMatcher({
  language: 'typescript',
  needles: [['node-cron'], ['croner'], ['node-schedule'], ['toad-scheduler'], ['bree'], ['later'], ['cron', 'CronJob'], ['@nestjs/schedule'], ['setInterval'], ['setTimeout', /\bsetTimeout\((?!\s*(?:resolve|r|res|done|reject)\b)/]],
  on: {
    CallExpression: check,
    NewExpression: check,
    MethodDeclaration: (node, cx) => report(cx, node, nestSignal(cx, node.compilerNode as ts.MethodDeclaration)),
  },
});
