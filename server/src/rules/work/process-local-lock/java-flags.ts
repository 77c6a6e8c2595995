import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { annotations, args, bareType, declarationOf, enclosingCallable, field, named, nameOf, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { judge } from './java.js';

/** The field of the class that an expression names: a switch of the process. */
function flagOf(expression: JavaNode | undefined): JavaNode | undefined {
  const declared = expression && declarationOf(expression);
  if (!expression || declared?.kind !== 'field') return undefined;
  return /^(?:boolean|Boolean|AtomicBoolean)$/.test(bareType(field(declared.declaration, 'type'))) ? expression : undefined;
}

interface Test {
  readonly flag: JavaNode;
  /** Whether the test holds while nobody is at work. */
  readonly free: boolean;
  /** Whether the test takes the flag as well. */
  readonly takes: boolean;
}

/** `!running`, `running`, `running == false`, `running.get()`, `running.compareAndSet(false, true)`. */
function testOf(condition: JavaNode | undefined): Test | undefined {
  switch (condition?.type) {
    case 'parenthesized_expression': return testOf(named(condition)[0]);
    case 'unary_expression': {
      const inner = testOf(field(condition, 'operand'));
      return inner && field(condition, 'operator')?.text === '!' ? { ...inner, free: !inner.free } : undefined;
    }
    case 'binary_expression': {
      const inner = testOf(field(condition, 'left'));
      const [operator, right] = [field(condition, 'operator')?.text, field(condition, 'right')?.text];
      return inner && operator === '==' && (right === 'true' || right === 'false') ? { ...inner, free: right === 'true' ? inner.free : !inner.free } : undefined;
    }
    case 'method_invocation': {
      const flag = flagOf(field(condition, 'object'));
      const passed = args(condition).map(({ text }) => text).join();
      if (flag && nameOf(condition) === 'get' && passed === '') return { flag, free: false, takes: false };
      return flag && nameOf(condition) === 'compareAndSet' && passed === 'false,true' ? { flag, free: true, takes: true } : undefined;
    }
    default: {
      const flag = flagOf(condition);
      return flag && { flag, free: false, takes: false };
    }
  }
}

/** Whether a stretch of code gives the flag a value. */
function sets(within: JavaNode, flag: JavaNode, value: 'true' | 'false'): boolean {
  const assigned = descendants(within, 'assignment_expression').some((each) => field(each, 'left')?.text === flag.text && field(each, 'right')?.text === value);
  return assigned || descendants(within, 'method_invocation').some((call) => nameOf(call) === 'set' && field(call, 'object')?.text === flag.text && args(call)[0]?.text === value);
}

function leaves(statement: JavaNode | undefined): boolean {
  const last = statement?.type === 'block' ? named(statement).at(-1) : statement;
  return last !== undefined && /^(?:return|throw)_statement$/.test(last.type);
}

/** `if (running) return; running = true; try { … } finally { … }`: the work that the test lets nobody else begin. */
function tryAfter(test: JavaNode): JavaNode | undefined {
  return test.parent ? named(test.parent).find(({ type, startIndex }) => type === 'try_statement' && startIndex > test.startIndex) : undefined;
}

/** What runs while the flag is up; `undefined` when the test is no lock. */
function heldBy(test: JavaNode, { flag, free, takes }: Test, body: JavaNode): JavaNode | undefined {
  const then = field(test, 'consequence');
  const otherwise = field(test, 'alternative');
  const held = free ? then : otherwise ?? (leaves(then) ? tryAfter(test) : undefined);
  return held && (takes || sets(free || otherwise ? held : body, flag, 'true')) && sets(body, flag, 'false') ? held : undefined;
}

/** What a clock starts is told as a schedule. */
const clocked = /^(?:Scheduled|Schedule|Schedules|Timeout)$/;

function check(test: JavaNode, cx: RuleFileContext): void {
  const callable = enclosingCallable(test);
  const body = callable && field(callable, 'body');
  const found = testOf(field(test, 'condition'));
  if (!callable || !body || !found || annotations(callable).some(({ name }) => clocked.test(name))) return;
  const held = heldBy(test, found, body);
  if (held) judge(cx, { at: found.flag, lock: found.flag.text, body: held });
}

const stores = [/Repository\b/, /Repo\b/, /D[aA][oO]\b/, /(?<!Object)Mapper\b/, 'JdbcTemplate', 'EntityManager', 'SqlSession'];

/** `if (!sending) { sending = true; … } finally { sending = false; }`: a flag of the process that lets one at a time do what replicas share. */
export const javaFlags = ruleMatcher({
  language: 'java',
  needles: stores.flatMap((store) => [['AtomicBoolean', 'compareAndSet', store], [/(?<!\b(?:boolean|Boolean|=)\s)\b\w*(?:ing|busy|lock\w*|progress)\w*\s*=\s*true\s*;/i, 'finally', store]]),
  on: { if_statement: check },
});
