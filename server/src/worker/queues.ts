import type { FileTask } from '../host/analyze.js';
import type { Queues } from './messages.js';

/** Fewer files than this are left to one thread: the others are spared loading the TypeScript compiler. */
const worthSharing = 600;
/** Stored for a thread that has not begun. */
const idle = -1;

/** Queue 0 holds everything but TypeScript and JavaScript, queue 1 those. */
export function makeQueues(tasks: readonly FileTask[], threads: number): Queues {
  const scripts = tasks.filter((task) => task.language === 'typescript');
  const others = tasks.filter((task) => task.language !== 'typescript');
  return { tasks: [others, scripts], shared: sharedFor(2, threads) };
}

/** One queue for one thread. */
export function privateQueue(tasks: readonly FileTask[]): Queues {
  return { tasks: [tasks], shared: sharedFor(1, 1) };
}

function sharedFor(queues: number, threads: number): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(4 * (queues + 2 * threads));
  new Int32Array(shared).fill(idle, queues);
  return shared;
}

/** The queues a thread works on: the first thread begins with the scripts, the others help with them when they are many. */
export function orderFor(queues: Queues, first: boolean): readonly number[] {
  if (first) return [1, 0];
  return (queues.tasks[1]?.length ?? 0) >= worthSharing ? [0, 1] : [0];
}

/** Takes the next `size` tasks of a queue; `undefined` when it is empty. */
export function take(queues: Queues, queue: number, size: number): { readonly start: number; readonly end: number } | undefined {
  const total = queues.tasks[queue]?.length ?? 0;
  const start = Atomics.add(new Int32Array(queues.shared), queue, size);
  return start < total ? { start, end: Math.min(start + size, total) } : undefined;
}

/** Notes which task a thread is at, so that it is known when the thread dies. */
export function noteAt(queues: Queues, thread: number, queue: number, index: number): void {
  const cursor = new Int32Array(queues.shared);
  Atomics.store(cursor, queues.tasks.length + 2 * thread, queue);
  Atomics.store(cursor, queues.tasks.length + 2 * thread + 1, index);
}

/** The task a thread was last at; `undefined` when it had not begun. */
export function lastAt(queues: Queues, thread: number): { readonly queue: number; readonly index: number } | undefined {
  const cursor = new Int32Array(queues.shared);
  const queue = cursor[queues.tasks.length + 2 * thread] ?? idle;
  return queue === idle ? undefined : { queue, index: cursor[queues.tasks.length + 2 * thread + 1] ?? 0 };
}

/** Lets no thread take another chunk. */
export function stopTaking(queues: Queues): void {
  const cursor = new Int32Array(queues.shared);
  queues.tasks.forEach((_, queue) => Atomics.store(cursor, queue, 0x3fffffff));
}
