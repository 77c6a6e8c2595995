import { below, calledName, field, type Once, type PythonNode } from './ask.js';
import { functionNamed } from './scope.js';

/** Calls that change what replicas share, or that somebody outside notices. */
const shared = /(?:^|\.)(?:save|commit|bulk_create|bulk_update|bulk_save_objects|create|get_or_create|update_or_create|delete|delete_one|delete_many|insert|insert_one|insert_many|update|update_one|update_many|execute|executemany|flush|send|send_mail|send_email|sendmail|send_message|publish|post|put|patch|delay|apply_async|enqueue|upload_file|upload_fileobj|put_object|charge|notify\w*)$/;
const remote = /^(?:requests|httpx|urllib|aiohttp|boto3|smtplib)\.(?!Session$|session$|Client$|AsyncClient$|ClientSession$|exceptions|parse)/;
const local = /^(?:self\.)?(?:cache|logger|log|logging|app\.logger|metrics|statsd|data|result|results|payload|params|headers|context|kwargs|options|d|dict)\./;
/** Guards that let one replica do the work. */
const locks = /\b(?:redlock|redis_lock|RedisLock|advisory_lock|pg_try_advisory\w*|skip_locked|select_for_update|acquire_lock|distributed_lock|leader\w*|is_leader|with_lock|lock_task|single_?instance|only_one|once_per)\b|\.lock\(|cache\.add\(|\bnx\s*=\s*True/i;

/** The call that makes a piece of work matter to other replicas; `undefined` when none is visible. Functions of the same file are followed. */
export function sharedCall(cx: Once, work: PythonNode, depth = 2): string | undefined {
  for (const call of below(work, 'call')) {
    const name = calledName(cx, call);
    if ((shared.test(name) && name.includes('.') && !local.test(name)) || remote.test(name)) return name.replace(/^self\./, '');
    const callee = field(call, 'function');
    const own = depth > 0 && callee?.type === 'identifier' ? functionNamed(cx, callee, callee.text) : undefined;
    const inner = own && own.id !== work.id ? sharedCall(cx, own, depth - 1) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Whether the work asks for a lock or a leader that replicas agree on. */
export function isLocked(work: PythonNode): boolean {
  return locks.test(work.text) || (work.parent?.type === 'decorated_definition' && locks.test(work.parent.text.slice(0, 300)));
}

/** The function that an argument names: `target=work`, a lambda, `self.work`. */
export function workOf(cx: Once, argument: PythonNode | undefined): PythonNode | undefined {
  if (!argument) return undefined;
  if (argument.type === 'lambda') return argument;
  if (argument.type === 'identifier') return functionNamed(cx, argument, argument.text);
  if (argument.type === 'call') return workOf(cx, field(argument, 'function'));
  return undefined;
}

/** Last name of a function expression, for messages. */
export function workName(argument: PythonNode | undefined): string {
  if (!argument) return '…';
  if (argument.type === 'lambda') return 'lambda';
  if (argument.type === 'call') return workName(field(argument, 'function'));
  if (argument.type === 'string') return argument.text.replace(/^["']|["']$/g, '').replace(/^.*[.:]/, '');
  return (field(argument, 'attribute') ?? argument).text.slice(0, 60);
}
