import { args, baseTypes, bodyOf, calledMethod, callName, createdType, descendants, enclosing, enclosingType, field, methodNamed, named, plain, receiver, type CsNode } from '../../../syntax/csharp/ask.js';
import { hostedBase } from '../../../syntax/csharp/kept-start.js';
import { isRequestSide } from '../../../syntax/csharp/request-side.js';
import { isCommandLine } from '../../../syntax/csharp/surroundings.js';

const pausing = /\bTask\.Delay\(|\bThread\.Sleep\(|\bWaitForNextTickAsync\(/;
const endless = /^(?:true|!?[\w.]*(?:cancel|stop|running|dispos|shutdown|abort|exit|enabled|closing)\w*(?:\.IsSet|\(\))?)$/i;
const stopping = /cancel|stop|running|dispos|shutdown|abort|exit|enabled|closing/i;

/** What a task or a thread of its own begins with: a lambda, or a method of the class that it names or calls at once. */
function begun(first: CsNode | undefined, type: CsNode): CsNode | undefined {
  if (first?.type === 'object_creation_expression' && /^(?:Parameterized)?ThreadStart$/.test(createdType(first))) return begun(args(first)[0], type);
  if (first?.type === 'identifier') {
    const method = methodNamed(type, first.text);
    return method && bodyOf(method);
  }
  const body = first?.type === 'lambda_expression' ? named(first).at(-1) : undefined;
  const only = body?.type === 'block' && named(body).length === 1 ? named(named(body)[0] ?? body)[0] : body;
  const call = only?.type === 'await_expression' ? named(only)[0] : only;
  const method = call?.type === 'invocation_expression' ? calledMethod(call) : undefined;
  return method ? bodyOf(method) : body;
}

/** Whether a loop ends when its work is done, as one that tries again does. */
function ends(loop: CsNode): boolean {
  return descendants(loop, 'break_statement', 'return_statement').some((each) => {
    if (enclosing(each, 'lambda_expression', 'local_function_statement', 'while_statement', 'for_statement', 'foreach_statement', 'switch_statement')?.id !== loop.id) return false;
    const branch = enclosing(each, 'if_statement');
    return !branch || branch.startIndex < loop.startIndex || !stopping.test(field(branch, 'condition')?.text ?? '');
  });
}

/**
 * The loop of a task or thread that a class of the server starts for good and that waits for time to pass between its rounds;
 * `undefined` for everything else. Hosted services are told by themselves.
 */
export function threadLoop(start: CsNode): CsNode | undefined {
  const type = enclosingType(start);
  const isTask = start.type === 'invocation_expression' && /^(?:Run|StartNew)$/.test(callName(start)) && /(?:^|\.)Task(?:\.Factory)?$/.test(plain(receiver(start)));
  const isThread = start.type === 'object_creation_expression' && createdType(start) === 'Thread';
  if (!type || (!isTask && !isThread) || isRequestSide(start) || isCommandLine(start) || baseTypes(type).some((base) => hostedBase.test(base))) return undefined;
  const body = begun(args(start)[0], type);
  const loops = body ? descendants(body, 'while_statement', 'for_statement') : [];
  return loops.find((each) => pausing.test(each.text) && (/^for\s*\(\s*;\s*;\s*\)/.test(each.text) || endless.test(plain(field(each, 'condition') ?? named(each)[0]))) && !ends(each));
}
