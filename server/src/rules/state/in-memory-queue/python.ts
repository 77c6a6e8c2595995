import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { below, calledName, calleeSpan, enclosingFunction, field, importsPackage, methodOf, nameOf, parametersOf, parentsOf, positional, receiverOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { holdersOf } from '../../../syntax/python/module-state.js';
import { typeOf } from '../../../syntax/python/scope.js';
import { isCommandLine, isServed } from '../../../syntax/python/surroundings.js';
import { workName } from '../../../syntax/python/work.js';

/** Work that may be lost. */
const minor = /log|metric|statist|cache|track|audit|monitor|warm|evict|invalidat|refresh|debug|trace|clean_?up|remove_?file|unlink|delete_?(?:temp|file)|close|last_(?:seen|used|login)/i;

function isBackgroundTasks(cx: RuleFileContext, node: PythonNode | undefined): boolean {
  if (node?.type !== 'identifier') return false;
  const fn = enclosingFunction(node);
  return parametersOf(fn ?? node).some(({ name, type }) => name === node.text && /\bBackgroundTasks\b/.test(type)) || /BackgroundTasks$/.test(typeOf(cx, node));
}

/** `background_tasks.add_task(send, …)` of FastAPI and Starlette: one finding per file. */
function backgroundTasks(root: PythonNode, cx: RuleFileContext): void {
  const calls = below(root, 'call').filter((call) => methodOf(call) === 'add_task' && isBackgroundTasks(cx, receiverOf(call)) && !minor.test(workName(positional(call)[0])));
  const [first, ...others] = calls;
  if (!first) return;
  const callee = field(field(first, 'function'), 'attribute') ?? first;
  cx.report({ at: span(callee), say: 'request', args: { method: nameOf(enclosingFunction(first)), count: calls.length }, also: others.slice(0, 5).map((call) => ({ at: span(field(field(call, 'function'), 'attribute') ?? call), say: 'other' })) });
}

/** A queue of the module that requests fill and a worker of the process empties. */
function queues(root: PythonNode, cx: RuleFileContext): void {
  for (const holder of holdersOf(cx, root)) {
    if (holder.shape !== 'queue') continue;
    const puts = holder.changes.filter(({ node, kind }) => kind === 'put' && isServed(cx, node));
    const taken = holder.reads.find((each) => each.parent?.type === 'attribute' && /^get(?:_nowait)?$/.test(field(each.parent, 'attribute')?.text ?? ''));
    if (puts.length === 0 || !taken) continue;
    cx.report({
      at: span(holder.at), say: 'queue', args: { field: holder.name, type: holder.owner === '' ? cx.path.replace(/^.*\//, '') : holder.owner }, severity: 'error',
      also: [...puts.slice(0, 2).map(({ node }) => ({ at: span(node), say: 'put' })), { at: span(taken), say: 'taken' }],
    });
  }
}

const queueTypes = /^(?:queue|Queue|multiprocessing)\.(?:Lifo|Priority|Simple|Joinable)?Queue$/;

function isQueue(cx: RuleFileContext, value: PythonNode | undefined, root: PythonNode): boolean {
  if (value?.type !== 'call') return false;
  const name = calledName(cx, value);
  const own = below(root, 'class_definition').find((type) => nameOf(type) === name);
  return queueTypes.test(name) || (own !== undefined && parentsOf(cx, own).some((parent) => queueTypes.test(parent)));
}

/** A thread of the application's own that takes its work from a queue which others fill through it. */
function workers(root: PythonNode, cx: RuleFileContext): void {
  if (isCommandLine(cx, root) || minor.test(cx.path.replace(/^.*\//, ''))) return;
  for (const type of below(root, 'class_definition')) {
    if (!parentsOf(cx, type).some((parent) => parent === 'threading.Thread') || minor.test(nameOf(type))) continue;
    const made = below(type, 'assignment').find((each) => field(each, 'left')?.text.startsWith('self.') && nameOf(enclosingFunction(each)) === '__init__' && isQueue(cx, field(each, 'right'), root));
    const name = field(field(made, 'left'), 'attribute');
    if (!made || !name) continue;
    const calls = below(type, 'call').filter((call) => field(receiverOf(call), 'attribute')?.text === name.text);
    const puts = calls.filter((call) => /^put/.test(methodOf(call)));
    const taken = calls.find((call) => /^get/.test(methodOf(call)) && nameOf(enclosingFunction(call)) === 'run');
    if (puts.length === 0 || !taken) continue;
    cx.report({ at: span(name), say: 'queue', args: { field: name.text, type: nameOf(type) }, severity: 'warning', confidence: 'medium', also: [...puts.slice(0, 2).map((call) => ({ at: span(call), say: 'put' })), { at: span(taken), say: 'taken' }] });
  }
}

/** `Shell2HTTP(app, executor)`, `executor.submit_stored(key, …)`: clients come back for a result that one process has. */
function keptResults(root: PythonNode, cx: RuleFileContext): void {
  const isExecutor = (node: PythonNode | undefined): boolean => node !== undefined && /^flask_executor\.Executor$/.test(typeOf(cx, node));
  const call = below(root, 'call').find((each) => /^flask_shell2http\.(?:\w+\.)?Shell2HTTP$/.test(calledName(cx, each)) || (methodOf(each) === 'submit_stored' && isExecutor(receiverOf(each))));
  if (call) cx.report({ at: calleeSpan(call), say: 'results', args: { call: methodOf(call) || (field(call, 'function')?.text ?? '') }, severity: 'error', confidence: 'high' });
}

/** Work that requests leave to background tasks, queues and threads of a Python process. */
export const pythonQueues = ruleMatcher({
  language: 'python',
  needles: [['flask_shell2http'], ['flask_executor', 'submit_stored'], ['BackgroundTasks', 'add_task'], [/\b(?:queue\.(?:Lifo|Priority|Simple)?Queue|asyncio\.(?:Priority)?Queue|Queue)\(/, /\.put(?:_nowait)?\(/], ['threading', /\bQueue\b/, /\.put(?:_nowait)?\(/]],
  on: {
    module(root, cx) {
      if (importsPackage(cx, root, 'fastapi', 'starlette')) backgroundTasks(root, cx);
      keptResults(root, cx);
      queues(root, cx);
      workers(root, cx);
    },
  },
});

