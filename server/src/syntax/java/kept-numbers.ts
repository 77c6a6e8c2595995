import type { FileContext } from '../../contract/rule.js';
import { annotation, bareType, declarationOf, enclosing, enclosingCallable, field, modifiers, nameOf, simpleName, typeOf, type JavaNode } from './ask.js';
import { readsData } from './data-access.js';
import { identifiersNamed } from './descendants.js';
import { below, callsNamed, fieldBehind, writesOf, type FieldWrite } from './field-writes.js';
import { countsEvents, wordsOf } from './field-purpose.js';
import { isMemoryVariant, type Kept } from './kept.js';
import { supertypes } from './lifecycle.js';
import { isStatement, picksIndex } from './origin.js';

/** How sure it is that numbers of the field name things that outlive the process or leave it. */
export type NumberUse = 'named' | 'likely' | 'unclear' | 'checked' | 'block' | 'reserved';

const takes = /^(?:incrementAndGet|getAndIncrement|addAndGet|getAndAdd|decrementAndGet|getAndDecrement|updateAndGet|getAndUpdate)$/;
const atomic = /^Atomic(?:Integer|Long)$/;
const whole = /^(?:int|long|Integer|Long|BigInteger)$/;

/** What people and databases name by number. */
const nouns = /^(?:orders?|invoices?|payments?|pay|bills?|receipts?|customers?|cust|members?|users?|accounts?|acct|products?|items?|goods|contracts?|documents?|doc|bookings?|reservations?|claims?|vouchers?|coupons?|shipments?|delivery|employees?|emp|boards?|articles?|posts?|bbs|notices?|atch|entity|serials?|trades?|policy|patients?|students?|categor(?:y|ies)|departments?|dept|carts?|comments?|questions?|books?)$/;
const identifiers = /^(?:ids?|no|nos|num|number|numbers|seq|sequence|sequences|serial|sn|pk|code|key|oid|uid)$/;
/** Numbers that only mean something inside one process or one connection. */
const internal = /^(?:transports?|debug|threads?|msg|messages?|packets?|req|requests?|responses?|correlation|traces?|spans?|sessions?|conn|connections?|channels?|streams?|frames?|tasks?|jobs?|alias\w*|params?|parameters?|index|idx|indices|versions?|generations?|revisions?|instances?|subs?|subscriptions?|subscribers?|calls?|invocations?|workers?|pools?|temp|tmp|dry|dryrun|run|tracking|events?|logs?|nodes?|tokens?|quer(?:y|ies)|views?|widgets?|elements?|components?|html|dom|ports?|colors?|iota|seeds?|rounds?|retr(?:y|ies)|attempts?|loop|batch\w*|chunks?|classes|proxy|lambdas?|statements?|cursors?|locks?|tick|ts|timestamp|epoch|mock|fake|test|demo|example|ordering|priority|sort|listeners?|clients?|handles?|beans?|slots?|partitions?|round|robin|next?index|page|offset|position|fragments?|nested|depth|level|variable|var|label|bundle|plugin|cache|clock|nonces?|counts?|counters?)$/;

/** Conversions that hand a number on. */
const conversions = /^(?:valueOf|toString|format|formatted|intValue|longValue|leftPad|padStart|of|parseLong|parseInt|append|concat|toHexString|join|abs)$/;

interface Destination {
  /** Name that the number gets where it goes: the method that returns it, a variable, a setter. */
  readonly name: string;
  /** Whether it goes into an object: a setter, a constructor, a database call. */
  readonly kept: boolean;
  /** Whether it is only given to the constructor of an object, which may stay inside the process. */
  readonly made?: true;
  /** The object's property that a setter gives it to. */
  readonly given?: GivenTo;
}

/** A property of an object that is given a number. */
export interface GivenTo {
  /** Simple name of the object's class. */
  readonly type: string;
  readonly property: string;
}

const ownOfProcess = /host|uuid|random|instance|machine|\bpid\b|currentTimeMillis|nanoTime/i;

/** Whether a text is joined of a number and something that no other process has, written there or in a constant. */
function isJoinedWithOwn(sum: JavaNode): boolean {
  return ownOfProcess.test(sum.text) || below(sum, 'identifier').some((name) => {
    const declared = declarationOf(name);
    return declared?.kind === 'field' && declared.value !== undefined && ownOfProcess.test(declared.value.text);
  });
}

/** Where a value goes; locals are followed one step. `undefined` for texts of logs and threads. */
function destinationOf(value: JavaNode, depth = 0): Destination | undefined {
  for (let at = value, parent = at.parent; parent; at = parent, parent = at.parent) {
    switch (parent.type) {
      case 'return_statement': {
        const callable = enclosingCallable(parent);
        return enclosing(parent, 'lambda_expression') ? undefined : { name: callable ? nameOf(callable) : '', kept: false };
      }
      case 'variable_declarator': case 'assignment_expression':
        return ofVariable(parent, depth);
      case 'argument_list': {
        const call = parent.parent;
        if (call?.type === 'object_creation_expression') {
          const type = simpleName(bareType(field(call, 'type')));
          if (/^(?:Thread|StringBuilder|StringBuffer|File)$|Thread$|Exception$/.test(type)) return undefined;
          if (/^(?:Long|Integer|BigDecimal|BigInteger)$/.test(type)) break;
          return { name: type, kept: true, made: true };
        }
        if (call?.type !== 'method_invocation') return undefined;
        const name = nameOf(call);
        if (conversions.test(name)) break;
        const setter = /^(?:set|with)([A-Z]\w*)$/.exec(name)?.[1];
        if (setter !== undefined) return /Name$|Priority$|Order$/.test(setter) ? undefined : { name: setter, kept: true, given: { type: simpleName(typeOf(field(call, 'object') ?? call)), property: setter.charAt(0).toLowerCase() + setter.slice(1) } };
        return /^(?:save|insert|persist|setLong|setInt)$/.test(name) ? { name: '', kept: true } : undefined;
      }
      case 'binary_expression':
        // Joined with what no other process has, the number need not be unique by itself.
        if (!parent.children.some((child) => child?.text === '+') || isJoinedWithOwn(parent)) return undefined;
        break;
      case 'method_invocation':
        if (!conversions.test(nameOf(parent))) return undefined;
        break;
      case 'parenthesized_expression': case 'cast_expression': case 'ternary_expression':
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

function ofVariable(at: JavaNode, depth: number): Destination | undefined {
  const target = at.type === 'variable_declarator' ? field(at, 'name') : field(at, 'left');
  const callable = enclosingCallable(at);
  if (!target || !callable) return undefined;
  if (target.type === 'field_access') return { name: field(target, 'field')?.text ?? '', kept: true };
  const declared = declarationOf(target);
  if (declared?.kind === 'field') return { name: target.text, kept: true };
  if (depth > 1) return undefined;
  const uses = identifiersNamed(callable, target.text).filter((use) => use.startIndex > at.endIndex && use.parent?.type !== 'variable_declarator');
  const next = uses.map((use) => destinationOf(use, depth + 1)).filter((found) => found !== undefined);
  const [first] = next;
  // A name tells only with a place to go to: a number that is merely logged is no identifier.
  const names = [target.text, ...next.map(({ name }) => name)].filter((name) => has(name, identifiers));
  return first && { name: names.find((name) => has(name, nouns)) ?? names[0] ?? first.name, kept: next.some(({ kept }) => kept) };
}

/** Places that take a new number from the field. */
function takesFrom(cx: FileContext, { declared, type }: Kept): readonly JavaNode[] {
  if (atomic.test(simpleName(declared.type))) {
    return below(type, 'method_invocation').filter((call) => {
      const object = field(call, 'object');
      return takes.test(nameOf(call)) && object !== undefined && fieldBehind(object)?.node.id === declared.node.id;
    });
  }
  return whole.test(simpleName(declared.type)) ? writesOf(cx, declared).filter(({ kind }) => kind === 'update').map(({ node }) => node) : [];
}

function has(name: string, words: RegExp): boolean {
  return wordsOf(name).some((word) => words.test(word));
}

function judge(kept: Kept, { name, kept: stored, made }: Destination): NumberUse | undefined {
  const own = nameOf(kept.declared.node);
  const names = [name, own].filter((each) => each !== '');
  if (names.some((each) => has(each, internal) && !has(each, nouns)) || has(nameOf(kept.type), internal)) {
    // `counter` says nothing of what it counts: the name that the number gets decides.
    const onlyCounter = wordsOf(own).every((word) => /^(?:counter|count|next|current|last|id|order|seq|sequence|serial|number|the|atomic|global)$/.test(word)) && !has(name, internal) && !has(nameOf(kept.type), internal);
    if (!onlyCounter || name === '') return undefined;
  }
  if (names.some((each) => has(each, nouns) && has(each, identifiers))) return 'named';
  if (!names.some((each) => has(each, identifiers))) return undefined;
  const serves = annotation(kept.type, 'Service', 'Repository', 'Component', 'Controller', 'RestController') !== undefined || /(?:Dao|DAO|Service|Repository|Controller)(?:Impl)?$/.test(nameOf(kept.type));
  // What a constructor takes may stay inside the process; only what people and databases name by number is likely to leave it.
  if (made && !serves && !nouns.test(wordsOf(name).at(-1) ?? '')) return undefined;
  return stored || serves ? 'likely' : 'unclear';
}

const pageAttributes = /^(?:setAttribute|putAttribute|addAttribute|addObject)$/;

/** Whether a value is handed to the page that answers the request, and to nothing that lasts longer. */
function goesToPage(value: JavaNode): boolean {
  const call = value.parent?.type === 'argument_list' ? value.parent.parent : undefined;
  return call?.type === 'method_invocation' && pageAttributes.test(nameOf(call)) && /^(?:\w*[rR]equest|req|model|mav|context|modelAndView|uiModel)$/.test(field(call, 'object')?.text ?? '');
}

/** `"editor-" + counter++`, which only pages are handed: an element's name, which has to differ within its page alone. */
function namesElement(cx: FileContext, { type }: Kept, place: JavaNode): boolean {
  const text = place.parent?.type === 'binary_expression' ? place.parent : undefined;
  if (!text || !/^"[A-Za-z][\w -]*[-_]"\s*\+/.test(text.text)) return false;
  const maker = text.parent?.type === 'return_statement' ? enclosingCallable(text) : undefined;
  if (!maker) return goesToPage(text);
  const calls = callsNamed(cx, type, nameOf(maker));
  return modifiers(maker).has('private') && calls.length > 0 && calls.every(goesToPage);
}

/** `do { number = …; } while (repository.existsByNumber(number));`: what is stored already is passed over. */
function isLookedUp({ declared }: Kept, place: JavaNode): boolean {
  const loop = enclosing(place, 'do_statement', 'while_statement');
  const condition = loop && field(loop, 'condition');
  return condition !== undefined && readsData(condition, nameOf(declared.node));
}

const rank: readonly NumberUse[] = ['named', 'likely', 'unclear'];

/** Whether the field holds blocks of numbers that a database hands out, so that they stay unique. */
function keepsBlocks({ declared, type }: Kept, writes: readonly FieldWrite[]): boolean {
  const hands = [nameOf(type), ...writes.map((write) => nameOf(enclosingCallable(write.node) ?? type))];
  const aboutNumbers = /(?:Key|Id|ID|Sequence|Seq)(?:s?$|Gen|Sequence|Block|Alloc|Direct|Range|Pool)|nextI[dD]|[Bb]lock/;
  return aboutNumbers.test(nameOf(type)) && hands.some((name) => /[Bb]lock|[nN]ext|[aA]lloc/.test(name)) && writes.some((write) => readsData(enclosingCallable(write.node), nameOf(declared.node)));
}

/** What makes a number that nobody guesses, so that two processes hardly ever choose the same. */
const chance = /random|uuid|nanoTime/i;

/** `while (given.contains(next)) next = after(next);` in the method of a write: the field knows which numbers are out, and passes over them. */
function passesOver({ declared }: Kept, { kind, node, values }: FieldWrite): boolean {
  const callable = enclosingCallable(node);
  const number = values[0];
  if (kind !== 'insert' || !callable || number?.type !== 'identifier' || !below(callable, 'return_statement').some((statement) => statement.namedChild(0)?.text === number.text)) return false;
  const names = [number.text, nameOf(declared.node)];
  if (!names.some((name) => has(name, identifiers)) || names.some((name) => has(name, internal))) return false;
  return below(callable, 'while_statement').some((loop) => {
    const asked = below(field(loop, 'condition') ?? loop, 'method_invocation').find((call) => /^contains(?:Key)?$/.test(nameOf(call)));
    const object = asked && field(asked, 'object');
    return asked?.parent?.type !== 'unary_expression' && object !== undefined && fieldBehind(object)?.node.id === declared.node.id && !chance.test(callable.text)
      && below(loop, 'assignment_expression').some((next) => field(next, 'left')?.text === number.text);
  });
}

export interface Numbers {
  readonly use: NumberUse;
  /** Where numbers are taken. */
  readonly places: readonly JavaNode[];
  /** What the numbers are given to, where setters take all of them. */
  readonly given: readonly GivenTo[];
}

/** Whether a field hands out numbers that name things, and how sure that is; `undefined` for counters, statistics and numbers of the process itself. */
export function numbersFrom(cx: FileContext, kept: Kept, writes: readonly FieldWrite[]): Numbers | undefined {
  if (![whole, atomic].some((kind) => kind.test(simpleName(kept.declared.type)))) {
    const reserving = isMemoryVariant(kept.type) ? [] : writes.filter((write) => passesOver(kept, write));
    if (reserving.length > 0) return { use: 'reserved', places: reserving.map(({ at }) => at), given: [] };
    return keepsBlocks(kept, writes) ? { use: 'block', places: writes.map(({ at }) => at), given: [] } : undefined;
  }
  // Numbers of a store in memory name what the same memory holds.
  if (supertypes(kept.type).some((name) => /Thread/.test(name)) || isMemoryVariant(kept.type)) return undefined;
  const found = takesFrom(cx, kept).filter((place) => !isStatement(place) && !picksIndex(place) && !namesElement(cx, kept, place)).flatMap((place) => {
    const destination = destinationOf(place);
    const use = destination && judge(kept, destination);
    return use && !(countsEvents(kept.declared) && !destination.kept && use === 'unclear') ? [{ use, place, given: destination.given }] : [];
  });
  const use = rank.find((each) => found.some((one) => one.use === each));
  const given = found.flatMap((one) => one.given ?? []);
  const sure = use !== undefined && found.every(({ place }) => isLookedUp(kept, place)) ? 'checked' : use;
  return sure && { use: sure, places: found.map(({ place }) => place), given: given.length === found.length ? given : [] };
}
