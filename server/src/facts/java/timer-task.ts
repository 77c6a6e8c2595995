import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, declarationOf, enclosingCallable, enclosingType, field, named, nameOf, simpleName, span, typeOf, type JavaNode } from '../../syntax/java/ask.js';
import { switchIn } from '../../syntax/java/job-switch.js';
import { supertypes } from '../../syntax/java/lifecycle.js';
import { fullName, possibleNames, sourcePath } from '../../syntax/java/names.js';
import { workOf, type Work } from '../../syntax/java/shared-work.js';
import { isManaged, isPeriodic, taskBody } from '../../syntax/java/timers.js';
import type {} from '../lookup.js';

/** What a body does, without its tree. */
export type SeenWork = Pick<Work, 'kind' | 'what' | 'direct' | 'store' | 'mild'>;

/** A task that is started again and again, where the place that schedules it does not show both the clock and the work. */
export interface TimerTask {
  readonly job: string;
  /** Whether the container makes the object that schedules it. */
  readonly managed: boolean;
  /** The work, when the file shows it. */
  readonly work?: SeenWork;
  /** The setting that the work asks first, when the file shows it. */
  readonly setting?: string;
  /** Full names of the class whose `run` is the work, when another file shows it. */
  readonly types?: readonly string[];
  /** The method of the application that is given the task, and the full names of its class; absent when an executor is. */
  readonly through?: { readonly types: readonly string[]; readonly method: string };
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'java.timer-task': TimerTask;
    /** A method that has the task which it is given started again and again; names of its class and of what that class implements. */
    'java.timer-wrapper': { readonly types: readonly string[]; readonly method: string };
  }
}

const plain = /^(?:Runnable|Callable|TimerTask|Supplier|Consumer|Thread|Object|)$/;

/** Full names that the class of a task may have, when it is one of another file. */
function classOf(cx: FactFileContext, task: JavaNode | undefined): readonly string[] | undefined {
  const type = simpleName(typeOf(task));
  return task && !plain.test(type) && /^[A-Z]/.test(type) ? possibleNames(cx, task, type) : undefined;
}

function seenOf({ kind, what, direct, store, mild }: Work): SeenWork {
  return { kind, what, direct, store, ...(mild ? { mild } : {}) };
}

function emit(cx: FactFileContext, call: JavaNode, task: JavaNode | undefined, through: TimerTask['through']): void {
  const name = field(call, 'name');
  const body = taskBody(task);
  const types = body ? undefined : classOf(cx, task);
  if (!name || (!body && !types)) return;
  const around = enclosingCallable(call);
  const seen = body && workOf(body.body);
  const setting = body && switchIn(cx, body.body);
  const [first = ''] = types ?? [];
  cx.emit('java.timer-task', span(name), {
    job: body?.name || (types ? simpleName(first) : around ? nameOf(around) : name.text), managed: isManaged(cx, call),
    ...(seen ? { work: seenOf(seen) } : {}),
    ...(setting === undefined ? {} : { setting }), ...(types ? { types } : {}), ...(through ? { through } : {}),
  });
  for (const type of types ?? []) cx.emit('lookup', span(name), { path: sourcePath(type), wants: 'code' });
}

/** The class itself, and the interfaces by which others may know it. */
function namesOf(cx: FactFileContext, type: JavaNode): readonly string[] {
  return [fullName(cx, type), ...supertypes(type).flatMap((parent) => possibleNames(cx, type, parent))];
}

/** A parameter of the method around the call, as a task is handed on. */
function isHandedOn(task: JavaNode | undefined, around: JavaNode): boolean {
  const uses = !task ? [] : task.type === 'identifier' ? [task] : task.type === 'lambda_expression' || task.type === 'object_creation_expression' ? task.descendantsOfType('identifier') : [];
  return uses.some((use) => {
    const declared = use ? declarationOf(use) : undefined;
    return declared?.kind === 'parameter' && /^(?:Runnable|Callable|TimerTask|\w*Task|\w*Job|\w*Command)$/.test(simpleName(declared.type)) && enclosingCallable(declared.node)?.id === around.id;
  });
}

function onPeriodic(call: JavaNode, cx: FactFileContext): void {
  const around = enclosingCallable(call);
  const type = enclosingType(call);
  const [task] = args(call);
  if (around && type && isHandedOn(task, around)) return cx.emit('java.timer-wrapper', span(field(call, 'name') ?? call), { types: namesOf(cx, type), method: nameOf(around) });
  // What the file shows is judged where it stands.
  if (!taskBody(task)) emit(cx, call, task, undefined);
}

const handing = /[sS]chedul|Periodic|FixedDelay|FixedRate/;

/** `scheduleTask(new CleanUp())`: a method of the application that may start it again and again. */
function onHanded(call: JavaNode, cx: FactFileContext): void {
  const object = field(call, 'object');
  const type = enclosingType(call);
  if (!type || !handing.test(nameOf(call))) return;
  const task = args(call).find((argument) => ['object_creation_expression', 'lambda_expression', 'method_reference', 'this'].includes(argument.type));
  const receiver = object && object.type !== 'this' && object.type !== 'super' ? simpleName(typeOf(object)) : undefined;
  if (!task || receiver === '') return;
  emit(cx, call, task, { types: receiver === undefined ? namesOf(cx, type) : possibleNames(cx, call, receiver), method: nameOf(call) });
}

/** Tasks that are scheduled in one place and written in another, or scheduled through a method of the application. */
export const timerTaskFacts: FactExtractor = {
  kinds: ['java.timer-task', 'java.timer-wrapper'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['scheduleAtFixedRate'], ['scheduleWithFixedDelay'], ['Timer', 'schedule'], [/(?:[sS]chedul|Periodic|FixedDelay|FixedRate)\w*\s*\(\s*(?:new\s+[A-Z]|\(\s*\)\s*->|this\s*(?:::|,))/]],
      on: {
        method_invocation(call, cx) {
          if (isPeriodic(cx, call)) onPeriodic(call, cx);
          else if (named(field(call, 'arguments') ?? call).length > 0) onHanded(call, cx);
        },
      },
    }),
  ],
};
