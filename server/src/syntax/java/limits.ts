import { args, nameOf, stringValue, type JavaNode } from './ask.js';
import { wordsOf } from './field-purpose.js';
import { limiting, outgoing } from '../kept-words.js';

const limiterType = /^(?:(?:Local|Locking|Block(?:ing)?|Async)?Bucket|TokenBucket|\w*RateLimit(?:er|s)?|\w*(?:Call|Request|Rest|Api|Access|Login)Limiter|\w*Throttl(?:e|er|ing)\w*|\w*LeakyBucket|\w*LoginAttempt\w*|\w*AttemptCounter)$/;
const counterType = /^(?:AtomicInteger|AtomicLong|LongAdder|Integer|Long|Short|int|long|Queue|Deque|ArrayDeque|List|LinkedList)$/;

function phrase(name: string): string {
  return wordsOf(name).join(' ');
}

/** Whether names are about limits of what this process sends or repeats by itself. */
export function limitsOutgoing(...names: readonly string[]): boolean {
  return names.some((name) => outgoing.test(phrase(name)));
}

/**
 * Whether a map or cache counts what callers do so as to refuse them: by the types it is written with (outermost first), or by
 * its name and that of its class together with a value that counts.
 */
export function limitsCallers(name: string, owner: string, types: readonly string[]): boolean {
  const inner = types.slice(1).filter((type) => !/(?:Map|Cache|Table|Multiset)$/.test(type));
  const value = inner.at(-1) ?? '';
  if (inner.length === 0 || limitsOutgoing(name, owner)) return false;
  if (limiterType.test(value)) return true;
  const counts = inner.some((type) => counterType.test(type)) || /(?:Attempts?|Info|Record|Entry|Window|Counter|Count|Date|DateTime|Instant|Time)$/.test(value) || limiting.test(phrase(value));
  return counts && [name, owner].some((each) => limiting.test(phrase(each)));
}

/** Whether a call asks Resilience4j's registry for the limiter of one caller: a registry that is asked by something else than a fixed name hands out one for each. */
export function asksPerCaller({ text }: { readonly text: string }, call: JavaNode): boolean {
  const [key] = args(call);
  return nameOf(call) === 'rateLimiter' && key !== undefined && stringValue(key) === undefined && /(?:user|ip|addr|client|tenant|member|account|key|principal)/i.test(key.text)
    && /\bio\.github\.resilience4j\.ratelimiter\b/.test(text);
}
