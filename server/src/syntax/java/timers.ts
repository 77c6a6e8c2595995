import { annotation, args, bareType, declarationOf, enclosingCallable, enclosingType, field, isType, named, nameOf, typeOf, type JavaNode } from './ask.js';
import { supertypes } from './lifecycle.js';
import { referredMethod } from './shared-work.js';
import { isSingleton } from './singletons.js';

interface Once {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

/** Methods of executors that start a task again and again. */
export const periodic: ReadonlySet<string> = new Set(['scheduleAtFixedRate', 'scheduleWithFixedDelay']);

function methodNamed(type: JavaNode, name: string): JavaNode | undefined {
  return named(field(type, 'body') ?? type).find((member) => member.type === 'method_declaration' && nameOf(member) === name);
}

/** A class of this file by name. */
function classOf(node: JavaNode, name: string): JavaNode | undefined {
  return node.tree.rootNode.descendantsOfType('class_declaration').find((type) => type !== null && nameOf(type) === name) ?? undefined;
}

/** Code of a task: lambda, method reference, anonymous or named class of this file; names are looked up. */
export function taskBody(task: JavaNode | undefined): { readonly body: JavaNode; readonly name: string } | undefined {
  switch (task?.type) {
    case 'lambda_expression': {
      const body = field(task, 'body');
      return body && { body, name: '' };
    }
    case 'method_reference': {
      const method = referredMethod(task);
      return { body: method ?? task, name: method ? nameOf(method) : (named(task).at(-1)?.text ?? '') };
    }
    case 'object_creation_expression': {
      const anonymous = named(task).find((part) => part.type === 'class_body');
      const type = anonymous ? undefined : classOf(task, bareType(field(task, 'type')));
      const run = anonymous ? named(anonymous).find((member) => member.type === 'method_declaration' && nameOf(member) === 'run') : type && methodNamed(type, 'run');
      const body = run && field(run, 'body');
      return body && { body, name: type ? nameOf(type) : '' };
    }
    case 'this': {
      const run = enclosingType(task);
      const method = run && methodNamed(run, 'run');
      return method && { body: method, name: nameOf(run) };
    }
    case 'identifier': {
      const found = taskBody(declarationOf(task)?.value);
      return found && { ...found, name: task.text };
    }
    default:
      return undefined;
  }
}

/** Whether the container makes the object that starts the timer, so that every replica has one. */
export function isManaged(cx: Once, call: JavaNode): boolean {
  for (let type = enclosingType(call); type; type = enclosingType(type)) {
    if (isSingleton(cx, type) || annotation(type, 'Configuration', 'Startup', 'Stateless', 'SpringBootApplication') || supertypes(type).some((name) => /^(?:ServletContextListener|ApplicationListener|InitializingBean|SmartLifecycle|CommandLineRunner|ApplicationRunner)$/.test(name))) return true;
  }
  return false;
}

/** `timer.schedule(task, delay, period)`; with two arguments it runs once. */
function isTimer(cx: Once, call: JavaNode, name: string): boolean {
  return name === 'schedule' && args(call).length === 3 && isType(cx, call, typeOf(field(call, 'object')), 'java.util.Timer');
}

const handed = /^(?:Runnable|Callable|Supplier|Consumer|BiConsumer|Function|Action|TimerTask|\w*(?:Task|Job|Command|Callback))$/;

/** Whether the place names a task that a caller gave to the method. */
function namesGiven(place: JavaNode, around: JavaNode): boolean {
  return place.descendantsOfType('identifier').some((use) => {
    const declared = use ? declarationOf(use) : undefined;
    return declared?.kind === 'parameter' && handed.test(declared.type) && enclosingCallable(declared.node)?.id === around.id;
  });
}

/** `new Wrapped(task)`, here or in the variable of that name: the constructor is handed what a caller gave. */
function wrapsGiven(task: JavaNode | undefined, around: JavaNode): boolean {
  const made = task?.type === 'identifier' ? declarationOf(task)?.value : task;
  return made?.type === 'object_creation_expression' && args(made).some((passed) => namesGiven(passed, around));
}

/** Whether a task, whose code is `body`, only runs what a caller gave it: the callers have the job, and are looked at where they stand. */
export function handsOn(task: JavaNode | undefined, body: JavaNode, around: JavaNode): boolean {
  return namesGiven(body, around) || wrapsGiven(task, around);
}

/** Whether a call starts its first argument again and again: a scheduled executor, or a timer with a period. */
export function isPeriodic(cx: Once, call: JavaNode): boolean {
  const name = nameOf(call);
  return periodic.has(name) || isTimer(cx, call, name);
}
